"""Does the answer hold the facts it should, and none that it must not."""

from __future__ import annotations

import re
from dataclasses import dataclass

from eval.cases import Case, Nugget, Weight
from eval.metrics.context import ScoringContext
from eval.metrics.metric import CaseMetric
from eval.records import Detail, Pair, Result
from index.text.keys import quote_key

_MARKER = re.compile(r"\[\d+\]")
_BETWEEN_FIGURES = re.compile(r"(?<=\d)\s+(?=\d)")


@dataclass(frozen=True)
class VitalNuggets(CaseMetric):
    """Whether all vital facts stand in the answer: 1 or 0 (TREC RAG's strict vital score)."""

    @property
    def name(self) -> str:
        """Its name."""
        return "vital_nuggets"

    def detail(self, pair: Pair, _context: ScoringContext, /) -> Detail:
        """None where none is vital."""
        if not any(nugget.weight is Weight.VITAL for nugget in pair.case.nuggets):
            return Detail(pair.case.id, None)
        missing = missing_nuggets(pair.case, pair.result, vital_only=True)
        return Detail(pair.case.id, 0.0 if missing else 1.0, missing_note(missing))


@dataclass(frozen=True)
class NuggetRecall(CaseMetric):
    """Share of all facts of a case, vital or not, that stand in the answer."""

    @property
    def name(self) -> str:
        """Its name."""
        return "nugget_recall"

    def detail(self, pair: Pair, _context: ScoringContext, /) -> Detail:
        """None where the case has no nuggets."""
        if not pair.case.nuggets:
            return Detail(pair.case.id, None)
        missing = missing_nuggets(pair.case, pair.result)
        return Detail(
            pair.case.id, 1 - len(missing) / len(pair.case.nuggets), missing_note(missing)
        )


def missing_nuggets(case: Case, result: Result, *, vital_only: bool = False) -> tuple[Nugget, ...]:
    """The nuggets that the answer does not hold."""
    wanted = (nugget for nugget in case.nuggets if not vital_only or nugget.weight is Weight.VITAL)
    return tuple(nugget for nugget in wanted if not _holds(result.answer, nugget))


def forbidden_facts(case: Case, result: Result) -> tuple[str, ...]:
    """What the answer says although the case forbids it."""
    return tuple(fact for fact in case.forbidden if says(result.answer, fact))


def says(answer: str, wording: str) -> bool:
    """Whether an answer holds a wording, white space, case and width aside.

    A figure is found whole only: 46台 is not in 146台, nor 10% in 10.5%.
    """
    return _pattern(wording).search(_key(answer)) is not None


def missing_note(nuggets: tuple[Nugget, ...]) -> str:
    """Which facts are missing, for a person."""
    names = (nugget.regex or "／".join(nugget.any_of) for nugget in nuggets)
    return f"足りない事実: {'、'.join(names)}" if nuggets else ""


def _holds(answer: str, nugget: Nugget) -> bool:
    if any(says(answer, wording) for wording in nugget.any_of):
        return True
    plain = _MARKER.sub("", answer)
    return nugget.regex is not None and re.search(nugget.regex, plain) is not None


def _key(text: str) -> str:
    # markers and the spaces between figures must not run two figures into one
    parted = _BETWEEN_FIGURES.sub("|", _MARKER.sub("|", text))
    return quote_key(parted).casefold()


def _pattern(wording: str) -> re.Pattern[str]:
    key = _key(wording)
    before = r"(?<![0-9])(?<![0-9][.,])" if key[:1].isdigit() else ""
    after = r"(?![0-9])(?![.,][0-9])" if key[-1:].isdigit() else ""
    return re.compile(before + re.escape(key) + after)
