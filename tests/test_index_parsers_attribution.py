"""Who is speaking: on which ground a name may stand, and when none may."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.documents import Attribution, Basis, Document, SourceText, Span, Utterance
from index.parsers.attribution import attribute_heading, attribute_label, heading_role, with_chair
from index.parsers.minutes import parse_minutes
from index.parsers.roster import Member, Roster
from index.parsers.self_reference import continued, self_reference
from index.parsers.speaker_labels import speaker_label

CORPUS = Path(__file__).parents[2] / "shared" / "corpus"


def member(
    name: str,
    *offices: str,
    group: str = "委員",
    proxy_for: str | None = None,
    attended: bool = True,
) -> Member:
    family, _, given = name.partition(" ")
    return Member(family + given, family if given else "", offices, group, (), proxy_for, attended)


ROSTER = Roster(
    (
        member("山田 太郎", "水辺大学教授（座長）"),
        member("山田 次郎", "消防局長"),
        member("林 三郎", "弁護士"),
        member("林田 四郎", "照明大臣"),
        member("川 五郎", "夜警委員会委員長", "内閣官房長官"),
        member("谷 六郎", "水道局長", attended=False),
        member("北 花子", "水道局次長", proxy_for="谷六郎"),
        member("森 七郎", "環境大臣"),
        member("森下 八郎", "環境大臣政務官"),
        member("原 九郎", "環境課長", group="事務局"),
    )
)


def turns(prefix: str, section: str) -> dict[int, Attribution]:
    paths = sorted(CORPUS.glob(f"{prefix}_*.txt"))
    if not paths:
        pytest.skip("参照用の文書がありません")
    text = paths[0].read_text(encoding="utf-8")
    source = SourceText(paths[0], text, (), (), "", "text/plain")
    document: Document = parse_minutes(source, Span(0, len(text)))
    return {
        unit.number: unit.attribution
        for unit in document.units
        if isinstance(unit, Utterance) and unit.locator.section == section
    }


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


@pytest.mark.parametrize(
    ("text", "person", "evidence"),
    [
        ("照明省としては、灯りを増やしてまいりたい。", "林田四郎", "照明省としては"),
        ("今後の方針に従い、照明省としても取組を進めている。", "林田四郎", "照明省としても"),
        ("照明省では、灯りが大切だと考えている。", "林田四郎", "照明省では"),
        ("照明省では、本部を置いた。早く進めていきたい。", "林田四郎", "照明省では"),
        ("夜警委員会の委員長として、警戒を続ける。", "川五郎", "夜警委員会の委員長として"),
        ("弁護士である私から申し上げる。", "林三郎", "弁護士である私"),
        ("水道局としては、水を守ってまいる。", "北花子", "水道局としては"),
        ("照明省では、前回御指摘のあった表を作り直した。", "林田四郎", "照明省では"),
        ("照明省では、御意見を踏まえて灯りを増やした。", "林田四郎", "照明省では"),
    ],
)
def test_turns_that_speak_as_their_office(text: str, person: str, evidence: str) -> None:
    found = self_reference(text, ROSTER)
    assert (found.basis, found.person, found.evidence) == (Basis.SELF_REFERENCE, person, evidence)
    assert found.label is None
    assert found.evidence in text


@pytest.mark.parametrize(
    "text",
    [
        "照明省にも話をしているところである。",
        "照明省では、既に灯りを増やしていると聞いている。",
        "照明省では灯りを増やした。これは評価できる。",
        "照明省としても早く取り組んでいただきたい。",
        "照明省としては、どのように考えているのか。",
        "照明省としては、増やしていく考えはあるか。",
        "照明省、水道局としても努力してほしい。",
        "照明大臣として尽力された方に敬意を表する。",
        "前回、「照明省としては増やしてまいる」との発言があった。",
        "灯りについては照明省と水道局が協力して進めてまいりたい。",
        "当省では、早くから灯りを増やしてまいった。",
        "照明省としては進めてまいる。水道局としても支えてまいる。",
        "私が最初の起案者であった。",
        "経済省としては、増やしてまいりたい。",
        "電力については、灯りの行政を主管する大臣として、支えてまいりたい。",
        "地方自治を所管する大臣として、支えてまいりたい。",
    ],
)
def test_offices_that_are_only_mentioned_are_not_the_speaker(text: str) -> None:
    assert self_reference(text, ROSTER) == Attribution(None, None, None, Basis.NONE)


@pytest.mark.parametrize(
    ("text", "person", "evidence"),
    [
        (
            "道については、地方自治及び放送を所管する大臣として、支えてまいりたい。",
            "西十郎",
            "地方自治及び放送を所管する大臣として",
        ),
        ("放送行政を担当する大臣として申し上げる。", "西十郎", "放送行政を担当する大臣として"),
        ("外交を所管する立場として、話を進めていく。", "南花子", "外交を所管する立場として"),
        ("放送と外交を所管する大臣として、支えてまいりたい。", None, ""),
        ("放送を所管する大臣として、早く進めていただきたい。", None, ""),
    ],
)
def test_the_fields_a_minister_is_in_charge_of_tell_the_office(
    text: str, person: str | None, evidence: str
) -> None:
    roster = Roster(
        (
            member("西 十郎", "総務大臣", "夜警委員会委員長"),
            member("東 一郎", "外務大臣", attended=False),
            member("南 花子", "外務大臣政務官", proxy_for="東一郎"),
        )
    )
    found = self_reference(text, roster)
    assert (found.person, found.evidence) == (person, evidence)


def test_two_who_may_speak_for_one_ministry_leave_the_person_open() -> None:
    found = self_reference("環境省としては、緑を増やしてまいりたい。", ROSTER)
    assert (found.basis, found.person, found.office) == (Basis.SELF_REFERENCE, None, "環境省")


def test_one_person_with_two_offices_may_speak_for_both() -> None:
    roster = Roster((member("川 五郎", "照明大臣", "夜警委員会委員長"),))
    text = "照明省としては、増やしてまいる。夜警委員会の委員長として、警戒してまいる。"
    assert self_reference(text, roster).person == "川五郎"


@pytest.mark.parametrize(
    ("paragraph", "goes_on"),
    [
        ("当省では、早くから環境情報の基盤を作ってきた。", True),
        ("当省では、早くから基盤を作ってきた。", False),  # whose it is nothing shows
        ("「当省では」という環境の言い方は改めたい。", False),
        ("当庁では、早くから環境情報の基盤を作ってきた。", False),
    ],
)
def test_our_ministry_is_the_one_that_spoke_just_before(paragraph: str, goes_on: bool) -> None:
    before = self_reference("環境省としても協力してまいりたい。", ROSTER)
    assert before.person == "森七郎" or before.office
    assert (continued(paragraph, before).basis is Basis.SELF_REFERENCE) is goes_on
