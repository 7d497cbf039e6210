"""A filter as conditions over the tables of the catalog."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from functools import reduce
from operator import and_, or_
from typing import Any

from sqlalchemy import Column, ColumnElement, select, true

from index.documents import UnitKind
from index.filters import UnitFilter
from index.stores import schema

Condition = ColumnElement[bool]

_DOCUMENTS = schema.documents.c
_UNITS = schema.units.c
_UTTERANCES = schema.KIND_TABLES[UnitKind.UTTERANCE].c
_COMMENTS = schema.KIND_TABLES[UnitKind.COMMENT].c


def units_within(wanted: UnitFilter) -> Condition:
    """A condition over `units`."""
    conditions = [_one_of(_UNITS.kind, wanted.kinds)]
    if conditions_of_documents := _of_documents(wanted):
        chosen = select(_DOCUMENTS.id).where(reduce(and_, conditions_of_documents))
        conditions.append(_UNITS.document.in_(chosen))
    if of_kinds := [*_of_turns(wanted), *_of_comments(wanted)]:
        conditions.append(reduce(or_, of_kinds))
    return reduce(and_, conditions)


def documents_within(wanted: UnitFilter) -> Condition:
    """A condition over `documents`: those that hold something of what is wanted."""
    conditions = _of_documents(wanted)
    if wanted.splits_documents:
        conditions.append(_DOCUMENTS.id.in_(select(_UNITS.document).where(units_within(wanted))))
    return reduce(and_, conditions, true())


def _of_documents(wanted: UnitFilter) -> list[Condition]:
    fields: tuple[tuple[Column[Any], Sequence[Any]], ...] = (
        (_DOCUMENTS.id, wanted.documents),
        (_DOCUMENTS.body, wanted.bodies),
        (_DOCUMENTS.meeting, wanted.meetings),
        (_DOCUMENTS.kind, wanted.document_kinds),
    )
    return [_one_of(column, values) for column, values in fields if values]


def _of_turns(wanted: UnitFilter) -> list[Condition]:
    if not wanted.bases:
        return []
    basis = _one_of(_UTTERANCES.attribution_basis, wanted.bases)
    return [_UNITS.id.in_(select(_UTTERANCES.unit).where(basis))]


def _of_comments(wanted: UnitFilter) -> list[Condition]:
    if not (wanted.submitters or wanted.outcomes):
        return []
    both = _one_of(_COMMENTS.submitter, wanted.submitters) & _one_of(
        _COMMENTS.outcome, wanted.outcomes
    )
    return [_UNITS.id.in_(select(_COMMENTS.unit).where(both))]


def _one_of(column: Column[Any], values: Sequence[Any]) -> Condition:
    plain = [value.value if isinstance(value, StrEnum) else value for value in values]
    return column.in_(plain) if plain else true()
