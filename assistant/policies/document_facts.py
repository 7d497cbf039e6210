"""What a document is: the date printed on it, and how many notes, slides or agenda items it has."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answers import Claim, Draft, Layout, Reference, Status
from assistant.comments.residue import left_over
from assistant.lookup import child_heading, quote_start
from assistant.policies.named_documents import named_documents, title_words
from assistant.query import Query
from assistant.understanding.mentions import fold
from assistant.wording import frames as wording
from assistant.wording.phrases import phrase
from index.documents import DocumentKind, Passage, Section, Unit, UnitKind
from index.library import Library
from index.stores.records import DocumentRecord
from index.text.sentences import split_sentences

_HOW_MANY = re.compile(r"いくつ|幾つ|何(?:個|件|枚|本|箇所|か所|回|つ)|(?:の|総)数|全部で")
_WHEN = re.compile(r"いつ(?!も)|何[年月日]|日付|年月日?|作成日|決定日|発行日|公表日|時期|何年度")
_ISSUED = re.compile(
    r"公表|公開|作成|作られ|作っ|決定|決ま|策定|まとめ|発行|出[さしたて]|現在|時点|書か|版|印刷"
    r"|(?:何|いつ)の?(?:文書|資料|もの)|日付|付け|文書|資料|[年月日]|頃|ころ|もの"
)
_PRINTED_DATE = re.compile(
    r"(?:(?:平成|令和|昭和)\s*(?:\d+|元)|\d{4})\s*年\s*(?:[\d〇○]+\s*月)?\s*(?:[\d〇○]+\s*日)?"
)
_ATTACHED = re.compile(r"付[いきけさ]|載[っせ]|入[っれ]|振ら")
_PLACES = 20


@dataclass(frozen=True, slots=True)
class _Part:
    """A kind of unit, by what a question calls it."""

    kind: UnitKind
    words: re.Pattern[str]
    name: str


_PARTS = (
    _Part(UnitKind.FOOTNOTE, re.compile(r"脚注|注釈|注記"), phrase("脚注")),
    _Part(UnitKind.SLIDE, re.compile(r"スライド"), phrase("スライド")),
    _Part(UnitKind.AGENDA_ITEM, re.compile(r"議題"), phrase("議題")),
)


def answer_about_documents(query: Query, library: Library) -> Draft | None:
    """The date or the number of parts of the documents named, where nothing else is asked."""
    if query.mentions.sections or query.mentions.comments or query.among:
        return None
    text = fold(query.completed)
    records = named_documents(query, library)
    if not records:
        return None
    titles = title_words(records)
    part = next((part for part in _PARTS if part.words.search(text)), None)
    counts = part is not None and _HOW_MANY.search(text)
    known = (part.words, _HOW_MANY, _ATTACHED) if part else ()
    if part and counts and not left_over(query, library, (*titles, *known)):
        claims = [claim for record in records for claim in _counted(part, record, library)]
        return Draft(Status.ANSWERED, tuple(claims)) if claims else None
    if _WHEN.search(text) and not left_over(query, library, (*titles, _WHEN, _ISSUED)):
        return _dated(records, library)
    return None


def _counted(part: _Part, record: DocumentRecord, library: Library) -> list[Claim]:
    units = library.catalog.units_of(record.id, part.kind)
    place = wording.document_place(record)
    if not units:
        whole = library.catalog.units_of(record.id)[:1]
        text = phrase("{place}に{part}はありません（0件）。", place=place, part=part.name)
        return [Claim(text, tuple(map(_start, whole)))]
    text = phrase(
        "{place}に収録している{part}は{count}件です。",
        place=place,
        part=part.name,
        count=len(units),
    )
    shown = units[:_PLACES]
    claims = [Claim(text, (_start(units[0]),), counted=units)]
    claims += map(_item, shown)
    if len(units) > len(shown):
        note = phrase(
            "はじめの{shown}件を示しました。残りの{left}件は省いています。",
            shown=len(shown),
            left=len(units) - len(shown),
        )
        claims.append(Claim(note, (), Layout.NOTE))
    return claims


def _item(unit: Unit) -> Claim:
    """A part by its label and the words that it opens with."""
    start = _start(unit)
    text = phrase("{label}: {words}", label=unit.label, words=start.quote.text)
    return Claim(text, (start,), Layout.ITEM)


def _start(unit: Unit) -> Reference:
    if isinstance(unit, Section):
        return child_heading(unit).references[0]
    return Reference(unit, quote_start(unit.passage, 60))


def _dated(records: Sequence[DocumentRecord], library: Library) -> Draft | None:
    """The dates printed at the head of documents; that there is none, where one has none."""
    papers = [record for record in records if record.kind is not DocumentKind.MINUTES]
    if not papers:
        return None  # when a meeting was held is told with its place
    found = [_date_line(record, library) for record in papers]
    if any(found):  # one name, several documents: what bears a date answers
        papers = [record for record, line in zip(papers, found, strict=True) if line]
        found = list(filter(None, found))
    claims = [
        Claim(
            phrase(
                "{place}に印刷されている日付は「{date}」です。",
                place=wording.document_place(record),
                date=line.quote.text.strip(),
            ),
            (line,),
        )
        for record, line in zip(papers, found, strict=True)
        if line
    ]
    undated = [record for record, line in zip(papers, found, strict=True) if not line]
    notes = [
        Claim(
            phrase("{place}に日付の記載はありません。", place=wording.document_place(record)),
            (),
            Layout.NOTE,
        )
        for record in undated
    ]
    status = Status.ANSWERED if claims else Status.NOT_IN_DOCUMENTS
    return Draft(status, (*claims, *notes))


def _date_line(record: DocumentRecord, library: Library) -> Reference | None:
    """The date in the first lines of a document, before its first sentence."""
    for unit in library.catalog.units_of(record.id)[:1]:
        for line in split_sentences(unit.passage):
            if (dated := _date_in(line.strip())) is not None:
                return Reference(unit, dated)
    return None


def _date_in(line: Passage) -> Passage | None:
    match = _PRINTED_DATE.match(line.text)
    return line.slice(match.start(), match.end()).strip() if match else None
