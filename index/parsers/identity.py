"""Giving a document another id, with all that its units refer to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from index.documents import Document, Footnote, Unit
from index.ids import unit_id


def renamed(document: Document, document_id: str) -> Document:
    """The same document under another id; parents, marks and totals follow."""
    units = tuple(_renamed_unit(unit, document_id) for unit in document.units)
    totals = tuple(
        replace(total, unit_id=_moved(total.unit_id, document_id)) for total in document.totals
    )
    return replace(document, id=document_id, units=units, totals=totals)


def with_unique_ids(documents: Sequence[Document]) -> tuple[Document, ...]:
    """The documents of one source; the second of two with one id becomes `…~2`."""
    taken: set[str] = set()
    result: list[Document] = []
    for document in documents:
        name, count = document.id, 1
        while name in taken:
            count += 1
            name = f"{document.id}~{count}"
        taken.add(name)
        result.append(document if name == document.id else renamed(document, name))
    return tuple(result)


def _renamed_unit(unit: Unit, document_id: str) -> Unit:
    moved = replace(
        unit,
        id=_moved(unit.id, document_id),
        parent=_moved(unit.parent, document_id) if unit.parent else None,
    )
    if isinstance(moved, Footnote) and moved.marker_unit:
        return replace(moved, marker_unit=_moved(moved.marker_unit, document_id))
    return moved


def _moved(full_id: str, document_id: str) -> str:
    return unit_id(document_id, full_id.partition("#")[2])
