"""Answers to from when until when a policy holds: its own words, or that no text tells it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answers import Claim, Draft, Layout, Reference, Status
from assistant.comments.residue import left_over
from assistant.lookup import quoted
from assistant.policies.named_documents import named_documents, title_words
from assistant.query import Query
from assistant.understanding.mentions import fold
from assistant.wording import frames as wording
from assistant.wording.phrases import phrase
from index.documents import DocumentKind, Passage, Unit
from index.library import Library
from index.stores.records import DocumentRecord
from index.text.sentences import split_sentences

_ASKED = re.compile(
    r"いつから(?:、?いつ)?(?:まで)?|いつまで(?!に)|何年度?から(?:何年度?)?(?:まで)?|何年度?まで|何年間|何[かカヶ]年"
    r"|(?:計画|対象|実施|取組|有効)?期間"
)
_POLICY = r"(?:計画|戦略|方針|プログラム|大綱|指針)"
_ITS_PERIOD = re.compile(
    rf"^「?(?P<policy>[^「」、。はのが]{{2,40}}?{_POLICY}(?:\(案\)|案)?)」?(?:は|の)、?"
    rf"[^、。]{{0,6}}?(?:{_ASKED.pattern})"
)
_KNOWN = (
    _ASKED,
    re.compile(
        rf"本?{_POLICY}|対象|期間|年度?|続[きく]|定め|見据え|始ま|終わ|開始|終了|適用|教|有効|案"
    ),
)
_SPAN = re.compile(
    r"(?:年度?|月|日)から[^。]{0,16}?(?:年度?|月|日)まで|\d+\s*(?:年間|[かカヶ]年|年程度|年という計画期間)"
)
_OWN = re.compile(rf"(?<!基)本{_POLICY}")
_SHOWN = 2


def period_of_policy(query: Query, library: Library) -> Draft | None:
    """The sentences in which a policy says for how long it is; None where more is asked."""
    text = fold(query.completed)
    if not _ASKED.search(text) or query.mentions or query.submitters or query.among:
        return None
    records = [r for r in named_documents(query, library) if r.kind is DocumentKind.POLICY]
    if records:
        known = (*title_words(records), *_KNOWN)
        return None if left_over(query, library, known) else _own_words(records, library)
    named = _ITS_PERIOD.search(text)
    if named is None:
        return None
    known = (re.compile(re.escape(named["policy"])), *_KNOWN)
    return None if left_over(query, library, known) else _of_another(named["policy"], library)


def _own_words(records: Sequence[DocumentRecord], library: Library) -> Draft | None:
    units = [unit for record in records for unit in library.catalog.units_of(record.id)]
    found = _sentences(units, _OWN)
    if not found:
        return None
    text = phrase(
        "{place}の期間については、次のように記載されています。",
        place=wording.document_place(records[0]),
    )
    lead = Claim(text, (Reference(*found[0]),))
    return Draft(Status.ANSWERED, (lead, *(quoted(*one) for one in found[:_SHOWN])))


def _of_another(policy: str, library: Library) -> Draft | None:
    """That no text tells the period of a policy that texts only speak of; else None."""
    called = re.compile(re.escape(policy))
    units = [u for r in library.catalog.documents() for u in library.catalog.units_of(r.id)]
    if _sentences(units, called):
        return None
    text = phrase(
        "「{about}」の「{words}」についての記載は、収録している文書の中に見つかりませんでした。",
        about=policy,
        words=phrase("期間"),
    )
    spoken = tuple(unit for unit in units if called.search(fold(unit.text)))
    return Draft(
        Status.NOT_IN_DOCUMENTS, (Claim(text, (), Layout.NOTE),), suggestions=spoken[:_SHOWN]
    )


def _sentences(units: Sequence[Unit], called: re.Pattern[str]) -> list[tuple[Unit, Passage]]:
    """The sentences that name the policy and a span of time."""
    return [
        (unit, sentence.strip())
        for unit in units
        for sentence in split_sentences(unit.passage)
        if called.search(text := fold(sentence.text)) and _SPAN.search(text)
    ]
