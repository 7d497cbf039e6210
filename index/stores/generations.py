"""Generations of the search indexes, as folders of one machine.

A generation is built aside, checked against the catalog, synced, and never written to again::

    generations/gen-7/manifest.json   what it consists of
                      vectors/        the vector index
                      words/          the word index

Which generation is in force is said by the catalog (`state.generation`), in the transaction
that also brings the documents the generation was built from. One commit is thus all there is
between the old state and the new one: there is no moment at which the two disagree, and a
process killed before it leaves a folder that nobody asks, which the next run removes.
"""

from __future__ import annotations

import shutil
import sqlite3
import threading
from collections.abc import Collection, Iterable, Sequence
from contextlib import closing
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.errors import StoreError
from index.stores.batches import batches
from index.stores.durable import copy_folder, sync_folder
from index.stores.interface import (
    REMEDY,
    Changes,
    EntrySource,
    IndexEntry,
    Scored,
    SearchIndex,
    SearchStore,
    VectorBatch,
)
from index.stores.manifest import damaged_files, read_manifest, write_manifest
from index.stores.vectors import VectorIndex
from index.stores.words import WordIndex

_NAME = "gen-{}"
_BUILDS = 3
_SHOWN = 3


class LocalIndex:
    """The two indexes of one folder, each opened when it is first asked."""

    def __init__(self, folder: Path) -> None:
        """Take the folder of a generation."""
        self._folder = folder
        self._lock = threading.Lock()
        self._vectors: VectorIndex | None = None
        self._words: WordIndex | None = None

    @property
    def vectors(self) -> VectorIndex:
        """The vector index."""
        with self._lock:
            if self._vectors is None:
                self._vectors = VectorIndex(self._folder / "vectors")
            return self._vectors

    @property
    def words(self) -> WordIndex:
        """The word index."""
        with self._lock:
            if self._words is None:
                self._words = WordIndex(self._folder / "words")
            return self._words

    def by_vector(self, vector: NDArray[np.float32], limit: int) -> tuple[Scored, ...]:
        """The chunks nearest to a unit vector, shape (dimension,), by cosine."""
        return self.vectors.search(vector, limit)

    def by_words(
        self, words: Sequence[str], limit: int, within: Collection[str] | None = None
    ) -> tuple[Scored, ...]:
        """The best chunks by BM25, only of the units `within` where given."""
        return self.words.search(words, limit, within)

    def frequencies(self, words: Sequence[str]) -> tuple[float, ...]:
        """Of each search token the share of chunks whose text or headings hold it, 0 to 1."""
        return self.words.frequencies(words)

    def close(self) -> None:
        """Give files and memory back."""
        with self._lock:
            if self._vectors is not None:
                self._vectors.close()
            self._vectors = self._words = None


class LocalSearchStore:
    """The generations in a folder."""

    def __init__(self, folder: Path) -> None:
        """Take the folder that holds the generations; it need not exist."""
        self._root = folder

    def add(self, generation: int, changes: Changes, source: EntrySource) -> None:
        """Build, check and save a generation, see `SearchStore.add`."""
        folder = self._folder(generation)
        try:
            if not self._grow(folder, changes, source):
                self._build(folder, source)
            write_manifest(folder, changes.recipe)
            sync_folder(folder)
        except OSError as error:
            reason = f"索引 {folder} を保存できません（{error}）。"
            raise StoreError(f"{reason}空き容量と書き込み権限を確認してください。") from error

    def recipe(self, generation: int) -> str | None:
        """The recipe of a generation; None where it is missing or cannot be read."""
        try:
            return read_manifest(self._folder(generation)).recipe
        except (OSError, ValueError):
            return None

    def open(self, generation: int) -> SearchIndex:
        """The indexes of a generation, see `SearchStore.open`."""
        return LocalIndex(self._intact(generation))

    def check(self, generation: int, source: EntrySource) -> None:
        """Compare a generation with the catalog, see `SearchStore.check`."""
        with closing(LocalIndex(self._intact(generation))) as index:
            faults = _faults(index, source)
        if faults:
            raise StoreError(f"索引が目録と一致しません（{faults}）。{REMEDY}")

    def retain(self, generations: Collection[int]) -> None:
        """Remove all other generations."""
        kept = {self._folder(generation) for generation in generations}
        for folder in self._root.glob(_NAME.format("*")):
            if folder not in kept:
                shutil.rmtree(folder, ignore_errors=True)

    def _folder(self, generation: int) -> Path:
        return self._root / _NAME.format(generation)

    def _intact(self, generation: int) -> Path:
        folder = self._folder(generation)
        try:
            damaged = damaged_files(folder, read_manifest(folder))
        except (OSError, ValueError) as error:
            reason = f"索引 {folder} がないか、壊れています（{error}）。"
            raise StoreError(f"{reason}{REMEDY}") from error
        if damaged:
            names = "、".join(damaged[:_SHOWN])
            raise StoreError(f"索引 {folder} が壊れています（{names}）。{REMEDY}")
        return folder

    def _grow(self, folder: Path, changes: Changes, source: EntrySource) -> bool:
        """Copy the base and change the copy; False where that does not work out."""
        shutil.rmtree(folder, ignore_errors=True)
        if changes.base is None or self.recipe(changes.base) != changes.recipe:
            return False
        try:
            copy_folder(self._intact(changes.base), folder)
            return not _faults_after(folder, changes.removed, changes.added, source)
        except (StoreError, sqlite3.DatabaseError):
            return False

    def _build(self, folder: Path, source: EntrySource) -> None:
        """Make the indexes from the catalog alone.

        The vector index is a graph made with chance, which now and then leaves a row that no
        search reaches; made again, it does not.
        """
        faults = ""
        for _ in range(_BUILDS):
            shutil.rmtree(folder, ignore_errors=True)
            faults = _faults_after(folder, (), source.chunk_ids(), source)
            if not faults:
                return
        raise StoreError(f"作った索引が目録と一致しません（{faults}）。{REMEDY}")


def _faults_after(
    folder: Path, removed: Iterable[str], added: Iterable[str], source: EntrySource
) -> str:
    """Change the indexes in a folder, then say what is wrong with them."""
    with closing(LocalIndex(folder)) as index:
        index.vectors.remove(removed)
        index.words.change(removed, _with_vectors(index.vectors, source.entries(added)))
        return _faults(index, source)


def _with_vectors(vectors: VectorIndex, entries: Iterable[IndexEntry]) -> Iterable[IndexEntry]:
    """The entries, each added to the vector index as it passes by."""
    for batch in batches(entries):
        found = [(entry.chunk_id, entry.vector) for entry in batch if entry.vector is not None]
        if found:
            rows = np.stack([vector for _, vector in found])
            vectors.add(VectorBatch([chunk_id for chunk_id, _ in found], rows))
        yield from batch


def _faults(index: LocalIndex, source: EntrySource) -> str:
    """What the indexes lack of the catalog, or have beyond it; "" where they agree."""
    expected: set[str] = set()
    unreachable: list[str] = []
    for batch in source.vectors():
        expected.update(batch.chunk_ids)
        unreachable += index.vectors.unreachable(batch)
    differing = {
        "語": source.chunk_ids() ^ index.words.chunk_ids(),
        "ベクトル": expected ^ index.vectors.chunk_ids(),
        "見つからないベクトル": set(unreachable),
    }
    return "、".join(f"{name} {len(ids)}件" for name, ids in differing.items() if ids)


def search_store(data_dir: Path) -> SearchStore:
    """The search indexes of a data directory."""
    return LocalSearchStore(data_dir / "generations")
