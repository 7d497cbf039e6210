"""Answers to 「防衛省は何と述べたか」「議長からの指示の要点は」: the turns of a body or a role.

The role is one that the heading above a turn names; the body is one for which somebody of
that meeting's roster speaks.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.answers import Claim, Draft, Reference
from assistant.lookup import quote_start, quoted
from assistant.minutes.ministries import ministries_named
from assistant.minutes.subjects import SPEAKING, SUBJECT
from assistant.minutes.voices import status_of, told, untouched
from assistant.passages.values import asked_value
from assistant.query import Query, QuestionKind
from assistant.understanding.focus import focus_on
from assistant.understanding.mentions import fold
from assistant.wording import frames as wording
from assistant.wording.phrases import joined, phrase
from index.documents import Basis, DocumentKind, UnitKind, Utterance
from index.library import Library
from index.parsers.offices import office_parts, organisations
from index.stores.records import DocumentRecord

_SHOWN = 120  # characters of a turn that shows a count
_LONGEST = 800  # characters of a turn that is shown whole
_BEHIND = 2  # paragraphs that go on where turns are not marked
_BRACKETS = re.compile(r"[()・、\s]+")
_AT_CLOSE = re.compile(r"締め?(?:括|くく)り")
_BESIDE = r"(?:(?:と|や|、|及び|・)[一-鿿ァ-ヶー]{2,16}?)*"  # 「外務省と防衛省は」
_AT = r"第\d+回(?:[と、]第\d+回)*(?:の?会[合議])?(?:で|における)?"
_OF_ROLE = rf"(?:{SUBJECT}|による|からの|締め|冒頭|の(?:締め|冒頭)|指示|挨拶|あいさつ)"
_ASKED = re.compile(rf"{SPEAKING.pattern}|指示|あいさつ|締め|講評")


def answer_by_role(query: Query, library: Library) -> Draft | None:
    """What a body, or who is named by a role alone, said at the meetings that are named."""
    text = _alike(query.completed)
    if query.kind is QuestionKind.WHO or not query.mentions.meetings or query.people:
        return None
    if not _ASKED.search(text) or query.mentions.turns:
        return None
    claims: list[Claim] = []
    for document in query.documents:
        record = library.catalog.document(document)
        if record.kind is DocumentKind.MINUTES:
            claims += _under_heading(text, record, library) or _of_body(
                text, query, record, library
            )
    return Draft(status_of(claims), tuple(claims)) if claims else None


def _alike(text: str) -> str:
    return _AT_CLOSE.sub("締め括り", fold(text))


def _turns(record: DocumentRecord, library: Library) -> list[Utterance]:
    units = library.catalog.units_of(record.id, UnitKind.UTTERANCE)
    return [unit for unit in units if isinstance(unit, Utterance)]


def _under_heading(text: str, record: DocumentRecord, library: Library) -> list[Claim]:
    """The turns whose heading names the role that a question names."""
    return [
        claim
        for turn in _turns(record, library)
        if turn.attribution.basis is Basis.HEADING and _names(text, turn)
        for claim in _whole(turn)
    ]


def _names(text: str, turn: Utterance) -> bool:
    """Whether a question names the role, or the sort of remark that its heading says it is."""
    heading = _alike(turn.attribution.evidence)
    role = _alike(turn.attribution.label or "")
    roles = [part for part in _BRACKETS.split(role) if len(part) > 1]
    remark = heading.replace(role, "").removeprefix("からの").strip()
    named = any(re.search(rf"(?<![一-鿿]){re.escape(part)}{_OF_ROLE}", text) for part in roles)
    return named or (len(remark) > len("挨拶") and remark in text)


def _whole(turn: Utterance) -> list[Claim]:
    words = quote_start(turn.passage, _LONGEST)
    lead = phrase("{label}に、次の記載があります。", label=turn.label)
    reference = (Reference(turn, words),)
    return [Claim(lead, reference), quoted(turn, words), Claim(wording.turn(turn), reference)]


def _of_body(text: str, query: Query, record: DocumentRecord, library: Library) -> list[Claim]:
    """The turns of those who speak for the body that is the subject of a question."""
    roster = library.catalog.roster(record.id)
    for ministry in ministries_named(text, roster):
        text = text.replace(ministry.written, f"{ministry.stem}省")
    bodies = {
        body
        for entry in roster
        for office in entry.offices
        for body in (*organisations(office), *office_parts(office))
        if re.search(
            rf"(?<![一-鿿ァ-ヶー]){re.escape(body)}側?(?:の?{_AT})?{_BESIDE}{SUBJECT}", text
        )
    }
    turns = [turn for turn in _turns(record, library) if _speaks_for(turn, bodies)]
    value = asked_value(text)
    if not turns or (value and not any(value.found_in(turn.text, text) for turn in turns)):
        return []
    topic = re.sub("|".join(map(re.escape, bodies)), " ", text)
    lead = phrase(
        "{place}で「{body}」の立場の発言と認められる（推定を含む。）のは{count}件です。",
        place=wording.document_place(record),
        body=joined("」「", sorted({body for body in bodies if body in text})),
        count=len(turns),
    )
    first = Reference(turns[0], quote_start(turns[0].passage, _SHOWN))
    return [
        *untouched(turns, query, library),
        Claim(lead, (first,), counted=tuple(turns)),
        *told(turns, replace(query, completed=topic), library),
        *_going_on(turns, topic, query, record, library),
    ]


def _going_on(
    turns: Sequence[Utterance], topic: str, query: Query, record: DocumentRecord, library: Library
) -> list[Claim]:
    """Paragraphs behind those turns that have more of the matter, where turns are not marked.

    Whose they are the minutes do not tell, which each of them says.
    """
    focus = focus_on(replace(query, completed=topic), library)
    least = max(focus.coverage(turn.text) for turn in turns)
    found: list[Utterance] = []
    is_behind = False
    for turn in _turns(record, library):
        if turn.is_turn or turn.attribution.basis is not Basis.NONE:
            is_behind = not turn.is_turn and turn in turns
        elif is_behind and focus.coverage(turn.text) > least:
            found.append(turn)
    return [claim for turn in found[:_BEHIND] for claim in _whole(turn)]


def _speaks_for(turn: Utterance, bodies: set[str]) -> bool:
    by = turn.attribution
    return by.basis is not Basis.NONE and (
        by.office in bodies or bool(organisations(by.office or "") & bodies)
    )
