"""From the cells of one comment to its passages: opinion, reason, reply."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.documents import Passage, RepairKind, SourceText, Span, join_passages
from index.parsers.comments_table import TAG, TEXT_COLUMNS, Column, Entry, Row
from index.parsers.repairs import remove, tidy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from index.parsers.repairs import RepairLog

_EXTRA_SPACE = re.compile(r"(?<=\s)\s+")
_OPINION_WORDS = r"(?:御|ご)?意見(?:の?(?:内容|概要|要旨))?|修正案|提案|要望"
_REASON_WORDS = r"(?:(?:御|ご)?意見の|修正の?|提案の?)?理由等?|根拠"
_QUOTE_WORDS = r"記載内容|記載箇所|該当(?:箇所|部分)|対象箇所|原文|現行|案の記載"
_LABEL = re.compile(
    rf"(?:【|(?<![^\s。」』])[〔［\[＜<《(（])\s*(?:(?P<opinion>{_OPINION_WORDS})|(?P<reason>{_REASON_WORDS})"
    rf"|(?P<quote>{_QUOTE_WORDS}))\s*[】〕］\]＞>》)）]\s*"
)


@dataclass(frozen=True, slots=True)
class CommentText:
    """The passages of one comment.

    Attributes:
        whole: Opinion, reason and reply in this order, one TAB of the source between the
            columns. Labels that became fields are out; a quoted passage of the draft
            (【記載内容】) stays with its label, so that it is not read as opinion.
        opinion: The commenter's words only, without the quoted draft.
        reason: The reason, empty where none stands apart.
        reply: The reply.
        change: What a column 修正の有無 says, empty where there is none.
    """

    whole: Passage
    opinion: Passage
    reason: Passage
    reply: Passage
    change: Passage


def comment_text(source: SourceText, entry: Entry, shared: Passage, log: RepairLog) -> CommentText:
    """Read the passages of one comment.

    Args:
        source: The file.
        entry: Its rows.
        shared: The reply of the row above, which an empty reply cell (one merged over
            several rows) stands for.
        log: Counts tags, labels and cells that became fields.
    """
    cells = {column: _column_passage(source, entry, column, log) for column in TEXT_COLUMNS}
    cells[Column.REPLY] = cells[Column.REPLY] or shared
    _log_keys(entry, log)
    labelled = _split_labels(cells[Column.OPINION], log)
    cells[Column.OPINION] = labelled.whole
    pieces: list[Passage] = []
    for column in TEXT_COLUMNS:
        if cells[column]:
            pieces += [_separator(source, entry.rows[0], column)] if pieces else []
            pieces.append(cells[column])
    return CommentText(
        join_passages(*pieces),
        labelled.opinion,
        labelled.reason or cells[Column.REASON],
        cells[Column.REPLY],
        cells[Column.CHANGE],
    )


def cell_passage(source: SourceText, spans: Iterable[Span], log: RepairLog) -> Passage:
    """Cells joined, without tags and without more than one space in a row."""
    raw = join_passages(*(source.passage(span.start, span.end) for span in spans)).strip()
    bare = remove(raw, TAG, RepairKind.MARKUP, log)
    return tidy(remove(bare, _EXTRA_SPACE, RepairKind.WHITE_SPACE, log).strip(), log)


def _column_passage(source: SourceText, entry: Entry, column: Column, log: RepairLog) -> Passage:
    spans = [span for row in entry.rows if row.text(column) for span in row.spans(column)]
    return cell_passage(source, spans, log)


def _separator(source: SourceText, row: Row, column: Column) -> Passage:
    """The TAB of the source before a column."""
    span = next(row.spans(column))
    return source.passage(span.start - 1, span.start)


def _log_keys(entry: Entry, log: RepairLog) -> None:
    """Count the cells that became fields, each with the TAB behind it."""
    for row in entry.rows:
        for column, span in zip(row.columns, row.cells, strict=True):
            if column not in TEXT_COLUMNS:
                end = min(span.end + 1, row.line.span.end)
                log.add(RepairKind.TABLE_KEY, Span(span.start, end), column.value)


@dataclass(frozen=True, slots=True)
class _Labelled:
    whole: Passage
    opinion: Passage
    reason: Passage


def _split_labels(cell: Passage, log: RepairLog) -> _Labelled:
    """Cut an opinion cell at 【意見内容】, 【理由】 and 【記載内容】."""
    parts: dict[str, list[Passage]] = {"whole": [], "opinion": [], "reason": [], "quote": []}
    for kind, start, body, end in _segments(cell.text):
        keeps_label = kind == "quote"
        parts["whole"].append(cell.slice(start if keeps_label else body, end))
        parts[kind].append(cell.slice(body, end))
        if not keeps_label:
            for place, span in enumerate(cell.slice(start, body).spans):
                kind_of_repair = RepairKind.WHITE_SPACE if place else RepairKind.LABEL
                log.add(kind_of_repair, span, cell.text[start:body].strip())
    return _Labelled(
        join_passages(*parts["whole"]).strip(),
        join_passages(*parts["opinion"]).strip(),
        join_passages(*parts["reason"]).strip(),
    )


def _segments(text: str) -> Iterator[tuple[str, int, int, int]]:
    """Kind of each part, where its label starts, where its words start, where it ends."""
    matches = list(_LABEL.finditer(text))
    first = matches[0].start() if matches else len(text)
    if first:
        yield "opinion", 0, 0, first
    ends = [match.start() for match in matches[1:]] + [len(text)] * bool(matches)
    for match, end in zip(matches, ends, strict=True):
        yield match.lastgroup or "opinion", match.start(), match.end(), end
