"""What an opinion only asked for is not taken for what was decided, nor one figure for another."""

from __future__ import annotations

import pytest

from assistant.answers import Status
from assistant.assistant import Assistant
from tests.helpers.asking import comment_keys


@pytest.mark.parametrize(
    ("question", "comment"),
    [
        ("意見募集の結果、標的型メール訓練を年4回に増やすことにした理由を教えてください。", "4-1"),
        ("標的型メール訓練が年4回になったのはなぜ？", "4-1"),
        ("Why was the email drill increased to four times a year?", "4-1"),
        ("戦略の期間を1年にした根拠は", "14"),
        ("意見募集を受けて相談窓口の土曜開設を決めたのはなぜ", "9"),
        ("パブコメの結果、総額が戦略に書かれることになった理由は", "13-1"),
        ("千早野ITサービス協会の意見が採用された理由は", "4-1"),
        ("(株)みぎわシステムズの意見が全て採用されたのはなぜ", "1-1"),
    ],
)
def test_a_wish_that_was_not_met_is_no_decision(
    sample: Assistant, question: str, comment: str
) -> None:
    answer = sample.answer(question)
    assert answer.status is Status.PREMISE_WRONG
    assert comment in comment_keys(answer)


@pytest.mark.parametrize(
    ("question", "figure"),
    [
        ("インシデントの公表が48時間以内と決められたのはなぜですか。", "72時間"),
        ("Why must incidents be disclosed within 48 hours?", "72時間"),
        ("インシデントの報告を4時間以内とした理由は", "2時間"),
        ("Why is the strategy period five years?", "3年間"),
    ],
)
def test_a_figure_that_is_told_of_something_else_is_refuted(
    sample: Assistant, question: str, figure: str
) -> None:
    answer = sample.answer(question)
    assert answer.status is Status.PREMISE_WRONG
    assert figure in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "標的型メール訓練を年2回とした理由は",
        "停電が48時間続くと想定した理由は",
        "戦略の期間を3年間とした理由は",
        "Why was the strategy period set at three years?",
        "戦略に3年間の総額が書かれていないのはなぜですか。",
    ],
)
def test_a_figure_that_was_decided_is_taken_for_granted(sample: Assistant, question: str) -> None:
    assert sample.answer(question).status is Status.ANSWERED


def test_where_a_definition_is_written_names_no_sender(sample: Assistant) -> None:
    answer = sample.answer("対応班の定義はどこに書いてありますか")
    assert answer.status is Status.ANSWERED
    assert "4.2.2(1)" in answer.text
