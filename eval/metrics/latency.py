"""How long each stage takes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from eval.metrics.context import ScoringContext
from eval.metrics.metric import measured
from eval.records import Detail, MetricResult, Pair


class Stage(StrEnum):
    """A stage of answering, or all of them together."""

    UNDERSTAND = "understand"
    GATHER = "gather"
    VERIFY = "verify"
    TOTAL = "total"


class Quantile(StrEnum):
    """Which figure of the times is told."""

    MEDIAN = "median"
    P95 = "p95"

    @property
    def share(self) -> float:
        """The share of times below it."""
        return 0.5 if self is Quantile.MEDIAN else 0.95


@dataclass(frozen=True)
class Latency:
    """A quantile of the milliseconds of a stage.

    Without an interval: it is a figure of the machine and its load, and decides nothing.
    """

    stage: Stage
    quantile: Quantile

    @property
    def name(self) -> str:
        """Its name, e.g. `latency_gather_p95_ms`."""
        return f"latency_{self.stage}_{self.quantile}_ms"

    @property
    def higher_is_better(self) -> bool:
        """Lower is better."""
        return False

    def score(self, pairs: Sequence[Pair], _context: ScoringContext, /) -> MetricResult:
        """The quantile over all answered cases."""
        details = measured(pairs, self._detail)
        times = [detail.value for detail in details if detail.value is not None]
        figure = float(np.quantile(times, self.quantile.share)) if times else None
        return MetricResult(self.name, self.higher_is_better, figure, None, None, details)

    def _detail(self, pair: Pair) -> Detail:
        timings = pair.result.timings
        times = {
            Stage.UNDERSTAND: timings.understand_ms,
            Stage.GATHER: timings.gather_ms,
            Stage.VERIFY: timings.verify_ms,
        }
        total = sum(times.values())
        if not total:  # other programs' results may hold no times
            return Detail(pair.case.id, None)
        return Detail(pair.case.id, times.get(self.stage, total))
