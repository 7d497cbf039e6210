"""Sentences of one unit become one quote only where they meet."""

from __future__ import annotations

from assistant.assistant import Assistant


def test_all_that_stands_between_two_sentences_was_quoted_with_them(
    reference: Assistant,
) -> None:
    answer = reference.answer(
        "年金機構の件で、重要な情報をインターネットから切り離す計画を求めた指示は何月何日付ですか。"
    )
    first = next(line for line in answer.text.splitlines() if line.startswith("> 「"))
    assert "7月1日付" in first
    assert first.count("日付") == 1
