"""The right side: a unit in its document, with the quoted words marked."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from index.documents import Basis, Comment, Outcome, Section, Span, Unit, Utterance
from index.library import Library
from index.stores.records import DocumentRecord
from ui.page.citation_text import unit_citation_text
from ui.page.texts import Texts
from ui.reading.links import unit_url
from ui.templates import environment

_PDF = "application/pdf"
_NEIGHBOUR = 160  # characters that are shown of a unit before or after


@dataclass(frozen=True, slots=True)
class Place:
    """What to show: a unit, the words quoted of it, and how many units around it."""

    unit_id: str
    quote: str = ""
    around: int = 1


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text, quoted or not."""

    text: str
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a unit under its own heading (意見の概要, 考え方); "" where it has none."""

    heading: str
    pieces: tuple[Piece, ...]

    @property
    def quoted(self) -> bool:
        """Whether the quote stands in it."""
        return any(piece.quoted for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Fact:
    """A line about the unit: a name, its value, and a badge where there is one."""

    name: str
    value: str
    badge: str = ""
    badge_class: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A unit before or after, cut where it is long."""

    id: str
    label: str
    text: str


def source_html(library: Library, place: Place, texts: Texts) -> str:
    """The panel for one place.

    Raises:
        UsageError: There is no such unit.
    """
    catalog = library.catalog
    unit = catalog.unit(place.unit_id)
    record = catalog.document(unit.id.partition("#")[0])
    close = catalog.neighbours(unit.id, place.around, place.around)
    position = [neighbour.id for neighbour in close].index(unit.id)
    template = environment("ui.page").get_template("source.html.j2")
    return template.render(
        t=texts,
        unit=unit,
        record=record,
        kind=texts.names.units[unit.kind],
        parts=_parts(unit, place.quote, texts),
        facts=_facts(unit, record, texts),
        before=_neighbours(close[:position]),
        after=_neighbours(close[position + 1 :]),
        around=place.around,
        quote=place.quote,
        link=unit_url(unit.id, _span(unit, place.quote), lang=texts.language.value),
        citation=unit_citation_text(unit, record, place.quote),
        has_image=record.media_type == _PDF and unit.locator.page is not None,
    )


def _parts(unit: Unit, quote: str, texts: Texts) -> tuple[Part, ...]:
    """The unit's text in parts; the whole of it as well where the quote is in none of them."""
    if not isinstance(unit, Comment):
        return (Part("", _pieces(unit.text, quote)),)
    fields = (
        (texts.opinion, unit.opinion.text),
        (texts.reason, unit.reason.text),
        (texts.reply, unit.reply.text),
    )
    parts = tuple(Part(name, _pieces(text, quote)) for name, text in fields if text)
    if not quote or any(part.quoted for part in parts):
        return parts
    return (*parts, Part(texts.quoted, _pieces(unit.text, quote)))


def _pieces(text: str, quote: str) -> tuple[Piece, ...]:
    start = text.find(quote) if quote else -1
    if start < 0:
        return (Piece(text),)
    end = start + len(quote)
    pieces = (Piece(text[:start]), Piece(quote, quoted=True), Piece(text[end:]))
    return tuple(piece for piece in pieces if piece.text)


def _span(unit: Unit, quote: str) -> Span | None:
    """The characters of the source text that are quoted, for the plain page to mark."""
    start = unit.text.find(quote) if quote else -1
    if start < 0:
        return None
    words = unit.passage.slice(start, start + len(quote))
    return Span(words.start, words.end)


def _facts(unit: Unit, record: DocumentRecord, texts: Texts) -> tuple[Fact, ...]:
    facts: list[Fact] = []
    if isinstance(unit, Utterance):
        facts += _speaker(unit, texts)
    if isinstance(unit, Comment):
        facts += _comment(unit, texts)
    printed = unit.printed_page if isinstance(unit, Section) else None
    page = texts.page.format(page=unit.locator.page) if unit.locator.page is not None else ""
    note = texts.printed_page.format(page=printed) if printed is not None else ""
    if page or note:
        facts.append(Fact(texts.place, page, note=note))
    dated = "　".join(part for part in (record.body or "", record.date or "") if part)
    if dated:
        facts.append(Fact(texts.issued, dated))
    return tuple(facts)


def _speaker(unit: Utterance, texts: Texts) -> Iterable[Fact]:
    attribution = unit.attribution
    if attribution.basis is Basis.NONE:
        name = texts.no_speaker
    else:
        named = attribution.person, attribution.office or attribution.label
        name = "　".join(part for part in named if part)
    if attribution.proxy_for:
        name = f"{name}（{attribution.proxy_for}）"
    badge = texts.names.bases[attribution.basis]
    note = texts.names.basis_notes[attribution.basis]
    yield Fact(texts.speaker, name, badge, f"basis-{attribution.basis.value}", note)
    if attribution.evidence and attribution.basis is not Basis.NONE:
        yield Fact(texts.evidence, attribution.evidence)


def _comment(unit: Comment, texts: Texts) -> Iterable[Fact]:
    yield Fact(texts.submitter, unit.submitter or texts.names.submitters[unit.submitter_kind])
    if unit.target_text:
        target = re.sub(r"<br\s*/?>", " ", unit.target_text)
        yield Fact(texts.target, f"{target}　{unit.pages}".strip())
    yield Fact(texts.outcome, "", *outcome_badge(unit.outcome, texts))
    if unit.outcome_evidence:
        yield Fact(texts.outcome_by, unit.outcome_evidence)


def outcome_badge(outcome: Outcome, texts: Texts) -> tuple[str, str]:
    """The name of an outcome, and the class that colours it."""
    return texts.names.outcomes[outcome], f"outcome-{outcome.value}"


def _neighbours(units: Iterable[Unit]) -> tuple[Neighbour, ...]:
    return tuple(Neighbour(unit.id, unit.label, _short(unit.text)) for unit in units)


def _short(text: str) -> str:
    plain = re.sub(r"<br\s*/?>", "\n", text).strip()
    return plain if len(plain) <= _NEIGHBOUR else plain[:_NEIGHBOUR] + "…"
