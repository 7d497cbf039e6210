"""From a chunk of a file to the units it holds words of."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from eval.peers.retrieval import PeerText, RetrievedChunk
from index.documents import Passage, Span, Unit
from index.library import Library


@dataclass(frozen=True, slots=True)
class CoveredUnit:
    """A unit and those of its words that a chunk holds."""

    unit: Unit
    words: Passage

    @property
    def is_mostly_there(self) -> bool:
        """Whether the chunk holds at least half of the unit."""
        return 2 * len(self.words.text) >= len(self.unit.text)


def covered_part(passage: Passage, span: Span) -> Passage:
    """The part of a passage from its first character inside a source span to its last."""
    inside: list[int] = []
    offset = 0
    for piece in passage.spans:
        low, high = max(piece.start, span.start), min(piece.end, span.end)
        if low < high:
            inside += [offset + low - piece.start, offset + high - piece.start]
        offset += len(piece)
    return passage.slice(min(inside), max(inside)) if inside else passage.slice(0, 0)


class UnitMap:
    """The units of a library by the file they stand in."""

    def __init__(self, library: Library) -> None:
        """Read all units and the texts of all files."""
        self._units: dict[str, list[Unit]] = defaultdict(list)
        texts: dict[str, PeerText] = {}
        for document in library.catalog.documents():
            source = library.catalog.source_text(document.id)
            key = str(source.path)
            texts.setdefault(key, PeerText(key, source.text))
            self._units[key].extend(library.catalog.units_of(document.id))
        self.texts = tuple(texts.values())

    def covered(self, chunk: RetrievedChunk) -> tuple[CoveredUnit, ...]:
        """Units that a chunk holds words of, the one it holds most of first."""
        found = [
            CoveredUnit(unit, max(parts, key=lambda part: len(part.text)))
            for unit in self._units[chunk.key]
            if (parts := _parts(unit, chunk.span))
        ]
        return tuple(sorted(found, key=lambda covered: -len(covered.words.text)))


def _parts(unit: Unit, span: Span) -> list[Passage]:
    """What the span holds of a unit, at each place where the unit stands."""
    parts = [covered_part(passage, span) for passage in (unit.passage, *unit.also_at)]
    return [part for part in parts if part.text.strip()]
