"""Sentences of the units that search found, ranked by how well they answer."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from index.library import Library

from assistant.focus import Focus
from index.documents import Passage, Unit
from index.text.sentences import split_sentences

# Weights of what makes a sentence an answer; chosen on the sample cases.
_SIMILARITY = 1.0
_COVERAGE = 1.0
_UNIT = 0.6
_EXPECTED = 0.5
_TOO_SHORT = 8  # characters; shorter pieces are headings or list numbers
_TOO_LONG = 320


@dataclass(frozen=True, slots=True)
class Evidence:
    """One sentence of a unit.

    Attributes:
        unit: The unit.
        sentence: The sentence, a slice of the unit's passage.
        score: How well it answers, higher is better.
        coverage: Share of the question's weighted words that it holds, 0 to 1.
        unit_rank: Rank of the unit in the search, from 0.
    """

    unit: Unit
    sentence: Passage
    score: float
    coverage: float
    unit_rank: int


def rank_sentences(
    focus: Focus, units: Iterable[tuple[Unit, float]], library: Library
) -> tuple[Evidence, ...]:
    """All sentences of the units, best answer first.

    Args:
        focus: What the question asks for.
        units: Units with their search scores, best first.
        library: Gives similarities.
    """
    found = list(units)
    best = max((score for _, score in found), default=1.0) or 1.0
    pieces = [
        (unit, sentence, score / best, rank)
        for rank, (unit, score) in enumerate(found)
        for sentence in _sentences(unit)
    ]
    texts = [f"{_heading(unit)} {sentence.text}" for unit, sentence, _, _ in pieces]
    similarities = library.similarities(focus.question, texts)
    ranked = []
    for (unit, sentence, unit_score, rank), similarity in zip(pieces, similarities, strict=True):
        coverage = focus.coverage(sentence.text)
        score = (
            _SIMILARITY * float(similarity)
            + _COVERAGE * coverage
            + _UNIT * unit_score
            + _EXPECTED * focus.fit(sentence.text)
        )
        ranked.append(Evidence(unit, sentence, score, coverage, rank))
    return tuple(sorted(ranked, key=lambda evidence: -evidence.score))


def _heading(unit: Unit) -> str:
    return unit.locator.heading_path[-1] if unit.locator.heading_path else ""


def _sentences(unit: Unit) -> list[Passage]:
    return [
        stripped
        for sentence in split_sentences(unit.passage)
        for stripped in [_without_bullet(sentence.strip())]
        if _TOO_SHORT <= len(stripped.text) <= _TOO_LONG
    ]


def _without_bullet(sentence: Passage) -> Passage:
    mark = re.match(r"[・●■□◆○\-－]\s*", sentence.text)
    return sentence.slice(mark.end(), len(sentence.text)) if mark else sentence
