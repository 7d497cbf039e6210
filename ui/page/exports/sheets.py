"""Tables as CSV and Excel files; the one door to openpyxl."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from typing import Any

from ui.page.tables import Table

CSV_TYPE = "text/csv"
EXCEL_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

_FORMULA = re.compile(r"^\s*[=+\-@\t\r]")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_WIDEST = 60
_LONGEST = 32_767  # characters that Excel takes in a cell


def csv_file(table: Table) -> bytes:
    """UTF-8 with BOM, so that Excel reads it; cells that it would compute become text."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(table.columns)
    writer.writerows([_inert(cell.text) for cell in row.cells] for row in table.rows)
    return text.getvalue().encode("utf-8-sig")


def excel_file(tables: Sequence[Table]) -> bytes:
    """A sheet a table, with a heading row that stays in sight and filters."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.active)
    for table in tables:
        _fill(book.create_sheet(re.sub(r"[\[\]:*?/\\]", "", table.title)[:31]), table)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _fill(sheet: Any, table: Table) -> None:
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    for number, row in enumerate([table.columns, *_texts(table)], start=1):
        for place, text in enumerate(row, start=1):
            cell = sheet.cell(number, place)
            cell.value = _CONTROL.sub("", text)[:_LONGEST]
            cell.data_type = "s"  # never a formula, whatever a document says
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            if number == 1:
                cell.font = Font(bold=True)
    for place, column in enumerate(table.columns, start=1):
        longest = max([len(column), *(len(row[place - 1]) for row in _texts(table))])
        sheet.column_dimensions[get_column_letter(place)].width = min(2 * longest + 2, _WIDEST)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions


def _texts(table: Table) -> list[tuple[str, ...]]:
    return [tuple(cell.text for cell in row.cells) for row in table.rows]


def _inert(text: str) -> str:
    return f"'{text}" if _FORMULA.match(text) else text
