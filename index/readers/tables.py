"""Ruled tables on PDF pages; the only file that imports pdfplumber.

A page with a table is read again by pdfplumber: each row of a table becomes one line, with
TAB between the cells and `<br>` between the lines of a cell, at the place where the table
stands. What pdfium read on the same page is the check: should a single character differ,
the file is refused, since a cell that is lost in silence is a wrong answer later on.
"""

from __future__ import annotations

import io
import logging
from collections import Counter
from typing import TYPE_CHECKING, Any

from index.errors import ReadError
from index.readers.pdf_structure import DAMAGE
from index.readers.ruling import TOLERANCE, Box, around, closing_lines, connected
from index.readers.table_text import Table, difference, page_with_tables, with_raised_digits

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

_MOST_LINES = 600  # more than this is a drawing


class TableReader:
    """Reads the pages of one PDF that hold ruled tables, in order.

    pdfplumber is not loaded before the first `page_text`. There is nothing to close.

    Attributes:
        figures: Pages with a grid of lines that is no table and was left as plain text.
    """

    def __init__(self, path: Path, data: bytes) -> None:
        self._path = path
        self._data = data
        self._document: Any = None
        self._columns = 0  # of the table with which the page before ended
        self.figures: list[int] = []

    def page_without_rules(self) -> None:
        """Tell that a page went by that cannot hold a table."""
        self._columns = 0

    def page_text(self, number: int, plain: str) -> str | None:
        """Text of a page with its tables as rows, None where it has no table.

        Args:
            number: The page, from 1.
            plain: What pdfium read on it.

        Raises:
            ReadError: Characters of the page are missing in the result, or double.
        """
        from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

        try:
            text = self._read(number)
        except (MalformedPDFException, PdfminerException, *DAMAGE) as error:
            reason = "表を読めません。PDF を作り直すか、表をテキストにしてください。"
            raise ReadError(self._path, reason, number) from error
        if text is not None:
            self._refuse_loss(number, plain, text)
        return text

    def _read(self, number: int) -> str | None:
        import pdfplumber
        from pdfplumber.utils.text import extract_text

        if self._document is None:
            logging.getLogger("pdfminer").setLevel(logging.ERROR)
            self._document = pdfplumber.open(io.BytesIO(self._data))
        page = _upright(self._document.pages[number - 1])
        grids = [table for table in _tables(page) if self._is_grid(table)]
        tables = [table for table in grids if table.is_filled]
        if len(tables) < len(grids):
            self.figures.append(number)
        self._columns = tables[-1].columns if tables else 0
        text = None
        if tables:
            characters = with_raised_digits(page.dedupe_chars().chars)
            text = page_with_tables(characters, tables, extract_text)
        page.close()
        return text

    def _is_grid(self, table: Table) -> bool:
        """Two columns and two rows, or one row that goes on with the page before."""
        return table.columns >= 2 and (len(table.rows) >= 2 or table.columns == self._columns)

    def _refuse_loss(self, number: int, plain: str, text: str) -> None:
        lost, added = difference(plain, text)
        if lost or added:
            examples = "".join(list(lost or added)[:10])
            raise ReadError(
                self._path,
                f"表のあるページの文字が合いません（欠落 {lost.total()}字、余分 {added.total()}字、"
                f"例「{examples}」）。PDF を作り直すか、表をタブ区切りのテキストにしてください。",
                number,
            )


def _upright(page: Any) -> Any:
    """The page turned so that most of its text runs from left to right."""
    from pdfplumber.page import Page

    turns = Counter(_turn(*character["matrix"][:2]) for character in page.chars)
    turn = turns.most_common(1)[0][0] if turns else 0
    if turn == 0:
        return page
    page.close()
    source = page.page_obj
    source.attrs["Rotate"] = source.rotate = (source.rotate + turn) % 360
    return Page(page.pdf, source, page.page_number, page.initial_doctop)


def _turn(right: float, up: float) -> int:
    """Degrees clockwise that set text upright which runs in the given direction."""
    if abs(right) >= abs(up):
        return 0 if right >= 0 else 180
    return 90 if up > 0 else 270


def _tables(page: Any) -> list[Table]:
    """The tables of a page from top to bottom, each from its own lines only."""
    from pdfplumber.table import merge_edges

    edges = [edge for edge in page.edges if edge["orientation"] in ("h", "v")]
    lines = [_box(edge) for edge in merge_edges(edges, *[TOLERANCE] * 4)]
    if len(lines) > _MOST_LINES:
        return []
    groups = sorted(connected(lines), key=lambda group: around(group).area, reverse=True)
    tables: list[Table] = []
    for group in groups:
        table = _table(page, [*group, *closing_lines(group)])
        # A box drawn inside a cell belongs to the cell.
        outer = (larger for larger in tables if larger.is_filled)
        if table and not any(table.frame.touches(larger.frame) for larger in outer):
            tables.append(table)
    return sorted(tables, key=lambda table: table.frame.top)


def _table(page: Any, lines: Sequence[Box]) -> Table | None:
    """The table that connected lines draw, if they draw one."""
    upright = [_edge(line, "v") for line in lines if line.is_vertical]
    level = [_edge(line, "h") for line in lines if not line.is_vertical]
    if len(upright) < 3 or len(level) < 2:
        return None
    found = page.find_tables(
        {
            "vertical_strategy": "explicit",
            "horizontal_strategy": "explicit",
            "explicit_vertical_lines": upright,
            "explicit_horizontal_lines": level,
        }
    )
    if not found:
        return None
    largest = max(found, key=lambda table: len(table.cells))
    return Table(around(lines), tuple(_cells(row.cells) for row in largest.rows))


def _cells(row: Iterable[tuple[float, float, float, float] | None]) -> tuple[Box | None, ...]:
    return tuple(Box(*cell) if cell else None for cell in row)


def _box(edge: dict[str, Any]) -> Box:
    return Box(edge["x0"], edge["top"], edge["x1"], edge["bottom"])


def _edge(line: Box, orientation: str) -> dict[str, Any]:
    """A line as pdfplumber wants it."""
    return {
        "object_type": "line_edge",
        "orientation": orientation,
        "x0": line.x0,
        "x1": line.x1,
        "top": line.top,
        "bottom": line.bottom,
        "width": line.x1 - line.x0,
        "height": line.bottom - line.top,
    }
