"""Confidence intervals and tests; the one door to scipy.

Cases about one document stand or fall together, so the document is what is drawn and what is
exchanged. With few documents the intervals are wide and no p-value can be small: of n
documents that differ the smallest is 2 / 2**n.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

_SEED = 20150904
_RESAMPLES = 9999
_FEWEST_CLUSTERS = 3


@dataclass(frozen=True, slots=True)
class Interval:
    """A 95 % confidence interval."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class _Clusters:
    """Of each cluster the sum of its values and how many there are, both of shape (clusters,)."""

    sums: NDArray[np.float64]
    counts: NDArray[np.float64]

    def mean(self, drawn: NDArray[np.int64], axis: int = -1) -> NDArray[np.float64]:
        """Mean over all values of the drawn clusters."""
        total = self.sums[drawn].sum(axis=axis)
        return np.asarray(total / self.counts[drawn].sum(axis=axis))


def _clustered(values: Sequence[float], clusters: Sequence[str]) -> _Clusters:
    grouped: dict[str, list[float]] = defaultdict(list)
    for value, cluster in zip(values, clusters, strict=True):
        grouped[cluster].append(value)
    return _Clusters(
        np.array([sum(group) for group in grouped.values()], dtype=np.float64),
        np.array([len(group) for group in grouped.values()], dtype=np.float64),
    )


def mean_interval(values: Sequence[float], clusters: Sequence[str]) -> Interval | None:
    """95 % interval of a mean by the BCa bootstrap over clusters.

    Whole clusters are drawn with replacement (Davison & Hinkley 1997, 3.8), the interval is
    bias-corrected and accelerated (Efron 1987). Where the correction is not defined, that is
    where the draws do not lie on both sides of the mean, it is the percentile interval.

    Args:
        values: One of each case.
        clusters: Of each case the name of its cluster.

    Returns:
        The interval; None with fewer than three clusters.
    """
    grouped = _clustered(values, clusters)
    if len(grouped.sums) < _FEWEST_CLUSTERS:
        return None
    if len(set(values)) == 1:
        return Interval(values[0], values[0])
    return _bootstrap(grouped)


def _bootstrap(grouped: _Clusters) -> Interval:
    import warnings

    from scipy.stats import bootstrap

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # scipy warns where BCa is not defined; handled below
        found = bootstrap(
            (np.arange(len(grouped.sums)),),
            grouped.mean,
            n_resamples=_RESAMPLES,
            vectorized=True,
            method="BCa",
            rng=np.random.default_rng(_SEED),
        )
    low, high = found.confidence_interval
    if not (np.isfinite(low) and np.isfinite(high)):
        low, high = np.quantile(found.bootstrap_distribution, [0.025, 0.975])
    return Interval(float(low), float(high))


def paired_p_value(
    before: Sequence[float], after: Sequence[float], clusters: Sequence[str]
) -> float:
    """Two-sided p-value of a paired permutation test, clustered.

    Under the hypothesis that both runs are alike, before and after of a whole cluster may be
    exchanged (Fisher's randomisation test on sums of clusters; Good 2005, chapter 3). All
    exchanges are tried where there are few, else 9,999 of them.

    Args:
        before: One of each case.
        after: The same cases, in the same order.
        clusters: Of each case the name of its cluster.
    """
    first, second = _clustered(before, clusters).sums, _clustered(after, clusters).sums
    # clusters without a difference change nothing, and would only make the trying longer
    differs = ~np.isclose(first, second)
    if not differs.any():
        return 1.0
    return _permutation_test(first[differs], second[differs])


def _permutation_test(before: NDArray[np.float64], after: NDArray[np.float64]) -> float:
    if len(before) == 1:  # scipy wants two; of two exchanges both are as extreme
        return 1.0
    from scipy.stats import permutation_test

    found = permutation_test(
        (before, after),
        lambda x, y, axis: (y - x).sum(axis=axis),
        permutation_type="samples",
        vectorized=True,
        n_resamples=_RESAMPLES,
        alternative="two-sided",
        rng=np.random.default_rng(_SEED),
    )
    return float(found.pvalue)


def holm(p_values: Sequence[float]) -> tuple[float, ...]:
    """P-values corrected for how many there are (Holm 1979), in the order given."""
    order = sorted(range(len(p_values)), key=lambda place: p_values[place])
    corrected = [1.0] * len(p_values)
    highest = 0.0
    for rank, place in enumerate(order):
        highest = max(highest, min(1.0, (len(p_values) - rank) * p_values[place]))
        corrected[place] = highest
    return tuple(corrected)
