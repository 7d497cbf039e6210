"""The tables of an answer as text for the terminal."""

from __future__ import annotations

import io
import shutil
from collections.abc import Iterator

from rich import box
from rich.console import Console
from rich.table import Table

from assistant.answers import Answer, AnswerCell, AnswerTable

_WIDTH_WITHOUT_TERMINAL = (100, 24)


def text_with_tables(answer: Answer) -> str:
    """The answer's text, each Markdown table drawn as wide as the terminal."""
    tables = iter(answer.tables)
    return "\n\n".join(_drawn(block, tables) for block in answer.text.split("\n\n"))


def _drawn(block: str, tables: Iterator[AnswerTable]) -> str:
    if not block.startswith("| "):
        return block
    table = next(tables, None)
    return block if table is None else table_text(table)


def table_text(table: AnswerTable, width: int | None = None) -> str:
    """One table with ruled lines.

    Args:
        table: The table.
        width: Columns of the terminal; None for the one this runs in.
    """
    drawn = Table(box=box.SQUARE, show_lines=True)
    for column in table.columns:
        drawn.add_column(column, overflow="fold")
    for row in table.rows:
        drawn.add_row(*map(_cell, row))
    output = io.StringIO()
    columns = width or shutil.get_terminal_size(_WIDTH_WITHOUT_TERMINAL).columns
    Console(file=output, width=columns, color_system=None, markup=False).print(drawn)
    return output.getvalue().rstrip()


def _cell(cell: AnswerCell) -> str:
    return cell.text + "".join(f"[{number}]" for number in cell.citations)
