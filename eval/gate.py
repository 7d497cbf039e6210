"""Decides whether answers got worse: measurable first, then what must never happen.

In this order; the first two end it at once, of the others all that is found is told:

1. Can it be measured: no failed call, the same corpus, cases and scorer as the baseline.
2. Invariants: an invalid id, a false name, an invented quote, a forbidden fact, a missing case.
3. Cases that passed and fail now, in the splits smoke and regression.
4. Metrics that are significantly worse (`eval.compare`).
5. Floors of the thresholds file.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum

from eval.cases import Split
from eval.compare import compare
from eval.records import (
    CaseChange,
    Comparison,
    Flip,
    MetricResult,
    Provenance,
    Score,
    ViolationKind,
)
from eval.thresholds import Thresholds

_GATED_SPLITS = frozenset({Split.SMOKE.value, Split.REGRESSION.value})
_VIOLATION_NAMES = {
    ViolationKind.INVALID_ID: "存在しないidを引用しました",
    ViolationKind.FALSE_NAME: "発言者・提出者を誤って名指ししました",
    ViolationKind.INVENTED_QUOTE: "原文にない引用をしました",
    ViolationKind.FORBIDDEN_FACT: "述べてはならないことを述べました",
    ViolationKind.MISSING_CASE: "結果がありません",
}


class Verdict(IntEnum):
    """How the gate ends; the value is the exit code."""

    PASS = 0
    WORSE = 1
    UNMEASURABLE = 2


class Step(StrEnum):
    """Which step found something."""

    MEASURABLE = "measurable"
    INVARIANT = "invariant"
    FLIP = "flip"
    AGGREGATE = "aggregate"
    FLOOR = "floor"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong.

    Attributes:
        step: Which step found it.
        message: What and why, in Japanese, with the ids of the cases.
        case_ids: The cases.
    """

    step: Step
    message: str
    case_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GateReport:
    """What the gate says, and why."""

    verdict: Verdict
    findings: tuple[Finding, ...]


def unmeasurable(message: str) -> GateReport:
    """A report that nothing could be measured."""
    return GateReport(Verdict.UNMEASURABLE, (Finding(Step.MEASURABLE, message),))


def judge(score: Score, baseline: Score, thresholds: Thresholds) -> GateReport:
    """Compare a scored run with the baseline.

    Args:
        score: The run.
        baseline: What was blessed (`eval.baseline`).
        thresholds: Floors, and metrics that never decide.
    """
    if found := _unmeasurable(score, baseline, thresholds):
        return GateReport(Verdict.UNMEASURABLE, found)
    if found := _violations(score):
        return GateReport(Verdict.WORSE, found)
    comparison = compare(baseline, score)
    found = (
        *_losses(comparison),
        *_significant(comparison, score, baseline, thresholds),
        *_below_floor(score, thresholds),
    )
    return GateReport(Verdict.WORSE if found else Verdict.PASS, found)


def _unmeasurable(score: Score, baseline: Score, thresholds: Thresholds) -> tuple[Finding, ...]:
    messages = [*_failed_calls(score), *differences(score.provenance, baseline.provenance)]
    found = tuple(Finding(Step.MEASURABLE, message) for message in messages)
    return found or _unmeasured_floors(score, baseline, thresholds)


def _failed_calls(score: Score) -> list[str]:
    total = len(score.cases)
    missing = {
        violation.case_id
        for violation in score.violations
        if violation.kind is ViolationKind.MISSING_CASE
    }
    if total == 0 or len(missing | set(score.errors)) >= total:
        return [f"測れる答えが一つもありません（{total}問のうち失敗{len(score.errors)}問）。"]
    if score.errors:
        ids = "、".join(score.errors)
        return [f"{total}問のうち{len(score.errors)}問は答える途中で失敗しました: {ids}"]
    return []


def differences(now: Provenance, before: Provenance) -> list[str]:
    """What makes two runs incomparable; another index, prompts or model is what is tested."""
    parts = (
        ("質問集", now.set_name, before.set_name),
        ("質問集の内容", now.cases, before.cases),
        ("文書", now.corpus, before.corpus),
        ("採点プログラムの版", now.scorer, before.scorer),
    )
    return [
        f"{name}が比べる相手と違います（今回 {_short(ours)}、相手 {_short(theirs)}）。"
        for name, ours, theirs in parts
        if ours != theirs
    ]


def _short(value: str) -> str:
    return value[:12] or "不明"


def _unmeasured_floors(
    score: Score, baseline: Score, thresholds: Thresholds
) -> tuple[Finding, ...]:
    """Floors of metrics that neither run measures: a wrong name, or a set that cannot."""
    means = {**_means(baseline), **_means(score)}
    return tuple(
        Finding(Step.MEASURABLE, f"下限のある指標 {name} が測れていません。")
        for name in thresholds.of_set(score.provenance.set_name)
        if name not in means
    )


def _means(score: Score) -> dict[str, float]:
    return {metric.name: metric.mean for metric in score.metrics if metric.mean is not None}


def _violations(score: Score) -> tuple[Finding, ...]:
    return tuple(
        Finding(
            Step.INVARIANT,
            f"{violation.case_id}: {_VIOLATION_NAMES[violation.kind]}（{violation.detail}）",
            (violation.case_id,),
        )
        for violation in score.violations
    )


def _losses(comparison: Comparison) -> tuple[Finding, ...]:
    return tuple(
        Finding(Step.FLIP, _loss(change), (change.case_id,))
        for change in comparison.cases
        if change.flip is Flip.LOSS and change.split in _GATED_SPLITS
    )


def _loss(change: CaseChange) -> str:
    reasons = "；".join(change.after.reasons) or "理由の記録なし"
    return f"{change.case_id}（{change.split}）: 合格していた問いが不合格になりました: {reasons}"


def _significant(
    comparison: Comparison, score: Score, baseline: Score, thresholds: Thresholds
) -> tuple[Finding, ...]:
    found = []
    results = {metric.name: metric for metric in score.metrics}
    before = {metric.name: metric for metric in baseline.metrics}
    for change in comparison.metrics:
        if not change.worse or not thresholds.decides(change.name):
            continue
        ids = _worse_cases(results[change.name], before[change.name])
        message = (
            f"{change.name} が有意に悪くなりました: {_figure(change.before)} → "
            f"{_figure(change.after)}（p={_figure(change.p_value)}）。"
            f"悪くなった問い: {'、'.join(ids)}"
        )
        found.append(Finding(Step.AGGREGATE, message, ids))
    return tuple(found)


def _worse_cases(now: MetricResult, before: MetricResult) -> tuple[str, ...]:
    sign = 1 if now.higher_is_better else -1
    held = {detail.case_id: detail.value for detail in before.details}
    return tuple(
        detail.case_id
        for detail in now.details
        if detail.value is not None
        and (earlier := held.get(detail.case_id)) is not None
        and sign * detail.value < sign * earlier
    )


def _below_floor(score: Score, thresholds: Thresholds) -> tuple[Finding, ...]:
    floors = thresholds.of_set(score.provenance.set_name)
    return tuple(
        Finding(Step.FLOOR, message)
        for metric in score.metrics
        if metric.name in floors and (message := _outside(metric, floors[metric.name]))
    )


def _outside(metric: MetricResult, floor: float) -> str:
    """What to say of a metric beyond its floor, "" where it keeps to it."""
    if metric.mean is None:
        return f"{metric.name} は、基準では測れましたが、今回は当てはまる答えがありません。"
    if (metric.mean >= floor) if metric.higher_is_better else (metric.mean <= floor):
        return ""
    side = "下限" if metric.higher_is_better else "上限"
    return f"{metric.name} が{side}を外れました: {_figure(metric.mean)}（{side} {floor}）"


def _figure(value: float | None) -> str:
    return "なし" if value is None else f"{value:.3f}"
