"""The search side as one small interface.

Everything above speaks to a `SearchStore` and the `SearchIndex` of one generation; here they
are folders on one machine (`generations`), and a cluster can stand behind them as well.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

REMEDY = "tenkyo index --rebuild で、目録から索引を作り直してください。"
"""What to do about a damaged search index, at the end of an error message."""


@dataclass(frozen=True, slots=True)
class Scored:
    """A chunk that was found, and how well it fits (higher is better)."""

    chunk_id: str
    score: float


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """A chunk as the search indexes hold it.

    Attributes:
        chunk_id: Its id.
        unit_id: The unit it is a part of.
        vector: Unit vector, shape (dimension,); None keeps it out of the vector index.
        heading: Search tokens of the headings above it.
        body: Search tokens of its text.
        names: Search tokens of its label, and of who wrote or said it.
        concepts: Tokens of the meanings that its words share with other words.
    """

    chunk_id: str
    unit_id: str
    vector: NDArray[np.float32] | None
    heading: tuple[str, ...]
    body: tuple[str, ...]
    names: tuple[str, ...]
    concepts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class VectorBatch:
    """Vectors of some chunks, shape (chunks, dimension)."""

    chunk_ids: Sequence[str]
    vectors: NDArray[np.float32]


class EntrySource(Protocol):
    """The catalog, as the search indexes are built from it."""

    def chunk_ids(self) -> frozenset[str]:
        """Ids of all chunks."""

    def entries(self, chunk_ids: Iterable[str]) -> Iterator[IndexEntry]:
        """The entries of these chunks, in any order."""

    def vectors(self) -> Iterator[VectorBatch]:
        """The vectors of all chunks that have one."""


@dataclass(frozen=True, slots=True)
class Changes:
    """What a generation has to differ in from the one it is made from.

    Attributes:
        base: The generation it is made from; None builds from nothing.
        removed: Chunks to take out.
        added: Chunks to put in.
        recipe: Fingerprint of how entries are made; a base of another recipe is not used.
    """

    base: int | None
    removed: tuple[str, ...]
    added: tuple[str, ...]
    recipe: str


class SearchIndex(Protocol):
    """The two indexes of one generation."""

    def by_vector(self, vector: NDArray[np.float32], limit: int) -> tuple[Scored, ...]:
        """The chunks nearest to a unit vector, shape (dimension,), by cosine."""

    def by_words(
        self, words: Sequence[str], limit: int, within: Collection[str] | None = None
    ) -> tuple[Scored, ...]:
        """The best chunks by BM25, only of the units `within` where given."""

    def frequencies(self, words: Sequence[str]) -> tuple[float, ...]:
        """Of each search token the share of chunks whose text or headings hold it, 0 to 1."""

    def close(self) -> None:
        """Give files and memory back."""


class SearchStore(Protocol):
    """The generations that exist."""

    def add(self, generation: int, changes: Changes, source: EntrySource) -> None:
        """Build, check and save a generation; nobody asks it before the catalog names it.

        Raises:
            StoreError: It cannot be saved, or does not hold what the catalog holds.
        """

    def recipe(self, generation: int) -> str | None:
        """The recipe of a generation; None where it is missing or cannot be read."""

    def open(self, generation: int) -> SearchIndex:
        """The indexes of a generation.

        Raises:
            StoreError: It is missing or damaged.
        """

    def check(self, generation: int, source: EntrySource) -> None:
        """Compare a generation with the catalog, row by row.

        Raises:
            StoreError: They differ, or the generation is damaged.
        """

    def retain(self, generations: Collection[int]) -> None:
        """Remove all other generations."""
