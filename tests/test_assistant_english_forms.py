"""English forms of asking that went to the wrong step on the way to Japanese."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant
from tests.helpers.asking import cited


@pytest.mark.parametrize(
    ("question", "unit", "words"),
    [
        ("Which article of the Basic Act is the new Headquarters set up under?", "2", "24"),
        ("Which existing official is to head the new centre?", "3(2)", "副長官補"),
        (
            (
                "At the 22nd meeting, what was every ministry told to draw up before the end of the"
                " year about server consolidation?"
            ),
            "4(6)-発言1",
            "アクションプラン",
        ),
        (
            (
                "How did the sentence on practical skills at universities change before and after"
                " the public comments?"
            ),
            "意見20-1",
            "求められる",
        ),
        (
            (
                "Which comment led to the rewording of the passage on international standards in"
                " 5.4.1(4)?"
            ),
            "意見7-3",
            "オラクル",
        ),
    ],
)
def test_english_forms_of_the_reference_corpus(
    reference: Assistant, question: str, unit: str, words: str
) -> None:
    answer = reference.answer(question)

    assert unit in cited(answer)
    assert words in answer.text


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Who opened the fifth meeting with a greeting?", "鷺沢由紀夫"),
        ("What is meant by the term 'response team' in the strategy?", "stands for"),
        (
            "How many comments came from individuals, and how many of those led to a revision?",
            "8 comments from 6 submitters",
        ),
        ("Where is it written that an incident must be reported within two hours?", "4.2.2(1)"),
    ],
)
def test_english_forms_of_the_sample(sample: Assistant, question: str, words: str) -> None:
    assert words in sample.answer(question).text
