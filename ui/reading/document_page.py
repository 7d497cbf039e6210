"""A document as it is read: its contents, and its units in order with all that belongs to them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from index.definitions import Definition
from index.documents import (
    Comment,
    DocumentKind,
    Footnote,
    Section,
    Slide,
    Span,
    Unit,
    UnitKind,
)
from index.samples import is_sample
from index.stores.records import DocumentRecord, RepairCount
from index.text.keys import find_quote
from ui.reading.about import About, Surroundings
from ui.reading.contents import Entry, contents
from ui.reading.lines import Line, Mark, ranges_of_part
from ui.reading.setting import Setter, notes_by_marker
from ui.reading.shelf import Change, Shelf
from ui.reading.terms import Terms

_DEEPEST_HEADING = 6


@dataclass(frozen=True, slots=True)
class Target:
    """A section that a comment is about; `unit` is None where it is not held."""

    number: str
    unit: Section | None


@dataclass(frozen=True, slots=True)
class CommentParts:
    """The columns of one comment; `unplaced` says why a revision cannot be shown in the text."""

    opinion: tuple[Line, ...]
    reason: tuple[Line, ...]
    reply: tuple[Line, ...]
    targets: tuple[Target, ...]
    changes: tuple[Change, ...]
    unplaced: str


@dataclass(frozen=True, slots=True)
class UnitView:
    """One unit as it is shown.

    Attributes:
        unit: The unit.
        heading: Level of its heading in the page, 2 to 6.
        title: Its heading line, of sections and slides.
        lines: The rest of its text.
        new_page: The page that begins with it, where one does.
        about: What other documents say of it, of a policy's sections.
        comment: Its columns, of a comment.
    """

    unit: Unit
    heading: int
    title: tuple[Line, ...]
    lines: tuple[Line, ...]
    new_page: int | None = None
    about: About | None = None
    comment: CommentParts | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """Units of one kind that follow each other."""

    kind: UnitKind
    views: tuple[UnitView, ...]


@dataclass(frozen=True, slots=True)
class DocumentPage:
    """All that the page of a document shows."""

    record: DocumentRecord
    sample: bool
    contents: tuple[Entry, ...]
    blocks: tuple[Block, ...]
    notes: dict[str, tuple[Line, ...]]
    definitions: tuple[Definition, ...]
    repairs: tuple[RepairCount, ...]
    quoted: bool


class DocumentBuilder:
    """Makes the page of one document."""

    def __init__(self, document_id: str, shelf: Shelf) -> None:
        """Take a document.

        Raises:
            UsageError: There is none of this id.
        """
        self._record = shelf.library.catalog.document(document_id)
        self._shelf = shelf
        self._units = shelf.units(document_id)
        if document_id not in shelf.abouts:
            shelf.abouts[document_id] = dict(self._all_about())
        self._abouts = shelf.abouts[document_id]
        self._sections = self._target_sections()
        is_table = self._record.kind is DocumentKind.COMMENTS
        self._changes = shelf.changes(document_id) if is_table else ()
        self._unplaced = shelf.unplaced(document_id) if is_table else {}

    def page(self, quote: Span | None = None, *, with_repairs: bool = False) -> DocumentPage:
        """The page, with a quote marked and repairs shown where asked."""
        views = tuple(self._views(self._setter(quote, with_repairs=with_repairs)))
        placed = {
            note.id for view in views for line in (*view.title, *view.lines) for note in line.notes
        }
        shown = [view for view in views if view.unit.id not in placed]
        blocks = (
            Block(kind, tuple(group)) for kind, group in groupby(shown, lambda view: view.unit.kind)
        )
        return DocumentPage(
            record=self._record,
            sample=is_sample(self._record.sha256),
            contents=contents(self._units),
            blocks=tuple(blocks),
            notes={view.unit.id: view.lines for view in views if view.unit.id in placed},
            definitions=tuple(
                found for found in self._shelf.definitions if found.document == self._record.id
            ),
            repairs=self._shelf.library.catalog.repair_counts(self._record.id),
            quoted=quote is not None,
        )

    def _all_about(self) -> Iterator[tuple[str, About]]:
        if self._record.kind is DocumentKind.POLICY:
            surroundings = Surroundings(self._record.id, self._shelf)
            for unit in self._units:
                if isinstance(unit, Section):
                    yield unit.id, surroundings.about(unit)

    def _target_sections(self) -> dict[str, Section]:
        """The sections that comments of this table may be about, by number."""
        if self._record.kind is not DocumentKind.COMMENTS:
            return {}
        return {
            unit.number: unit
            for policy in reversed(self._shelf.policies_under[self._record.id])
            for unit in self._shelf.units(policy.id)
            if isinstance(unit, Section)
        }

    def _setter(self, quote: Span | None, *, with_repairs: bool) -> Setter:
        catalog, record = self._shelf.library.catalog, self._record
        is_policy = record.kind is DocumentKind.POLICY
        paged = any(unit.locator.page is not None for unit in self._units)
        return Setter(
            terms=Terms(record.id, self._shelf.definitions, self._shelf.records),
            changes=self._shelf.changes_at(record.id) if is_policy else {},
            notes=notes_by_marker(self._units),
            pages=catalog.source_text(record.id).pages if paged else (),
            quote=quote,
            document=catalog.read_document(record.id) if with_repairs else None,
        )

    def _views(self, setter: Setter) -> Iterator[UnitView]:
        above, page = 1, None
        for unit in self._units:
            wanted = unit.level + 1 if isinstance(unit, Section) else above + 1
            heading = min(wanted, above + 1, _DEEPEST_HEADING)
            if isinstance(unit, Section):
                above = heading
            begins = unit.locator.page if unit.locator.page != page else None
            if not isinstance(unit, Footnote):
                page = setter.last_page(unit) or page
            lines = setter.lines(unit, unit.passage)
            titled = isinstance(unit, Section | Slide)
            yield UnitView(
                unit=unit,
                heading=heading,
                title=lines[:1] if titled else (),
                lines=lines[1:] if titled else lines,
                new_page=begins,
                about=self._abouts.get(unit.id),
                comment=self._comment(unit, setter) if isinstance(unit, Comment) else None,
            )

    def _comment(self, comment: Comment, setter: Setter) -> CommentParts:
        decisive = find_quote(comment.outcome_evidence, comment.reply)
        decides = ranges_of_part(comment.reply, decisive, Mark.DECIDES) if decisive else ()
        return CommentParts(
            opinion=setter.lines(comment, comment.opinion),
            reason=setter.lines(comment, comment.reason),
            reply=setter.lines(comment, comment.reply, tuple(decides)),
            targets=tuple(Target(number, self._sections.get(number)) for number in comment.targets),
            changes=tuple(change for change in self._changes if change.comment.id == comment.id),
            unplaced=self._unplaced.get(comment.id, ""),
        )
