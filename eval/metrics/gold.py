"""How what was cited or retrieved meets what a case asks for."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from eval.cases import Case
from eval.metrics.context import ScoringContext
from eval.records import Result


class Level(StrEnum):
    """How exactly a place must be met.

    At unit level by the very id. At parent level also by the unit that holds it, a unit it
    holds, or one held by the same: the right passage of talk, the wrong turn.
    """

    UNIT = "unit"
    PARENT = "parent"

    @property
    def suffix(self) -> str:
        """What the name of a metric ends with."""
        return "" if self is Level.UNIT else "_parent"

    def meets(self, found: str, wanted: Iterable[str], context: ScoringContext) -> bool:
        """Whether an id meets any of the wanted ones."""
        if self is Level.UNIT:
            return found in wanted
        family = context.family(found)
        return any(family & context.family(one) for one in wanted)


def cited_ids(result: Result) -> tuple[str, ...]:
    """The cited ids, each once."""
    return tuple(dict.fromkeys(citation.id for citation in result.citations))


def unmet_groups(
    case: Case, found: Iterable[str], level: Level, context: ScoringContext
) -> tuple[tuple[str, ...], ...]:
    """The required groups of which none was found."""
    ids = tuple(found)
    return tuple(
        group
        for group in case.citations.required
        if not any(level.meets(one, group, context) for one in ids)
    )


def is_right(unit_id: str, case: Case, level: Level, context: ScoringContext) -> bool:
    """Whether citing a unit is right: one of a required group, or optional."""
    wanted = (*case.citations.required, case.citations.optional)
    return any(level.meets(unit_id, group, context) for group in wanted)


def cluster_of(case: Case) -> str:
    """The document a case is about; a case about none stands for itself."""
    for group in case.citations.required:
        for unit_id in group:
            return unit_id.partition("#")[0]
    return f"case:{case.id}"
