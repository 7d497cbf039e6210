"""Are the right places cited, all of them, and only such that exist."""

from __future__ import annotations

from dataclasses import dataclass

from eval.cases import Case
from eval.metrics.context import ScoringContext
from eval.metrics.gold import Level, cited_ids, is_right, unmet_groups
from eval.metrics.metric import CaseMetric
from eval.records import Detail, Pair, Result


@dataclass(frozen=True)
class CitationPrecision(CaseMetric):
    """Share of the cited units that are required or optional; of cases that ask for places."""

    level: Level

    @property
    def name(self) -> str:
        """Its name."""
        return f"citation_precision{self.level.suffix}"

    def detail(self, pair: Pair, context: ScoringContext) -> Detail:
        """None where nothing is cited: that is a matter of recall."""
        cited = cited_ids(pair.result)
        if not pair.case.citations.required or not cited:
            return Detail(pair.case.id, None)
        wrong = [one for one in cited if not is_right(one, pair.case, self.level, context)]
        note = f"余計な引用: {'、'.join(wrong)}" if wrong else ""
        return Detail(pair.case.id, 1 - len(wrong) / len(cited), note)


@dataclass(frozen=True)
class CitationRecall(CaseMetric):
    """Share of the required groups of which a unit is cited."""

    level: Level

    @property
    def name(self) -> str:
        """Its name."""
        return f"citation_recall{self.level.suffix}"

    def detail(self, pair: Pair, context: ScoringContext) -> Detail:
        """None where no place is asked for."""
        required = pair.case.citations.required
        if not required:
            return Detail(pair.case.id, None)
        unmet = unmet_groups(pair.case, cited_ids(pair.result), self.level, context)
        return Detail(pair.case.id, 1 - len(unmet) / len(required), uncited_note(unmet))


@dataclass(frozen=True)
class CitationF1(CaseMetric):
    """Harmonic mean of precision and recall of a case; 0 where nothing is cited."""

    level: Level

    @property
    def name(self) -> str:
        """Its name."""
        return f"citation_f1{self.level.suffix}"

    def detail(self, pair: Pair, context: ScoringContext) -> Detail:
        """None where no place is asked for."""
        recall = CitationRecall(self.level).detail(pair, context)
        if recall.value is None:
            return recall
        precision = CitationPrecision(self.level).detail(pair, context)
        share = precision.value or 0.0
        total = share + recall.value
        note = "；".join(part for part in (recall.note, precision.note) if part)
        return Detail(pair.case.id, 2 * share * recall.value / total if total else 0.0, note)


@dataclass(frozen=True)
class IdValidity(CaseMetric):
    """Share of the cited and retrieved ids that the library holds."""

    @property
    def name(self) -> str:
        """Its name."""
        return "id_validity"

    def detail(self, pair: Pair, context: ScoringContext) -> Detail:
        """None where no id is given."""
        given = given_ids(pair.result)
        if not given:
            return Detail(pair.case.id, None)
        invalid = invalid_ids(pair.result, context)
        note = f"存在しないid: {'、'.join(invalid)}" if invalid else ""
        return Detail(pair.case.id, 1 - len(invalid) / len(given), note)


def given_ids(result: Result) -> tuple[str, ...]:
    """All cited and retrieved ids, each once."""
    return tuple(dict.fromkeys((*cited_ids(result), *result.retrieved)))


def invalid_ids(result: Result, context: ScoringContext) -> tuple[str, ...]:
    """Those that the library does not hold."""
    return tuple(one for one in given_ids(result) if one not in context.units)


def forbidden_citations(case: Case, result: Result) -> tuple[str, ...]:
    """Cited ids that the case forbids."""
    return tuple(one for one in cited_ids(result) if one in case.citations.forbidden)


def uncited_note(groups: tuple[tuple[str, ...], ...]) -> str:
    """Which required places are not cited, for a person."""
    return f"引用なし: {'、'.join('／'.join(group) for group in groups)}" if groups else ""
