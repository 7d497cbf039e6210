"""Answers to at which meeting something was decided, reported or discussed, by the agendas."""

from __future__ import annotations

import re

from assistant.answers import Claim, Draft, Layout, Reference, Status
from assistant.comments.residue import left_over
from assistant.comparisons.meeting_aspects import ASPECTS
from assistant.query import Query
from assistant.understanding.mentions import fold
from assistant.wording import frames as wording
from assistant.wording.phrases import phrase
from index.documents import AgendaItem, DocumentKind, UnitKind
from index.library import Library
from index.stores.records import DocumentRecord
from index.text.keys import search_key

_DEALT_WITH = re.compile(r"決定|決ま|決め|報告|討議|審議|議題|議論|扱|取り上げ|諮|話し合")
_DECIDED = re.compile(r"決定|決ま|決め")
_WHICH = re.compile(
    r"(?:どの|どちらの|どっちの|何回目の?|第何回の?|いつの)(?:会合|会議|回|政策会議)?(?!答)|何回目|第何回"
    r"|(?:会合|会議|回)(?:は|って)、?(?:いつ|どこ|第?何回|どれ|どちら)"
)
_KNOWN = (
    _WHICH,
    _DEALT_WITH,
    re.compile(
        r"会合|会議(?![所室])|政策会議|議事要旨|議事録|開催|開か|行わ|事項|正式|初めて|最初|回"
    ),
    re.compile(r"いつ|どこ|日時|場所|年|月|日|示|書|載|通|承認|策定|上が|挙が|出"),
)
_DATE, *_ = ASPECTS


def which_meeting(query: Query, library: Library) -> Draft | None:
    """The agenda items that a question names, with the meetings and their dates."""
    text = fold(query.completed)
    asks = _DEALT_WITH.search(text) and _WHICH.search(text)
    if not asks or query.mentions or query.submitters or query.people:
        return None
    topics = [search_key(topic) for topic in left_over(query, library, _KNOWN)]
    found = [
        (record, item)
        for record in library.catalog.find_documents(kind=DocumentKind.MINUTES)
        for item in library.catalog.units_of(record.id, UnitKind.AGENDA_ITEM)
        if isinstance(item, AgendaItem)
        and all(topic in search_key(item.text) for topic in topics)
        and (not _DECIDED.search(text) or "決定" in item.category)
    ]
    records = list(dict.fromkeys(record for record, _ in found))
    if not topics or not found or len(records) > 1:
        return None
    claims = [_at(records[0], [item for _, item in found], library)]
    claims += [
        Claim(i.text.strip(), (Reference(i, i.passage.strip()),), Layout.ITEM) for _, i in found
    ]
    return Draft(Status.ANSWERED, tuple(claims))


def _at(record: DocumentRecord, items: list[AgendaItem], library: Library) -> Claim:
    first = items[0]
    date = _DATE.cell(record, library)
    text = phrase(
        "{place}（{date}）の{category}に、次の記載があります。",
        place=wording.document_place(record),
        date=" ".join(date.text.split()),
        category=first.category,
    )
    return Claim(text, (Reference(first, first.passage.strip()), *date.references))
