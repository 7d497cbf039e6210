"""Answers to 「…はどこに書かれていますか」: every section and footnote that says the words."""

from __future__ import annotations

import re

from assistant.answers import Claim, Draft, Layout, Reference, Status
from assistant.query import Query, QuestionKind
from assistant.understanding.mentions import fold
from assistant.wording.phrases import phrase
from index.documents import DocumentKind, Footnote, Passage, Section, Unit
from index.library import Library
from index.text.keys import search_key
from index.text.sentences import split_sentences

_ASKED = re.compile(
    r"^(?:.*?(?:では|において|の中で|で)、?)?(?P<term>[^、。]{2,30}?)"
    r"(?:について)?(?:の記載)?(?:は|が|を)?(?:、)?"
    r"(?:どこに|どの(?:節|章|項|箇所|部分|文書)|何(?:章|節|ページ))"
)
_SHOWN = 20


def list_places(query: Query, library: Library) -> Draft | None:
    """Where the words of a question stand in the policies, as they are written there."""
    if query.kind is not QuestionKind.WHERE:
        return None
    match = _ASKED.search(fold(query.completed))
    if match is None:
        return None
    term = match["term"].strip("「」『』 ")
    found = [
        (unit, sentence)
        for unit in _units(query, library)
        if (sentence := _sentence_with(term, unit)) is not None
    ]
    if not found:
        return None
    claims = [_total(term, found), *(_place(unit, sentence) for unit, sentence in found[:_SHOWN])]
    if len(found) > _SHOWN:
        note = phrase(
            "はじめの{shown}か所を示しました。残りの{left}か所は省いています。",
            shown=_SHOWN,
            left=len(found) - _SHOWN,
        )
        claims.append(Claim(note, (), Layout.NOTE))
    return Draft(Status.ANSWERED, tuple(claims))


def _units(query: Query, library: Library) -> list[Unit]:
    documents = query.documents or tuple(
        record.id for record in library.catalog.documents() if record.kind is DocumentKind.POLICY
    )
    return [
        unit
        for document in documents
        for unit in library.catalog.units_of(document)
        if isinstance(unit, Section | Footnote)
    ]


def _sentence_with(term: str, unit: Unit) -> Passage | None:
    wanted = search_key(term)
    if wanted not in search_key(unit.text):
        return None
    sentences = (sentence.strip() for sentence in split_sentences(unit.passage))
    return next((s for s in sentences if wanted in search_key(s.text)), None)


def _total(term: str, found: list[tuple[Unit, Passage]]) -> Claim:
    first, sentence = found[0]
    return Claim(
        phrase(
            "「{term}」という語は、次の{count}か所に書かれています。", term=term, count=len(found)
        ),
        (Reference(first, sentence),),
        counted=tuple(unit for unit, _ in found),
    )


def _place(unit: Unit, sentence: Passage) -> Claim:
    heading = phrase("「{title}」", title=unit.title) if isinstance(unit, Section) else ""
    return Claim(f"{unit.label}{heading}", (Reference(unit, sentence),), Layout.ITEM)
