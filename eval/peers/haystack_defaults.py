"""Haystack with its defaults: the only door to it.

`DocumentSplitter` of 200 words, where a word ends at a space (Japanese has few, so its chunks are
long), `InMemoryDocumentStore`, the ten nearest.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from haystack import Document
from haystack.components.preprocessors import DocumentSplitter
from haystack.components.retrievers.in_memory import InMemoryEmbeddingRetriever
from haystack.document_stores.in_memory import InMemoryDocumentStore

from eval.peers.retrieval import PeerText, RetrievedChunk
from index.documents import Span
from index.embedding import Embedder


class HaystackDefaults:
    """Haystack as it comes."""

    def __init__(self, texts: Sequence[PeerText], embedder: Embedder) -> None:
        """Cut, embed and store the texts."""
        documents = [Document(content=text.text, meta={"key": text.key}) for text in texts]
        chunks = DocumentSplitter().run(documents=documents)["documents"]
        vectors = embedder.embed_passages([str(chunk.content) for chunk in chunks])
        store = InMemoryDocumentStore()
        store.write_documents(
            [
                replace(chunk, embedding=vector.tolist())
                for chunk, vector in zip(chunks, vectors, strict=True)
            ]
        )
        self._embedder = embedder
        self._retriever = InMemoryEmbeddingRetriever(document_store=store)

    def retrieve(self, question: str) -> tuple[RetrievedChunk, ...]:
        """The ten nearest chunks, best first."""
        vector = self._embedder.embed_queries([question])[0].tolist()
        return tuple(map(_chunk, self._retriever.run(query_embedding=vector)["documents"]))


def _chunk(document: Document) -> RetrievedChunk:
    start, text = int(document.meta["split_idx_start"]), str(document.content)
    return RetrievedChunk(str(document.meta["key"]), Span(start, start + len(text)), text)
