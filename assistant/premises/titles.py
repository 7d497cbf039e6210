"""Refuses a question about what stands inside a document that is only mentioned, not held.

Held documents decide on, follow or cite others. What they say about those can be answered;
their chapters, their numbers of measures and the comments on them cannot.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.answers import Claim, Draft, Layout, Status
from assistant.query import Language, Query
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
# 第2次…基本計画, or any long name of such a kind, without brackets
_NAMED = re.compile(rf"(?P<title>(?:第\d+次)?[一-鿿々ァ-ヶー・A-Za-z]{{4,}}{_KIND})(?![一-鿿])")
_YEAR = r"(?P<year>(?:(?:明治|大正|昭和|平成|令和)(?:\d+|元)|\d{4})年)"
# 2018年版の, 2018年7月に閣議決定された, 2018年・ (words of an English question put side by side)
_OF_A_YEAR = re.compile(
    rf"{_YEAR}(?:度|版|時点)?(?:\d+月(?:\d+日)?)?(?:の|・|に[^。、「」『』]{{1,10}}?た|に[^。、「」『』]{{1,8}}?の"
    r"|(?:閣議)?(?:決定|策定|制定|公表|改定)(?:の|版の?))?"
    rf"(?:前の|旧)?[「『]?(?P<title>[一-鿿々ァ-ヶー・A-Za-z]*{_KIND})(?!の(?:見直|改定|策定|決定))[」』]?"
    r"(?:\(?案\)?)?"
)
_PART = re.compile(
    r"^(?:の|には?|では?|は|で)?、?(?:本文|中身|目次|構成|章|第\d+[章節条]|\d+章|\d+\.\d+|基本原則|全文|目的|内容)"
)
_PART_NAMED_BEFORE = re.compile(
    r"(?:本文|目次|構成|章|節|基本原則|目的)(?:に(?:ついて|関して|おいて)は?|では?|は|を)、?$"
)
_CONSULTATION = re.compile(
    r"^[」』]?(?:\(案\))?(?:の|に(?:対する|係る|関する|ついての)?)(?:パブリック・?コメント|パブコメ|意見(?:募集|公募))"
)
# a draft is what opinions are invited on; those of a meeting are others
_OPINIONS_SENT = re.compile(
    r"(?:意見|コメント)[^。]{0,16}?(?:何件|いくつ|件数|総数|の数|募集|寄せ|集ま|届|提出)"
    r"|(?:寄せ|集ま|届|提出)[^。、]{0,10}(?:意見|コメント)|パブコメ|パブリック・?コメント"
)
_DRAFT = re.compile(r"\((?:案|素案|原案)\)")
_SPEAKING_OF_IT = re.compile(r"触れ|言及|引用|参照|引き合い")
_INSIDE = re.compile(
    r"^[」』]?(?:\(案\))?(?:の|には?|では?|で)?、?(?:本文|全文|目次|構成|第\d+[章節条]|\d+章|\d+(?:\.\d+)+|何章|[^、。]{0,8}ページ"
    r"|(?:載っ|掲載され|盛り込まれ)ている[^、。]{0,10}(?:数|いくつ|何)|[^、。]{0,10}の数は)"
)


def missing_title(query: Query, library: Library) -> Draft | None:
    """A refusal where a document is asked about from within that is not held."""
    records = library.catalog.documents()
    question = fold(query.completed)
    for title, after in _titles(question):
        # words of an English question put side by side are no title
        listed = query.language is Language.ENGLISH and "・" in title
        if listed or _is_held(title, records):
            continue
        is_draft = _DRAFT.search(title + after[: len("」(案)")]) and not query.mentions.meetings
        sent = is_draft and _OPINIONS_SENT.search(question) and not _SPEAKING_OF_IT.search(question)
        if sent or _CONSULTATION.match(after):
            text = phrase(
                "{titles}に対する意見募集の結果は収録されていません。", titles=f"「{title}」"
            )
            return _refusal(text, [r for r in records if r.kind is DocumentKind.COMMENTS])
        if _INSIDE.match(after):
            return _refusal(_not_held(f"「{title}」"), _alike(title, records))
    return _of_another_year(question, records, library)


def _titles(question: str) -> Iterator[tuple[str, str]]:
    """Each title in the question with what follows it."""
    for pattern in (_QUOTED, _DATED, _NAMED):
        for match in pattern.finditer(question):
            yield match["title"], question[match.end() :]


def _of_another_year(
    question: str, records: tuple[DocumentRecord, ...], library: Library
) -> Draft | None:
    """A refusal where a held title is named with a year of which no text knows such a document."""
    for match in _OF_A_YEAR.finditer(question):
        title = match["title"].strip("・")
        before, after = question[: match.start()], question[match.end() :]
        inside = _PART.match(after) or _PART_NAMED_BEFORE.search(before)
        same = [
            record
            for record in records
            if title_core(title) == title_core(record.title)
            or (record.kind is DocumentKind.POLICY and title_core(record.title).endswith(title))
        ]
        years = {mention.iso[:4] for mention in find_dates(match["year"])}
        if not same or not years or any((record.date or "")[:4] in years for record in same):
            continue
        if inside or not _is_spoken_of(title, years, library):
            return _refusal(_not_held(f"{match['year']}の「{title}」"), same)
    return None


def _is_spoken_of(title: str, years: set[str], library: Library) -> bool:
    return any(
        _speaks_of(unit.text, title, years)
        for record in library.catalog.documents()
        for unit in library.catalog.units_of(record.id)
    )


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
