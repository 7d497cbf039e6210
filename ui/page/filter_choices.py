"""What can be filtered by: the values that the indexed documents hold."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from index.documents import Basis, Outcome, UnitKind
from index.filters import UnitFilter
from index.library import Library
from ui.page.texts import Texts

Choice = tuple[str, str]
"""What is shown, and the value it stands for."""


@dataclass(frozen=True, slots=True)
class FilterField:
    """One field of the filters; `name` is that of the field of `UnitFilter`."""

    name: str
    label: str
    choices: tuple[Choice, ...]


def filter_fields(library: Library | None, texts: Texts) -> tuple[FilterField, ...]:
    """All fields with their choices, in the order in which they are shown."""
    records = library.catalog.documents() if library else ()
    submitters = library.catalog.submitters() if library else ()
    bodies = sorted({record.body for record in records if record.body})
    meetings = sorted({record.meeting for record in records if record.meeting is not None})
    held = {entry.kind for record in records for entry in record.units}
    names = texts.names
    return (
        FilterField(
            "documents",
            texts.filter_documents,
            tuple((record.title, record.id) for record in records),
        ),
        FilterField("bodies", texts.filter_bodies, _same(bodies)),
        FilterField(
            "meetings",
            texts.filter_meetings,
            tuple((texts.meeting.format(number=number), str(number)) for number in meetings),
        ),
        FilterField(
            "kinds",
            texts.filter_kinds,
            tuple((names.units[kind], kind.value) for kind in UnitKind if kind in held),
        ),
        FilterField(
            "bases", texts.filter_bases, tuple((names.bases[basis], basis.value) for basis in Basis)
        ),
        FilterField("submitters", texts.filter_submitters, _same(submitters)),
        FilterField(
            "outcomes",
            texts.filter_outcomes,
            tuple((names.outcomes[outcome], outcome.value) for outcome in Outcome),
        ),
    )


def unit_filter(chosen: Sequence[Sequence[str]]) -> UnitFilter:
    """The filter that the chosen values make, one sequence a field in the order shown."""
    documents, bodies, meetings, kinds, bases, submitters, outcomes = (
        tuple(values or ()) for values in chosen
    )
    return UnitFilter(
        documents=documents,
        bodies=bodies,
        meetings=tuple(int(number) for number in meetings),
        kinds=tuple(UnitKind(kind) for kind in kinds),
        bases=tuple(Basis(basis) for basis in bases),
        submitters=submitters,
        outcomes=tuple(Outcome(outcome) for outcome in outcomes),
    )


def described(chosen: Sequence[Sequence[str]], fields: Iterable[FilterField]) -> tuple[str, ...]:
    """The chosen values in words, e.g. 意見への対応: 修正."""
    lines = []
    for field, values in zip(fields, chosen, strict=True):
        shown = {value: label for label, value in field.choices}
        if values:
            names = "・".join(shown.get(value, value) for value in values)
            lines.append(f"{field.label}: {names}")
    return tuple(lines)


def _same(values: Iterable[str]) -> tuple[Choice, ...]:
    return tuple((value, value) for value in values)
