"""One of what was listed: 「2番目」「もう一つの意見」."""

from __future__ import annotations

import re

from assistant.understanding.followups import cues
from assistant.understanding.followups.naming import unit_name
from assistant.understanding.followups.neighbours import counted_with
from assistant.understanding.followups.sets import PAIR, listed
from assistant.understanding.followups.turns import Conversation
from assistant.understanding.numerals import value_of
from index.documents import Comment, Unit

_SAME_SENDER = re.compile(cues.SAME_SENDER)


def one_of(question: str, talk: Conversation) -> str | None:
    """「2番目」: the question with the name of the one that is meant."""
    question = cues.AMONG.sub("", question)
    same = _SAME_SENDER.match(question)
    question = question[same.end() :] if same else question
    match = cues.ORDINAL.search(question)
    if match is None:
        return None
    items = _of_sender(talk.comments()[0], talk) if same and talk.comments() else ()
    items = items or counted_with(talk) or listed(talk)
    items = items if len(items) >= PAIR or match.start() else talk.list_before()
    place = _place(match)
    if len(items) < PAIR or not -len(items) <= place < len(items):
        return None
    return question[: match.start()] + unit_name(items[place]) + question[match.end() :]


def the_other(question: str, talk: Conversation) -> str | None:
    """「もう一つの意見」: of two that were listed, or sent by one, that not spoken of since."""
    match = cues.THE_OTHER.search(question)
    now = talk.last.named.items
    if match is None or len(now) != 1:
        return None
    for pair in (
        *(turn.named.items for turn in reversed(talk.turns[:-1])),
        _of_sender(now[0], talk),
    ):
        if len(pair) == PAIR and now[0] in pair:
            other = pair[0] if pair[1] == now[0] else pair[1]
            return question[: match.start()] + unit_name(other) + question[match.end() :]
    return None


def _of_sender(unit: Unit, talk: Conversation) -> tuple[Unit, ...]:
    """All that the sender of a comment sent."""
    if not isinstance(unit, Comment):
        return ()
    return talk.vocabulary.library.catalog.comments_by(unit.submitter)


def _place(match: re.Match[str]) -> int:
    number = match["number"]
    if number:
        return value_of(number) - 1
    return 0 if match["first"] else -1
