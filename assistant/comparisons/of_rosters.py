"""Sets the people of several meetings side by side, those who attended every one first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from assistant.answers import Claim, Draft, Layout, Status
from assistant.comparisons.comparing import ALSO_AT, IN_COMMON
from assistant.comparisons.meeting_aspects import line, roster_reference
from assistant.minutes.choosing import entries_of_office
from assistant.query import Query
from assistant.tabular import named, nothing, table_claim
from assistant.understanding.mentions import fold
from assistant.wording import frames as wording
from assistant.wording.phrases import joined, phrase
from index.documents import RosterEntry
from index.library import Library
from index.stores.records import DocumentRecord


@dataclass(frozen=True, slots=True)
class Rosters:
    """The rosters of several meetings, confined to the offices that a question names.

    Attributes:
        entries: Of each meeting those who hold the offices.
        role: The offices as the question writes them, "" for everybody.
        notes: That a word of the question is no office of the rosters; then everybody is meant.
    """

    entries: tuple[tuple[RosterEntry, ...], ...]
    role: str
    notes: tuple[Claim, ...]


def rosters_of(
    query: Query, records: Sequence[DocumentRecord], unknown: Sequence[str], library: Library
) -> Rosters:
    """The rosters of these meetings, whole where the question holds a word not understood.

    Nobody is left out for an office that cannot be told: a set made smaller by half of the
    question's words would be stated as a fact that the rosters do not bear out.
    """
    whole = tuple(tuple(library.catalog.roster(record.id)) for record in records)
    everybody = tuple(entry for roster in whole for entry in roster)
    words, holders = entries_of_office(query, everybody)
    unmatched = (*unknown, *(() if holders or not words else words))
    if unmatched:
        return Rosters(whole, "", (cannot_tell(unmatched),))
    if not words:
        return Rosters(whole, "", ())
    chosen = {entry.id for entry in holders}
    confined = tuple(tuple(e for e in roster if e.id in chosen) for roster in whole)
    return Rosters(confined, joined("」「", words), ())


def cannot_tell(words: Sequence[str]) -> Claim:
    """That the rosters do not show to whom these words apply."""
    text = phrase(
        "「{words}」に当たるかどうかは、出席者の記載からは分かりません。",
        words=joined("」「", words),
    )
    return Claim(text, (), Layout.NOTE)


def compare_rosters(
    query: Query, records: Sequence[DocumentRecord], unknown: Sequence[str], library: Library
) -> Draft:
    """The people of all rosters by name, those who attended every meeting first.

    Args:
        query: The question.
        records: The minutes that are compared.
        unknown: Words of the question that are no office.
        library: Holds the rosters.
    """
    rosters = rosters_of(query, records, unknown, library)
    by_name = [{entry.name: entry for entry in roster} for roster in rosters.entries]
    names = list(dict.fromkeys(name for held in by_name for name in held))
    shared = [
        name for name in names if all(name in held and held[name].attended for held in by_name)
    ]
    text = fold(query.completed)
    common = bool(IN_COMMON.search(text) or ALSO_AT.search(text))
    others = [name for name in names if name not in shared]
    chosen = shared if common and shared else [*shared, *others]
    whole = [library.catalog.roster(record.id) for record in records]
    rows = [
        (named(name), *(_attendance(name, *pair) for pair in zip(by_name, whole, strict=True)))
        for name in chosen
    ]
    present = [tuple(e for e in roster if e.attended) for roster in rosters.entries]
    claims = [
        *rosters.notes,
        *([] if common else [_presence(records, present, library)]),
        _shared(records, shared, by_name, rosters.role, library),
    ]
    if rows:
        columns = (phrase("氏名"), *map(meeting_name, records))
        claims.append(table_claim(columns, rows))
    return Draft(Status.ANSWERED, tuple(claims))


def meeting_name(record: DocumentRecord) -> str:
    """A meeting by its number."""
    return phrase("第{number}回", number=record.meeting)


def _presence(
    records: Sequence[DocumentRecord],
    present: Sequence[tuple[RosterEntry, ...]],
    library: Library,
) -> Claim:
    figures = joined(
        "、",
        (
            phrase("{name}が{number}人", name=meeting_name(record), number=len(entries))
            for record, entries in zip(records, present, strict=True)
        ),
    )
    references = [
        (line(entries[0]),) if entries else roster_reference(record, library)
        for record, entries in zip(records, present, strict=True)
    ]
    text = phrase("出席者として記載されているのは、{figures}です。", figures=figures)
    places = tuple(place for found in references for place in found)
    return Claim(text, places, tallies=tuple(present))


def _shared(
    records: Sequence[DocumentRecord],
    shared: Sequence[str],
    by_name: Sequence[dict[str, RosterEntry]],
    role: str,
    library: Library,
) -> Claim:
    if not shared:
        places = tuple(place for r in records for place in roster_reference(r, library))
        if role:
            text = phrase(
                "「{role}」に当たる者のうち、どの回にも出席者として名前のある者はいません。",
                role=role,
            )
            return Claim(text, places)
        return Claim(phrase("どの回にも出席者として名前のある者はいません。"), places)
    entries = tuple(by_name[0][name] for name in shared)
    places = tuple(line(held[name]) for name in shared for held in by_name)
    number, names = len(shared), "、".join(shared)
    if role:
        text = phrase(
            "「{role}」に当たる者のうち、どの回にも名前のある者は{number}人で、{names}です。",
            role=role,
            number=number,
            names=names,
        )
        return Claim(text, places, counted=entries)
    text = phrase("どの回にも名前のある者は{number}人で、{names}です。", number=number, names=names)
    return Claim(text, places, counted=entries)


def _attendance(name: str, held: Mapping[str, RosterEntry], roster: Sequence[RosterEntry]) -> Claim:
    """As what somebody attended one meeting, or who stood in."""
    entry = held.get(name)
    if entry is None:
        return nothing()
    text: str = joined("、", entry.offices)
    if entry.proxy_for:
        text = phrase("{offices}（{proxy_for}の代理出席）", offices=text, proxy_for=entry.proxy_for)
    elif not entry.attended:
        proxies = [other for other in roster if other.proxy_for == name]
        stood_in = joined("、", (wording.person(replace(p, proxy_for=None)) for p in proxies))
        text = phrase("{offices}（代理が出席: {proxies}）", offices=text, proxies=stood_in)
        return Claim(text, (line(entry), *map(line, proxies)))
    return Claim(text, (line(entry),))
