"""Finds the loanwords of the documents that an English term became, by their sound.

No dictionary holds every term: Security by Design is セキュリティ・バイ・デザイン where a document
writes it so.
"""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.understanding.from_english.sounds import (
    consonants_of_english,
    consonants_of_katakana,
)
from index.library import Library

LONGEST = 4  # words of a term
_KATAKANA = re.compile(r"[ァ-ヶ][ァ-ヶー]+(?:・[ァ-ヶ][ァ-ヶー]+)*")
_LEAST_CONSONANTS = 4
_LEAST_OF_PHRASE = 5


def loanword(english: str, library: Library) -> str | None:
    """The word in katakana that sounds like an English term, as the documents write it."""
    key = consonants_of_english(english)
    least = _LEAST_OF_PHRASE if " " in english else _LEAST_CONSONANTS
    return _by_sound(library).get(key) if len(key) >= least else None


@lru_cache(maxsize=4)
def _by_sound(library: Library) -> dict[str, str]:
    """Words in katakana by their consonants, the one that is written most often of each."""
    counts: dict[str, int] = {}
    for record in library.catalog.documents():
        for unit in library.catalog.units_of(record.id):
            for word in _KATAKANA.findall(unit.text):
                counts[word] = counts.get(word, 0) + 1
    rarest_first = sorted(counts, key=lambda word: (counts[word], word))
    return {consonants_of_katakana(word.replace("・", "")): word for word in rarest_first}
