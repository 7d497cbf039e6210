"""A score or a comparison as a table for the terminal."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from eval.records import Comparison, Flip, MetricChange, MetricResult, Score
from eval.reports import labels


@dataclass(frozen=True, slots=True)
class Table:
    """What a terminal prints; the first column is text, the others are figures.

    Attributes:
        title: Above the table.
        header: A heading for each column.
        rows: Cells, as many in each row as there are headings.
        notes: Lines below the table.
    """

    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...]


def table(found: Score | Comparison) -> Table:
    """The metrics, and below them counts of cases, violations and errors."""
    return _score_table(found) if isinstance(found, Score) else _change_table(found)


def table_lines(found: Score | Comparison) -> list[str]:
    """The table as lines with aligned columns."""
    return aligned(table(found))


def aligned(made: Table) -> list[str]:
    """A table as lines with aligned columns, wide characters counted as two."""
    grid = [made.header, *made.rows]
    widths = [max(_width(row[column]) for row in grid) for column in range(len(made.header))]
    lines = ["  ".join(_padded(row, widths)).rstrip() for row in grid]
    return [
        made.title,
        lines[0],
        "─" * (sum(widths) + 2 * len(widths) - 2),
        *lines[1:],
        *made.notes,
    ]


def _score_table(score: Score) -> Table:
    rows = tuple(_score_row(metric) for metric in score.metrics)
    notes = [f"合格 {labels.passed_count(score)}"]
    notes += [
        f"違反 {violation.case_id}: {labels.VIOLATIONS[violation.kind]}（{violation.detail}）"
        for violation in score.violations
    ]
    if score.errors:
        notes.append(f"測れなかった質問 {len(score.errors)}: {'、'.join(score.errors)}")
    header = ("指標", "平均", "95%区間", "質問数")
    return Table(f"評価 {score.provenance.set_name}", header, rows, tuple(notes))


def _score_row(metric: MetricResult) -> tuple[str, ...]:
    measured = sum(detail.value is not None for detail in metric.details)
    return (
        labels.directed_label(metric.name),
        labels.figure(metric.name, metric.mean),
        labels.interval(metric.name, metric.low, metric.high),
        str(measured),
    )


def _change_table(comparison: Comparison) -> Table:
    rows = tuple(change_row(change) for change in comparison.metrics)
    header = ("指標", "前", "後", "差", "差の95%区間", "p", "")
    notes = [flip_counts(comparison)]
    notes += [
        f"{labels.FLIP_MARKS[case.flip]} {case.case_id}: {case.question}"
        for case in comparison.cases
        if case.flip is not Flip.TIE
    ]
    return Table(f"比較 {comparison.after.set_name}", header, rows, tuple(notes))


def change_row(change: MetricChange) -> tuple[str, ...]:
    """Label, before, after, difference, its interval, p, and a word where it is worse."""
    return (
        labels.directed_label(change.name),
        labels.figure(change.name, change.before),
        labels.figure(change.name, change.after),
        labels.signed(change.name, labels.difference(change.before, change.after)),
        labels.signed_interval(change.name, change.low, change.high),
        labels.probability(change.p_value),
        "悪化" if change.worse else "",
    )


def flip_counts(comparison: Comparison) -> str:
    """How many cases were won, lost and tied."""
    flips = [case.flip for case in comparison.cases]
    return "　".join(f"{labels.FLIPS[flip]} {flips.count(flip)}" for flip in Flip)


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)


def _padded(row: tuple[str, ...], widths: list[int]) -> list[str]:
    gaps = [" " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True)]
    return [row[0] + gaps[0], *(gap + cell for gap, cell in zip(gaps[1:], row[1:], strict=True))]
