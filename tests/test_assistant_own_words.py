"""Questions in everyday words, about two things at once, and names that went from body to body."""

from __future__ import annotations

import pytest

from assistant.answers import Status
from assistant.assistant import Assistant
from assistant.comparisons.compared_things import compared_things
from assistant.policies.asked_terms import asked_terms
from assistant.query import QuestionKind
from assistant.understanding.courtesies import without_courtesies
from assistant.understanding.kinds import question_kind


def test_a_meaning_and_its_use_asked_at_once_are_both_answered(sample: Assistant) -> None:
    answer = sample.answer(
        "戦略でいう「やさしい日本語」とはどんなもので、どういう場面で使うことになっていますか。"
    )
    assert answer.status is Status.ANSWERED
    labels = {citation.reference.unit.id.partition("#")[2] for citation in answer.citations}
    assert "脚注5" in labels
    assert labels & {"3.2.2", "4.1.1(1)ii"}


def test_two_questions_in_one_sentence_are_both_answered(sample: Assistant) -> None:
    answer = sample.answer(
        "迷惑電話防止機器は何台貸し出しますか。また、戦略の計画期間は何年間ですか。"
    )
    assert answer.status is Status.ANSWERED
    assert "600台" in answer.text
    assert "年間" in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "NISCという略称は、本部ができる前と後とで、それぞれ何という組織を指しますか。",
        "NISCの正式名称は、見直しの前と後でどう変わるのですか。",
        "方針(案)では、NISCという同じ略称が改組の前後で別の組織を指しています。正式名称は。",
        "NISCって、前は何の略で、今は何の略？",
    ],
)
def test_a_name_of_two_bodies_is_the_term_that_is_asked_for(question: str) -> None:
    assert question_kind(question) is QuestionKind.DEFINE
    assert asked_terms(question) == ("NISC",)


@pytest.mark.parametrize("leading", ["要するに", "結局のところ、", "一言で言うと"])
def test_words_that_lead_up_to_a_question_ask_nothing(leading: str) -> None:
    bare = without_courtesies(f"「情報社会」って、{leading}どんな社会？")
    assert bare == "「情報社会」って、どんな社会？"


def test_what_is_compared_stands_before_those_that_are_set_side_by_side() -> None:
    things = compared_things("対策の組織づくり、アメリカとイギリスは何を作った?並べて見たい")
    assert things is not None
    assert things.names == ("アメリカ", "イギリス")
