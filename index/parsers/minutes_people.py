"""The units of a roster: one for each person that it prints."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.documents import RepairKind, RosterEntry

if TYPE_CHECKING:
    from index.parsers.lines import Line
    from index.parsers.minutes_context import MinutesContext
    from index.parsers.minutes_sections import Block
    from index.parsers.roster import Member

_BRACKETS = "（）()【】＜＞<>《》〈〉〔〕[]：: 　"


def roster_entries(
    context: MinutesContext, block: Block, first: int
) -> tuple[tuple[RosterEntry, ...], tuple[Line, ...]]:
    """The persons of a section, and the lines that name nobody.

    Args:
        context: The minutes.
        block: The section.
        first: Number of its first person; persons are numbered through the document.
    """
    printed = set(block.body)
    members = [member for member in context.roster.members if printed.issuperset(member.lines)]
    entries = tuple(_entry(context, block, member, first + i) for i, member in enumerate(members))
    used = {line for member in members for line in member.lines}
    groups = {member.group for member in members}
    left = [line for line in block.body if line not in used]
    for line in left:
        if line.stripped.strip(_BRACKETS) in groups:
            context.log.add(RepairKind.LABEL, line.content, line.stripped)
    return entries, tuple(line for line in left if line.stripped.strip(_BRACKETS) not in groups)


def _entry(context: MinutesContext, block: Block, member: Member, number: int) -> RosterEntry:
    start, end = member.lines[0].content.start, member.lines[-1].content.end
    return RosterEntry(
        id=context.id(f"出席者{number}"),
        label=context.label(f"出席者{number}（{member.name}）"),
        locator=context.locator(block, start),
        passage=context.source.passage(start, end),
        parent=context.id(block.number),
        name=member.name,
        offices=member.offices,
        group=member.group,
        proxy_for=member.proxy_for,
        attended=member.attended,
    )
