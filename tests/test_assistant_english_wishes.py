"""English questions about what an unnamed person wished: who, whether granted, on what ground."""

from __future__ import annotations

import pytest

from assistant.answers import Status
from assistant.assistant import Assistant
from assistant.understanding.from_english.wishes import about_a_wish
from assistant.understanding.several import questions_asked
from tests.helpers.asking import comment_keys


@pytest.mark.parametrize(
    ("asked", "question"),
    [
        ("Who was it?", "Who asked for training?"),
        ("Was the wish granted?", "Was the comment asking for training accepted?"),
        ("On what ground?", "What was the reply to the comment asking for training?"),
        ("What did the city answer?", "What was the reply to the comment asking for training?"),
    ],
)
def test_two_sentences_ask_one_thing(asked: str, question: str) -> None:
    assert about_a_wish("Somebody asked the city for training", asked) == question
    assert about_a_wish("Somebody wanted training", asked) == question


def test_a_question_before_another_keeps_its_mark() -> None:
    asked = questions_asked("Somebody wanted it. Who was it, and was it taken up?", following=False)
    assert asked == ("Somebody wanted it. Who was it?", "was it taken up?")


def test_the_reason_comes_with_the_reply() -> None:
    asked = questions_asked("Was the wish granted, and on what ground?", following=False)
    assert asked == ("Was the wish granted?",)


@pytest.mark.parametrize(
    "question",
    [
        "Someone wanted the consultation desk open on Saturday. Who was it, and was it granted?",
        "On what ground was the request for opening the consultation desk on Saturday turned down?",
        "Somebody asked for the consultation desk to open on Saturday. What was the reply?",
    ],
)
def test_the_comment_that_wished_it(sample: Assistant, question: str) -> None:
    answer = sample.answer(question)
    assert answer.status is Status.ANSWERED
    assert comment_keys(answer)[:1] == ["9"]


def test_it_is_no_name(sample: Assistant) -> None:
    answer = sample.answer("Someone asked for an apology. Who was it and what did the city answer?")
    assert "ITサービス協会" not in answer.query.completed


def test_a_value_in_both_of_two_questions(sample: Assistant) -> None:
    question = "When will the permanent consultation desk open, and how many counsellors are there?"
    text = sample.answer(question).text
    assert "7月1日" in text
    assert "4人" in text
