"""The pipeline of LangChain's retrieval tutorial: the only door to its text splitters.

Chunks of 1,000 characters that overlap by 200, an in-memory vector store, the four nearest
(https://python.langchain.com/docs/tutorials/rag).
"""

from __future__ import annotations

from collections.abc import Sequence

from langchain_core.documents import Document
from langchain_core.embeddings import Embeddings
from langchain_core.vectorstores import InMemoryVectorStore
from langchain_text_splitters import RecursiveCharacterTextSplitter

from eval.peers.retrieval import PeerText, RetrievedChunk
from index.documents import Span
from index.embedding import Embedder

_CHUNK_SIZE = 1000
_CHUNK_OVERLAP = 200


class _SameEmbedder(Embeddings):
    """Our embedder as LangChain calls one."""

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """One vector a text."""
        return [row.tolist() for row in self._embedder.embed_passages(texts)]

    def embed_query(self, text: str) -> list[float]:
        """The vector of a question."""
        return [float(number) for number in self._embedder.embed_queries([text])[0]]


class LangChainTutorial:
    """LangChain as its tutorial uses it."""

    def __init__(self, texts: Sequence[PeerText], embedder: Embedder) -> None:
        """Cut, embed and store the texts."""
        splitter = RecursiveCharacterTextSplitter(
            chunk_size=_CHUNK_SIZE, chunk_overlap=_CHUNK_OVERLAP, add_start_index=True
        )
        documents = [Document(page_content=text.text, metadata={"key": text.key}) for text in texts]
        self._store = InMemoryVectorStore(_SameEmbedder(embedder))
        self._store.add_documents(splitter.split_documents(documents))

    def retrieve(self, question: str) -> tuple[RetrievedChunk, ...]:
        """The four nearest chunks, best first."""
        return tuple(map(_chunk, self._store.similarity_search(question)))


def _chunk(document: Document) -> RetrievedChunk:
    start = int(document.metadata["start_index"])
    span = Span(start, start + len(document.page_content))
    return RetrievedChunk(str(document.metadata["key"]), span, document.page_content)
