"""Answers to how many turns, or which, touch on something: 「基本法に触れた発言はいくつ」.

Only turns that hold the very words are counted, and the answer says so: a turn may speak of
a matter in other words, which no count can tell.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answers import Claim, Draft, Layout, Reference, Status
from assistant.lookup import quoted
from assistant.query import Query, QuestionKind
from assistant.understanding.mentions import fold
from assistant.wording import frames as wording
from assistant.wording.phrases import phrase
from index.documents import Basis, DocumentKind, Passage, UnitKind, Utterance
from index.library import Library
from index.stores.records import DocumentRecord
from index.text.keys import search_key
from index.text.sentences import split_sentences

_ON = re.compile(
    r"(?:^|[、。はでの]|では、?|における|において)"
    r"(?P<owner>(?!第?\d+回|会[合議])[^「」、。はでの]{2,16}の)?(?:「(?P<quoted>[^「」]{2,30})」|(?P<word>[^「」、。はでの]{2,24}?))"
    r"(?:という(?:語|言葉|用語))?(?:に|を|が|について)?(?:触れ|言及し|含む|含ん|出て|用い|使っ|使わ|登場|関する|ついて|めぐる|述べ|取り上げ)"
    r"[^、。]{0,8}?(?:発言|段落)(?P<asked>[^、。]{0,24})$"
)
_ASKED = re.compile(
    r"いくつ|幾つ|何(?:件|回|個|つ)|件数|の?数(?:は|を|$)|すべて|全て|全部|漏れなく|挙げ|一覧|列挙|リスト|どれ|番号"
)
_SAID = re.compile(
    r"「(?P<words>[^「」]{4,60})」(?:と|という|との)[^「」、。]{0,4}"
    r"(?:言|述べ|発言|話し|語|主張|指摘|表現|訴え|切り出|締め)"
)
_FEW = 6  # turns that are shown with their words
_WORDS = 3  # characters of a word that may be counted without quotation marks


def turns_on(query: Query, library: Library) -> Draft | None:
    """The turns of the meetings named, of all where none is, that hold the words asked about."""
    text = fold(query.completed).rstrip("?？。 ")
    match = _ON.search(text)
    mentions = query.mentions
    if match is None or not _ASKED.search(match["asked"]) or query.people:
        return None
    if mentions.sections or mentions.comments or query.submitters:
        return None
    words = match["quoted"] or match["word"]
    if len(words) < _WORDS and not match["quoted"]:
        return None
    words = (match["owner"] or "") + words
    records = _records(query, library)
    claims = [claim for record in records for claim in _holding(words, record, library)]
    return Draft(Status.ANSWERED, tuple(claims)) if claims else None


def _holding(words: str, record: DocumentRecord, library: Library) -> list[Claim]:
    key = search_key(words)
    found = [
        (turn, passage)
        for turn in library.catalog.units_of(record.id, UnitKind.UTTERANCE)
        if isinstance(turn, Utterance) and (passage := _sentence(key, turn)) is not None
    ]
    return _listed(words, found, record) if found else []


def _sentence(key: str, turn: Utterance) -> Passage | None:
    """The first sentence of a turn that holds the words."""
    sentences = (sentence.strip() for sentence in split_sentences(turn.passage))
    return next((one for one in sentences if key in search_key(one.text)), None)


def _listed(
    words: str, found: Sequence[tuple[Utterance, Passage]], record: DocumentRecord
) -> list[Claim]:
    units = tuple(turn for turn, _ in found)
    text = phrase(
        "{place}で「{words}」という語を含む発言は{count}件です。",
        place=wording.document_place(record),
        words=words,
        count=len(units),
    )
    if not all(unit.is_turn for unit in units):
        text = phrase(
            "{place}で「{words}」という語を含む発言は、段落に分けて数えると{count}件です。",
            place=wording.document_place(record),
            words=words,
            count=len(units),
        )
    lead = Claim(text, (Reference(*found[0]),), counted=units)
    items = (_item(turn, passage) for turn, passage in found)
    quotes = [quoted(turn, passage) for turn, passage in found] if len(found) <= _FEW else []
    return [lead, *items, *quotes]


def _item(turn: Utterance, passage: Passage) -> Claim:
    return Claim(wording.turn(turn), (Reference(turn, passage),), Layout.ITEM)


def who_said_just_that(query: Query, library: Library) -> Draft | None:
    """The turns that hold the very words of 「『…』と言ったのは誰か」; None where none does."""
    match = _SAID.search(fold(query.completed))
    if match is None or query.kind is not QuestionKind.WHO or query.submitters:
        return None
    key = search_key(match["words"])
    found = [
        (turn, passage)
        for record in _records(query, library)
        for turn in library.catalog.units_of(record.id, UnitKind.UTTERANCE)
        if isinstance(turn, Utterance) and (passage := _sentence(key, turn)) is not None
    ]
    if not found or len(found) > _FEW:
        return None
    claims = [
        claim
        for turn, passage in found
        for claim in (
            Claim(wording.turn(turn), (Reference(turn, passage),)),
            quoted(turn, passage),
        )
    ]
    nameless = all(turn.attribution.basis is Basis.NONE for turn, _ in found)
    return Draft(Status.PARTIAL if nameless else Status.ANSWERED, tuple(claims))


def _records(query: Query, library: Library) -> list[DocumentRecord]:
    held = library.catalog.find_documents(kind=DocumentKind.MINUTES)
    return [record for record in held if record.id in query.documents] or list(held)
