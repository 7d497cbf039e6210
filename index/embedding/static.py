"""Static models: a text's vector is the mean of its tokens' rows.

Reads the folder that sentence-transformers writes for a `StaticEmbedding`, with numpy alone.
"""

import hashlib
import json
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from safetensors import SafetensorError
from safetensors.numpy import load as load_tensors
from tokenizers import Tokenizer

from index.embedding.late_interaction import LateInteraction
from index.embedding.prefixes import Prefixes
from index.errors import ModelError

_BATCH = 1_000


def holds_static_model(folder: Path) -> bool:
    """Tell whether a folder holds a `StaticEmbedding`, followed at most by normalising.

    Raises:
        ModelError: The folder lists its modules in a damaged file.
    """
    if not (folder / "modules.json").is_file():
        return False
    kinds = [module.get("type", "").rpartition(".")[2] for module in _modules(folder)]
    return kinds[:1] == ["StaticEmbedding"] and set(kinds[1:]) <= {"Normalize"}


def _modules(folder: Path) -> list[dict[str, str]]:
    try:
        modules: list[dict[str, str]] = json.loads((folder / "modules.json").read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise ModelError(_unreadable(folder, error)) from error
    return modules


class StaticEmbedder:
    """A token table and its tokenizer.

    A text without a known token gets a row of zeros. Vectors equal those of sentence-transformers
    but for rounding.
    """

    def __init__(self, folder: Path, prefixes: Prefixes) -> None:
        """Load the model of a folder.

        Raises:
            ModelError: A file is missing or damaged.
        """
        self.name = folder.name
        self._prefixes = prefixes
        place = folder / _modules(folder)[0].get("path", "")
        try:
            weights = (place / "model.safetensors").read_bytes()
            vocabulary = (place / "tokenizer.json").read_bytes()
            self._table = _token_rows(load_tensors(weights))
            self._tokenizer = Tokenizer.from_buffer(vocabulary)
        except (OSError, ValueError, KeyError, SafetensorError) as error:
            raise ModelError(_unreadable(folder, error)) from error
        self._tokenizer.no_padding()
        self.fingerprint = _digest(weights, vocabulary, prefixes)

    @property
    def dimension(self) -> int:
        """Numbers in a vector."""
        return int(self._table.shape[1])

    @cached_property
    def late_interaction(self) -> LateInteraction:
        """Scoring token by token over the same table."""
        return LateInteraction(self._table, self._tokenizer)

    def embed_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return unit rows, shape (texts, dimension)."""
        return self._embed([self._prefixes.passage + text for text in texts])

    def embed_queries(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return unit rows, shape (texts, dimension)."""
        return self._embed([self._prefixes.query + text for text in texts])

    def _embed(self, texts: list[str]) -> NDArray[np.float32]:
        rows = np.zeros((len(texts), self.dimension), dtype=np.float32)
        for start in range(0, len(texts), _BATCH):
            batch = texts[start : start + _BATCH]
            encodings = self._tokenizer.encode_batch_fast(batch, add_special_tokens=False)
            for row, encoding in zip(rows[start:], encodings, strict=False):
                if encoding.ids:
                    row[:] = np.take(self._table, encoding.ids, axis=0).mean(axis=0)
        lengths = np.linalg.norm(rows, axis=1, keepdims=True)
        rows /= np.where(lengths > 0, lengths, np.float32(1))
        return rows


def _token_rows(tensors: dict[str, NDArray[np.generic]]) -> NDArray[np.float32]:
    """Fold what is stored into one row for each token id, as sentence-transformers does."""
    if "embedding.weight" in tensors:
        return tensors["embedding.weight"].astype(np.float32)
    rows = tensors["embeddings"].astype(np.float32)
    if "mapping" in tensors:
        rows = rows[tensors["mapping"].astype(np.int64)]
    if "weights" in tensors:
        rows *= tensors["weights"].astype(np.float32)[:, None]
    return rows


def _digest(weights: bytes, vocabulary: bytes, prefixes: Prefixes) -> str:
    digest = hashlib.sha256(weights)
    for part in (vocabulary, prefixes.query.encode(), b"\0", prefixes.passage.encode()):
        digest.update(part)
    return digest.hexdigest()


def _unreadable(folder: Path, error: Exception) -> str:
    return (
        f"埋め込みモデルのフォルダー {folder} を読み込めません（{error}）。"
        "TENKYO_EMBEDDER に正しいフォルダーまたはモデル名を指定するか、"
        "TENKYO_EMBEDDER を外して同梱のモデルを使ってください。"
        "同梱のモデルの場合は、Tenkyo を入れ直してください。"
    )
