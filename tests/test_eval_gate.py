"""The gate on small made scores: what it says, in which order, with which exit code."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from eval.baseline import IncompleteRunError, bless, load_baseline
from eval.gate import Step, Verdict, judge
from eval.records import (
    CaseOutcome,
    Detail,
    MetricResult,
    Provenance,
    Score,
    Violation,
    ViolationKind,
)
from eval.thresholds import DEFAULT_THRESHOLDS, Thresholds, load_thresholds
from index.errors import UsageError

MADE_WITH = Provenance("made", "cases", "corpus", "index", "prompts", "model", None, "1")
NO_FLOORS = Thresholds()
CASES = 12


def outcome(number: int, *, passed: bool = True, split: str = "regression") -> CaseOutcome:
    reasons = () if passed else ("必須の引用がない",)
    return CaseOutcome(f"c{number}", split, f"文書{number}", passed, reasons, "答え", "問い")


def metric(*values: float | None, name: str = "citation_f1", higher: bool = True) -> MetricResult:
    details = tuple(Detail(f"c{n}", value, "覚え") for n, value in enumerate(values))
    known = [value for value in values if value is not None]
    mean = sum(known) / len(known) if known else None
    return MetricResult(name, higher, mean, None, None, details)


def scored(*failed: int, value: float = 1.0, split: str = "regression") -> Score:
    cases = tuple(outcome(n, passed=n not in failed, split=split) for n in range(CASES))
    return Score(MADE_WITH, cases, (metric(*[value] * CASES),), (), ())


BASELINE = scored()


def test_the_same_run_passes() -> None:
    assert judge(scored(), BASELINE, NO_FLOORS).verdict is Verdict.PASS


def test_a_run_in_which_every_call_failed_is_unmeasurable_though_cases_are_missing_too() -> None:
    ids = tuple(case.case_id for case in BASELINE.cases)
    failed = replace(scored(*range(CASES)), errors=ids)
    report = judge(failed, BASELINE, NO_FLOORS)
    assert report.verdict is Verdict.UNMEASURABLE
    assert "一つもありません" in report.findings[0].message


def test_one_failed_call_is_unmeasurable_even_where_something_forbidden_happened() -> None:
    violation = Violation("c1", ViolationKind.FALSE_NAME, "別人")
    report = judge(
        replace(scored(0, 1), errors=("c0",), violations=(violation,)), BASELINE, NO_FLOORS
    )
    assert report.verdict is Verdict.UNMEASURABLE
    assert "c0" in report.findings[0].message


def test_an_empty_results_file_is_unmeasurable() -> None:
    missing = tuple(
        Violation(case.case_id, ViolationKind.MISSING_CASE, "") for case in BASELINE.cases
    )
    report = judge(replace(scored(*range(CASES)), violations=missing), BASELINE, NO_FLOORS)
    assert report.verdict is Verdict.UNMEASURABLE


@pytest.mark.parametrize("field", ["set_name", "cases", "corpus", "scorer"])
def test_what_makes_two_runs_incomparable_is_unmeasurable(field: str) -> None:
    other = replace(scored(), provenance=replace(MADE_WITH, **{field: "other"}))
    report = judge(other, BASELINE, NO_FLOORS)
    assert report.verdict is Verdict.UNMEASURABLE
    assert "other" in report.findings[0].message


@pytest.mark.parametrize("field", ["index", "prompts", "embedder", "chat_model"])
def test_what_is_being_tested_may_differ_from_the_baseline(field: str) -> None:
    other = replace(scored(), provenance=replace(MADE_WITH, **{field: "other"}))
    assert judge(other, BASELINE, NO_FLOORS).verdict is Verdict.PASS


@pytest.mark.parametrize("kind", list(ViolationKind))
def test_what_must_never_happen_fails_at_once(kind: ViolationKind) -> None:
    broken = replace(scored(3), violations=(Violation("c1", kind, "詳細"),))
    report = judge(broken, BASELINE, NO_FLOORS)
    assert report.verdict is Verdict.WORSE
    assert [finding.step for finding in report.findings] == [Step.INVARIANT]
    assert report.findings[0].case_ids == ("c1",)
    assert "詳細" in report.findings[0].message


@pytest.mark.parametrize("split", ["smoke", "regression"])
def test_one_case_that_passed_and_fails_now_is_worse(split: str) -> None:
    report = judge(scored(4, split=split), scored(split=split), NO_FLOORS)
    assert report.verdict is Verdict.WORSE
    assert [(found.step, found.case_ids) for found in report.findings] == [(Step.FLIP, ("c4",))]
    assert "必須の引用がない" in report.findings[0].message


def test_a_flip_among_the_cases_in_development_is_not_worse_by_itself() -> None:
    assert judge(scored(4, split="dev"), scored(split="dev"), NO_FLOORS).verdict is Verdict.PASS


def test_a_case_that_failed_before_may_fail_again_and_may_be_won() -> None:
    assert judge(scored(4), scored(4), NO_FLOORS).verdict is Verdict.PASS
    assert judge(scored(), scored(4), NO_FLOORS).verdict is Verdict.PASS


def test_a_significant_loss_of_a_metric_is_worse_and_names_the_cases() -> None:
    report = judge(scored(value=0.4), BASELINE, NO_FLOORS)
    assert report.verdict is Verdict.WORSE
    assert report.findings[0].step is Step.AGGREGATE
    assert len(report.findings[0].case_ids) == CASES
    assert "citation_f1" in report.findings[0].message


def test_a_metric_that_does_not_decide_is_not_looked_at() -> None:
    slow = (metric(*[9.0] * CASES, name="latency_gather", higher=False),)
    fast = (metric(*[1.0] * CASES, name="latency_gather", higher=False),)
    report = judge(
        replace(scored(), metrics=slow),
        replace(scored(), metrics=fast),
        Thresholds(ungated=("latency_*",)),
    )
    assert report.verdict is Verdict.PASS


def test_a_mean_below_its_floor_is_worse_even_where_the_baseline_was_as_bad() -> None:
    floors = Thresholds(floors={"made": {"citation_f1": 0.9}, "other": {"citation_f1": 2.0}})
    report = judge(scored(value=0.8), scored(value=0.8), floors)
    assert report.verdict is Verdict.WORSE
    assert report.findings[0].step is Step.FLOOR
    assert judge(scored(value=0.9), scored(value=0.9), floors).verdict is Verdict.PASS


def test_where_lower_is_better_the_floor_is_the_most_it_may_be() -> None:
    def named(value: float) -> Score:
        return replace(
            scored(), metrics=(metric(*[value] * CASES, name="false_naming", higher=False),)
        )

    most = Thresholds(floors={"all": {"false_naming": 0.1}})
    assert judge(named(0.2), named(0.2), most).verdict is Verdict.WORSE
    assert judge(named(0.1), named(0.1), most).verdict is Verdict.PASS


@pytest.mark.parametrize("metrics", [(), (metric(None, None),)])
def test_a_floor_of_a_metric_that_neither_run_measures_is_unmeasurable(
    metrics: tuple[MetricResult, ...],
) -> None:
    floors = Thresholds(floors={"made": {"citation_f1": 0.5}})
    nothing = replace(scored(), metrics=metrics)
    report = judge(nothing, nothing, floors)
    assert report.verdict is Verdict.UNMEASURABLE
    assert "citation_f1" in report.findings[0].message


def test_answers_to_which_a_floor_no_longer_applies_are_worse() -> None:
    floors = Thresholds(floors={"made": {"citation_f1": 0.5}})
    report = judge(replace(scored(), metrics=(metric(None, None),)), BASELINE, floors)
    assert report.verdict is Verdict.WORSE
    assert report.findings[0].step is Step.FLOOR


def test_the_thresholds_that_ship_are_readable() -> None:
    assert not load_thresholds(DEFAULT_THRESHOLDS).decides("latency_total")


def test_a_misspelt_thresholds_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "thresholds.yaml"
    path.write_text("flors: {}\n", encoding="utf-8")
    with pytest.raises(UsageError, match="flors"):
        load_thresholds(path)


def test_a_baseline_holds_the_figures_and_no_words_of_answers(tmp_path: Path) -> None:
    path = tmp_path / "baselines" / "made.json"
    slow = metric(*[9.0] * CASES, name="latency_total_p95_ms", higher=False)
    blessed = scored(2)
    bless(replace(blessed, metrics=(*blessed.metrics, metric(None, name="empty"), slow)), path)
    written = path.read_text(encoding="utf-8")
    assert "答え" not in written
    assert "覚え" not in written
    assert "問い" not in written
    assert "文書" not in written
    held = load_baseline(path)
    assert held.provenance == MADE_WITH
    assert [case.passed for case in held.cases] == [n != 2 for n in range(CASES)]
    assert [found.name for found in held.metrics] == ["citation_f1"]
    assert [detail.value for detail in held.metrics[0].details] == [1.0] * CASES


def test_cases_of_one_document_stay_together_in_a_baseline(tmp_path: Path) -> None:
    clusters = ("計画", "計画", "会議", "case:c3")
    cases = tuple(replace(outcome(n), cluster=cluster) for n, cluster in enumerate(clusters))
    bless(replace(scored(), cases=cases), tmp_path / "baseline.json")
    first, second, *others = (c.cluster for c in load_baseline(tmp_path / "baseline.json").cases)
    assert first == second
    assert len({first, *others}) == 3


@pytest.mark.parametrize(
    "broken",
    [
        replace(scored(0), errors=("c0",)),
        replace(scored(0), violations=(Violation("c0", ViolationKind.MISSING_CASE, ""),)),
        replace(scored(0), violations=(Violation("c0", ViolationKind.INVENTED_QUOTE, ""),)),
        replace(scored(), cases=()),
    ],
    ids=["a call failed", "a case is missing", "a quote was invented", "no case"],
)
def test_only_a_complete_run_becomes_a_baseline(broken: Score, tmp_path: Path) -> None:
    with pytest.raises(IncompleteRunError):
        bless(broken, tmp_path / "baseline.json")
    assert not list(tmp_path.iterdir())


def test_a_missing_baseline_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="bless"):
        load_baseline(tmp_path / "none.json")
