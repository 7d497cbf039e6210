"""Finds the questions that are asked one after the other: 「When was it, and who came?」."""

from __future__ import annotations

import re

from assistant.query import Language
from assistant.understanding.clauses import BESIDES, sentences_asked
from assistant.understanding.kinds import question_language
from assistant.understanding.mentions import fold

_AUXILIARY = (
    r"(?:did|do|does|was|were|is|are|has|have|had|can|could|will|would|should|must)"
    r"(?:n't| not)?"
)
_BEFORE = r"(?:in|on|at|by|to|for|from|until|within|after|before|under|with|about|of)"
_ASKING = (
    rf"(?:(?:{_BEFORE} )?(?:what|which|whom|how)|who|when|where|why"
    rf"|{_AUXILIARY})"
)
_NEXT = re.compile(rf"(?:,?\s+and\s+|[?;]\s+(?:and\s+)?)(?={_ASKING}\b)", re.IGNORECASE)
_ASKED = re.compile(rf"\b{_ASKING}\b", re.IGNORECASE)
# one thing asked in two words: when and where, held and until when
_ONE_THING = re.compile(
    r"\bheld,? and (?:when|where|(?:at |on )?what (?:time|date|day))\b"
    r"|\bcompare\b|\bdiffer\w*\b|\band how many (?:from|by|of|in|at|on|came)\b",
    re.IGNORECASE,
)
_WHEN_AND_WHERE = re.compile(r"\b(when|where) and (when|where)\b", re.IGNORECASE)
# a count of comments lists them anyhow
_WHICH_ONES = re.compile(
    r"(?<=[?\s,])\s*(?:and )?which (?:ones?|of them|comments)"
    r"(?: (?:is|are|was|were) (?:it|they|those|these))?\s*\?*$",
    re.IGNORECASE,
)
# what a reply says of a wish holds the reason as well
_REASON_TOO = re.compile(
    r"(?P<outcome>\b(?:grant|accept|adopt|approv|heed|reflect|reject|refus|declin|dismiss|incorporat"
    r"|taken|turned|revis|chang)\w*\b[^?]*?),?\s+and (?:why(?: not)?|(?:on|for) what "
    r"(?:grounds?|reasons?)|what (?:was|were) the (?:grounds?|reasons?))\s*\?*$",
    re.IGNORECASE,
)
_FEWEST_WORDS = 3  # of the first: 「when and where」 is no question of its own
_AND_ALSO = re.compile(
    r"(?<=[か？?。])\s*(?:あと|それと|それから|ついでに|加えて|また|併せて|あわせて)[、,]?\s*"
)


_INTERROGATIVE = r"(?:何|誰|だれ|どなた|ど[このれう]|どんな|いつ|いくつ|いくら|幾つ|なぜ)"
_ANY_INTERROGATIVE = re.compile(rf"{_INTERROGATIVE}|どうして|それぞれ|、[^、]*も(?:教え|示し|$)")
_WHEN = re.compile(r"(?:何年)?何月何日|何年何月|何時何分")
_ASKS_IN_ENGLISH = re.compile(r"\b(?:what|which|who|when|where|why|how)\b", re.IGNORECASE)
_MEANING_AND_MORE = re.compile(
    r"(?P<term>(?:^|(?<=[、はのでう]))「[^「」]{2,30}」|^[^、。「」]{2,30}?)とは"
    r"(?:何|どんなもの|どういうもの|どのようなもの|どんな意味|どういう意味)(?:のこと)?(?:(?:で|であり|ですか|か)、|(?:です)?か[。?]\s*)"
    rf"(?P<more>[^。]*{_INTERROGATIVE}[^。]*)$"
)
_NAMED = r"(?:正式な?名称|正式名|意味|定義|略称|英語名)"
_NAME_AND_MORE = re.compile(
    rf"^(?P<term>「[^「」]{{2,30}}」|[^、。「」]{{2,30}}?)の"
    rf"(?:(?P<one>{_NAMED})と、?(?P<other>[^、。と]{{1,16}}?)(?:は|を|って|も?教え|[?？]|$)"
    rf"|(?P<first>[^、。のと]{{1,10}})と(?P<name>{_NAMED}))"
)
# 「警察からの出席者は誰で、何を言ったか」
_WHO_AND_WHAT = re.compile(
    r"^(?P<who>(?P<body>[^、。はが]{2,24}?)(?:から)?の(?:出席者|参加者|人|方|委員|代表者?)は)"
    r"(?:誰|だれ|どなた)で、?(?P<more>[^。]*(?:何|どう|どんな)[^。]*)$"
)


def questions_asked(question: str, *, following: bool) -> tuple[str, ...]:
    """The questions asked, in their order; the whole question where it is but one.

    Args:
        question: As asked.
        following: Whether it follows earlier turns, which may complete each of them.
    """
    if question_language(question) is Language.JAPANESE:
        if not following:
            return (question,)
        first, more = sentences_asked(fold(question).rstrip("。 "))
        return (first, more) if more else tuple(filter(None, _AND_ALSO.split(question)))
    if _ONE_THING.search(question):
        return (question,)
    bare = _REASON_TOO.sub(r"\g<outcome>", _WHICH_ONES.sub("", question))
    first, *others = filter(None, _NEXT.split(_WHEN_AND_WHERE.sub(r"\1 & \2", bare)))
    first, *others = (one.replace(" & ", " and ") for one in (first, *others))
    if len(first.split()) < _FEWEST_WORDS or not _ASKED.search(first):
        return (question,)
    # what stands before a question is told from it by its mark
    return tuple(one if one.rstrip().endswith("?") else f"{one}?" for one in (first, *others))


def joined_questions(completed: str) -> tuple[str, ...]:
    """The two questions that one sentence joins; the whole question where it is but one.

    「Xとは何で、どこで使うのか」 and 「Xの意味と任期」 ask for a meaning and for something more.
    What the second says no more is carried over from the first.

    Args:
        completed: A question in Japanese, completed from the history.
    """
    question = fold(completed)
    meaning = _MEANING_AND_MORE.search(question.rstrip("。?？ "))
    if meaning:
        term = meaning["term"]
        more = re.sub(rf"^{BESIDES}、?", "", meaning["more"])
        return f"{term}とは何ですか", f"{term}は、{more}"
    named = _NAME_AND_MORE.search(question)
    if named:
        term, *asked = filter(None, named.groups())
        one, other = (f"{term}の{what}は何ですか" for what in asked)
        return one, other
    who = _WHO_AND_WHAT.search(question)
    if who:
        return f"{who['who']}誰ですか", f"{who['body']}の人は{who['more']}"
    return (question,)


def asks_one_thing(question: str) -> bool:
    """Whether a question has no more than one interrogative: not 「何人で、どこから来たか」."""
    words = len(_ANY_INTERROGATIVE.findall(_WHEN.sub("いつ", fold(question))))
    return words <= 1 and len(_ASKS_IN_ENGLISH.findall(question)) <= 1
