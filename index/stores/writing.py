"""Writing the catalog, inside the one transaction of an indexing run."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Table, delete, insert, select, update

from index.documents import Comment, Document, Repair, SourceText
from index.stores import schema
from index.stores.batches import batches
from index.stores.catalog import Catalog
from index.stores.records import State
from index.stores.rows import (
    ChunkRow,
    Embedding,
    decode_embedding,
    encode_chunk,
    encode_embedding,
    encode_own_fields,
    encode_repair,
    encode_unit,
)


@dataclass(frozen=True, slots=True)
class SourceRecord:
    """A file that has been indexed.

    Attributes:
        path: The file.
        sha256: Hex digest of its bytes when it was read.
        parser: Fingerprint of the program that parsed it.
        document_ids: Its documents, in order.
    """

    path: Path
    sha256: str
    parser: str
    document_ids: tuple[str, ...]


class CatalogWriter:
    """Changes the catalog; nothing is seen by others before the transaction is committed.

    Attributes:
        catalog: The catalog as it is inside the transaction.
        changed: Whether anything has been changed.
    """

    def __init__(self, connection: Connection) -> None:
        """Take a connection whose transaction the caller commits."""
        self._connection = connection
        self.catalog = Catalog(connection)
        self.changed = False

    def state(self) -> State | None:
        """What is in force; None where nothing has been indexed yet."""
        empty = self._connection.scalar(select(schema.state.c.generation)) is None
        return None if empty else self.catalog.state()

    def sources(self) -> tuple[SourceRecord, ...]:
        """All files that have been indexed, by path."""
        sources, documents = schema.sources.c, schema.documents.c
        order = select(documents.source, documents.id).order_by(documents.position)
        held: dict[int, list[str]] = {}
        for key, document_id in self._connection.execute(order):
            held.setdefault(key, []).append(document_id)
        return tuple(
            SourceRecord(Path(row.path), row.sha256, row.parser, tuple(held.get(row.key, ())))
            for row in self._connection.execute(select(schema.sources).order_by(sources.path))
        )

    def add_source(
        self,
        path: Path,
        parser: str,
        documents: Sequence[Document],
        chunks: Iterable[ChunkRow],
    ) -> None:
        """Add a file with all its documents (at least one) and their chunks in order."""
        self.changed = True
        key = self._add_source(replace(documents[0].source, path=path), parser)
        for position, document in enumerate(documents):
            self._add_document(key, position, document)
        self._insert(
            schema.chunks, [encode_chunk(row, position) for position, row in enumerate(chunks)]
        )

    def remove_source(self, path: Path) -> None:
        """Remove a file and all that came from it."""
        self.changed = True
        # units and chunks go with it by the foreign keys of the schema
        self._connection.execute(delete(schema.sources).where(schema.sources.c.path == str(path)))

    def move_source(self, old: Path, new: Path) -> None:
        """Note that a file lies elsewhere now."""
        self.changed = True
        moved = update(schema.sources).where(schema.sources.c.path == str(old))
        self._connection.execute(moved.values(path=str(new)))

    def chunk_digests(self) -> dict[str, str]:
        """Digest of every chunk by its id."""
        pairs = self._connection.execute(select(schema.chunks.c.id, schema.chunks.c.digest))
        return {row.id: row.digest for row in pairs}

    def embeddings(self, digests: Iterable[str]) -> dict[str, Embedding]:
        """What was computed before for texts of these digests, by digest."""
        columns = schema.chunks.c
        known = select(columns.digest, columns.vector, columns.tokens)
        return {
            row["digest"]: decode_embedding(row)
            for batch in batches(dict.fromkeys(digests))
            for row in self._connection.execute(known.where(columns.digest.in_(batch))).mappings()
        }

    def set_embedding(self, chunk_id: str, embedding: Embedding) -> None:
        """Replace what was computed for a chunk."""
        self.changed = True
        changed = update(schema.chunks).where(schema.chunks.c.id == chunk_id)
        self._connection.execute(changed.values(encode_embedding(embedding)))

    def set_state(self, state: State) -> None:
        """Put a generation in force."""
        self._connection.execute(delete(schema.state))
        row = {
            "schema_version": schema.SCHEMA_VERSION,
            "generation": state.generation,
            "embedder_name": state.embedder.name,
            "embedder_dimension": state.embedder.dimension,
            "embedder_fingerprint": state.embedder.fingerprint,
        }
        self._insert(schema.state, [row])

    def _add_source(self, source: SourceText, parser: str) -> int:
        row = {
            "path": str(source.path),
            "sha256": source.sha256,
            "media_type": source.media_type,
            "text": source.text,
            "parser": parser,
        }
        added = self._connection.execute(insert(schema.sources).values(row))
        (key,) = added.inserted_primary_key or (0,)
        pages = [
            {"source": key, "number": page.number, "start": page.span.start, "end": page.span.end}
            for page in source.pages
        ]
        self._insert(schema.pages, pages)
        self._add_repairs(key, None, source.repairs)
        return int(key)

    def _add_document(self, source: int, position: int, document: Document) -> None:
        row = {
            "id": document.id,
            "source": source,
            "position": position,
            "kind": document.kind.value,
            "title": document.title,
            "body": document.body,
            "meeting": document.meeting,
            "date": document.date,
            "start": document.span.start,
            "end": document.span.end,
            "warnings": list(document.warnings),
        }
        self._insert(schema.documents, [row])
        self._add_units(document)
        self._add_repairs(source, document.id, document.repairs)
        totals = [
            {
                "document": document.id,
                "label": total.label,
                "count": total.count,
                "counter": total.counter,
                "unit_id": total.unit_id,
            }
            for total in document.totals
        ]
        self._insert(schema.totals, totals)

    def _add_units(self, document: Document) -> None:
        self._insert(schema.units, [encode_unit(unit, document.id) for unit in document.units])
        for kind, table in schema.KIND_TABLES.items():
            own = [encode_own_fields(unit) for unit in document.units if unit.kind is kind]
            self._insert(table, own)
        targets = [
            {"unit": unit.id, "position": position, "section": section}
            for unit in document.units
            if isinstance(unit, Comment)
            for position, section in enumerate(unit.targets)
        ]
        self._insert(schema.comment_targets, targets)

    def _add_repairs(self, source: int, document: str | None, repairs: Iterable[Repair]) -> None:
        owner = {"source": source, "document": document}
        self._insert(schema.repairs, [owner | encode_repair(repair) for repair in repairs])

    def _insert(self, table: Table, rows: Sequence[dict[str, Any]]) -> None:
        if rows:
            self._connection.execute(insert(table), list(rows))
