"""Reads idioms of everyday speech as the words that official texts have for them."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

_OPENS = "(?<![一-鿿々ァ-ヶー0-9])"  # 資金がかかる is no 金がかかる


def plainly(question: str) -> str:
    """The question with each idiom put as official texts put it: 「手を組む」 is 「連携する」."""
    for idiom, words in rewritings("idioms.tsv", opens=_OPENS):
        question = idiom.sub(words, question)
    return question


@cache
def rewritings(table: str, *, opens: str = "") -> tuple[tuple[re.Pattern[str], str], ...]:
    """The patterns of a table beside this file, each with the words put in its place.

    Args:
        table: Name of the file.
        opens: Pattern of what stands before each of them.
    """
    lines = files(__package__).joinpath(table).read_text("utf-8").splitlines()
    pairs = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return tuple((re.compile(rf"{opens}(?:{pattern})"), words) for pattern, words in pairs)
