"""The place in a list that a question asks for: the first, the third, the last."""

from __future__ import annotations

import re

from assistant.understanding.numerals import value_of

_NTH = re.compile(
    r"(?P<back>(?:後ろ|下|末尾|最後)から)?(?P<number>\d+|[一二三四五六七八九十])(?:番目?|人目|[つ個件][目め])(?!号|[最多少上下後初])"
)
_FIRST = re.compile(
    r"最初|冒頭|開会|(?:挨拶|あいさつ)で始ま|筆頭|先頭|[一1]番(?:上|初め)|トップ|(?<=の)頭(?=の|に|は|$)"
)
_LAST = re.compile(r"最後|末尾|[一1]番下|しんがり")
_AT_THE_END = re.compile(r"締め(?:の|くく|括)|結び|閉会")
#: One of several remarks, by its place.
PLACE = rf"(?:最[初後]|(?:{_AT_THE_END.pattern})り?|[\d一二三四五六七八九十]+(?:番目?|[つ回]目))"
_PLACED = re.compile(
    rf"{PLACE}(?:に(?!残|挙げ)|の?(?:発言|意見|挨拶|言葉|説明|提案|指摘|要望|質問))|締め(?:くく|括)"
)
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


def place_of_turn(question: str, length: int) -> int | None:
    """The index of the turn of a speaker that is asked for by its place among these.

    The words with which somebody closes are the last. None where no turn is named by its place.

    Args:
        question: The question.
        length: How many turns the speaker has.
    """
    placed = _PLACED.search(question)
    return place_named(_AT_THE_END.sub("最後", placed.group()), length) if placed else None


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
