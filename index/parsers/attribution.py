"""Who is speaking, and on what ground. No ground, no name.

| basis | ground |
|---|---|
| printed | the turn begins with a label |
| heading | the section's heading names the role (`冒頭挨拶` of somebody) |
| self_reference | the turn speaks as its office (see `self_reference`) |
| none | anything else |

The person is named only where label and roster of the meeting give exactly one.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING

from index.documents import Attribution, Basis
from index.parsers.offices import ends_office, is_office, office_parts

if TYPE_CHECKING:
    from index.parsers.roster import Member, Roster

_INNER = re.compile(r"(?P<outer>[^()]+)\((?P<inner>[^()]+)\)")
_HONORIFIC = re.compile(r"(?:君|氏|様|さん|殿|先生)$")
_COMMON_TITLE = re.compile(
    r"(?:(?:臨時|専門|特別|副)?委員長?|構成員|議員|参考人|説明員|オブザーバー|教授|先生|氏|君|様|さん|殿"
    r"|座長(?:代理)?|会長(?:代理)?|議長|(?:副|分科|部)会長(?:代理)?|主査)?"
)
_REMARK = re.compile(
    r"(?P<role>[^\s「」、。]+?)(?:から|より|による|から の)?の?"
    r"(?:冒頭|開会|閉会|締め?括り|締めくくり|締括り|結び|最後|御|ご)?の?(?:御|ご)?"
    r"(?:挨拶|あいさつ|指示|訓示|講評|発言|所感)(?:について)?"
)
_REMARK_BEHIND = re.compile(
    r"(?:開会|閉会|冒頭|締め?括り|締めくくり)?の?(?:御|ご)?(?:挨拶|あいさつ)[(（](?P<role>[^()（）]+)[)）]"
)
_MANY = re.compile(
    r"出席|構成員|委員$|各|有識者|参加者|及び|・|主な|関係|その他|自由|^(?:開会|閉会|冒頭|御|ご)?$"
)
_CHAIR = re.compile(r"(?:副|部|分科)?(?:議長|座長|会長|委員長|主査)(?:代理)?$")
_OWN_TITLE = re.compile(
    r"(?:議長|座長|会長|委員長|部会長|主査|事務局|大臣|長官|長|官|監|知事)(?:代理)?$"
)


def heading_role(title: str) -> str | None:
    """The one role whose remarks a section holds, None where it holds a discussion.

    Args:
        title: The heading without its number, e.g. 議長締め括り挨拶.
    """
    match = _REMARK.fullmatch(title.strip()) or _REMARK_BEHIND.fullmatch(title.strip())
    if match is None or _MANY.search(match["role"]):
        return None
    return match["role"]


def attribute_heading(title: str, role: str, roster: Roster) -> Attribution:
    """The speaker of a section whose heading names the role."""
    folded = unicodedata.normalize("NFKC", role)
    inner = _INNER.fullmatch(folded)
    member = find_member(folded, roster)
    if member is None:
        office = inner["inner"] if inner else folded
        return Attribution(role, office, None, Basis.HEADING, title.strip())
    return of_member(role, member, Basis.HEADING, title.strip(), roster)


def attribute_label(label: str, roster: Roster) -> Attribution:
    """The speaker whom the turn's own label prints."""
    folded = unicodedata.normalize("NFKC", re.sub(r"\s+", "", label))
    member = find_member(folded, roster)
    if member is None:
        office = folded if _OWN_TITLE.fullmatch(folded) else None
        return Attribution(label, office, None, Basis.PRINTED, label)
    said_by = of_member(label, member, Basis.PRINTED, label, roster)
    role = _CHAIR.search(_INNER.sub(r"\g<outer>", folded))
    if role and not _fits(role.group(), member):
        return replace(said_by, office=role.group())  # a role that the roster does not print
    return said_by


def with_chair(titles: tuple[str, ...], roster: Roster) -> Roster:
    """The roster with the roles that headings give to an office: `議長（官房長官）`."""
    for title in titles:
        match = _INNER.fullmatch(unicodedata.normalize("NFKC", heading_role(title) or ""))
        member = roster.holding(match["inner"]) if match else None
        if match and member and roster.holding(match["outer"]) is None:
            roster = roster.with_role(
                member, match["outer"], _printed_office(match["inner"], member)
            )
    return roster


def find_member(label: str, roster: Roster) -> Member | None:
    """The one member whom a label means: by name in brackets, name, or office."""
    match = _INNER.fullmatch(label)
    if match:
        inner = _HONORIFIC.sub("", match["inner"])
        return (
            _by_name(inner, roster) or roster.holding(inner) or find_member(match["outer"], roster)
        )
    return _by_name(label, roster) or roster.holding(label)


def _by_name(label: str, roster: Roster) -> Member | None:
    """The one person present whose name begins the label, the longest name first."""
    lengths = {member.name: _name_length(label, member) for member in roster.present}
    longest = max(lengths.values(), default=0)
    found = [m for m in roster.present if longest and lengths[m.name] == longest]
    if len(found) > 1:
        title = label[longest:]
        found = [member for member in found if title and _fits(title, member)]
    return found[0] if len(found) == 1 else None


def _name_length(label: str, member: Member) -> int:
    """How many characters of the label are the member's name, 0 where it is another's.

    A name printed without a space may divide after two or three characters.
    """
    bare = _HONORIFIC.sub("", label)
    families = (member.family,) if member.family else (member.name[:3], member.name[:2])
    for name in (member.name, *families):
        if bare.startswith(name) and _may_be_titled(bare[len(name) :], member):
            return len(name)
    return 0


def _may_be_titled(title: str, member: Member) -> bool:
    """Whether a title behind a name may be the member's: none, a common one, an own one."""
    if "委員" in title and "事務局" in member.group:
        return False
    return bool(_COMMON_TITLE.fullmatch(title)) or _fits(title, member)


def _fits(title: str, member: Member) -> bool:
    """Whether a title may be one of the member's: 消防局長 fits …消防局長, not …理事."""
    parts = [part for office in member.offices for part in office_parts(office)]
    return any(title in part or part[-2:] == title[-2:] for part in parts)


def of_member(
    label: str | None, member: Member, basis: Basis, evidence: str, roster: Roster
) -> Attribution:
    """The attribution of a turn to a member of the roster, or to the member's proxy."""
    speaker = roster.speaker(member)
    if speaker is None:
        return Attribution(label, member.offices[0], None, basis, evidence)
    absent = roster.absent(speaker)
    return Attribution(
        label=label,
        office=_printed_office(label or evidence, speaker),
        person=speaker.name,
        basis=basis,
        evidence=evidence,
        proxy_for=f"{absent.name} {absent.offices[0]}" if absent else None,
    )


def _printed_office(label: str, member: Member) -> str:
    """The office that the label means, the first one where it does not say."""
    folded = unicodedata.normalize("NFKC", label).replace("の", "")
    exact = [office for office in member.offices if is_office(folded, office)]
    ending = [office for office in member.offices if ends_office(folded, office)]
    inside = [o for o in member.offices if any(p in folded for p in office_parts(o))]
    by_role = [office for role, office in member.roles if role in folded]
    return [*exact, *ending, *inside, *by_role, *member.offices][0]
