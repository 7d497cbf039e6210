"""One writing transaction over catalog and search indexes.

Everything a run changes in the catalog, and the generation that is built from it, comes into
force with one commit. A run that fails or is killed before leaves all as it was.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from index.chunks import search_text
from index.embedding import load_embedder
from index.embeddings import PassageEmbedder, embedder_record
from index.entries import CatalogEntries, recipe
from index.locking import writer_lock
from index.reports import IndexObserver, Stage
from index.settings import IndexSettings
from index.stores.batches import batches
from index.stores.database import change_catalog, open_catalog
from index.stores.generations import search_store
from index.stores.interface import Changes, SearchStore
from index.stores.records import State
from index.stores.writing import CatalogWriter


class Session:
    """What a run changes, and what it started from.

    Attributes:
        writer: Changes the catalog.
        embedder: Embeds passages.
        state: What is in force; None where nothing has been indexed yet.
    """

    def __init__(
        self, writer: CatalogWriter, embedder: PassageEmbedder, store: SearchStore
    ) -> None:
        """Take the catalog inside a transaction, and the search indexes it names."""
        self.writer = writer
        self.embedder = embedder
        self.state = writer.state()
        self._store = store
        self._record = embedder_record(embedder.embedder)
        self._digests = writer.chunk_digests()
        self._base = self.state.generation if self.state else None

    def adopt_embedder(self, observer: IndexObserver) -> None:
        """Embed all chunks anew where the configured embedder is not the one that made them."""
        if self.state is None or self.state.embedder == self._record:
            return
        observer.stage(Stage.EMBEDDING)
        self._base = None
        catalog = self.writer.catalog
        for batch in batches(catalog.chunk_ids()):
            chunks = [row.chunk for row in catalog.chunk_rows(batch)]
            made = self.embedder.embed([search_text(chunk) for chunk in chunks])
            for chunk, embedding in zip(chunks, made, strict=True):
                self.writer.set_embedding(chunk.id, embedding)

    def finish(self, observer: IndexObserver, *, rebuild: bool = False) -> State:
        """Build the next generation where one is needed, and put it in force at the commit.

        Args:
            observer: Is told of the stages.
            rebuild: Build it from the catalog alone, even if nothing has changed.
        """
        changes = self._changes(None if rebuild else self._base)
        if self.state is not None and self._in_force(self.state, changes):
            return self.state
        observer.stage(Stage.BUILDING)
        state = State(self.state.generation + 1 if self.state else 1, self._record)
        self._store.add(state.generation, changes, CatalogEntries(self.writer.catalog))
        observer.stage(Stage.SAVING)
        self.writer.set_state(state)
        return state

    def _in_force(self, state: State, changes: Changes) -> bool:
        """Whether the generation in force is what the next one would be.

        Any change of the catalog makes a new one, so that its number tells readers apart.
        """
        same = changes.base is not None and not self.writer.changed
        return same and self._store.recipe(state.generation) == changes.recipe

    def _changes(self, base: int | None) -> Changes:
        before, after = self._digests, self.writer.chunk_digests()
        return Changes(
            base=base,
            removed=tuple(name for name in before if after.get(name) != before[name]),
            added=tuple(name for name in after if after[name] != before.get(name)),
            recipe=recipe(),
        )


@contextmanager
def write_session(settings: IndexSettings) -> Iterator[Session]:
    """Change what is indexed; committed when the block ends well.

    Raises:
        StoreBusyError: Another process is writing.
        StoreError: The data directory cannot be used.
        ModelError: The configured embedder cannot be loaded.
    """
    with writer_lock(settings.data_dir):
        store = search_store(settings.data_dir)
        embedder = PassageEmbedder(load_embedder(settings.embedder))
        with change_catalog(settings.data_dir) as connection:
            session = Session(CatalogWriter(connection), embedder, store)
            yield session
            now = session.writer.state()
        if now is not None:
            # those who opened just before the commit still ask the one before
            store.retain({now.generation, now.generation - 1})


def rebuild(settings: IndexSettings, observer: IndexObserver) -> State:
    """Build the search indexes anew from the catalog.

    Mends what `StoreError` and `EmbedderMismatchError` complain of. Where the configured
    embedder is not the one that made the vectors, all chunks are embedded anew.

    Raises:
        EmptyStoreError: Nothing has been indexed yet.
        StoreError: The catalog itself is damaged, or cannot be written to.
    """
    open_catalog(settings.data_dir).close()
    with write_session(settings) as session:
        session.adopt_embedder(observer)
        return session.finish(observer, rebuild=True)
