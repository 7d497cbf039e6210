"""Answers about who attended a meeting, all of them or those of an office."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant import wording
from assistant.answers import Claim, Layout, Reference
from assistant.lookup import quote_start
from assistant.mentions import fold
from assistant.ministries import loose_ministry, ministries_named
from assistant.phrases import joined, phrase
from assistant.query import Query
from assistant.residue import left_over
from index.documents import RosterEntry, Section, UnitKind
from index.library import Library
from index.stores.records import DocumentRecord
from index.text.morphology import content_words

_BORDERS = re.compile(r"[・、兼()（）\s]")
_COMPANY = re.compile(r"企業|会社|民間")
_COMPANY_OFFICE = re.compile(r"株式会社|\(株\)|有限会社|合同会社")
_KNOWN = (
    re.compile(r"出席|参加|メンバー|名簿|代理|代わり|本人|構成員|会合|会議|その他|いつ|どこ"),
    re.compile(r"議事要旨|議事録|年|月|日|開催|開か|役職|肩書|居|来|出(?=[たてまる])"),
)
_PROXIES = re.compile(r"代理|代わり|\bprox", re.IGNORECASE)
_REPRESENTED = re.compile(r"[^、。はでに]+の(?=代わり|代理)")  # whom the proxies stood for
_OTHERS = re.compile(r"その他(?:の)?出席|(?:構成員|委員)以外")


def roster_claims(query: Query, record: DocumentRecord, library: Library) -> list[Claim]:
    """The people of one meeting whom a question asks for, with how many they are."""
    entries = library.catalog.roster(record.id)
    if query.apart_from:
        return _others(query, record, entries)
    if query.people:
        return _named(query, record, entries, library)
    words = _office_words(query, entries)
    unknown = _unknown(query, words, library)
    chosen = [entry for entry in entries if all(_holds(entry, w, entries) for w in words)]
    if _OTHERS.search(fold(query.completed)):
        chosen = [entry for entry in chosen if entry.group != entries[0].group]
    proxies_only = _PROXIES.search(query.completed) is not None
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


def entries_of_office(
    query: Query, entries: Sequence[RosterEntry]
) -> tuple[tuple[str, ...], tuple[RosterEntry, ...]]:
    """The words of offices that a question holds, and the entries that have all of them."""
    words = _office_words(query, entries)
    chosen = (entry for entry in entries if all(_holds(entry, word, entries) for word in words))
    return tuple(words), tuple(chosen)


def knows_all_words(query: Query, record: DocumentRecord, library: Library) -> bool:
    """Whether a question holds no word but names and offices of this roster."""
    words = _office_words(query, library.catalog.roster(record.id))
    return not _unknown(query, words, library)


def _office_words(query: Query, entries: Sequence[RosterEntry]) -> list[str]:
    """Nouns of the question that some office of the roster holds."""
    offices = " ".join(fold(office) for entry in entries for office in entry.offices)
    text = _REPRESENTED.sub("", fold(query.completed))
    for pattern in _KNOWN:
        text = pattern.sub("、", text)
    ministries = ministries_named(text, entries)
    for ministry in ministries:
        text = text.replace(ministry.written, "、")
    nouns = _nouns(text, offices)
    return [ministry.stem for ministry in ministries] + [
        noun
        for noun in nouns
        if (len(noun) > 1 and noun in offices and not noun.isdigit()) or _COMPANY.fullmatch(noun)
    ]


def _nouns(text: str, offices: str) -> list[str]:
    """The nouns of a text; neighbours that an office holds together are one (大臣政務官)."""
    found: list[tuple[str, int]] = []
    for word in content_words(text):
        if word.part_of_speech != "名詞":
            continue
        if found and found[-1][1] == word.start and found[-1][0] + word.surface in offices:
            found[-1] = (found[-1][0] + word.surface, word.end)
        else:
            found.append((word.surface, word.end))
    return [surface for surface, _ in found]


def _unknown(query: Query, words: list[str], library: Library) -> tuple[str, ...]:
    # 外務 stands in the offices for 外務省, which the question may write 外務省
    ministries = [re.compile(loose_ministry(word)) for word in words]
    known = [*ministries, *map(re.compile, map(re.escape, sorted(words, key=len, reverse=True)))]
    return left_over(query, library, (_REPRESENTED, *known, *_KNOWN))


def _holds(entry: RosterEntry, word: str, entries: Sequence[RosterEntry]) -> bool:
    """Whether an entry has the office; 大臣 is neither 大臣政務官 nor 副大臣."""
    if _COMPANY.fullmatch(word):
        return any(_COMPANY_OFFICE.search(fold(office)) for office in entry.offices)
    if any(_is_rank(office, word) for other in entries for office in other.offices):
        return any(_is_rank(office, word) for office in entry.offices)
    return any(word in fold(office) for office in entry.offices)


def _is_rank(office: str, word: str) -> bool:
    return any(
        part.endswith(word) and not part.removesuffix(word).endswith("副")
        for part in _BORDERS.split(fold(office))
    )


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
