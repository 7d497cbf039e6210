"""Made-up entries of a search index, and a catalog that holds them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import numpy as np

from index.stores.interface import Changes, IndexEntry, VectorBatch

DIMENSION = 16
WORDS = ("予算", "人材", "訓練", "報告", "戦略", "暗号")


def entry(number: int, *, vector: bool = True, words: tuple[str, ...] = ()) -> IndexEntry:
    generator = np.random.default_rng(number)
    row = generator.normal(size=DIMENSION).astype(np.float32)
    return IndexEntry(
        chunk_id=f"文書#{number}@1",
        unit_id=f"文書#{number}",
        vector=row / np.linalg.norm(row) if vector else None,
        heading=("見出し",),
        body=words or (WORDS[number % len(WORDS)], f"語{number}"),
        names=(f"名{number}",),
    )


@dataclass
class Source:
    """A catalog of made-up entries."""

    held: dict[str, IndexEntry] = field(default_factory=dict)

    @classmethod
    def of(cls, entries: Iterable[IndexEntry]) -> "Source":
        return cls({its.chunk_id: its for its in entries})

    def chunk_ids(self) -> frozenset[str]:
        return frozenset(self.held)

    def entries(self, chunk_ids: Iterable[str]) -> Iterator[IndexEntry]:
        return (self.held[chunk_id] for chunk_id in chunk_ids)

    def vectors(self) -> Iterator[VectorBatch]:
        found = [its for its in self.held.values() if its.vector is not None]
        for start in range(0, len(found), 1_000):
            page = found[start : start + 1_000]
            yield VectorBatch(
                [its.chunk_id for its in page], np.stack([its.vector for its in page])
            )


def fresh(source: Source, recipe: str = "版") -> Changes:
    return Changes(None, (), tuple(source.chunk_ids()), recipe)
