"""Answers to who spoke at a meeting: whom the minutes let know, and how many turns are nameless."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answers import Claim, Draft, Layout, Reference, Status
from assistant.comments.residue import left_over
from assistant.lookup import quote_start, quoted
from assistant.minutes.attendance import KNOWN
from assistant.minutes.places import place_named
from assistant.query import Query
from assistant.understanding.mentions import fold
from assistant.wording import frames as wording
from assistant.wording.phrases import phrase
from index.documents import Basis, DocumentKind, UnitKind, Utterance
from index.library import Library
from index.stores.records import DocumentRecord

_SPOKE = re.compile(
    r"発言(?:者|した|して|を(?:した|して|行った)|し(?:まし|てい))|話(?:者|し手|した|をした)|しゃべ|口を開"
    r"|(?:意見|考え)を(?:述べた|述べて|言った|出した)|\b(?:spoke|speakers?)\b",
    re.IGNORECASE,
)
_WHO = re.compile(
    r"誰|だれ|どなた|何[人名]|名前|氏名|(?:人|方|者)(?:は|を|の一覧|$|[?？。])|わか|分か",
    re.IGNORECASE,
)
# how many remarks there are, and of how many the speaker is known
_TURNS = re.compile(
    r"発言[^。、]{0,8}(?:いくつ|何件|何回|件数|総数|の数)|(?:いくつ|何件|何回)[^。、]{0,4}発言"
)
_KNOWN = (
    *KNOWN,
    _SPOKE,
    re.compile(
        r"発言|意見|述べ|話|口|開|特定|分[かけ]|記[載名]|議事|順|番目?|最[初後]|件|数|回|全|各|一覧|出し"
    ),
)
_SHOWN = 120  # characters of a turn


def who_spoke(query: Query, library: Library) -> Draft | None:
    """The speakers of a meeting, or that of the first or last turn; None for a topic."""
    text = fold(query.completed)
    asks = _SPOKE.search(text) and _WHO.search(text)
    if not (asks or _TURNS.search(text)) or query.people or query.mentions.turns:
        return None
    records = [
        record
        for record in library.catalog.find_documents(kind=DocumentKind.MINUTES)
        if record.id in query.documents
    ]
    if not records or not query.mentions.meetings or left_over(query, library, _KNOWN):
        return None
    claims: list[Claim] = []
    nameless = False
    for record in records:
        turns = _turns(record, query.mentions.sections, library)
        place = place_named(text, len(turns))
        chosen = turns if place is None else [turns[place]]
        nameless = nameless or any(turn.attribution.basis is Basis.NONE for turn in chosen)
        claims += _listed(record, turns) if place is None else _one(chosen[0])
    if not claims:
        return None
    return Draft(Status.PARTIAL if nameless else Status.ANSWERED, tuple(claims))


def _turns(record: DocumentRecord, sections: Sequence[str], library: Library) -> list[Utterance]:
    units = library.catalog.units_of(record.id, UnitKind.UTTERANCE)
    turns = [
        unit
        for unit in units
        if isinstance(unit, Utterance) and (not sections or unit.locator.section in sections)
    ]
    return sorted(turns, key=lambda turn: turn.locator.order)


def _one(turn: Utterance) -> list[Claim]:
    words = quote_start(turn.passage)
    return [Claim(wording.turn(turn), (Reference(turn, words),)), quoted(turn, words)]


def _start(turn: Utterance) -> Reference:
    return Reference(turn, quote_start(turn.passage, _SHOWN))


def _listed(record: DocumentRecord, turns: Sequence[Utterance]) -> list[Claim]:
    """One turn of each speaker who is known, and how many turns name nobody."""
    known: dict[str, Utterance] = {}
    nameless = tuple(turn for turn in turns if turn.attribution.basis is Basis.NONE)
    for turn in turns:
        who = turn.attribution.person or turn.attribution.label
        if turn.attribution.basis is not Basis.NONE and who:
            known.setdefault(who, turn)
    claims = [
        Claim(
            wording.turn(turn), (Reference(turn, quote_start(turn.passage, _SHOWN)),), Layout.ITEM
        )
        for turn in known.values()
    ]
    if nameless or not claims:
        text = phrase(
            "{place}の発言{total}件のうち、{count}件は発言者名の記載も手掛かりもなく、誰の発言か特定できません。",
            place=wording.document_place(record),
            total=len(turns),
            count=len(nameless),
        )
        claims.append(Claim(text, (), Layout.NOTE))
    return claims
