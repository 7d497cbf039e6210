"""Whether texts hold a word, or come close to it, and whether they speak of an attribute."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from assistant.passages.attribute import Attribute
from assistant.policies.definition_forms import Relation, definitions
from assistant.understanding.focus import Focus
from assistant.understanding.mentions import fold
from index.documents import RosterEntry, Unit
from index.library import Library
from index.text.keys import search_key
from index.text.morphology import NameKind, concepts, meanings, proper_names
from index.text.sentences import split_sentences

# Chosen together with those of `sufficiency`.
_LEAST_CLOSE = 0.35  # how close the text must come to the word for what is asked of a thing
_LEAST_CLOSE_OWNER = 0.5  # the same, for the word for what it is asked of
_ABBREVIATION = re.compile(r"[A-Z][A-Za-z0-9/\-]{1,9}")
_PLURAL = re.compile(r"(?<=..)(?:達|たち|ら|方々)$")
_SCATTERED = 3  # words of a name
_OFFICE = re.compile(
    r"[一-鿿](?:大臣|長官?|副市長|知事|監|補佐官|座長|教授|理事)(?![一-鿿])|局長|市長"
)


def is_known(word: str, library: Library) -> bool:
    """Whether some text holds the word, or another of the same meaning.

    What a part of the word means does not count: 申告 is no 確定申告.
    """
    word = _PLURAL.sub("", word)
    return any(library.word_frequencies((word, *meanings(word))))


def is_in(word: str, forms: frozenset[str]) -> bool:
    """Whether a text has the word, or one of the same meaning as the word or a part of it."""
    return word in forms or not forms.isdisjoint(concepts(word))


def stands_in_full(abbreviation: str, texts: Sequence[str], library: Library) -> bool:
    """Whether a text has the name for which an abbreviation is short, as some document says."""
    if not _ABBREVIATION.fullmatch(abbreviation):
        return False
    names = (
        search_key(found.other)
        for record in library.catalog.documents()
        for unit in library.catalog.units_of(record.id)
        for found in definitions(abbreviation, unit, library)
        if found.relation is Relation.SHORT
    )
    keys = [search_key(text) for text in texts]
    return any(name in key for name in dict.fromkeys(names) for key in keys)


def support(focus: Focus, texts: Sequence[str], library: Library) -> NDArray[np.float64]:
    """Of each text the weighted share of the telling words that it holds or comes close to.

    Args:
        focus: Gives the words of the question.
        texts: Units or sentences.
        library: Gives similarities.

    Returns:
        Shape (texts,), 0 to 1.
    """
    total = sum(weight for _, weight in focus.words)
    found = np.zeros(len(texts))
    if not total or not texts:
        return found
    held = [focus.forms(text) for text in texts]
    for word, weight in focus.words:
        close = library.similarities(word, texts)
        exact = np.array([is_in(word, forms) for forms in held])
        found += weight * np.where(exact, 1.0, close)
    return found / total


def nearest(question: str, units: Sequence[Unit], library: Library) -> float:
    """How near the nearest sentence of some units comes to a question, about 0 to 1."""
    sentences = [one.text for unit in units for one in split_sentences(unit.passage)]
    return float(library.similarities(question, sentences).max()) if sentences else 0.0


def is_spoken_of(
    attribute: Attribute, focus: Focus, units: Sequence[Unit], library: Library
) -> bool:
    """Whether a unit that has to do with its owner speaks of the attribute."""
    if attribute.is_person:
        return any(_tells_holder(attribute, focus, unit) for unit in units)
    texts = [" ".join((*unit.locator.heading_path[-1:], unit.text)) for unit in units]
    held = [focus.forms(text) for text in texts]
    words = attribute.telling
    # the least of its words decides: 設置 is no 設置費用
    close = np.min([_closeness(word, texts, held, library) for word in words], axis=0)
    owner = attribute.owner_telling
    if owner:
        near = np.max([_closeness(word, texts, held, library) for word in owner], axis=0)
        close = np.where(near >= _LEAST_CLOSE_OWNER, close, 0.0)
    return bool(close.max() >= _LEAST_CLOSE)


def _closeness(
    word: str, texts: Sequence[str], held: Sequence[frozenset[str]], library: Library
) -> NDArray[np.float64]:
    """How close each text comes to a word, 1 where it has the word or its meaning."""
    exact = np.array([float(is_in(word, forms)) for forms in held])
    close: NDArray[np.float64] = np.maximum(exact, library.similarities(word, texts))
    return close


def _tells_holder(attribute: Attribute, focus: Focus, unit: Unit) -> bool:
    """Whether the unit says who holds the office or is the person: by name, or by office."""
    text = " ".join((unit.label, *unit.locator.heading_path, unit.text))
    forms = focus.forms(text)
    if not all(is_in(word, forms) for word in attribute.owner_telling):
        return False
    if len(attribute.owner_telling) > _SCATTERED and attribute.owner not in fold(text):
        return False  # the words of a long name stand in many texts that do not name it
    if isinstance(unit, RosterEntry):
        return any(attribute.words in office for office in unit.offices)
    # 副市長 is another office than 市長
    office = re.compile(rf"(?<![副准前元]){re.escape(attribute.words)}")
    return any(
        office.search(sentence.text)
        and (
            any(name.kind is NameKind.PERSON for name in proper_names(sentence.text))
            or (not attribute.is_named and _has_other_office(sentence.text, attribute.words))
        )
        for sentence in split_sentences(unit.passage)
    )


def _has_other_office(text: str, office: str) -> bool:
    return _OFFICE.search(text.replace(office, "")) is not None
