"""English questions of which a word was lost, or that were answered with what stands near by."""

from __future__ import annotations

import pytest

from assistant.answers import Status
from assistant.assistant import Assistant, Question


@pytest.mark.parametrize(
    ("question", "japanese"),
    [
        ("What does the strategy say about phishing?", "フィッシングについて、戦略は何と述べ"),
        ("When was the 5th meeting held and where?", "開催の日時と場所は"),
        ("On which day and in which building was the 5th meeting held?", "開催の日時と場所は"),
        ("Did anybody oppose the draft?", "案に反対した意見はありましたか"),
        ("Were any citizens against the strategy?", "戦略に反対した意見はありましたか"),
        ("Did any company criticise the draft?", "案を批判した意見はありましたか"),
        ("Who opposed the draft?", "案に反対したのは誰ですか"),
        ("Which comments did the government turn down?", "修正されなかったものはどれですか"),
        ("Which proposals has the city taken up?", "修正されたものはどれですか"),
        ("What two things were decided at the 5th meeting?", "決定事項は何ですか"),
        ("Compare the budgets of the first and the second year.", "初年度・2年目の予算"),
        ("Which comments got the reply that the draft would be kept?", "原案のとおりとされた"),
    ],
)
def test_each_word_of_the_question_is_kept(sample: Assistant, question: str, japanese: str) -> None:
    assert japanese in sample.understand(Question(question)).query.completed


def test_a_request_ends_in_no_question_mark(sample: Assistant) -> None:
    completed = sample.understand(Question("List all comments from individuals.")).query.completed

    assert completed.endswith("ください。")


@pytest.mark.parametrize(
    "question",
    [
        "Who was arrested for the library intrusion?",
        "When was the digital safety division founded?",
        "What does the strategy say about electronic voting?",
        "What does the strategy say about password managers?",
        "How much ransom did the city pay?",
    ],
)
def test_what_only_stands_near_by_is_no_answer(sample: Assistant, question: str) -> None:
    assert sample.answer(question).status is Status.NOT_IN_DOCUMENTS


@pytest.mark.parametrize(
    "question",
    [
        "When was US Cyber Command founded?",
        "When was the National Police Agency founded?",
        "What does the strategy say about cyber insurance?",
        "What does the draft strategy say regarding 5G networks?",
    ],
)
def test_words_that_stand_apart_do_not_name_a_thing(reference: Assistant, question: str) -> None:
    assert reference.answer(question).status is Status.NOT_IN_DOCUMENTS


@pytest.mark.parametrize("body", ["CERT-UK", "the Cyber Defense Unit"])
def test_when_a_body_was_set_up_stands_beside_its_name(reference: Assistant, body: str) -> None:
    assert reference.answer(f"When was {body} set up?").status is Status.ANSWERED
