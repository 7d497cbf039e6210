"""Numbers from one to ten, as people write them before a counter: 「3つ」, 「三つ」."""

from __future__ import annotations

_VALUES = {digit: value for value, digit in enumerate("一二三四五六七八九十", start=1)}
_DIGITS = {value: digit for digit, value in _VALUES.items()}


def value_of(number: str) -> int:
    """A number in digits of half width, or one to ten in kanji.

    Raises:
        ValueError: It is neither.
    """
    return _VALUES.get(number) or int(number)


def either_way(number: int) -> str:
    """A regular expression for a number in digits, or in kanji up to ten."""
    return f"(?:{number}|{_DIGITS.get(number, number)})"
