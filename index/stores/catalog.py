"""Reading the catalog: documents, units and chunks as the dataclasses they were.

A `Catalog` reads inside one transaction: all that it ever returns is one state of the data,
whatever is indexed meanwhile.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

import numpy as np
from sqlalchemy import func, select

from index.documents import (
    Chunk,
    Comment,
    Document,
    Footnote,
    RosterEntry,
    Section,
    Unit,
    UnitKind,
)
from index.errors import UsageError
from index.stores import schema
from index.stores.batches import batches
from index.stores.document_reading import DocumentReader
from index.stores.interface import VectorBatch
from index.stores.records import (
    CommentRange,
    EmbedderRecord,
    State,
)
from index.stores.rows import ChunkRow, decode_repair

_COMMENTS = schema.KIND_TABLES[UnitKind.COMMENT].c
_SECTIONS = schema.KIND_TABLES[UnitKind.SECTION].c
_FOOTNOTES = schema.KIND_TABLES[UnitKind.FOOTNOTE].c
_ROSTER = schema.KIND_TABLES[UnitKind.ROSTER_ENTRY].c


class Catalog(DocumentReader):
    """One state of all that has been indexed.

    Where a method takes `within`, that is the ids of the documents to look in, None for all.
    """

    def state(self) -> State:
        """Which generation is in force, and the embedder of its vectors."""
        (row,) = self._rows(select(schema.state))
        embedder = EmbedderRecord(
            row["embedder_name"], row["embedder_dimension"], row["embedder_fingerprint"]
        )
        return State(row["generation"], embedder)

    def read_document(self, document_id: str) -> Document:
        """The whole document as it was parsed.

        Raises:
            UsageError: There is none of this id.
        """
        record = self.document(document_id)
        return Document(
            id=record.id,
            kind=record.kind,
            title=record.title,
            body=record.body,
            meeting=record.meeting,
            date=record.date,
            source=self.source_text(document_id),
            span=record.span,
            units=self.units_of(document_id),
            repairs=tuple(map(decode_repair, self._repairs(document_id))),
            totals=self.totals(document_id),
            warnings=record.warnings,
        )

    def units(self, ids: Iterable[str]) -> tuple[Unit, ...]:
        """Units in the order of `ids`; ids that do not exist are left out."""
        wanted = list(dict.fromkeys(ids))
        found = {
            unit.id: unit
            for batch in batches(wanted)
            for unit in self._units(schema.units.c.id.in_(batch))
        }
        return tuple(found[unit_id] for unit_id in wanted if unit_id in found)

    def unit(self, unit_id: str) -> Unit:
        """One unit.

        Raises:
            UsageError: There is none of this id.
        """
        found = self.units([unit_id])
        if not found:
            raise UsageError(f"「{unit_id}」という箇所は入っていません。")
        return found[0]

    def units_of(self, document_id: str, kind: UnitKind | None = None) -> tuple[Unit, ...]:
        """Units of a document, or only those of one kind, in reading order."""
        condition = schema.units.c.document == document_id
        if kind is not None:
            condition &= schema.units.c.kind == kind.value
        return self._units(condition)

    def comments(
        self, number: int, branch: int | None = None, within: Collection[str] | None = None
    ) -> tuple[Comment, ...]:
        """Comments of a 番号; of that 枝番号 only, where one is given."""
        condition = _COMMENTS.number == number
        if branch is not None:
            condition &= _COMMENTS.branch == branch
        return self._units_of_type(Comment, condition, within)

    def all_comments(self, within: Collection[str] | None = None) -> tuple[Comment, ...]:
        """Every comment."""
        return self._units_of_type(Comment, None, within)

    def comments_by(
        self, submitter: str, within: Collection[str] | None = None
    ) -> tuple[Comment, ...]:
        """Comments of a submitter, named as the catalog names it."""
        return self._units_of_type(Comment, _COMMENTS.submitter == submitter, within)

    def comments_on(
        self, section: str, within: Collection[str] | None = None
    ) -> tuple[Comment, ...]:
        """Comments whose 該当箇所 names exactly this section number."""
        targets = schema.comment_targets.c
        aimed = select(targets.unit).where(targets.section == section)
        return self._units_of_type(Comment, _COMMENTS.unit.in_(aimed), within)

    def comment_range(self) -> CommentRange:
        """How many comments there are, and from which 番号 to which."""
        counted = (func.count(), func.min(_COMMENTS.number), func.max(_COMMENTS.number))
        columns = (part.label(f"part{n}") for n, part in enumerate(counted))
        (row,) = self._rows(select(*columns).where(self._within(_COMMENTS.unit)))
        return CommentRange(row["part0"], row["part1"] or 0, row["part2"] or 0)

    def submitters(self) -> tuple[str, ...]:
        """Names of all who sent a comment, each once."""
        names = select(_COMMENTS.submitter).where(self._within(_COMMENTS.unit))
        return self._column(names.distinct().order_by(_COMMENTS.submitter))

    def sections(self, number: str, within: Collection[str] | None = None) -> tuple[Section, ...]:
        """Sections of a normalised number."""
        return self._units_of_type(Section, _SECTIONS.number == number, within)

    def children(self, unit_id: str) -> tuple[Section, ...]:
        """The sections directly below a section."""
        below = select(schema.units.c.id).where(schema.units.c.parent == unit_id)
        return self._units_of_type(Section, _SECTIONS.unit.in_(below))

    def footnotes(self, number: int, within: Collection[str] | None = None) -> tuple[Footnote, ...]:
        """Footnotes of a number."""
        return self._units_of_type(Footnote, _FOOTNOTES.number == number, within)

    def footnotes_on(self, unit_id: str) -> tuple[Footnote, ...]:
        """Footnotes whose mark stands in a unit."""
        return self._units_of_type(Footnote, _FOOTNOTES.marker_unit == unit_id)

    def roster(self, document_id: str) -> tuple[RosterEntry, ...]:
        """Everyone on the roster of a meeting."""
        return self._units_of_type(RosterEntry, None, [document_id])

    def roster_names(self) -> tuple[str, ...]:
        """Names of all people of all rosters, each once."""
        names = select(_ROSTER.name).where(self._within(_ROSTER.unit))
        return self._column(names.distinct().order_by(_ROSTER.name))

    def neighbours(self, unit_id: str, before: int = 1, after: int = 1) -> tuple[Unit, ...]:
        """A unit with those that stand before and after it, in reading order."""
        units = schema.units.c
        rows = self._rows(select(units.document, units.reading_order).where(units.id == unit_id))
        if not rows:
            return ()
        place = rows[0]["reading_order"]
        close = units.reading_order.between(place - before, place + after)
        return self._units((units.document == rows[0]["document"]) & close)

    def chunks(self, ids: Iterable[str]) -> tuple[Chunk, ...]:
        """Chunks in the order of `ids`; ids that do not exist are left out."""
        wanted = list(dict.fromkeys(ids))
        found = {row.chunk.id: row.chunk for row in self.chunk_rows(wanted)}
        return tuple(found[chunk_id] for chunk_id in wanted if chunk_id in found)

    def chunk_rows(self, ids: Iterable[str]) -> tuple[ChunkRow, ...]:
        """Chunks with vectors and tokens, in no promised order."""
        return tuple(self._chunk_rows_in(schema.chunks.c.id, ids))

    def chunk_rows_of(self, unit_ids: Iterable[str]) -> tuple[ChunkRow, ...]:
        """All chunks of these units with vectors and tokens."""
        return tuple(self._chunk_rows_in(schema.chunks.c.unit, unit_ids))

    def chunk_ids(self) -> tuple[str, ...]:
        """Ids of all chunks."""
        chunks = schema.chunks.c
        return self._column(select(chunks.id).where(self._within(chunks.unit)).order_by(chunks.id))

    def unit_ids(self) -> tuple[str, ...]:
        """Ids of all units."""
        units = schema.units.c
        return self._column(select(units.id).where(self._within(units.id)).order_by(units.id))

    def vectors(self) -> Iterator[VectorBatch]:
        """All vectors; chunks that have none are left out."""
        columns = schema.chunks.c
        for batch in batches(self.chunk_ids()):
            filled = columns.id.in_(batch) & columns.vector.is_not(None)
            rows = self._rows(select(columns.id, columns.vector).where(filled))
            if rows:
                vectors = [np.frombuffer(row["vector"], dtype="<f4") for row in rows]
                yield VectorBatch([row["id"] for row in rows], np.stack(vectors))
