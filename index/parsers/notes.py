"""Footnote units: each hung on the section whose text holds its mark."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from index.documents import Footnote, Locator
from index.ids import unit_id
from index.parsers.footnote_marks import Definition, MarkPlace, find_marks, without_marks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.documents import Section, Unit
    from index.parsers.sections import SectionBuilder


@dataclass(frozen=True, slots=True)
class _Hook:
    """A mark in a section's cleaned text."""

    mark: MarkPlace
    section: int
    offset: int


def build_footnotes(
    builder: SectionBuilder, sections: Sequence[Section], definitions: Sequence[Definition]
) -> tuple[tuple[Unit, ...], tuple[str, ...]]:
    """All units in reading order, marks taken out of the sections, and warnings."""
    found = find_marks([section.passage for section in sections], definitions)
    hooks: list[_Hook] = []
    clean: list[Section] = []
    for place, (section, marks) in enumerate(zip(sections, found, strict=True)):
        passage, offsets = without_marks(section.passage, marks, builder.log)
        hooks += [_Hook(mark, place, offset) for mark, offset in offsets]
        clean.append(replace(section, passage=passage))
    chosen = _hooks_of(definitions, hooks)
    notes: dict[int, list[Footnote]] = {}
    for definition, hook in zip(definitions, chosen, strict=True):
        place = hook.section if hook else _section_before(clean, definition)
        near = clean[place] if clean else None
        notes.setdefault(place, []).append(_footnote(builder, definition, hook, near))
    warnings = [
        f"脚注{definition.number}の印が本文に見つかりません。"
        for definition, hook in zip(definitions, chosen, strict=True)
        if hook is None
    ]
    units: list[Unit] = list(notes.pop(-1, []))
    for place, section in enumerate(clean):
        units += [section, *notes.get(place, [])]
    return tuple(in_order(units)), tuple(warnings)


def in_order(units: Sequence[Unit]) -> list[Unit]:
    """The units numbered through in reading order."""
    return [
        replace(unit, locator=replace(unit.locator, order=order))
        for order, unit in enumerate(units)
    ]


def _hooks_of(
    definitions: Sequence[Definition], hooks: Sequence[_Hook]
) -> tuple[_Hook | None, ...]:
    """For each note its mark: the first one after the last note of the same number."""
    after: dict[int, int] = {}
    free = list(hooks)
    chosen: list[_Hook | None] = []
    for definition in definitions:
        same = [hook for hook in free if hook.mark.number == definition.number]
        later = [hook for hook in same if hook.mark.source >= after.get(definition.number, 0)]
        hook = later[0] if later else None
        if hook:
            free.remove(hook)
        after[definition.number] = definition.start
        chosen.append(hook)
    return tuple(chosen)


def _section_before(sections: Sequence[Section], definition: Definition) -> int:
    """The section in which a note without a mark stands, -1 before the first."""
    starts = [section.passage.start for section in sections]
    return sum(start <= definition.start for start in starts) - 1


def _footnote(
    builder: SectionBuilder, definition: Definition, hook: _Hook | None, section: Section | None
) -> Footnote:
    local_id = builder.ids.take(f"脚注{definition.number}")
    passage = builder.note_passage(definition.lines, definition.mark_length)
    path = section.locator.heading_path if section else ()
    number = section.number if section else None
    return Footnote(
        id=unit_id(builder.document_id, local_id),
        label=builder.label(local_id),
        locator=Locator(path, builder.source.page_at(definition.start), number, 0),
        passage=passage,
        parent=section.id if section else None,
        number=definition.number,
        marker_unit=section.id if hook and section else None,
        marker_offset=hook.offset if hook else None,
    )
