"""Models loaded by sentence-transformers; importing this module is cheap, loading one is not."""

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from index.embedding.prefixes import Prefixes, choose_prefixes
from index.errors import ModelError
from index.settings import EmbedderSettings

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

_BATCH = 32


class TransformerEmbedder:
    """A sentence-transformers model of any architecture."""

    late_interaction: None = None

    def __init__(self, name: str, model: "SentenceTransformer", prefixes: Prefixes) -> None:
        self.name = name
        self._model = model
        self._prefixes = prefixes
        self.fingerprint = _digest(model, prefixes)
        self.dimension = model.encode([""], prompt="").shape[1]

    def embed_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return unit rows, shape (texts, dimension)."""
        return self._embed([self._prefixes.passage + text for text in texts])

    def embed_queries(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return unit rows, shape (texts, dimension)."""
        return self._embed([self._prefixes.query + text for text in texts])

    def _embed(self, texts: list[str]) -> NDArray[np.float32]:
        if not texts:
            return np.zeros((0, self.dimension), dtype=np.float32)
        # an empty prompt keeps the model's default one from being added to our prefix
        rows = self._model.encode(
            texts,
            prompt="",
            batch_size=_BATCH,
            normalize_embeddings=True,
            show_progress_bar=False,
            convert_to_numpy=True,
        )
        return np.asarray(rows, dtype=np.float32)


def load_transformer(name: str, settings: EmbedderSettings) -> TransformerEmbedder:
    """Load a hub model or local folder.

    Args:
        name: Hub name or folder.
        settings: The prefixes.

    Raises:
        ModelError: There is no such model, it cannot be reached, or its files do not fit.
    """
    folder = Path(name).expanduser()
    try:
        model = _open(str(folder) if folder.is_dir() else name)
    except (OSError, ValueError, KeyError, ImportError, RuntimeError) as error:
        raise ModelError(_unloadable(name, error)) from error
    prefixes = choose_prefixes(folder.name if folder.is_dir() else name, settings, model.prompts)
    return TransformerEmbedder(folder.name if folder.is_dir() else name, model, prefixes)


def _open(name: str) -> "SentenceTransformer":
    from sentence_transformers import SentenceTransformer

    try:
        # a model that was fetched before needs no network, and does not wait for one
        return SentenceTransformer(name, local_files_only=True)
    except (OSError, ValueError):
        if Path(name).is_absolute() or Path(name).exists():
            raise
        return SentenceTransformer(name)


def _digest(model: "SentenceTransformer", prefixes: Prefixes) -> str:
    digest = hashlib.sha256()
    for key, tensor in sorted(model.state_dict().items()):
        digest.update(key.encode())
        digest.update(tensor.detach().cpu().float().contiguous().numpy().tobytes())
    for part in (_vocabulary(model), str(model.max_seq_length), prefixes.query, prefixes.passage):
        digest.update(b"\0" + part.encode())
    return digest.hexdigest()


def _vocabulary(model: "SentenceTransformer") -> str:
    tokenizer = model.tokenizer
    backend = getattr(tokenizer, "backend_tokenizer", tokenizer)
    if hasattr(backend, "to_str"):
        return str(backend.to_str())
    return repr(sorted(tokenizer.get_vocab().items()))


def _unloadable(name: str, error: Exception) -> str:
    return (
        f"埋め込みモデル「{name}」を読み込めません（{error}）。"
        "TENKYO_EMBEDDER にモデル名かローカルのフォルダーを正しく指定し、"
        "ハブのモデルならネットワーク接続を確認してください。"
        "TENKYO_EMBEDDER を外すと同梱のモデルを使います。"
    )
