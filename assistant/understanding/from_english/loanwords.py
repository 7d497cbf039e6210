"""Finds the loanwords of the documents that an English term became, by their sound.

No dictionary holds every term: Security by Design is セキュリティ・バイ・デザイン where a document
writes it so.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from functools import lru_cache
from unicodedata import normalize

from assistant.understanding.from_english.sounds import (
    consonants_of_english,
    consonants_of_katakana,
)
from index.library import Library

LONGEST = 4  # words of a term
_WORD = re.compile(r"[A-Za-z][\w'-]*")
_SHORTEST_NAME, _LONGEST_NAME = 3, 10  # words
_KATAKANA = re.compile(r"[ァ-ヶ][ァ-ヶー]+(?:・[ァ-ヶ][ァ-ヶー]+)*")
_PLURAL = re.compile(r"(?<=[a-z]{3}[^s])s$", re.IGNORECASE)
_LEAST_CONSONANTS = 4
_LEAST_OF_PHRASE = 5


def loanword(english: str, library: Library) -> str | None:
    """The word in katakana that sounds like an English term, as the documents write it."""
    least = _LEAST_OF_PHRASE if " " in english else _LEAST_CONSONANTS
    for spelling in dict.fromkeys((english, _PLURAL.sub("", english))):
        key = consonants_of_english(spelling)
        if len(key) >= least and key in _by_sound(library):
            return _by_sound(library)[key]
    return None


@lru_cache(maxsize=4)
def written(library: Library) -> str:
    """All that the documents say, without the white space inside it."""
    units = (
        unit
        for record in library.catalog.documents()
        for unit in library.catalog.units_of(record.id)
    )
    return "\n".join("".join(normalize("NFKC", unit.text).split()) for unit in units)


def printed_name(words: Sequence[str], library: Library) -> int:
    """How many of the words are at most a long English name that a document prints; 0 for none."""
    for length in range(min(_LONGEST_NAME, len(words)), _SHORTEST_NAME - 1, -1):
        name = words[:length]
        capitals = name[0][0].isupper() and name[-1][0].isupper()
        if capitals and "".join(name).casefold() in _in_small_letters(library):
            return length
    return 0


def outside_printed_name(text: str, put: Callable[[str], str], library: Library) -> str:
    """A text of which all but the first such name is put otherwise."""
    words = list(_WORD.finditer(text))
    for place, first in enumerate(words):
        length = printed_name([word.group() for word in words[place:]], library)
        if length:
            start, end = first.start(), words[place + length - 1].end()
            return f"{put(text[:start])}{text[start:end]}{put(text[end:])}"
    return put(text)


@lru_cache(maxsize=4)
def _in_small_letters(library: Library) -> str:
    return written(library).casefold()


@lru_cache(maxsize=4)
def _by_sound(library: Library) -> dict[str, str]:
    """Words in katakana by their consonants, the one that is written most often of each."""
    counts = Counter(_KATAKANA.findall(written(library)))
    rarest_first = sorted(counts, key=lambda word: (counts[word], word))
    return {consonants_of_katakana(word.replace("・", "")): word for word in rarest_first}
