"""Flips, and which change of a metric is more than chance."""

from __future__ import annotations

import pytest

from eval.compare import compare
from eval.records import (
    CaseOutcome,
    Detail,
    Flip,
    MetricChange,
    MetricResult,
    Provenance,
    Score,
)

MADE_WITH = Provenance("set", "cases", "corpus", "index", "prompts", "embedder", None, "1")


def outcome(case_id: str, *, passed: bool = True, cluster: str | None = None) -> CaseOutcome:
    return CaseOutcome(case_id, "smoke", cluster or case_id, passed, (), "答え", "問い")


def metric(values: list[float | None], name: str = "f1", *, higher: bool = True) -> MetricResult:
    found = [value for value in values if value is not None]
    details = tuple(Detail(f"c{n}", value) for n, value in enumerate(values))
    mean = sum(found) / len(found) if found else None
    return MetricResult(name, higher, mean, None, None, details)


def score(*metrics: MetricResult, cluster: str | None = None) -> Score:
    cases = tuple(outcome(f"c{n}", cluster=cluster) for n in range(len(metrics[0].details)))
    return Score(MADE_WITH, cases, metrics, (), ())


def change(before: Score, after: Score, name: str = "f1") -> MetricChange:
    return next(one for one in compare(before, after).metrics if one.name == name)


def run(marks: str, errors: tuple[str, ...] = ()) -> Score:
    """A run whose cases passed (+) or failed (-)."""
    cases = tuple(outcome(f"c{n}", passed=mark == "+") for n, mark in enumerate(marks))
    return Score(MADE_WITH, cases, (), (), errors)


def test_flips_say_which_way_a_case_went() -> None:
    found = compare(run("+-+-"), run("-++-")).cases
    assert [one.flip for one in found] == [Flip.LOSS, Flip.WIN, Flip.TIE, Flip.TIE]
    assert found[0].question == "問い"


def test_a_case_that_could_not_be_measured_is_no_loss() -> None:
    found = compare(run("++"), run("--", errors=("c0",))).cases
    assert [one.flip for one in found] == [Flip.TIE, Flip.LOSS]


def test_cases_of_one_run_only_are_left_out() -> None:
    assert [one.case_id for one in compare(run("+"), run("++")).cases] == ["c0"]


def test_a_fall_in_many_documents_is_worse_and_a_rise_is_not() -> None:
    high, low = score(metric([1.0] * 8)), score(metric([0.0] * 7 + [1.0]))
    fall, rise = change(high, low), change(low, high)
    assert fall.worse
    assert not rise.worse
    assert fall.p_value == rise.p_value == pytest.approx(2 / 2**7)
    assert (fall.before, fall.after) == (1.0, 0.125)
    assert fall.low is not None
    assert fall.high is not None
    assert fall.low < -0.875 < fall.high <= 0


def test_where_lower_is_better_a_rise_is_worse() -> None:
    low, high = metric([0.0] * 8, higher=False), metric([1.0] * 8, higher=False)
    assert change(score(low), score(high)).worse
    assert not change(score(high), score(low)).worse


def test_a_fall_in_one_document_alone_is_not_significant() -> None:
    before, after = metric([1.0] * 20), metric([0.0] * 20)
    assert not change(score(before, cluster="d"), score(after, cluster="d")).worse


def test_what_did_not_change_is_not_tested_and_does_not_weaken_the_rest() -> None:
    same = [metric([1.0] * 7, f"same{n}") for n in range(30)]
    found = compare(score(metric([1.0] * 7), *same), score(metric([0.0] * 7), *same)).metrics
    assert found[0].p_value == pytest.approx(2 / 2**7)
    assert {one.p_value for one in found[1:]} == {None}


def test_what_changed_is_corrected_for_how_many_changed() -> None:
    before = score(metric([1.0] * 7), metric([1.0] * 7, "other"))
    after = score(metric([0.0] * 7), metric([0.0] * 7, "other"))
    assert change(before, after).p_value == pytest.approx(2 * 2 / 2**7)


def test_only_cases_measured_in_both_are_tested() -> None:
    before = score(metric([1.0] * 7 + [None, 1.0]))
    after = score(metric([1.0] * 7 + [0.0, None]))
    assert change(before, after).p_value is None
    assert not change(before, after).worse


def test_milliseconds_decide_nothing() -> None:
    fast = metric([1.0] * 12, "latency_total_median_ms", higher=False)
    slow = metric([90.0] * 12, "latency_total_median_ms", higher=False)
    found = change(score(fast), score(slow), "latency_total_median_ms")
    assert (found.before, found.after, found.p_value, found.worse) == (1.0, 90.0, None, False)
