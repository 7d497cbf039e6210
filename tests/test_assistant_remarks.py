"""Remarks by their place, what was answered to them, and agendas in other words."""

from __future__ import annotations

import pytest

from assistant.answers import Status
from assistant.assistant import Assistant
from tests.helpers.asking import cited


@pytest.mark.parametrize(
    ("question", "unit"),
    [
        ("第5回の議長は最後に何と言いましたか。", "4(3)-発言4"),
        ("議長は第5回をどう締めくくりましたか。", "4(3)-発言4"),
        ("宇田川委員の第5回の最初の発言", "4(2)-発言6"),
        ("第6回の最後の発言を教えて", "4(4)-発言1"),
        ("第6回の10番目の発言は？", "4(3)-発言10"),
    ],
)
def test_a_remark_by_its_place(sample: Assistant, question: str, unit: str) -> None:
    assert set(cited(sample.answer(question))) == {unit}


@pytest.mark.parametrize(
    ("question", "units"),
    [
        ("篠宮委員の要望に対して市側は何と答えたか。", {"4(2)-発言3", "4(2)-発言11"}),
        ("宇田川委員の指摘に誰がどう応じましたか。", {"4(2)-発言7", "4(2)-発言18"}),
    ],
)
def test_the_remark_behind_is_not_said_to_be_the_answer(
    sample: Assistant, question: str, units: set[str]
) -> None:
    answer = sample.answer(question)
    assert units <= set(cited(answer))
    assert "どの発言への答えであるかは" in answer.text


def test_who_reports_is_told_below_the_heading_of_reports(sample: Assistant) -> None:
    assert "4(3)-発言1" in cited(sample.answer("第5回の報告は誰がしましたか。"))


@pytest.mark.parametrize(
    "question", ["第6回で決定に付された案件を列挙してください。", "第6回で決定に付議された議題は？"]
)
def test_what_was_put_to_decision(sample: Assistant, question: str) -> None:
    assert "4-議題1" in cited(sample.answer(question))


def test_no_item_of_the_category_that_is_asked_for(sample: Assistant) -> None:
    answer = sample.answer("第6回の討議事項は？")
    assert answer.status is Status.PARTIAL
    assert set(cited(answer)) == {"4-議題1", "4-議題2"}


@pytest.mark.parametrize(
    "question", ["両会合で共通して話されたことは？", "第5回と第6回では何が話し合われましたか"]
)
def test_what_two_meetings_dealt_with_is_told_by_their_agendas(
    sample: Assistant, question: str
) -> None:
    assert "| 議題 |" in sample.answer(question).text


def test_turns_on_a_thing_that_somebody_owns_hold_both_words(sample: Assistant) -> None:
    answer = sample.answer("第5回で情報の色分けに関する発言の番号を挙げてください。")
    assert "「情報の色分け」という語を含む発言は1件" in answer.text


def test_who_answered_a_remark_that_names_nobody(sample: Assistant) -> None:
    answer = sample.answer("第6回の発言3に誰が答えましたか。")
    assert answer.status is Status.PARTIAL
    assert cited(answer)[-1] == "4(3)-発言4"
