"""The roster of a meeting: who attended, in which office, and who for whom."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from index.parsers.offices import ends_office, is_office, organisations

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from index.parsers.lines import Line

_NAME_WORD = re.compile(r"[一-鿿々〆ぁ-ゖァ-ヺー]{1,5}")
_OFFICE_END = re.compile(
    r"(?:長|官|大臣|委員|監|役|授|師|員|理事|代表|主査|補佐|局|課|室|部|者|人|士|次長|参事|顧問|所属)$"
)
#: Ends of titles that no name has: 阿部 and 正人 are names, 課長 and 委員 are not.
_TITLE_END = re.compile(r".(?:[長員官監査授役]|理事|知事|大臣|講師)$")
_RANK = re.compile(r"^[○〇◯◎●・※*＊]\s*")
_GROUP = re.compile(r"[（(【<＜《〔\[〈]\s*(?P<name>[^（）()【】]{2,30})\s*[)）】>＞》〕\]〉]")
_GROUP_WORD = re.compile(
    r"(?:委員|構成員|事務局|オブザーバー|関係(?:省庁|機関|者)|説明者|参考人|専門委員|"
    r"有識者|(?:その他)?出席者|政府側?|欠席者?)[：:]?"
)
_PROXY_BEHIND = re.compile(r"^[（(]?\s*※?\s*(?P<who>.+?)\s*(?:が)?代理(?:出席)?\s*[)）]?$")
_PROXY_BEFORE = re.compile(r"^[（(]?\s*※?\s*代理(?:出席)?\s*[：:　\s]\s*(?P<who>.+?)\s*[)）]?$")
_PROXY_INSIDE = re.compile(
    r"[（(]\s*(?P<who>[^（）()]+?)(?:委員|構成員|氏)?(?:の)?代理(?:出席)?\s*[)）]"
)
_LISTED = re.compile(
    r"\s*(?:(?P<name>[一-鿿々ぁ-ゖァ-ヺー]{1,8}?)"
    r"(?P<office>副?(?:委員長?|議長|座長|会長|部会長)|構成員|主査|氏|議員|教授)"
    r"|(?P<long_name>[一-鿿々ぁ-ゖァ-ヺー]{2})(?P<long_office>\S*(?:局|部|課|室)長))\s*"
)
_BEHIND_NAME = re.compile(r"(?P<name>[^（）()]+?)\s*[（(](?P<office>[^（）()]{2,})[)）]$")


@dataclass(frozen=True, slots=True)
class Member:
    """One person of a roster.

    Attributes:
        name: Without spaces.
        family: Family name, "" where the roster prints no space in the name.
        offices: As printed.
        group: The heading of the group.
        lines: The lines that print the person.
        proxy_for: Name of the absent member whom the person stands for.
        attended: False for a member who sent a proxy, or who is listed as absent.
        roles: Roles that headings of the minutes give the person, each with the office
            that it goes with, e.g. ("議長", "内閣官房長官").
    """

    name: str
    family: str
    offices: tuple[str, ...]
    group: str
    lines: tuple[Line, ...]
    proxy_for: str | None = None
    attended: bool = True
    roles: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Roster:
    """All persons of a meeting, with look-ups that never guess."""

    members: tuple[Member, ...] = ()

    @property
    def present(self) -> tuple[Member, ...]:
        """Those who attended."""
        return tuple(member for member in self.members if member.attended)

    def named(self, name: str) -> Member | None:
        """The member of that full name."""
        return self._only(lambda member: member.name == name)

    def holding(self, office: str) -> Member | None:
        """The one member whose office it is, exactly or without its organisation.

        An absent member counts: whoever attended for them is found by `speaker`.
        """
        return self.holding_exactly(office) or self._only(
            lambda member: any(ends_office(office, own) for own in member.offices)
        )

    def holding_exactly(self, office: str) -> Member | None:
        """The one member whose office, or part of it, is printed in these words."""
        return self._only(
            lambda member: (
                any(is_office(office, own) for own in member.offices)
                or any(office == role for role, _ in member.roles)
            )
        )

    def speaker(self, member: Member) -> Member | None:
        """Who spoke for a member: the member, or the one proxy who attended."""
        if member.attended:
            return member
        return self._only(lambda other: other.attended and other.proxy_for == member.name)

    def absent(self, proxy: Member) -> Member | None:
        """The member whom a proxy stood for."""
        return self.named(proxy.proxy_for) if proxy.proxy_for else None

    def speaking_for(self, organisation: str) -> tuple[Member, ...]:
        """Everybody present who may say 「…としては」 for an organisation."""
        return tuple(
            member
            for member in self.present
            if any(organisation in organisations(office) for office in self.offices_of(member))
        )

    def offices_of(self, member: Member) -> tuple[str, ...]:
        """The member's offices, and those of the one the member stood for."""
        absent = self.absent(member)
        return member.offices + (absent.offices if absent else ())

    def with_role(self, member: Member, role: str, office: str) -> Roster:
        """The roster with a role that the document gives the holder of an office."""
        known = replace(member, roles=(*member.roles, (role, office)))
        return Roster(tuple(known if one is member else one for one in self.members))

    def _only(self, fits: Callable[[Member], bool]) -> Member | None:
        found = [member for member in self.members if fits(member)]
        return found[0] if len(found) == 1 else None


def read_roster(lines: Sequence[Line], group: str, attended: bool) -> tuple[Member, ...]:
    """The persons that the lines of a section 出席者 print.

    Args:
        lines: The lines below the heading.
        group: Group of those who stand under no heading of their own.
        attended: False where the section lists who was absent.
    """
    members: list[Member] = []
    for line in lines:
        heading = _group_name(line)
        if heading:
            group = heading
            attended = attended and not heading.startswith("欠席")
        elif not _goes_on(line, members):
            members += _persons(line, group, attended)
    return tuple(members)


def _group_name(line: Line) -> str:
    if "\t" in line.text:
        return ""
    if _GROUP_WORD.fullmatch(line.stripped):
        return line.stripped.rstrip("：:")
    match = _GROUP.fullmatch(line.stripped)
    return match["name"] if match and "代理" not in match["name"] else ""


def _goes_on(line: Line, members: list[Member]) -> bool:
    """A line without a name: a second office, or who attended instead."""
    if not members or not (line.text.startswith("\t") or line.stripped.startswith(("（※", "(※"))):
        return False
    above = members[-1]
    proxy = _proxy(line, above)
    if proxy:
        members[-1] = replace(above, attended=False)
        members.append(proxy)
    else:
        offices = (*above.offices, line.stripped)
        members[-1] = replace(above, offices=offices, lines=(*above.lines, line))
    return True


def _proxy(line: Line, above: Member) -> Member | None:
    match = _PROXY_BEFORE.match(line.stripped) or _PROXY_BEHIND.match(line.stripped)
    if match is None:
        return None
    person = _person(match["who"])
    return Member(*person, above.group, (line,), proxy_for=above.name) if person else None


def _persons(line: Line, group: str, attended: bool) -> list[Member]:
    text = _RANK.sub("", line.stripped)
    if "\t" not in text and len(re.split(r"[、，]", text)) > 1:
        listed = [_listed(name) for name in re.split(r"[、，]", text)]
        return [Member(*person, group, (line,), attended=attended) for person in listed if person]
    person = _person(text)
    if person is None:
        return []
    name, family, offices = person
    inside = _PROXY_INSIDE.search(text)
    stands_for = re.sub(r"\s+", "", inside["who"]) if inside else None
    return [Member(name, family, offices, group, (line,), stands_for, attended)]


def _person(text: str) -> tuple[str, str, tuple[str, ...]] | None:
    """Name, family name and offices of `姓 名<TAB>役職`, `役職　姓 名`, `姓 名（役職）` …."""
    if "\t" in text:
        left, _, right = (part.strip() for part in text.partition("\t"))
        name, office = (right, left) if _is_name(right) and not _is_name(left) else (left, right)
    elif (match := _BEHIND_NAME.match(text)) and _is_name(match["name"]):
        name, office = match["name"], match["office"]
    else:
        name, office = _split_words(text.split())
    words = name.split()
    if not words or not office:
        return None
    return "".join(words), words[0] if len(words) > 1 else "", (office,)


def _split_words(words: list[str]) -> tuple[str, str]:
    """Name and office of space-separated words, the name first, last or behind a rank."""
    for start in range(len(words) - 1):
        pair = words[start : start + 2]
        rest = words[:start] + words[start + 2 :]
        if rest and all(map(_is_name_word, pair)):
            return " ".join(pair), " ".join(rest)
    if len(words) == 2:
        first, second = words
        return (second, first) if _OFFICE_END.search(first) else (first, second)
    return "", ""


def _is_name(text: str) -> bool:
    words = text.split()
    return len(words) == 2 and all(map(_is_name_word, words))


def _is_name_word(word: str) -> bool:
    return bool(_NAME_WORD.fullmatch(word)) and not _TITLE_END.search(word)


def _listed(text: str) -> tuple[str, str, tuple[str, ...]] | None:
    """`山田委員` of a list that names persons by family name only."""
    match = _LISTED.fullmatch(text)
    if match is None:
        return None
    name, office = match.group("name", "office") if match["name"] else match.group(3, 4)
    return name, name, (office,)
