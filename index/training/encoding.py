"""Texts as flat arrays of token ids."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

_STEP = 20_000


@dataclass(frozen=True)
class Encoded:
    """Token ids of many texts, end to end.

    Attributes:
        ids: All ids, int32.
        starts: Where each text starts, and at the end the total; one longer than the texts.
    """

    ids: NDArray[np.int32]
    starts: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.starts) - 1

    def text(self, number: int) -> NDArray[np.int32]:
        """Return the ids of one text."""
        return self.ids[self.starts[number] : self.starts[number + 1]]

    def select(self, numbers: NDArray[np.int64]) -> "Encoded":
        """Return the given texts in the given order."""
        parts = [self.text(number) for number in numbers]
        return Encoded(np.concatenate(parts), _starts([len(part) for part in parts]))


def _starts(lengths: Sequence[int]) -> NDArray[np.int64]:
    return np.concatenate(([0], np.cumsum(lengths))).astype(np.int64)


def encode(tokenizer: Tokenizer, texts: Sequence[str], longest: int | None = None) -> Encoded:
    """Tokenise texts; of each, at most `longest` tokens are kept."""
    parts: list[NDArray[np.int32]] = []
    for start in range(0, len(texts), _STEP):
        encodings = tokenizer.encode_batch_fast(list(texts[start : start + _STEP]))
        parts += [np.asarray(encoding.ids[:longest], dtype=np.int32) for encoding in encodings]
    return Encoded(np.concatenate(parts), _starts([len(part) for part in parts]))
