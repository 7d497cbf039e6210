"""The list of documents, narrowed and sorted as a reader asks."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from index.documents import DocumentKind
from index.samples import is_sample
from index.stores.records import DocumentRecord
from ui.reading.shelf import Shelf


class Order(StrEnum):
    """What the list is sorted by."""

    DATE = "date"
    KIND = "kind"
    BODY = "body"
    TITLE = "title"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is listed; empty for all."""

    kind: str = ""
    body: str = ""
    meeting: str = ""
    year: str = ""
    order: Order = Order.DATE


@dataclass(frozen=True, slots=True)
class Listed:
    """A document of the list."""

    record: DocumentRecord
    sample: bool


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The documents that are listed, and what the list can be narrowed to."""

    wanted: Wanted
    listed: tuple[Listed, ...]
    total: int
    kinds: tuple[DocumentKind, ...]
    bodies: tuple[str, ...]
    meetings: tuple[int, ...]
    years: tuple[str, ...]


def catalogue(shelf: Shelf, wanted: Wanted) -> Catalogue:
    """The documents that fit."""
    records = shelf.records
    fitting = sorted(
        (record for record in records if _fits(record, wanted)),
        key=lambda record: _place(record, wanted.order),
    )
    held = {record.kind for record in records}
    return Catalogue(
        wanted=wanted,
        listed=tuple(Listed(record, is_sample(record.sha256)) for record in fitting),
        total=len(records),
        kinds=tuple(kind for kind in DocumentKind if kind in held),
        bodies=tuple(sorted({record.body for record in records if record.body})),
        meetings=tuple(sorted({record.meeting for record in records if record.meeting})),
        years=tuple(sorted({record.date[:4] for record in records if record.date})),
    )


def _fits(record: DocumentRecord, wanted: Wanted) -> bool:
    return (
        wanted.kind in ("", record.kind.value)
        and wanted.body in ("", record.body)
        and wanted.meeting in ("", str(record.meeting))
        and (not wanted.year or (record.date or "").startswith(wanted.year))
    )


def _place(record: DocumentRecord, order: Order) -> tuple[bool, str, str]:
    """Sorted by one thing, then by date; what lacks it comes last."""
    kinds = list(DocumentKind)
    value = {
        Order.DATE: record.date,
        Order.KIND: str(kinds.index(record.kind)),
        Order.BODY: record.body,
        Order.TITLE: record.title,
    }[order]
    return not value, value or "", record.date or "9999"
