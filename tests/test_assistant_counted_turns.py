"""Turns counted, bodies and roles as speakers, and places of the table of comments."""

from __future__ import annotations

import pytest

from assistant.answers import Status
from assistant.assistant import Assistant
from tests.helpers.asking import cited


@pytest.mark.parametrize(
    ("question", "figure"),
    [
        ("第6回の発言は何件", "16件"),
        ("第5回では発言がいくつ記録されていますか", "27件"),
        ("第6回の議長締め括り挨拶の発言は何件", "1件"),
    ],
)
def test_the_total_of_turns_comes_first(sample: Assistant, question: str, figure: str) -> None:
    answer = sample.answer(question)
    assert answer.status is Status.ANSWERED
    assert figure in answer.text.split("\n")[0]


@pytest.mark.parametrize(
    ("question", "figures"),
    [
        ("第5回と第6回で課長の人数はどちらが多い", ("2人", "1人")),
        ("局長が多いのは第5回と第6回のどちら", ("5人", "3人")),
    ],
)
def test_an_office_is_counted_and_not_all_attendees(
    sample: Assistant, question: str, figures: tuple[str, str]
) -> None:
    lead = sample.answer(question).text.split("\n")[0]
    assert f"第5回が{figures[0]}、第6回が{figures[1]}" in lead


@pytest.mark.parametrize(
    ("question", "turn"),
    [
        ("第5回で教育委員会は何と述べましたか", "4(2)-発言13"),
        ("第6回で上下水道局が述べたことをまとめて", "4(3)-発言2"),
        ("第6回の議長の締めくくり挨拶の要点は", "4(4)-発言1"),
        ("第6回の末尾で議長から述べられた挨拶の内容は", "4(4)-発言1"),
    ],
)
def test_a_body_or_a_role_speaks_through_its_turn(
    sample: Assistant, question: str, turn: str
) -> None:
    answer = sample.answer(question)
    assert answer.status is Status.ANSWERED
    assert cited(answer) == [turn]


def test_what_a_speaker_does_not_touch_on_is_said(sample: Assistant) -> None:
    answer = sample.answer("第6回で上下水道局は農業について何と述べましたか")
    assert answer.status is not Status.ANSWERED


def test_an_office_of_another_meeting_is_not_the_same_rank_here(sample: Assistant) -> None:
    answer = sample.answer("第6回で県警の課長は何と言った")
    assert answer.status is Status.PREMISE_WRONG
    assert "津島" not in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "意見の募集期間は",
        "パブコメはいつ締め切られたか",
        "戦略案への意見を受け付けていた期間を、始期と終期で答えてください",
        "When was the public consultation held?",
    ],
)
def test_the_period_of_the_consultation(sample: Assistant, question: str) -> None:
    answer = sample.answer(question)
    assert answer.status is Status.ANSWERED
    assert "11月25日" in answer.text
    assert "12月24日" in answer.text


@pytest.mark.parametrize(
    ("question", "figure"),
    [
        ("全般に対する意見は何件", "4件"),
        ("NPO法人の意見は何件", "3件"),
        ("提出者名のない意見はありますか", "0件"),
        ("最後の意見の番号は", "意見14"),
        ("意見1の枝番はいくつ", "件"),
    ],
)
def test_comments_are_confined_by_every_column(
    sample: Assistant, question: str, figure: str
) -> None:
    answer = sample.answer(question)
    assert answer.status is Status.ANSWERED
    assert figure in answer.text.split("\n")[0]
    assert "25件" not in answer.text.split("\n")[0] or figure == "意見14"


@pytest.mark.parametrize(
    "question",
    ["意見1-1の該当箇所は", "意見1-1はどの節に対するものですか", "意見1-1はどこへの意見？"],
)
def test_the_place_a_comment_is_on(sample: Assistant, question: str) -> None:
    assert "4.2.1(2)i" in sample.answer(question).text.split("\n")[0]


def test_comments_of_a_range_of_numbers(sample: Assistant) -> None:
    keys = {local.split("-")[0] for local in cited(sample.answer("意見3から意見5までの提出者は"))}
    assert keys == {"意見3", "意見4", "意見5"}
