"""What a metric is."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from typing import Protocol

from eval.metrics.context import ScoringContext
from eval.metrics.gold import cluster_of
from eval.records import Detail, MetricResult, Pair
from eval.statistics import mean_interval


class Metric(Protocol):
    """One figure over a run."""

    @property
    def name(self) -> str:
        """Its name, e.g. `citation_f1`."""

    @property
    def higher_is_better(self) -> bool:
        """Direction."""

    def score(self, pairs: Sequence[Pair], context: ScoringContext, /) -> MetricResult:
        """The figure, and what it says of each case; failed calls are not measured."""


def measured(pairs: Sequence[Pair], detail: Callable[[Pair], Detail]) -> tuple[Detail, ...]:
    """The detail of each pair; without a value where the call failed."""
    return tuple(
        detail(pair)
        if pair.result.error is None
        else Detail(pair.case.id, None, f"未測定: {pair.result.error}")
        for pair in pairs
    )


def summary(metric: Metric, pairs: Sequence[Pair], details: tuple[Detail, ...]) -> MetricResult:
    """Mean and interval of details, one for each pair."""
    found = [
        (detail.value, cluster_of(pair.case))
        for pair, detail in zip(pairs, details, strict=True)
        if detail.value is not None
    ]
    values = [value for value, _ in found]
    interval = mean_interval(values, [cluster for _, cluster in found])
    return MetricResult(
        name=metric.name,
        higher_is_better=metric.higher_is_better,
        mean=sum(values) / len(values) if values else None,
        low=interval.low if interval else None,
        high=interval.high if interval else None,
        details=details,
    )


class CaseMetric(ABC):
    """A metric that looks at one case at a time; its figure is their mean."""

    @property
    @abstractmethod
    def name(self) -> str:
        """Its name."""

    @property
    def higher_is_better(self) -> bool:
        """Direction; higher unless a metric says otherwise."""
        return True

    @abstractmethod
    def detail(self, pair: Pair, context: ScoringContext, /) -> Detail:
        """What it says of one answered case."""

    def score(self, pairs: Sequence[Pair], context: ScoringContext, /) -> MetricResult:
        """Mean over the cases it applies to."""
        return summary(self, pairs, measured(pairs, lambda pair: self.detail(pair, context)))
