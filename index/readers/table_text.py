"""A page with ruled tables as text: where each character goes, and that none is lost."""

from __future__ import annotations

import unicodedata
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from index.readers.raised import Glyph, raise_digits
from index.text.characters import SAME_GLYPH

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from index.readers.ruling import Box

CELL_LINE = "<br>"
_LEAST_COVER = 0.95
_UNSEEN = str.maketrans({"\u00ad": "-", "\ufffd": None})

Character = dict[str, Any]  # as pdfplumber describes one


@dataclass(frozen=True, slots=True)
class Table:
    """The grid of one table; a place that a wider or higher cell covers is None."""

    frame: Box
    rows: tuple[tuple[Box | None, ...], ...]

    @property
    def is_filled(self) -> bool:
        """Whether cells fill the ruled area; if not, it is a figure of boxes."""
        filled = sum(box.area for row in self.rows for box in row if box)
        return filled >= _LEAST_COVER * self.frame.area

    @property
    def columns(self) -> int:
        """Number of columns."""
        return len(self.rows[0])

    def cell_at(self, x: float, y: float) -> Box | None:
        """The cell that holds a point."""
        return next((box for row in self.rows for box in row if box and box.holds(x, y)), None)


def page_with_tables(
    characters: Sequence[Character],
    tables: Sequence[Table],
    layout: Callable[[list[Character]], str],
) -> str:
    """The page from top to bottom: text above, rows of the table, text below.

    Args:
        characters: All characters of the page; each lands in one place.
        tables: From top to bottom.
        layout: Sets characters in lines as they stand.
    """
    cells: dict[Box, list[Character]] = {}
    bands: list[list[Character]] = [[] for _ in range(len(tables) + 1)]
    for character in characters:
        x = (character["x0"] + character["x1"]) / 2
        y = (character["top"] + character["bottom"]) / 2
        cell = next((box for table in tables if (box := table.cell_at(x, y))), None)
        if cell is not None:
            cells.setdefault(cell, []).append(character)
        else:
            bands[sum(table.frame.top <= y for table in tables)].append(character)
    texts = {cell: layout(inside) for cell, inside in cells.items()}
    pieces = [layout(bands[0])]
    for table, band in zip(tables, bands[1:], strict=True):
        pieces.extend(_rows(table, texts))
        pieces.append(layout(band))
    return "\n".join(filter(None, pieces)) + "\n"


def _rows(table: Table, texts: dict[Box, str]) -> Iterator[str]:
    for row in table.rows:
        cells = (texts.get(cell, "") if cell else "" for cell in row)
        yield "\t".join(text.replace("\t", " ").replace("\n", CELL_LINE) for text in cells)


def with_raised_digits(characters: Sequence[Character]) -> list[Character]:
    """The characters with raised digits as superscripts, set down on their line."""

    def glyph(place: int) -> Glyph:
        return Glyph(characters[place]["height"], -characters[place]["bottom"])

    result = list(characters)
    raised = raise_digits([character["text"] for character in characters], glyph)
    for place, (character, text) in enumerate(zip(characters, raised, strict=True)):
        if text != character["text"]:
            beside = characters[max(place - 1, 0)]
            level = {name: beside[name] for name in ("top", "bottom", "doctop")}
            result[place] = character | level | {"text": text}
    return result


def difference(plain: str, text: str) -> tuple[Counter[str], Counter[str]]:
    """Characters that `text` lacks, and those it has too many, of a page's plain text.

    Compared are the numbers of each character after NFKC, white space aside.
    """
    expected, found = _content(plain), _content(text.replace(CELL_LINE, ""))
    return expected - found, found - expected


def _content(text: str) -> Counter[str]:
    folded = unicodedata.normalize("NFKC", text.translate(_UNSEEN)).translate(SAME_GLYPH)
    return Counter("".join(folded.split()))
