"""Answers about a turn of talk that the question names by its number: 「第39回の4(2)の発言5」."""

from __future__ import annotations

import re

from assistant.answers import Claim, Draft, Reference, Status
from assistant.lookup import quote_start, quoted
from assistant.query import Query, QuestionKind
from assistant.understanding.mentions import fold
from assistant.wording import frames as wording
from assistant.wording.phrases import phrase
from index.documents import Basis, UnitKind, Utterance
from index.library import Library

# what was answered to a turn: 「発言11への返事は」「発言11に何と答えたか」
_IS_ANSWERED = re.compile(
    r"(?:発言|段落)\d+(?:に|へ)(?:の|は|も|対)?[^。]{0,12}?(?:返事|返答|回答|答え|応答|反応)"
)
_LONGEST = 1500  # characters of a turn that is asked for by its number


def look_up_turns(query: Query, library: Library) -> Draft | None:
    """Who speaks in the turns that are named, and their words."""
    turns = named_turns(query, library)
    if not turns:
        return None
    if query.kind is QuestionKind.REPLIED and _IS_ANSWERED.search(fold(query.completed)):
        return _behind(turns[-1], library)
    claims = [claim for turn in turns for claim in _about(turn)]
    nameless = all(turn.attribution.basis is Basis.NONE for turn in turns)
    partly = nameless and query.kind is QuestionKind.WHO
    return Draft(Status.PARTIAL if partly else Status.ANSWERED, tuple(claims))


def named_turns(query: Query, library: Library) -> tuple[Utterance, ...]:
    """The turns of the named meetings that have a number which the question names."""
    mentions = query.mentions
    if not mentions.turns or not mentions.meetings:
        return ()
    return tuple(
        unit
        for document in query.documents
        for unit in library.catalog.units_of(document, UnitKind.UTTERANCE)
        if isinstance(unit, Utterance)
        and unit.number in mentions.turns
        and (not mentions.sections or unit.locator.section in mentions.sections)
    )


def _behind(turn: Utterance, library: Library) -> Draft | None:
    """The turn behind one: minutes do not mark what is the answer to what."""
    document = turn.id.partition("#")[0]
    later = [
        unit
        for unit in library.catalog.units_of(document, UnitKind.UTTERANCE)
        if isinstance(unit, Utterance) and unit.locator.order > turn.locator.order
    ]
    following = min(later, key=lambda unit: unit.locator.order, default=None)
    if following is None or following.locator.section != turn.locator.section:
        return None
    words = quote_start(following.passage, _LONGEST)
    references = (Reference(turn, quote_start(turn.passage, 60)), Reference(following, words))
    text = phrase("{label}のすぐ後の発言は、次のとおりです。", label=turn.label)
    ground = Claim(wording.turn(following), (Reference(following, words),))
    return Draft(Status.ANSWERED, (Claim(text, references), quoted(following, words), ground))


def _about(turn: Utterance) -> list[Claim]:
    words = quote_start(turn.passage, _LONGEST)
    return [Claim(wording.turn(turn), (Reference(turn, words),)), quoted(turn, words)]
