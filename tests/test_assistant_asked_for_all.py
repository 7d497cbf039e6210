"""All of something: hours and place of a meeting, items of a list, a count with its part."""

from __future__ import annotations

import pytest

from assistant.answers import Status
from assistant.assistant import Assistant
from tests.helpers.asking import cited


@pytest.mark.parametrize(
    ("question", "places"),
    [
        ("２００９年６月２２日の政策会議、何時開始で何時終了？", ["1"]),
        ("第39回は何時から何時まで", ["1"]),
        ("平成26年の政策会議の開始時刻と終了時刻は？", ["1"]),
        ("第22回はどこで開かれたか", ["2"]),
        ("第39回の会議は何曜日に、どこの会議室で開かれましたか。", ["1", "2"]),
    ],
)
def test_hours_and_place_are_the_heads_of_the_minutes(
    reference: Assistant, question: str, places: list[str]
) -> None:
    answer = reference.answer(question)
    assert answer.status is Status.ANSWERED
    assert cited(answer) == places


@pytest.mark.parametrize(
    ("question", "hours"),
    [
        ("第6回の会議は何時に終わりましたか。", "11:40"),
        ("第5回は何時スタート？", "14:00"),
        ("第6回はどの建物の何階で開かれましたか。", "3階 大会議室"),
        ("令和7年1月の会議の開催場所は？", "市民プラザ"),
    ],
)
def test_hours_and_place_of_the_sample_council(
    sample: Assistant, question: str, hours: str
) -> None:
    answer = sample.answer(question)
    assert hours in answer.text
    assert len(cited(answer)) == 1


@pytest.mark.parametrize(
    "question",
    [
        "戦略案が掲げる基本原則を五つとも教えてください。",
        "5つの基本原則を全部",
        "基本原則は何と何か",
        "基本原則は5つあるそうですが、全部教えてください。",
        "戦略案の基本原則をすべて挙げてください。",
        "基本原則は幾つあって、それぞれ何ですか。",
    ],
)
def test_all_principles_however_they_are_counted(reference: Assistant, question: str) -> None:
    answer = reference.answer(question)
    assert {f"4.{number}" for number in range(1, 6)} <= set(cited(answer))
    assert "次の5つです" in answer.text


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("三つの目標を挙げて", "3.1"),
        ("基本的な考え方を三つとも教えてください。", "3.2"),
        ("戦略の施策を4つとも挙げてください。", "4"),
        ("千早野市の戦略が掲げる目標をすべて教えて", "3.1"),
        ("重要サービス事業者との連携の取組を三つとも挙げて", "4.3.1"),
    ],
)
def test_all_items_of_the_sample_strategy(sample: Assistant, question: str, number: str) -> None:
    answer = sample.answer(question)
    assert cited(answer)[0] == number
    assert "挙げられているのは、次の" in answer.text


def test_three_stances_are_no_three_goals(reference: Assistant) -> None:
    text = reference.answer("戦略案の三つの目標を挙げて").text
    assert "次の3つです" not in text


@pytest.mark.parametrize(
    ("question", "figures"),
    [
        ("日本オラクル株式会社の意見は何件で、そのうち案の修正に至ったのは何件ですか。", [3, 2]),
        ("トレンドマイクロは意見をいくつ出していて、その中で反映されたのはいくつですか。", [7, 3]),
        ("個人からの意見は何件で、そのうち修正されたのは何件ですか。", [30, 7]),
        ("企業・団体の意見は何件あって、うち原案の修正に至ったものはいくつですか。", [53, 8]),
        ("5.1に対する意見は何件で、そのうち修正されたのは何件ですか。", [25, 4]),
        ("5.2.3への意見は何件で、うち今後の参考とされたのは何件ですか。", [10, 3]),
        ("5.4.2への意見は全部でいくつあり、うち本文の修正につながったのはいくつ？", [4, 2]),
    ],
)
def test_a_count_and_its_part_are_both_given(
    reference: Assistant, question: str, figures: list[int]
) -> None:
    text = reference.answer(question).text
    assert all(f"{figure}件" in text for figure in figures)


@pytest.mark.parametrize(
    ("question", "figures"),
    [
        ("みぎわシステムズの意見は何件で、そのうち修正されたのは何件ですか。", [3, 1]),
        ("あまね通信の意見は何件あって、うち案に反映されたのは何件ですか。", [1, 0]),
        ("個人からの意見は何件で、うち修正になったのは何件ですか。", [8, 1]),
        ("4.1に対する意見は何件、そのうち修正は何件？", [7, 1]),
    ],
)
def test_a_count_and_its_part_in_the_sample(
    sample: Assistant, question: str, figures: list[int]
) -> None:
    answer = sample.answer(question)
    assert answer.status is Status.ANSWERED
    assert all(f"{figure}件" in answer.text for figure in figures)


def test_a_body_of_the_roster_that_sent_no_comment_is_not_searched_for(sample: Assistant) -> None:
    answer = sample.answer("千早野商工会議所の意見は何件で、そのうち修正されたのは何件ですか。")
    assert answer.status is Status.PREMISE_WRONG
