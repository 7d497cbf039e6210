"""Baselines: the scored run that later ones are held against.

A baseline holds figures and hashes only, no question, answer, note or title: words of a document
that may not be printed never come into a repository by way of a baseline.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

from eval.records import CaseOutcome, Detail, MetricResult, Score, Violation
from eval.results import load_score, save_score
from index.errors import TenkyoError, UsageError

_HASH_LENGTH = 12  # hexadecimal digits
_TIME = "_ms"  # ending of the names of metrics that are milliseconds
BASELINES = Path(__file__).with_name("baselines")


class IncompleteRunError(TenkyoError):
    """A run that cannot become a baseline."""


def bless(score: Score, path: Path) -> None:
    """Write a complete run as the baseline.

    Args:
        score: The run, scored.
        path: The baseline's file.

    Raises:
        IncompleteRunError: A call failed, a case has no result, something that must never
            happen did, or it is not known which documents were asked.
    """
    faults = [f"{case_id}: 答える途中で失敗" for case_id in score.errors]
    faults += [_told(violation) for violation in score.violations]
    if not score.cases:
        faults.append("問いが一つもない")
    if not score.provenance.corpus:
        faults.append("どの文書で答えたかの記録（.meta.json）がない")
    if faults:
        listed = "\n".join(f"  {fault}" for fault in faults)
        raise IncompleteRunError(f"この結果は基準にできません。先に直してください。\n{listed}")
    path.parent.mkdir(parents=True, exist_ok=True)
    save_score(figures_only(score), path)


def _told(violation: Violation) -> str:
    return f"{violation.case_id}: {violation.kind.value}（{violation.detail}）"


def figures_only(score: Score) -> Score:
    """The score without the words of questions, answers, notes and titles.

    Times and what does not apply are left out too: the one changes with every run, the other
    is compared with nothing.
    """
    return replace(
        score,
        cases=tuple(map(_without_words, score.cases)),
        metrics=tuple(
            _values_only(metric)
            for metric in score.metrics
            if metric.mean is not None and not metric.name.endswith(_TIME)
        ),
    )


def _without_words(outcome: CaseOutcome) -> CaseOutcome:
    return replace(outcome, cluster=_hashed(outcome.cluster), reasons=(), answer="", question="")


def _hashed(cluster: str) -> str:
    """A stand-in for the id of a document, which is its title: cases stay grouped alike."""
    return hashlib.sha256(cluster.encode()).hexdigest()[:_HASH_LENGTH]


def _values_only(metric: MetricResult) -> MetricResult:
    details = tuple(
        Detail(detail.case_id, detail.value)
        for detail in metric.details
        if detail.value is not None
    )
    return replace(metric, details=details)


def baseline_path(set_name: str) -> Path:
    """Where the repository keeps the baseline of a set."""
    return BASELINES / f"{set_name}.json"


def load_baseline(path: Path) -> Score:
    """Read a baseline.

    Raises:
        UsageError: There is none, or it is not one.
    """
    if not path.exists():
        raise UsageError(
            f"{path}: 基準がありません。tenkyo eval bless で、確かめた結果から作ってください。"
        )
    return load_score(path)
