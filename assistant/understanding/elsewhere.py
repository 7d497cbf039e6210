"""Documents that a question for a place leaves out: 「第2回のほかに、どの文書に書いてあるか」."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.query import Query, QuestionKind
from assistant.understanding.mentions import find_mentions
from assistant.understanding.vocabulary import Vocabulary

_LEFT_OUT = re.compile(
    r"(?P<place>[^、。はがをも]{2,30}?)(?:の(?:ほか|他|外)(?:に(?:は|も)?|で(?:は|も)?)?"
    r"|以外の(?=ど)|以外(?:の(?:文書|資料|ところ|場所))?(?:に(?:は|も)?|で(?:は|も)?|だと)?|を除(?:いて|くと|けば))、?"
)


def looked_for_elsewhere(query: Query, vocabulary: Vocabulary) -> Query:
    """The query without the documents that it leaves out, where it asks for a place."""
    match = _LEFT_OUT.search(query.completed)
    if match is None or query.kind is not QuestionKind.WHERE:
        return query
    mentions = find_mentions(match["place"])
    held = mentions.meetings and vocabulary.meetings_held(mentions.meetings, match["place"])
    named = vocabulary.documents_named(match["place"])
    left_out = held or named or vocabulary.places.documents_by_short_name(match["place"])
    if not left_out:
        return query
    catalog = vocabulary.library.catalog
    units = [unit.id for document in left_out for unit in catalog.units_of(document)]
    others = (number for number in query.mentions.meetings if number not in mentions.meetings)
    return replace(
        query,
        completed=f"{query.completed[: match.start()]}{query.completed[match.end() :]}",
        mentions=replace(query.mentions, meetings=tuple(others)),
        documents=tuple(one for one in query.documents if one not in left_out),
        apart_from=(*query.apart_from, *units),
    )
