"""Intervals and tests against cases that can be counted by hand."""

from __future__ import annotations

import numpy as np
import pytest

from eval.statistics import Interval, holm, mean_interval, paired_p_value


def singles(count: int) -> list[str]:
    return [f"d{n}" for n in range(count)]


def test_an_interval_holds_the_mean_and_is_the_same_each_time() -> None:
    values = [0.0, 1.0, 1.0, 0.5, 1.0, 0.0, 1.0, 0.75]
    found = mean_interval(values, singles(8))
    assert found is not None
    assert found.low < float(np.mean(values)) < found.high
    assert found == mean_interval(values, singles(8))


def test_the_interval_is_the_bca_one_of_scipy_where_each_case_is_its_own_cluster() -> None:
    from scipy.stats import bootstrap

    values = np.random.default_rng(1).exponential(size=40)
    found = mean_interval(list(values), singles(40))
    known = bootstrap((values,), np.mean, method="BCa", rng=2).confidence_interval
    assert found is not None
    assert found.low == pytest.approx(known.low, rel=0.05)
    assert found.high == pytest.approx(known.high, rel=0.05)


def test_cases_of_one_document_are_drawn_together_and_widen_the_interval() -> None:
    values = [1.0] * 10 + [0.0] * 10 + [1.0] * 10 + [0.0] * 10
    together = mean_interval(values, [f"d{n // 10}" for n in range(40)])
    apart = mean_interval(values, singles(40))
    assert together is not None
    assert apart is not None
    assert together.high - together.low > 1.5 * (apart.high - apart.low)


def test_equal_values_have_an_interval_of_no_width_and_two_documents_have_none() -> None:
    assert mean_interval([1.0] * 5, singles(5)) == Interval(1.0, 1.0)
    assert mean_interval([0.0, 1.0, 1.0], ["a", "b", "b"]) is None
    assert mean_interval([], []) is None


def test_one_case_that_differs_gives_an_interval_and_no_warning() -> None:
    found = mean_interval([1.0] * 9 + [0.0], singles(10))
    assert found is not None
    assert 0 < found.low < found.high <= 1


def test_all_exchanges_are_counted() -> None:
    # of 2**6 exchanges only the one that happened and its mirror are as extreme
    assert paired_p_value([1.0] * 6, [0.0] * 6, singles(6)) == pytest.approx(2 / 64)
    assert paired_p_value([0.0] * 6, [1.0] * 6, singles(6)) == pytest.approx(2 / 64)


def test_losses_in_one_document_are_one_loss() -> None:
    before, after = [1.0] * 20, [0.0] * 20
    assert paired_p_value(before, after, ["d"] * 20) == 1.0
    assert paired_p_value(before, after, ["d"] * 10 + ["e"] * 10) == pytest.approx(0.5)


def test_runs_that_are_alike_differ_by_chance() -> None:
    assert paired_p_value([1.0, 0.0], [1.0, 0.0], singles(2)) == 1.0
    assert paired_p_value([1.0, 0.0, 1.0, 0.0], [0.0, 1.0, 0.0, 1.0], singles(4)) > 0.9


def test_more_clusters_than_exchanges_that_can_be_tried() -> None:
    assert paired_p_value([1.0] * 40, [0.0] * 40, singles(40)) < 0.001


def test_holm_on_his_own_scale() -> None:
    assert holm([0.01, 0.04, 0.03, 0.005]) == pytest.approx((0.03, 0.06, 0.06, 0.02))
    assert holm([0.6, 0.9]) == (1.0, 1.0)
    assert holm([]) == ()
