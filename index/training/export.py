"""Writing the folder that ships, in the layout of sentence-transformers."""

import json
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import save_file
from tokenizers import Tokenizer

_LIBRARY = "sentence_transformers"
_MODULES = [
    {
        "idx": 0,
        "name": "0",
        "path": "",
        "type": f"{_LIBRARY}.sentence_transformer.modules.static_embedding.StaticEmbedding",
    },
    {
        "idx": 1,
        "name": "1",
        "path": "1_Normalize",
        "type": f"{_LIBRARY}.base.modules.normalize.Normalize",
    },
]
_CONFIGURATION = {
    "model_type": "SentenceTransformer",
    "prompts": {"query": "", "document": ""},
    "default_prompt_name": None,
    "similarity_fn_name": "cosine",
}
_STEPS = 127.0


def quantise(table: NDArray[np.float32]) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """Round each row to 8 bits.

    Returns:
        Whole numbers, shape as the table, and the factor of each row, shape (tokens,): their
        product is the table but for rounding.
    """
    highest = np.abs(table).max(axis=1)
    factors = np.where(highest > 0, highest / _STEPS, 1.0).astype(np.float32)
    return np.round(table / factors[:, None]).astype(np.int8), factors


def export_model(folder: Path, table: NDArray[np.float32], tokenizer: Tokenizer) -> None:
    """Write weights, tokenizer and configuration; other files of the folder are left alone.

    Args:
        folder: Made where it does not exist.
        table: Token rows, shape (tokens, dimension).
        tokenizer: Its ids number the rows.
    """
    (folder / "1_Normalize").mkdir(parents=True, exist_ok=True)
    numbers, factors = quantise(table)
    save_file({"embeddings": numbers, "weights": factors}, folder / "model.safetensors")
    # save_file leaves a file that only its owner may read
    (folder / "model.safetensors").chmod(0o644)
    tokenizer.save(str(folder / "tokenizer.json"), pretty=False)
    _write_json(folder / "modules.json", _MODULES)
    _write_json(folder / "config_sentence_transformers.json", _CONFIGURATION)
    _write_json(folder / "1_Normalize" / "config.json", {})


def _write_json(path: Path, state: object) -> None:
    path.write_text(json.dumps(state, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
