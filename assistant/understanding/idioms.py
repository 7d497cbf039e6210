"""Reads idioms of everyday speech as the words that official texts have for them."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

_OPENS = "(?<![一-鿿々ァ-ヶー0-9])"  # 資金がかかる is no 金がかかる


def plainly(question: str) -> str:
    """The question with each idiom put as official texts put it: 「手を組む」 is 「連携する」."""
    for idiom, words in _idioms():
        question = idiom.sub(words, question)
    return question


@cache
def _idioms() -> tuple[tuple[re.Pattern[str], str], ...]:
    lines = files(__package__).joinpath("idioms.tsv").read_text("utf-8").splitlines()
    pairs = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return tuple((re.compile(rf"{_OPENS}(?:{idiom})"), words) for idiom, words in pairs)
