from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.text.eras import find_dates

DAY = datetime.date(2014, 5, 19)


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("平成26年5月19日", "2014-05-19"),
        ("平成２６年５月", "2014-05"),
        ("平成 26 年 5 月 19 日", "2014-05-19"),
        ("平成二十六年五月十九日", "2014-05-19"),
        ("平成元年", "1989"),
        ("令和元年5月1日", "2019-05-01"),
        ("明治45年", "1912"),
        ("大正十二年九月一日", "1923-09-01"),
        ("昭和64年1月7日", "1989-01-07"),
        ("平成26年（2014年）5月19日", "2014-05-19"),
        ("2014年（平成26年）5月19日", "2014-05-19"),
        ("2014年5月19日", "2014-05-19"),
        ("二〇一四年五月", "2014-05"),
        ("2014/5/19", "2014-05-19"),
        ("２０１４．５．１９", "2014-05-19"),
        ("2014-05-19", "2014-05-19"),
        ("H26.5.19", "2014-05-19"),
        ("平成26年5月末", "2014-05"),
        ("平成26年度", "FY2014"),
        ("2014年度", "FY2014"),
        ("2000年", "2000"),
        ("平成26年2月31日", "2014-02"),
        ("平成26年13月", "2014"),
    ],
)
def test_a_printed_date(text: str, iso: str) -> None:
    (mention,) = find_dates(f"市は{text}に定めた。")
    assert (mention.surface, mention.iso, mention.relative) == (text, iso, False)
    assert mention.start == 2


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("本年", "2014"),
        ("今年の7月", "2014-07"),
        ("昨年6月", "2013-06"),
        ("一昨年3月1日", "2012-03-01"),
        ("来年", "2015"),
        ("先月", "2014-04"),
        ("来月10日", "2014-06-10"),
        ("今月末", "2014-05"),
        ("今年度", "FY2014"),
        ("来年度", "FY2015"),
        ("本日", "2014-05-19"),
        ("一昨日", "2014-05-17"),
    ],
)
def test_a_relative_date_counts_from_the_reference_and_needs_one(text: str, iso: str) -> None:
    (mention,) = find_dates(f"市は、{text}、定めた。", DAY)
    assert (mention.surface, mention.iso, mention.relative) == (text, iso, True)
    assert find_dates(f"市は、{text}、定めた。") == ()


@pytest.mark.parametrize(
    ("reference", "text", "iso"),
    [
        (datetime.date(2014, 1, 31), "先月", "2013-12"),
        (datetime.date(2014, 12, 1), "来月", "2015-01"),
        (datetime.date(2014, 3, 31), "今年度", "FY2013"),
        (datetime.date(2014, 4, 1), "昨年度", "FY2013"),
        (datetime.date(2014, 1, 1), "昨日", "2013-12-31"),
    ],
)
def test_relative_dates_cross_the_borders_of_years(
    reference: datetime.date, text: str, iso: str
) -> None:
    assert [mention.iso for mention in find_dates(text, reference)] == [iso]


def test_the_same_year_is_the_one_mentioned_before() -> None:
    mentions = find_dates("平成21年10月に定め、同年12月に改めた。")
    assert [(m.iso, m.relative) for m in mentions] == [("2009-10", False), ("2009-12", True)]
    assert find_dates("同年12月に改めた。", DAY) == ()


@pytest.mark.parametrize(
    "text",
    [
        "日本年金機構",
        "10年間",
        "2020年代",
        "2014年間",
        "今後3年間",
        "192.168.10.1",
        "5.2.3",
        "今日の社会",
        "27-2",
        "前年比",
        "資料1-2-3",
        "月額",
        "昭和の時代",
        "第2014号",
        "12014年",
    ],
)
def test_what_looks_like_a_date_and_is_none(text: str) -> None:
    assert find_dates(text, DAY) == ()


def test_the_same_day_in_two_calendars_is_one_day() -> None:
    mentions = find_dates("令和6年4月1日から2024年4月1日まで")
    assert {mention.iso for mention in mentions} == {"2024-04-01"}
    assert len(mentions) == 2


@given(st.dates(datetime.date(1873, 1, 1), datetime.date(2099, 12, 31)), st.booleans())
def test_any_western_date_comes_back(day: datetime.date, wide: bool) -> None:
    printed = f"{day.year}年{day.month}月{day.day}日"
    if wide:
        printed = printed.translate({0x30 + digit: 0xFF10 + digit for digit in range(10)})
    assert [mention.iso for mention in find_dates(f"（{printed}）")] == [day.isoformat()]


@given(st.text(alphabet="平成令和元年月日度昨本来先今同0123456789二十〇/.- （）代間", max_size=40))
def test_mentions_are_slices_in_order_and_never_overlap(text: str) -> None:
    end = 0
    for mention in find_dates(text, DAY):
        assert mention.start >= end
        assert text[mention.start : mention.end] == mention.surface
        end = mention.end
