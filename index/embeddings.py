"""Embeddings of texts as the catalog keeps them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from index.stores.batches import batches
from index.stores.records import EmbedderRecord
from index.stores.rows import Embedding

if TYPE_CHECKING:
    from index.embedding import Embedder

_NO_TOKENS = np.zeros(0, dtype=np.int32)
_BATCH = 256


def embedder_record(embedder: Embedder) -> EmbedderRecord:
    """What is noted of an embedder beside the vectors it made."""
    return EmbedderRecord(embedder.name, embedder.dimension, embedder.fingerprint)


@dataclass(frozen=True, slots=True)
class PassageEmbedder:
    """Embeds passages."""

    embedder: Embedder

    def embed(self, texts: Sequence[str]) -> list[Embedding]:
        """The embeddings of texts; one of which no token is known has no vector."""
        made: list[Embedding] = []
        late = self.embedder.late_interaction
        for batch in batches(texts, _BATCH):
            vectors = self.embedder.embed_passages(batch)
            made += [
                Embedding(
                    vector if vector.any() else None,
                    _NO_TOKENS if late is None else late.encode_passage(text),
                )
                for text, vector in zip(batch, vectors, strict=True)
            ]
        return made
