"""The one line a reader sees first: what the gate says, or what the counts say."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from eval.gate import GateReport, Verdict
from eval.records import Comparison, Flip, Score
from eval.reports import labels
from eval.reports.table import flip_counts


class Level(StrEnum):
    """How it looks; the value is the CSS class."""

    GOOD = "good"
    BAD = "bad"
    MIXED = "mixed"
    UNKNOWN = "unknown"


_MARKS = {Level.GOOD: "✅", Level.BAD: "❌", Level.MIXED: "➖", Level.UNKNOWN: "⚠️"}
_GATE = {
    Verdict.PASS: (Level.GOOD, "関門を通りました"),
    Verdict.WORSE: (Level.BAD, "悪くなりました"),
    Verdict.UNMEASURABLE: (Level.UNKNOWN, "測れませんでした"),
}


@dataclass(frozen=True, slots=True)
class Headline:
    """What to say first.

    Attributes:
        level: How it looks.
        text: A short sentence.
        reasons: Why, one thing each.
    """

    level: Level
    text: str
    reasons: tuple[str, ...]

    @property
    def mark(self) -> str:
        """A sign for text without colour."""
        return _MARKS[self.level]


def of_gate(gate: GateReport) -> Headline:
    """What the gate decided."""
    level, text = _GATE[gate.verdict]
    return Headline(level, text, tuple(finding.message for finding in gate.findings))


def of_comparison(comparison: Comparison) -> Headline:
    """What changed, where no gate was asked."""
    worse = tuple(
        f"{labels.metric_label(change.name)}が有意に悪化"
        for change in comparison.metrics
        if change.worse
    )
    losses = any(case.flip is Flip.LOSS for case in comparison.cases)
    return Headline(Level.BAD if worse or losses else Level.GOOD, flip_counts(comparison), worse)


def of_score(score: Score) -> Headline:
    """What one run shows by itself."""
    if score.errors:
        failed = tuple(f"{case_id}: 答える途中で失敗しました" for case_id in score.errors)
        return Headline(Level.UNKNOWN, f"{len(score.errors)}問は測れませんでした", failed)
    if score.violations:
        found = tuple(
            f"{violation.case_id}: {labels.VIOLATIONS[violation.kind]}（{violation.detail}）"
            for violation in score.violations
        )
        return Headline(Level.BAD, f"あってはならないことが{len(found)}件あります", found)
    total, passed = len(score.cases), sum(case.passed for case in score.cases)
    level = Level.GOOD if passed == total else Level.MIXED
    text = f"全{total}問に合格" if passed == total else f"{total}問のうち{passed}問に合格"
    return Headline(level if total else Level.UNKNOWN, text, ())
