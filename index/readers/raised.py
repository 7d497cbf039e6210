"""Raised small digits: footnote marks and exponents that a PDF prints above the line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_SUPERSCRIPTS = dict(zip("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹", strict=True))
_LINE_END = "\r\n"


@dataclass(frozen=True, slots=True)
class Glyph:
    """Height of a character and its base line, counted upwards in the same unit."""

    height: float
    base: float

    def is_raised_beside(self, other: Glyph) -> bool:
        """Whether this is a small letter set above the base line of `other`."""
        if not other.height:
            return False
        rise = (self.base - other.base) / other.height
        return self.height < 0.8 * other.height and 0.1 < rise < 0.9


def raise_digits(characters: Sequence[str], glyph: Callable[[int], Glyph]) -> list[str]:
    """The characters with raised digits as superscripts.

    Without this the mark of 「詐欺³は87件」 reads as a number in the sentence. The result
    has one string for each character. It is "" for the line end between a mark that the
    reader put on a line of its own and the note that it opens.

    Args:
        characters: The characters of a page in reading order, line ends among them.
        glyph: Gives the glyph of the character at a place; called only for digits and
            the letter beside them.
    """
    result = list(characters)
    for place, character in enumerate(characters):
        beside = _letter_beside(characters, place) if character in _SUPERSCRIPTS else None
        if beside is None or not glyph(place).is_raised_beside(glyph(beside)):
            continue
        result[place] = _SUPERSCRIPTS[character]
        for between in range(place + 1, beside):
            if characters[between] in _LINE_END:
                result[between] = ""
    return result


def _letter_beside(characters: Sequence[str], place: int) -> int | None:
    """The nearest character before it on the line, or else behind it, that is a letter.

    Behind it also on the next line, where there is nothing else on its own.
    """
    for step, most_line_ends in ((-1, 0), (1, 1)):
        at = place + step
        line_ends = 0
        while 0 <= at < len(characters) and line_ends <= most_line_ends:
            if characters[at] not in _SUPERSCRIPTS and not characters[at].isspace():
                return at
            line_ends += characters[at] == "\n"
            at += step
    return None
