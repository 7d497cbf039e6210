"""When the next meeting is, as the minutes before it announce it: 「次回は…に開催する」.

Of a meeting whose minutes are not held the day alone can be told, and only by those of the
meeting before; whatever else is asked of it is refused as before.
"""

from __future__ import annotations

import re
from datetime import date

from assistant.answers import Claim, Draft, Layout, Reference, Status
from assistant.comments.residue import left_over
from assistant.comparisons.meeting_aspects import ASPECTS
from assistant.lookup import quoted
from assistant.minutes.meetings import printed_head
from assistant.query import Query
from assistant.understanding.mentions import fold
from assistant.wording import frames as wording
from assistant.wording.phrases import phrase
from index.documents import DocumentKind
from index.library import Library
from index.stores.records import DocumentRecord
from index.text.eras import find_dates
from index.text.sentences import split_sentences

_NEXT = re.compile(r"次回|次[の・](?:会[合議]|回)|翌回|次は|次に(?:集ま|開|会[合議])")
_WHEN = re.compile(
    r"いつ|何月|何日|日時|日程|日付|日取り|開催日|(?:会[合議]|回)の予定|何時(?!間)|何曜|\bwhen\b",
    re.IGNORECASE,
)
_ANNOUNCED = re.compile(r"次回[^。]*(?:開催|開[くかき]|会[合議])")
_KNOWN = (
    _WHEN,
    _NEXT,
    re.compile(
        r"会[合議]|開催|開[かくきい]|行[わう]|予定|決ま|日|月|年|次|何のため|目的|なぜ|議事要旨"
    ),
)
_DATE, *_ = ASPECTS


def when_next(query: Query, library: Library) -> Draft | None:
    """The day of the meeting after the one that is named, after the last one where none is."""
    text = fold(query.completed)
    if not _WHEN.search(text) or left_over(query, library, _KNOWN):
        return None
    minutes = library.catalog.find_documents(kind=DocumentKind.MINUTES)
    held = {record.meeting: record for record in minutes if record.meeting is not None}
    numbers = query.mentions.meetings
    asks_for_next = _NEXT.search(text) is not None
    if not held or len(numbers) > 1 or not (asks_for_next or set(numbers) - set(held)):
        return None
    before = held.get(_before(numbers, held, asks_for_next=asks_for_next))
    if before is None:
        return None
    following = held.get((before.meeting or 0) + 1)
    told = _announced(before, library) if following is None else _dated(following, library)
    if told:
        return Draft(Status.ANSWERED, told)
    if not asks_for_next:
        return None  # refused as a meeting that is not held
    note = phrase("次回の会合の日時は、議事要旨に記載されていません。")
    spoken = [u for u in library.catalog.units_of(before.id) if "次回" in u.text]
    return Draft(
        Status.NOT_IN_DOCUMENTS, (Claim(note, (), Layout.NOTE),), suggestions=tuple(spoken)
    )


def _before(
    numbers: tuple[int, ...], held: dict[int, DocumentRecord], *, asks_for_next: bool
) -> int:
    """The number of the meeting before the one asked about."""
    if not numbers:
        return max(held, key=lambda number: held[number].date or "")
    return numbers[0] if asks_for_next else numbers[0] - 1


def _dated(record: DocumentRecord, library: Library) -> tuple[Claim, ...]:
    """The date in the head of the minutes."""
    cell = _DATE.cell(record, library)
    return (printed_head(_DATE.name, cell, record),) if cell.references else ()


def _announced(record: DocumentRecord, library: Library) -> tuple[Claim, ...]:
    """What minutes say of the day of the next meeting; nothing where they name no day or month."""
    reference = date.fromisoformat(record.date) if record.date else None
    found = [
        (unit, sentence.strip(), dates[-1])
        for unit in library.catalog.units_of(record.id)
        for sentence in split_sentences(unit.passage)
        if _ANNOUNCED.search(sentence.text)
        and (dates := find_dates(fold(sentence.text), reference))
    ]
    if not found:
        return ()
    unit, sentence, day = found[-1]
    text = phrase(
        "{place}に記載されている次回の会合の予定は、「{words}」です。",
        place=wording.document_place(record),
        words=day.surface,
    )
    note = phrase("次回の会合の議事要旨は収録されていません。")
    # 本年 counts from the day of the meeting that announces it
    counted_from = _dated(record, library) if day.relative else ()
    announcement = (Claim(text, (Reference(unit, sentence),)), quoted(unit, sentence))
    return (*announcement, *counted_from, Claim(note, (), Layout.NOTE))
