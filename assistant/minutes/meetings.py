"""Answers about a meeting as such: who attended, what was on the agenda, when and where."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.answers import Claim, Draft, Layout, Status
from assistant.comments.residue import left_over, without_own_place
from assistant.comparisons.meeting_aspects import ASPECTS, LASTED
from assistant.minutes.agenda import agenda_claims
from assistant.minutes.attendance import (
    KNOWN,
    asks_what_was_said,
    asks_who_attended,
    speaks_of_people,
)
from assistant.minutes.choosing import everybody, knows_all_words
from assistant.minutes.hours import minutes_printed
from assistant.minutes.rosters import roster_claims
from assistant.premises.offices_named import spelt_out
from assistant.query import Language, Query
from assistant.understanding.speaking import ASKS_WHO_SAID, SAID_BY
from assistant.wording import frames as wording
from assistant.wording.phrases import phrase
from index.documents import DocumentKind, RosterEntry
from index.library import Library
from index.stores.records import DocumentRecord

# What is asked of one thing on the agenda, which lists no more than names it.
_OF_AN_ITEM = re.compile(
    r"いくら|総額|金額|(?:どんな|どのような|どういう)(?!議題|案件|もの|こと|報告|決定|事項|話|テーマ|順|件|議論)"
)
_AGENDA = re.compile(
    r"議題|議事次第|議事(?=を(?:全|すべ|教|示|列)|の一覧|一覧)|決定|決ま|決め|討議|審議|報告|agenda|decid|decision",
    re.IGNORECASE,
)
_MEETINGS = re.compile(r"会合|会議(?![室所])|部会")
_LATER = re.compile(
    r"次回|次の(?:会[合議]|回)|翌回"
)  # what minutes say of it, they say in sentences
# 「…から来ていたのは誰ですか」 where nobody came from there; of proxies there may be none
_TAKES_SOMEBODY_FOR_GRANTED = re.compile(
    r"^(?!.*(?:代理|代わり|欠席|何[人名]|い(?:ます|まし|た)か)).*(?:た|いる)(?:(?:の|人|方|者)(?:は|って)、?(?:誰|だれ|どなた)|[^、。]{1,12}の(?:人|方|者)を(?:挙げ|教え|示))"
)
_WHO = re.compile(r"誰|だれ|どなた|\bwho\b", re.IGNORECASE)
_DATE, _PLACE, _CHAIR, *_ = ASPECTS
_KNOWN = (
    re.compile(r"会議室|(?:討議|審議|報告|決定)(?:事項|案件)"),
    re.compile(
        r"議題|議事次第|議事要旨|議事録|議事|政策会議|会合|会議|部会|決定(?:事項)?|決ま|決め"
    ),
    re.compile(
        r"(?:討議|審議|報告)?事項|討議|審議|報告|取り上げ|諮|扱|案件|除[いくき]|以外|含|項目|番目?|最[初後]|[一二三四五六七八九十]?つ目?|目|事柄|物事|同じ|上|下|後ろ"
        r"|行わ|話し合|付[さしすせ議]|上程|掛け|上が|挙が|挙げ|並[んびべ]|載[っせ]|話|内容|済|通っ|通り|承認|了承|出席者|なっ|され|全会一致|満場一致|正式|公式|最終的?"
    ),
    re.compile(
        r"いつ|日時|時刻|時間帯?|開催|日付|年月日|年|月|日|曜|場所|どこ|会場|会議室|部屋|建物|階|開か|開い|何分間?|長[さいくか]|短[さいくか]|所要|取り?仕切|仕切[りっ]|主宰|司会|進行|曜"
        r"|行わ|続|始[まめ]|終[わえ]|開始|終了|開会|閉会|スタート|何時間?|何分|時"
    ),
)


def answer_about_meeting(query: Query, library: Library) -> Draft | None:
    """A list or a date of the minutes the question names, where it asks for one."""
    asked = without_own_place(query.completed, library)
    query = replace(query, completed=spelt_out(asked, everybody(library)))
    question = query.completed
    if asks_what_was_said(question) or _LATER.search(question):
        return None
    claims: list[Claim] = []
    of_people = _asks_who_attended(query, library)
    said = ASKS_WHO_SAID.search(question) is not None
    for record in _minutes(query, library, of_people=of_people):
        if of_people:
            claims += roster_claims(query, record, library)
        elif _asks_for_chair(query, library):
            claims += _chair(record, library)
        elif _AGENDA.search(question) and not (
            (said or _OF_AN_ITEM.search(question)) and _topics(query, library)
        ):
            claims += agenda_claims(question, _topics(query, library), record, library)
        elif not (_WHO.search(question) or _topics(query, library)):
            claims += _date_and_place(question, record, library)
    if not claims:
        return None
    if of_people and not query.mentions.meetings and not _names_anybody(claims):
        nobody = (Claim(claim.text, (), Layout.NOTE) for claim in claims)
        return Draft(Status.NOT_IN_DOCUMENTS, tuple(nobody))
    if of_people and _TAKES_SOMEBODY_FOR_GRANTED.search(question) and not _names_anybody(claims):
        return Draft(Status.PREMISE_WRONG, tuple(claims))
    notes = [claim.layout is Layout.NOTE for claim in claims]
    status = Status.PARTIAL if any(notes) else Status.ANSWERED
    return Draft(Status.NOT_IN_DOCUMENTS if all(notes) else status, tuple(claims))


def _names_anybody(claims: Sequence[Claim]) -> bool:
    """Whether some claim shows a line of a roster."""
    return any(isinstance(place.unit, RosterEntry) for c in claims for place in c.references)


def _minutes(query: Query, library: Library, *, of_people: bool) -> list[DocumentRecord]:
    """The minutes that are named; all of them where only people and their offices are."""
    catalog = library.catalog
    if query.mentions.meetings:
        records = [catalog.document(document) for document in query.documents]
        return [record for record in records if record.kind is DocumentKind.MINUTES]
    if query.mentions or query.submitters:
        return []
    of_meetings = _MEETINGS.search(query.completed) and not _topics(query, library)
    if not (of_people or of_meetings or _asks_for_chair(query, library)):
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


def _asks_for_chair(query: Query, library: Library) -> bool:
    """Whether the question asks for nothing but who leads a meeting."""
    known = (_CHAIR.asked, *KNOWN, *_KNOWN)
    return _CHAIR.asked.search(query.completed) is not None and not left_over(query, library, known)


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
    """When or where, as the heads of the minutes have it, and how long it took."""
    cells = [
        (aspect.name, aspect.cell(record, library))
        for aspect in (_DATE, _PLACE)
        if aspect.asked.search(question) or (aspect is _DATE and LASTED.search(question))
    ]
    claims = [printed_head(name, cell, record) for name, cell in cells if cell.references]
    return [*claims, *(lasted(record, library) if LASTED.search(question) else ())]


def printed_head(name: str, cell: Claim, record: DocumentRecord) -> Claim:
    """What stands below the heading: the date and hours, or the place."""
    text = phrase(
        "{place}に記載されている{title}は、「{words}」です。",
        place=wording.document_place(record),
        title=name,
        words=" ".join(cell.text.split()),
    )
    return Claim(text, cell.references)


def lasted(record: DocumentRecord, library: Library) -> list[Claim]:
    """How many minutes the meeting took by the hours that are printed."""
    cell = _DATE.cell(record, library)
    return [
        Claim(
            phrase(
                "{place}にある開始と終了の時刻から数えると、{minutes}分間です。",
                place=wording.document_place(record),
                minutes=minutes,
            ),
            cell.references,
        )
        for minutes in minutes_printed(cell.text)[:1]
    ]
