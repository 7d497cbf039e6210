from __future__ import annotations

import pytest

from assistant.mentions import find_mentions
from assistant.query import CommentKey


@pytest.mark.parametrize(
    ("question", "number", "branch"),
    [
        ("意見27-2を出したのは誰ですか", 27, 2),
        ("意見27の2", 27, 2),
        ("No.27-2の提出者", 27, 2),
        ("27番の2つ目の意見", 27, 2),
        ("27-2の意見", 27, 2),
        ("意見２７－２", 27, 2),
        ("意見10への回答は", 10, None),
        ("What did comment 6-3 ask for?", 6, 3),
    ],
)
def test_every_way_of_naming_a_comment(question: str, number: int, branch: int | None) -> None:
    assert find_mentions(question).comments == (CommentKey(number, branch),)


@pytest.mark.parametrize("question", ["意見83件のうち修正は", "意見は何件", "意見27者の内訳"])
def test_a_number_of_comments_is_not_a_comment(question: str) -> None:
    assert find_mentions(question).comments == ()


@pytest.mark.parametrize(
    ("question", "section"),
    [
        ("5.2.3 (1) ii.の内容", "5.2.3(1)ii"),
        ("５．２．３（１）には何がありますか", "5.2.3(1)"),
        ("5. 1. 1の見出し", "5.1.1"),
        ("第3章の構成", "3"),
        ("4(2)の発言", "4(2)"),
        ("What does section 5.2.3 say?", "5.2.3"),
    ],
)
def test_every_way_of_naming_a_section(question: str, section: str) -> None:
    assert find_mentions(question).sections == (section,)


@pytest.mark.parametrize("question", ["26.5万人の根拠", "1.7倍になった相談", "60.2%の手続"])
def test_a_decimal_figure_is_not_a_section(question: str) -> None:
    assert find_mentions(question).sections == ()


@pytest.mark.parametrize(
    "question",
    ["第39回会合の出席者", "39回目の会議", "第三十九回の議題", "第３９回", "39th meeting"],
)
def test_every_way_of_naming_a_meeting(question: str) -> None:
    assert find_mentions(question).meetings == (39,)


def test_a_date_names_neither_section_nor_comment() -> None:
    assert not find_mentions("平成26年5月19日の会合")
