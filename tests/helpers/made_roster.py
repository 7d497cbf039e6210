"""The roster of a council that does not exist."""

from __future__ import annotations

from index.parsers.roster import Member, Roster


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
