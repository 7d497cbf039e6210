"""Spaced-out letters: `お は よ う` is one word."""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.text.characters import JAPANESE

_LETTER = re.compile(rf"[{JAPANESE}]")
_ALONE = re.compile(rf"(?<!\S)[{JAPANESE}](?!\S)")
# Two letters may be a name, three a list of choices: four are a word. On a page that is
# set so throughout, any run is.
_RUN = re.compile(rf"(?<!\S)[{JAPANESE}](?:[ 　][{JAPANESE}]){{3,}}(?!\S)")
_ANY_RUN = re.compile(r"(?<!\S)\S(?:[ 　]\S)+(?!\S)")
_SPACED_PAGE = 0.6  # share of Japanese letters that stand alone
_FEWEST_LETTERS = 30  # on less a page says nothing about how it is set


@dataclass(frozen=True, slots=True)
class Joined:
    """A run of letters that was joined: its place in the result, and how it was."""

    start: int
    end: int
    original: str


def join_spaced_letters(text: str) -> tuple[str, tuple[Joined, ...]]:
    """The text without the spaces between the letters of one word, and what was joined."""
    letters = len(_LETTER.findall(text))
    alone = len(_ALONE.findall(text))
    spaced = letters >= _FEWEST_LETTERS and alone >= _SPACED_PAGE * letters
    pieces: list[str] = []
    runs: list[Joined] = []
    done = length = 0
    for match in (_ANY_RUN if spaced else _RUN).finditer(text):
        word = re.sub("[ 　]", "", match.group())
        start = length + match.start() - done
        runs.append(Joined(start, start + len(word), match.group()))
        pieces += [text[done : match.start()], word]
        length, done = start + len(word), match.end()
    return "".join([*pieces, text[done:]]), tuple(runs)
