"""Answers to 「宇田川委員は何と述べましたか」: the turns that are that person's.

Only turns whose attribution names the person are shown, each with its ground. Where the
minutes print no names, the answer says so instead of guessing from what was said.
"""

from __future__ import annotations

import re

from assistant import wording
from assistant.answers import Claim, Draft, Layout, Reference, Status
from assistant.evidence import rank_sentences
from assistant.focus import focus_on
from assistant.lookup import quote_start, quoted
from assistant.phrases import phrase
from assistant.query import Query, QuestionKind
from index.documents import DocumentKind, RosterEntry, UnitKind, Utterance
from index.library import Library
from index.stores.records import DocumentRecord

_SPEAKING = re.compile(
    r"発言|述べ|何と|言(?:って|い|っ|及)|主張|指摘|提案|説明し|挨拶|答え|要望|報告し"
)
_SUBJECT = r"(?=は|が|の(?:発言|意見|挨拶|説明|主張|提案)|による|から)"
_TITLE = r"(?:委員|構成員|議員|教授|大臣|政務官|局長|部長|課長|社長|会長|理事長|さん|氏|様)"
_QUOTES = 3
_START = 120  # characters of a turn that is shown by its beginning


def answer_by_voice(query: Query, library: Library) -> Draft | None:
    """What a person of a roster said, where the question names that person."""
    if query.kind is QuestionKind.WHO or not _SPEAKING.search(query.completed):
        return None
    claims: list[Claim] = []
    named: list[RosterEntry] = []
    for record in _minutes(query, library):
        for entry in _named(query.completed, library.catalog.roster(record.id)):
            named.append(entry)
            claims += _turns(entry, record, query, library)
    if not named:
        return None
    if claims:
        return Draft(Status.ANSWERED, tuple(claims))
    return Draft(Status.PARTIAL, tuple(_nothing(entry, library) for entry in named))


def _minutes(query: Query, library: Library) -> list[DocumentRecord]:
    held = [record for record in library.catalog.documents() if record.kind is DocumentKind.MINUTES]
    return [record for record in held if record.id in query.documents] or held


def _named(question: str, roster: tuple[RosterEntry, ...]) -> list[RosterEntry]:
    """The entries whose whole name, name with title, or office the question holds."""
    return [entry for entry in roster if entry.attended and _names(question, entry)]


def _names(question: str, entry: RosterEntry) -> bool:
    families = "|".join(re.escape(entry.name[:end]) for end in range(len(entry.name), 0, -1))
    offices = [
        office
        for printed in entry.offices
        for office in re.split(r"[・(（)）、]", printed)
        if len(office) > 1 and office not in ("委員", "構成員")
    ]
    titles = "|".join([_TITLE, *map(re.escape, offices)])
    alone = "|".join([re.escape(entry.name), *map(re.escape, offices)])
    pattern = rf"(?<![一-鿿])(?:(?:{families})(?:{titles})|{alone}){_SUBJECT}"
    return re.search(pattern, question) is not None


def _turns(
    entry: RosterEntry, record: DocumentRecord, query: Query, library: Library
) -> list[Claim]:
    """The person's turns: what they say of the topic, else how each begins."""
    turns = [
        unit
        for unit in library.catalog.units_of(record.id, UnitKind.UTTERANCE)
        if isinstance(unit, Utterance) and unit.attribution.person == entry.name
    ]
    if not turns:
        return []
    topic = re.sub(rf"{entry.name}|[一-鿿]{{1,4}}{_TITLE}", " ", query.completed)
    found = library.search(topic, within={turn.id for turn in turns}, limit=len(turns))
    scores = {hit.unit_id: hit.score for hit in found}
    ranked = rank_sentences(
        focus_on(query, library), [(turn, scores.get(turn.id, 0.0)) for turn in turns], library
    )
    best = sorted(ranked[:_QUOTES], key=lambda evidence: evidence.unit.locator.order)
    if len(turns) > 1 and ranked and ranked[0].coverage > 0:
        shown = {evidence.unit.id: evidence.unit for evidence in best}
        claims = [quoted(evidence.unit, evidence.sentence) for evidence in best]
    else:
        shown = {turn.id: turn for turn in turns}
        claims = [quoted(turn, quote_start(turn.passage, _START)) for turn in turns]
    grounds = [_ground(turn) for turn in shown.values() if isinstance(turn, Utterance)]
    left = len(turns) - len(shown)
    omitted = phrase("残りの{left}件の発言は省いています。", left=left)
    note = [Claim(omitted, (), Layout.NOTE)] if left else []
    return [_lead(entry, record, turns), *claims, *grounds, *note]


def _lead(entry: RosterEntry, record: DocumentRecord, turns: list[Utterance]) -> Claim:
    first = Reference(turns[0], quote_start(turns[0].passage, _START))
    place = wording.document_place(record)
    text = phrase(
        "{place}で{person}の発言と認められるのは{count}件です。",
        place=place,
        person=wording.person(entry),
        count=len(turns),
    )
    return Claim(text, (first,), counted=tuple(turns))


def _ground(turn: Utterance) -> Claim:
    reference = Reference(turn, quote_start(turn.passage, _START))
    return Claim(wording.turn(turn), (reference,))


def _nothing(entry: RosterEntry, library: Library) -> Claim:
    record = library.catalog.document(entry.id.partition("#")[0])
    text = phrase(
        "{place}の出席者に{person}がいますが、この人の発言と特定できるものはありません。"
        "議事要旨に発言者名が記載されていないためです。",
        place=wording.document_place(record),
        person=wording.person(entry),
    )
    return Claim(text, (Reference(entry, entry.passage.strip()),))
