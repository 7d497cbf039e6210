"""Terms of which no document says what they mean: used without it, spelt otherwise, or absent."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from assistant.answers import Claim, Draft, Layout, Status
from assistant.policies.definition_forms import term_pattern
from assistant.wording.phrases import joined, phrase
from index.documents import Unit
from index.library import Library
from index.text.keys import search_key

_PLACES_SHOWN = 3
_NEARLY = 0.75  # share of letters, by `SequenceMatcher`, that another spelling shares
_SHORTEST_FUZZY = 4
_QUOTED_TERM = re.compile(r"[「『]([^「」『』]{4,20})[」』]")


def stands(term: str, library: Library) -> bool:
    """Whether any document holds the term, or one that differs in a letter or two."""
    pattern = re.compile(term_pattern(term))
    records = library.catalog.documents()
    units = [unit for record in records for unit in library.catalog.units_of(record.id)]
    held = any(pattern.search(search_key(unit.text)) for unit in units)
    return held or bool(other_spellings(term, units))


def not_used(term: str) -> Draft:
    """That no document holds the word which is asked about as such."""
    note = phrase("「{term}」という語は、収録している文書に書かれていません。", term=term)
    return Draft(Status.NOT_IN_DOCUMENTS, (Claim(note, (), Layout.NOTE),))


def other_spellings(term: str, units: Sequence[Unit]) -> list[str]:
    """Terms in quotation marks that differ from the term in a letter or two, nearest first."""
    # コード and モード are two words: only kanji are taken for one another in print
    if len(term) < _SHORTEST_FUZZY or not re.fullmatch(r"[一-鿿々]{4,}|.*[一-鿿々]{3,}.*", term):
        return []
    known = {match for unit in units for match in _QUOTED_TERM.findall(unit.text)}
    close = {
        other: SequenceMatcher(None, other, term).ratio()
        for other in known
        if abs(len(other) - len(term)) <= 1 and other != term
    }
    near = [other for other, ratio in close.items() if ratio >= _NEARLY]
    return sorted(near, key=lambda other: -close[other])


def used_without_definition(term: str, searched: Sequence[Unit]) -> Draft | None:
    """That no document says what a term means, and where it is used, as reading only."""
    pattern = re.compile(term_pattern(term))
    units = [unit for unit in searched if pattern.search(search_key(unit.text))]
    if not units:
        return None
    note = phrase(
        "収録している文書に「{term}」という語はありますが、"
        "その定義や正式名称の記載は見つかりませんでした。",
        term=term,
    )
    used = phrase(
        "「{term}」が使われている箇所（根拠ではありません）: {labels}",
        term=term,
        labels=joined("、", dict.fromkeys(unit.label for unit in units[:_PLACES_SHOWN])),
    )
    claims = (Claim(note, (), Layout.NOTE), Claim(used, (), Layout.NOTE))
    ids = tuple(unit.id for unit in units)
    return Draft(Status.NOT_IN_DOCUMENTS, claims, ids, tuple(units[:_PLACES_SHOWN]))
