"""Refuses a question about what stands inside a document that is only mentioned, not held.

Held documents decide on, follow or cite others. What they say about those can be answered;
their chapters, their numbers of measures and the comments on them cannot.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.answers import Claim, Draft, Layout, Status
from assistant.query import Query
from assistant.understanding.mentions import fold
from assistant.understanding.names import title_core
from assistant.wording import frames as wording
from assistant.wording.phrases import joined, phrase
from index.documents import DocumentKind
from index.ids import document_slug
from index.library import Library
from index.stores.records import DocumentRecord
from index.text.eras import find_dates

_KIND = (
    r"(?:戦略|計画|方針|プログラム|基準|指針|ガイドライン|大綱|白書|宣言|ビジョン|条例|要綱|法|報告書"
    r"|基準群|ジャパン|セキュリティ)"
)
_QUOTED = re.compile(rf"[「『](?P<title>[^「」『』]*{_KIND}[^「」『』]{{0,8}})[」』]")
_DATED = re.compile(
    rf"(?P<title>[一-鿿々ァ-ヶー・A-Za-z]{{2,}}{_KIND}\s*\(?\d{{4}}(?:年版)?\)?)(?!年|\d)"
)
_OF_A_YEAR = re.compile(
    rf"(?P<year>(?:(?:平成|令和)\d+|\d{{4}})年)(?:度|版|の|に決定された|に策定された){{0,2}}"
    rf"[「『]?(?P<title>[一-鿿々ァ-ヶー・A-Za-z]*{_KIND})"
)
_INSIDE_OF_A_YEAR = re.compile(
    r"(?P<year>(?:(?:平成|令和)\d+|\d{4})年)(?:度)?(?:に|の)?(?:策定|決定|決ま|作ら|作成|改定|出)[^、。]{0,4}た"
    rf"(?:前の|旧)?(?P<title>[一-鿿々ァ-ヶー]*{_KIND})の(?:本文|中身|目次|構成|章|基本原則|全文)"
)
_CONSULTATION = re.compile(
    r"^[」』]?(?:\(案\))?(?:の|に(?:対する|係る|関する|ついての)?)(?:パブリック・?コメント|パブコメ|意見(?:募集|公募))"
)
_INSIDE = re.compile(
    r"^[」』]?(?:\(案\))?(?:の|には?|では?|で)?、?(?:本文|全文|目次|構成|第\d+[章節条]|\d+章|\d+(?:\.\d+)+|何章|[^、。]{0,8}ページ"
    r"|(?:載っ|掲載され|盛り込まれ)ている[^、。]{0,10}(?:数|いくつ|何)|[^、。]{0,10}の数は)"
)


def missing_title(query: Query, library: Library) -> Draft | None:
    """A refusal where a document is asked about from within that is not held."""
    records = library.catalog.documents()
    question = fold(query.completed)
    for title, after in _titles(question):
        if _is_held(title, records):
            continue
        if _CONSULTATION.match(after):
            text = phrase(
                "{titles}に対する意見募集の結果は収録されていません。", titles=f"「{title}」"
            )
            return _refusal(text, [r for r in records if r.kind is DocumentKind.COMMENTS])
        if _INSIDE.match(after):
            return _refusal(_not_held(f"「{title}」"), _alike(title, records))
    return _of_another_year(question, records, library)


def _titles(question: str) -> Iterator[tuple[str, str]]:
    """Each title in the question with what follows it."""
    for pattern in (_QUOTED, _DATED):
        for match in pattern.finditer(question):
            yield match["title"], question[match.end() :]


def _of_another_year(
    question: str, records: tuple[DocumentRecord, ...], library: Library
) -> Draft | None:
    """A refusal where a held title is named with a year of which no text knows such a document."""
    inside = _INSIDE_OF_A_YEAR.search(question)
    match = inside or _OF_A_YEAR.search(question)
    if match is None:
        return None
    title = match["title"]
    same = [
        record
        for record in records
        if title_core(title) == title_core(record.title)
        or (inside and title in record.title and record.kind is DocumentKind.POLICY)
    ]
    years = {mention.iso[:4] for mention in find_dates(match["year"])}
    if not same or not years or any((record.date or "")[:4] in years for record in same):
        return None
    if inside is None and any(
        _speaks_of(unit.text, title, years)
        for r in records
        for unit in library.catalog.units_of(r.id)
    ):
        return None
    return _refusal(_not_held(f"{match['year']}の「{title}」"), same)


def _speaks_of(text: str, title: str, years: set[str]) -> bool:
    return title in text and any(mention.iso[:4] in years for mention in find_dates(fold(text)))


def _is_held(title: str, records: tuple[DocumentRecord, ...]) -> bool:
    asked = title_core(title)
    return any(asked in (core := title_core(record.title)) or core == asked for record in records)


def _alike(title: str, records: tuple[DocumentRecord, ...]) -> list[DocumentRecord]:
    """Held documents whose title the asked one begins with, else all policies."""
    asked = document_slug(title)
    alike = [record for record in records if asked.startswith(title_core(record.title))]
    return alike or [record for record in records if record.kind is DocumentKind.POLICY]


def _not_held(name: str) -> str:
    return phrase(
        "{name}そのものは収録されていないため、その中身についてはお答えできません。", name=name
    )


def _refusal(text: str, held: list[DocumentRecord]) -> Draft:
    notes = [Claim(text, (), Layout.NOTE)]
    if held:
        listed = joined("、", dict.fromkeys(map(wording.held_document, held)))
        notes.append(Claim(phrase("収録している文書: {listed}。", listed=listed), (), Layout.NOTE))
    return Draft(Status.NOT_IN_DOCUMENTS, tuple(notes))
