"""Refuses a question about what somebody said who was not at the meeting.

A name alone is no ground: only a family name that the dictionary knows, followed by an
office or an honorific, that is the subject of saying, counts as a person asked about.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answers import Claim, Draft, Layout, Reference, Status
from assistant.minutes.called import people_called
from assistant.minutes.choosing import everybody
from assistant.query import Query
from assistant.understanding.mentions import fold
from assistant.wording import frames as wording
from assistant.wording.phrases import joined, phrase
from index.documents import DocumentKind, RosterEntry
from index.library import Library
from index.stores.records import DocumentRecord
from index.text.morphology import NameKind, proper_names

# An office that a roster prints; who is called by another one was not that person.
_OFFICES = (
    r"副総理|総理大臣|総理|首相|副大臣|大臣政務官|政務官|大臣|副長官補|副長官|長官|補佐官|委員長"
    r"|知事|副市長|市長|町長|村長|議長|局長|部長|課長|室長|審議官|参事官|座長|部会長"
)
_HONORIFICS = r"議員|委員|構成員|教授|先生|社長|会長|理事長|代表|さん|氏|様"
ENDS_IN_A_TITLE = re.compile(rf"(?:{_OFFICES}|{_HONORIFICS})$")
_TITLED = re.compile(
    rf"(?P<field>[一-鿿々ァ-ヶー]{{0,8}}?)(?:(?P<office>{_OFFICES})|(?:{_HONORIFICS}))"
    r"(?=は|が|も|から|による|の(?:発言|意見|挨拶|説明|主張|提案|要望|指摘|質問))"
)
_LATIN_NAME = re.compile(r"(?<![A-Za-z])[A-Z][a-z]+(?![A-Za-z])")
SPEAKING = re.compile(
    r"発言|述べ|何と|言(?:って|い|っ|及)|主張|指摘|提案|説明|挨拶|あいさつ|答え|要望|報告|意見|尋ね|質問|求め|話(?:し(?!合)|さ|を)|語[っりる]|訴え|触れ|約束|表明|反論"
)
_TAKING_PART = re.compile(
    rf"{SPEAKING.pattern}|何を|指示|約束|要請|賛成|反対|\b(?:say|said|speak|spoke|report|propose|argue|mention)",
    re.IGNORECASE,
)
_ASKS_WHETHER_THERE = re.compile(
    r"(?<!くださ)(?:出席|参加|来|出|い)(?:し|て)?(?:い)?(?:ます|まし|る|た)?た?(?:の|ん)?(?:です|でしょう)?か?[?？。]*$"
)
_FAMILY_NAME = (3, 2)  # letters
_FULL_OFFICES = {"総理": "総理大臣", "首相": "総理大臣"}
_PARTS = re.compile(r"[・、兼()（）\s]")


@dataclass(frozen=True, slots=True)
class _Person:
    """Somebody named in a question.

    Attributes:
        called: As the question calls the person, e.g. 小泉防衛大臣.
        family: The family name.
        normal: Its search form.
        field: What stands between the name and the office: 防衛, a given name, or "".
        office: The office; None where an honorific stands instead.
    """

    called: str
    family: str
    normal: str
    field: str
    office: str | None

    def bears(self, entry: RosterEntry) -> bool:
        """Whether the entry has the family name."""
        return entry.name.startswith(self.family)

    def holds_office(self, entry: RosterEntry) -> bool:
        """Whether the entry has the office: 大臣 is not 副大臣."""
        return self.office is None or holds_office(self.office, entry)

    def holds_office_of_field(self, entry: RosterEntry) -> bool:
        """Whether the entry has the office in that field: 防衛大臣."""
        return self.holds_office(entry) and any(self.field in office for office in entry.offices)


def holds_office(office: str, entry: RosterEntry) -> bool:
    """Whether an attendee has an office: 大臣 is not 副大臣, 総理 is 内閣総理大臣."""
    ends = _FULL_OFFICES.get(office, office)
    parts = [part for printed in entry.offices for part in _PARTS.split(fold(printed))]
    return any(part.endswith(ends) and not part.endswith(f"副{ends}") for part in parts)


def missing_person(query: Query, library: Library) -> Draft | None:
    """A refusal where the person asked about is on no roster of the meetings asked about."""
    people = query.people or _called(query, library)
    if people:
        return _at_another_meeting(query, people, library)
    # whatever the verb: at a meeting that is named, only who was there did anything
    asks_whether = _ASKS_WHETHER_THERE.search(query.completed) is not None
    if not SPEAKING.search(query.completed) and (asks_whether or not query.mentions.meetings):
        return None
    records = minutes_asked_about(query, library)
    person = _person(fold(query.completed)) or _of_rosters(fold(query.completed), library)
    if person is None or not records:
        return None
    rosters = {record.id: library.catalog.roster(record.id) for record in records}
    entries = [entry for roster in rosters.values() for entry in roster]
    if not entries or _is_present(person, entries) or _is_only_mentioned(person, library):
        return None
    place = wording.document_place(records[0]) if len(records) == 1 else "収録している議事要旨"
    note = Claim(
        phrase(
            "{place}の出席者に、{called}の記載はありません。", place=place, called=person.called
        ),
        (),
        Layout.NOTE,
    )
    named = [entry for entry in entries if person.bears(entry)]
    elsewhere = () if named else _namesakes_elsewhere(person, rosters, library)
    shown = dict.fromkeys((*_holders(person, entries), *named, *elsewhere))
    return Draft(Status.PREMISE_WRONG, (note, *(as_printed(entry, library) for entry in shown)))


def _called(query: Query, library: Library) -> tuple[str, ...]:
    """Whoever else a question calls by family name and office, as no meeting named has them.

    The dictionary takes 二階 for a floor; a roster knows better.
    """
    called = people_called(query.completed, everybody(library))
    here = set(query.documents)
    absent = [
        one
        for one in called
        if one.names and not any(entry.id.partition("#")[0] in here for entry in one.entries)
    ]
    return tuple(name for one in absent for name in one.names) if len(absent) == len(called) else ()


def _at_another_meeting(query: Query, people: Sequence[str], library: Library) -> Draft | None:
    """A refusal where everybody who is named attended other meetings than the ones named."""
    if not query.mentions.meetings or not _TAKING_PART.search(query.completed):
        return None
    entries = [
        entry
        for record in library.catalog.find_documents(kind=DocumentKind.MINUTES)
        for entry in library.catalog.roster(record.id)
        if entry.name in people
    ]
    if not entries or any(entry.id.partition("#")[0] in query.documents for entry in entries):
        return None
    records = [library.catalog.document(document) for document in query.documents]
    if not any(library.catalog.roster(record.id) for record in records):
        return None
    note = phrase(
        "{place}の出席者に、{called}の記載はありません。",
        place=joined("・", map(wording.document_place, records)),
        called=joined("・", people),
    )
    printed = (as_printed(entry, library) for entry in entries)
    return Draft(Status.PREMISE_WRONG, (Claim(note, (), Layout.NOTE), *printed))


def minutes_asked_about(query: Query, library: Library) -> Sequence[DocumentRecord]:
    """The minutes the question names, else all."""
    held = library.catalog.find_documents(kind=DocumentKind.MINUTES)
    return [record for record in held if record.id in query.documents] or held


def _person(question: str) -> _Person | None:
    for name in proper_names(question):
        titled = _TITLED.match(question, name.end)
        if titled is None or name.kind is NameKind.OTHER:
            continue
        # 広島市長 is a place with its office; 福島大臣 can only be a person
        if name.kind is NameKind.PLACE and (titled["field"] or "長" in titled.group()):
            continue
        called = name.surface if name.surface.isascii() else f"{name.surface}{titled.group()}"
        return _Person(called, name.surface, name.normal, titled["field"], titled["office"])
    return _latin_person(question)


def _of_rosters(question: str, library: Library) -> _Person | None:
    """Somebody called by a family name that a roster has, though the dictionary knows it not."""
    for name in library.catalog.roster_names():
        for length in _FAMILY_NAME:
            family = name[:length]
            place = question.find(family)
            titled = _TITLED.match(question, place + length) if place >= 0 else None
            if titled and titled["office"] and not titled["field"]:
                return _Person(f"{family}{titled.group()}", family, family, "", titled["office"])
    return None


def _latin_person(question: str) -> _Person | None:
    """Somebody whose name an English question spells and no roster has: Tanaka大臣."""
    for name in _LATIN_NAME.finditer(question):
        titled = _TITLED.match(question, name.end())
        if titled:
            family = name.group()
            return _Person(family, family, family.casefold(), titled["field"], titled["office"])
    return None


def _is_present(person: _Person, entries: Sequence[RosterEntry]) -> bool:
    family = [entry for entry in entries if person.bears(entry)]
    if any(person.holds_office_of_field(entry) for entry in family):
        return True
    is_field = any(person.field in office for entry in entries for office in entry.offices)
    return any(map(person.holds_office, family)) and not is_field


def _is_only_mentioned(person: _Person, library: Library) -> bool:
    """Whether documents speak of somebody of the name who is on no roster."""
    if any(name.startswith(person.family) for name in library.catalog.roster_names()):
        return False
    return library.word_frequencies([person.normal])[0] > 0


def _holders(person: _Person, entries: Sequence[RosterEntry]) -> list[RosterEntry]:
    """Who had the office by the roster, where the question names one."""
    if person.office is None:
        return []
    return [entry for entry in entries if person.holds_office_of_field(entry)]


def _namesakes_elsewhere(
    person: _Person, rosters: dict[str, tuple[RosterEntry, ...]], library: Library
) -> tuple[RosterEntry, ...]:
    """People of the name on the rosters of other meetings."""
    return tuple(
        entry
        for record in library.catalog.find_documents(kind=DocumentKind.MINUTES)
        if record.id not in rosters
        for entry in library.catalog.roster(record.id)
        if person.bears(entry)
    )


def as_printed(entry: RosterEntry, library: Library) -> Claim:
    """That the roster of a meeting has a person."""
    place = wording.document_place(library.catalog.document(entry.id.partition("#")[0]))
    text = phrase(
        "{place}の出席者には、{person}の記載があります。", place=place, person=wording.person(entry)
    )
    return Claim(text, (Reference(entry, entry.passage.strip()),))
