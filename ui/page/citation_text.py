"""A citation as an official would write it into a paper."""

from __future__ import annotations

from index.documents import Unit
from index.stores.records import DocumentRecord
from ui.server.models import CitationModel


def citation_text(citation: CitationModel) -> str:
    """「引用」（会議体 第5回会合 議事要旨 4(2) 発言2、3ページ、2024-11-14）."""
    document = citation.document
    place = _place(citation.label, document.title, document.body, citation.meeting)
    return _set(citation.quote, place, citation.page, document.date)


def place_text(citation: CitationModel) -> str:
    """The same without the quoted words."""
    document = citation.document
    place = _place(citation.label, document.title, document.body, citation.meeting)
    return _details(place, citation.page, document.date)


def unit_citation_text(unit: Unit, record: DocumentRecord, quote: str) -> str:
    """A citation of a unit, for places that no answer has cited."""
    place = _place(unit.label, record.title, record.body, record.meeting)
    return _set(quote or unit.text, place, unit.locator.page, record.date)


def _place(label: str, title: str, body: str | None, meeting: int | None) -> str:
    """The label with what it leaves out: the council of a meeting, or the document's title."""
    if meeting is not None:
        return f"{body} {label}" if body else label
    return label if label.startswith(title) else f"{title} {label}"


def _set(quote: str, place: str, page: int | None, date: str | None) -> str:
    return f"「{' '.join(quote.split())}」（{_details(place, page, date)}）"


def _details(place: str, page: int | None, date: str | None) -> str:
    printed = f"{page}ページ" if page is not None else ""
    return "、".join(part for part in (place, printed, date or "") if part)
