"""Totals that a document prints of itself: how many opinions, from whom, on what."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from index.documents import OfficialTotal
from index.parsers.lines import half_width

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.documents import Unit

_COUNTER = r"件|者|人|名|通|団体|社"
_BOTH = re.compile(
    r"(?P<label>[^\s:]*総数)[:\s]*(?P<senders>[0-9,]+)\s*(?P<who>者|人|名)から(?P<count>[0-9,]+)\s*件"
)
_NESTED = re.compile(rf"[0-9,]+\s*(?P<counter>{_COUNTER})\s*\((?P<inner>[^()]*:[^()]*)\)")
_INNER = re.compile(rf"(?P<label>[^:、,]+):\s*(?P<count>[0-9,]+)\s*(?P<counter>{_COUNTER})?")
_LISTED = re.compile(
    rf"(?P<label>[^\s:、※・\-■][^:、\n]*?)(?::\s*|は(?=[0-9,]+\s*件))(?P<count>[0-9,]+)\s*(?P<counter>{_COUNTER})(?![か月])"
)
_WHOLE_LINE = re.compile(
    rf"[^\w「]*(?P<label>[^:\n]+?)(?::\s*|は(?=[0-9,]+\s*件))(?P<count>[0-9,]+)\s*(?P<counter>{_COUNTER})[^0-9]*"
)


def official_totals(unit: Unit) -> tuple[OfficialTotal, ...]:
    """The totals printed in a unit, in order, each label and counter once.

    `意見総数: 3者から9件` gives 意見総数 9件 and 意見提出者 3者; a bracket such as
    `9件(個人:2件、団体:7件)` gives one total for each group; so does a list of
    `…に係る意見:4件`.
    """
    found: dict[tuple[str, str], OfficialTotal] = {}
    for line in unit.text.splitlines():
        for label, count, counter in _totals_of(half_width(line)):
            total = OfficialTotal(label, count, counter, unit.id)
            found.setdefault((label, counter), total)
    return tuple(found.values())


def _totals_of(line: str) -> Iterator[tuple[str, int, str]]:
    rest = line
    for match in _BOTH.finditer(line):
        yield _label(match["label"]), _count(match["count"]), "件"
        yield "意見提出者", _count(match["senders"]), match["who"]
        rest = rest.replace(match.group(), "")
    for match in _NESTED.finditer(line):
        for pair in _INNER.finditer(match["inner"]):
            counter = pair["counter"] or match["counter"]
            yield _label(pair["label"]), _count(pair["count"]), counter
        rest = rest.replace(match.group(), "")
    listed = _WHOLE_LINE.fullmatch(rest.strip())
    for match in [listed] if listed else _LISTED.finditer(rest):
        yield _label(match["label"]), _count(match["count"]), match["counter"]


def _label(printed: str) -> str:
    return printed.strip(" ・-■※○●")


def _count(digits: str) -> int:
    return int(digits.replace(",", "") or 0)
