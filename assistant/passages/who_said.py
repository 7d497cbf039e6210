"""Answers to who said or sent something: the turns and comments that come closest, with names.

A name is given only where the words that stand under it speak of what is asked. A turn that
takes up what others proposed (「…という御提案は」) is not the proposal.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.answers import Claim, Draft, Layout, Reference, Status
from assistant.passages.evidence import Evidence
from assistant.passages.quoting import quotes_of
from assistant.passages.refusal import refuse
from assistant.passages.reported_by import asks_who_reported, reporter_untold
from assistant.passages.shortfall import Lack, Shortfall
from assistant.query import Query
from assistant.understanding.focus import Focus
from assistant.understanding.mentions import fold
from assistant.understanding.speaking import ASKS_FOR_A_BODY, ASKS_FOR_SENDER
from assistant.wording import frames as wording
from assistant.wording.phrases import phrase
from index.documents import Basis, Comment, SubmitterKind, Unit, Utterance
from index.library import Library
from index.text.keys import find_quote

_AS_CLOSE = 0.9  # share of the best turn's score that makes another turn worth showing
_AS_CLOSE_OF_SEVERAL = 0.75  # the same, where the question takes for granted that several did
_SEVERAL = re.compile(
    r"(?:誰|だれ|どなた)と(?:誰|だれ|どなた)|どこと(?:どこ|、)|\d+(?:者|社|団体)はどこ"
)
# 「最初に持ち出した委員」 asks for the earliest of those who spoke of it
_ASKS_FOR_THE_FIRST = re.compile(
    r"(?:最初に|初めに|初めて|真っ先に|先に)[^。、「」]{1,16}[ただ](?:の(?:は|って)|人|方|者|委員|構成員)"
)
# 「…を求めた委員の名前は」
_OF_A_ROLE = re.compile(
    r"[ただるい](?P<role>委員|構成員|議員|大臣|政務官|局長|部長|課長|室長|長官|教授|副?市長)"
    r"(?:は|って|の(?:お?名前|氏名)|を|、|[?？。]?$)"
)
_SPEAKERS = 3
_QUOTES = 3
# Of the questions for a speaker among all cases, who was named rightly held 0.24 and more of
# the telling words, who was named wrongly 0.19 at most.
_LEAST_HELD_BY_NAMED = 0.2
_LEAST_BESIDE_BEST = 0.5  # the same, as a share of what stands in the unit that has most
_LEAST_OF_PROPOSAL = 0.6  # the same of an earlier turn, where this one takes up a proposal
_LEAST_OF_FIRST = 0.78  # the same of the earliest turn on a matter
_LEAST_OF_FIRST_CLOSE = 0.7  # share of the best turn's score that this one must have

_TURNS_TO_OTHERS = r"(?:提案|指摘|意見|要望|質問|お尋ね|発言|懸念)"
_TAKES_UP = re.compile(rf"(?:御|ご){_TURNS_TO_OTHERS}")
# 「…という提案を反映したいと述べたのは」 asks for whoever takes it up
_ASKS_WHO_TAKES_UP = re.compile(
    rf"{_TURNS_TO_OTHERS}(?:を(?!し|出|行|述べ)|に|は、?(?!誰|だれ|どなた))|注文|反映|応じ|答え|応え|受け(?:て|入れ|止め)"
    r"|引き(?:受け|取)|検討(?:する|したい)|約束"
)


@dataclass(frozen=True, slots=True)
class _Said:
    """A turn or comment that may be meant.

    Attributes:
        sentences: Its sentences, best first.
        held: Share of the question's telling words that it holds, 0 to 1.
        score: How well it answers, comparable within one question only.
    """

    sentences: tuple[Evidence, ...]
    held: float
    score: float

    @property
    def unit(self) -> Unit:
        return self.sentences[0].unit

    @property
    def is_named(self) -> bool:
        """Whether it tells who speaks; a comment always does."""
        unit = self.unit
        return not isinstance(unit, Utterance) or unit.attribution.basis is not Basis.NONE


def who_said(query: Query, focus: Focus, ranked: tuple[Evidence, ...], library: Library) -> Draft:
    """Who said what is asked for: the turn that fits best, and others that come close.

    The unit decides, not one sentence: a proposal is argued over several sentences, and
    who sums it up in one did not make it. Turns are shown in the order of the minutes.
    """
    said = _by_unit(focus, ranked)
    if ASKS_FOR_A_BODY.search(fold(query.completed)):
        bodies = [one for one in said if not _is_of_an_individual(one.unit)]
        if not bodies or _closeness(bodies[0], said[0]) < _AS_CLOSE:
            return _nobody(said, library)
        said = bodies
    if ASKS_FOR_SENDER.search(fold(query.completed)):
        said = _by_what_they_say(said)
    said = _of_role(said, query, library)
    if not _ASKS_WHO_TAKES_UP.search(fold(query.completed)):
        said = [one for one in said if not _takes_up(one, said)]
    if _ASKS_FOR_THE_FIRST.search(fold(query.completed)):
        said = _first_to_say(said, library)
    if asks_who_reported(query):
        below = _reporting(said)
        if not below and (untold := reporter_untold(query, focus, library)):
            return untold
        said = below or said
    best = said[0]
    share = _AS_CLOSE_OF_SEVERAL if _SEVERAL.search(query.completed) else _AS_CLOSE
    close = [one for one in said if _closeness(one, best) >= share][:_SPEAKERS]
    least = max(_LEAST_HELD_BY_NAMED, _LEAST_BESIDE_BEST * max(one.held for one in close))
    shown = [
        one
        for one in close
        if not one.is_named or (one.held >= least and _has_a_word(focus, one.unit))
    ]
    if not shown:
        return _nobody(said, library)
    claims = [claim for one in sorted(shown, key=_reading_order) for claim in _told(one)]
    if len(shown) > 1:
        note = phrase("質問に当てはまりうる箇所が{count}つあります。", count=len(shown))
        claims.insert(0, Claim(note, (), Layout.NOTE))
    # whoever else comes close did not say just this
    return Draft(Status.ANSWERED if shown[0].is_named else Status.PARTIAL, tuple(claims))


def _nobody(said: list[_Said], library: Library) -> Draft:
    """A refusal that offers what was found as reading."""
    units = tuple(one.unit for one in said)
    return refuse(Shortfall(Lack.SUPPORT), units, tuple(unit.id for unit in units), library)


def _is_of_an_individual(unit: Unit) -> bool:
    return isinstance(unit, Comment) and unit.submitter_kind is SubmitterKind.INDIVIDUAL


def _reporting(said: list[_Said]) -> list[_Said]:
    """The turns below a heading of reports that hold about as much of what is asked."""
    most = max((one.held for one in said), default=0.0)
    return [
        one
        for one in said
        if any("報告" in heading for heading in one.unit.locator.heading_path)
        and one.held >= _LEAST_OF_FIRST * most
    ]


def _has_a_word(focus: Focus, unit: Unit) -> bool:
    """Whether it has a telling word, or its meaning; a letter that words share is none."""
    return any(len(word) > 1 for word in focus.held(unit.text))


def _of_role(said: list[_Said], query: Query, library: Library) -> list[_Said]:
    """Those that may be of somebody with the role that is asked for; all where none may."""
    asked = _OF_A_ROLE.search(fold(query.completed))
    if asked is None:
        return said
    return [one for one in said if not _lacks_role(one.unit, asked["role"], library)] or said


def _lacks_role(unit: Unit, role: str, library: Library) -> bool:
    """Whether a turn is of a person whom the roster, which knows the role, does not give it."""
    person = unit.attribution.person if isinstance(unit, Utterance) else None
    roster = library.catalog.roster(unit.id.partition("#")[0]) if person else ()
    holders = [entry.name for entry in roster if any(role in office for office in entry.offices)]
    return bool(holders) and person not in holders


def _first_to_say(said: list[_Said], library: Library) -> list[_Said]:
    """The earliest turn of those that hold about as much of what is asked; all where none is."""
    most = max((one.held for one in said), default=0.0)
    turns = [
        one
        for one in said
        if isinstance(one.unit, Utterance)
        and one.held >= _LEAST_OF_FIRST * most
        and _closeness(one, said[0]) >= _LEAST_OF_FIRST_CLOSE
    ]
    dates = {record.id: record.date or "" for record in library.catalog.documents()}
    first = min(
        turns, key=lambda one: (dates[_reading_order(one)[0]], _reading_order(one)), default=None
    )
    return [first] if first else said


def _by_unit(focus: Focus, ranked: Sequence[Evidence]) -> list[_Said]:
    """The units as search ranks them."""
    found: dict[str, list[Evidence]] = {}
    for evidence in sorted(ranked, key=lambda evidence: evidence.unit_rank):
        found.setdefault(evidence.unit.id, []).append(evidence)
    return [
        _Said(tuple(one), focus.coverage(one[0].unit.text), one[0].unit_score)
        for one in found.values()
    ]


def _by_what_they_say(said: Sequence[_Said]) -> list[_Said]:
    """Comments by their best sentence; an opinion is put in one, and then argued for."""
    scored = [
        replace(one, score=max((e.score for e in one.sentences if is_own(e)), default=0.0))
        for one in said
    ]
    return sorted(scored, key=lambda one: -one.score)


def _takes_up(one: _Said, said: Sequence[_Said]) -> bool:
    """Whether it speaks of what an earlier turn of that meeting brought up."""
    closest = max(one.sentences, key=lambda evidence: evidence.coverage)
    if not isinstance(one.unit, Utterance) or not _TAKES_UP.search(closest.sentence.text):
        return False
    document, order = _reading_order(one)
    return any(
        place[0] == document and place[1] < order and other.held >= _LEAST_OF_PROPOSAL * one.held
        for other in said
        for place in [_reading_order(other)]
    )


def _closeness(one: _Said, best: _Said) -> float:
    return one.score / best.score


def _reading_order(one: _Said) -> tuple[str, int]:
    return one.unit.id.partition("#")[0], one.unit.locator.order


def _told(one: _Said) -> list[Claim]:
    """Who says the quoted words, then the words."""
    unit = one.unit
    own = [evidence for evidence in one.sentences if is_own(evidence)] or one.sentences
    quotes = sorted(own[:_QUOTES], key=lambda evidence: evidence.sentence.start)
    reference = (Reference(unit, quotes[0].sentence),)
    if isinstance(unit, Comment):
        text: str = phrase(
            "次の意見（{comment}）の提出者は{submitter}です。",
            comment=wording.comment_name(unit),
            submitter=unit.submitter,
        )
    else:
        text = wording.turn(unit) if isinstance(unit, Utterance) else f"{unit.label}: "
    return [Claim(text, reference), *quotes_of(quotes)]


def is_own(evidence: Evidence) -> bool:
    """Whether the words are the speaker's own, not the reply to a comment."""
    unit = evidence.unit
    return not isinstance(unit, Comment) or find_quote(evidence.sentence.text, unit.reply) is None
