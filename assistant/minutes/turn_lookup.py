"""Answers about a turn of talk that the question names by its number: 「第39回の4(2)の発言5」."""

from __future__ import annotations

from assistant.answers import Claim, Draft, Reference, Status
from assistant.lookup import quote_start, quoted
from assistant.query import Query, QuestionKind
from assistant.wording import frames as wording
from index.documents import Basis, UnitKind, Utterance
from index.library import Library

_LONGEST = 1500  # characters of a turn that is asked for by its number


def look_up_turns(query: Query, library: Library) -> Draft | None:
    """Who speaks in the turns that are named, and their words."""
    turns = named_turns(query, library)
    if not turns:
        return None
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


def _about(turn: Utterance) -> list[Claim]:
    words = quote_start(turn.passage, _LONGEST)
    return [Claim(wording.turn(turn), (Reference(turn, words),)), quoted(turn, words)]
