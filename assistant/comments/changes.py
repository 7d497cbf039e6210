"""Where the words that a reply promised now stand in the policy: matched in code, never fuzzily."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from assistant.query import Query
from assistant.understanding.names import title_core
from index.documents import (
    EMPTY_PASSAGE,
    Comment,
    DocumentKind,
    Footnote,
    Passage,
    Section,
)
from index.ids import document_slug
from index.library import Library
from index.stores.records import DocumentRecord
from index.text.keys import find_quote, quote_key
from index.text.sentences import split_sentences

SHORTEST = 12  # characters of a quote key; shorter words stand in too many places
_NEARLY = 0.5  # share of the promised words that must stand in one run
_SHORTEST_TITLE = 4

_ADDED = r"(?:追記|加筆|追加|補記)"
_CHANGED = rf"(?:{_ADDED}|修正|修文|訂正|改訂|変更|改め|(?:置き|書き|差し)(?:換|替)え)"
_BECOMES = re.compile(rf"\s*(?:[にと]、?(?:それぞれ)?(?:書き)?{_CHANGED}|を(?:新たに)?{_ADDED})")
_ANNOUNCED = re.compile(
    r"(?:以下|次)の(?:とおり|通り|どおり|ように)、?"
    rf"[^。「」]{{0,20}}{_CHANGED}[^。「」]*(?:[。:：]|$)\s*"
)
_INSTEAD_OF = re.compile(r"\s*(?:を|から)、?\s*")
_SIDE_BY_SIDE = re.compile(r"\s*(?:及び|、)?\s*")

PolicyUnit = Section | Footnote


@dataclass(frozen=True, slots=True)
class Rewording:
    """Words that a reply gives the text, and those they replace (empty where not quoted)."""

    new: Passage
    old: Passage


@dataclass(frozen=True, slots=True)
class Place:
    """Where words stand: all of them, or sentences that hold the longest run of them."""

    unit: PolicyUnit
    words: Passage
    whole: bool = True


@dataclass(frozen=True, slots=True)
class Standing:
    """What became of one rewording in one policy.

    Attributes:
        rewording: The promised words.
        policy: Where they were looked for.
        places: Where they stand; empty where they do not.
        former: Where, instead, the words that they should have replaced still stand.
    """

    rewording: Rewording
    policy: DocumentRecord
    places: tuple[Place, ...]
    former: tuple[Place, ...] = ()


def rewordings(reply: Passage) -> tuple[Rewording, ...]:
    """The new words that a reply quotes: 「old」を「new」に修正, 以下のとおり修正「new」."""
    text = reply.text
    announced = {match.end() for match in _ANNOUNCED.finditer(text)}
    found: list[Rewording] = []
    before: tuple[int, int] | None = None
    listed = False
    for start, end in _quotations(text):
        old = EMPTY_PASSAGE
        if before and _INSTEAD_OF.fullmatch(text, before[1], start):
            old = reply.slice(before[0] + 1, before[1] - 1)
        replaced = _INSTEAD_OF.match(text, end) is not None
        beside = before is not None and bool(_SIDE_BY_SIDE.fullmatch(text, before[1], start))
        listed = not replaced and (start in announced or (listed and beside))
        if listed or _BECOMES.match(text, end) or (old and text[end : end + 1] == "に"):
            found.append(Rewording(reply.slice(start + 1, end - 1), old))
        before = start, end
    if found:
        return tuple(found)
    rest = (reply.slice(end, len(text)).strip() for end in sorted(announced))
    return tuple(Rewording(words, EMPTY_PASSAGE) for words in rest if words)[:1]


def _quotations(text: str) -> Iterator[tuple[int, int]]:
    """The outermost quotations with their brackets."""
    depth = start = 0
    for offset, character in enumerate(text):
        if character in "「『":
            start = start if depth else offset
            depth += 1
        elif character in "」』" and depth:
            depth -= 1
            if not depth:
                yield start, offset + 1


def policies_of(table: DocumentRecord, library: Library) -> tuple[DocumentRecord, ...]:
    """The policies that a table of comments is about: those its title names, else of its file."""
    held = library.catalog.find_documents(kind=DocumentKind.POLICY)
    title = document_slug(table.title)
    cores = {record.id: title_core(record.title) for record in held}
    named = [core for core in cores.values() if len(core) >= _SHORTEST_TITLE and core in title]
    longest = max(named, key=len, default=None)
    by_title = tuple(record for record in held if cores[record.id] == longest)
    return by_title or tuple(record for record in held if record.path == table.path)


def standings(comment: Comment, library: Library) -> tuple[Standing, ...]:
    """What became of each rewording of a reply, in each policy the comment is about."""
    table = library.catalog.document(comment.id.partition("#")[0])
    return tuple(
        _standing(rewording, comment, policy, library)
        for policy in policies_of(table, library)
        for rewording in rewordings(comment.reply)
    )


def _standing(
    rewording: Rewording, comment: Comment, policy: DocumentRecord, library: Library
) -> Standing:
    units = [unit for unit in library.catalog.units_of(policy.id) if isinstance(unit, PolicyUnit)]
    places = _whole(rewording, comment, units) or _longest_run(rewording, comment, units)
    former = () if places else _stands(rewording.old, units)
    return Standing(rewording, policy, places, former)


def _stands(words: Passage, units: Iterable[PolicyUnit]) -> tuple[Place, ...]:
    """Every unit that holds all the words."""
    found = ((unit, find_quote(words.text, unit.passage, SHORTEST)) for unit in units)
    return tuple(Place(unit, passage) for unit, passage in found if passage is not None)


def _whole(rewording: Rewording, comment: Comment, units: list[PolicyUnit]) -> tuple[Place, ...]:
    places = _stands(rewording.new, units)
    if quote_key(rewording.new.text) in quote_key(rewording.old.text):
        # A shortened text: the new words stand in the old ones too.
        unchanged = {place.unit.id for place in _stands(rewording.old, units)}
        places = tuple(place for place in places if place.unit.id not in unchanged)
    aimed = tuple(place for place in places if is_aimed_at(comment, place.unit))
    return aimed or places


def is_aimed_at(comment: Comment, unit: PolicyUnit) -> bool:
    """Whether a unit is, or stands below, a place that the comment is about."""
    section = unit.locator.section
    return section is not None and any(is_below(section, target) for target in comment.targets)


def is_below(number: str, above: str) -> bool:
    """Whether a section number is `above` or below it: 5.2.3(1)ii is below 5.2, 5.20 is not."""
    if not number.startswith(above):
        return False
    rest = number[len(above) :]
    return not rest or not (_is_latin(above[-1]) and _is_latin(rest[0]))


def _is_latin(character: str) -> bool:
    return character.isascii() and character.isalnum()


def _longest_run(
    rewording: Rewording, comment: Comment, units: list[PolicyUnit]
) -> tuple[Place, ...]:
    """The unit that holds the longest run of the words, where it shows that they came in."""
    wanted = quote_key(rewording.new.text)
    runs = [(_shared_run(unit, wanted), unit) for unit in units]
    run, unit = max(
        runs, key=lambda pair: (len(pair[0]), is_aimed_at(comment, pair[1])), default=("", None)
    )
    if unit is None or len(run) < max(SHORTEST, _NEARLY * len(wanted)):
        return ()
    former = [rewording.old.text, *_other_quotations(comment, rewording)]
    if any(run in quote_key(words) for words in former):
        return ()  # what the draft said before shows no change
    words = find_quote(run, unit.passage)
    return (Place(unit, _in_sentences(words, unit), whole=False),) if words else ()


def _shared_run(unit: PolicyUnit, wanted: str) -> str:
    key = quote_key(unit.text)
    match = SequenceMatcher(None, key, wanted, autojunk=False).find_longest_match()
    return key[match.a : match.a + match.size]


def _other_quotations(comment: Comment, rewording: Rewording) -> Iterator[str]:
    """What reply and opinion quote as it stood, not as it should read."""
    for passage in (comment.reply, comment.opinion):
        proposed = {found.new.text for found in rewordings(passage)} | {rewording.new.text}
        for start, end in _quotations(passage.text):
            words = passage.text[start + 1 : end - 1]
            if words not in proposed:
                yield words


def _in_sentences(words: Passage, unit: PolicyUnit) -> Passage:
    """The sentences of the unit over which the words run."""
    offset, first, last = 0, None, 0
    for sentence in split_sentences(unit.passage):
        end = offset + len(sentence.text)
        if sentence.end > words.start and sentence.start < words.end:
            first = offset if first is None else first
            last = end
        offset = end
    return unit.passage.slice(first or 0, last).strip()


def tables_named(query: Query, library: Library) -> list[DocumentRecord]:
    """The tables of comments on the policies that the question names, else all."""
    tables = library.catalog.find_documents(kind=DocumentKind.COMMENTS)
    if not query.documents:
        return list(tables)
    return [
        table
        for table in tables
        if {table.id, *(policy.id for policy in policies_of(table, library))} & set(query.documents)
    ]
