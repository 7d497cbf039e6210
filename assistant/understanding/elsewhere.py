"""Documents that a question leaves out, and those that it names only in passing.

「第2回のほかに、どの文書に書いてあるか」「第2回にも出てきますが、意見募集では誰が述べたか」
"""

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
# it stands there too, but is asked of something else
_IN_PASSING = re.compile(
    r"(?P<place>(?:第\d+回|[^、。はがをも]{2,20}?)(?:の(?:会合|会議|議論|議事要旨|議事録|本文|名簿))?)(?:に|で)も"
    r"[^、。]{1,16}?(?:が|けれども|けれど|けど)、(?=[^。]*(?:意見募集|パブコメ|パブリック・?コメント|第\d+回|戦略|方針"
    r"|会合|会議|議事要旨))"
)


def looked_for_elsewhere(query: Query, vocabulary: Vocabulary) -> Query:
    """The query without the documents that it leaves out, where it asks for a place."""
    passing = _IN_PASSING.search(query.completed)
    if passing and find_mentions(passing["place"]).meetings:
        return _without(passing, query, vocabulary, apart=False)
    match = _LEFT_OUT.search(query.completed)
    if match is None or query.kind is not QuestionKind.WHERE:
        return query
    return _without(match, query, vocabulary, apart=True)


def _without(match: re.Match[str], query: Query, vocabulary: Vocabulary, *, apart: bool) -> Query:
    """The query without the documents that a part of it names.

    Args:
        match: That part, with the name as its group `place`.
        query: The question as understood.
        vocabulary: The names the library holds.
        apart: Whether nothing of these documents may be named either.
    """
    mentions = find_mentions(match["place"])
    held = mentions.meetings and vocabulary.meetings_held(mentions.meetings, match["place"])
    named = vocabulary.documents_named(match["place"])
    left_out = held or named or vocabulary.places.documents_by_short_name(match["place"])
    if not left_out:
        return query
    catalog = vocabulary.library.catalog
    units = [u.id for document in left_out for u in catalog.units_of(document) if apart]
    others = (number for number in query.mentions.meetings if number not in mentions.meetings)
    return replace(
        query,
        completed=f"{query.completed[: match.start()]}{query.completed[match.end() :]}",
        mentions=replace(query.mentions, meetings=tuple(others)),
        documents=tuple(one for one in query.documents if one not in left_out),
        apart_from=(*query.apart_from, *units),
    )
