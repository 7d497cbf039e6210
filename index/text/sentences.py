"""Sentences of Japanese prose, as passages that joined are the whole passage.

A full stop inside brackets ends nothing, a line end always does: in a unit's passage it
stands only where a paragraph, heading or list item ends. So an item (`・`, `①`) that
has a line of its own is a sentence of its own; `①` in running text is not a border.
"""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.documents import Passage

#: Closing bracket to the openings it may close; widths are mixed in extracted text.
_OPENINGS = {
    "」": "「", "』": "『", "）": "（(", ")": "（(", "】": "【", "〕": "〔", "］": "［[",
    "]": "［[", "〉": "〈", "》": "《", "”": "“",
}  # fmt: skip
_ALL_OPENINGS = frozenset("".join(_OPENINGS.values()))
_STOPS = "。｡！？!?"
# `．` is a full stop behind Japanese and before no digit (５．２ is a number).
_WIDE_POINT = r"(?<=[ぁ-ゖァ-ヺ一-鿿])．(?![0-9０-９])"
_CANDIDATE = re.compile(rf"\n\s*|[。｡！？]|[!?](?=\s|$)|{_WIDE_POINT}|[）)]")
_TAIL = re.compile(rf"[{_STOPS}．]*[{re.escape(''.join(_OPENINGS))}]*\s*")


def split_sentences(passage: Passage) -> tuple[Passage, ...]:
    """Split a passage into sentences.

    White space behind a sentence belongs to it. Joined, the result is the passage.
    """
    borders = [0, *_borders(passage.text), len(passage.text)]
    return tuple(
        passage.slice(start, end) for start, end in itertools.pairwise(borders) if start < end
    )


def _borders(text: str) -> Iterator[int]:
    """Offsets at which a new sentence begins."""
    enclosing = _brackets(text)
    start = 0
    for match in _CANDIDATE.finditer(text):
        if match.start() < start or not _ends_sentence(text, match.start(), start, enclosing):
            continue
        start = match.end()
        if match.group()[0] != "\n" and (tail := _TAIL.match(text, start)):
            start = tail.end()
        yield start


def _ends_sentence(text: str, place: int, start: int, enclosing: list[int | None]) -> bool:
    """Whether the stop, line end or closing bracket at `place` ends what began at `start`."""
    if text[place] in "）)":
        # `（Aを除く。）` between two sentences is one of its own.
        begins = start + len(text[start:place]) - len(text[start:place].lstrip())
        return enclosing[place] == begins and text[place - 1] in _STOPS
    return text[place] == "\n" or enclosing[place] is None


def _brackets(text: str) -> list[int | None]:
    """For each character the opening of the outermost bracket pair around it, if any.

    Only pairs count, and only within a line: an unclosed bracket encloses nothing.
    """
    enclosing: list[int | None] = [None] * len(text)
    stack: list[int] = []
    for place, character in enumerate(text):
        if character == "\n":
            stack.clear()
        elif character in _ALL_OPENINGS:
            stack.append(place)
        elif character in _OPENINGS:
            opened = _pop(stack, text, _OPENINGS[character])
            if opened is not None:
                enclosing[opened : place + 1] = [opened] * (place + 1 - opened)
    return enclosing


def _pop(stack: list[int], text: str, openings: str) -> int | None:
    """Take the last of `openings`, and what was left open inside it, off the stack."""
    for depth in range(len(stack) - 1, -1, -1):
        if text[stack[depth]] in openings:
            opened = stack[depth]
            del stack[depth:]
            return opened
    return None
