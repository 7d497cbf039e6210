"""Who is speaking: on which ground a name may stand, and when none may."""

from __future__ import annotations

import pytest

from index.documents import Attribution, Basis
from index.parsers.attribution import attribute_heading, attribute_label, heading_role, with_chair
from index.parsers.speaker_labels import speaker_label
from tests.helpers.made_roster import ROSTER
from tests.helpers.parsing import corpus_source, minutes_of, utterances


def turns(prefix: str, section: str) -> dict[int, Attribution]:
    document = minutes_of(corpus_source(prefix))
    return {unit.number: unit.attribution for unit in utterances(document, section)}


def shortened(words: str) -> str:
    """Words of the corpus as far as they may be printed here."""
    return words if len(words) < 20 else f"{words[:6]}…{words[-7:]}"


def test_39th_turns_that_show_their_speaker() -> None:
    found = turns("000", "4(2)")
    shown = {
        number: (said_by.person, said_by.office, shortened(said_by.evidence or ""))
        for number, said_by in found.items()
        if said_by.basis is not Basis.NONE
    }
    assert shown == {
        8: ("山本一太", "情報通信技術（IT）政策担当大臣", "IT政策担当…長代理である私"),
        10: ("新藤義孝", "総務大臣", "総務省では"),
        11: ("小野寺五典", "防衛大臣", "防衛省では"),
        12: ("石原宏高", "外務大臣政務官", "外務省としては"),
        13: ("磯崎仁彦", "経済産業大臣政務官", "経済産業省としても"),
    }
    assert all(
        said_by.basis is Basis.SELF_REFERENCE for said_by in map(found.get, shown) if said_by
    )
    assert all(said_by.label is None for said_by in found.values())
    assert found[1].person is None  # it talks to two ministries, it is neither


def test_39th_headings_name_a_role() -> None:
    assert turns("000", "4(1)")[1] == Attribution(
        "総理大臣", "内閣総理大臣", "安倍晋三", Basis.HEADING, "総理大臣冒頭挨拶"
    )
    assert turns("000", "4(3)")[1] == Attribution(
        "議長", "議長", None, Basis.HEADING, "議長締め括り挨拶"
    )


def test_22nd_paragraphs_do_not_lend_their_speaker_to_neighbours() -> None:
    found = turns("001", "4(4)")
    shown = {n: (a.person, a.proxy_for) for n, a in found.items() if a.basis is not Basis.NONE}
    ministry = ("谷合正明", "二階俊博 経済産業大臣")
    assert shown == {
        44: ("佐藤勉", None),
        46: ("佐藤勉", None),
        48: ministry,
        49: ministry,
        51: ministry,
        52: ("岸信夫", "浜田靖一 防衛大臣"),
        53: ("岸信夫", "浜田靖一 防衛大臣"),  # 当省 of what the paragraph names the ministry's
    }
    assert found[44].office == "国家公安委員会委員長"
    assert found[44].evidence == "国家公安委員会の委員長として"
    assert found[46].office == "総務大臣"  # by the fields he says he is in charge of
    assert found[53].evidence == "当省では"
    assert found[55].person is None  # 当省 alone names no ministry


def test_22nd_chair_is_told_by_the_heading() -> None:
    assert turns("001", "4(6)")[1] == Attribution(
        "議長（官房長官）", "内閣官房長官", "河村建夫", Basis.HEADING, "議長（官房長官）からの指示"
    )


@pytest.mark.parametrize(
    ("line", "label", "speech"),
    [
        ("○山田座長　始めます。", "山田座長", "始めます。"),
        ("〇 山田座長　始めます。", "山田座長", "始めます。"),
        ("●議長（山田太郎君）　始めます。", "議長（山田太郎君）", "始めます。"),
        ("（Ａ）　始めます。", "Ａ", "始めます。"),
        ("（Ａ委員）始めます。", "Ａ委員", "始めます。"),
        ("【大臣】始めます。", "大臣", "始めます。"),
        ("【大臣】", "大臣", ""),
        ("事務局:始めます。", "事務局", "始めます。"),
        ("委員長（山田）： 始めます。", "委員長（山田）", "始めます。"),
        ("○○○委員　始めます。", "○○委員", "始めます。"),
        ("○●●●●　始めます。", "●●●●", "始めます。"),
        ("○林　始めます。", "林", "始めます。"),
        ("○かおり委員　始めます。", "かおり委員", "始めます。"),
        ("○事務局", "事務局", ""),
    ],
)
def test_printed_speakers(line: str, label: str, speech: str) -> None:
    found = speaker_label(line, frozenset({"林", "かおり"}))
    assert found is not None
    assert found.text == label
    assert line[found.end :] == speech


@pytest.mark.parametrize(
    "line",
    [
        "○ 5点申し上げる。",
        "○私は委員　として申し上げる。",
        "○背景　本件は昨年に始まる。",
        "【決定事項】",
        "日時：平成31年4月1日",
        "配付資料：資料1から資料3まで",
        "議事要旨 第2回",
        "- 先の委員の意見に賛成である。",
        "●●市では橋が落ちた。",
        "時刻は10:30である。",
        "担当課：環境課",
    ],
)
def test_first_words_that_are_no_speaker(line: str) -> None:
    assert speaker_label(line) is None


@pytest.mark.parametrize(
    ("label", "person", "office"),
    [
        ("山田座長", "山田太郎", "水辺大学教授（座長）"),
        ("山田消防局長", "山田次郎", "消防局長"),
        ("山田委員", None, None),  # two of that name
        ("林委員", "林三郎", "弁護士"),
        ("林田大臣", "林田四郎", "照明大臣"),
        ("林部会長", "林三郎", "部会長"),
        ("議長（林三郎君）", "林三郎", "議長"),
        ("座長（山田委員）", "山田太郎", "水辺大学教授（座長）"),
        ("大臣", None, "大臣"),  # two ministers
        ("照明大臣", "林田四郎", "照明大臣"),
        ("座長", "山田太郎", "水辺大学教授（座長）"),
        ("事務局", None, "事務局"),
        ("原委員", None, None),  # of the secretariat, no member
        ("原子力部長", None, None),  # begins with a family name
        ("鈴木委員", None, None),
        ("Ａ", None, None),
        ("●●委員", None, None),
    ],
)
def test_label_and_roster_must_give_exactly_one(
    label: str, person: str | None, office: str | None
) -> None:
    found = attribute_label(label, ROSTER)
    assert (found.basis, found.label, found.evidence) == (Basis.PRINTED, label, label)
    assert (found.person, found.office) == (person, office)


def test_label_of_an_absent_member_names_the_proxy() -> None:
    found = attribute_label("水道局長", ROSTER)
    assert (found.person, found.proxy_for) == ("北花子", "谷六郎 水道局長")


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("総理大臣冒頭挨拶", "総理大臣"),
        ("議長締め括り挨拶", "議長"),
        ("議長（官房長官）からの指示", "議長（官房長官）"),
        ("照明大臣による開会の御挨拶", "照明大臣"),
        ("開会挨拶（座長）", "座長"),
        ("出席者意見", None),
        ("構成員からの発言", None),
        ("開会挨拶", None),
        ("討議", None),
    ],
)
def test_headings_that_name_one_role(title: str, role: str | None) -> None:
    assert heading_role(title) == role


def test_heading_tells_who_is_in_the_chair_for_the_whole_meeting() -> None:
    roster = with_chair(("議長（官房長官）からの指示",), ROSTER)
    found = attribute_heading("議長締め括り挨拶", "議長", roster)
    assert (found.person, found.office) == ("川五郎", "内閣官房長官")
    assert attribute_heading("議長締め括り挨拶", "議長", ROSTER).person is None
