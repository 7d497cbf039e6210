"""Answers about a meeting as such: who attended, what was on the agenda, when and where."""

from __future__ import annotations

import re

from assistant import wording
from assistant.answers import Claim, Draft, Layout, Reference, Status
from assistant.lookup import quote_start, quoted
from assistant.query import Query
from index.documents import AgendaItem, DocumentKind, RosterEntry, Section, UnitKind
from index.library import Library
from index.stores.records import DocumentRecord

_ATTENDANCE = re.compile(r"出席|参加者|メンバー|代理|attend", re.IGNORECASE)
_AGENDA = re.compile(r"議題|議事次第|決定|討議|審議|報告|agenda|decid|decision", re.IGNORECASE)
_CATEGORIES = ("決定", "討議", "審議", "報告")
_WHEN_WHERE = re.compile(
    r"いつ|日時|何時|開催日|日付|場所|どこで(?:開|行)|\bwhen\b|\bwhere was\b|\bdate\b",
    re.IGNORECASE,
)
_TALK = re.compile(r"発言|意見|述べ|言及|指摘|提案|主張|要望|懸念|議論|について")


def answer_about_meeting(query: Query, library: Library) -> Draft | None:
    """A list or a date of the minutes the question names, where it asks for one."""
    records = [
        record
        for record in map(library.catalog.document, query.documents)
        if record.kind is DocumentKind.MINUTES
    ]
    if not records or not query.mentions.meetings:
        return None
    question = query.completed
    claims: list[Claim] = []
    for record in records:
        if _ATTENDANCE.search(question) and not _TALK.search(question):
            claims += _roster(record, library, proxies_only="代理" in question)
        elif _AGENDA.search(question) and not _TALK.search(question):
            claims += _agenda(question, record, library)
        elif _WHEN_WHERE.search(question) and not _TALK.search(question):
            claims += _date_and_place(record, library)
    return Draft(Status.ANSWERED, tuple(claims)) if claims else None


def _attendee(entry: RosterEntry) -> Claim:
    reference = Reference(entry, entry.passage.strip())
    return Claim(wording.person(entry), (reference,), Layout.ITEM)


def _roster(record: DocumentRecord, library: Library, *, proxies_only: bool) -> list[Claim]:
    attended = [entry for entry in library.catalog.roster(record.id) if entry.attended]
    if proxies_only:
        attended = [entry for entry in attended if entry.proxy_for]
    if not attended:
        return []
    first = Reference(attended[0], attended[0].passage.strip())
    proxies = sum(entry.proxy_for is not None for entry in attended)
    note = "（代理出席を含む。）" if proxies and not proxies_only else ""
    role = "代理出席者" if proxies_only else "出席者"
    place = wording.document_place(record)
    lead = f"{place}に{role}として記載されているのは{len(attended)}人です{note}。"
    return [Claim(lead, (first,), counted=tuple(attended)), *map(_attendee, attended)]


def _agenda(question: str, record: DocumentRecord, library: Library) -> list[Claim]:
    items = [
        unit
        for unit in library.catalog.units_of(record.id, UnitKind.AGENDA_ITEM)
        if isinstance(unit, AgendaItem)
    ]
    asked = [category for category in _CATEGORIES if category in question]
    chosen = [
        item for item in items if not asked or any(category in item.category for category in asked)
    ]
    if not chosen:
        return []
    name = chosen[0].category if asked else "議題"
    place = wording.document_place(record)
    lead = f"{place}に{name}として挙げられているのは、次の{len(chosen)}件です。"
    references = tuple(Reference(item, item.passage.strip()) for item in chosen)
    return [
        Claim(lead, references[:1], counted=tuple(chosen)),
        *(
            Claim(item.text.strip(), (reference,), Layout.ITEM)
            for item, reference in zip(chosen, references, strict=True)
        ),
    ]


def _date_and_place(record: DocumentRecord, library: Library) -> list[Claim]:
    sections = [
        unit
        for unit in library.catalog.units_of(record.id, UnitKind.SECTION)
        if isinstance(unit, Section) and unit.title in ("日時", "場所", "開催日時", "開催場所")
    ]
    return [quoted(section, quote_start(section.passage)) for section in sections]
