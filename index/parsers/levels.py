"""Open headings: where a number may stand, and the full number it makes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.ids import normalise_section
from index.parsers.marks import CONTAINERS, Mark, Style, marks_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.parsers.lines import Line


@dataclass(frozen=True, slots=True)
class Level:
    """One open heading: its mark, its full number, and its line as printed."""

    mark: Mark | None
    number: str
    heading: str


Path = tuple[Level, ...]


def numbered_level(parents: Path, mark: Mark, heading: str) -> Level:
    """The level that a numbered heading opens below `parents`."""
    return Level(mark, full_number(parents, mark), heading.strip())


def named_level(heading: str) -> Level:
    """The level of a heading without a number, such as はじめに."""
    return Level(None, normalise_section(heading), heading.strip())


def full_number(parents: Path, mark: Mark) -> str:
    """The number that names a heading in its document, e.g. `5.2.3(1)ii`, `第3章2(1)`."""
    above = list(parents)
    if mark.style is Style.ARTICLE:
        above = [level for level in above if level.mark is None]  # 附則, no chapters
    if mark.style is Style.DECIMAL and len(mark.values) > 1:
        while above and above[-1].mark and above[-1].mark.style is Style.DECIMAL:
            above.pop()  # 5.2.3 says 5.2 itself
        if above and above[-1].mark and above[-1].mark.values == mark.values[:1]:
            above.pop()  # and 2.1 below 第2章 says the chapter
    prefix = above[-1].number if above else ""
    clash = re.search(r"[A-Za-z]-[A-Za-z0-9]|[0-9]-[0-9]", f"{prefix[-1:]}-{mark.number[:1]}")
    circled = mark.style is Style.CIRCLED
    own = mark.number if circled else normalise_section(mark.number)
    return f"{prefix}-{own}" if clash else f"{prefix}{own}"


def place(path: Path, mark: Mark, *, gaps: int = 0) -> Path | None:
    """The open headings above `mark` if it may stand after `path`, None if it may not.

    Args:
        path: Headings open so far.
        mark: The number of the next heading.
        gaps: How many numbers may be missing before it.
    """
    if mark.style is Style.DECIMAL and len(mark.values) > 1:
        return _place_decimal(path, mark, gaps)
    for depth in reversed(range(len(path))):
        open_mark = path[depth].mark
        if open_mark is None:
            break
        if open_mark.key == mark.key and not _is_inner_article(open_mark, mark):
            return path[:depth] if follows(open_mark.values, mark.values, gaps) else None
        if open_mark.style is mark.style is Style.ARTICLE:
            return path[:depth] if mark.values > open_mark.values else None
    if mark.values[-1] > 1 + gaps:
        return None
    if mark.style in CONTAINERS:
        return above_container(path, mark)
    return path


def _is_inner_article(open_mark: Mark, mark: Mark) -> bool:
    return mark.style is Style.ARTICLE and len(open_mark.values) != len(mark.values)


def follows(before: tuple[int, ...], after: tuple[int, ...], gaps: int = 0) -> bool:
    """Whether `after` is the next number, `gaps` missing ones allowed."""
    same = before[:-1] == after[:-1]
    return same and before[-1] < after[-1] <= before[-1] + 1 + gaps


def above_container(path: Path, mark: Mark) -> Path:
    """The open headings that may hold a container such as 第2節 or 第4条."""
    rank = CONTAINERS.index(mark.style)
    depth = 0
    for level in path:
        named = level.mark is None
        if not (named or _rank(level) < rank):
            break
        depth += 1
    return path[:depth]


def _rank(level: Level) -> int:
    styles = CONTAINERS
    style = level.mark.style if level.mark else styles[0]
    return styles.index(style) if style in styles else len(styles)


def _place_decimal(path: Path, mark: Mark, gaps: int) -> Path | None:
    """Where `5.2.3` goes: beside `5.2.2`, below `5.2`, or below a chapter 5."""
    size = len(mark.values)
    for depth in reversed(range(len(path))):
        other = path[depth].mark
        if other is None:
            break
        if other.style is not Style.DECIMAL and other.style not in CONTAINERS:
            continue
        if other.style is Style.DECIMAL and len(other.values) == size:
            return path[:depth] if follows(other.values, mark.values, gaps) else None
        if other.values == mark.values[:-1] and mark.values[-1] <= 1 + gaps:
            return path[: depth + 1]
        if other.style is Style.DECIMAL and len(other.values) < size:
            return None
    if mark.values[1:] == (1,) * (size - 1) and not path:
        return ()
    return None


def list_items(lines: Sequence[Line]) -> frozenset[int]:
    """Places of items 1, 2, 3 … that follow each other line by line, no text between.

    Items from 1 on are a list even with blank lines between them; others only without.
    """
    marks = [marks_of(line.stripped) for line in lines]
    items: set[int] = set()
    for position in range(1, len(lines)):
        pairs = [
            (before, after)
            for before in marks[position - 1]
            for after in marks[position]
            if before.key == after.key and follows(before.values, after.values)
        ]
        tight = lines[position].gap == 0
        if any(tight or before.values[-1] == 1 or position - 1 in items for before, _ in pairs):
            items |= {position - 1, position}
    return frozenset(items)
