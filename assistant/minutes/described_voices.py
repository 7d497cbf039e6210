"""Answers to 「消費者団体の人は何を求めたか」: the turns of whoever alone fits a description."""

from __future__ import annotations

import re

from assistant.answers import Draft, Status
from assistant.minutes.subjects import SPEAKING, described
from assistant.minutes.voices import minutes_of, nothing_known, status_of, turns_of
from assistant.query import Query, QuestionKind
from index.library import Library

# a body that is spoken of without its people may be meant as such: 「警察は何を求めるか」
_OF_A_MEETING = re.compile(
    r"会[合議](?![室所])|(?:の(?:人|方|委員|構成員|出席者)|さん|先生)(?:は|が|の|から)"
)


def answer_by_description(query: Query, library: Library) -> Draft | None:
    """What the one attendee said who is all that the subject of the question says."""
    text = query.completed
    if query.kind is QuestionKind.WHO or not SPEAKING.search(text):
        return None
    if query.submitters or query.people or query.mentions.comments or query.mentions.sections:
        return None
    if not (query.mentions.meetings or _OF_A_MEETING.search(text)):
        return None
    rosters = [library.catalog.roster(record.id) for record in minutes_of(query, library)]
    named = [entry for roster in rosters for entry in described(text, roster)]
    claims = [claim for entry in named for claim in turns_of(entry, query, library)]
    if claims:
        return Draft(status_of(claims), tuple(claims))
    if not (named and query.mentions.meetings):
        return None
    return Draft(Status.PARTIAL, tuple(nothing_known(entry, library) for entry in named))
