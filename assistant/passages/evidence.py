"""Sentences of the units that search found, ranked by how well they answer."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from assistant.passages.closeness import support
from assistant.passages.itemised import with_its_items
from assistant.passages.slide_blocks import headings_above
from assistant.understanding.focus import CONTEXT_END, Focus
from index.documents import Footnote, Passage, Section, Slide, Unit
from index.library import Library
from index.text.keys import search_key
from index.text.sentences import split_sentences

# Weights of what makes a sentence an answer; chosen on the sample cases.
_SIMILARITY = 1.0
_COVERAGE = 1.0
_UNIT = 1.25
_SUPPORT = 0.4  # what the whole unit holds of the question
_EXPECTED = 0.5
_SUBJECT = 0.3  # what is said of the very noun that is asked about
_HEADINGS = 0.8  # what the headings above hold of a matter that is to be summed up
_CARRIED = 0.6  # share of its coverage that a sentence hands on to the next
_FOOTNOTE = 0.95  # share of a section's score that its footnotes get
_NOTED = 40  # characters before a footnote's mark that say what it is about
_TOO_SHORT = 8  # characters; shorter pieces are headings or list numbers
_TOO_LONG = 320
_LONGEST = 400  # characters of a quote that was widened to the sentence before
# A sentence that opens with one of these says little without the one before it.
_LEANS_BACK = re.compile(
    r"^(?:この|その|これ|それ|こう|そう|また、その|また、この|あわせて|このため|そのため|特に|例えば)"
)

_OPENS_ENTRY = re.compile(r"^[①-⑳].{0,20}$|^.{0,12}\d\s*日\s*付?$")
# the name of the minutes at their head says nothing
_NAME_OF_MINUTES = re.compile(
    r"(?:第\s*\d+\s*回?)?\s*(?:会合|会議|部会|協議会)?\s*(?:議事(?:要旨|録|概要)|会議録)(?:\s*[(（]?案[)）]?)?"
)
_ITEM = re.compile(r"^[・\-－]")
_UNFINISHED = re.compile(r"[のをとにへがはや、・]$")


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
        unit_support: Share of the question's words that the unit holds or comes close to.
        unit_rank: Rank of the unit in the search, from 0.
        around: What it is about, the sentence before it, and the sentence itself.
    """

    unit: Unit
    sentence: Passage
    score: float
    similarity: float
    coverage: float
    fits: bool
    unit_score: float
    unit_support: float
    unit_rank: int
    around: str = ""

    @property
    def closeness(self) -> float:
        """How close it comes to the question by itself, whatever else was found; 0 to about 2."""
        return self.similarity + self.coverage


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
    supports = support(focus, [unit.text for unit, _ in found], library)
    pieces = [
        _Piece(unit, sentence, before, _context(unit, sentence, library), score / best, held, rank)
        for rank, ((unit, score), held) in enumerate(zip(found, supports.tolist(), strict=True))
        for before, sentence in _with_the_one_before(_sentences(unit))
    ]
    similarities = library.similarities(focus.question, [piece.text for piece in pieces])
    ranked = (
        _judged(piece, focus, float(similarity))
        for piece, similarity in zip(pieces, similarities, strict=True)
    )
    return tuple(sorted(ranked, key=lambda evidence: -evidence.score))


@dataclass(frozen=True, slots=True)
class _Piece:
    """A sentence with the one before it, what it is about, and what tells of its unit."""

    unit: Unit
    sentence: Passage
    before: str
    context: str
    unit_score: float
    unit_support: float
    unit_rank: int

    @property
    def text(self) -> str:
        return f"{self.context}{CONTEXT_END}{self.sentence.text}"


def _judged(piece: _Piece, focus: Focus, similarity: float) -> Evidence:
    # A matter that is named in one sentence is spoken of in the next.
    carried = _CARRIED * focus.coverage(f"{piece.context}{CONTEXT_END}{piece.before}")
    coverage = max(focus.coverage(piece.text), carried)
    fit = focus.fit(piece.context, piece.sentence.text)
    said_of = bool(focus.subject and focus.subject.search(search_key(piece.sentence.text)))
    headings = 0.0
    if isinstance(piece.unit, Slide):
        headings = focus.coverage(piece.context)
    elif focus.sums_up:
        headings = focus.coverage(" ".join(piece.unit.locator.heading_path))
    return Evidence(
        unit=piece.unit,
        sentence=piece.sentence,
        score=_SIMILARITY * similarity
        + _COVERAGE * coverage
        + _UNIT * piece.unit_score
        + _SUPPORT * piece.unit_support
        + _EXPECTED * fit
        + _SUBJECT * said_of
        + _HEADINGS * headings,
        similarity=similarity,
        coverage=coverage,
        fits=fit > 0,
        unit_score=piece.unit_score,
        unit_support=piece.unit_support,
        unit_rank=piece.unit_rank,
        around=f"{piece.context} {piece.before} {piece.sentence.text}",
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


def _context(unit: Unit, sentence: Passage, library: Library) -> str:
    """The words that stand for what a sentence is about: its heading, or what it notes."""
    if isinstance(unit, Slide):
        above = headings_above(unit, sentence)
        if above:
            return above
    if isinstance(unit, Footnote) and unit.marker_unit and unit.marker_offset is not None:
        for noted in library.catalog.units([unit.marker_unit]):
            return noted.text[: unit.marker_offset][-_NOTED:]
    return unit.locator.heading_path[-1] if unit.locator.heading_path else ""


def _with_the_one_before(sentences: list[Passage]) -> list[tuple[str, Passage]]:
    texts = ["", *(sentence.text for sentence in sentences)]
    return list(zip(texts, sentences, strict=False))


def _sentences(unit: Unit) -> list[Passage]:
    split = split_sentences(unit.passage)
    pieces = _entries(unit.passage, split) if isinstance(unit, Slide) else split
    return [
        stripped
        for sentence in pieces
        for stripped in [_without_bullet(sentence.strip())]
        if _TOO_SHORT <= len(stripped.text) <= _TOO_LONG
        and not _NAME_OF_MINUTES.fullmatch(stripped.text)
    ]


def _entries(whole: Passage, lines: tuple[Passage, ...]) -> list[Passage]:
    """The lines of a slide; a short line that opens an entry, with the lines of that entry.

    A numbered or dated line (① 4月1日付) says nothing without the items below it, and they
    nothing without it. An entry ends where a line is no item and continues none.
    """
    entries: list[Passage] = []
    start = offset = 0
    opened = False
    last = ""
    for line in lines:
        text = line.text.strip()
        continues = opened and bool(_ITEM.match(text) or _UNFINISHED.search(last))
        if not continues:
            entries.append(whole.slice(start, offset))
            start, opened = offset, _OPENS_ENTRY.search(text) is not None
        offset += len(line.text)
        last = text
    return [*entries, whole.slice(start, offset)]


def widened(evidence: Evidence) -> Passage:
    """The sentence, with the one before it where it leans back on that.

    Where it only opens a list it comes with the items.
    """
    if isinstance(evidence.unit, Section):
        itemised = with_its_items(evidence.unit, evidence.sentence)
        if itemised is not evidence.sentence:
            return itemised
    if not _LEANS_BACK.match(evidence.sentence.text):
        return evidence.sentence
    whole = evidence.unit.passage
    offset = 0
    before = 0
    for sentence in split_sentences(whole):
        end = offset + len(sentence.text)
        if sentence.start <= evidence.sentence.start < sentence.end:
            wide = whole.slice(before, end).strip()
            too_wide = len(wide.text) > _LONGEST or wide.text.startswith(_heading(evidence.unit))
            return evidence.sentence if too_wide else wide
        before, offset = offset, end
    return evidence.sentence


def _heading(unit: Unit) -> str | tuple[str, ...]:
    """The heading line with which the text of a section begins; of other units none."""
    return unit.text.partition("\n")[0] if isinstance(unit, Section) else ()


def _without_bullet(sentence: Passage) -> Passage:
    mark = re.match(r"(?:[・●■□◆○\-－①-⑳]\s*)+", sentence.text)
    return sentence.slice(mark.end(), len(sentence.text)) if mark else sentence
