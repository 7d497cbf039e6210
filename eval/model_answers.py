"""The answer that a case's gold describes, as a results file would hold it.

Made of the nuggets and the required citations alone, it must score 1: a case whose own
gold fails is wrong, or the scorer is.
"""

from __future__ import annotations

import re

from eval.cases import Case, Nugget, Weight
from eval.quotes import find_evidence
from eval.records import Result, ResultCitation, ResultSpeaker
from index.documents import Unit, Utterance
from index.library import Library
from index.text.sentences import split_sentences

_ANSWERED = "answered"
NAMED = "名を挙げると、"  # begins the line that says who speaks, or who sent a comment


def model_answer(case: Case, library: Library) -> Result:
    """What a perfect assistant would answer, word for word from the gold."""
    units = gold_units(case, library)
    citations = tuple(citation_of(unit, case, number) for number, unit in enumerate(units, start=1))
    marks = "".join(f"[{citation.n}]" for citation in citations)
    facts = [wording(nugget, units) for nugget in case.nuggets if nugget.weight is Weight.VITAL]
    by = case.attribution
    if by is not None and by.person is not None:
        facts.insert(0, f"{NAMED}{by.person}")
    return Result(
        id=case.id,
        question=case.question,
        status=case.status or _ANSWERED,
        answer="\n".join(f"{fact}。{marks}" for fact in facts or ["回答"]),
        citations=citations,
        retrieved=tuple(unit.id for unit in units),
    )


def gold_units(case: Case, library: Library) -> tuple[Unit, ...]:
    """One unit of each required group, each once; groups that name none are left out."""
    firsts = (library.catalog.units(group)[:1] for group in case.citations.required)
    return tuple({unit.id: unit for found in firsts for unit in found}.values())


def wording(nugget: Nugget, units: tuple[Unit, ...]) -> str:
    """Words that state a nugget: its first wording, or what its expression finds in the gold."""
    if nugget.any_of or nugget.regex is None:
        return "".join(nugget.any_of[:1])
    found = (re.search(nugget.regex, unit.text) for unit in units)
    return next((match.group() for match in found if match), "")


def citation_of(unit: Unit, case: Case | None, number: int) -> ResultCitation:
    """A unit as cited: by the evidence quote where that stands in it, else by its first words."""
    evidence = case.evidence_quote if case is not None else None
    passage = None
    if evidence is not None and evidence.unit == unit.id:
        passage = find_evidence(evidence, unit)
    if passage is None:
        passage = next((found.strip() for found in split_sentences(unit.passage)), unit.passage)
    return ResultCitation(
        n=number,
        id=unit.id,
        label=unit.label,
        quote=passage.text,
        text=unit.text,
        speaker=_speaker(unit),
    )


def _speaker(unit: Unit) -> ResultSpeaker | None:
    if not isinstance(unit, Utterance):
        return None
    by = unit.attribution
    return ResultSpeaker(
        label=by.label,
        office=by.office,
        person=by.person,
        basis=by.basis.value,
        evidence=by.evidence or None,
        proxy_for=by.proxy_for,
    )
