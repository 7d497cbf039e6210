"""English names and abbreviations, and English questions that went to the wrong table."""

from __future__ import annotations

import pytest

from assistant.answers import Status
from assistant.assistant import Assistant


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("What does ITS stand for in the draft strategy?", "Intelligent Transport"),
        ("What is IoT short for?", "Internet of Things"),
        ("List all comments from the New Economy Association.", "新経済連盟: 1 comment"),
        ("How did the government respond to Oracle's comments?", "意見7-1"),
        ("Which section received the most comments?", "5.1.1"),
        ("What percentage of the comments came from organisations?", "53 comments"),
        ("Was the text of the strategy changed because of comment 21?", "意見21"),
        ("Did the government change anything because of individuals' comments?", "20-1"),
    ],
)
def test_names_and_tables_are_found(reference: Assistant, question: str, words: str) -> None:
    answer = reference.answer(question)
    assert answer.status is Status.ANSWERED
    assert words in answer.text


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("What did the shopping street association want?", "千早野商店街振興組合連合会: 2"),
        ("What is a security requirements document?", "全28項目"),
        ("Is there any comment about cost?", "4-1"),
    ],
)
def test_what_a_sender_or_a_document_is_called(
    sample: Assistant, question: str, words: str
) -> None:
    assert words in sample.answer(question).text


def test_the_document_before_a_term_is_no_part_of_it(reference: Assistant) -> None:
    answer = reference.answer("第39回の議事要旨にあるGGEとは何を指しますか。")
    assert "国連サイバー政府専門家会合" in answer.text


def test_what_is_told_before_where_it_stands_asks_nothing(reference: Assistant) -> None:
    answer = reference.answer(
        "ソフト解析を著作権法上どう扱うか検討する、というのは戦略案の何番の項目ですか。"
    )
    assert "5.1.3(1)" in answer.text
