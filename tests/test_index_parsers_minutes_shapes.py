"""Other layouts of minutes, of councils that do not exist."""

from __future__ import annotations

import pytest

from index.documents import (
    Document,
    DocumentKind,
    RepairKind,
    Section,
    Utterance,
)
from index.parsers.doubles import doubled
from index.parsers.minutes_dates import first_date
from tests.helpers.parsing import (
    kind_of,
    lost_characters,
    minutes_of,
    section_of,
    text_source,
    utterances,
)


def parse(text: str) -> Document:
    return minutes_of(text_source(text))


def test_named_headings_and_two_lines_of_time() -> None:
    document = parse(
        "水辺審議会（第3回）議事録\n\n"
        "日時：自　令和元年6月3日　10時00分\n　　　至　令和元年6月3日　12時00分\n"
        "場所：会議室\n\n議事\n○座長　始めます。\n　続けます。\n○川委員　賛成です。\n"
    )
    assert (document.id, document.date) == ("水辺審議会-第3回", "2019-06-03")
    assert section_of(document, "日時").text.count("\n") == 1
    turns = utterances(document, "議事")
    assert [turn.text for turn in turns] == ["始めます。\n続けます。", "賛成です。"]
    assert lost_characters(document) == ""


def test_stage_lines_and_item_headings_are_nobodys_turn() -> None:
    document = parse(
        "第2回 水辺会議 議事録\n\n1 日時\n2020年1月6日\n\n2 議事\n（資料説明）\n○甲委員　ああ。\n"
        "（異議なし）\n【議題2】\n○乙委員　いい。\n－了－\n"
    )
    assert [turn.text for turn in utterances(document, "2")] == ["ああ。", "いい。"]
    own = section_of(document, "2").text
    assert own == "2 議事\n（資料説明）\n（異議なし）\n【議題2】"
    assert [r.detail for r in document.repairs if r.kind is RepairKind.PAGE_FURNITURE] == ["－了－"]


def test_list_inside_a_turn_stays_in_the_turn() -> None:
    document = parse(
        "第2回 水辺会議 議事要旨\n\n1 日時\n2020年1月6日\n\n2 意見交換\n\n- 三つを始める。\n\n"
        "- ・ 届け出ること\n- ・ 検査を受けること\n\n以上である。\n\n- 賛成である。\n"
    )
    turns = utterances(document, "2")
    assert len(turns) == 2
    assert "届け出ること" in turns[0].text
    assert turns[0].text.endswith("以上である。")


def test_bare_circle_between_named_speakers_is_a_list_item() -> None:
    document = parse(
        "第2回 水辺会議 議事録\n\n1 日時\n2020年1月6日\n\n2 議事\n○甲委員　案は二つある。\n"
        "○ 橋を架ける案\n○乙委員　橋がよい。\n"
    )
    turns = utterances(document, "2")
    assert [turn.attribution.label for turn in turns] == ["甲委員", "乙委員"]
    assert "橋を架ける案" in turns[0].text


def test_redacted_place_name_opens_no_turn() -> None:
    document = parse(
        "第2回 水辺会議 議事要旨\n\n1 日時\n2020年1月6日\n\n2 主な意見\n\n"
        "●●市では橋が落ちた。\n\n○○町の例もある。\n"
    )
    found = utterances(document, "2")
    assert [unit.text for unit in found] == ["●●市では橋が落ちた。", "○○町の例もある。"]
    assert not any(unit.is_turn for unit in found)


def test_headings_with_a_space_and_opinions_that_a_record_announces() -> None:
    document = parse(
        "第５回　水辺の森検討会　議事概要\n\n日　時　令和３年７月１日（木）13:00\n"
        "出席者　山田座長、鈴木委員\n\n１　開会\n２　議題\n（１）水辺の計画について\n"
        "事務局より資料１について説明。\n主な意見は以下のとおり。\n"
        "・橋の名前は公募がよい。\n・橋の色は白がよい。\n（２）その他\n特になし。\n"
    )
    assert (document.id, document.date) == ("水辺の森検討会-第5回", "2021-07-01")
    assert section_of(document, "日時").text == "日　時　令和３年７月１日（木）13:00"
    assert document.warnings == ()  # the roster was read
    found = utterances(document, "2(1)")
    assert [unit.text for unit in found] == ["・橋の名前は公募がよい。", "・橋の色は白がよい。"]
    assert section_of(document, "2(1)").text.endswith("主な意見は以下のとおり。")
    assert lost_characters(document) == ""


def test_heading_printed_twice_keeps_two_ids() -> None:
    document = parse("水辺会議 第2回 議事録\n\n議題\n橋について\n\n議題\n川について\n")
    numbers = [unit.number for unit in document.units if isinstance(unit, Section)]
    assert numbers == ["前文", "議題", "議題~2"]


def test_council_record_by_seat_numbers() -> None:
    text = (
        "水辺市議会 総務委員会会議録\n\n令和4年9月1日\n\n"
        "○委員長（山田太郎君）　開きます。\n○総務部長（鈴木花子君）　説明します。\n"
        "　〔資料配付〕\n○５番（佐藤次郎君）　質問します。\n"
    )
    document = parse(text)
    labels = [u.attribution.label for u in document.units if isinstance(u, Utterance)]
    assert kind_of(text) is DocumentKind.MINUTES
    assert labels == ["委員長（山田太郎君）", "総務部長（鈴木花子君）", "５番（佐藤次郎君）"]


def test_minutes_without_any_heading() -> None:
    document = parse("水辺会議 第4回 議事録\n○甲委員　ああ。\n○乙委員　いい。\n")
    assert [unit.text for unit in document.units if isinstance(unit, Utterance)] == [
        "ああ。",
        "いい。",
    ]
    assert document.id == "水辺会議-第4回"
    assert document.warnings


def test_title_without_a_meeting_number() -> None:
    document = parse(
        "水辺懇談会 議事要旨\n\n1 日時\n平成31年4月30日\n\n2 意見交換\n\n○ 賛成である。\n"
    )
    assert document.meeting is None
    assert document.id == "水辺懇談会議事要旨"
    assert document.date == "2019-04-30"


@pytest.mark.parametrize(
    ("printed", "iso"),
    [
        ("平成26年5月19日（月）", "2014-05-19"),
        ("令和元年５月１日", "2019-05-01"),
        ("2015年6月", "2015-06"),
        ("昭和 63 年 12 月 31 日", "1988-12-31"),
        ("平成26年13月1日、平成27年1月1日", "2015-01-01"),
        ("本年6月", None),
    ],
)
def test_dates(printed: str, iso: str | None) -> None:
    assert first_date(printed) == iso


def test_short_or_different_paragraphs_are_no_doubles() -> None:
    long = "灯りを増やすことは、夜の安全を守るために欠かせない取組であり、早く進めるべきである。"
    other = "橋を架けることは、川の両岸を結ぶために欠かせない取組であるが、急ぐ必要はないと思う。"
    assert doubled([long, other, "異議なし。", "異議なし。", long.replace("早く", "速く")]) == {
        4: 0
    }


@pytest.mark.parametrize(
    "text",
    [
        "水辺計画（案）\n\n1. 目的\n本計画は、水辺の安全を守ることを目的とする。\n",
        "意見募集の結果\n番号\t意見\t考え方\n1\t議事録を公開せよ\t検討します。\n",
    ],
)
def test_other_documents_are_no_minutes(text: str) -> None:
    assert kind_of(text) is not DocumentKind.MINUTES
