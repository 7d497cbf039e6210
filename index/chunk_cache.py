"""Chunks that a search has looked at, kept for the next one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from index.chunks import unit_of_chunk
from index.stores.catalog import Catalog
from index.stores.rows import ChunkRow

_CAPACITY = 50_000  # units, about 200 MB


class ChunkCache:
    """Reads the chunks of one state of the catalog, those of each unit once.

    May be used from several threads: at worst something is read twice.
    """

    def __init__(self, catalog: Catalog) -> None:
        """Take the catalog."""
        self._catalog = catalog
        self._held: dict[str, list[ChunkRow]] = {}

    def rows(self, chunk_ids: Iterable[str]) -> list[ChunkRow]:
        """Chunks in the order of their ids, without those that the catalog does not hold."""
        wanted = list(chunk_ids)
        rows = {row.chunk.id: row for row in self.rows_of(map(unit_of_chunk, wanted))}
        return [rows[chunk_id] for chunk_id in wanted if chunk_id in rows]

    def rows_of(self, unit_ids: Iterable[str]) -> list[ChunkRow]:
        """All chunks of these units."""
        wanted = list(dict.fromkeys(unit_ids))
        if missing := [unit_id for unit_id in wanted if unit_id not in self._held]:
            self._keep(missing)
        held = self._held
        return [row for unit_id in wanted for row in held.get(unit_id, ())]

    def _keep(self, unit_ids: Iterable[str]) -> None:
        read: dict[str, list[ChunkRow]] = defaultdict(list)
        for row in self._catalog.chunk_rows_of(unit_ids):
            read[row.chunk.unit_id].append(row)
        kept = self._held if len(self._held) < _CAPACITY else {}
        self._held = kept | read
