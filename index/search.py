"""Searching chunks by words, by vectors, and token by token.

Both indexes give candidates; what decides is a score of three parts: how well each token of
the question finds a similar one in the chunk (late interaction), BM25 against the best one's,
and the cosine of the vectors. An embedder without a token table has no late interaction; then
the two rankings are fused by reciprocal rank (Cormack, Clarke & Büttcher 2009).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from index.chunk_cache import ChunkCache
from index.documents import Passage
from index.stores.interface import Scored, SearchIndex
from index.stores.rows import ChunkRow
from index.text.morphology import concepts, tokens

if TYPE_CHECKING:
    from index.embedding import Embedder

_JAPANESE = re.compile(r"[぀-ヿ㐀-鿿ｦ-ﾟ]")
_RANK_OFFSET = 60
_TEXTS_KEPT = 4096
_HOLDING_MOST = 1000


@dataclass(frozen=True, slots=True)
class SearchWeights:
    """What each part of the score counts.

    Attributes:
        late: The token by token score, at most 1.
        words: BM25 as a share of the best candidate's.
        dense: The cosine of question and chunk.
        candidates: How many chunks each index is asked for.
    """

    late: float = 2.0
    words: float = 1.0
    dense: float = 0.5
    candidates: int = 100


JAPANESE = SearchWeights()
FOREIGN = SearchWeights(words=0.3, dense=2.0)
"""For a question without kana or kanji: its words hardly stand in a Japanese text."""


@dataclass(frozen=True, slots=True)
class Ranks:
    """Where a hit stood in each part of the search.

    Attributes:
        words: Place by words, from 1; None where the words did not find it.
        vectors: Place by vectors, from 1; None where the vectors did not find it.
        late: Its token by token score; None where the embedder has none.
    """

    words: int | None
    vectors: int | None
    late: float | None


@dataclass(frozen=True, slots=True)
class Hit:
    """A unit that was found, by its best chunk.

    Attributes:
        unit_id: The unit.
        chunk_id: The chunk.
        score: How well it fits, higher is better; comparable within one search only.
        passage: The chunk's text with its source spans.
        ranks: Where it stood in each part of the search.
        same_as: Other units whose best chunk says the same, word for word.
    """

    unit_id: str
    chunk_id: str
    score: float
    passage: Passage
    ranks: Ranks
    same_as: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Found:
    """Candidates, with their places in the two rankings."""

    rows: Sequence[ChunkRow]
    words: Sequence[Scored]
    vectors: Sequence[Scored]


class Searcher:
    """Searches one generation and resolves what it finds through the catalog."""

    def __init__(self, index: SearchIndex, chunks: ChunkCache, embedder: Embedder) -> None:
        """Take the indexes, the catalog's chunks and the embedder that made their vectors."""
        self._index = index
        self._chunks = chunks
        self._embedder = embedder
        late = embedder.late_interaction
        # one question compares many words with the same sentences
        self._encoded = lru_cache(maxsize=_TEXTS_KEPT)(late.encode_passage) if late else None

    def search(
        self, question: str, within: Collection[str] | None = None, limit: int = 10
    ) -> tuple[Hit, ...]:
        """The units that fit a question best, best first.

        Args:
            question: In any language.
            within: Ids of the units to look in; None for all.
            limit: How many units at most.
        """
        weights = JAPANESE if _JAPANESE.search(question) else FOREIGN
        vector = self._embedder.embed_queries([question])[0]
        if within is None:
            found = self._find(question, vector, weights.candidates)
        else:
            found = self._find_within(question, vector, within, weights.candidates)
        late = self._late(question, found.rows)
        scores = _fused(found) if late is None else _weighted(found, vector, late, weights)
        return _hits(found, scores, late, limit)

    def similarities(self, question: str, texts: Sequence[str]) -> NDArray[np.float32]:
        """How close each text comes to a question, shape (texts,), about 0 to 1."""
        late_interaction = self._embedder.late_interaction
        if late_interaction is None or self._encoded is None:
            (vector,) = self._embedder.embed_queries([question])
            passages = self._embedder.embed_passages(texts)
            return np.asarray(passages @ vector, dtype=np.float32)
        return late_interaction.score(question, [self._encoded(text) for text in texts])

    def word_frequencies(self, words: Sequence[str]) -> tuple[float, ...]:
        """Of each search token the share of chunks that hold it, 0 to 1."""
        return self._index.frequencies(words)

    def chunks_with(self, words: Sequence[str]) -> frozenset[str]:
        """Ids of the chunks that hold all of some search tokens; of a common one the best."""
        found = [
            frozenset(scored.chunk_id for scored in self._index.by_words((word,), _HOLDING_MOST))
            for word in words
        ]
        return frozenset.intersection(*found) if found else frozenset()

    def close(self) -> None:
        """Give files and memory back."""
        self._index.close()

    def _find(self, question: str, vector: NDArray[np.float32], count: int) -> _Found:
        words = self._index.by_words(_asked(question), count)
        vectors = self._index.by_vector(vector, count) if vector.any() else ()
        ids = dict.fromkeys(scored.chunk_id for scored in (*words, *vectors))
        return _Found(self._chunks.rows(ids), words, vectors)

    def _find_within(
        self, question: str, vector: NDArray[np.float32], within: Collection[str], count: int
    ) -> _Found:
        """Candidates of some units: exact where the vector index could only filter slowly."""
        rows = self._chunks.rows_of(within)
        words = self._index.by_words(_asked(question), count, within)
        cosines = _matrix(rows, len(vector)) @ vector
        nearest = np.argsort(-cosines, kind="stable")[:count]
        vectors = [
            Scored(rows[place].chunk.id, float(cosines[place]))
            for place in nearest
            if cosines[place] > 0
        ]
        chosen = {scored.chunk_id for scored in (*words, *vectors)}
        return _Found([row for row in rows if row.chunk.id in chosen], words, vectors)

    def _late(self, question: str, rows: Sequence[ChunkRow]) -> NDArray[np.float32] | None:
        """Token by token scores, shape (rows,); None where the embedder has no token table."""
        late_interaction = self._embedder.late_interaction
        if late_interaction is None:
            return None
        return late_interaction.score(question, [row.embedding.tokens for row in rows])


def _weighted(
    found: _Found,
    vector: NDArray[np.float32],
    late: NDArray[np.float32],
    weights: SearchWeights,
) -> NDArray[np.float64]:
    """Scores of the candidates, shape (rows,)."""
    bm25 = {scored.chunk_id: scored.score for scored in found.words}
    best = max(bm25.values(), default=1.0)
    words = np.array([bm25.get(row.chunk.id, 0.0) / best for row in found.rows])
    dense = _matrix(found.rows, len(vector)) @ vector
    return weights.late * late + weights.words * words + weights.dense * dense


def _fused(found: _Found) -> NDArray[np.float64]:
    """Reciprocal ranks of the candidates, shape (rows,)."""
    rankings = (_places(found.words), _places(found.vectors))
    return np.array(
        [
            sum(1 / (_RANK_OFFSET + its[row.chunk.id]) for its in rankings if row.chunk.id in its)
            for row in found.rows
        ]
    )


def _matrix(rows: Sequence[ChunkRow], dimension: int) -> NDArray[np.float32]:
    """Vectors of chunks, shape (rows, dimension); zeros for one that has none."""
    none = np.zeros(dimension, dtype=np.float32)
    vectors = [none if row.embedding.vector is None else row.embedding.vector for row in rows]
    return np.array(vectors, dtype=np.float32).reshape(len(rows), dimension)


def _places(scored: Iterable[Scored]) -> dict[str, int]:
    return {entry.chunk_id: place for place, entry in enumerate(scored, start=1)}


def _hits(
    found: _Found, scores: NDArray[np.float64], late: NDArray[np.float32] | None, limit: int
) -> tuple[Hit, ...]:
    """The best chunk of each unit, best first; units that say the same in one hit."""
    by_words, by_vectors = _places(found.words), _places(found.vectors)
    by_text: dict[str, Hit] = {}
    seen: set[str] = set()
    for place in np.argsort(-scores, kind="stable"):
        chunk = found.rows[place].chunk
        if chunk.unit_id in seen:
            continue
        seen.add(chunk.unit_id)
        key = _bare(chunk.text)
        if key in by_text:
            same_as = (*by_text[key].same_as, chunk.unit_id)
            by_text[key] = replace(by_text[key], same_as=same_as)
        elif len(by_text) < limit:
            closeness = None if late is None else float(late[place])
            ranks = Ranks(by_words.get(chunk.id), by_vectors.get(chunk.id), closeness)
            score = float(scores[place])
            by_text[key] = Hit(chunk.unit_id, chunk.id, score, chunk.passage, ranks)
    return tuple(by_text.values())


def _asked(question: str) -> tuple[str, ...]:
    """The words of a question, and the meanings they share with others."""
    return (*tokens(question), *concepts(question))


@lru_cache(maxsize=20_000)
def _bare(text: str) -> str:
    """A text without the differences that do not count: width and white space."""
    return "".join(unicodedata.normalize("NFKC", text).split())
