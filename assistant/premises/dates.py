"""Refuses what the held documents are too early to know: later events, dates left blank."""

from __future__ import annotations

import re

from assistant.answers import Claim, Draft, Layout, Status
from assistant.query import Query
from assistant.understanding.mentions import fold
from assistant.understanding.names import title_core
from assistant.wording import frames as wording
from assistant.wording.phrases import phrase
from index.documents import DocumentKind
from index.ids import document_slug
from index.library import Library
from index.stores.records import DocumentRecord
from index.text.eras import find_dates

_HAPPENED = re.compile(
    r"(?:あり|起き|起こり|行われ|開かれ|なり|発生し|成功し|失敗し|増え|減り|決まり|始まり|終わり)まし?た"
)
_SAID = re.compile(
    r"とされ|述べ|言[いわっ]|書[いか]|記載|説明|示[しさ]|発言|計画|予定|見込|目指|目標|提案|求め|想定|意見|指摘"
)
_WHEN_DECIDED = re.compile(
    r"(?:いつ|何月何日|何年何月|何日)[^。、]{0,8}?(?:閣議|正式)?(?:に)?(?:決定|策定|決まり|公布)"
    r"|(?:決定|策定)(?:(?:され|し)た|の)?(?:の|(?:年月)?日|日付|期日|時期)(?:は|って|を|$)"
    r"|決定(?:は|って)、?(?:いつ|何年何月|何月何日|何日)"
    r"|(?:この|本|今回の|上記の)?(?:戦略|方針|計画)(?:\(?案\)?)?は、?(?:もう|既に|すでに)?(?:閣議|正式に)決定"
    r"(?:され|し|済)[^。]{0,8}か"
)
_DAY_LENGTH = len("2015-08-31")
_DRAFT = re.compile(r"\((?:案|素案|原案)\)$")


def later_than_held(query: Query, library: Library) -> Draft | None:
    """A refusal where the question asks what happened in a year after the last document."""
    text = fold(query.completed)
    if not _HAPPENED.search(text) or _SAID.search(text):
        return None
    years = {mention.iso[:4] for mention in find_dates(text) if mention.iso[:4].isdigit()}
    dated = [record for record in library.catalog.documents() if record.date]
    if not years or not dated:
        return None
    last = max(dated, key=lambda record: record.date or "")
    if min(years) <= (last.date or "")[:4]:
        return None
    return Draft(
        Status.NOT_IN_DOCUMENTS,
        (
            _note(
                phrase(
                    "収録している文書で最も新しいものは{document}（{date}）で、"
                    "{year}年に実際に何が起きたかは記載されていません。",
                    document=wording.document_place(last),
                    date=wording.written_date(last.date or ""),
                    year=min(years),
                )
            ),
        ),
    )


def undated_decision(query: Query, library: Library) -> Draft | None:
    """A refusal where the day is asked on which a draft was decided that prints none."""
    text = fold(query.completed)
    if not _WHEN_DECIDED.search(text):
        return None
    draft = _draft_named(text, library)
    if draft is None or len(draft.date or "") >= _DAY_LENGTH or _is_dated(draft, library):
        return None
    note = phrase(
        "{document}は案の段階の文書で、決定された日の記載はありません。",
        document=wording.document_place(draft),
    )
    return Draft(Status.NOT_IN_DOCUMENTS, (_note(note),))


def _note(text: str) -> Claim:
    return Claim(text, (), Layout.NOTE)


def _draft_named(text: str, library: Library) -> DocumentRecord | None:
    """The only draft that the question calls by its title or by the last word of it."""
    slug = document_slug(text)
    policies = library.catalog.find_documents(kind=DocumentKind.POLICY)
    drafts = [record for record in policies if _DRAFT.search(document_slug(record.title))]
    named = [record for record in drafts if title_core(record.title) in slug] or [
        record
        for record in drafts
        if (last := re.search(r"[一-鿿]{2,4}$", title_core(record.title)))
        and re.search(rf"(?<![一-鿿ァ-ヶー])(?:本|今回の)?{last.group()}(?:\(?案|は)", slug)
    ]
    return named[0] if len(named) == 1 else None


def _is_dated(draft: DocumentRecord, library: Library) -> bool:
    """Whether some text gives a day of the draft's year right behind its title."""
    title, year = title_core(draft.title), (draft.date or "")[:4]
    behind = re.compile(rf"{re.escape(title)}(?:\(案\))?」?(?:について)?\((?P<date>[^()]*決定)")
    for record in library.catalog.documents():
        for unit in library.catalog.units_of(record.id):
            for match in behind.finditer(fold(unit.text)):
                if any(mention.iso.startswith(year) for mention in find_dates(match["date"])):
                    return True
    return False
