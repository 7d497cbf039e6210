"""Page furniture: page numbers, running heads and end marks are no text."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from typing import TYPE_CHECKING

from index.documents import Page, RepairKind, SourceText
from index.parsers.lines import Line, half_width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.parsers.repairs import RepairLog

_DASHES = {ord(dash): "-" for dash in "‐‑‒–—―−－ー─"}
_PAGE_NUMBER = re.compile(
    r"[-\s~〜～<>＜＞|]*(?:p\.?|page)?\s*[0-9]{1,3}(?:\s*/\s*[0-9]{1,3})?\s*(?:頁|ページ)?[-\s~〜～<>＜＞|]*",
    re.IGNORECASE,
)
_BARE_NUMBER = re.compile(r"[0-9]{1,3}")
_RULE = re.compile(r"[-_=~―＿＝]{5,}")
_END_MARK = re.compile(r"[-\s~〜～(（【]*(?:以\s*上|了|終了?|以\s*下\s*余\s*白)[-\s~〜～)）】。]*")


def without_furniture(
    source: SourceText, lines: Sequence[Line], log: RepairLog
) -> tuple[Line, ...]:
    """The lines that are text: page numbers, running heads, rules and end marks go."""
    running = _running_lines(source.pages, lines)
    edges = _page_edges(lines)
    counted = _counted_lines(lines)
    kept: list[Line] = []
    for place, line in enumerate(lines):
        if _is_furniture(line, place in edges, place in counted, running):
            log.add(RepairKind.PAGE_FURNITURE, line.content, line.stripped)
        else:
            kept.append(line)
    return tuple(kept)


def _is_furniture(line: Line, at_edge: bool, counted: bool, running: frozenset[str]) -> bool:
    text = line.stripped.translate(_DASHES)
    folded = half_width(text)
    if _END_MARK.fullmatch(text) or _RULE.fullmatch(text):
        return True
    if _BARE_NUMBER.fullmatch(folded):
        return at_edge or counted
    if _PAGE_NUMBER.fullmatch(folded):
        return True
    table_row = "\t" in line.text
    return at_edge and not table_row and _running_form(line) in running


def _counted_lines(lines: Sequence[Line]) -> frozenset[int]:
    """Places of lone numbers that count on by one, in a text without known pages."""
    alone = [
        (place, int(half_width(line.stripped)))
        for place, line in enumerate(lines)
        if line.page is None
        and _BARE_NUMBER.fullmatch(half_width(line.stripped))
        and (line.gap or place == 0)
    ]
    pairs = itertools.pairwise(alone)
    return frozenset(
        place
        for (first, value), (second, following) in pairs
        if following == value + 1
        for place in (first, second)
    )


def _page_edges(lines: Sequence[Line]) -> frozenset[int]:
    """Places of the first two and last two lines of every page."""
    edges: set[int] = set()
    for place, line in enumerate(lines):
        if line.page is None:
            continue
        for distance in (1, 2):
            for other in (place - distance, place + distance):
                if not 0 <= other < len(lines) or lines[other].page != line.page:
                    edges.add(place)
    return frozenset(edges)


def _running_lines(pages: Sequence[Page], lines: Sequence[Line]) -> frozenset[str]:
    """Lines that stand at the edge of half of the pages, at least three."""
    edges = _page_edges(lines)
    seen: dict[str, set[int | None]] = {}
    for place in edges:
        seen.setdefault(_running_form(lines[place]), set()).add(lines[place].page)
    counts = Counter({form: len(places) for form, places in seen.items()})
    least = max(3, len(pages) // 2)
    return frozenset(form for form, count in counts.items() if count >= least)


def _running_form(line: Line) -> str:
    """A line without numbers and spaces, so that a page number does not hide it.

    The count of a series of slides, as in （2/3）, stays: those are titles.
    """
    return re.sub(r"(?<![/0-9])[0-9]+(?![/0-9])|\s+", "", half_width(line.stripped))
