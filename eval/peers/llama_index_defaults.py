"""LlamaIndex with its defaults: the only door to it.

`SentenceSplitter` of 1,024 tokens that overlap by 200, `VectorStoreIndex`, the two nearest.
"""

from __future__ import annotations

from collections.abc import Sequence

from llama_index.core import Document, VectorStoreIndex
from llama_index.core.base.embeddings.base import BaseEmbedding
from llama_index.core.node_parser import SentenceSplitter
from llama_index.core.schema import TextNode
from pydantic import PrivateAttr

from eval.peers.retrieval import PeerText, RetrievedChunk
from index.documents import Span
from index.embedding import Embedder


class _SameEmbedder(BaseEmbedding):
    """Our embedder as LlamaIndex calls one."""

    _embedder: Embedder = PrivateAttr()

    def __init__(self, embedder: Embedder) -> None:
        super().__init__(model_name=embedder.name)
        self._embedder = embedder

    def _get_text_embedding(self, text: str) -> list[float]:
        return self._get_text_embeddings([text])[0]

    def _get_text_embeddings(self, texts: list[str]) -> list[list[float]]:
        return [row.tolist() for row in self._embedder.embed_passages(texts)]

    def _get_query_embedding(self, query: str) -> list[float]:
        return [float(number) for number in self._embedder.embed_queries([query])[0]]

    async def _aget_query_embedding(self, query: str) -> list[float]:
        return self._get_query_embedding(query)


class LlamaIndexDefaults:
    """LlamaIndex as it comes."""

    def __init__(self, texts: Sequence[PeerText], embedder: Embedder) -> None:
        """Cut, embed and store the texts."""
        self._texts = {text.key: text.text for text in texts}
        index = VectorStoreIndex.from_documents(
            [Document(text=text.text, id_=text.key) for text in texts],
            embed_model=_SameEmbedder(embedder),
            transformations=[SentenceSplitter()],
        )
        self._retriever = index.as_retriever()

    def retrieve(self, question: str) -> tuple[RetrievedChunk, ...]:
        """The two nearest chunks, best first."""
        found = [result.node for result in self._retriever.retrieve(question)]
        return tuple(self._chunk(node) for node in found if isinstance(node, TextNode))

    def _chunk(self, node: TextNode) -> RetrievedChunk:
        key, start = str(node.ref_doc_id), node.start_char_idx
        if start is None:  # it loses its place in a text that repeats itself
            start = self._texts[key].index(node.text)
        return RetrievedChunk(key, Span(start, start + len(node.text)), node.text)
