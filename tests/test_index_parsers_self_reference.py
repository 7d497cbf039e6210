"""Turns that show by what they say for which office somebody speaks, and those that do not."""

from __future__ import annotations

import pytest

from index.documents import Attribution, Basis
from index.parsers.roster import Roster
from index.parsers.self_reference import continued, self_reference
from tests.helpers.made_roster import ROSTER, member


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
