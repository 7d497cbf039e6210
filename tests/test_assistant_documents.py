"""What a document is: its printed date, and how many notes and agenda items it has."""

from __future__ import annotations

import pytest

from assistant.answers import Status
from assistant.assistant import Assistant


@pytest.mark.parametrize(
    ("question", "told", "last"),
    [
        ("戦略に脚注はいくつありますか", "脚注は8件", "脚注8"),
        ("千早野市デジタル安全戦略の脚注は全部で何個？", "脚注は8件", "脚注8"),
        ("第5回の議題は何件？", "議題は4件", "議題4"),
    ],
)
def test_parts_of_a_document_are_counted_and_listed_with_citations(
    sample: Assistant, question: str, told: str, last: str
) -> None:
    answer = sample.answer(question)

    assert told in answer.text
    assert last in answer.text
    assert not answer.verification.removed


@pytest.mark.parametrize(
    ("question", "date"),
    [
        ("戦略はいつ決定されましたか", "令和7年1月30日"),
        ("意見募集の結果が公表されたのはいつですか", "令和7年1月30日"),
    ],
)
def test_date_of_a_document_is_the_printed_one(sample: Assistant, question: str, date: str) -> None:
    answer = sample.answer(question)

    assert f"印刷されている日付は「{date}」" in answer.text


def test_blank_day_of_a_draft_is_quoted_as_blank(reference: Assistant) -> None:
    answer = reference.answer("取組方針は何年何月に出されたものですか")

    assert answer.status is Status.ANSWERED
    assert "○ 月" in answer.text


def test_date_of_something_else_is_no_date_of_the_document(sample: Assistant) -> None:
    answer = sample.answer("戦略で総合訓練はいつ行うとされていますか")

    assert "印刷されている日付" not in answer.text
