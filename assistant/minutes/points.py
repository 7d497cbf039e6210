"""The point of a remark that is asked for by its number: 「発言2の4点目は」.

Whoever makes several points numbers them aloud: 第一に, 2点目は.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.answers import Claim, Draft, Layout, Reference, Status
from assistant.lookup import quote_start, quoted
from assistant.minutes.turn_lookup import named_turns
from assistant.query import Query
from assistant.understanding.mentions import fold
from assistant.understanding.numerals import value_of
from assistant.wording import frames as wording
from assistant.wording.phrases import phrase
from index.documents import Passage, Utterance
from index.library import Library
from index.text.sentences import split_sentences

_DIGIT = r"(?P<number>\d|[一二三四五六七八九])"
#: A point asked for by its number, behind the name of a remark.
ASKED_POINT = re.compile(rf"(?<![\d第]){_DIGIT}\s*(?:つ目|点目|番目)")
_OF_A_TURN = re.compile(rf"(?:発言|段落)\d+の(?:うち、?)?{ASKED_POINT.pattern}")
_MARKS = re.compile(
    r"^(?:(?:まず|次に)、?)?(?:第(?P<number>[\d一二三四五六七八九])(?:に|は|点)"
    r"|(?P<of>[\d一二三四五六七八九])(?:点目|つ目|番目)|(?P<last>最後に))"
)


def nth_point(query: Query, library: Library) -> Draft | None:
    """The sentences of one numbered point of a remark; a refusal where it has fewer."""
    asked = _OF_A_TURN.search(fold(query.completed))
    turns = named_turns(query, library) if asked else ()
    if asked is None or len(turns) != 1:
        return None
    turn, number = turns[0], value_of(asked["number"])
    points = dict(points_of(turn))
    if number in points:
        words = quote_start(points[number])
        text = phrase("{label}の{number}点目は、次のとおりです。", label=turn.label, number=number)
        said_by = Claim(wording.turn(turn), (Reference(turn, words),))
        lead = Claim(text, (Reference(turn, words),))
        return Draft(Status.ANSWERED, (lead, quoted(turn, words), said_by))
    if not points or number <= max(points):
        return None
    last = quote_start(points[max(points)])
    note = phrase(
        "{label}で番号を付けて挙げられているのは{count}点目までです。",
        label=turn.label,
        count=max(points),
    )
    lead = Claim(
        phrase("{count}点目は、次のとおりです。", count=max(points)), (Reference(turn, last),)
    )
    return Draft(Status.PREMISE_WRONG, (Claim(note, (), Layout.NOTE), lead, quoted(turn, last)))


def points_of(turn: Utterance) -> Iterator[tuple[int, Passage]]:
    """The numbered points of a remark, each up to the next or to the end of its paragraph."""
    start, number, end = 0, 0, 0
    for sentence in split_sentences(turn.passage):
        here = turn.text.find(sentence.text, end)
        match = _MARKS.match(fold(sentence.text.strip()))
        if match and match["last"] and not number:
            match = None
        if number and (match or "\n" in turn.text[end:here]):
            yield number, turn.passage.slice(start, end).strip()
            number = number + 1 if match and match["last"] else 0
            start = here
        if match and not match["last"]:
            start, number = here, value_of(match["number"] or match["of"])
        end = here + len(sentence.text)
    if number:
        yield number, turn.passage.slice(start, end).strip()
