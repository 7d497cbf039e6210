"""Questions that ask two things, and follow-ups that were taken for new questions."""

from __future__ import annotations

import pytest

from assistant.answers import Status
from assistant.assistant import Assistant
from assistant.understanding.several import questions_asked

_COUNT = ("意見4-1は誰が出しましたか。", "千早野ITサービス協会です。［意見4-1］")
_PLACE = ("第5回の会合はどこで開かれましたか。", "本庁舎5階です（第5回会合 2）。")
_ALL = ("戦略案への意見は全部で何件ですか。", "25件です。")


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        ("When was the 5th meeting held and how many people came?", 2),
        ("What does CSIRT stand for, and which section defines it?", 2),
        ("How many comments changed the draft? Which ones?", 1),
        ("Where was the 6th meeting held and at what time did it end?", 1),
        ("How many were from individuals and how many from companies?", 1),
        ("How does the draft differ, and is it longer?", 1),
        ("Research and development is covered where?", 1),
    ],
)
def test_two_questions_are_told_from_one_in_two_words(question: str, parts: int) -> None:
    assert len(questions_asked(question, following=False)) == parts


def test_what_the_second_english_question_leaves_out_comes_from_the_first(
    sample: Assistant,
) -> None:
    answer = sample.answer("When was the 5th meeting held and how many people came?")
    assert answer.status is Status.ANSWERED
    assert "14:00" in answer.text
    assert "15 people" in answer.text
    assert answer.query.in_words.count("第5回会合") == 2


@pytest.mark.parametrize(
    ("before", "question", "completed"),
    [
        (_COUNT, "市は何と返しましたか。", "意見4-1の"),
        (_COUNT, "で、役所の返事はどうでした？", "意見4-1の"),
        (_COUNT, "それは通ったんですか。", "意見4-1"),
        (_COUNT, "同じ団体のその次の意見は？", "意見4-2は"),
        (_COUNT, "その団体の最後の意見への回答は？", "意見4-4への"),
        (_COUNT, "では4-9のほうの回答は？", "意見4-9"),
        (_PLACE, "第6回も同じ会場でしたか。", "第6回はどこで"),
        (_PLACE, "何時に始まりましたか。", "第5回会合は、"),
        (_ALL, "うち直らなかったものは？", "25件"),
    ],
)
def test_a_short_follow_up_is_completed(
    sample: Assistant, before: tuple[str, str], question: str, completed: str
) -> None:
    assert completed in sample.answer(question, [before]).query.completed


def test_the_part_of_another_kind_of_sender(sample: Assistant) -> None:
    before = ("企業・団体の意見のうち修正されたものはどれですか。", "1件です。［意見1-2］")
    answer = sample.answer("では、個人の分では？", [before])
    assert {citation.reference.unit.id[-6:] for citation in answer.citations} == {"意見10-1"[-6:]}


@pytest.mark.parametrize(
    "question",
    [
        "How did the city reply to the comment submitted by Amazon Web Services?",
        "How did the city respond to Google's comment?",
    ],
)
def test_nobody_who_sent_none_gets_a_reply_in_english(sample: Assistant, question: str) -> None:
    assert sample.answer(question).status is Status.PREMISE_WRONG


@pytest.mark.parametrize(
    ("question", "keys"),
    [
        ("Did any individual comment lead to a change in the draft?", {"10-1"}),
        ("Which organisations sent more than three comments?", {"4-1", "8"}),
    ],
)
def test_tables_asked_for_in_other_english_words(
    sample: Assistant, question: str, keys: set[str]
) -> None:
    cited = {c.reference.unit.id.partition("#意見")[2] for c in sample.answer(question).citations}
    assert keys & cited
