"""The terms of all documents in Japanese reading order."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from index.definitions import Definition
from index.stores.records import DocumentRecord
from index.text.keys import search_key
from index.text.morphology import reading
from ui.reading.shelf import Shelf

LATIN_ROW = "A–Z"
_ROWS = "アカサタナハマヤラワ"
_VOICING = dict.fromkeys(map(ord, "\u3099\u309a"))
_SMALL = str.maketrans("ァィゥェォッャュョヮ", "アイウエオツヤユヨワ")
_VOWELS = {"A": "ア", "I": "イ", "U": "ウ", "E": "エ", "O": "オ"}
_MARK_OF_LENGTH = "ー"


@dataclass(frozen=True, slots=True)
class Defined:
    """A definition with the document that gives it, and how many more places of it say so."""

    definition: Definition
    record: DocumentRecord
    repeated: int


@dataclass(frozen=True, slots=True)
class Term:
    """A term with all its definitions, the newest document's first.

    `row` is the row of the kana table it stands in (ア, カ …), or A–Z.
    """

    term: str
    reading: str
    row: str
    definitions: tuple[Defined, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """Terms of one row of the kana table."""

    name: str
    terms: tuple[Term, ...]


def glossary(shelf: Shelf, wanted: str = "") -> tuple[Row, ...]:
    """Terms whose name, long form or definition holds the words wanted; all without any."""
    key = search_key(wanted.strip())
    found: dict[str, list[Definition]] = {}
    for definition in shelf.definitions:
        found.setdefault(definition.key, []).append(definition)
    terms = [
        _term(same, shelf)
        for same in found.values()
        if not wanted.strip() or any(key and key in text for text in _searched(same))
    ]
    rows: dict[str, list[Term]] = {}
    for term in sorted(terms, key=lambda term: (term.row == LATIN_ROW, sort_key(term.reading))):
        rows.setdefault(term.row, []).append(term)
    return tuple(Row(name, tuple(listed)) for name, listed in rows.items())


def _searched(same: Iterable[Definition]) -> Iterator[str]:
    for definition in same:
        yield definition.key
        yield search_key(definition.long_form or "")
        yield search_key(definition.passage.text)


def _term(same: list[Definition], shelf: Shelf) -> Term:
    places: dict[tuple[str, str | None], list[Definition]] = {}
    for definition in same:
        places.setdefault((definition.document, definition.long_form), []).append(definition)
    defined = [
        Defined(found[0], shelf.record_of[found[0].document], len(found) - 1)
        for found in places.values()
    ]
    defined.sort(key=lambda one: one.record.date or "", reverse=True)
    name = same[0].term
    return Term(name, _reading(name), row_of(name), tuple(defined))


@lru_cache(maxsize=4096)
def _reading(term: str) -> str:
    return unicodedata.normalize("NFKC", reading(term))


def row_of(term: str) -> str:
    """The row of the kana table that a term stands in."""
    folded = unicodedata.normalize("NFKC", term)
    if folded[:1].isascii():
        return LATIN_ROW
    first = sort_key(_reading(term))[0][:1]
    rows = [row for row in _ROWS if row <= first]
    return rows[-1] if rows and "ァ" <= first <= "ヺ" else LATIN_ROW


def sort_key(kana: str) -> tuple[str, str]:
    """How katakana sort: voicing and size count only between words that are else the same.

    A mark of length is read as the vowel before it.
    """
    plain = unicodedata.normalize("NFD", kana).translate(_VOICING).translate(_SMALL)
    spelt = ""
    for letter in plain:
        vowel = unicodedata.name(spelt[-1])[-1] if spelt else ""
        spelt += _VOWELS.get(vowel, letter) if letter == _MARK_OF_LENGTH else letter
    return spelt.casefold(), kana
