"""Answers about who attended a meeting, all of them or those of an office."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answers import Claim, Layout, Reference
from assistant.lookup import quote_start
from assistant.minutes.attendance import asks_who_was_away, without_exceptions
from assistant.minutes.choosing import Choice, choose
from assistant.minutes.places import place_named, several_named
from assistant.minutes.strangers import strangers
from assistant.query import Query
from assistant.understanding.mentions import fold
from assistant.wording import frames as wording
from assistant.wording.phrases import joined, phrase
from index.documents import RosterEntry, Section, UnitKind
from index.library import Library
from index.stores.records import DocumentRecord

_PROXIES = re.compile(
    r"(?<![議座会員]長)代理|代わ[りっ]|代役|代行|名代|身代わり|\bprox", re.IGNORECASE
)
_HOW_MANY = re.compile(r"何[人名]|人数")
_EITHER_WAY = re.compile(r"本人[^。]*代理[^。]*か|代理[^。]*本人[^。]*か")
_IN_PERSON = re.compile(
    r"代理(?:で|では|じゃ)な[くい]|本人(?:が|として)(?=出|来|参)|(?:自身|自ら)が?"
)


def roster_claims(query: Query, record: DocumentRecord, library: Library) -> list[Claim]:
    """The people of one meeting whom a question asks for, with how many they are."""
    entries = library.catalog.roster(record.id)
    if query.apart_from:
        return _others(query, record, entries)
    if query.people:
        return _named(query, record, entries, library)
    choice = choose(query, entries, library)
    asked = without_exceptions(fold(query.completed))[0]
    missing = strangers(asked, choice.unknown)
    if missing:
        of_name = [entry for entry in entries if entry.name.startswith(missing)]
        return present(record, of_name) or nobody(record, joined("」「", missing), library)
    place = place_named(asked, len(choice.entries))
    if place is not None and not choice.unknown:
        return _nth(record, choice.entries, place)
    several = several_named(asked, len(choice.entries))
    if several and not choice.unknown:
        return _part(record, choice.entries, several)
    stood_in = _PROXIES.search(asked) and any(entry.proxy_for for entry in choice.entries)
    if asks_who_was_away(asked) and not (choice.role and stood_in):
        return _away(record, choice, entries, library)
    return _told(choice, asked, record, library)


def _all(record: DocumentRecord, library: Library) -> tuple[RosterEntry, ...]:
    return library.catalog.roster(record.id)


def _told(choice: Choice, asked: str, record: DocumentRecord, library: Library) -> list[Claim]:
    """The chosen ones or their proxies, and which words of the question chose nobody."""
    chosen: Sequence[RosterEntry] = choice.entries
    in_person = [entry for entry in chosen if entry.attended and not entry.proxy_for]
    asks_in_person = _IN_PERSON.search(asked) is not None
    if _EITHER_WAY.search(asked) or (
        asks_in_person and not in_person and any(not entry.attended for entry in chosen)
    ):
        both = (
            *chosen,
            *standing_for([e for e in chosen if not e.attended], _all(record, library)),
        )
        return [_attendee(entry) for entry in both] or nobody(record, choice.lacking, library)
    if asks_in_person:
        chosen = in_person
    proxies_only = _PROXIES.search(_IN_PERSON.sub("", asked)) is not None
    if proxies_only and not any(entry.proxy_for for entry in chosen):
        chosen = standing_for(chosen, library.catalog.roster(record.id)) or chosen
    claims = _list(record, chosen, choice.role, proxies_only=proxies_only)
    if not proxies_only and choice.role and not _HOW_MANY.search(asked):
        away = [entry for entry in chosen if not entry.attended]
        stood_in = [e for e in standing_for(away, _all(record, library)) if e not in chosen]
        claims += map(_attendee, stood_in)
    if choice.unknown and claims:
        note = phrase(
            "「{words}」に当たるかどうかは、出席者の記載からは分かりません。",
            words=joined("」「", choice.unknown),
        )
        return [Claim(note, (), Layout.NOTE), *claims]
    if claims and not proxies_only:
        claims[1:1] = _by_office(choice)
    whose = choice.lacking
    if proxies_only:
        whose = phrase("{role}の代理出席者", role=whose) if whose else phrase("代理出席者")
    return claims or nobody(record, whose, library)


def _by_office(choice: Choice) -> list[Claim]:
    """How many attended of each of the offices that are asked for side by side."""
    present = [(word, [e for e in part if e.attended]) for word, part in choice.parts]
    if not all(part for _, part in present) or not present:
        return []
    figures = (
        phrase("「{role}」が{number}人", role=word, number=len(part)) for word, part in present
    )
    text = phrase("このうち、{figures}です。", figures=joined("、", figures))
    first = tuple(_line(part[0]) for _, part in present)
    return [Claim(text, first, tallies=tuple(tuple(part) for _, part in present))]


def _nth(record: DocumentRecord, chosen: Sequence[RosterEntry], place: int) -> list[Claim]:
    """Who stands at one place of the list."""
    number = range(1, len(chosen) + 1)[place]
    entry = chosen[place]
    text = phrase(
        "{place}の出席者の記載順で{number}番目（全{count}人）は、{person}です。",
        place=wording.document_place(record),
        number=number,
        count=len(chosen),
        person=wording.person(entry),
    )
    upto = tuple(chosen[:number])
    return [Claim(text, (_line(entry),), counted=tuple(chosen), tallies=(upto,))]


def _part(record: DocumentRecord, chosen: Sequence[RosterEntry], places: range) -> list[Claim]:
    """Who stands at neighbouring places of the list."""
    entries = [chosen[place] for place in places]
    text = phrase(
        "{place}の出席者の記載順で{first}番目から{last}番目まで（全{count}人）は、次のとおりです。",
        place=wording.document_place(record),
        first=places[0] + 1,
        last=places[-1] + 1,
        count=len(chosen),
    )
    tallies = tuple(tuple(chosen[:number]) for number in (places[0] + 1, places[-1] + 1))
    lead = Claim(text, (_line(entries[0]),), counted=tuple(chosen), tallies=tallies)
    return [lead, *map(_attendee, entries)]


def _others(query: Query, record: DocumentRecord, entries: Sequence[RosterEntry]) -> list[Claim]:
    """Those whom the last answer did not name, of all whom it chose from."""
    left = [
        entry
        for entry in entries
        if entry.id not in query.apart_from and (not query.among or entry.id in query.among)
    ]
    return _list(record, left, phrase("先に挙げた人以外"), proxies_only=False)


def _away(
    record: DocumentRecord, choice: Choice, entries: Sequence[RosterEntry], library: Library
) -> list[Claim]:
    """Those who sent a proxy, with the proxies; that the roster tells of nobody else."""
    away = [entry for entry in choice.entries if not entry.attended]
    if not choice.lacking and all(entry.attended for entry in entries):
        # a list of attendees is silent about whoever stayed away
        return [_tells_of_nobody_away(record)]
    if not away:
        lacking = filter(None, (choice.lacking, phrase("本人が欠席した人")))
        return nobody(record, joined("」かつ「", lacking), library)
    lead = phrase(
        "{place}の出席者の欄で、本人は出席していないと分かるのは{count}人です。",
        place=wording.document_place(record),
        count=len(away),
    )
    people = [*away, *standing_for(away, entries)]
    return [Claim(lead, (_line(away[0]),), counted=tuple(away)), *map(_attendee, people)]


def _tells_of_nobody_away(record: DocumentRecord) -> Claim:
    text = phrase(
        "{place}には出席者だけが記載されており、欠席した人の有無、人数、氏名は分かりません。",
        place=wording.document_place(record),
    )
    return Claim(text, (), Layout.NOTE)


def standing_for(
    absent: Sequence[RosterEntry], entries: Sequence[RosterEntry]
) -> list[RosterEntry]:
    """The proxies of those who sent one."""
    names = {entry.name for entry in absent}
    return [entry for entry in entries if entry.proxy_for in names]


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
    return present(record, found) or nobody(record, joined("・", query.people), library)


def present(record: DocumentRecord, found: Sequence[RosterEntry]) -> list[Claim]:
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


def nobody(record: DocumentRecord, role: str, library: Library) -> list[Claim]:
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
