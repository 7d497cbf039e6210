"""Dates of a sentence: the same day in either calendar counts as the same."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from assistant.answers import Fault
from assistant.sentence_checks.grounds import Finding, Ground, holds
from index.text.eras import find_dates

_MONTH_NAMES = (
    "january february march april may june july august september october november december"
)
MONTHS = _MONTH_NAMES.split()
_MONTH = rf"(?P<month>{'|'.join(MONTHS)})"
_ENGLISH = (
    re.compile(rf"\b{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})\b", re.I),
    re.compile(
        rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH},?\s+(?P<year>\d{{4}})\b", re.I
    ),
    re.compile(rf"\b{_MONTH},?\s+(?P<year>\d{{4}})\b", re.I),
)
_ENGLISH_DAY = re.compile(
    rf"\b(?:{_MONTH}\s+(?P<day>\d{{1,2}})|(?P<first>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?"
    rf"{_MONTH.replace('month', 'behind', 1)})\b",
    re.IGNORECASE,
)
_MONTH_AND_DAY = re.compile(r"(?<!\d)(\d{1,2})月\s*(\d{1,2})日")
_ANY_DAY = date(2000, 1, 1)
_ISO = re.compile(r"(?<!\d)(\d{4})-(\d{2})(?:-(\d{2}))?(?!\d)")


@dataclass(frozen=True, slots=True)
class DateFound:
    """A date in a sentence: its iso form and its place."""

    iso: str
    start: int
    end: int


def dates_in(text: str) -> tuple[DateFound, ...]:
    """Dates of a folded text in their iso forms, Japanese and English ones.

    Those that count from another day (本年, 先月) are left out: a reader of the sentence
    cannot tell from which.
    """
    return tuple(_dates_in(text))


def _dates_in(text: str) -> Iterator[DateFound]:
    for mention in find_dates(text):
        if not mention.relative:
            yield DateFound(mention.iso, mention.start, mention.end)
    for match in _ISO.finditer(text):
        yield DateFound(match.group(), *match.span())
    for pattern in _ENGLISH:
        for match in pattern.finditer(text):
            groups = match.groupdict()
            month = MONTHS.index(groups["month"].casefold()) + 1
            iso = f"{groups['year']}-{month:02}"
            if groups.get("day"):
                iso += f"-{int(groups['day']):02}"
            yield DateFound(iso, *match.span())


def date_fault(text: str, grounds: Sequence[Ground]) -> Finding | None:
    """A date that no cited unit holds, nor a more exact one.

    Args:
        text: The sentence, folded by `search_key`.
        grounds: The cited units.
    """
    known = {iso for ground in grounds for iso in _known(ground)}
    for found in dates_in(text):
        if not any(iso == found.iso or iso.startswith(f"{found.iso}-") for iso in known):
            return Finding(Fault.DATE_NOT_FOUND, text[found.start : found.end])
    for mention in find_dates(text, _ANY_DAY):
        # 昨年 is true of the unit's own day only where the unit says it.
        if mention.relative and not holds(mention.surface, grounds):
            return Finding(Fault.DATE_NOT_FOUND, mention.surface)
    days = {pair for ground in grounds for pair in _MONTH_AND_DAY.findall(ground.words)}
    days |= {(str(int(iso[5:7])), str(int(iso[8:10]))) for iso in known if len(iso) == 10}
    stated = [(match.groups(), match.group()) for match in _MONTH_AND_DAY.finditer(text)]
    stated += [(_english_day(match), match.group()) for match in _ENGLISH_DAY.finditer(text)]
    for pair, surface in stated:
        if pair not in days:
            return Finding(Fault.DATE_NOT_FOUND, surface)
    return None


def _english_day(match: re.Match[str]) -> tuple[str, str]:
    month = (match["month"] or match["behind"]).casefold()
    return str(MONTHS.index(month) + 1), str(int(match["day"] or match["first"]))


def _known(ground: Ground) -> set[str]:
    found = {mention.iso for mention in find_dates(ground.words, ground.day)}
    found |= {match.group() for match in _ISO.finditer(ground.words)}
    return found | ({ground.document.date} if ground.document.date else set())
