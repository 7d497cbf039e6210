"""The statements under the catalog: rows of the tables as units and chunks."""

from __future__ import annotations

import threading
from collections.abc import Collection, Iterable, Iterator, Sequence
from types import TracebackType
from typing import Any, Self, TypeVar

from sqlalchemy import ColumnElement, Connection, RowMapping, Select, select, true

from index.documents import UNIT_KINDS, Unit, UnitKind
from index.filters import EVERYTHING, UnitFilter
from index.stores import schema
from index.stores.batches import batches
from index.stores.database import store_errors
from index.stores.narrowing import Condition, units_within
from index.stores.rows import ChunkRow, decode_chunk_row, decode_unit

UnitType = TypeVar("UnitType", bound=Unit)


class Reader:
    """Reads inside one transaction of one connection, from any thread.

    All statements over units and documents pass through this class, which lets nothing
    through that its filter leaves out.

    Attributes:
        wanted: The part of all units that is read.
    """

    def __init__(
        self,
        connection: Connection,
        wanted: UnitFilter = EVERYTHING,
        lock: threading.RLock | None = None,
    ) -> None:
        """Take a connection; its transaction is the state that is read.

        Args:
            connection: An open connection.
            wanted: The part of all units that is read.
            lock: That of another reader of the same connection.
        """
        self._connection = connection
        self._lock = lock or threading.RLock()
        self.wanted = wanted

    def narrowed(self, wanted: UnitFilter) -> Self:
        """A reader of a part of the same state; closing one closes both."""
        return type(self)(self._connection, wanted, self._lock)

    def close(self) -> None:
        """End the transaction and let go of the database."""
        with self._lock:
            self._connection.close()
            self._connection.engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _rows(self, statement: Select[Any]) -> Sequence[RowMapping]:
        with self._lock, store_errors(self._connection.engine):
            return self._connection.execute(statement).mappings().all()

    def _column(self, statement: Select[tuple[Any]]) -> tuple[Any, ...]:
        with self._lock, store_errors(self._connection.engine):
            return tuple(self._connection.scalars(statement))

    def _within(self, unit: ColumnElement[str]) -> Condition:
        """A condition over a column that holds ids of units."""
        if not self.wanted:
            return true()
        return unit.in_(select(schema.units.c.id).where(units_within(self.wanted)))

    def _units(self, condition: Condition) -> tuple[Unit, ...]:
        """Units that fulfil a condition over `units`, in reading order."""
        condition &= units_within(self.wanted)
        order = (schema.units.c.document, schema.units.c.reading_order)
        shared = self._rows(select(schema.units).where(condition).order_by(*order))
        chosen = select(schema.units.c.id).where(condition)
        own: dict[str, RowMapping] = {}
        for kind in {UnitKind(row["kind"]) for row in shared}:
            table = schema.KIND_TABLES[kind]
            found = self._rows(select(table).where(table.c.unit.in_(chosen)))
            own |= {row["unit"]: row for row in found}
        return tuple(decode_unit(row, own[row["id"]]) for row in shared)

    def _units_of_type(
        self,
        unit_type: type[UnitType],
        condition: Condition | None = None,
        within: Collection[str] | None = None,
    ) -> tuple[UnitType, ...]:
        """Units of one kind that fulfil a condition over the kind's table.

        Args:
            unit_type: The kind.
            condition: A condition over its table; None for all.
            within: Ids of the documents to look in; None for all.
        """
        table = schema.KIND_TABLES[UNIT_KINDS[unit_type]]
        chosen = select(table.c.unit)
        if condition is not None:
            chosen = chosen.where(condition)
        where: Condition = schema.units.c.id.in_(chosen)
        if within is not None:
            where &= schema.units.c.document.in_(within)
        return tuple(unit for unit in self._units(where) if isinstance(unit, unit_type))

    def _chunk_rows(self, condition: Condition) -> Iterator[ChunkRow]:
        units, chunks = schema.units, schema.chunks
        statement = (
            select(chunks)
            .join(units, units.c.id == chunks.c.unit)
            .where(condition & units_within(self.wanted))
            .order_by(units.c.document, units.c.reading_order, chunks.c.position)
        )
        return map(decode_chunk_row, self._rows(statement))

    def _chunk_rows_in(
        self, column: ColumnElement[str], values: Iterable[str]
    ) -> Iterator[ChunkRow]:
        for batch in batches(dict.fromkeys(values)):
            yield from self._chunk_rows(column.in_(batch))
