"""Answers about a meeting as such: who attended, what was on the agenda, when and where."""

from __future__ import annotations

import re

from assistant import wording
from assistant.answers import Claim, Draft, Layout, Reference, Status
from assistant.lookup import quote_start, quoted
from assistant.phrases import phrase
from assistant.query import Query
from assistant.residue import left_over
from assistant.rosters import knows_all_words, roster_claims
from index.documents import AgendaItem, DocumentKind, Section, UnitKind
from index.library import Library
from index.stores.records import DocumentRecord
from index.text.keys import search_key
from index.text.sentences import split_sentences

_ATTENDANCE = re.compile(
    r"出席|参加(?:者|した)|メンバー|代理|attend|(?:誰|だれ|どなた)が(?:出[たてまる]|来)"
    r"|(?:委員|構成員)は(?:何[人名]|誰|だれ|どなた)",
    re.IGNORECASE,
)
_AGENDA = re.compile(
    r"議題|議事次第|決定|決ま|決め|討議|審議|報告|agenda|decid|decision", re.IGNORECASE
)
_DECIDED = re.compile(r"決定|決ま|決め|\bdeci", re.IGNORECASE)
_CATEGORIES = ("決定", "討議", "審議", "報告")
_DECISION = re.compile(r"決定(?:した|とした|となった|された|を行った)")
_WHEN_WHERE = re.compile(
    r"いつ|日時|何時|開催日|日付|場所|どこで(?:開|行)|\bwhen\b|\bwhere was\b|\bdate\b",
    re.IGNORECASE,
)
_TALK = re.compile(
    r"発言|意見|述べ|言及|指摘|提案|主張|要望|懸念|議論|について|説明|紹介|挨拶|指示|求め"
)
_KNOWN = (
    re.compile(
        r"議題|議事次第|議事要旨|議事録|議事|政策会議|会合|会議|部会|決定(?:事項)?|決ま|決め"
    ),
    re.compile(r"(?:討議|審議|報告)?事項|討議|審議|報告|取り上げ|諮|扱|出席者|なっ|され"),
    re.compile(r"いつ|日時|時刻|開催|日付|年月日|年|月|日|場所|どこ|会場|開か|開い|行わ|始ま|終わ"),
)


def answer_about_meeting(query: Query, library: Library) -> Draft | None:
    """A list or a date of the minutes the question names, where it asks for one."""
    question = query.completed
    if _TALK.search(question):
        return None
    claims: list[Claim] = []
    for record in _minutes(query, library):
        if _ATTENDANCE.search(question):
            claims += roster_claims(query, record, library)
        elif _AGENDA.search(question):
            claims += _agenda(query, record, library)
        elif _WHEN_WHERE.search(question) and not _topics(query, library):
            claims += _date_and_place(record, library)
    if not claims:
        return None
    partly = any(claim.layout is Layout.NOTE for claim in claims)
    return Draft(Status.PARTIAL if partly else Status.ANSWERED, tuple(claims))


def _minutes(query: Query, library: Library) -> list[DocumentRecord]:
    """The minutes that are named; all of them where only an office is asked for."""
    catalog = library.catalog
    if query.mentions.meetings:
        records = [catalog.document(document) for document in query.documents]
        return [record for record in records if record.kind is DocumentKind.MINUTES]
    if not _ATTENDANCE.search(query.completed) or query.mentions or query.submitters:
        return []
    held = catalog.find_documents(kind=DocumentKind.MINUTES)
    known = any(knows_all_words(query, record, library) for record in held)
    return list(held) if known else []


def _topics(query: Query, library: Library) -> tuple[str, ...]:
    """What the question speaks of besides the meeting and its agenda."""
    return left_over(query, library, _KNOWN)


def _agenda(query: Query, record: DocumentRecord, library: Library) -> list[Claim]:
    """The items of the agenda that are asked for, and where their decision is recorded."""
    question = query.completed
    asked = [category for category in _CATEGORIES if category in question]
    if _DECIDED.search(question) and not asked:
        asked = ["決定"]
    topics = [search_key(topic) for topic in _topics(query, library)]
    chosen = [
        unit
        for unit in library.catalog.units_of(record.id, UnitKind.AGENDA_ITEM)
        if isinstance(unit, AgendaItem)
        and (not asked or any(category in unit.category for category in asked))
        and all(topic in search_key(unit.text) for topic in topics)
    ]
    recorded = _decisions(record, library) if "決定" in asked and not topics else []
    if not chosen:
        return recorded
    category = chosen[0].category if asked else phrase("議題")
    place = wording.document_place(record)
    lead = phrase(
        "{place}に{category}として挙げられているのは、次の{count}件です。",
        place=place,
        category=category,
        count=len(chosen),
    )
    references = tuple(Reference(item, item.passage.strip()) for item in chosen)
    items = (
        Claim(item.text.strip(), (reference,), Layout.ITEM)
        for item, reference in zip(chosen, references, strict=True)
    )
    return [Claim(lead, references[:1], counted=tuple(chosen)), *items, *recorded]


def _decisions(record: DocumentRecord, library: Library) -> list[Claim]:
    """Sentences of the sections, not of what was said, that record a decision."""
    return [
        quoted(unit, sentence.strip())
        for unit in library.catalog.units_of(record.id, UnitKind.SECTION)
        for sentence in split_sentences(unit.passage)
        if _DECISION.search(sentence.text)
    ]


def _date_and_place(record: DocumentRecord, library: Library) -> list[Claim]:
    sections = [
        unit
        for unit in library.catalog.units_of(record.id, UnitKind.SECTION)
        if isinstance(unit, Section) and unit.title in ("日時", "場所", "開催日時", "開催場所")
    ]
    return [quoted(section, quote_start(section.passage)) for section in sections]
