"""The place in a list that a question asks for: the first, the third, the last."""

from __future__ import annotations

import re

_KANJI = {digit: value for value, digit in enumerate("一二三四五六七八九十", start=1)}
_NTH = re.compile(
    r"(?P<back>(?:後ろ|下|末尾|最後)から)?(?P<number>\d+|[一二三四五六七八九十])(?:番目?|人目)(?!号)"
)
_FIRST = re.compile(r"最初|筆頭|先頭|一番上|トップ")
_LAST = re.compile(r"最後|末尾|一番下")


def place_named(question: str, length: int) -> int | None:
    """The index from 0, or from the end if negative; None where no place of the list is named.

    Args:
        question: The question.
        length: How many the list holds.
    """
    nth = _NTH.search(question)
    if nth:
        number = _KANJI.get(nth["number"]) or int(nth["number"])
        place = -number if nth["back"] else number - 1
    elif _LAST.search(question):
        place = -1
    elif _FIRST.search(question):
        place = 0
    else:
        return None
    return place if -length <= place < length else None
