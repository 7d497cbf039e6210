"""Sentences of the units that search found, ranked by how well they answer."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from assistant.focus import CONTEXT_END, Focus
from index.documents import Footnote, Passage, Section, Unit
from index.library import Library
from index.text.sentences import split_sentences

# Weights of what makes a sentence an answer; chosen on the sample cases.
_SIMILARITY = 1.0
_COVERAGE = 1.0
_UNIT = 0.6
_EXPECTED = 0.5
_FOOTNOTE = 0.95  # share of a section's score that its footnotes get
_NOTED = 40  # characters before a footnote's mark that say what it is about
_TOO_SHORT = 8  # characters; shorter pieces are headings or list numbers
_TOO_LONG = 320


@dataclass(frozen=True, slots=True)
class Evidence:
    """One sentence of a unit.

    Attributes:
        unit: The unit.
        sentence: The sentence, a slice of the unit's passage.
        score: How well it answers, higher is better.
        similarity: How close it comes to the question, about 0 to 1.
        fits: Whether it has the form of the expected answer.
        coverage: Share of the question's weighted words that it holds, 0 to 1.
        unit_score: Score of the unit in the search, as a share of the best unit's.
        unit_rank: Rank of the unit in the search, from 0.
    """

    unit: Unit
    sentence: Passage
    score: float
    similarity: float
    coverage: float
    fits: bool
    unit_score: float
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
    found = _with_footnotes(list(units), library)
    best = max((score for _, score in found), default=1.0) or 1.0
    pieces = [
        _Piece(unit, sentence, _context(unit, library), share, rank)
        for rank, (unit, share) in enumerate((unit, score / best) for unit, score in found)
        for sentence in _sentences(unit)
    ]
    similarities = library.similarities(focus.question, [piece.text for piece in pieces])
    ranked = (
        _judged(piece, focus, float(similarity))
        for piece, similarity in zip(pieces, similarities, strict=True)
    )
    return tuple(sorted(ranked, key=lambda evidence: -evidence.score))


@dataclass(frozen=True, slots=True)
class _Piece:
    """A sentence with what it is about, its unit's share of the best score, and its rank."""

    unit: Unit
    sentence: Passage
    context: str
    unit_score: float
    unit_rank: int

    @property
    def text(self) -> str:
        return f"{self.context}{CONTEXT_END}{self.sentence.text}"


def _judged(piece: _Piece, focus: Focus, similarity: float) -> Evidence:
    coverage = focus.coverage(piece.text)
    fits = focus.fits(piece.context, piece.sentence.text)
    return Evidence(
        unit=piece.unit,
        sentence=piece.sentence,
        score=_SIMILARITY * similarity
        + _COVERAGE * coverage
        + _UNIT * piece.unit_score
        + (_EXPECTED if fits else 0.0),
        similarity=similarity,
        coverage=coverage,
        fits=fits,
        unit_score=piece.unit_score,
        unit_rank=piece.unit_rank,
    )


def _with_footnotes(found: list[tuple[Unit, float]], library: Library) -> list[tuple[Unit, float]]:
    """The units, each followed by the footnotes whose marks stand in it."""
    scores = {unit.id: score for unit, score in found}
    extended: list[tuple[Unit, float]] = []
    for unit, score in found:
        extended.append((unit, score))
        if isinstance(unit, Section):
            extended += [
                (footnote, _FOOTNOTE * score)
                for footnote in library.catalog.footnotes_on(unit.id)
                if footnote.id not in scores
            ]
    return extended


def _context(unit: Unit, library: Library) -> str:
    """The words that stand for what a sentence is about: its heading, or what it notes."""
    if isinstance(unit, Footnote) and unit.marker_unit and unit.marker_offset is not None:
        noted = library.catalog.unit(unit.marker_unit).text[: unit.marker_offset]
        return noted[-_NOTED:]
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
