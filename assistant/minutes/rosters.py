"""Answers about who attended a meeting, all of them or those of an office."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.answers import Claim, Layout, Reference
from assistant.comments.residue import left_over
from assistant.lookup import quote_start
from assistant.minutes.attendance import KNOWN, asks_who_was_away, without_exceptions
from assistant.minutes.ministries import loose_ministry, ministries_named
from assistant.premises.offices_named import REPRESENTED, grouped, holds, office_words
from assistant.query import Query
from assistant.understanding.mentions import fold
from assistant.wording import frames as wording
from assistant.wording.phrases import joined, phrase
from index.documents import DocumentKind, RosterEntry, Section, UnitKind
from index.library import Library
from index.stores.records import DocumentRecord
from index.text.morphology import content_words

_PROXIES = re.compile(r"代理|代わり|\bprox", re.IGNORECASE)
_OTHERS = re.compile(r"その他(?:の)?出席|(?:構成員|委員)以外")


def roster_claims(query: Query, record: DocumentRecord, library: Library) -> list[Claim]:
    """The people of one meeting whom a question asks for, with how many they are."""
    entries = library.catalog.roster(record.id)
    if query.apart_from:
        return _others(query, record, entries)
    if query.people:
        return _named(query, record, entries, library)
    asked, left_out = without_exceptions(fold(query.completed))
    query = replace(query, completed=asked)
    held = _all_entries(library)
    words = office_words(query, held)
    spelt = asked
    for ministry in ministries_named(asked, held):
        spelt = spelt.replace(ministry.written, f"{ministry.stem}省")
    unknown = _unknown(query, words, library)
    chosen = [
        entry
        for entry in entries
        if all(any(holds(entry, w, held) for w in group) for group in grouped(words, spelt))
        and not any(holds(entry, w, held) for w in left_out)
        and (not query.among or entry.id in query.among)
    ]
    if _OTHERS.search(fold(query.completed)):
        chosen = [entry for entry in chosen if entry.group != entries[0].group]
    if asks_who_was_away(asked):
        return _away(record, [entry for entry in chosen if not entry.attended], entries, library)
    proxies_only = _PROXIES.search(query.completed) is not None
    if proxies_only and not any(entry.proxy_for for entry in chosen):
        chosen = _standing_for(chosen, entries) or chosen
    role = joined("・", dict.fromkeys(words))
    claims = _list(record, chosen, role, proxies_only=proxies_only)
    strangers = [word.surface for word in content_words(" ".join(unknown)) if word.is_name]
    of_name = [entry for entry in entries if entry.name.startswith(tuple(strangers))]
    if strangers:
        return _present(record, of_name) or _nobody(record, joined("・", strangers), library)
    if unknown and claims:
        note = phrase(
            "「{words}」に当たるかどうかは、出席者の記載からは分かりません。",
            words=joined("」「", unknown),
        )
        claims.insert(0, Claim(note, (), Layout.NOTE))
    if role and proxies_only:
        return claims or _nobody(record, phrase("{role}の代理出席者", role=role), library)
    return claims or _nobody(record, role, library)


def _others(query: Query, record: DocumentRecord, entries: Sequence[RosterEntry]) -> list[Claim]:
    """Those whom the last answer did not name, of all whom it chose from."""
    left = [
        entry
        for entry in entries
        if entry.id not in query.apart_from and (not query.among or entry.id in query.among)
    ]
    return _list(record, left, phrase("先に挙げた人以外"), proxies_only=False)


def _away(
    record: DocumentRecord,
    away: Sequence[RosterEntry],
    entries: Sequence[RosterEntry],
    library: Library,
) -> list[Claim]:
    """Those who sent a proxy, with the proxies; that the roster tells of nobody else."""
    if not away:
        return _nobody(record, phrase("本人が欠席した人"), library)
    lead = phrase(
        "{place}の出席者の欄で、本人は出席していないと分かるのは{count}人です。",
        place=wording.document_place(record),
        count=len(away),
    )
    people = [*away, *_standing_for(away, entries)]
    return [Claim(lead, (_line(away[0]),), counted=tuple(away)), *map(_attendee, people)]


def _standing_for(
    absent: Sequence[RosterEntry], entries: Sequence[RosterEntry]
) -> list[RosterEntry]:
    """The proxies of those who sent one."""
    names = {entry.name for entry in absent}
    return [entry for entry in entries if entry.proxy_for in names]


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
    """Whether a question holds no word but names and offices of the rosters."""
    query = replace(query, completed=without_exceptions(fold(query.completed))[0])
    words = office_words(query, _all_entries(library))
    return not _unknown(query, words, library)


def _all_entries(library: Library) -> tuple[RosterEntry, ...]:
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


def _list(
    record: DocumentRecord, chosen: Sequence[RosterEntry], role: str, *, proxies_only: bool
) -> list[Claim]:
    attended = [entry for entry in chosen if entry.attended]
    absent = [entry for entry in chosen if not entry.attended]
    if proxies_only:
        attended, absent = [entry for entry in attended if entry.proxy_for], []
    claims: list[Claim] = []
    if attended:
        proxies = any(entry.proxy_for for entry in attended)
        note = phrase("（代理出席を含む。）") if proxies and not proxies_only else ""
        place = wording.document_place(record)
        who = phrase("代理出席者") if proxies_only else phrase("出席者")
        count = len(attended)
        lead = phrase(
            "{place}に{who}として記載されているのは{count}人です{note}。",
            place=place,
            who=who,
            count=count,
            note=note,
        )
        if role:
            lead = phrase(
                "{place}に{who}として記載されている者のうち「{role}」に当たる者は、{count}人です{note}。",
                place=place,
                who=who,
                role=role,
                count=count,
                note=note,
            )
        claims = [Claim(lead, (_line(attended[0]),), counted=tuple(attended))]
        claims += map(_attendee, attended)
    if absent and role:
        text = phrase(
            "「{role}」に当たる者のうち、本人は出席せず代理が出席したのは{count}人です。",
            role=role,
            count=len(absent),
        )
        claims.append(Claim(text, (_line(absent[0]),), counted=tuple(absent)))
        claims += map(_attendee, absent)
    return claims


def _line(entry: RosterEntry) -> Reference:
    return Reference(entry, entry.passage.strip())


def _attendee(entry: RosterEntry) -> Claim:
    return Claim(wording.person(entry), (_line(entry),), Layout.ITEM)


def _named(
    query: Query, record: DocumentRecord, entries: Sequence[RosterEntry], library: Library
) -> list[Claim]:
    """The entries of people named in full, or that the roster does not hold them."""
    found = [entry for entry in entries if entry.name in query.people]
    return _present(record, found) or _nobody(record, joined("・", query.people), library)


def _present(record: DocumentRecord, found: Sequence[RosterEntry]) -> list[Claim]:
    """That each of these stands on the roster, as what."""
    place = wording.document_place(record)
    return [
        Claim(
            phrase(
                "{place}の出席者に、{person}の記載があります。",
                place=place,
                person=wording.person(entry),
            ),
            (_line(entry),),
        )
        for entry in found
    ]


def _nobody(record: DocumentRecord, role: str, library: Library) -> list[Claim]:
    """That the roster, shown by its heading, holds none of these."""
    for unit in library.catalog.units_of(record.id, UnitKind.SECTION):
        if isinstance(unit, Section) and "出席者" in unit.title and role:
            text = phrase(
                "{place}の出席者に、「{role}」の記載はありません（0人）。",
                place=wording.document_place(record),
                role=role,
            )
            return [Claim(text, (Reference(unit, quote_start(unit.passage, 60)),))]
    return []
