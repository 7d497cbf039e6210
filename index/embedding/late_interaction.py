"""Scoring token by token over a static token table.

Method: the maximum-similarity operator of ColBERT (Khattab & Zaharia 2020), with the rows of a
static table instead of contextual vectors. A trained row is longer the more its token tells, so
that its squared length serves as the weight of a query token.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

PassageTokens = NDArray[np.int32]
"""Distinct token ids of a passage, ascending, shape (tokens,): small enough to be stored."""

_SMALLEST = 1e-6


class LateInteraction:
    """Compares each token of a question with its nearest token of a passage."""

    def __init__(self, table: NDArray[np.float32], tokenizer: Tokenizer) -> None:
        """Take the token rows, shape (tokens, dimension), and their tokenizer."""
        self._table = table
        self._tokenizer = tokenizer
        self._lengths = np.linalg.norm(table, axis=1)

    def token_ids(self, text: str) -> NDArray[np.int32]:
        """Return the ids of a text in reading order, without tokens that carry no meaning."""
        encoding = self._tokenizer.encode(text, add_special_tokens=False)
        ids = np.asarray(encoding.ids, dtype=np.int32)
        known: NDArray[np.int32] = ids[self._lengths[ids] > _SMALLEST]
        return known

    def encode_passage(self, text: str) -> PassageTokens:
        """Return what `score` takes for a passage."""
        return np.unique(self.token_ids(text))

    def score(self, query: str, passages: Sequence[PassageTokens]) -> NDArray[np.float32]:
        """Score passages against a question.

        Args:
            query: The question.
            passages: Of each passage its `encode_passage`.

        Returns:
            Scores, shape (passages,): the mean over query tokens of the highest cosine, weighted
            by squared token length. At most 1; 0 where either side has no known token.
        """
        tokens, repeats = np.unique(self.token_ids(query), return_counts=True)
        sizes = np.array([len(passage) for passage in passages], dtype=np.int64)
        scores = np.zeros(len(passages), dtype=np.float32)
        filled = np.flatnonzero(sizes)
        if len(tokens) == 0 or len(filled) == 0:
            return scores
        weights = repeats * self._lengths[tokens] ** 2
        flat = np.concatenate(passages)
        starts = np.concatenate(([0], np.cumsum(sizes[filled])[:-1]))
        best = np.maximum.reduceat(self._cosines(tokens, flat), starts, axis=0)
        scores[filled] = best @ (weights / weights.sum()).astype(np.float32)
        return scores

    def _cosines(self, tokens: NDArray[np.int32], flat: NDArray[np.int32]) -> NDArray[np.float32]:
        """Return the cosine of each passage token and query token, shape (flat, tokens)."""
        seen = np.zeros(len(self._table), dtype=np.bool_)
        seen[flat] = True
        used = np.flatnonzero(seen)
        place = np.zeros(len(self._table), dtype=np.int32)
        place[used] = np.arange(len(used), dtype=np.int32)
        directions = self._table[tokens] / self._lengths[tokens, None]
        # take is several times as fast as indexing by an array
        cosines = np.take(self._table, used, axis=0) @ directions.T
        cosines /= self._lengths[used, None]
        return np.take(cosines, place[flat], axis=0)
