"""The words of a question that say what the reply to a comment says."""

from __future__ import annotations

import re

from assistant.comments.column_words import OutcomeAsked
from assistant.understanding.mentions import fold
from index.documents import Comment
from index.text.keys import search_key
from index.text.morphology import ContentWord

_REPLY = r"(?:回答|返答|返事|答え|考え方)"
#: What stands before it is what the reply says: 「…とのみ回答された」, 「…と返された」.
_REPLIED = re.compile(
    r"(?P<words>「[^「」]+」|[^「」、。]+?)(?<!意見)(?<!コメント)(?<!要望)(?<!内容)(?:などと|とのみ|とだけ|と|旨|旨が|趣旨)(?:の)?(?:して|いう|する)?(?:だけ)?"
    r"(?:回答|返答|返事|返(?:さ|し|っ|答)|答え|応じ|記(?:され|載)|書か|明記|述べ|され"
    r"|受け(?:止め|取)|扱|み?見?な[さし]|片[付づ]け|処理|分類|整理|記録|言わ)"
)
_ONLY = re.compile(r"(?:との?み|とだけ|のみ(?:を)?|だけ)(?:の)?(?:回答|返|答え|記|書)")
#: Words that the reply is said to hold to the letter: 「回答の書き出しが「…」となっている」.
_VERBATIM = re.compile(
    rf"{_REPLY}(?!者)[^「」。]{{0,14}}「(?P<after>[^「」]{{4,}})」"
    rf"|「(?P<before>[^「」]{{4,}})」(?:などと|とのみ|とだけ|という|との|と|で|から)[^「」、。]{{0,6}}{_REPLY}"
)
_AT_THE_START = re.compile(r"書き出し|書き始め|出だし|始ま(?:る|って|り)|冒頭|頭(?=が|に|の)")
#: The words by which a question says how the reply holds them.
HOW_IT_SAYS = (_AT_THE_START,)


def verbatim(text: str) -> tuple[str, bool]:
    """The words that the reply is said to hold, and whether it begins with them; "" for none."""
    match = _VERBATIM.search(text)
    if match is None:
        return "", False
    words = match["after"] or match["before"]
    return words, _AT_THE_START.search(text.replace(words, "")) is not None


def says(comment: Comment, words: str, *, at_the_start: bool) -> bool:
    """Whether the reply to a comment holds words to the letter, or begins with them."""
    reply, wanted = search_key(comment.reply.text), search_key(fold(words))
    return reply.startswith(wanted) if at_the_start else wanted in reply


def says_only(text: str) -> bool:
    """Whether the reply is said to say nothing else."""
    return _ONLY.search(text) is not None


def replied(text: str, words: tuple[ContentWord, ...]) -> tuple[ContentWord, ...]:
    """Those of the words that stand in what the reply is said to say."""
    spans = [match.span("words") for match in _REPLIED.finditer(text)]
    return tuple(w for w in words if any(start <= w.start < end for start, end in spans))


def said_by_the_outcome(text: str, asked: OutcomeAsked | None) -> list[tuple[int, int]]:
    """Where a reply is given whose words are those of an outcome: they say nothing more."""
    spans = [match.span("words") for match in _REPLIED.finditer(text)] if asked else []
    return [(start, end) for start, end in spans if asked and start <= asked.start < end]
