"""Reading documents from the catalog: what they are, and the files they came from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from sqlalchemy import RowMapping, Select, func, select

from index.documents import (
    DocumentKind,
    OfficialTotal,
    Page,
    RepairKind,
    SourceText,
    Span,
    UnitKind,
)
from index.errors import UsageError
from index.stores import schema
from index.stores.narrowing import documents_within, units_within
from index.stores.reading import Reader
from index.stores.records import DocumentRecord, RepairCount, UnitCount
from index.stores.rows import decode_repair


class DocumentReader(Reader):
    """The part of the catalog that is about whole documents."""

    def documents(self) -> tuple[DocumentRecord, ...]:
        """All documents by file, and inside a file in its order."""
        return self._documents(_document_rows())

    def document(self, document_id: str) -> DocumentRecord:
        """One document.

        Raises:
            UsageError: There is none of this id.
        """
        found = self._documents(_document_rows().where(schema.documents.c.id == document_id))
        if not found:
            raise UsageError(
                f"文書「{document_id}」は入っていません。"
                "入っている文書は tenkyo documents で見られます。"
            )
        return found[0]

    def find_documents(
        self,
        *,
        kind: DocumentKind | None = None,
        body: str | None = None,
        meeting: int | None = None,
    ) -> tuple[DocumentRecord, ...]:
        """Documents of a kind, of a body, of a meeting number."""
        statement, columns = _document_rows(), schema.documents.c
        if kind is not None:
            statement = statement.where(columns.kind == kind.value)
        if body is not None:
            statement = statement.where(columns.body == body)
        if meeting is not None:
            statement = statement.where(columns.meeting == meeting)
        return self._documents(statement)

    def source_text(self, document_id: str) -> SourceText:
        """The text of the file a document was read from.

        Raises:
            UsageError: There is no document of this id.
        """
        self.document(document_id)
        own = select(schema.documents.c.source).where(schema.documents.c.id == document_id)
        (row,) = self._rows(select(schema.sources).where(schema.sources.c.key.in_(own)))
        key, repairs, pages = row["key"], schema.repairs.c, schema.pages.c
        mended = select(schema.repairs).where(repairs.source == key, repairs.document.is_(None))
        leaves = select(schema.pages).where(pages.source == key).order_by(pages.start, pages.number)
        return SourceText(
            path=Path(row["path"]),
            text=row["text"],
            pages=tuple(
                Page(leaf["number"], Span(leaf["start"], leaf["end"]))
                for leaf in self._rows(leaves)
            ),
            repairs=tuple(map(decode_repair, self._rows(mended.order_by(repairs.key)))),
            sha256=row["sha256"],
            media_type=row["media_type"],
        )

    def totals(self, document_id: str) -> tuple[OfficialTotal, ...]:
        """Totals that a document itself prints; none where only a part of it is read."""
        if self.wanted.splits_documents:
            return ()
        table = schema.totals
        statement = select(table).where(table.c.document == document_id).order_by(table.c.key)
        return tuple(
            OfficialTotal(row["label"], row["count"], row["counter"], row["unit_id"])
            for row in self._rows(statement)
        )

    def repair_counts(self, document_id: str) -> tuple[RepairCount, ...]:
        """How often each kind of repair was made in a document, most frequent first."""
        counts: dict[str, int] = defaultdict(int)
        for row in self._repairs(document_id):
            counts[row["kind"]] += 1
        ordered = sorted(counts.items(), key=lambda entry: (-entry[1], entry[0]))
        return tuple(RepairCount(RepairKind(kind), count) for kind, count in ordered)

    def _repairs(self, document_id: str) -> Iterable[RowMapping]:
        table = schema.repairs
        return self._rows(
            select(table).where(table.c.document == document_id).order_by(table.c.key)
        )

    def _documents(self, statement: Select[Any]) -> tuple[DocumentRecord, ...]:
        units = schema.units.c
        counted = select(units.document, units.kind, func.count().label("count"))
        counted = counted.where(units_within(self.wanted))
        statement = statement.where(documents_within(self.wanted))
        counts: dict[str, list[UnitCount]] = defaultdict(list)
        for row in self._rows(counted.group_by(units.document, units.kind)):
            counts[row["document"]].append(UnitCount(UnitKind(row["kind"]), row["count"]))
        return tuple(
            _document_record(row, tuple(counts[row["id"]])) for row in self._rows(statement)
        )


def _document_rows() -> Select[Any]:
    documents, sources = schema.documents, schema.sources
    return (
        select(documents, sources.c.path, sources.c.sha256, sources.c.media_type)
        .join(sources, sources.c.key == documents.c.source)
        .order_by(sources.c.path, documents.c.position)
    )


def _document_record(row: RowMapping, units: tuple[UnitCount, ...]) -> DocumentRecord:
    return DocumentRecord(
        id=row["id"],
        kind=DocumentKind(row["kind"]),
        title=row["title"],
        body=row["body"],
        meeting=row["meeting"],
        date=row["date"],
        path=Path(row["path"]),
        sha256=row["sha256"],
        media_type=row["media_type"],
        span=Span(row["start"], row["end"]),
        units=tuple(sorted(units, key=lambda entry: entry.kind)),
        warnings=tuple(row["warnings"]),
    )
