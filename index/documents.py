"""The types that everything else speaks: sources, documents, units, chunks.

All offsets count characters (not bytes) of `SourceText.text`. A `Passage` is a text
together with the source spans it was taken from; its text is exactly the
concatenation of those slices. Nothing is ever inserted into a passage: what a repair
removes (a page number, a line break inside a Japanese sentence, an HTML tag) lies
between two spans and is counted as a `Repair`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from index.passages import (
    EMPTY_PASSAGE,
    Page,
    Passage,
    Repair,
    RepairKind,
    SourceText,
    Span,
    join_passages,
)
from index.units import (
    NO_ATTRIBUTION,
    UNIT_KINDS,
    AgendaItem,
    Attribution,
    Basis,
    Comment,
    Footnote,
    Locator,
    Outcome,
    RosterEntry,
    Section,
    Slide,
    SubmitterKind,
    Unit,
    UnitKind,
    Utterance,
)

__all__ = [
    "EMPTY_PASSAGE",
    "NO_ATTRIBUTION",
    "UNIT_KINDS",
    "AgendaItem",
    "Attribution",
    "Basis",
    "Chunk",
    "Comment",
    "Document",
    "DocumentKind",
    "Footnote",
    "Locator",
    "OfficialTotal",
    "Outcome",
    "Page",
    "Passage",
    "Repair",
    "RepairKind",
    "RosterEntry",
    "Section",
    "Slide",
    "SourceText",
    "Span",
    "SubmitterKind",
    "Unit",
    "UnitKind",
    "Utterance",
    "join_passages",
]


class DocumentKind(StrEnum):
    """What kind of document this is."""

    MINUTES = "minutes"
    POLICY = "policy"
    COMMENTS = "comments"
    SLIDES = "slides"
    COVER = "cover"


@dataclass(frozen=True, slots=True)
class OfficialTotal:
    """A total that a document itself prints, e.g. ("意見総数", 83, "件", unit id)."""

    label: str
    count: int
    counter: str
    unit_id: str


@dataclass(frozen=True, slots=True)
class Document:
    """One document: a file, or one part of a bundled file.

    Attributes:
        id: See `index.ids`.
        kind: Its kind.
        title: As printed, white space mended.
        body: The council or office that issued it, if printed.
        meeting: Meeting number; a key only together with `body`.
        date: ISO 8601 date, or year and month where the day is not printed.
        source: The text it was parsed from.
        span: The part of the source that is this document.
        units: All units in reading order.
        repairs: What parsing mended.
        totals: Totals the document itself prints.
        warnings: What a person should look at, in Japanese.
    """

    id: str
    kind: DocumentKind
    title: str
    body: str | None
    meeting: int | None
    date: str | None
    source: SourceText
    span: Span
    units: tuple[Unit, ...]
    repairs: tuple[Repair, ...] = ()
    totals: tuple[OfficialTotal, ...] = ()
    warnings: tuple[str, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Chunk:
    """What is embedded and searched: a part of one unit.

    The heading path is searched with it and never quoted. Chunks of a unit, joined in
    order, are the unit's passage.
    """

    id: str
    unit_id: str
    passage: Passage
    heading_path: tuple[str, ...]

    @property
    def text(self) -> str:
        """The chunk's own text."""
        return self.passage.text
