"""Is the right place among the first that search brings; the one door to ir-measures."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from eval.metrics.context import ScoringContext
from eval.metrics.gold import Level
from eval.metrics.metric import CaseMetric
from eval.records import Detail, Pair
from index.errors import UsageError

_REQUIRED, _OPTIONAL = 2, 1


class RankMeasure(StrEnum):
    """A measure as ir-measures writes it; what is required has grade 2, what is optional 1."""

    RECALL_5 = "R(rel=2)@5"
    RECALL_10 = "R(rel=2)@10"
    NDCG_10 = "nDCG@10"
    FIRST = "RR(rel=2)"


@dataclass(frozen=True)
class Retrieval(CaseMetric):
    """A ranking measure over the retrieved units, of cases that ask for places.

    A required group is any-of: it is one thing to find, of grade 2, found where the first unit
    of the group stands; a further unit of a group already found takes no place in the ranking.
    Optional units are of grade 1, which counts for nDCG only.
    """

    measure: RankMeasure
    level: Level

    @property
    def name(self) -> str:
        """Its name, e.g. `retrieval_ndcg_10_parent`."""
        return f"retrieval_{self.measure.name.lower()}{self.level.suffix}"

    def detail(self, pair: Pair, context: ScoringContext) -> Detail:
        """None where no place is asked for."""
        if not pair.case.citations.required:
            return Detail(pair.case.id, None)
        ranking = _ranking(pair, self.level, context)
        required = [_group(place) for place in range(len(pair.case.citations.required))]
        missing = [
            "／".join(group)
            for name, group in zip(required, pair.case.citations.required, strict=True)
            if name not in ranking
        ]
        grades = dict.fromkeys(pair.case.citations.optional, _OPTIONAL)
        grades |= dict.fromkeys(required, _REQUIRED)
        note = f"検索にない: {'、'.join(missing)}" if missing else ""
        return Detail(pair.case.id, _measure(self.measure, grades, ranking), note)


def _group(place: int) -> str:
    return f"required:{place}"


def _ranking(pair: Pair, level: Level, context: ScoringContext) -> tuple[str, ...]:
    """The retrieved ids, those that meet required groups under the names of the groups."""
    groups = pair.case.citations.required
    ranking: dict[str, None] = {}
    for unit_id in pair.result.retrieved:
        met = [
            _group(place)
            for place, group in enumerate(groups)
            if level.meets(unit_id, group, context)
        ]
        ranking.update(dict.fromkeys(met or [unit_id]))
    return tuple(ranking)


def _measure(measure: RankMeasure, grades: dict[str, int], ranking: tuple[str, ...]) -> float:
    try:
        import ir_measures
    except ModuleNotFoundError as error:
        raise UsageError(
            "採点には ir-measures が要ります。pip install 'tenkyo[eval]' で入れてください。"
        ) from error
    scores = {name: float(-place) for place, name in enumerate(ranking)}
    if not scores:
        return 0.0
    wanted = ir_measures.parse_measure(measure.value)
    found = ir_measures.calc_aggregate([wanted], {"case": grades}, {"case": scores})
    return float(found[wanted])
