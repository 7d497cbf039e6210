"""How long something lasted, by the hours that are printed: 「17:20～18:15」 is 55 minutes."""

from __future__ import annotations

import re

from assistant.understanding.mentions import fold

_MINUTES_OF_AN_HOUR = 60
_HOUR = r"(\d{1,2})(?::|時)(\d{2})?分?"
_SPAN = re.compile(rf"{_HOUR}\s*(?:[~〜\-–—―ー]|から)\s*{_HOUR}")


def minutes_printed(text: str) -> tuple[int, ...]:
    """The minutes of each span of hours that a text prints, 1 or more.

    Args:
        text: As printed.
    """
    spans = (map(_number, match.groups()) for match in _SPAN.finditer(fold(text)))
    lasted = (
        _MINUTES_OF_AN_HOUR * (until_hour - from_hour) + until_minute - from_minute
        for from_hour, from_minute, until_hour, until_minute in spans
    )
    return tuple(minutes for minutes in lasted if minutes > 0)


def _number(digits: str | None) -> int:
    return int(digits or 0)
