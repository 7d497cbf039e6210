"""Answers to who spoke at a meeting: whom the minutes let know, and how many turns are nameless."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answers import Claim, Draft, Layout, Reference, Status
from assistant.comments.residue import left_over
from assistant.lookup import quote_start, quoted
from assistant.minutes.attendance import KNOWN
from assistant.minutes.choosing import entries_of_office
from assistant.minutes.places import PLACE, place_named
from assistant.query import Query
from assistant.understanding.mentions import fold
from assistant.wording import frames as wording
from assistant.wording.phrases import joined, phrase
from index.documents import Basis, DocumentKind, Section, Unit, UnitKind, Utterance
from index.library import Library
from index.stores.records import DocumentRecord

_SPOKE = re.compile(
    r"発言(?:者|した|して|を(?:した|して|行った)|し(?:まし|てい)|は(?:誰|だれ|どなた))"
    r"|(?:誰|だれ|どなた)の発言|(?:挨拶|あいさつ)(?:し|を(?:し|述べ)|で(?:始|幕|開))|話(?:者|し手|した|をした)|しゃべ|口を開"
    r"|(?:意見|考え)を(?:述べた|述べて|言った|出した)|\b(?:spoke|speakers?)\b",
    re.IGNORECASE,
)
_WHO = re.compile(
    r"誰|だれ|どなた|何[人名]|名前|氏名|(?:人|方|者)(?:は|を|の一覧|$|[?？。])|のは(?:$|[?？。])|わか|分か",
    re.IGNORECASE,
)
# how many remarks there are, and of how many the speaker is known
_TURNS = re.compile(
    r"(?:発言(?!者)|段落)[^。、]{0,12}(?:いくつ|幾つ|何(?:件|回|個|段落)|件数|回数|総数|の?数(?![字値]))"
    r"|(?:いくつ|何件|何回)[^。、]{0,4}発言|発言[^。]{0,16}(?:多|少な)[いかく]"
    r"|\bhow many (?:remarks|turns|statements)\b",
    re.IGNORECASE,
)
# who speaks most often: 「一番多く発言したのは誰」「発言回数が最多の委員」
_MOST = re.compile(
    r"(?:一番|いちばん|最も|もっとも|最多)(?!最[初後]|[初始]|先|後)[^。、]{0,6}(?:発言|話|しゃべ|述べ)"
    r"|(?:発言|話)[^。、]{0,12}?(?:一番|いちばん|最も|もっとも|最多)|\bspoke (?:the )?most\b",
    re.IGNORECASE,
)
_OPENED = re.compile(r"(?<=[がを、])開会(?:を宣言)?し|幕を開け|口火を切っ")
_CLOSING = re.compile(r"(?:締め(?:括り|くくり)?|結び|閉会)の?(?=挨拶|あいさつ|言葉|発言)")
_NTH = re.compile(rf"{PLACE}の(?:発言|段落)(?!者)")  # 「最後の発言を教えて」
# who reports is told below the heading that says so
_REPORTED = re.compile(
    r"(?:誰|だれ|どなた)が[^。]{0,6}報告|報告[^。]{0,4}(?:誰|だれ|どなた)|報告した(?:の|人|方|者)"
)
_KNOWN = (
    _REPORTED,
    re.compile(r"冒頭|開会|締め|結び|閉会"),  # before 頭, the place in a list, is taken out of it
    *KNOWN,
    _SPOKE,
    _MOST,
    re.compile(
        r"一番|いちばん|最も|もっとも|最多|全部|発言|意見|述べ|挨拶|話|口|開|特定|分[かけ]|記[載名録]|収録|議事|順|引用|内容|中身|番?目|最[初後]|始ま?|幕|件|数|回|全|各|一覧"
        r"|出し|議題|事項|書[いかっ]|載[っせ]|明[記ら]|段落|合わせ|合計|区切|うち|判[明る]|名前|多|少"
    ),
)
_SHOWN = 120  # characters of a turn


def who_spoke(query: Query, library: Library) -> Draft | None:
    """The turns of a meeting counted, its speakers, or that of one turn; None for a topic."""
    text = _OPENED.sub("最初に発言し", fold(query.completed))
    text = _CLOSING.sub("最後の", text)
    most = _MOST.search(text) is not None
    reported = _REPORTED.search(text)
    spoke = most or reported or _SPOKE.search(text)
    asks = _NTH.search(text) or (_WHO.search(text) and spoke)
    counted = not (most and asks) and _TURNS.search(text) is not None
    if not (asks or counted) or query.people or query.mentions.turns or query.submitters:
        return None
    if not query.mentions.meetings and (
        not counted or (query.mentions and not query.mentions.sections)
    ):
        return None
    parts = []
    for record in _records(query, library):
        chosen = _chosen(query, record, library)
        if chosen is None or (reported and not chosen.sections):
            return None
        if counted:
            parts.append(_counted(chosen))
        else:
            parts.append(_most_often(chosen) if most else _speakers(chosen, text))
    if counted and len(parts) > 1:
        parts = [[claim for claim in part if claim.counted] for part in parts]
    claims = tuple(claim for part in parts for claim in part)
    if not claims:
        return None
    if all(claim.layout is Layout.NOTE for claim in claims):
        return Draft(Status.NOT_IN_DOCUMENTS, claims)
    partly = not counted and any(_is_nameless(r.unit) for c in claims for r in c.references)
    partly = partly or (not counted and any(claim.layout is Layout.NOTE for claim in claims))
    return Draft(Status.PARTIAL if partly else Status.ANSWERED, claims)


@dataclass(frozen=True, slots=True)
class _Chosen:
    """The turns of a meeting that a question is about.

    Attributes:
        record: The minutes.
        sections: The numbers of the sections that it names; empty for all.
        turns: The turns in these.
        offices: The offices that it names; empty for any.
        of_office: The turns of those who hold them, all turns where it names none.
    """

    record: DocumentRecord
    sections: Sequence[str]
    turns: Sequence[Utterance]
    offices: Sequence[str]
    of_office: Sequence[Utterance]


def _chosen(query: Query, record: DocumentRecord, library: Library) -> _Chosen | None:
    """The turns; None where the question holds words that choose none of them."""
    text = fold(query.completed)
    headings, sections = _headings(text, record, query.mentions.sections, library)
    offices, holders = entries_of_office(query, library.catalog.roster(record.id))
    named = (re.compile(re.escape(office)) for office in offices)
    if left_over(query, library, (*headings, *named, *_KNOWN)):
        return None
    turns = _turns(record, sections, library)
    names = {entry.name for entry in holders}
    own = [turn for turn in turns if not offices or turn.attribution.person in names]
    return _Chosen(record, sections, turns, offices, own)


def _is_nameless(unit: Unit) -> bool:
    return isinstance(unit, Utterance) and unit.attribution.basis is Basis.NONE


def _speakers(chosen: _Chosen, text: str) -> list[Claim]:
    """Who spoke, or who spoke first, third, last."""
    turns = chosen.of_office
    if not turns:
        return _nobody_known(chosen) if chosen.offices else []
    place = place_named(text, len(turns))
    return _listed(chosen.record, turns) if place is None else _one([turns[place]])


def _counted(chosen: _Chosen) -> list[Claim]:
    """How many turns there are, and whose."""
    if not chosen.turns:
        return []
    counts = _counts(chosen.record, chosen.sections, chosen.turns)
    return [*counts, *_listed(chosen.record, chosen.turns)]


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


def _most_often(chosen: _Chosen) -> list[Claim]:
    """Who of those that are known speaks in most turns, and how many name nobody."""
    record, turns = chosen.record, chosen.of_office
    known = [turn for turn in turns if turn.attribution.person]
    tally = Counter(turn.attribution.person or "" for turn in known)
    most = max(tally.values(), default=0)
    first = [name for name, count in tally.items() if count == most]
    own = [tuple(turn for turn in known if turn.attribution.person == name) for name in first]
    text = phrase(
        "{place}の発言のうち、発言者が分かるもの（推定を含む。）で最も多いのは、{people}（{count}件）"
        "です。",
        place=wording.document_place(record),
        people=joined("、", first),
        count=most,
    )
    places = tuple(_start(turn) for turns_of_one in own for turn in turns_of_one)
    claims = [Claim(text, places, tallies=tuple(own))] if first else []
    nameless = [turn for turn in turns if turn.attribution.basis is Basis.NONE]
    return [*claims, *(_nameless(record, turns, len(nameless)) if nameless else ())]


def _nobody_known(chosen: _Chosen) -> list[Claim]:
    """That no turn is known to be of one who holds the offices."""
    text = phrase(
        "{place}の発言のうち、「{role}」に当たる者の発言と分かるものはありません。",
        place=wording.document_place(chosen.record),
        role=joined("」「", chosen.offices),
    )
    unknown = sum(map(_is_nameless, chosen.turns))
    nameless = _nameless(chosen.record, chosen.turns, unknown) if unknown else ()
    return [Claim(text, (), Layout.NOTE), *nameless]


def _nameless(record: DocumentRecord, turns: Sequence[Utterance], count: int) -> tuple[Claim]:
    text = phrase(
        "{place}の発言{total}件のうち、{count}件は発言者名の記載も手掛かりもなく、誰の発言か特定できません。",
        place=wording.document_place(record),
        total=len(turns),
        count=count,
    )
    return (Claim(text, (), Layout.NOTE),)


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
        claims += _nameless(record, turns, len(nameless))
    return claims
