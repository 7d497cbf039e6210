"""Ruled tables: the lines that a table needs and the page does not draw.

A table that goes on over the page, or is open at a side, lacks its closing line there;
pdfplumber then drops the whole row or column without a word (jsvine/pdfplumber#1370,
#1240, #307). Where all lines of one table end free at one edge, the edge is closed.
Coordinates are pdfplumber's: points from the left and from the top.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

TOLERANCE = 3.0  # points, pdfplumber's own


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle, or a line where it is flat."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def is_vertical(self) -> bool:
        """Whether it is higher than wide."""
        return self.bottom - self.top > self.x1 - self.x0

    @property
    def area(self) -> float:
        """Width by height."""
        return (self.x1 - self.x0) * (self.bottom - self.top)

    def touches(self, other: Box) -> bool:
        """Whether the two meet, give or take the tolerance."""
        return (
            self.x0 - TOLERANCE <= other.x1
            and other.x0 - TOLERANCE <= self.x1
            and self.top - TOLERANCE <= other.bottom
            and other.top - TOLERANCE <= self.bottom
        )

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies in it."""
        return self.x0 <= x < self.x1 and self.top <= y < self.bottom


def connected(lines: Sequence[Box]) -> list[list[Box]]:
    """Groups of lines that hang together: one group for each table or figure."""
    groups: list[list[Box]] = []
    for line in lines:
        near = [group for group in groups if any(line.touches(member) for member in group)]
        groups = [group for group in groups if not any(group is taken for taken in near)]
        groups.append([line, *(member for group in near for member in group)])
    return groups


def around(boxes: Sequence[Box]) -> Box:
    """The smallest rectangle that holds them all."""
    return Box(
        min(box.x0 for box in boxes),
        min(box.top for box in boxes),
        max(box.x1 for box in boxes),
        max(box.bottom for box in boxes),
    )


def closing_lines(group: Sequence[Box]) -> Iterator[Box]:
    """The lines that close a group where its own lines end free, at most one a side."""
    frame = around(group)
    upright = [line for line in group if line.is_vertical]
    level = [line for line in group if not line.is_vertical]
    for y, ends in (
        (frame.top, [Box(line.x0, line.top, line.x1, line.top) for line in upright]),
        (frame.bottom, [Box(line.x0, line.bottom, line.x1, line.bottom) for line in upright]),
    ):
        if _end_free([end for end in ends if abs(end.top - y) <= TOLERANCE], level):
            yield Box(frame.x0, y, frame.x1, y)
    for x, ends in (
        (frame.x0, [Box(line.x0, line.top, line.x0, line.bottom) for line in level]),
        (frame.x1, [Box(line.x1, line.top, line.x1, line.bottom) for line in level]),
    ):
        if _end_free([end for end in ends if abs(end.x0 - x) <= TOLERANCE], upright):
            yield Box(x, frame.top, x, frame.bottom)


def _end_free(ends: Sequence[Box], crossing: Sequence[Box]) -> bool:
    """Whether two or more lines end here and no other line closes any of them."""
    return len(ends) >= 2 and not any(end.touches(line) for end in ends for line in crossing)
