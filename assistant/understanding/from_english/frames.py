"""Puts an English question in the Japanese form that fits it.

The first form that fits decides; what it leaves open is put in Japanese word by word.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from assistant.understanding.from_english.form import COUNTERS, SAID, UNITS
from assistant.understanding.from_english.forms import FRAMES

_OPEN = ("x", "y", "z")
_STRANGER = re.compile(r"[A-Z][a-z]+")
_NUMBER_WORDS = "two three four five six seven eight nine ten"
_NUMBERS = dict(zip(_NUMBER_WORDS.split(), range(2, 11), strict=True))


def put(question: str, japanese: Callable[[str], str]) -> str:
    """The question in the Japanese form that fits it.

    Args:
        question: English, with its places and names in Japanese already.
        japanese: Puts words in Japanese.
    """
    for frame in FRAMES:
        match = frame.pattern.search(question)
        if match:
            return _filled(frame.japanese, match.groupdict(), japanese)
    return f"{japanese(question)}について教えてください"


def left_open(question: str) -> str:
    """What the form of a question leaves open; the whole of one that has no form."""
    for frame in FRAMES:
        match = frame.pattern.search(question)
        if match:
            open_words = (words for name, words in match.groupdict().items() if name in _OPEN)
            return " ".join(filter(None, open_words))
    return question


def _filled(form: str, groups: dict[str, str | None], japanese: Callable[[str], str]) -> str:
    x = japanese((groups.get("x") or groups.get("z") or "").strip())
    y = japanese((groups.get("y") or "").strip())
    if _STRANGER.fullmatch(y) and "何と述べ" in form:
        y = f"{y}氏"  # whom no document names: as a person, so that this can be said
    counted = groups.get("counter") or ""
    count = groups.get("count") or ""
    filled = form.format(
        x=x,
        y=y,
        verb=_of(SAID, groups.get("verb") or ""),
        counter=_of(COUNTERS, counted),
        noun=_noun(x, counted, japanese),
        count=_NUMBERS.get(count.casefold(), count),
    )
    return _tidy(filled)


def _noun(x: str, counted: str, japanese: Callable[[str], str]) -> str:
    """What is counted, where it is more than a unit or people in general."""
    if not counted or re.fullmatch(UNITS, counted, re.IGNORECASE):
        return ""
    return f"の{japanese(counted)}" if x else japanese(counted)


def _of(table: tuple[tuple[str, str], ...], words: str) -> str:
    return next(
        (japanese for form, japanese in table if re.fullmatch(form, words, re.IGNORECASE)), ""
    )


def _tidy(text: str) -> str:
    """Without particles that have nothing before them."""
    text = re.sub(r"^(?:を|に対する|に(?=反対)|について|は|の|で|、)+", "", text)
    text = text.replace("、は何と述べ", "、文書は何と述べ")
    text = re.sub(r"(?<=は)の(?=どこ)", "", text)
    text = re.sub(r"(?<=[1-9]\d)つ(?=の)", "", text)  # 13の分野, but 5つの目標
    return re.sub(r"(?<=は)(?P<topic>[^、。]+?)何と述べ", r"\g<topic>について何と述べ", text)
