"""The tables of the catalog.

The columns of each kind of unit are made from the fields of its dataclass, so that the two
cannot drift apart; `rows` fills and reads them.

    sources ─< pages               a file: its text, hash and pages
       └──< documents ─< repairs, totals
                └──< units ─< sections | utterances | comments | … (one table a kind)
                        └──< chunks    text, vector and token ids
"""

from __future__ import annotations

import types
from dataclasses import fields
from enum import StrEnum
from typing import Any, Union, get_args, get_origin, get_type_hints

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
)
from sqlalchemy.types import TypeEngine

from index.documents import UNIT_KINDS, Attribution, Passage, Unit, UnitKind

SCHEMA_VERSION = 1
"""Raised with every change of a table; a catalog of another version is refused."""

METADATA = MetaData()

state = Table(
    "state",
    METADATA,
    Column("schema_version", Integer, primary_key=True),
    Column("generation", Integer, nullable=False),
    Column("embedder_name", String, nullable=False),
    Column("embedder_dimension", Integer, nullable=False),
    Column("embedder_fingerprint", String, nullable=False),
)

sources = Table(
    "sources",
    METADATA,
    Column("key", Integer, primary_key=True),
    Column("path", String, nullable=False, unique=True),
    Column("sha256", String, nullable=False, index=True),
    Column("media_type", String, nullable=False),
    Column("text", String, nullable=False),
    Column("parser", String, nullable=False),
)


def _owner(column: Column[Any], **options: Any) -> Column[Any]:
    """A reference to the row that this row disappears with."""
    table = column.table.name
    return Column(
        table.removesuffix("s"),
        column.type,
        ForeignKey(f"{table}.{column.name}", ondelete="CASCADE"),
        **options,
    )


pages = Table(
    "pages",
    METADATA,
    _owner(sources.c.key, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
)

documents = Table(
    "documents",
    METADATA,
    Column("id", String, primary_key=True),
    _owner(sources.c.key, nullable=False, index=True),
    Column("position", Integer, nullable=False),
    Column("kind", String, nullable=False),
    Column("title", String, nullable=False),
    Column("body", String),
    Column("meeting", Integer, index=True),
    Column("date", String),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("warnings", JSON, nullable=False),
)

repairs = Table(
    "repairs",
    METADATA,
    Column("key", Integer, primary_key=True),
    _owner(sources.c.key, nullable=False, index=True),
    _owner(documents.c.id, index=True),  # NULL for what the reader of the file mended
    Column("kind", String, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("detail", String, nullable=False),
)

totals = Table(
    "totals",
    METADATA,
    Column("key", Integer, primary_key=True),
    _owner(documents.c.id, nullable=False, index=True),
    Column("label", String, nullable=False),
    Column("count", Integer, nullable=False),
    Column("counter", String, nullable=False),
    Column("unit_id", String, nullable=False),
)

units = Table(
    "units",
    METADATA,
    Column("id", String, primary_key=True),
    _owner(documents.c.id, nullable=False, index=True),
    Column("kind", String, nullable=False),
    Column("label", String, nullable=False),
    Column("heading_path", JSON, nullable=False),
    Column("page", Integer),
    Column("section", String, index=True),
    Column("reading_order", Integer, nullable=False),
    Column("passage", String, nullable=False),
    Column("passage_spans", String, nullable=False),
    Column("parent", String, index=True),
    Column("also_at", JSON, nullable=False),
)

comment_targets = Table(
    "comment_targets",
    METADATA,
    _owner(units.c.id, primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("section", String, nullable=False, index=True),
)

chunks = Table(
    "chunks",
    METADATA,
    Column("id", String, primary_key=True),
    _owner(units.c.id, nullable=False, index=True),
    Column("position", Integer, nullable=False),
    Column("heading_path", JSON, nullable=False),
    Column("passage", String, nullable=False),
    Column("passage_spans", String, nullable=False),
    Column("digest", String, nullable=False, index=True),
    Column("vector", LargeBinary),  # float32, little-endian; NULL where the text has none
    Column("tokens", LargeBinary, nullable=False),  # int32, little-endian
)

_COLUMN_TYPES: dict[type, type[TypeEngine[Any]]] = {str: String, int: Integer, bool: Boolean}
_INDEXED = frozenset({"number", "submitter", "name", "person", "marker_unit"})


def own_fields(unit_type: type[Unit]) -> dict[str, Any]:
    """Names and types of the fields that a kind of unit has beyond those of every unit."""
    shared = {field.name for field in fields(Unit)}
    hints = get_type_hints(unit_type)
    names = (field.name for field in fields(unit_type) if field.name not in shared)
    return {name: hints[name] for name in names}


def without_none(hint: Any) -> Any:
    """`T` for `T | None`, anything else as it is."""
    if get_origin(hint) in (Union, types.UnionType):
        return next(part for part in get_args(hint) if part is not types.NoneType)
    return hint


def _columns(name: str, hint: Any) -> list[Column[Any]]:
    plain, optional = without_none(hint), without_none(hint) is not hint
    if plain is Attribution:
        parts = get_type_hints(Attribution).items()
        return [column for part, its in parts for column in _columns(f"{name}_{part}", its)]
    if plain is Passage:
        spans = Column(f"{name}_spans", String, nullable=False)
        return [Column(name, String, nullable=False), spans]
    if get_origin(plain) is tuple:
        return [Column(name, JSON, nullable=False)]
    kind = str if issubclass(plain, StrEnum) else plain
    indexed = name.rpartition("_")[2] in _INDEXED or name in _INDEXED
    return [Column(name, _COLUMN_TYPES[kind], nullable=optional, index=indexed)]


def _kind_table(unit_type: type[Unit], kind: UnitKind) -> Table:
    columns = [
        column for name, hint in own_fields(unit_type).items() for column in _columns(name, hint)
    ]
    return Table(f"{kind.value}_units", METADATA, _owner(units.c.id, primary_key=True), *columns)


KIND_TABLES: dict[UnitKind, Table] = {
    kind: _kind_table(unit_type, kind) for unit_type, kind in UNIT_KINDS.items()
}
