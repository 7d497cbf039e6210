"""Two scored runs side by side: which cases flipped, which metrics changed."""

from __future__ import annotations

from dataclasses import dataclass

from eval.records import (
    CaseChange,
    CaseOutcome,
    Comparison,
    Flip,
    MetricChange,
    MetricResult,
    Score,
)
from eval.statistics import Interval, holm, mean_interval, paired_p_value

_ALPHA = 0.05


def compare(before: Score, after: Score) -> Comparison:
    """Compare two runs over the cases that both hold.

    Whether they may be compared at all (same corpus, same cases) is the gate's to say.

    A metric is tested where at least one case differs: one that did not change cannot be
    significant, and does not count in Holm's correction (Tarone 1990). Milliseconds are not
    tested, since they depend on the machine. A case whose call failed in either run is a tie.

    Args:
        before: The first run, e.g. the baseline.
        after: The second run.
    """
    paired = [pair for pair in _paired_metrics(before, after) if pair is not None]
    tested = [pair for pair in paired if pair.is_tested]
    corrected = holm([pair.p_value() for pair in tested])
    p_values = dict(zip((pair.after.name for pair in tested), corrected, strict=True))
    return Comparison(
        before=before.provenance,
        after=after.provenance,
        metrics=tuple(pair.change(p_values.get(pair.after.name)) for pair in paired),
        cases=_case_changes(before, after),
    )


@dataclass(frozen=True, slots=True)
class _PairedMetric:
    """A metric with the cases that it measured in both runs."""

    before: MetricResult
    after: MetricResult
    first: tuple[float, ...]
    second: tuple[float, ...]
    clusters: tuple[str, ...]

    @property
    def is_tested(self) -> bool:
        return not self.after.name.endswith("_ms") and self.first != self.second

    def p_value(self) -> float:
        return paired_p_value(self.first, self.second, self.clusters)

    def change(self, p_value: float | None) -> MetricChange:
        interval = self._interval() if self.is_tested else None
        return MetricChange(
            name=self.after.name,
            before=self.before.mean,
            after=self.after.mean,
            low=interval.low if interval else None,
            high=interval.high if interval else None,
            p_value=p_value,
            worse=p_value is not None and p_value < _ALPHA and self._fell(),
        )

    def _interval(self) -> Interval | None:
        return mean_interval(self._differences(), self.clusters)

    def _differences(self) -> list[float]:
        return [after - before for before, after in zip(self.first, self.second, strict=True)]

    def _fell(self) -> bool:
        difference = sum(self._differences())
        return difference < 0 if self.after.higher_is_better else difference > 0


def _paired_metrics(before: Score, after: Score) -> list[_PairedMetric | None]:
    earlier = {metric.name: metric for metric in before.metrics}
    clusters = {case.case_id: case.cluster for case in after.cases}
    return [
        _paired(earlier[metric.name], metric, clusters) if metric.name in earlier else None
        for metric in after.metrics
    ]


def _paired(before: MetricResult, after: MetricResult, clusters: dict[str, str]) -> _PairedMetric:
    earlier = {detail.case_id: detail.value for detail in before.details}
    both = [
        (first, detail.value, clusters[detail.case_id])
        for detail in after.details
        if detail.value is not None and (first := earlier.get(detail.case_id)) is not None
    ]
    return _PairedMetric(
        before,
        after,
        tuple(first for first, _, _ in both),
        tuple(second for _, second, _ in both),
        tuple(cluster for _, _, cluster in both),
    )


def _case_changes(before: Score, after: Score) -> tuple[CaseChange, ...]:
    earlier = {case.case_id: case for case in before.cases}
    unmeasured = {*before.errors, *after.errors}
    return tuple(
        CaseChange(
            case_id=case.case_id,
            split=case.split,
            question=case.question,
            flip=_flip(earlier[case.case_id], case, unmeasured),
            before=earlier[case.case_id],
            after=case,
        )
        for case in after.cases
        if case.case_id in earlier
    )


def _flip(before: CaseOutcome, after: CaseOutcome, unmeasured: set[str]) -> Flip:
    if before.passed == after.passed or after.case_id in unmeasured:
        return Flip.TIE
    return Flip.WIN if after.passed else Flip.LOSS
