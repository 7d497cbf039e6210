"""A passage as lines of pieces, each with all that is to be shown on it.

Nothing here is markup: the templates escape every piece.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from index.definitions import Definition
from index.documents import Footnote, Page, Passage, Span

_ITEM = re.compile(r"\s*(?:[-・●○■◆▪➤※]|[①-⑳]|\([0-9a-z]{1,3}\)|[（(][0-9０-９ア-ン]{1,2}[）)])")


class Mark(StrEnum):
    """Why a range of a text stands out."""

    QUOTED = "quoted"  # ?quote=
    CHANGED = "changed"  # words that a comment brought about
    DECIDES = "decides"  # words of a reply that decide the outcome
    TERM = "term"


@dataclass(frozen=True, slots=True)
class Range:
    """Characters `start:end` of a text, and what they are."""

    start: int
    end: int
    mark: Mark
    definition: Definition | None = None


@dataclass(frozen=True, slots=True)
class Insert:
    """What is shown before the character at `offset`: exactly one of the others."""

    offset: int
    note: Footnote | None = None
    page: int | None = None
    repair: str | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of characters with the same marks, behind what is shown before it."""

    text: str
    marks: frozenset[Mark]
    definition: Definition | None
    inserts: tuple[Insert, ...]


class LineKind(StrEnum):
    """How a line is set."""

    PLAIN = "plain"
    ITEM = "item"


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph, list item or heading line of the source."""

    kind: LineKind
    pieces: tuple[Piece, ...]

    @property
    def notes(self) -> tuple[Footnote, ...]:
        """Footnotes whose marks stand in this line."""
        inserts = (insert for piece in self.pieces for insert in piece.inserts)
        return tuple(insert.note for insert in inserts if insert.note)


def ranges_of(passage: Passage, span: Span, mark: Mark) -> Iterator[Range]:
    """The characters of a passage's text that were taken from a span of the source."""
    offset = 0
    for own in passage.spans:
        start, end = max(own.start, span.start), min(own.end, span.end)
        if start < end:
            yield Range(offset + start - own.start, offset + end - own.start, mark)
        offset += len(own)


def ranges_of_part(passage: Passage, part: Passage, mark: Mark) -> Iterator[Range]:
    """The characters of a passage's text that a part of it covers."""
    for span in part.spans:
        yield from ranges_of(passage, span, mark)


def page_inserts(passage: Passage, pages: Iterable[Page]) -> Iterator[Insert]:
    """The pages that begin inside a passage."""
    for page in pages:
        if passage.start < page.span.start < passage.end:
            before = sum(
                min(max(page.span.start - own.start, 0), len(own)) for own in passage.spans
            )
            yield Insert(before, page=page.number)


def set_lines(
    passage: Passage, ranges: Iterable[Range] = (), inserts: Iterable[Insert] = ()
) -> tuple[Line, ...]:
    """A passage cut into lines, and each line where marks begin or end."""
    shown, placed = list(ranges), sorted(inserts, key=lambda insert: insert.offset)
    text = passage.text
    lines: list[Line] = []
    start = 0
    for raw in text.split("\n"):
        end = start + len(raw)
        inside = [insert for insert in placed if _belongs(insert.offset, start, end, text)]
        if raw.strip() or inside:
            kind = LineKind.ITEM if _ITEM.match(raw) else LineKind.PLAIN
            lines.append(Line(kind, tuple(_pieces(text, start, end, shown, inside))))
        start = end + 1
    return tuple(lines)


def _belongs(offset: int, start: int, end: int, text: str) -> bool:
    return start <= offset <= end or (start == 0 and offset < 0) or (end == len(text) < offset)


def _pieces(
    text: str, start: int, end: int, ranges: Sequence[Range], inserts: Sequence[Insert]
) -> Iterator[Piece]:
    cut = [part for part in ranges if part.start < end and part.end > start]
    borders = {start, end, *(insert.offset for insert in inserts)}
    borders |= {place for part in cut for place in (part.start, part.end)}
    borders = {min(max(place, start), end) for place in borders}
    # A term that another mark cuts would be two links with one meaning each: it is left out.
    whole = [
        part
        for part in cut
        if part.mark is not Mark.TERM or not any(part.start < place < part.end for place in borders)
    ]
    ordered = sorted(borders)
    for first, last in zip(ordered, [*ordered[1:], end], strict=True):
        own = [part for part in whole if part.start <= first < part.end]
        named = next((part.definition for part in own if part.definition), None)
        before = tuple(insert for insert in inserts if min(max(insert.offset, start), end) == first)
        if last > first or before:
            yield Piece(text[first:last], frozenset(part.mark for part in own), named, before)
