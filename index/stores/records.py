"""What the catalog says of a document without its text."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from index.documents import DocumentKind, RepairKind, Span, UnitKind


@dataclass(frozen=True, slots=True)
class UnitCount:
    """How many units of a kind a document has."""

    kind: UnitKind
    count: int


@dataclass(frozen=True, slots=True)
class RepairCount:
    """How many repairs of a kind were made in a document."""

    kind: RepairKind
    count: int


@dataclass(frozen=True, slots=True)
class DocumentRecord:
    """A document without its text.

    Attributes:
        id: See `index.ids`.
        kind: Its kind.
        title: As printed, white space mended.
        body: The council or office that issued it, if printed.
        meeting: Meeting number; a key only together with `body`.
        date: ISO 8601 date, or year and month.
        path: The file it was read from.
        sha256: Hex digest of that file.
        media_type: `text/plain` or `application/pdf`.
        span: The part of the file's text that is this document.
        units: How many units of each kind it has; kinds it lacks are left out.
        warnings: What a person should look at.
    """

    id: str
    kind: DocumentKind
    title: str
    body: str | None
    meeting: int | None
    date: str | None
    path: Path
    sha256: str
    media_type: str
    span: Span
    units: tuple[UnitCount, ...]
    warnings: tuple[str, ...]

    def count(self, kind: UnitKind) -> int:
        """How many units of this kind it has."""
        return sum(entry.count for entry in self.units if entry.kind is kind)


@dataclass(frozen=True, slots=True)
class CommentRange:
    """How many comments there are, and their lowest and highest 番号 (0 where there are none)."""

    total: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class EmbedderRecord:
    """The embedder that made the vectors of an index."""

    name: str
    dimension: int
    fingerprint: str


@dataclass(frozen=True, slots=True)
class State:
    """Which generation of the search indexes is in force, and who made its vectors."""

    generation: int
    embedder: EmbedderRecord
