"""Dates in Japanese text, in the era and the Western calendar, and relative ones.

The recogniser is our own; eras come from japanera and kanji numerals from kanjize, which
only this file imports. A mention is as precise as it is printed:

| printed | iso |
|---|---|
| 平成26年5月19日, 平成二十六年五月十九日, H26.5.19, 2014/5/19 | `2014-05-19` |
| 平成26年（2014年）5月, 2014年5月下旬 | `2014-05` |
| 平成元年, 1989年 | `1989` |
| 平成26年度, 2014年度, 今年度: a fiscal year, April 2014 to March 2015 | `FY2014` |
| 昨年6月, 本年, 先月, 今月末, 本日: counted from the reference date | as above |
| 同年6月: of the year mentioned before it | `2014-06` |

末, 上旬 and the like stay in the surface and do not change the iso form; a day that does
not exist is left out of it. ISO 8601 has no fiscal years, hence `FY`. Words that point to
another mention (前年, 翌月) or mean an age (今日, 2020年代) are no dates.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

_HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
_ERAS = ("明治", "大正", "昭和", "平成", "令和")
_LETTERS = dict(zip("MTSHR", _ERAS, strict=True))
_FIRST_FISCAL_MONTH = 4

_YEARS = {"再来": 2, "来": 1, "今": 0, "本": 0, "一昨": -2, "昨": -1, "去": -1}
_MONTHS = {"再来": 2, "来": 1, "今": 0, "本": 0, "先々": -2, "先": -1}
_DAYS = {"明": 1, "本": 0, "一昨": -2, "昨": -1}

_NUMBER = r"(?:\d{1,2}|[二三四五六]?十[一二三四五六七八九]?|[一二三四五六七八九])"
_CENTURIES = r"(?<!\d)(?:1[89]|20)\d\d"
_WEST = rf"(?P<west>{_CENTURIES}|(?:一[八九]|二〇)[〇一二三四五六七八九]{{2}})"
_ERA = rf"(?P<era>{'|'.join(_ERAS)}) *(?P<era_year>元|{_NUMBER})"
_DAY = rf"(?: *(?P<day>{_NUMBER}) *日(?!間))"
_VAGUE = r"(?:末|初め|初頭|上旬|中旬|下旬)?"
_MONTH = rf"(?P<month>{_NUMBER}) *月(?!間)(?:{_DAY}|{_VAGUE})"
# `平成26年（2014年）5月`: the same year in the other calendar.
_NOTE = r"(?: *\([^()\n]{2,9}\) *)?"
_AFTER_YEAR = rf" *年(?:(?P<fiscal> *度)|{_NOTE} *の? *{_MONTH}|(?!代|間){_VAGUE})"
_SHORT_ERA = rf"(?:(?<![A-Za-z])(?P<era>[MTSHR]|{'|'.join(_ERAS)}) *(?P<era_year>\d{{1,2}}))"
_SHORT_REST = r"(?P<separator>[./-])(?P<month>\d{1,2})(?P=separator)(?P<day>\d{1,2})(?![./-]?\d)"
_ALONE = r"(?<![一-鿿])"


def _one_of(name: str, offsets: dict[str, int]) -> str:
    return rf"{_ALONE}(?P<{name}>{'|'.join(offsets)})"


_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:{_ERA}|{_WEST}){_AFTER_YEAR}",
        rf"(?:{_SHORT_ERA}|(?<![./-])(?P<west>{_CENTURIES})){_SHORT_REST}",
        _one_of("years", _YEARS) + _AFTER_YEAR,
        _one_of("months", _MONTHS) + rf"月(?![額例])(?:{_DAY}|{_VAGUE})",
        _one_of("days", _DAYS) + r"日(?!香)",
        rf"(?P<same>同) *年 *の? *{_MONTH}",
    )
)


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date, month, year or fiscal year that a text mentions.

    Attributes:
        start: Its first character in the text.
        end: One past its last character.
        iso: `2014-05-19`, `2014-05`, `2014` or `FY2014`.
        surface: As printed.
        relative: Whether it was counted from the reference date or another mention.
    """

    start: int
    end: int
    iso: str
    surface: str
    relative: bool


def find_dates(text: str, reference: date | None = None) -> tuple[DateMention, ...]:
    """All dates a text mentions, in order.

    Args:
        text: Any text; offsets count its characters.
        reference: The day from which 本年 or 先月 count, as a rule the document's own
            date. Without it relative dates are left out.
    """
    mentions: list[DateMention] = []
    for match in _matches(text.translate(_HALF_WIDTH)):
        iso = _iso(match.groupdict(), reference, mentions[-1].iso if mentions else None)
        if iso is not None:
            start, end = match.span()
            relative = not match.groupdict().keys() & {"era", "west"}
            mentions.append(DateMention(start, end, iso, text[start:end], relative))
    return tuple(mentions)


def _matches(plain: str) -> list[re.Match[str]]:
    """Matches of all patterns in order; of two that overlap the first, then the longer."""
    found = [match for pattern in _PATTERNS for match in pattern.finditer(plain)]
    kept: list[re.Match[str]] = []
    for match in sorted(found, key=lambda match: (match.start(), -match.end())):
        if not kept or match.start() >= kept[-1].end():
            kept.append(match)
    return kept


def _iso(groups: dict[str, str | None], reference: date | None, before: str | None) -> str | None:
    """The iso form of a match, None where it is relative to nothing known."""
    month, day = (_number(groups.get(name)) for name in ("month", "day"))
    if groups.get("era") or groups.get("west"):
        return _format(_printed_year(groups), month, day, groups.get("fiscal"))
    if groups.get("same"):
        year = _number(re.sub(r"\D", "", before[:6])[:4]) if before else None
        return None if year is None else _format(year, month, day)
    if reference is None:
        return None
    if years := groups.get("years"):
        fiscal = groups.get("fiscal")
        base = _fiscal_year(reference) if fiscal else reference.year
        return _format(base + _YEARS[years], month, day, fiscal)
    if months := groups.get("months"):
        count = reference.year * 12 + reference.month - 1 + _MONTHS[months]
        return _format(count // 12, count % 12 + 1, day)
    return (reference + timedelta(days=_DAYS[groups["days"] or "本"])).isoformat()


def _printed_year(groups: dict[str, str | None]) -> int:
    if era := groups.get("era"):
        return _first_years()[_LETTERS.get(era, era)] + (_number(groups["era_year"]) or 1) - 1
    return _number(groups["west"]) or 0


def _format(year: int, month: int | None, day: int | None, fiscal: str | None = None) -> str:
    if fiscal:
        return f"FY{year:04}"
    if month is None or not 1 <= month <= 12:
        return f"{year:04}"
    try:
        return date(year, month, day or 0).isoformat()
    except ValueError:
        return f"{year:04}-{month:02}"


def _fiscal_year(day: date) -> int:
    return day.year - (day.month < _FIRST_FISCAL_MONTH)


def _number(printed: str | None) -> int | None:
    if printed is None:
        return None
    if printed == "元":
        return 1
    if printed.isdigit():
        return int(printed)
    from kanjize import kanji2number

    return int(kanji2number(printed))


@cache
def _first_years() -> dict[str, int]:
    """The Western year of the first year of each modern era."""
    import japanera  # type: ignore[import-untyped]

    return {era.kanji: era.since.year for era in japanera.ERA_DATA_GENERAL if era.kanji in _ERAS}
