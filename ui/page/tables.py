"""The cited places of an answer as a table, to be looked at or taken away."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from index.documents import Comment, Outcome, Unit
from index.library import Library
from ui.page.texts import Texts
from ui.server.models import AnswerModel, CitationModel
from ui.templates import environment


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell; `key` is what it is sorted by, `badge` the class that colours it."""

    text: str
    key: str
    badge: str = ""
    long: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A cited unit; `citation` is the number that first cites it."""

    citation: int
    unit_id: str
    quote: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Columns with their rows."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


def citation_tables(answer: AnswerModel, library: Library, texts: Texts) -> tuple[Table, ...]:
    """The cited units, each once: comments in one table, all other places in another."""
    cited: dict[str, CitationModel] = {}
    for citation in answer.citations:
        cited.setdefault(citation.id, citation)
    units = {unit.id: unit for unit in library.catalog.units(cited)}
    comments = {key: unit for key, unit in units.items() if isinstance(unit, Comment)}
    others = [citation for citation in cited.values() if citation.id not in comments]
    tables = (
        _comments(
            [citation for citation in cited.values() if citation.id in comments], comments, texts
        ),
        _places(others, units, texts),
    )
    return tuple(table for table in tables if table.rows)


def tables_html(tables: tuple[Table, ...], texts: Texts, conversation_id: str, turn_id: str) -> str:
    """The panel that shows the tables of an answer."""
    template = environment("ui.page").get_template("table.html.j2")
    return template.render(t=texts, tables=tables, conversation=conversation_id, turn=turn_id)


def _places(citations: Iterable[CitationModel], units: dict[str, Unit], texts: Texts) -> Table:
    columns = (
        *(texts.number, texts.place, texts.kind, texts.speaker, texts.words),
        *(texts.document, texts.page_column, texts.date),
    )
    return Table(
        texts.table, columns, tuple(_row(citation, units, texts) for citation in citations)
    )


def _row(citation: CitationModel, units: dict[str, Unit], texts: Texts) -> Row:
    unit = units.get(citation.id)
    order = unit.locator.order if unit else citation.n
    speaker = citation.speaker
    who = "　".join(part for part in (speaker.person, speaker.office) if part) if speaker else ""
    basis = f"（{texts.names.bases[speaker.basis]}）" if speaker else ""
    document = citation.document
    cells = (
        _number(citation.n),
        Cell(citation.label, f"{document.id} {order:08d}"),
        _plain(texts.names.units[citation.kind]),
        _plain(f"{who}{basis}"),
        _long(citation.quote),
        _plain(document.title),
        _number(citation.page),
        _plain(document.date or ""),
    )
    return Row(citation.n, citation.id, citation.quote, cells)


def _comments(
    citations: Iterable[CitationModel], comments: dict[str, Comment], texts: Texts
) -> Table:
    columns = (
        *(texts.number, texts.comment_number, texts.submitter, texts.target, texts.outcome),
        *(texts.opinion, texts.reply),
    )
    rows = (_comment_row(citation, comments[citation.id], texts) for citation in citations)
    return Table(texts.comment_table, columns, tuple(rows))


def _comment_row(citation: CitationModel, comment: Comment, texts: Texts) -> Row:
    key = f"{comment.number:06d}-{comment.branch or 0:06d}"
    cells = (
        _number(citation.n),
        Cell(comment.key, key),
        _plain(comment.submitter),
        _plain(re.sub(r"<br\s*/?>", " ", comment.target_text)),
        _outcome(comment.outcome, texts),
        _long(comment.opinion.text),
        _long(comment.reply.text),
    )
    return Row(citation.n, citation.id, citation.quote, cells)


def _outcome(outcome: Outcome, texts: Texts) -> Cell:
    name = texts.names.outcomes[outcome]
    return Cell(name, f"{list(Outcome).index(outcome)}", f"outcome-{outcome.value}")


def _plain(text: str) -> Cell:
    return Cell(text, text)


def _long(text: str) -> Cell:
    return Cell(text, text, long=True)


def _number(number: int | None) -> Cell:
    return Cell("", "") if number is None else Cell(str(number), f"{number:08d}")
