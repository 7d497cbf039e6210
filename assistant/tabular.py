"""Makes tables of claims, and sets them as Markdown."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from assistant.answers import (
    AnswerCell,
    AnswerTable,
    Citation,
    Claim,
    Layout,
    Reference,
    Table,
)
from assistant.wording.phrases import phrase


def named(text: str) -> Claim:
    """The name of a row."""
    return Claim(text, (), Layout.NOTE)


def nothing() -> Claim:
    """What stands in a cell for which the documents say nothing."""
    return named(phrase("記載なし"))


def table_claim(columns: Iterable[str], rows: Iterable[Sequence[Claim]]) -> Claim:
    """A table as a claim of a draft."""
    table = Table(tuple(columns), tuple(map(tuple, rows)))
    references = (place for row in table.rows for cell in row for place in cell.references)
    return Claim("", tuple(dict.fromkeys(references)), Layout.TABLE, table=table)


def cell_text(cell: Claim) -> str:
    """The words of a cell on one line, a quote in its brackets."""
    text = " ".join(cell.text.split())
    return f"「{text}」" if cell.layout is Layout.QUOTE else text


def set_table(table: Table, markers: Callable[[Iterable[Reference]], str]) -> str:
    """The table as Markdown.

    Args:
        table: The table.
        markers: Gives the citation markers of references.
    """
    rows = ([f"{_escaped(cell_text(c))}{markers(c.references)}" for c in row] for row in table.rows)
    return "\n".join(map(_line, (table.columns, ["---"] * len(table.columns), *rows)))


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _escaped(text: str) -> str:
    return text.replace("|", "\\|")


def finished_tables(
    claims: Iterable[Claim], citations: Iterable[Citation]
) -> tuple[AnswerTable, ...]:
    """The tables among checked claims, each cell with the numbers of its citations."""
    numbers = {_key(citation.reference): citation.number for citation in citations}
    tables = (claim.table for claim in claims if claim.table is not None)
    return tuple(
        AnswerTable(
            table.columns,
            tuple(tuple(_finished(cell, numbers) for cell in row) for row in table.rows),
        )
        for table in tables
    )


def _finished(cell: Claim, numbers: Mapping[tuple[str, str], int]) -> AnswerCell:
    found = dict.fromkeys(numbers[_key(reference)] for reference in cell.references)
    return AnswerCell(cell_text(cell), tuple(found))


def _key(reference: Reference) -> tuple[str, str]:
    return reference.unit.id, reference.quote.text
