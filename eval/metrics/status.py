"""Does the answer end as it should: answered, or refused."""

from __future__ import annotations

from dataclasses import dataclass

from eval.cases import Answerable, Case
from eval.metrics.context import ScoringContext
from eval.metrics.metric import CaseMetric
from eval.records import Detail, Pair, Result

_ANSWERS = frozenset({"answered", "partial"})
# `ambiguous` asks back: it is neither an answer nor a refusal
_REFUSALS = frozenset({"not_in_documents", "premise_wrong", "out_of_scope"})


def accepted_statuses(case: Case) -> frozenset[str]:
    """The statuses that are right for a case; none where it expects nothing.

    Where the documents answer in part, an answer may call itself partial or not.
    """
    named = frozenset({case.status} if case.status else ())
    match case.answerable:
        case Answerable.PARTIAL:
            return named | _ANSWERS
        case Answerable.YES:
            return named or frozenset({"answered"})
        case Answerable.NO:
            return named or _REFUSALS
        case None:
            return named


def status_note(case: Case, result: Result) -> str:
    """What the status should be, "" where it is right."""
    accepted = accepted_statuses(case)
    if not accepted or result.status in accepted:
        return ""
    return f"状態が {result.status or 'なし'}（正しくは {'／'.join(sorted(accepted))}）"


@dataclass(frozen=True)
class StatusAccuracy(CaseMetric):
    """Share of the cases that end with a right status."""

    @property
    def name(self) -> str:
        """Its name."""
        return "status_accuracy"

    def detail(self, pair: Pair, _context: ScoringContext, /) -> Detail:
        """None where no status is expected."""
        if not accepted_statuses(pair.case):
            return Detail(pair.case.id, None)
        note = status_note(pair.case, pair.result)
        return Detail(pair.case.id, 0.0 if note else 1.0, note)


@dataclass(frozen=True)
class AbstentionPrecision(CaseMetric):
    """Of the refused questions the share that no document answers."""

    @property
    def name(self) -> str:
        """Its name."""
        return "abstention_precision"

    def detail(self, pair: Pair, _context: ScoringContext, /) -> Detail:
        """None where the question was not refused."""
        if pair.case.answerable is None or pair.result.status not in _REFUSALS:
            return Detail(pair.case.id, None)
        right = pair.case.answerable is Answerable.NO
        return Detail(pair.case.id, float(right), "" if right else "答えられる質問を断った")


@dataclass(frozen=True)
class AbstentionRecall(CaseMetric):
    """Of the questions that no document answers the share that is refused."""

    @property
    def name(self) -> str:
        """Its name."""
        return "abstention_recall"

    def detail(self, pair: Pair, _context: ScoringContext, /) -> Detail:
        """None where a document answers."""
        if pair.case.answerable is not Answerable.NO:
            return Detail(pair.case.id, None)
        right = pair.result.status in _REFUSALS
        return Detail(pair.case.id, float(right), "" if right else "断らなかった")


@dataclass(frozen=True)
class Hallucination(CaseMetric):
    """Of the questions that no document answers the share that is answered all the same."""

    @property
    def name(self) -> str:
        """Its name."""
        return "hallucination"

    @property
    def higher_is_better(self) -> bool:
        """Lower is better."""
        return False

    def detail(self, pair: Pair, _context: ScoringContext, /) -> Detail:
        """None where a document answers."""
        if pair.case.answerable is not Answerable.NO:
            return Detail(pair.case.id, None)
        answered = pair.result.status in _ANSWERS
        return Detail(pair.case.id, float(answered), "根拠がないのに答えた" if answered else "")
