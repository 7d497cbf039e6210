"""Scores a run: what each metric says, which cases pass, and what must never happen."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from eval.cases import Case, CaseSet
from eval.metrics import METRICS
from eval.metrics.attribution import false_names
from eval.metrics.citations import forbidden_citations, invalid_ids, uncited_note
from eval.metrics.context import ScoringContext
from eval.metrics.facts import forbidden_facts, missing_note, missing_nuggets
from eval.metrics.gold import Level, cited_ids, cluster_of, unmet_groups
from eval.metrics.quotes import invented_quotes
from eval.metrics.status import status_note
from eval.provenance import SCORER_VERSION, cases_hash
from eval.records import CaseOutcome, Pair, Provenance, Result, Score, Violation, ViolationKind
from index.errors import UsageError

_MISSING = "結果がありません"
_NAMES = {
    ViolationKind.INVALID_ID: "存在しないid",
    ViolationKind.FALSE_NAME: "誤った名指し",
    ViolationKind.INVENTED_QUOTE: "原文にない引用",
    ViolationKind.FORBIDDEN_FACT: "禁じられた内容",
    ViolationKind.MISSING_CASE: "欠けた質問",
}


def score_run(
    case_set: CaseSet,
    results: Iterable[Result],
    context: ScoringContext,
    provenance: Provenance,
) -> Score:
    """Score the results of a set of cases.

    A case whose call failed, or that has no result, is measured by no metric and never passes.

    Args:
        case_set: The cases.
        results: What was answered, in any order.
        context: What is valid to cite and to name.
        provenance: What the run was made with; set, cases and scorer are those of now.

    Raises:
        UsageError: The results are of another set of cases.
    """
    found = {result.id: result for result in results}
    _require_same_questions(case_set, found)
    pairs = tuple(Pair(case, found.get(case.id) or _missing(case)) for case in case_set.cases)
    violations = tuple(
        breach
        for pair in pairs
        for breach in (
            violations_of(pair, context) if pair.case.id in found else _missing_case(pair.case)
        )
    )
    return Score(
        provenance=replace(
            provenance,
            set_name=case_set.set,
            cases=cases_hash(case_set),
            scorer=SCORER_VERSION,
        ),
        cases=tuple(outcome_of(pair, context) for pair in pairs),
        metrics=tuple(metric.score(pairs, context) for metric in METRICS),
        violations=violations,
        errors=tuple(result.id for result in found.values() if result.error is not None),
    )


def outcome_of(pair: Pair, context: ScoringContext) -> CaseOutcome:
    """Whether one answered case passes, and if not, why."""
    reasons = _reasons(pair, context)
    return CaseOutcome(
        case_id=pair.case.id,
        split=pair.case.split.value,
        cluster=cluster_of(pair.case),
        passed=not reasons,
        reasons=reasons,
        answer=pair.result.answer,
        question=pair.case.question,
    )


def violations_of(pair: Pair, context: ScoringContext) -> tuple[Violation, ...]:
    """What must never happen and did in one answered case."""
    case, result = pair.case, pair.result
    if result.error is not None:
        return ()
    kinds = {
        ViolationKind.INVALID_ID: invalid_ids(result, context),
        ViolationKind.FALSE_NAME: false_names(pair, context),
        ViolationKind.INVENTED_QUOTE: invented_quotes(result, context),
        ViolationKind.FORBIDDEN_FACT: (
            *forbidden_facts(case, result),
            *forbidden_citations(case, result),
        ),
    }
    return tuple(
        Violation(case.id, kind, detail) for kind, details in kinds.items() for detail in details
    )


def _reasons(pair: Pair, context: ScoringContext) -> tuple[str, ...]:
    if pair.result.error is not None:
        return (f"未測定: {pair.result.error}",)
    unmet = unmet_groups(pair.case, cited_ids(pair.result), Level.UNIT, context)
    reasons = (
        status_note(pair.case, pair.result),
        uncited_note(unmet),
        missing_note(missing_nuggets(pair.case, pair.result, vital_only=True)),
        *(f"{_NAMES[one.kind]}: {one.detail}" for one in violations_of(pair, context)),
    )
    return tuple(reason for reason in reasons if reason)


def _missing(case: Case) -> Result:
    return Result(id=case.id, error=_MISSING)


def _missing_case(case: Case) -> tuple[Violation, ...]:
    return (Violation(case.id, ViolationKind.MISSING_CASE, _MISSING),)


def _require_same_questions(case_set: CaseSet, found: dict[str, Result]) -> None:
    questions = {case.id: case.question for case in case_set.cases}
    unknown = [case_id for case_id in found if case_id not in questions]
    changed = [
        result.id
        for result in found.values()
        if result.question and result.question != questions.get(result.id, result.question)
    ]
    if unknown or changed:
        raise UsageError(
            f"結果が質問集「{case_set.set}」のものではありません"
            f"（idか質問文が違うもの: {'、'.join((unknown + changed)[:5])}）。"
            "同じ質問集で tenkyo eval run を実行し直してください。"
        )
