"""Text to vectors: the only door to sentence-transformers, tokenizers and safetensors."""

from index.embedding.embedder import SHIPPED_MODEL, Embedder, load_embedder
from index.embedding.late_interaction import LateInteraction, PassageTokens
from index.settings import EmbedderSettings

__all__ = [
    "SHIPPED_MODEL",
    "Embedder",
    "EmbedderSettings",
    "LateInteraction",
    "PassageTokens",
    "load_embedder",
]
