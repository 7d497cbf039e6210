"""What the evaluation ranks with and how it counts: BM25, fusion, metrics."""

from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from sudachipy import Dictionary, SplitMode

Scores = NDArray[np.float32]

_SATURATION = 1.2
_LENGTH = 0.75
_FUSION = 60.0
_LONGEST = 10_000


class WordSearch:
    """BM25 over Sudachi's short (mode A) words in their dictionary spelling.

    Method: Robertson & Zaragoza (2009), The Probabilistic Relevance Framework.
    """

    def __init__(self, passages: Sequence[str]) -> None:
        self._tokenizer = Dictionary(dict="core").tokenizer()
        counts = [Counter(self._words(passage)) for passage in passages]
        self._number = {word: n for n, word in enumerate(sorted(set().union(*counts)))}
        self._weights = self._weigh(counts)

    def _words(self, text: str) -> list[str]:
        return [
            word.normalized_form().lower()
            for word in self._tokenizer.tokenize(text[:_LONGEST], SplitMode.A)
            if word.part_of_speech()[0] not in ("補助記号", "空白")
        ]

    def _weigh(self, counts: Sequence[Counter[str]]) -> sparse.csc_matrix:
        rows = np.repeat(np.arange(len(counts)), [len(count) for count in counts])
        columns = [self._number[word] for count in counts for word in count]
        values = np.array([n for count in counts for n in count.values()], dtype=np.float32)
        lengths = np.array([count.total() for count in counts], dtype=np.float32)
        norm = _SATURATION * (1 - _LENGTH + _LENGTH * lengths / lengths.mean())
        frequency = np.bincount(columns, minlength=len(self._number))
        rarity = np.log1p((len(counts) - frequency + 0.5) / (frequency + 0.5))
        weights = values * (_SATURATION + 1) / (values + norm[rows]) * rarity[columns]
        shape = (len(counts), len(self._number))
        return sparse.csc_matrix((weights.astype(np.float32), (rows, columns)), shape=shape)

    def score(self, query: str) -> Scores:
        """Return the score of every passage, shape (passages,)."""
        columns = [self._number[word] for word in self._words(query) if word in self._number]
        return np.asarray(self._weights[:, columns].sum(axis=1), dtype=np.float32).ravel()


def reciprocal_rank_fusion(rows: Sequence[Scores]) -> Scores:
    """Add 1 / (60 + rank) over rankings (Cormack, Clarke & Büttcher 2009), shape as each row."""
    fused = np.zeros_like(rows[0])
    for row in rows:
        ranks = np.empty(len(row), dtype=np.float32)
        ranks[np.argsort(-row, kind="stable")] = np.arange(1, len(row) + 1)
        fused += 1 / (_FUSION + ranks)
    return fused


def scaled(row: Scores) -> Scores:
    """Divide scores by their maximum, so that the best passage has 1."""
    highest = float(row.max(initial=0.0))
    return row / highest if highest > 0 else row


def first_rank(scores: Scores, gold: Sequence[int]) -> int:
    """Return the rank, from 1, of the best gold passage; equal scores keep passage order."""
    order = np.argsort(-scores, kind="stable")
    return int(np.flatnonzero(np.isin(order, gold))[0]) + 1


def recall_at(ranks: NDArray[np.int64], depth: int) -> float:
    """Return the share of questions with a gold passage among the first `depth`."""
    return float((ranks <= depth).mean())


def gain_at_ten(ranks: NDArray[np.int64]) -> float:
    """Return nDCG@10 where one passage is relevant."""
    return float(np.where(ranks <= 10, 1 / np.log2(1 + ranks), 0.0).mean())


def reciprocal_rank(ranks: NDArray[np.int64]) -> float:
    """Return the mean of 1 / rank."""
    return float((1 / ranks).mean())
