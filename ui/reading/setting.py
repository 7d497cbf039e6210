"""How the text of a unit is set: what is marked in it, and what is put between its words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from index.documents import Document, Footnote, Page, Passage, Span, Unit
from ui.reading.lines import (
    Insert,
    Line,
    Mark,
    Range,
    page_inserts,
    ranges_of,
    ranges_of_part,
    set_lines,
)
from ui.reading.repairs import repair_inserts
from ui.reading.shelf import Change
from ui.reading.terms import Terms


@dataclass(frozen=True, slots=True)
class Setter:
    """Sets the texts of one document.

    Attributes:
        terms: The terms to be underlined.
        changes: Words that comments brought about, by the unit they stand in.
        notes: Footnotes by the unit that their mark stands in.
        pages: Pages of the file, empty where it has none.
        quote: Characters of the source to be marked.
        document: The whole document, where its repairs are to be shown.
    """

    terms: Terms
    changes: Mapping[str, tuple[Change, ...]]
    notes: Mapping[str, list[Footnote]]
    pages: tuple[Page, ...]
    quote: Span | None
    document: Document | None

    def lines(self, unit: Unit, passage: Passage, more: Sequence[Range] = ()) -> tuple[Line, ...]:
        """A passage of a unit, with `more` ranges that stand out in it."""
        ranges = [*more, *self.terms.ranges(passage.text, unit.id)]
        inserts = list(page_inserts(passage, self.pages))
        if passage is unit.passage:  # offsets of the marks count in the unit's whole text
            inserts += [
                Insert(note.marker_offset, note=note)
                for note in self.notes.get(unit.id, ())
                if note.marker_offset is not None
            ]
        if self.quote:
            ranges += ranges_of(passage, self.quote, Mark.QUOTED)
        for change in self.changes.get(unit.id, ()):
            ranges += ranges_of_part(passage, change.place.words, Mark.CHANGED)
        if self.document:
            inserts += repair_inserts(passage, self.document)
        return set_lines(passage, ranges, inserts)

    def last_page(self, unit: Unit) -> int | None:
        """The page on which a unit ends."""
        begun = [page.number for page in self.pages if page.span.start < unit.passage.end]
        return begun[-1] if begun else None


def notes_by_marker(units: Sequence[Unit]) -> Mapping[str, list[Footnote]]:
    """Footnotes by the unit that their mark stands in."""
    notes: dict[str, list[Footnote]] = defaultdict(list)
    for unit in units:
        if isinstance(unit, Footnote) and unit.marker_unit:
            notes[unit.marker_unit].append(unit)
    return notes
