"""Reading the numbers of headings, placing them, and title pages."""

from __future__ import annotations

import pytest

from index.parsers.levels import Path, numbered_level, place
from index.parsers.marks import Style, kanji_value, marks_of, roman_value
from index.parsers.titles import issuing_body, mended_title, whole_date


@pytest.mark.parametrize(
    ("line", "style", "values", "number"),
    [
        ("５．２．３　目的", Style.DECIMAL, (5, 2, 3), "5.2.3"),
        ("5. 1. 1 目的", Style.DECIMAL, (5, 1, 1), "5.1.1"),
        ("１－１ 目的", Style.DECIMAL, (1, 1), "1-1"),
        ("1 目的", Style.DECIMAL, (1,), "1"),
        ("１）目的", Style.DECIMAL, (1,), "1"),
        ("（１０）目的", Style.PAREN, (10,), "(10)"),
        ("第十二条　町は", Style.ARTICLE, (12,), "第12条"),
        ("第四条の二　町は", Style.ARTICLE, (4, 2), "第4条の2"),
        ("第 3 章 総則", Style.CHAPTER, (3,), "第3章"),
        ("第２　目的", Style.ORDINAL, (2,), "第2"),
        ("Ⅱ 論点", Style.ROMAN, (2,), "II"),
        ("iii. 低減", Style.SMALL_ROMAN, (3,), "iii"),
        ("(ア) 開始", Style.PAREN_KANA, (1,), "(ア)"),
        ("④ 期間", Style.CIRCLED, (4,), "④"),
        ("二　対象", Style.KANJI, (2,), "二"),
        ("【乙案】", Style.PLAN, (2,), "【乙案】"),
    ],
)
def test_marks_of_every_style(
    line: str, style: Style, values: tuple[int, ...], number: str
) -> None:
    assert (style, values, number) in [
        (mark.style, mark.values, mark.number) for mark in marks_of(line)
    ]


@pytest.mark.parametrize(
    "line",
    ["2015年の計画", "3つの柱", "第39回会合", "アジア大洋州", "IoTシステム", "一方、", "10.5万人"],
)
def test_words_that_begin_like_a_number_have_no_mark_or_none_that_fits(line: str) -> None:
    assert all(place((), mark) is None for mark in marks_of(line))


def test_kana_and_roman_have_two_readings() -> None:
    assert {mark.style for mark in marks_of("イ．会議")} == {Style.KANA, Style.IROHA}
    assert {mark.style for mark in marks_of("i. 会議")} == {Style.SMALL_ROMAN, Style.LETTER}


def test_numerals() -> None:
    assert [kanji_value(text) for text in ("12", "十", "二十三", "百五", "一〇")] == [
        12, 10, 23, 105, 10,
    ]  # fmt: skip
    assert [roman_value(text) for text in ("iv", "Ⅸ", "iiii", "abc")] == [4, 9, 0, 0]


def walk(*lines: str) -> list[str | None]:
    """Full numbers of the lines as headings, None for a line that may be none."""
    path: Path = ()
    found: list[str | None] = []
    for line in lines:
        number = None
        for mark in marks_of(line):
            parents = place(path, mark)
            if parents is not None:
                path = (*parents, numbered_level(parents, mark, line))
                number = path[-1].number
                break
        found.append(number)
    return found


def test_only_the_successor_of_an_open_number_is_placed() -> None:
    assert walk("1. a", "3. b", "2. b", "(1) c", "(3) d", "(2) d", "3. e", "(1) f") == [
        "1", None, "2", "2(1)", None, "2(2)", "3", "3(1)",
    ]  # fmt: skip


def test_decimals_restart_below_their_parent_and_close_what_is_open() -> None:
    assert walk("5. a", "5.1. d", "5.3. e") == [None, "5.1", None]  # an excerpt may begin at 5.1
    assert walk("1. a", "(1) b", "1.1. d", "1.1.1 e", "(1) f", "i. g", "ii. h", "1.2. i") == [
        "1", "1(1)", "1.1", "1.1.1", "1.1.1(1)", "1.1.1(1)i", "1.1.1(1)ii", "1.2",
    ]  # fmt: skip


def test_two_digits_that_would_run_together_are_parted() -> None:
    assert walk("第１　a", "１ b", "２ c", "第２　d") == ["第1", "第1-1", "第1-2", "第2"]
    assert walk("第１章 a", "1.1 b", "第２章 c", "2.1 d") == ["第1章", "1.1", "第2章", "2.1"]


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("平成27年8月", "2015-08"),
        ("平成 26 年 ○ 月 ○ 日", "2014"),
        ("2015 年〇月", "2015"),
        ("令和元年５月１日（水）", "2019-05-01"),
        ("令和4年3月31日改定", "2022-03-31"),
        ("平成26年度の計画", None),
        ("平成26年5月19日に開催した", None),
    ],
)
def test_a_line_that_is_only_a_date(line: str, date: str | None) -> None:
    assert whole_date(line) == date


@pytest.mark.parametrize(
    ("line", "body"),
    [
        ("情報セキュリティ政策会議決定", "情報セキュリティ政策会議"),
        ("青波町 総務部防災課", "総務部防災課"),
        ("防災計画", None),
        ("町は会議を開催する。", None),
    ],
)
def test_issuing_body(line: str, body: str | None) -> None:
    assert issuing_body(line) == body


def test_a_title_loses_the_spaces_that_extraction_left() -> None:
    assert mended_title("取組方針 (案)") == "取組方針(案)"
    assert mended_title("防災  計画 「概 要」") == "防災計画「概要」"
    assert mended_title("IoT systems 指針") == "IoT systems 指針"
