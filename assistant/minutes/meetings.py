"""Answers about a meeting as such: who attended, what was on the agenda, when and where."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.answers import Claim, Draft, Layout, Reference, Status
from assistant.comments.residue import left_over
from assistant.comparisons.meeting_aspects import ASPECTS
from assistant.lookup import quote_start, quoted
from assistant.minutes.agenda import agenda_claims
from assistant.minutes.attendance import (
    KNOWN,
    asks_what_was_said,
    asks_who_attended,
    speaks_of_people,
)
from assistant.minutes.choosing import everybody, knows_all_words
from assistant.minutes.rosters import roster_claims
from assistant.premises.offices_named import spelt_out
from assistant.query import Language, Query
from assistant.understanding.speaking import ASKS_WHO_SAID, SAID_BY
from assistant.wording import frames as wording
from assistant.wording.phrases import phrase
from index.documents import DocumentKind, Section, UnitKind
from index.library import Library
from index.stores.records import DocumentRecord

_AGENDA = re.compile(
    r"議題|議事次第|決定|決ま|決め|討議|審議|報告|agenda|decid|decision", re.IGNORECASE
)
_WHEN_WHERE = re.compile(
    r"いつ|日時|時刻|何時|何曜|(?:開始|終了|開会|閉会)(?:時|は|の時)|開催日|日付|場所|会場"
    r"|どこ(?:で|の(?:部屋|建物|会議室))|どの(?:部屋|建物|会議室)|何階|何分間?|何時間|長さ|所要"
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
_MEETINGS = re.compile(r"会合|会議(?![室所])|部会")
_LATER = re.compile(
    r"次回|次の(?:会[合議]|回)|翌回"
)  # what minutes say of it, they say in sentences
_CHAIR = next(aspect for aspect in ASPECTS if aspect.name == "議長")
_KNOWN = (
    re.compile(r"会議室|(?:討議|審議|報告|決定)(?:事項|案件)"),
    re.compile(
        r"議題|議事次第|議事要旨|議事録|議事|政策会議|会合|会議|部会|決定(?:事項)?|決ま|決め"
    ),
    re.compile(
        r"(?:討議|審議|報告)?事項|討議|審議|報告|取り上げ|諮|扱|案件|除[いくき]|以外|含|項目|番目|最初|最後|[一二三四五六七八九十]つ目|目"
        r"|行わ|話し合|上が|挙が|済|通っ|通り|承認|了承|出席者|なっ|され"
    ),
    re.compile(
        r"いつ|日時|時刻|時間帯?|開催|日付|年月日|年|月|日|曜|場所|どこ|会場|会議室|部屋|建物|階|開か|開い|何分間?|長さ|所要"
        r"|行わ|始[まめ]|終[わえ]|開始|終了|開会|閉会|スタート|何時|何分|時"
    ),
)


def answer_about_meeting(query: Query, library: Library) -> Draft | None:
    """A list or a date of the minutes the question names, where it asks for one."""
    query = replace(query, completed=spelt_out(query.completed, everybody(library)))
    question = query.completed
    if asks_what_was_said(question) or _LATER.search(question):
        return None
    claims: list[Claim] = []
    of_people = _asks_who_attended(query, library)
    for record in _minutes(query, library, of_people=of_people):
        if of_people:
            claims += roster_claims(query, record, library)
        elif _CHAIR.asked.search(question) and not left_over(
            query, library, (_CHAIR.asked, *KNOWN, *_KNOWN)
        ):
            claims += _chair(record, library)
        elif _AGENDA.search(question):
            claims += agenda_claims(question, _topics(query, library), record, library)
        elif _WHEN_WHERE.search(question) and not _topics(query, library):
            claims += _date_and_place(question, record, library)
    if not claims:
        return None
    partly = any(claim.layout is Layout.NOTE for claim in claims)
    return Draft(Status.PARTIAL if partly else Status.ANSWERED, tuple(claims))


def _minutes(query: Query, library: Library, *, of_people: bool) -> list[DocumentRecord]:
    """The minutes that are named; all of them where only people and their offices are."""
    catalog = library.catalog
    if query.mentions.meetings:
        records = [catalog.document(document) for document in query.documents]
        return [record for record in records if record.kind is DocumentKind.MINUTES]
    if query.mentions or query.submitters:
        return []
    if not of_people and not (_MEETINGS.search(query.completed) and not _topics(query, library)):
        return []
    held = catalog.find_documents(kind=DocumentKind.MINUTES)
    return list(held) if not of_people or knows_all_words(query, library) else []


def _asks_who_attended(query: Query, library: Library) -> bool:
    """Whether the question asks for attendees, by its verb or as all else in it is offices.

    Who is asked for by something done is a speaker, though one of the attendees.
    """
    text = query.completed
    if asks_who_attended(text):
        said = ASKS_WHO_SAID.search(text) or SAID_BY.search(text)
        asks_for_doer = said or query.language is Language.ENGLISH
        return not asks_for_doer or knows_all_words(query, library)
    return speaks_of_people(text) and knows_all_words(query, library)


def _chair(record: DocumentRecord, library: Library) -> list[Claim]:
    cell = _CHAIR.cell(record, library)
    text = phrase(
        "{place}の議長: {person}。",
        place=wording.document_place(record),
        person=cell.text,
    )
    return [Claim(text, cell.references)] if cell.references else []


def _topics(query: Query, library: Library) -> tuple[str, ...]:
    """What the question speaks of besides the meeting and its agenda."""
    return left_over(query, library, _KNOWN)


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
