"""Dates as Japanese documents print them, as ISO 8601."""

from __future__ import annotations

import re
from datetime import date

from index.parsers.lines import half_width

# The year before the first year of each era, so that 元年 is year 1.
_ERAS = {"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018}
_DATE = re.compile(
    rf"(?:(?P<era>{'|'.join(_ERAS)})\s*(?P<era_year>元|[0-9]{{1,2}})|(?P<year>(?:19|20)[0-9]{{2}}))"
    r"\s*年\s*(?P<month>[0-9]{1,2})\s*月(?:\s*(?P<day>[0-9]{1,2})\s*日)?"
)


def first_date(text: str) -> str | None:
    """The first date of a text, as `2014-05-19`, or `2014-05` where no day is printed.

    Era years and Western ones, full and half width, 元年; a date that no calendar holds
    (平成26年13月1日) is passed over.
    """
    for match in _DATE.finditer(half_width(text)):
        iso = _iso(match)
        if iso:
            return iso
    return None


def _iso(match: re.Match[str]) -> str | None:
    if match["year"]:
        year = int(match["year"])
    else:
        year = _ERAS[match["era"]] + (1 if match["era_year"] == "元" else int(match["era_year"]))
    try:
        day = date(year, int(match["month"]), int(match["day"] or 1))
    except ValueError:
        return None
    return day.isoformat() if match["day"] else f"{day:%Y-%m}"
