"""The table of public comments: header rows, columns, rows, rows that go on.

A row of the source is one line with TAB between its cells. A header names the columns
and is repeated at every page; a row whose number and branch are blank goes on with the
row before it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from index.documents import RepairKind, Span
from index.parsers.lines import half_width

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from index.parsers.lines import Line
    from index.parsers.repairs import RepairLog

#: Tags that extraction leaves in cells; `<参考>` and `<http://…>` are text.
TAG = re.compile(
    r"</?(?:p|br|ul|ol|li|div|span|b|i|u|em|strong|sup|sub|table|tr|td|th|font|hr)\b[^<>\n]*>", re.I
)


class Column(StrEnum):
    """What a column holds."""

    NUMBER = "number"
    BRANCH = "branch"
    SUBMITTER = "submitter"
    TARGET = "target"
    PAGES = "pages"
    OPINION = "opinion"
    REASON = "reason"
    REPLY = "reply"
    CHANGE = "change"  # 修正の有無
    OTHER = "other"


#: The first pattern that a header cell matches names its column: a reply column also
#: says 意見, so the order matters.
_HEADERS: tuple[tuple[Column, re.Pattern[str]], ...] = tuple(
    (column, re.compile(pattern, re.IGNORECASE))
    for column, pattern in (
        (Column.BRANCH, r"枝番"),
        (Column.NUMBER, r"^(?:(?:意見)?no\.?|№|#|[連項通]番|(?:通し|整理|意見|受付)?番号)$"),
        (Column.CHANGE, r"(?:修正|反映)の?(?:有無|要否)"),
        (Column.REPLY, r"考え方|回答|対応|見解"),
        (Column.SUBMITTER, r"提出者|提出元|提出(?:団体|企業)|^(?:意見者|氏名|団体名)"),
        (Column.PAGES, r"ページ|頁"),
        (Column.TARGET, r"箇所|個所|部分|条文|条項|該当|^項目$|^章"),
        (Column.REASON, r"^理由"),
        (Column.OPINION, r"意見|概要|内容|コメント"),
    )
)
#: Columns whose text belongs to the comment; the others became fields.
TEXT_COLUMNS = (Column.OPINION, Column.REASON, Column.OTHER, Column.REPLY, Column.CHANGE)
#: A line end between two Latin words of a cell is a space, any other is nothing.
_LATIN_BREAK = re.compile(r"(?<=[A-Za-z0-9,.])\s*<br\s*/?>\s*(?=[A-Za-z0-9])", re.IGNORECASE)
_BLANK = re.compile(r"[-‐－―ー–—\s　]*")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: its columns and the source spans of its cells."""

    line: Line
    columns: tuple[Column, ...]
    cells: tuple[Span, ...]

    def spans(self, column: Column) -> Iterator[Span]:
        """Spans of the cells of a column."""
        return (span for name, span in zip(self.columns, self.cells, strict=True) if name is column)

    def text(self, column: Column) -> str:
        """The text of a column, tags as spaces, "" where the cell is blank or a dash."""
        start = self.line.span.start
        cells = (self.line.text[s.start - start : s.end - start] for s in self.spans(column))
        text = TAG.sub("", _LATIN_BREAK.sub(" ", " ".join(cells))).strip()
        return "" if _BLANK.fullmatch(text) else text


@dataclass(frozen=True, slots=True)
class Entry:
    """The rows of one comment, more than one where a page end cut it."""

    rows: tuple[Row, ...]

    def text(self, column: Column) -> str:
        """The text of a column over all rows."""
        return "".join(row.text(column) for row in self.rows)


@dataclass(frozen=True, slots=True)
class Table:
    """A table of comments with the lines before it and after it."""

    before: tuple[Line, ...]
    entries: tuple[Entry, ...]
    after: tuple[Line, ...]
    columns: frozenset[Column] = field(default=frozenset())


def header_columns(text: str) -> tuple[Column, ...] | None:
    """The columns that a line names, None where it is no header of a comment table."""
    cells = text.split("\t")
    if len(cells) < 2 or any("。" in cell or len(cell) > 40 for cell in cells):
        return None
    columns = tuple(_column(cell) for cell in cells)
    is_header = {Column.OPINION, Column.REPLY} <= set(columns) and not re.search(r"\t[0-9]", text)
    return columns if is_header else None


def _column(cell: str) -> Column:
    name = re.sub(r"\s+", "", TAG.sub("", half_width(cell)))
    return next((column for column, pattern in _HEADERS if pattern.search(name)), Column.OTHER)


def read_table(lines: Sequence[Line], log: RepairLog) -> Table:
    """Sort the lines of a document into its table and what stands around it."""
    columns: tuple[Column, ...] = ()
    before: list[Line] = []
    after: list[Line] = []
    groups: list[list[Row]] = []
    for line in lines:
        header = header_columns(line.text)
        if header:
            columns = header
            log.add(RepairKind.TABLE_HEADER, line.content, "見出し行")
        elif not columns:
            before.append(line)
        elif "\t" not in line.text:
            after.append(line)
        else:
            _place(_row(line, columns), groups, log)
    entries = tuple(Entry(tuple(group)) for group in groups)
    return Table(tuple(before), entries, tuple(after), frozenset(columns))


def _row(line: Line, columns: tuple[Column, ...]) -> Row:
    """Cut a line at its TABs; what goes beyond the last column belongs to it."""
    pieces = line.text.split("\t", len(columns) - 1)
    cells: list[Span] = []
    start = line.span.start
    for piece in pieces:
        cells.append(Span(start, start + len(piece)))
        start += len(piece) + 1
    end = Span(line.span.end, line.span.end)
    return Row(line, columns, tuple(cells) + (end,) * (len(columns) - len(cells)))


def _place(row: Row, groups: list[list[Row]], log: RepairLog) -> None:
    """Open a new comment, or go on with the one before."""
    if groups and _goes_on(row, groups[-1][0]):
        log.add(RepairKind.TABLE_CONTINUED, row.line.content, "前の行の続き")
        groups[-1].append(row)
    else:
        groups.append([row])


def _goes_on(row: Row, first: Row) -> bool:
    keys = (row.text(Column.NUMBER), row.text(Column.BRANCH))
    if Column.NUMBER not in row.columns:
        return not (row.text(Column.SUBMITTER) or row.text(Column.TARGET) or row.text(Column.REPLY))
    if not any(keys):
        return True
    is_same = keys == (first.text(Column.NUMBER), first.text(Column.BRANCH))
    return is_same and not (row.text(Column.TARGET) and row.text(Column.REPLY))
