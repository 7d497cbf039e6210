"""Answers to 「宇田川委員は何と述べましたか」: the turns that are that person's.

Only turns whose attribution names the person are shown, each with its ground. Where the
minutes print no names, the answer says so instead of guessing from what was said.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from assistant.answers import Claim, Draft, Layout, Reference, Status
from assistant.lookup import quote_start, quoted
from assistant.minutes.places import place_of_turn
from assistant.minutes.subjects import (
    SPEAKING,
    is_called_by_office,
    is_subject,
    people_speaking,
    without_subject,
)
from assistant.passages.evidence import rank_sentences
from assistant.passages.quoting import whole_turns
from assistant.query import Query, QuestionKind
from assistant.understanding.focus import focus_on
from assistant.understanding.mentions import fold
from assistant.understanding.named_policy import named_policy
from assistant.understanding.speaking import OPINION_TOLD
from assistant.wording import frames as wording
from assistant.wording.phrases import joined, phrase
from index.documents import DocumentKind, RosterEntry, UnitKind, Utterance
from index.library import Library
from index.stores.records import DocumentRecord

_ALL = re.compile(
    r"全部|全て|すべて|漏れなく|残らず|ひととおり|一通り|列挙|一覧|全発言|\ball\b|\bevery\b"
)
_ABOUT = re.compile(r"(?P<topic>[^、。はがで]{2,24}?)(?:について|に関し|に関する|をめぐ)")
# who answers, not whom: 「副議長が提案したことに対して議長はどうまとめたか」
_ANSWERED_TO = re.compile(r"^.*?(?:に対して?|を受けて?|を踏まえて?)(?:は|、)?")
_QUOTES = 3
_OF_THE_MATTER = 0.4  # share of the words held by the best sentence that another must hold
_START = 120  # characters of a turn that is shown by its beginning
_LENGTHS = {1: 800, 2: 400, 3: 240}  # the same where there are only so many turns


def answer_by_voice(query: Query, library: Library) -> Draft | None:
    """What a person of a roster said, where the question names that person."""
    if query.kind is QuestionKind.WHO or not SPEAKING.search(query.completed):
        return None
    asks_where = query.kind is QuestionKind.WHERE and not query.mentions.meetings
    if asks_where and named_policy(library).search(fold(query.completed)):
        return None  # what a policy says of somebody
    if query.kind in (QuestionKind.REPLIED, QuestionKind.OUTCOME):
        query = replace(query, completed=OPINION_TOLD.sub("", query.completed))
    rosters = [library.catalog.roster(record.id) for record in minutes_of(query, library)]
    before, asked = _answered(query.completed)
    named = [entry for roster in rosters for entry in people_speaking(asked, roster)]
    asking = [entry for roster in rosters for entry in people_speaking(before, roster)]
    behind = _behind(named, asking, library)
    if behind:
        return Draft(Status.ANSWERED, tuple(behind))
    if named and asking:
        query = replace(query, completed=asked)
    named = named or asking
    if not named:
        return _by_proxy(query, rosters, library)
    namesakes = _namesakes(query.completed, named)
    if namesakes:
        return _ambiguous(namesakes, query, library)
    claims = [claim for entry in named for claim in turns_of(entry, query, library)]
    if claims:
        return Draft(status_of(claims), tuple(claims))
    return Draft(Status.PARTIAL, tuple(nothing_known(entry, library) for entry in named))


def _answered(question: str) -> tuple[str, str]:
    """What was said before, and what is asked of whoever answered; "" for nothing before."""
    before = _ANSWERED_TO.match(question)
    return (before.group(), question[before.end() :]) if before else ("", question)


def _behind(
    named: Sequence[RosterEntry], asking: Sequence[RosterEntry], library: Library
) -> list[Claim]:
    """The turns of those named that stand right behind the turns of whom they answer."""
    asked = {turn.id for entry in asking for turn in turns_by(entry, library)}
    answers: list[Utterance] = []
    for entry in named:
        units = library.catalog.units_of(entry.id.partition("#")[0], UnitKind.UTTERANCE)
        behind = {turn.id for last, turn in pairwise(units) if last.id in asked}
        answers += [turn for turn in turns_by(entry, library) if turn.id in behind]
    return [claim for turn in answers for claim in _whole(turn)]


def status_of(claims: Sequence[Claim]) -> Status:
    """Partial where it begins with the note that the matter is not touched on."""
    return Status.PARTIAL if claims[0].layout is Layout.NOTE else Status.ANSWERED


def _by_proxy(
    query: Query, rosters: Sequence[tuple[RosterEntry, ...]], library: Library
) -> Draft | None:
    """What those said who stood for the one who is named and was not there."""
    claims: list[Claim] = []
    for roster in rosters:
        away = [entry for entry in roster if not entry.attended and entry.proxy_for is None]
        for entry in away:
            proxies = [other for other in roster if other.proxy_for == entry.name]
            if proxies and is_subject(query.completed, entry):
                claims += [_sent(entry, proxies, library), *_spoken(proxies, query, library)]
    return Draft(Status.ANSWERED, tuple(claims)) if claims else None


def _spoken(entries: Sequence[RosterEntry], query: Query, library: Library) -> list[Claim]:
    return [
        claim
        for entry in entries
        for claim in turns_of(entry, query, library) or [nothing_known(entry, library)]
    ]


def _sent(entry: RosterEntry, proxies: Sequence[RosterEntry], library: Library) -> Claim:
    record = library.catalog.document(entry.id.partition("#")[0])
    text = phrase(
        "{place}の出席者の欄では、{person}本人は出席しておらず、{proxies}が代理で出席しています。",
        place=wording.document_place(record),
        person=entry.name,
        proxies=joined("・", (proxy.name for proxy in proxies)),
    )
    lines = (Reference(one, one.passage.strip()) for one in (entry, *proxies))
    return Claim(text, tuple(lines))


def minutes_of(query: Query, library: Library) -> list[DocumentRecord]:
    """The minutes that are named, all where none is."""
    held = [record for record in library.catalog.documents() if record.kind is DocumentKind.MINUTES]
    return [record for record in held if record.id in query.documents] or held


def _namesakes(question: str, named: list[RosterEntry]) -> list[RosterEntry]:
    """Those named, where the question calls several people by one family name; else nobody."""
    if len({entry.name for entry in named}) < 2 or any(e.name in question for e in named):
        return []
    titled = [entry for entry in named if is_called_by_office(question, entry)]
    if len({entry.name for entry in titled}) == 1 or _family(named) not in question:
        return []
    return named


def _family(named: list[RosterEntry]) -> str:
    """The letters with which all names begin; a space, which nothing holds, for none."""
    names = [entry.name for entry in named]
    alike = takewhile(_are_one, zip(*names, strict=False))
    return "".join(letters[0] for letters in alike) or " "


def _are_one(letters: tuple[str, ...]) -> bool:
    return len(set(letters)) == 1


def _ambiguous(named: list[RosterEntry], query: Query, library: Library) -> Draft:
    """All people of the name, each with what that one said."""
    note = phrase(
        "「{family}」という姓の出席者は{count}人います。どちらについての質問か、"
        "氏名で指定してください。",
        family=_family(named),
        count=len({entry.name for entry in named}),
    )
    claims = (Claim(note, (), Layout.NOTE), *_spoken(named, query, library))
    return Draft(Status.AMBIGUOUS, claims)


def turns_of(entry: RosterEntry, query: Query, library: Library) -> list[Claim]:
    """What one attendee said at that meeting, with how many turns that one has."""
    record = library.catalog.document(entry.id.partition("#")[0])
    return _turns(entry, record, query, library)


def _turns(
    entry: RosterEntry, record: DocumentRecord, query: Query, library: Library
) -> list[Claim]:
    """How many turns are the person's, and what they say."""
    turns = turns_by(entry, library)
    if not turns:
        return []
    place = place_of_turn(fold(query.completed), len(turns))
    if place is not None:
        return _whole(turns[place])
    topic = without_subject(query.completed, entry)
    notes = untouched(turns, query, library)
    asked = replace(query, completed=topic)
    return [*notes, _lead(entry, record, turns), *told(turns, asked, library)]


def turns_by(entry: RosterEntry, library: Library) -> list[Utterance]:
    """The turns of a meeting that are known to be of one of its attendees."""
    units = library.catalog.units_of(entry.id.partition("#")[0], UnitKind.UTTERANCE)
    return [u for u in units if isinstance(u, Utterance) and u.attribution.person == entry.name]


def told(turns: list[Utterance], query: Query, library: Library) -> list[Claim]:
    """What turns say of the topic, else how each begins; and whose they are on what ground.

    Args:
        turns: The turns of somebody.
        query: What is asked of them, without the words that call that one.
        library: Holds them.
    """
    found = library.search(query.completed, within={turn.id for turn in turns}, limit=len(turns))
    scores = {hit.unit_id: hit.score for hit in found}
    ranked = rank_sentences(
        focus_on(query, library), [(turn, scores.get(turn.id, 0.0)) for turn in turns], library
    )
    least = _OF_THE_MATTER * max((one.coverage for one in ranked), default=0.0)
    of_it = [one for one in ranked[:_QUOTES] if one.coverage >= least]
    best = sorted(of_it, key=lambda one: (one.unit.locator.order, one.sentence.start))
    asks_for_all = _ALL.search(query.completed) is not None
    if len(turns) > 1 and not asks_for_all and least > 0:
        shown = {evidence.unit.id: evidence.unit for evidence in best}
        claims = whole_turns((quoted(one.unit, one.sentence) for one in best), least=1)
    else:
        shown = {turn.id: turn for turn in turns}
        longest = _LENGTHS.get(len(turns), _START)
        claims = [quoted(turn, quote_start(turn.passage, longest)) for turn in turns]
    grounds = [_ground(turn) for turn in shown.values() if isinstance(turn, Utterance)]
    left = len(turns) - len(shown)
    omitted = phrase("残りの{left}件の発言は省いています。", left=left)
    notes = [Claim(omitted, (), Layout.NOTE)] if left else []
    return [*claims, *grounds, *notes]


def untouched(turns: Sequence[Utterance], query: Query, library: Library) -> list[Claim]:
    """That no turn has a word of the matter that the question says they were about."""
    about = _ABOUT.search(fold(query.completed))
    if about is None:
        return []
    focus = focus_on(replace(query, completed=about["topic"]), library)
    if not focus.words or any(focus.coverage(turn.text) for turn in turns):
        return []
    text = phrase("この発言の中に、「{topic}」という語は見つかりません。", topic=about["topic"])
    return [Claim(text, (), Layout.NOTE)]


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


def _whole(turn: Utterance) -> list[Claim]:
    return [_ground(turn), quoted(turn, quote_start(turn.passage, 800))]


def _ground(turn: Utterance) -> Claim:
    reference = Reference(turn, quote_start(turn.passage, _START))
    return Claim(wording.turn(turn), (reference,))


def nothing_known(entry: RosterEntry, library: Library) -> Claim:
    """That somebody attended of whom no turn is known to be."""
    record = library.catalog.document(entry.id.partition("#")[0])
    text = phrase(
        "{place}の出席者に{person}がいますが、この人の発言と特定できるものはありません。"
        "議事要旨に発言者名が記載されていないためです。",
        place=wording.document_place(record),
        person=wording.person(entry),
    )
    return Claim(text, (Reference(entry, entry.passage.strip()),))
