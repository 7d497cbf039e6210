"""Whom of the rosters a question asks for: by office, kind, ministry, and what is left out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.comments.residue import left_over
from assistant.minutes.attendance import KNOWN, without_exceptions
from assistant.minutes.ministries import loose_ministry, ministries_named
from assistant.minutes.strangers import ranks_of_nobody, tell_of_people
from assistant.premises.offices_named import (
    REPRESENTED,
    grouped,
    holds,
    nouns_of_offices,
    office_words,
)
from assistant.query import Query
from assistant.understanding.mentions import fold
from assistant.wording.phrases import joined, phrase
from index.documents import DocumentKind, RosterEntry
from index.library import Library

_MEMBERS = ("構成員", "委員")
_UNTOLD = re.compile(r"女性?|男性?|委員|構成員")  # of anybody no roster tells it
_MEMBER = re.compile(r"委員(?!会)|構成員|出席者|メンバー")
_OTHERS = re.compile(r"その他(?:の)?出席|上記(?:のほか|の他|以外)|(?:構成員|委員)以外")


@dataclass(frozen=True, slots=True)
class Choice:
    """Those of a roster who are asked for.

    Attributes:
        entries: They.
        role: The words of offices that chose them, with brackets between.
        lacking: The same, for saying that nobody is all of it.
        unknown: Words of the question that no roster accounts for.
        parts: Where several offices are asked for side by side, those of each.
    """

    entries: tuple[RosterEntry, ...]
    role: str
    lacking: str
    unknown: tuple[str, ...]
    parts: tuple[tuple[str, tuple[RosterEntry, ...]], ...] = ()


def choose(query: Query, entries: Sequence[RosterEntry], library: Library) -> Choice:
    """Those who hold the offices that a question names, and are not left out by it."""
    whole = fold(query.completed)
    asked, left_out = without_exceptions(whole)
    query = replace(query, completed=asked)
    held = everybody(library)
    words = office_words(query, held)
    spelt = asked
    for ministry in ministries_named(asked, held):
        spelt = spelt.replace(ministry.written, f"{ministry.stem}省")
    groups = grouped(words, spelt)
    absent = _offices_stood_for(asked, held)
    represented = _holding(absent, held)
    untold = tuple(word for word in left_out if _is_told_of_nobody(word, held))
    left_out = tuple(word for word in left_out if word not in untold)
    if any(holds(entry, word, held) for entry in entries for word in left_out):
        others = None  # 委員 is an office here, and no word for the members
    else:
        others = _OTHERS.search(whole)
        left_out = tuple(word for word in left_out if not others or word not in _MEMBERS)
    chosen = tuple(
        entry
        for entry in _of_offices(groups, entries, held)
        if not any(holds(entry, word, held) for word in left_out)
        and (not query.among or entry.id in query.among)
        and (not absent or entry.proxy_for in represented)
        and not (others and entry.group == entries[0].group)
    )
    apart = [phrase("{office}以外", office=word) for word in left_out]
    rest = (phrase("その他の出席者"),) if others else ()
    role = joined("」「", dict.fromkeys((*words, *apart, *rest)))
    of_groups = (joined("」又は「", dict.fromkeys(group)) for group in groups)
    lacking = joined("」かつ「", (*of_groups, *absent, *apart, *rest))
    beside = list(dict.fromkeys(groups[0])) if len(groups) == 1 else []
    parts = tuple(
        (word, tuple(entry for entry in chosen if holds(entry, word, held))) for word in beside
    )
    unknown = (*_unknown(query, words, library), *untold)
    return Choice(chosen, role, lacking, unknown, parts if len(parts) > 1 else ())


def _is_told_of_nobody(word: str, held: Sequence[RosterEntry]) -> bool:
    """Whether no roster tells of anybody that it is this one: 「国会議員以外」."""
    return word not in _MEMBERS and not any(holds(entry, word, held) for entry in held)


def _of_offices(
    groups: Sequence[Sequence[str]], entries: Sequence[RosterEntry], held: Sequence[RosterEntry]
) -> list[RosterEntry]:
    """Those with an office of each group; else the proxies who have it with whom they stand for.

    Of 「大臣本人が欠席し政務官が出た」 the first office is the one's, the second the other's.
    """

    def has_all(*people: RosterEntry) -> bool:
        return all(any(holds(p, word, held) for p in people for word in g) for g in groups)

    found = [entry for entry in entries if has_all(entry)]
    by_name = {entry.name: entry for entry in entries}
    proxies = [(entry, by_name.get(entry.proxy_for or "")) for entry in entries]
    return found or [entry for entry, absent in proxies if absent and has_all(entry, absent)]


def _offices_stood_for(asked: str, held: Sequence[RosterEntry]) -> list[str]:
    """The words of the office of 「防衛大臣の代理」."""
    match = REPRESENTED.search(asked)
    return nouns_of_offices(match.group(), held) if match else []


def _holding(words: Sequence[str], held: Sequence[RosterEntry]) -> frozenset[str]:
    """Names of the absent who hold an office."""
    return frozenset(
        entry.name
        for entry in held
        if not entry.attended and all(holds(entry, word, held) for word in words)
    )


def entries_of_office(
    query: Query, entries: Sequence[RosterEntry]
) -> tuple[tuple[str, ...], tuple[RosterEntry, ...]]:
    """The words of offices that a question holds, and the entries that have all of them."""
    words = office_words(query, entries)
    groups = grouped(words, fold(query.completed))
    chosen = (
        entry
        for entry in entries
        if all(any(holds(entry, word, entries) for word in group) for group in groups)
    )
    return tuple(words), tuple(chosen)


def knows_all_words(query: Query, library: Library) -> bool:
    """Whether a question holds no word but names and offices, be it of the rosters or not.

    Of a meeting that is named, what somebody is by profession may be asked as well; where none
    is, whether somebody is a woman, or a rank that no document speaks of.
    """
    query = replace(query, completed=without_exceptions(fold(query.completed))[0])
    words = office_words(query, everybody(library))
    unknown = _unknown(query, words, library)
    if not query.mentions.meetings:
        ranks = ranks_of_nobody(fold(query.completed), unknown)
        of_members = bool(words or _MEMBER.search(query.completed))
        untold = all(map(_UNTOLD.fullmatch, unknown)) and (of_members or not unknown)
        return untold or (bool(ranks) and not _are_spoken_of(ranks, library))
    return tell_of_people(query.completed, unknown)


def _are_spoken_of(words: Sequence[str], library: Library) -> bool:
    """Whether some text holds one of the words."""
    return any(
        word in fold(unit.text)
        for record in library.catalog.documents()
        for unit in library.catalog.units_of(record.id)
        for word in words
    )


def everybody(library: Library) -> tuple[RosterEntry, ...]:
    """Everybody of every meeting; who was missing at one is an office that it lacked."""
    return tuple(
        entry
        for record in library.catalog.find_documents(kind=DocumentKind.MINUTES)
        for entry in library.catalog.roster(record.id)
    )


def _unknown(query: Query, words: list[str], library: Library) -> tuple[str, ...]:
    # 外務 stands in the offices for 外務省, which the question may write 外務省
    ministries = [re.compile(loose_ministry(word)) for word in words]
    longest_first = sorted(words, key=len, reverse=True)
    known = [*ministries, *(re.compile(re.escape(word), re.IGNORECASE) for word in longest_first)]
    return left_over(query, library, (REPRESENTED, *known, *KNOWN))
