"""Finds the loanwords of the documents that an English term became, by their sound.

No dictionary holds every term: Security by Design is セキュリティ・バイ・デザイン where a document
writes it so.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from unicodedata import normalize

from assistant.understanding.from_english.sounds import (
    consonants_of_english,
    consonants_of_katakana,
)
from index.library import Library

LONGEST = 4  # words of a term
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


@lru_cache(maxsize=4)
def _by_sound(library: Library) -> dict[str, str]:
    """Words in katakana by their consonants, the one that is written most often of each."""
    counts = Counter(_KATAKANA.findall(written(library)))
    rarest_first = sorted(counts, key=lambda word: (counts[word], word))
    return {consonants_of_katakana(word.replace("・", "")): word for word in rarest_first}
