"""What the page shows of each case, gathered from score, comparison, cases and results."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from eval.cases import Case, CaseSet
from eval.records import (
    CaseChange,
    CaseOutcome,
    Comparison,
    Result,
    ResultCitation,
    Score,
)
from eval.reports import labels
from eval.reports.answers import answer_html


@dataclass(frozen=True, slots=True)
class AnswerView:
    """One answer.

    Attributes:
        name: 前, 後, or nothing where there is one run.
        state: pass, fail or error.
        status: The answer's own status, in Japanese.
        html: The answer, safe to set.
        prefix: Start of the citations' element ids.
        citations: What its markers stand for.
        reasons: What was not met.
    """

    name: str
    state: str
    status: str
    html: str
    prefix: str
    citations: tuple[ResultCitation, ...]
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FigureView:
    """What one metric says of the case."""

    label: str
    value: str
    note: str


@dataclass(frozen=True, slots=True)
class CaseView:
    """One case.

    Attributes:
        id: The case's.
        split: smoke, regression or dev.
        persona: Who asks; empty where the set does not say.
        kind: What is asked for; empty where the set does not say.
        question: The question.
        state: pass, fail or error.
        flip: win, loss or tie; empty where there is one run.
        expected: What a right answer holds; None without the set.
        violations: What must never happen and did, and is not among the reasons.
        answers: One, or before and after.
        figures: What each metric that applies says.
    """

    id: str
    split: str
    persona: str
    kind: str
    question: str
    state: str
    flip: str
    expected: Case | None
    violations: tuple[str, ...]
    answers: tuple[AnswerView, ...]
    figures: tuple[FigureView, ...]


@dataclass(frozen=True, slots=True)
class Sources:
    """Where a case's parts are looked up, by its id."""

    score: Score
    cases: dict[str, Case]
    changes: dict[str, CaseChange]
    results: dict[str, Result]
    results_before: dict[str, Result]


def case_views(
    score: Score,
    comparison: Comparison | None,
    case_set: CaseSet | None,
    results: Iterable[Result],
    results_before: Iterable[Result],
) -> tuple[CaseView, ...]:
    """A view of every case of the score, in its order."""
    sources = Sources(
        score,
        {case.id: case for case in case_set.cases} if case_set else {},
        {change.case_id: change for change in comparison.cases} if comparison else {},
        {result.id: result for result in results},
        {result.id: result for result in results_before},
    )
    return tuple(_case(sources, outcome) for outcome in score.cases)


def _case(sources: Sources, outcome: CaseOutcome) -> CaseView:
    name = outcome.case_id
    expected, change = sources.cases.get(name), sources.changes.get(name)
    return CaseView(
        id=name,
        split=outcome.split,
        persona=(expected.persona if expected else None) or "",
        kind=(expected.kind if expected else None) or "",
        question=_question(sources, outcome),
        state=_state(outcome, sources.score.errors),
        flip=change.flip.value if change else "",
        expected=expected,
        violations=tuple(_violations(sources.score, outcome)),
        answers=_answers(sources, outcome, change),
        figures=tuple(_figures(sources.score, name)),
    )


def _question(sources: Sources, outcome: CaseOutcome) -> str:
    case_id = outcome.case_id
    if case_id in sources.cases:
        return sources.cases[case_id].question
    result = sources.results.get(case_id)
    return outcome.question or (result.question if result else "") or case_id


def _state(outcome: CaseOutcome, errors: Iterable[str]) -> str:
    if outcome.case_id in errors:
        return "error"
    return "pass" if outcome.passed else "fail"


def _answers(
    sources: Sources, outcome: CaseOutcome, change: CaseChange | None
) -> tuple[AnswerView, ...]:
    after = _answer(
        "後" if change else "",
        outcome,
        _state(outcome, sources.score.errors),
        sources.results.get(outcome.case_id),
    )
    earlier = sources.results_before.get(outcome.case_id)
    # A committed baseline holds no words: then there is nothing to set beside.
    if change is None or not (earlier or change.before.answer or change.before.reasons):
        return (after,)
    failed = (outcome.case_id,) if earlier and earlier.error else ()
    return (_answer("前", change.before, _state(change.before, failed), earlier), after)


def _answer(name: str, outcome: CaseOutcome, state: str, result: Result | None) -> AnswerView:
    citations = result.citations if result else ()
    prefix = f"{'before' if name == '前' else 'cite'}-{outcome.case_id}"
    return AnswerView(
        name=name,
        state=state,
        status=labels.word(result.status) if result else "",
        html=answer_html(outcome.answer, prefix, {citation.n for citation in citations}),
        prefix=prefix,
        citations=citations,
        reasons=outcome.reasons,
    )


def _violations(score: Score, outcome: CaseOutcome) -> Iterable[str]:
    """Those that the reasons do not tell already."""
    told = "\n".join(outcome.reasons)
    for violation in score.violations:
        if violation.case_id == outcome.case_id and violation.detail not in told:
            yield f"{labels.VIOLATIONS[violation.kind]}: {violation.detail}"


def _figures(score: Score, case_id: str) -> Iterable[FigureView]:
    """Shares only: a quantile of times says nothing of one case."""
    for metric in score.metrics:
        for detail in metric.details:
            if detail.case_id != case_id or labels.is_duration(metric.name):
                continue
            if detail.value is not None or detail.note:
                value = labels.figure(metric.name, detail.value)
                yield FigureView(labels.metric_label(metric.name), value, detail.note)
