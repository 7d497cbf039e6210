"""All that has been indexed, for those who ask."""

from __future__ import annotations

import threading
from collections.abc import Collection, Sequence
from functools import cached_property
from types import TracebackType
from typing import TYPE_CHECKING, Self

from index.chunk_cache import ChunkCache
from index.embeddings import embedder_record
from index.errors import EmbedderMismatchError, EmptyStoreError, StoreError
from index.filters import UnitFilter
from index.settings import IndexSettings
from index.stores.catalog import Catalog
from index.stores.database import open_catalog
from index.stores.records import State

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from index.embedding import Embedder
    from index.search import Hit, Searcher

_MISMATCH = (
    "索引は埋め込みモデル「{held}」で作られていますが、設定されているのは「{configured}」です"
    "（同じ名前なら、重みか前置きの文字列が違います）。"
    "TENKYO_EMBEDDER を元に戻すか、tenkyo index --rebuild で索引を作り直してください。"
)
_REPLACED = (
    "開いている間に索引が二度更新されました。もう一度実行してください。"
    "それでも直らないときは tenkyo index --rebuild で索引を作り直してください。"
)


class Library:
    """One state of all that has been indexed: documents, and a search over them.

    What it returns does not change while it is open, whatever is indexed meanwhile; whoever
    keeps it for long takes the `refreshed` one before each question. May be used from several
    threads.

    Attributes:
        settings: Where data lies, and the embedder.
        catalog: Documents and units.
        state: Which generation of the search indexes this is, and who made its vectors.
        whole: The library that this is a narrowed view of, else this one.
    """

    def __init__(
        self,
        settings: IndexSettings,
        catalog: Catalog,
        state: State,
        whole: Library | None = None,
    ) -> None:
        """Take a catalog that holds documents; see `open` and `narrowed`."""
        self.settings = settings
        self.catalog = catalog
        self.state = state
        self.whole = whole or self
        self._lock = threading.Lock()
        self._searcher: Searcher | None = None

    @classmethod
    def open(cls, settings: IndexSettings) -> Self:
        """Open what has been indexed; the search is made ready when it is first used.

        Raises:
            EmptyStoreError: Nothing has been indexed yet.
            StoreError: The catalog is damaged, or another version of the program wrote it.
        """
        catalog = Catalog(open_catalog(settings.data_dir))
        try:
            if not catalog.documents():
                raise EmptyStoreError(
                    f"{settings.data_dir} には文書が一つも残っていません。"
                    "tenkyo index <ファイル> で文書を入れてください。"
                )
            return cls(settings, catalog, catalog.state())
        except StoreError:
            catalog.close()
            raise

    def narrowed(self, wanted: UnitFilter) -> Library:
        """A view of this state in which nothing exists but what a filter lets through.

        It shares files and memory with the whole library and need not be closed.
        """
        if not wanted:
            return self.whole
        return Library(self.settings, self.whole.catalog.narrowed(wanted), self.state, self.whole)

    @property
    def wanted(self) -> UnitFilter:
        """What this is narrowed to; empty where it is the whole."""
        return self.catalog.wanted

    def search(
        self, question: str, *, within: Collection[str] | None = None, limit: int = 10
    ) -> tuple[Hit, ...]:
        """The units that fit a question best, best first, each by its best chunk.

        Args:
            question: In any language.
            within: Ids of the units to look in; None for all.
            limit: How many units at most.

        Raises:
            EmbedderMismatchError: The vectors are those of another embedder.
            ModelError: The configured embedder cannot be loaded.
            StoreError: The search indexes are damaged.
        """
        if self.wanted:
            held = self._held_ids
            within = held if within is None else held.intersection(within)
        return self.searcher().search(question, within, limit)

    def similarities(self, question: str, texts: Sequence[str]) -> NDArray[np.float32]:
        """How close each text comes to a question, shape (texts,), about 0 to 1."""
        return self.searcher().similarities(question, texts)

    def word_frequencies(self, words: Sequence[str]) -> tuple[float, ...]:
        """Of each search token the share of chunks that hold it, 0 to 1."""
        return self.searcher().word_frequencies(words)

    def chunks_with(self, words: Sequence[str]) -> frozenset[str]:
        """Ids of the chunks that hold all of some search tokens; of a common one the best."""
        return self.searcher().chunks_with(words)

    @property
    def embedder_name(self) -> str:
        """Name of the embedder that made the vectors."""
        return self.state.embedder.name

    def check(self) -> None:
        """Compare the search indexes with the catalog, row by row.

        Raises:
            StoreError: They differ, or are damaged.
        """
        from index.entries import CatalogEntries
        from index.stores.generations import search_store

        store = search_store(self.settings.data_dir)
        store.check(self.state.generation, CatalogEntries(self.catalog))

    def is_current(self) -> bool:
        """Whether nothing has been indexed since this was opened."""
        with Catalog(open_catalog(self.settings.data_dir)) as catalog:
            return catalog.state() == self.state

    def refreshed(self) -> Library:
        """This library where it is current, else a new one of what is indexed now.

        The old one is not closed, since others may be asking it.
        """
        if self.is_current():
            return self
        return Library.open(self.settings).narrowed(self.wanted)

    def close(self) -> None:
        """Let go of all files; nothing to do for a narrowed view."""
        if self.whole is not self:
            return
        with self._lock:
            if self._searcher is not None:
                self._searcher.close()
            self._searcher = None
        self.catalog.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def searcher(self) -> Searcher:
        """The search over the whole, made ready when it is first used."""
        if self.whole is not self:
            return self.whole.searcher()
        with self._lock:
            if self._searcher is None:
                self._searcher = self._open_search()
            return self._searcher

    @cached_property
    def _held_ids(self) -> frozenset[str]:
        return frozenset(self.catalog.unit_ids())

    def _open_search(self) -> Searcher:
        # imported here since a question that names its place needs no search
        from index.embedding import load_embedder
        from index.search import Searcher
        from index.stores.generations import search_store

        embedder = load_embedder(self.settings.embedder)
        self._require_same(embedder)
        store = search_store(self.settings.data_dir)
        try:
            index = store.open(self.state.generation)
        except StoreError as error:
            raise error if self.is_current() else StoreError(_REPLACED) from error
        return Searcher(index, ChunkCache(self.catalog), embedder)

    def _require_same(self, embedder: Embedder) -> None:
        if embedder_record(embedder) != self.state.embedder:
            message = _MISMATCH.format(held=self.embedder_name, configured=embedder.name)
            raise EmbedderMismatchError(message)
