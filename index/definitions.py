"""Terms that documents define themselves: 以下「市」という, 防衛局（ABC）, とは…をいう, and notes.

Only words of the documents are used; nothing is known of any term beforehand.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from index.documents import Footnote, Passage, RosterEntry, Unit
from index.text.keys import search_key
from index.text.sentences import split_sentences

_NOUN = "一-鿿々〆ヶァ-ヺーA-Za-z0-9・&"
_TAIL = re.compile(rf"(?:[{_NOUN}]+(?:(?<=[A-Za-z0-9]) (?=[一-鿿ァ-ヺ]))?)+$")
_CLAUSE = re.compile(r"[^、。，．\n「」『』（(]+$")
_LATIN_TAIL = re.compile(r"[A-Z][A-Za-z\-]*(?:[ ][A-Za-z\-]+)+$")
_ADJECTIVE = re.compile(r"(?:^|[、。「（(\n])([一-鿿]?[ぁ-ゖ]{0,5}しい)$")
_QUOTED = re.compile(r"[「『]([^「」『』]+)[」』]$")
_SHORTEST_LONG_FORM = 4

_ALIAS = re.compile(
    r"[（(][^（）()「」]{0,20}?以下[、，]?[^「」（）()]{0,8}"
    r"「(?P<term>[^「」]{1,40})」\s*と(?:いう|いいます|総称|呼|略)"
)
_LATIN = r"[A-Z][A-Za-z0-9&/\-]{1,14}"
_LONG_THEN_SHORT = re.compile(rf"[（(](?P<term>{_LATIN})[）)]")
_SHORT_THEN_LONG = re.compile(
    rf"(?<![A-Za-z0-9])(?P<term>{_LATIN}|[ァ-ヺー・]{{5,40}})\s*[（(]"
    r"(?P<long>[A-Z][A-Za-z\-]+(?: [A-Za-z\-]+)+|[一-鿿ぁ-ゖァ-ヺー・]{5,30})[）)]"
)
_EXPLAINED = re.compile(
    rf"(?:「(?P<quoted>[^「」]{{2,40}})」|(?P<plain>[{_NOUN}]{{2,40}}))とは、"
    r"[^\n]{4,}?(?:を(?:いう|いいます|指す|指します|意味する|意味します)|のこと(?:である|です)?)"
    r"(?=。|$|\n)"
)
_MAY_DEFINE = re.compile(
    rf"以下[^。\n]{{0,12}}「|[（(]{_LATIN}[）)]|{_LATIN}\s*[（(]|[ァ-ヺー・]{{5}}\s*[（(][A-Z]|とは、"
)
_LATIN_NAME = re.compile(r"[A-Z][A-Za-z\-]+(?: [A-Za-z\-]+)+")
_NOTE_DEFINES = re.compile(
    r"をいう$|こと$|総称$|の略(?:称)?$|略称|であって、|と(?:呼ば|称さ)れ|に当たる$|を指す$"
    r"|[一-鿿々ァ-ヺー]$"
)
_NOTE_CITES = re.compile(r"(?:決定|改訂|改定|公表|策定|施行|参照|号|掲載|抜粋|年度?|月|日)$")
_NOTED_VERB = re.compile(r"(?:し|する|さ|せ|しよ|され)(?![一-鿿])")


class DefinitionKind(StrEnum):
    """How a document says what a term means."""

    ALIAS = "alias"  # 千早野市（以下「市」という。）; holds in its own document only
    ABBREVIATION = "abbreviation"  # 防衛研究計画局（ABCD）
    EXPLAINED = "explained"  # Xとは、…をいう
    NOTE = "note"  # a footnote on the term


@dataclass(frozen=True, slots=True)
class Definition:
    """One place where a document says what a term means.

    Attributes:
        term: As written.
        long_form: What it stands for, where the document gives it.
        passage: The words that define it: a sentence of the unit, or the whole footnote.
        unit: Where they stand.
        kind: How they define it.
    """

    term: str
    long_form: str | None
    passage: Passage
    unit: Unit
    kind: DefinitionKind

    @property
    def key(self) -> str:
        """The term as it is compared: one for all widths and cases."""
        return search_key(self.term)

    @property
    def document(self) -> str:
        """Id of the document that defines it."""
        return self.unit.id.partition("#")[0]


def definitions(units: Iterable[Unit]) -> tuple[Definition, ...]:
    """All definitions in these units, in their order.

    Args:
        units: Of any documents; a footnote is read with the unit that its mark stands in.
    """
    held = {unit.id: unit for unit in units}
    found: dict[tuple[str, str, str | None], Definition] = {}
    for unit in held.values():
        if isinstance(unit, RosterEntry):
            continue
        for definition in (*_in_text(unit), *_in_note(unit, held)):
            place = (definition.key, definition.unit.id, definition.long_form)
            found.setdefault(place, definition)
    return tuple(found.values())


def _in_text(unit: Unit) -> Iterator[Definition]:
    if not _MAY_DEFINE.search(unit.text):
        return  # most units; splitting them into sentences is what takes time
    for sentence in split_sentences(unit.passage):
        for term, long_form, kind in _in_sentence(sentence.text):
            yield Definition(term, long_form, sentence.strip(), unit, kind)


def _in_sentence(text: str) -> Iterator[tuple[str, str | None, DefinitionKind]]:
    for match in _ALIAS.finditer(text):
        named = _named_before(text[: match.start()], match["term"])
        yield match["term"], named, DefinitionKind.ALIAS
    for match in _LONG_THEN_SHORT.finditer(text):
        named = _abbreviated(text[: match.start()].rstrip(), match["term"])
        if named:
            yield match["term"], named, DefinitionKind.ABBREVIATION
    for match in _SHORT_THEN_LONG.finditer(text):
        if _stands_for(match["term"], match["long"]):
            yield match["term"], match["long"], DefinitionKind.ABBREVIATION
    for match in _EXPLAINED.finditer(text):
        yield match["quoted"] or match["plain"], None, DefinitionKind.EXPLAINED


def _named_before(text: str, term: str) -> str | None:
    """What a short name stands for: the noun before the bracket, else the clause."""
    quoted = _QUOTED.search(text.rstrip())
    if quoted:
        return quoted[1]
    noun = _tail(text)
    if noun and len(noun) >= max(_SHORTEST_LONG_FORM, len(term) + 1):
        return noun
    clause = _CLAUSE.search(text)
    return clause[0].strip("-・ 　\t") if clause else None


def _abbreviated(text: str, term: str) -> str | None:
    """What stands before a bracket that holds `term`, where it can be its long form."""
    latin = _LATIN_TAIL.search(text)
    named = latin[0].strip() if latin else _tail(text)
    if not named or not _is_abbreviation(term) or len(named) < _SHORTEST_LONG_FORM:
        return None
    return named if not named.isascii() or _stands_for(term, named) else None


def _tail(text: str) -> str | None:
    """The compound noun that a text ends with."""
    match = _TAIL.search(text.rstrip())
    return match[0].strip("・") if match else None


def _is_abbreviation(term: str) -> bool:
    return sum(letter.isupper() for letter in term) >= 2


def _stands_for(term: str, long_form: str) -> bool:
    """Whether a bracket says what is before it in full, or names it in English."""
    if not term.isascii():
        return long_form.isascii()
    if not _is_abbreviation(term):
        return False
    letters = iter(long_form.casefold())
    capitals = [letter.casefold() for letter in term if letter.isupper()]
    return not long_form.isascii() or all(letter in letters for letter in capitals)


def _in_note(unit: Unit, held: dict[str, Unit]) -> Iterator[Definition]:
    if not isinstance(unit, Footnote) or unit.marker_offset is None:
        return
    marked = held.get(unit.marker_unit or "")
    first = next(iter(split_sentences(unit.passage.strip())), None)
    if marked is None or first is None:
        return
    sentence = first.text.strip().rstrip("。．.")
    latin = _LATIN_NAME.match(sentence)
    if not latin and (not _NOTE_DEFINES.search(sentence) or _NOTE_CITES.search(sentence)):
        return
    term = _noted_term(marked.text, unit.marker_offset)
    if term:
        long_form = latin[0] if latin else None
        yield Definition(term, long_form, unit.passage.strip(), unit, DefinitionKind.NOTE)


def _noted_term(text: str, offset: int) -> str | None:
    """The words that a mark at `offset` hangs on; None where it hangs on a whole statement."""
    before = text[:offset].rstrip("。、 ")
    if _NOTED_VERB.match(text, offset) or before != text[:offset].rstrip():
        return None
    alias = re.search(r"以下「([^「」]+)」という。?[）)]」?$", before)
    if alias:
        return alias[1]
    quoted = _QUOTED.search(before)
    return quoted[1] if quoted else _with_adjective(before)


def _with_adjective(text: str) -> str | None:
    """The noun at the end of a text, with an adjective that opens the clause before it."""
    noun = _tail(text)
    adjective = _ADJECTIVE.search(text[: len(text) - len(noun)]) if noun else None
    return f"{adjective[1]}{noun}" if adjective else noun
