"""The catalog's chunks as the search indexes are built from them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from index.chunks import names_in
from index.fingerprint import code_fingerprint
from index.stores.batches import batches
from index.stores.catalog import Catalog
from index.stores.interface import IndexEntry, VectorBatch
from index.stores.rows import ChunkRow
from index.text.morphology import concepts, tokens


def recipe() -> str:
    """Fingerprint of what entries are made by: another one, and they have to be made anew."""
    return code_fingerprint(
        "entries.py", "chunks.py", "stores/words.py", "stores/vectors.py", "text"
    )


class CatalogEntries:
    """Entries made from one state of the catalog."""

    def __init__(self, catalog: Catalog) -> None:
        """Take the catalog."""
        self._catalog = catalog

    def chunk_ids(self) -> frozenset[str]:
        """Ids of all chunks."""
        return frozenset(self._catalog.chunk_ids())

    def entries(self, chunk_ids: Iterable[str]) -> Iterator[IndexEntry]:
        """The entries of these chunks, in any order."""
        for batch in batches(chunk_ids):
            yield from self._entries(self._catalog.chunk_rows(batch))

    def vectors(self) -> Iterator[VectorBatch]:
        """The vectors of all chunks that have one."""
        return self._catalog.vectors()

    def _entries(self, rows: tuple[ChunkRow, ...]) -> Iterator[IndexEntry]:
        found = self._catalog.units(row.chunk.unit_id for row in rows)
        units = {unit.id: unit for unit in found}
        for row in rows:
            unit = units[row.chunk.unit_id]
            headings = "\n".join(row.chunk.heading_path)
            yield IndexEntry(
                chunk_id=row.chunk.id,
                unit_id=unit.id,
                vector=row.embedding.vector,
                heading=tokens(headings),
                body=tokens(row.chunk.text),
                concepts=concepts(f"{headings}\n{row.chunk.text}"),
                names=tokens(f"{unit.label}\n{names_in(unit)}"),
            )
