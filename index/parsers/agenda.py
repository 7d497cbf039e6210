"""Agenda items: lists under 【決定事項】, and numbered headings that end in （決定）."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.parsers.lines import ends_sentence

if TYPE_CHECKING:
    from index.parsers.lines import Line

#: As lists and brackets print them, and as `AgendaItem.category` names them.
_CATEGORIES = {
    "討議": "討議事項",
    "審議": "審議事項",
    "協議": "協議事項",
    "議決": "議決事項",
    "決定": "決定事項",
    "報告": "報告",
    "説明": "説明",
    "意見交換": "意見交換",
    "その他": "その他",
}
_NAMES = "|".join(_CATEGORIES)
_HEADING = re.compile(
    rf"[【〔\[＜<《〈(（■◆]\s*(?P<name>{_NAMES})(?:事項)?\s*[】〕\]＞>》〉)）]?[：:]?"
)
_IN_BRACKETS = re.compile(rf"[(（]\s*(?P<name>{_NAMES})(?:事項|案件)?\s*[)）]\s*$")
_ITEM = re.compile(r"\s*(?:[-－–・○〇●]\s*|[①-⑳]\s*|[(（]?[0-9０-９]{1,2}[)）.．、]\s*){1,2}(?=\S)")


@dataclass(frozen=True, slots=True)
class AgendaEntry:
    """One item of a list: its category, its lines, how much of the first is its mark."""

    category: str
    lines: tuple[Line, ...]


def category_heading(text: str) -> str | None:
    """The category that a line such as 【決定事項】 opens."""
    match = _HEADING.fullmatch(text.strip())
    return _CATEGORIES[match["name"]] if match else None


def category_in_brackets(title: str) -> str | None:
    """The category that a heading ends with, such as `…について（決定）`."""
    match = _IN_BRACKETS.search(title)
    return _CATEGORIES[match["name"]] if match else None


def item_mark(line: Line) -> int:
    """Length of the mark that makes a line an item of an agenda list, 0 where it is none."""
    match = _ITEM.match(line.text)
    return match.end() if match and not ends_sentence(line.text) else 0
