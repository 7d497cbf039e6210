"""The vector index of one generation: the only door to chromadb.

What chromadb 1.5.9 needs to be safe: cosine space and unit vectors, batches of at most 1,000,
no `None`, dict or empty list in metadata (there is none at all), telemetry off, no embedding
function (the default one downloads a model), and above all a folder that is never written to
while it is asked: this class is filled once, checked and closed, and from then on only read.
Reading writes as well, unless every row was saved when it was added: rows short of
`sync_threshold` (1,000) stay in a log, from which whoever asks first builds the index files.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.errors import StoreError
from index.stores.batches import batches
from index.stores.interface import REMEDY, Scored, VectorBatch

_COLLECTION = "chunks"
_PAGE = 5_000
_DEPTH = 100  # a row has to be among the first 100 for its own vector
_SAME = 1e-4  # cosine distance at which two vectors count as equal
_UNREADABLE = "ベクトル索引 {folder} を読み書きできません（{error}）。{remedy}"


class VectorIndex:
    """Unit vectors of chunks in a folder."""

    def __init__(self, folder: Path) -> None:
        """Open the index in a folder, or make an empty one where there is none.

        Raises:
            StoreError: The folder is damaged.
        """
        # imported here since it takes half a second, and only a search or a build needs it
        import chromadb
        from chromadb.api.collection_configuration import HNSWConfiguration
        from chromadb.config import Settings

        self._folder = folder
        with self._errors():
            self._client = chromadb.PersistentClient(
                str(folder), settings=Settings(anonymized_telemetry=False)
            )
            self._collection = self._client.get_or_create_collection(
                _COLLECTION,
                configuration={
                    "hnsw": HNSWConfiguration(space="cosine", batch_size=1, sync_threshold=1)
                },
                embedding_function=None,
            )

    def add(self, batch: VectorBatch) -> None:
        """Add chunks with their vectors, shape (chunks, dimension)."""
        ids = list(batch.chunk_ids)
        places = range(len(ids))
        with self._errors():
            for portion in batches(places):
                chosen = slice(portion[0], portion[-1] + 1)
                self._collection.add(ids=ids[chosen], embeddings=batch.vectors[chosen])

    def remove(self, chunk_ids: Iterable[str]) -> None:
        """Remove chunks; ids that are not there are passed over."""
        with self._errors():
            for portion in batches(chunk_ids):
                self._collection.delete(ids=portion)

    def chunk_ids(self) -> frozenset[str]:
        """Ids of all chunks in the index."""
        found: set[str] = set()
        with self._errors():
            for offset in range(0, self._collection.count(), _PAGE):
                page = self._collection.get(limit=_PAGE, offset=offset, include=[])
                found.update(page["ids"])
        return frozenset(found)

    def search(self, vector: NDArray[np.float32], limit: int) -> tuple[Scored, ...]:
        """The chunks nearest to a unit vector, shape (dimension,), with their cosines."""
        (found,) = self._query(vector[None, :], limit)
        return tuple(found)

    def unreachable(self, batch: VectorBatch) -> list[str]:
        """Chunks that their own vectors do not find, or find under another vector."""
        nearest = self._query(batch.vectors, _DEPTH)
        return [
            chunk_id
            for chunk_id, found in zip(batch.chunk_ids, nearest, strict=True)
            if not _holds(found, chunk_id)
        ]

    def close(self) -> None:
        """Give files and memory back."""
        from chromadb.api.client import Client

        if isinstance(self._client, Client):
            self._client.close()

    def _query(self, vectors: NDArray[np.float32], limit: int) -> Iterator[list[Scored]]:
        with self._errors():
            found = self._collection.query(
                query_embeddings=vectors, n_results=limit, include=["distances"]
            )
        for ids, distances in zip(found["ids"], found["distances"] or (), strict=True):
            yield [
                Scored(chunk_id, 1 - distance)
                for chunk_id, distance in zip(ids, distances, strict=True)
            ]

    @contextmanager
    def _errors(self) -> Iterator[None]:
        from chromadb.errors import ChromaError

        try:
            yield
        except (ChromaError, OSError, ValueError) as error:
            message = _UNREADABLE.format(folder=self._folder, error=error, remedy=REMEDY)
            raise StoreError(message) from error


def _holds(found: Sequence[Scored], chunk_id: str) -> bool:
    """Whether a chunk was found, or crowded out by a hundred others of the same vector."""
    own = next((hit.score for hit in found if hit.chunk_id == chunk_id), None)
    if own is not None:
        return own >= 1 - _SAME
    return len(found) == _DEPTH and found[-1].score >= 1 - _SAME
