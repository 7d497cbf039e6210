"""Whether what was found speaks of what was asked; if not, the answer is a refusal.

A raw search score says little: something always comes first. What tells is whether each
telling word of the question, or a word close to it, stands in one of the units, and
whether the question names somebody or something that no document mentions.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from assistant.answers import Status
from assistant.focus import Focus
from assistant.query import Language, Query
from index.documents import Unit
from index.library import Library
from index.text.morphology import content_words

_UNITS = 5
# Chosen on the sample and reference questions together with some forty about other
# things (prices, weather, people of no document).
_LEAST_SUPPORT = 0.42
_LEAST_SUPPORT_WITHIN_BOUNDS = 0.33  # a named meeting or kind already says what it is about
_SUPPORT_DESPITE_UNKNOWN_NAME = 0.6
_LEAST_ENGLISH_SIMILARITY = 0.36
_MOSTLY_UNKNOWN = 0.5  # share of telling words that no document holds
_LEAST_HELD = 0.25  # share of their weight that one unit then must hold to the letter


def sufficiency(
    query: Query, focus: Focus, units: Sequence[Unit], library: Library, *, bounded: bool
) -> Status:
    """Whether the best units can answer the question, or why not: absent, or off topic.

    Args:
        query: The question as understood.
        focus: Its telling words.
        units: What search found, best first.
        library: Gives similarities.
        bounded: Whether the question confined the search to some units.
    """
    read = units[:_UNITS]
    if not read:
        return Status.NOT_IN_DOCUMENTS
    if query.submitters:
        return Status.ANSWERED  # all that was searched is what this submitter sent
    if query.language is Language.ENGLISH:
        texts = [unit.text for unit in read]
        similarity = max(library.similarities(focus.question, texts))
        return _answered(bool(similarity >= _LEAST_ENGLISH_SIMILARITY))
    held = max(focus.coverage(unit.text) for unit in read)
    if focus.unknown >= _MOSTLY_UNKNOWN and held < _LEAST_HELD:
        return Status.OUT_OF_SCOPE
    support = _support(focus, read, library)
    if _names_nobody_knows(query, library):
        return _answered(support >= _SUPPORT_DESPITE_UNKNOWN_NAME)
    return _answered(support >= (_LEAST_SUPPORT_WITHIN_BOUNDS if bounded else _LEAST_SUPPORT))


def _answered(sufficient: bool) -> Status:
    return Status.ANSWERED if sufficient else Status.NOT_IN_DOCUMENTS


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
        exact = np.array([word in forms for forms in held])
        support += weight * np.where(exact, 1.0, close)
    return float(support.max() / total)


def _names_nobody_knows(query: Query, library: Library) -> bool:
    names = [word.normal for word in content_words(query.completed) if word.is_name]
    return any(not frequency for frequency in library.word_frequencies(names))
