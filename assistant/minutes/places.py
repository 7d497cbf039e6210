"""The place in a list that a question asks for: the first, the third, the last."""

from __future__ import annotations

import re

from assistant.understanding.numerals import value_of

_NTH = re.compile(
    r"(?P<back>(?:後ろ|下|末尾|最後)から)?(?P<number>\d+|[一二三四五六七八九十])(?:番目?|人目|[つ個件]目)(?!号)"
)
_FIRST = re.compile(r"最初|筆頭|先頭|[一1]番(?:上|初め)|トップ|(?<=の)頭(?=の|に|は|$)")
_LAST = re.compile(r"最後|末尾|[一1]番下|しんがり")
_SEVERAL = re.compile(
    r"(?:(?P<back>(?:後ろ|下|末尾|最後|しんがり)(?:から|の))|(?:上|最初|先頭|頭|はじめ|初め)(?:から|の))"
    r"(?P<number>\d+|[一二三四五六七八九十])(?:人|名|件|つ|個)(?!目)"
)


def place_named(question: str, length: int) -> int | None:
    """The index from 0, or from the end if negative; None where no place of the list is named.

    Args:
        question: The question.
        length: How many the list holds.
    """
    if _SEVERAL.search(question):
        return None
    nth = _NTH.search(question)
    if nth:
        number = _number(nth)
        place = -number if nth["back"] else number - 1
    elif _LAST.search(question):
        place = -1
    elif _FIRST.search(question):
        place = 0
    else:
        return None
    return place if -length <= place < length else None


def several_named(question: str, length: int) -> range | None:
    """The places from 0 that 「上から五人」 asks for; None where no part of the list is named.

    Args:
        question: The question.
        length: How many the list holds.
    """
    several = _SEVERAL.search(question)
    if several is None:
        return None
    number = _number(several)
    return range(length)[-number:] if several["back"] else range(length)[:number]


def _number(match: re.Match[str]) -> int:
    return value_of(match["number"])
