"""Whether what was found speaks of what was asked; if not, what it lacks.

A raw search score says little: something always comes first. What tells is whether the
telling words of the question, or words close to them, stand in one of the units; whether
what is asked of a thing (its fee, its chair) is spoken of there; whether a figure, a sum or
a date stands there where one is asked for; and whether the question names somebody or
something that no document mentions.

The constants were chosen on the sample and reference cases together with 71 questions
written for this from the documents alone, 41 of them near misses.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from assistant.answers import Status
from assistant.attribute import asked_attribute
from assistant.closeness import is_in, is_known, is_spoken_of
from assistant.evidence import Evidence
from assistant.focus import Focus
from assistant.query import Language, Query
from assistant.values import AskedValue, Figure, asked_value, presupposed_figure
from index.documents import Unit
from index.library import Library
from index.text.morphology import NameKind, content_words, proper_names

_UNITS = 5
_LEAST_SUPPORT = 0.37
_LEAST_SUPPORT_WITHIN_BOUNDS = 0.3  # a named meeting or kind already says what it is about
_SUPPORT_DESPITE_UNKNOWN_NAME = 0.8
_MOSTLY_UNKNOWN = 0.6  # share of telling nouns that no document holds
_LEAST_HELD = 0.6  # share of their weight that one unit then must hold to the letter
_LEAST_CLOSE_LOANWORD = 0.3
_LOANWORD = re.compile(r"[ァ-ヶー]{3,}|[A-Za-z]{3,}")
_LEAST_BESIDE_OTHER = 0.4  # the same, by a figure that is to refute another
_LEAST_BESIDE = 0.1  # share of the telling words that stand by a value


class Lack(StrEnum):
    """What the units lack."""

    TOPIC = "topic"
    SUPPORT = "support"
    NAME = "name"
    ATTRIBUTE = "attribute"
    VALUE = "value"
    FIGURE = "figure"


@dataclass(frozen=True, slots=True)
class Shortfall:
    """Why the units do not answer.

    Attributes:
        lack: What they lack.
        missing: The attribute, the name or the kind of value; "" where no word tells.
        about: What the attribute is asked of, as the question calls it.
        instead: What stands there instead of a figure that the question takes for granted.
    """

    lack: Lack
    missing: str = ""
    about: str = ""
    instead: Evidence | None = None

    @property
    def status(self) -> Status:
        """How the answer ends."""
        match self.lack:
            case Lack.TOPIC:
                return Status.OUT_OF_SCOPE
            case Lack.FIGURE:
                return Status.PREMISE_WRONG
            case _:
                return Status.NOT_IN_DOCUMENTS


def sufficiency(
    query: Query, focus: Focus, units: Sequence[Unit], library: Library, *, bounded: bool
) -> Status:
    """Whether units speak of the question's matter; see `find_shortfall`."""
    shortfall = _topic_shortfall(query, focus, units, library, bounded=bounded)
    return shortfall.status if shortfall else Status.ANSWERED


def find_shortfall(
    query: Query,
    focus: Focus,
    units: Sequence[Unit],
    ranked: Sequence[Evidence],
    library: Library,
    *,
    bounded: bool,
) -> Shortfall | None:
    """What the best units lack to answer the question; None where they can.

    Args:
        query: The question as understood.
        focus: Its telling words.
        units: What search found, best first.
        ranked: Their sentences, best first.
        library: Gives similarities.
        bounded: Whether the question confined the search to some units.
    """
    if not ranked:
        return Shortfall(Lack.SUPPORT)
    found = _topic_shortfall(query, focus, units, library, bounded=bounded)
    if found is not None:
        return found
    # Of English words put side by side none tells what is asked of a thing.
    listed = query.language is Language.ENGLISH and "・" in query.completed
    attribute = None if listed else asked_attribute(query.completed)
    if attribute and not is_spoken_of(attribute, focus, units[:_UNITS], library):
        lack = Lack.TOPIC if _is_place(attribute.owner) else Lack.ATTRIBUTE
        return Shortfall(lack, attribute.words, attribute.owner)
    value = asked_value(query.completed)
    if value and not _is_given(value, ranked):
        return Shortfall(Lack.VALUE, value.name)
    presupposed = presupposed_figure(query.completed)
    return _other_figure(presupposed, units, ranked) if presupposed else None


def _other_figure(
    presupposed: Figure, units: Sequence[Unit], ranked: Sequence[Evidence]
) -> Shortfall | None:
    """That the figure taken for granted stands nowhere, but another of its kind does."""
    if any(presupposed.stands_in(unit.text) for unit in units):
        return None
    other = (
        evidence
        for evidence in ranked
        if evidence.coverage >= _LEAST_BESIDE_OTHER
        and presupposed.has_rival_in(evidence.sentence.text)
    )
    found = next(other, None)
    return Shortfall(Lack.FIGURE, presupposed.written, instead=found) if found else None


def _topic_shortfall(
    query: Query, focus: Focus, units: Sequence[Unit], library: Library, *, bounded: bool
) -> Shortfall | None:
    read = units[:_UNITS]
    if not read:
        return Shortfall(Lack.SUPPORT)
    if query.submitters:
        return None  # all that was searched is what this submitter sent
    held = max(focus.coverage(unit.text) for unit in read)
    named = query.mentions or query.documents or query.people
    if not named and _unknown(focus, library) >= _MOSTLY_UNKNOWN and held < _LEAST_HELD:
        return Shortfall(Lack.TOPIC)
    support = _support(focus, read, library)
    unknown = _names_nobody_knows(query, library)
    if unknown and support < _SUPPORT_DESPITE_UNKNOWN_NAME:
        return Shortfall(Lack.NAME, unknown[0])
    foreign = _loanword_nobody_knows(query, read, library)
    if foreign:
        return Shortfall(Lack.NAME, foreign)
    least = _LEAST_SUPPORT_WITHIN_BOUNDS if bounded else _LEAST_SUPPORT
    return None if support >= least else Shortfall(Lack.SUPPORT)


def _unknown(focus: Focus, library: Library) -> float:
    """Share of the nouns of the question that no indexed text holds, 0 to 1.

    Whole words count, not their parts: 天気予報 is one. Verbs are left out, since anything
    can be said in other verbs.
    """
    words = content_words(focus.question)
    nouns = list(dict.fromkeys(w.normal for w in words if w.part_of_speech == "名詞"))
    return sum(not is_known(noun, library) for noun in nouns) / max(len(nouns), 1)


def _support(focus: Focus, units: Sequence[Unit], library: Library) -> float:
    """Weighted share of the telling words that the best unit holds or comes close to."""
    total = sum(weight for _, weight in focus.words)
    if not total:
        return 0.0
    texts = [unit.text for unit in units]
    held = [focus.forms(text) for text in texts]
    support = np.zeros(len(texts))
    for word, weight in focus.words:
        close = library.similarities(word, texts)
        exact = np.array([is_in(word, forms) for forms in held])
        support += weight * np.where(exact, 1.0, close)
    return float(support.max() / total)


def _names_nobody_knows(query: Query, library: Library) -> list[str]:
    """Proper names of the question that no text holds, in no other wording either."""
    return [
        word.surface
        for word in content_words(query.completed)
        if word.is_name and not is_known(word.normal, library)
    ]


def _loanword_nobody_knows(query: Query, units: Sequence[Unit], library: Library) -> str:
    """A loanword or a Latin term that no text holds and no unit comes close to; "" for none.

    Such terms name one thing and are hardly paraphrased: ドローン, GDPR. In a question that
    was put in Japanese they may be words left over.
    """
    if query.language is Language.ENGLISH:
        return ""
    texts = [unit.text for unit in units]
    for word in content_words(query.completed):
        if word.part_of_speech != "名詞" or not _LOANWORD.fullmatch(word.surface):
            continue
        close = library.similarities(word.surface, texts).max()
        if close < _LEAST_CLOSE_LOANWORD and not is_known(word.normal, library):
            return word.surface
    return ""


def _is_place(owner: str) -> bool:
    """Whether a word is the name of a place and nothing else: 東京, 千早野市."""
    names = proper_names(owner)
    if not names or any(name.kind is not NameKind.PLACE for name in names):
        return False
    # 千早野市 may be taken apart; 東京大会 is more than a place
    return len(owner) <= sum(len(name.surface) for name in names) + 1


def _is_given(value: AskedValue, ranked: Sequence[Evidence]) -> bool:
    """Whether such a value stands in a sentence that has to do with the question."""
    return any(
        evidence.coverage >= _LEAST_BESIDE and value.stands_in(evidence.sentence.text)
        for evidence in ranked
    )
