"""The units of minutes in reading order: sections with what they hold."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from index.documents import (
    EMPTY_PASSAGE,
    AgendaItem,
    Locator,
    Passage,
    RosterEntry,
    Section,
    Unit,
    join_passages,
)
from index.parsers.agenda import category_in_brackets
from index.parsers.lines import join, opens_block
from index.parsers.minutes_people import roster_entries
from index.parsers.minutes_remarks import agenda_item, talk_units
from index.parsers.minutes_sections import Block, SectionKind
from index.parsers.minutes_talk import is_stage_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.parsers.lines import Line
    from index.parsers.minutes_context import MinutesContext

PREFACE = "前文"
_SPACE = re.compile(r"\s+")


def minutes_units(
    context: MinutesContext, before: Sequence[Line], blocks: Sequence[Block]
) -> tuple[Unit, ...]:
    """All units of one set of minutes.

    Args:
        context: The minutes.
        before: The lines of the title.
        blocks: The sections in reading order.
    """
    units: list[Unit] = list(_preface(context, before))
    for block in blocks:
        if _is_agenda_heading(block):
            units += _agenda_heading(context, block, units)
        else:
            units += _section(context, block, _moved_to(block, blocks), units)
    return tuple(
        replace(unit, locator=replace(unit.locator, order=order))
        for order, unit in enumerate(units)
    )


def _preface(context: MinutesContext, before: Sequence[Line]) -> tuple[Section, ...]:
    """The printed title as a section of its own, so that it can be cited."""
    passage = join(context.source, before, context.log, opens=_always, mend_pages=False)
    if not passage:
        return ()
    section = Section(
        id=context.id(PREFACE),
        label=context.label(PREFACE),
        locator=Locator((), context.source.page_at(passage.start), PREFACE, 0),
        passage=passage,
        number=PREFACE,
        title=context.head.title,
        level=1,
    )
    return (section,)


def _section(
    context: MinutesContext, block: Block, moved: tuple[Line, ...], units: Sequence[Unit]
) -> tuple[Unit, ...]:
    """One section, and behind it the units that it holds."""
    held: tuple[Unit, ...] = ()
    own = block.body
    if block.kind in (SectionKind.ROSTER, SectionKind.ABSENT):
        first = 1 + sum(isinstance(unit, RosterEntry) for unit in units)
        held, own = roster_entries(context, block, first)
    elif block.kind in (SectionKind.TALK, SectionKind.RECORD):
        held, own = talk_units(context, block)
    return (_section_unit(context, block, (*own, *moved)), *held)


def _section_unit(context: MinutesContext, block: Block, own: tuple[Line, ...]) -> Section:
    is_prose = block.kind in (SectionKind.TALK, SectionKind.RECORD)
    text = join(context.source, own, context.log, opens_block if is_prose else _always)
    passage, start = text, text.start
    if block.heading is not None:
        line = block.heading
        heading = context.source.passage(line.content.start, line.content.end)
        separator = _space_behind(context, line.content.end) if text else EMPTY_PASSAGE
        passage, start = join_passages(heading, separator, text), line.span.start
    return Section(
        id=context.id(block.number),
        label=context.label(block.number),
        locator=context.locator(block, start),
        passage=passage,
        parent=context.id(block.path[-2].number) if len(block.path) > 1 else None,
        number=block.number,
        title=block.title,
        level=len(block.path),
    )


def _space_behind(context: MinutesContext, end: int) -> Passage:
    """One white-space character behind a heading, a line end if there is one."""
    space = _SPACE.match(context.source.text, end)
    if space is None:
        return EMPTY_PASSAGE
    offset = end + max(space.group().find("\n"), 0)
    return context.source.passage(offset, offset + 1)


def _agenda_heading(
    context: MinutesContext, block: Block, units: Sequence[Unit]
) -> tuple[AgendaItem, ...]:
    """A numbered heading that is an item of the agenda, `…について（決定）`."""
    parent = _parent(block)
    above = [unit for unit in units if isinstance(unit, AgendaItem)]
    number = 1 + sum(unit.parent == (context.id(parent) if parent else None) for unit in above)
    category = category_in_brackets(block.title) or ""
    lines = (block.heading,) if block.heading else block.body
    return (agenda_item(context, block, parent, number, category, lines),)


def _is_agenda_heading(block: Block) -> bool:
    """A heading with （決定） or the like, and below it no more than stage lines."""
    return category_in_brackets(block.title) is not None and all(
        is_stage_line(line.text) for line in block.body
    )


def _moved_to(block: Block, blocks: Sequence[Block]) -> tuple[Line, ...]:
    """Stage lines below the agenda headings of a section; they are the section's text."""
    return tuple(
        line
        for other in blocks
        if _is_agenda_heading(other) and _parent(other) == block.number
        for line in other.body
    )


def _parent(block: Block) -> str:
    return block.path[-2].number if len(block.path) > 1 else ""


def _always(_: str) -> bool:
    return True
