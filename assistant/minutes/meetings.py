"""Answers about a meeting as such: who attended, what was on the agenda, when and where."""

from __future__ import annotations

import re

from assistant.answers import Claim, Draft, Layout, Reference, Status
from assistant.comments.residue import left_over
from assistant.lookup import quote_start, quoted
from assistant.minutes.attendance import asks_who_attended, may_ask_who_attended
from assistant.minutes.rosters import knows_all_words, roster_claims
from assistant.query import Query
from assistant.wording import frames as wording
from assistant.wording.phrases import phrase
from index.documents import AgendaItem, DocumentKind, Section, UnitKind
from index.library import Library
from index.stores.records import DocumentRecord
from index.text.keys import search_key
from index.text.sentences import split_sentences

_AGENDA = re.compile(
    r"議題|議事次第|決定|決ま|決め|討議|審議|報告|agenda|decid|decision", re.IGNORECASE
)
_DECIDED = re.compile(r"決定|決ま|決め|\bdeci", re.IGNORECASE)
_CATEGORIES = ("決定", "討議", "審議", "報告")
_DECISION = re.compile(r"決定(?:した|とした|となった|された|を行った)")
_WHEN_WHERE = re.compile(
    r"いつ|日時|時刻|何時|何曜|(?:開始|終了|開会|閉会)(?:時|は|の時)|開催日|日付|場所|会場"
    r"|どこ(?:で|の(?:部屋|建物|会議室))|どの(?:部屋|建物|会議室)|何階"
    r"|\bwhen\b|\bwhere was\b|\bdate\b",
    re.IGNORECASE,
)
_HEADS = (
    (
        re.compile(
            r"いつ|日時|時刻|時間|何(?:[年月日時曜]|分間)|開催日|日付|開始|終了|始ま|終わ|\bwhen\b|\bdate\b",
            re.IGNORECASE,
        ),
        r"(?:開催)?日時|開催日|日付|開催時間",
    ),
    (
        re.compile(r"場所|どこ|会場|会議室|部屋|建物|何階|\bwhere\b", re.IGNORECASE),
        r"(?:開催)?場所|会場",
    ),
)
_TALK = re.compile(
    r"発言|意見|述べ|言及|指摘|提案|主張|要望|懸念|議論|について|説明|紹介|挨拶|指示|求め"
)
_KNOWN = (
    re.compile(r"会議室"),
    re.compile(
        r"議題|議事次第|議事要旨|議事録|議事|政策会議|会合|会議|部会|決定(?:事項)?|決ま|決め"
    ),
    re.compile(r"(?:討議|審議|報告)?事項|討議|審議|報告|取り上げ|諮|扱|出席者|なっ|され"),
    re.compile(
        r"いつ|日時|時刻|時間帯?|開催|日付|年月日|年|月|日|曜|場所|どこ|会場|会議室|部屋|建物|階|開か|開い"
        r"|行わ|始[まめ]|終[わえ]|開始|終了|開会|閉会|スタート|何時|何分|時"
    ),
)


def answer_about_meeting(query: Query, library: Library) -> Draft | None:
    """A list or a date of the minutes the question names, where it asks for one."""
    question = query.completed
    if _TALK.search(question):
        return None
    claims: list[Claim] = []
    for record in _minutes(query, library):
        if _asks_who_attended(query, library):
            claims += roster_claims(query, record, library)
        elif _AGENDA.search(question):
            claims += _agenda(query, record, library)
        elif _WHEN_WHERE.search(question) and not _topics(query, library):
            claims += _date_and_place(question, record, library)
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
    if not asks_who_attended(query.completed) or query.mentions or query.submitters:
        return []
    held = catalog.find_documents(kind=DocumentKind.MINUTES)
    return list(held) if knows_all_words(query, library) else []


def _asks_who_attended(query: Query, library: Library) -> bool:
    """Whether the question asks for attendees, by its verb or as all else in it is offices."""
    if asks_who_attended(query.completed):
        return True
    return may_ask_who_attended(query.completed) and knows_all_words(query, library)


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


def _date_and_place(question: str, record: DocumentRecord, library: Library) -> list[Claim]:
    """The heads of minutes that say when or where, both where the question does not tell."""
    titles = [title for asked, title in _HEADS if asked.search(question)]
    wanted = re.compile("|".join(titles or [title for _, title in _HEADS]))
    sections = [
        unit
        for unit in library.catalog.units_of(record.id, UnitKind.SECTION)
        if isinstance(unit, Section) and wanted.fullmatch(unit.title.strip())
    ]
    return [_head(section, record) for section in sections]


def _head(section: Section, record: DocumentRecord) -> Claim:
    """What stands below the heading: the date and hours, or the place."""
    heading = section.text.find("\n") % (len(section.text) + 1)
    body = section.passage.slice(heading, len(section.text)).strip()
    if not body:
        return quoted(section, quote_start(section.passage))
    text = phrase(
        "{place}に記載されている{title}は、「{words}」です。",
        place=wording.document_place(record),
        title=section.title.strip(),
        words=" ".join(body.text.split()),
    )
    return Claim(text, (Reference(section, body),))
