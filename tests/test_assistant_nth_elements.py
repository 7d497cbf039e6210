"""An element of a list asked for by its number, and numbers beyond the last."""

from __future__ import annotations

import pytest

from assistant.answers import Status
from assistant.assistant import Assistant


@pytest.mark.parametrize(
    "question",
    [
        "基本的な考え方の4番目は何ですか。",
        "4つ目の基本的な考え方は？",
        "目標の四つ目は何ですか。",
        "ちはやの安全連絡会で使う5つ目の色は何ですか。",
        "重要サービス事業者の8番目の分野はどれですか。",
    ],
)
def test_no_element_beyond_the_last_is_made_up(sample: Assistant, question: str) -> None:
    assert sample.answer(question).status is Status.PREMISE_WRONG


@pytest.mark.parametrize(
    "question",
    [
        "汐路精機が二つ目に出した意見とその回答は？",
        "みぎわシステムズの4番目の意見を教えてください。",
    ],
)
def test_no_later_comment_than_the_last(sample: Assistant, question: str) -> None:
    assert sample.answer(question).status is Status.PREMISE_WRONG


@pytest.mark.parametrize(
    ("question", "unit"),
    [
        ("目標の三つ目は何ですか。", "千早野市デジタル安全戦略#3.1(3)"),
        ("基本的な考え方の2番目を教えて", "千早野市デジタル安全戦略#3.2.2"),
    ],
)
def test_the_heading_at_its_place(sample: Assistant, question: str, unit: str) -> None:
    answer = sample.answer(question)
    assert answer.status is Status.ANSWERED
    assert unit in {citation.reference.unit.id for citation in answer.citations}


def test_what_a_text_numbers_itself_is_found(sample: Assistant) -> None:
    assert sample.answer("第三の脅威は何ですか。").status is Status.ANSWERED
