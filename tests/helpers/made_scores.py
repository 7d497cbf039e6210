"""A made-up score with a hostile answer, its comparison with another, its cases and results."""

from __future__ import annotations

from dataclasses import replace

from eval.cases import Case, CaseSet, GoldCitations, Nugget
from eval.records import (
    CaseChange,
    CaseOutcome,
    Comparison,
    Detail,
    Flip,
    MetricChange,
    MetricResult,
    Provenance,
    Result,
    ResultCitation,
    Score,
)

HOSTILE = (
    '<script>alert(1)</script> <img src="http://evil.example/x.png" onerror=alert(2)>\n\n'
    "[押す](javascript:alert(3)) ![図](http://evil.example/y.png) [1]: http://evil.example\n\n"
    "</details></div>```\n````\n| a | \x0c\x00 & ]]> {{ 7*7 }} <http://evil.example>"
)
PROVENANCE = Provenance("見本", "c" * 64, "d" * 64, "i" * 64, "p" * 64, "embedder-x", None, "1")


def made_outcome(name: str, *, passed: bool = True, answer: str = "はい。[1]") -> CaseOutcome:
    reasons = () if passed else (f"{name}に必須の典拠がない",)
    return CaseOutcome(name, "regression", "文書", passed, reasons, answer)


def _metric(name: str, values: dict[str, float | None], *, higher: bool = True) -> MetricResult:
    measured = [value for value in values.values() if value is not None]
    mean = sum(measured) / len(measured)
    details = tuple(Detail(case_id, value) for case_id, value in values.items())
    return MetricResult(name, higher, mean, mean - 0.03125, mean + 0.03125, details)


def made_score() -> Score:
    cases = (
        made_outcome("a1"),
        made_outcome("a2", passed=False, answer=HOSTILE),
        replace(made_outcome("a3"), split="dev"),
        made_outcome("a4", passed=False, answer=""),
    )
    metrics = (
        _metric("citation_f1", {"a1": 1.0, "a2": 0.1234, "a3": 0.5, "a4": None}),
        _metric("uncited_claims", {"a1": 0.25, "a2": 0.75}, higher=False),
        _metric("latency_total_median_ms", {"a1": 1234.5, "a2": 20.0}, higher=False),
        MetricResult(
            "abstention_recall", higher_is_better=True, mean=None, low=None, high=None, details=()
        ),
    )
    return Score(PROVENANCE, cases, metrics, (), ("a4",))


def made_comparison() -> Comparison:
    score = made_score()
    before = {case.case_id: case for case in score.cases}
    before["a2"] = made_outcome("a2", answer="前の答え")
    before["a3"] = made_outcome("a3", passed=False, answer="前の誤り")
    flips = {"a2": Flip.LOSS, "a3": Flip.WIN}
    changes = tuple(
        CaseChange(
            case.case_id,
            case.split,
            f"{case.case_id}の<問い>",
            flips.get(case.case_id, Flip.TIE),
            before[case.case_id],
            case,
        )
        for case in score.cases
    )
    metrics = (
        MetricChange("citation_f1", 0.912, 0.541, -0.5, -0.123, 0.0004, worse=True),
        MetricChange("uncited_claims", 0.6, 0.5, -0.2, 0.05, 0.25, worse=False),
        MetricChange("abstention_recall", None, None, None, None, None, worse=False),
    )
    return Comparison(replace(PROVENANCE, embedder="embedder-w"), PROVENANCE, metrics, changes)


def made_cases() -> CaseSet:
    made = [
        Case(
            id=f"a{number}",
            question=f"問い{number} <b>",
            persona="official",
            kind="who" if number % 2 else "fact",
            citations=GoldCitations(required=((f"文書#単位{number}", "文書#別"),)),
            nuggets=(Nugget(any_of=("必須の語", "<別の語>")),),
        )
        for number in range(1, 5)
    ]
    return CaseSet(set="見本", cases=tuple(made))


def made_results() -> tuple[Result, ...]:
    quoted = ResultCitation(n=1, id="文書#単位1", label="第1節", quote="引いた<語>", text="")
    return tuple(
        Result(id=f"a{number}", status="answered", citations=(quoted,)) for number in (1, 2, 3)
    )
