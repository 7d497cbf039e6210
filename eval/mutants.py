"""Wrong answers made from the right one, each by one mistake that the scorer must notice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from eval.cases import Answerable, Case, Weight
from eval.model_answers import NAMED, citation_of, gold_units, wording
from eval.records import Result, ResultCitation, ResultSpeaker
from index.documents import Comment, DocumentKind, RosterEntry, Unit, UnitKind, Utterance
from index.library import Library
from index.text.keys import find_quote, quote_key

_NUMBER = re.compile(r"[0-9]+")
_WHO = "who"
_ALTERED = "異"


class Mistake(StrEnum):
    """What is wrong with a mutant."""

    SPEAKER = "speaker"  # another person of the same meeting, or another submitter
    NUMBER = "number"  # a figure one higher or one lower
    DOCUMENT = "document"  # another meeting, or another document where there is no other
    QUOTE = "quote"  # a quote with one character changed
    ANSWERED = "answered"  # an answer where there is none
    EMPTY = "empty"  # nothing said, nothing cited


@dataclass(frozen=True, slots=True)
class Mutant:
    """A wrong answer."""

    mistake: Mistake
    detail: str
    result: Result


def mutants(case: Case, right: Result, library: Library) -> Iterator[Mutant]:
    """All wrong answers that a case gives occasion for.

    Args:
        case: The case.
        right: Its model answer.
        library: Holds other people, meetings and documents to be wrong about.
    """
    yield _empty(case, right)
    if case.answerable is Answerable.NO:
        yield from _answered(right, library)
        return
    units = gold_units(case, library)
    yield from _other_numbers(case, right, units)
    if right.citations:
        yield from _other_speaker(case, right, units, library)
        yield from _other_document(right, units, library)
        yield _altered_quote(right, units)


def _empty(case: Case, right: Result) -> Mutant:
    """No words and no citations; a case to refuse has only its status to go by."""
    status = "" if case.answerable is Answerable.NO else right.status
    return Mutant(Mistake.EMPTY, "", Result(id=right.id, question=right.question, status=status))


def _answered(right: Result, library: Library) -> Iterator[Mutant]:
    document = library.catalog.documents()[0]
    cited = citation_of(library.catalog.units_of(document.id)[0], None, 1)
    change = {"status": "answered", "answer": "そのとおりです。[1]", "citations": (cited,)}
    yield Mutant(Mistake.ANSWERED, document.id, right.model_copy(update=change))


def _other_numbers(case: Case, right: Result, units: tuple[Unit, ...]) -> Iterator[Mutant]:
    for nugget in case.nuggets:
        fact = wording(nugget, units)
        for other in _neighbours(fact) if nugget.weight is Weight.VITAL else ():
            answer = right.answer.replace(f"{fact}。", f"{other}。")
            changed = right.model_copy(update={"answer": answer})
            yield Mutant(Mistake.NUMBER, f"{fact} → {other}", changed)


def _neighbours(fact: str) -> tuple[str, ...]:
    """A fact with its last figure one higher and one lower; none where it holds no figure."""
    figures = list(_NUMBER.finditer(fact))
    if not figures:
        return ()
    start, end = figures[-1].span()
    value, width = int(fact[start:end]), end - start
    return tuple(
        fact[:start] + str(other).zfill(width) + fact[end:] for other in (value + 1, value - 1)
    )


def _other_speaker(
    case: Case, right: Result, units: tuple[Unit, ...], library: Library
) -> Iterator[Mutant]:
    """Someone else named, where the case is about who speaks."""
    if case.kind != _WHO or not isinstance(units[0], Utterance | Comment):
        return
    right_names = _names(case)
    for name in _people(units[0], library):
        if any(quote_key(part) in right_names for part in (name, name[:2])):
            continue
        yield Mutant(Mistake.SPEAKER, name, _spoken_by(name, case, right))
        return


def _spoken_by(name: str, case: Case, right: Result) -> Result:
    """The right answer with another name in its words and its citations."""
    lines = right.answer.split("\n")
    kept = [line for line in lines if not _states(line, _names(case))]
    answer = "\n".join([f"{NAMED}{name}。[1]", *kept])
    citations = tuple(_named(citation, name) for citation in right.citations)
    return right.model_copy(update={"answer": answer, "citations": citations})


def _named(citation: ResultCitation, name: str) -> ResultCitation:
    if citation.speaker is None:
        return citation
    speaker = ResultSpeaker(label=name, person=name, basis="printed", evidence=name)
    return citation.model_copy(update={"speaker": speaker})


def _names(case: Case) -> str:
    """All that the gold calls the speaker, as one key."""
    by = case.attribution
    return quote_key(f"{by.person or ''} {by.office or ''}") if by is not None else ""


def _states(line: str, names: str) -> bool:
    """Whether a line of a model answer is no more than a part of the speaker's names."""
    return quote_key(line.partition("。")[0].removeprefix(NAMED)) in names


def _people(unit: Unit, library: Library) -> tuple[str, ...]:
    if isinstance(unit, Comment):
        return library.catalog.submitters()
    roster = library.catalog.units_of(unit.id.partition("#")[0], UnitKind.ROSTER_ENTRY)
    return tuple(entry.name for entry in roster if isinstance(entry, RosterEntry))


def _other_document(right: Result, units: tuple[Unit, ...], library: Library) -> Iterator[Mutant]:
    """The same answer, cited from another document."""
    cited = {unit.id.partition("#")[0] for unit in units}
    others = [record for record in library.catalog.documents() if record.id not in cited]
    kinds = {library.catalog.document(document_id).kind for document_id in cited}
    if DocumentKind.MINUTES in kinds:
        others.sort(key=lambda record: record.kind is not DocumentKind.MINUTES)
    for other in others[:1]:
        wrong = [_counterpart(unit, other.id, library) for unit in units]
        citations = tuple(citation_of(unit, None, n) for n, unit in enumerate(wrong, start=1))
        change = {"citations": citations, "retrieved": tuple(unit.id for unit in wrong)}
        yield Mutant(Mistake.DOCUMENT, other.id, right.model_copy(update=change))


def _counterpart(unit: Unit, document_id: str, library: Library) -> Unit:
    """The unit of the same place in another document, else one of the same kind."""
    same = library.catalog.units([f"{document_id}#{unit.local_id}"])
    alike = library.catalog.units_of(document_id, unit.kind)
    return (*same, *alike, *library.catalog.units_of(document_id))[0]


def _altered_quote(right: Result, units: tuple[Unit, ...]) -> Mutant:
    first, unit = right.citations[0], units[0]
    middle = len(first.quote) // 2
    altered = first.quote[:middle] + _ALTERED + first.quote[middle + 1 :]
    while find_quote(altered, unit.passage) is not None:
        altered += _ALTERED
    citations = (first.model_copy(update={"quote": altered}), *right.citations[1:])
    return Mutant(
        Mistake.QUOTE,
        altered[:middle][-5:] + _ALTERED,
        right.model_copy(update={"citations": citations}),
    )
