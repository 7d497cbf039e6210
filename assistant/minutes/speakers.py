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
from assistant.wording.phrases import joined, phrase
from index.documents import Basis, DocumentKind, Section, UnitKind, Utterance
from index.library import Library
from index.stores.records import DocumentRecord

_SPOKE = re.compile(
    r"発言(?:者|した|して|を(?:した|して|行った)|し(?:まし|てい)|は(?:誰|だれ|どなた))"
    r"|(?:誰|だれ|どなた)の発言|話(?:者|し手|した|をした)|しゃべ|口を開"
    r"|(?:意見|考え)を(?:述べた|述べて|言った|出した)|\b(?:spoke|speakers?)\b",
    re.IGNORECASE,
)
_WHO = re.compile(
    r"誰|だれ|どなた|何[人名]|名前|氏名|(?:人|方|者)(?:は|を|の一覧|$|[?？。])|わか|分か",
    re.IGNORECASE,
)
# how many remarks there are, and of how many the speaker is known
_TURNS = re.compile(
    r"(?:発言(?!者)|段落)[^。、]{0,12}(?:いくつ|幾つ|何(?:件|回|個|段落)|件数|回数|総数|の?数(?![字値]))"
    r"|(?:いくつ|何件|何回)[^。、]{0,4}発言|発言[^。]{0,16}(?:多|少な)[いかく]"
    r"|\bhow many (?:remarks|turns|statements)\b",
    re.IGNORECASE,
)
_KNOWN = (
    *KNOWN,
    _SPOKE,
    re.compile(
        r"全部|発言|意見|述べ|話|口|開|特定|分[かけ]|記[載名録]|収録|議事|順|番目?|最[初後]|件|数|回|全|各|一覧"
        r"|出し|段落|合わせ|合計|区切|うち|判[明る]|名前|多|少"
    ),
)
_SHOWN = 120  # characters of a turn


def who_spoke(query: Query, library: Library) -> Draft | None:
    """The turns of a meeting counted, its speakers, or that of one turn; None for a topic."""
    text = fold(query.completed)
    asks = _SPOKE.search(text) and _WHO.search(text)
    if not (asks or _TURNS.search(text)) or query.people or query.mentions.turns:
        return None
    records = _records(query, library)
    counted = _TURNS.search(text) is not None
    named = query.mentions.meetings or (counted and (query.mentions.sections or not query.mentions))
    if not named or query.submitters:
        return None
    totals: list[Claim] = []
    claims: list[Claim] = []
    nameless = False
    for record in records:
        headings, sections = _headings(text, record, query.mentions.sections, library)
        if left_over(query, library, (*headings, *_KNOWN)):
            return None
        turns = _turns(record, sections, library)
        place = place_named(text, len(turns))
        chosen = turns if place is None else [turns[place]]
        nameless = nameless or any(turn.attribution.basis is Basis.NONE for turn in chosen)
        if counted and turns:
            totals += _counts(record, sections, turns)
        claims += _listed(record, turns) if place is None and turns else _one(chosen)
    if counted:
        claims = [*totals, *(claims if len(records) == 1 else ())]
    if not claims:
        return None
    partly = nameless and not counted
    return Draft(Status.PARTIAL if partly else Status.ANSWERED, tuple(claims))


def _records(query: Query, library: Library) -> list[DocumentRecord]:
    """The minutes that are named, all where none is."""
    held = library.catalog.find_documents(kind=DocumentKind.MINUTES)
    return [record for record in held if record.id in query.documents] or list(held)


def _headings(
    text: str, record: DocumentRecord, numbers: Sequence[str], library: Library
) -> tuple[list[re.Pattern[str]], Sequence[str]]:
    """The headings above turns that a question names, and the numbers of their sections."""
    above = {turn.parent for turn in library.catalog.units_of(record.id, UnitKind.UTTERANCE)}
    named = [
        unit
        for unit in library.catalog.units_of(record.id, UnitKind.SECTION)
        if isinstance(unit, Section) and unit.id in above and fold(unit.title.strip()) in text
    ]
    titles = [re.compile(re.escape(fold(section.title.strip()))) for section in named]
    return titles, numbers or [section.number for section in named if section.number]


def _turns(record: DocumentRecord, sections: Sequence[str], library: Library) -> list[Utterance]:
    units = library.catalog.units_of(record.id, UnitKind.UTTERANCE)
    turns = [
        unit
        for unit in units
        if isinstance(unit, Utterance) and (not sections or unit.locator.section in sections)
    ]
    return sorted(turns, key=lambda turn: turn.locator.order)


def _counts(
    record: DocumentRecord, sections: Sequence[str], turns: Sequence[Utterance]
) -> list[Claim]:
    """How many turns there are, paragraphs where none are marked, and how many have a speaker."""
    place = wording.document_place(record)
    if sections:
        place = joined("・", dict.fromkeys(turn.label.rpartition(" ")[0] for turn in turns))
    count = len(turns)
    text = phrase("{place}に収録されている発言は{count}件です。", place=place, count=count)
    if not all(turn.is_turn for turn in turns):
        text = phrase(
            "{place}には発言ごとの区切りがない部分があり、発言は段落ごとに分けて{count}件を"
            "収録しています。",
            place=place,
            count=count,
        )
    known = tuple(turn for turn in turns if turn.attribution.basis is not Basis.NONE)
    of_known = phrase(
        "このうち、発言者又はその所属が分かるもの（推定を含む。）は{count}件です。",
        count=len(known),
    )
    claims = [Claim(text, (_start(turns[0]),), counted=tuple(turns))]
    if known:
        claims.append(Claim(of_known, tuple(map(_start, known)), counted=known))
    return claims


def _one(turns: Sequence[Utterance]) -> list[Claim]:
    words = [(turn, quote_start(turn.passage)) for turn in turns]
    return [
        claim
        for turn, start in words
        for claim in (Claim(wording.turn(turn), (Reference(turn, start),)), quoted(turn, start))
    ]


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
