"""Rosters: names, offices, groups, proxies, in the layouts that offices print."""

from __future__ import annotations

from collections import Counter

import pytest

from index.documents import RosterEntry
from index.parsers.lines import lines_of
from index.parsers.offices import ends_office, is_office, organisations
from index.parsers.roster import Member, Roster, read_roster
from tests.helpers.parsing import corpus_source, minutes_of, text_source


def members(text: str) -> tuple[Member, ...]:
    return read_roster(lines_of(text_source(text)), "出席者", attended=True)


def entries(prefix: str) -> list[RosterEntry]:
    document = minutes_of(corpus_source(prefix))
    return [unit for unit in document.units if isinstance(unit, RosterEntry)]


def test_39th_meeting_has_23_people_in_two_groups() -> None:
    found = entries("000")
    assert Counter(entry.group for entry in found) == {"出席者": 15, "その他出席者": 8}
    assert all(entry.attended and entry.proxy_for is None for entry in found)
    third = found[2]
    assert (third.name, third.offices) == ("山本一太", ("情報通信技術（IT）政策担当大臣",))
    assert third.label == "第39回会合 議事要旨 出席者3（山本一太）"
    assert third.text == "山本 一太\t情報通信技術（IT）政策担当大臣"


def test_22nd_meeting_has_15_people_and_2_proxies() -> None:
    found = entries("001")
    assert len([entry for entry in found if entry.proxy_for is None]) == 15
    proxies = [
        (entry.name, entry.offices[0], entry.proxy_for) for entry in found if entry.proxy_for
    ]
    assert proxies == [
        ("谷合正明", "経済産業大臣政務官", "二階俊博"),
        ("岸信夫", "防衛大臣政務官", "浜田靖一"),
    ]
    assert [entry.name for entry in found if not entry.attended] == ["二階俊博", "浜田靖一"]


def test_22nd_meeting_one_person_holds_two_offices() -> None:
    double = [entry for entry in entries("001") if len(entry.offices) > 1]
    assert [(entry.name, entry.offices) for entry in double] == [
        ("佐藤勉", ("総務大臣", "国家公安委員会委員長"))
    ]
    assert double[0].text.count("\t") == 2


@pytest.mark.parametrize(
    ("line", "name", "office"),
    [
        ("山田 太郎\t総務課長", "山田太郎", "総務課長"),
        ("総務課長\t山田 太郎", "山田太郎", "総務課長"),
        ("○山田　太郎　　水辺大学教授", "山田太郎", "水辺大学教授"),
        ("座長　山田　太郎　　水辺大学教授", "山田太郎", "座長 水辺大学教授"),
        ("水辺大学教授　山田　太郎", "山田太郎", "水辺大学教授"),
        ("山田 太郎（水辺大学教授）", "山田太郎", "水辺大学教授"),
        ("阿部　正人　　消防団長", "阿部正人", "消防団長"),
        ("林 かおり\t委員", "林かおり", "委員"),
    ],
)
def test_layouts_of_one_line(line: str, name: str, office: str) -> None:
    found = members(line)
    assert [(member.name, member.offices) for member in found] == [(name, (office,))]


def test_circle_before_a_rank_is_no_turn_and_no_part_of_the_name() -> None:
    found = members("◎山田　太郎　会長\n○鈴木　花子　副会長\n")
    assert [member.name for member in found] == ["山田太郎", "鈴木花子"]


def test_groups_and_absent_members() -> None:
    found = members(
        "【委員】\n山田 太郎\t教授\n（事務局）\n森 四郎\t課長\n【欠席委員】\n川 五郎\t部長\n"
    )
    assert [(member.group, member.attended) for member in found] == [
        ("委員", True),
        ("事務局", True),
        ("欠席委員", False),
    ]


def test_names_listed_in_one_line() -> None:
    found = members("田中議長、鈴木委員、佐藤福祉課長")
    assert [(member.name, member.offices[0]) for member in found] == [
        ("田中", "議長"),
        ("鈴木", "委員"),
        ("佐藤", "福祉課長"),
    ]


@pytest.mark.parametrize(
    "note",
    [
        "\t（代理：谷 花子 水道局次長）",
        "\t（※谷 花子 水道局次長代理出席）",
        "（※谷 花子 水道局次長が代理出席）",
    ],
)
def test_proxies(note: str) -> None:
    absent, proxy = members(f"川 太郎\t水道局長\n{note}\n")
    assert (absent.name, absent.attended) == ("川太郎", False)
    assert (proxy.name, proxy.offices, proxy.proxy_for) == ("谷花子", ("水道局次長",), "川太郎")
    roster = Roster((absent, proxy))
    assert roster.holding("水道局長") is absent
    assert roster.speaker(absent) is proxy


def test_proxy_noted_behind_the_office() -> None:
    (member,) = members("谷 花子\t水道局次長（川委員代理）")
    assert member.proxy_for == "川"


def test_an_office_of_two_people_names_nobody() -> None:
    roster = Roster(members("甲 一\t内閣官房副長官\n乙 二\t内閣官房副長官\n丙 三\t内閣官房長官\n"))
    assert roster.holding("官房副長官") is None
    found = roster.holding("官房長官")
    assert found is not None
    assert found.name == "丙三"


def test_vice_and_former_offices_are_not_the_office() -> None:
    assert ends_office("議長", "水辺会議議長")
    assert not ends_office("議長", "水辺会議副議長")
    assert not ends_office("市長", "前市長")
    assert is_office("議長", "副市長（議長）")


@pytest.mark.parametrize(
    ("office", "organisation"),
    [
        ("照明大臣", "照明省"),
        ("照明大臣政務官", "照明省"),
        ("夜警委員会委員長", "夜警委員会"),
        ("消防局長", "消防局"),
        ("水辺市都市整備部長", "水辺市都市整備部"),
        ("市立病院事務局長", "市立病院"),
        ("教育長", "教育委員会"),
        ("夜警庁長官", "夜警庁"),
        ("灯台株式会社代表取締役社長", "灯台"),
    ],
)
def test_organisation_of_an_office(office: str, organisation: str) -> None:
    assert organisation in organisations(office)


@pytest.mark.parametrize("office", ["内閣総理大臣", "夜間照明担当大臣", "弁護士", "水辺大学教授"])
def test_offices_that_stand_for_no_organisation(office: str) -> None:
    assert organisations(office) == frozenset()
