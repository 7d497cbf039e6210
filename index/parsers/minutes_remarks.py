"""The units of talk: agenda items, turns, remarks under a heading, paragraphs."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from index.documents import AgendaItem, Attribution, Basis, Passage, RepairKind, Unit, Utterance
from index.parsers.attribution import attribute_heading, attribute_label, heading_role
from index.parsers.doubles import doubled
from index.parsers.lines import join
from index.parsers.minutes_sections import Block, SectionKind
from index.parsers.minutes_talk import Talk, is_stage_line, paragraphs, read_talk
from index.parsers.self_reference import continued, self_reference

if TYPE_CHECKING:
    from index.parsers.lines import Line
    from index.parsers.minutes_context import MinutesContext

#: A record that says that opinions follow.
_ANNOUNCED = re.compile(
    r"主な(?:御|ご)?(?:意見|発言|質疑)|(?:以下|次)の(?:とおり|ような)[^。]{0,10}意見"
)


def talk_units(context: MinutesContext, block: Block) -> tuple[tuple[Unit, ...], tuple[Line, ...]]:
    """What is said below a heading, and the lines that are the section's own text."""
    families = frozenset(member.family for member in context.roster.members if member.family)
    talk = read_talk(block.body, families, context.log)
    items = tuple(
        agenda_item(context, block, block.number, number, entry.category, entry.lines)
        for number, entry in enumerate(talk.agenda, 1)
    )
    said, own = _said(context, block, talk)
    return (*items, *said), own


def agenda_item(
    context: MinutesContext,
    block: Block,
    parent: str,
    number: int,
    category: str,
    lines: tuple[Line, ...],
) -> AgendaItem:
    """One item of the agenda.

    Args:
        context: The minutes.
        block: The list's section, or the heading that is itself an item.
        parent: Number of the section whose agenda it is, "" for the document's.
        number: Its number within that agenda.
        category: 決定事項, 報告 …, "" where none is printed.
        lines: Its text.
    """
    suffix = f"（{category}）" if category else ""
    return AgendaItem(
        id=context.id(f"{parent}-議題{number}" if parent else f"議題{number}"),
        label=context.label(f"{block.number} 議題{number}{suffix}"),
        locator=context.locator(block, lines[0].span.start),
        passage=join(context.source, lines, context.log),
        parent=context.id(parent) if parent else None,
        number=number,
        category=category,
    )


def _said(
    context: MinutesContext, block: Block, talk: Talk
) -> tuple[tuple[Utterance, ...], tuple[Line, ...]]:
    role = heading_role(block.title)
    if talk.turns:
        return _turns(context, block, talk), talk.stage
    if role and talk.stage:
        text = join(context.source, talk.stage, context.log)
        said_by = attribute_heading(block.title, role, context.roster)
        return (_utterance(context, block, 1, text, said_by),), ()
    if block.kind is SectionKind.TALK:
        places = (i for i, line in enumerate(talk.stage) if not is_stage_line(line.text))
    else:
        places = (i + 1 for i, line in enumerate(talk.stage) if _ANNOUNCED.search(line.text))
    first = next(places, len(talk.stage))
    return _paragraphs(context, block, talk.stage[first:]), talk.stage[:first]


def _turns(context: MinutesContext, block: Block, talk: Talk) -> tuple[Utterance, ...]:
    made: list[Utterance] = []
    for number, turn in enumerate(talk.turns, 1):
        text = join(context.source, turn.lines, context.log)
        said_by = _attribution(context, block, turn.label, text)
        made.append(_utterance(context, block, number, text, said_by))
    return tuple(made)


def _attribution(
    context: MinutesContext, block: Block, label: str | None, text: Passage
) -> Attribution:
    """By the turn's own label, by its words, or by a heading that names one role."""
    if label:
        return attribute_label(label, context.roster)
    said_by = self_reference(text.text, context.roster)
    role = heading_role(block.title)
    if said_by.basis is Basis.NONE and role:
        return attribute_heading(block.title, role, context.roster)
    return said_by


def _paragraphs(
    context: MinutesContext, block: Block, lines: tuple[Line, ...]
) -> tuple[Utterance, ...]:
    """One unit for each paragraph, those that stand twice as one unit."""
    found = paragraphs(lines)
    texts = [join(context.source, paragraph.lines, context.log) for paragraph in found]
    repeats = doubled([text.text for text in texts])
    made: list[Utterance] = []
    for place, (paragraph, text) in enumerate(zip(found, texts, strict=True)):
        if place in repeats:
            for span in text.spans:
                context.log.add(RepairKind.DUPLICATE, span, f"段落{paragraph.number}")
            continue
        said_by = self_reference(text.text, context.roster)
        if said_by.basis is Basis.NONE and made and made[-1].number == paragraph.number - 1:
            said_by = continued(text.text, made[-1].attribution)
        unit = _utterance(context, block, paragraph.number, text, said_by, is_turn=False)
        also = tuple(texts[later] for later, first in repeats.items() if first == place)
        made.append(replace(unit, also_at=also))
    return tuple(made)


def _utterance(
    context: MinutesContext,
    block: Block,
    number: int,
    text: Passage,
    said_by: Attribution,
    *,
    is_turn: bool = True,
) -> Utterance:
    name = f"{'発言' if is_turn else '段落'}{number}"
    return Utterance(
        id=context.id(f"{block.number}-{name}"),
        label=context.label(f"{block.number} {name}"),
        locator=context.locator(block, text.start),
        passage=text,
        parent=context.id(block.number),
        number=number,
        attribution=said_by,
        is_turn=is_turn,
    )
