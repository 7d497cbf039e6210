"""The database that holds the catalog: where it lies, how it is opened, which version it has.

SQLite by default, in write-ahead mode: a transaction that reads sees one state from its first
statement to its end, whatever is committed meanwhile, and a process that is killed while it
writes leaves nothing behind.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path
from sqlite3 import Connection as SqliteConnection

from sqlalchemy import Connection, Engine, NullPool, create_engine, event, inspect, select
from sqlalchemy.exc import DatabaseError

from index.errors import EmptyStoreError, StoreError
from index.stores.schema import METADATA, SCHEMA_VERSION, state

CATALOG_FILE = "catalog.sqlite3"
_WAIT_SECONDS = 30.0
_UNREADABLE = (
    "目録 {place} を読み書きできません（{reason}）。"
    "空き容量と書き込み権限を確認してください。ファイルが壊れている場合は、"
    "{place} を別の場所へ移してから tenkyo index で文書を入れ直してください。"
)
_NOTHING_INDEXED = (
    "まだ文書が入っていません（データの場所: {data_dir}）。"
    "tenkyo index <ファイル> で文書を入れてください（試すだけなら tenkyo index --sample）。"
)


def catalog_url(data_dir: Path) -> str:
    """URL of the catalog in a data directory."""
    return f"sqlite:///{data_dir / CATALOG_FILE}"


def open_engine(url: str, *, writes: bool = False) -> Engine:
    """An engine on which every transaction reads one state.

    Args:
        url: A database URL, see `catalog_url`; PostgreSQL needs its driver installed.
        writes: Whether anything is to be written.
    """
    written = partial(json.dumps, ensure_ascii=False)
    if not url.startswith("sqlite"):
        return create_engine(url, json_serializer=written, isolation_level="REPEATABLE READ")
    engine = create_engine(
        url,
        json_serializer=written,
        poolclass=NullPool,
        connect_args={"timeout": _WAIT_SECONDS, "check_same_thread": False},
    )
    event.listen(engine, "connect", _set_up_writer if writes else _set_up_reader)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _set_up_reader(connection: SqliteConnection, _record: object) -> None:
    _set_up_sqlite(connection, "query_only = ON")


def _set_up_writer(connection: SqliteConnection, _record: object) -> None:
    _set_up_sqlite(connection, "journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON")


def _set_up_sqlite(connection: SqliteConnection, *settings: str) -> None:
    # the driver opens a transaction at the first write only, so that two reads could see two
    # states; with isolation_level None it leaves transactions to _begin_sqlite
    connection.isolation_level = None
    for setting in settings:
        connection.execute(f"PRAGMA {setting}").close()


def _begin_sqlite(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN")


@contextmanager
def store_errors(engine: Engine) -> Iterator[None]:
    """Turn the errors of the database into `StoreError` with what to do."""
    try:
        yield
    except DatabaseError as error:
        place = engine.url.database or engine.url.render_as_string()
        raise StoreError(_UNREADABLE.format(place=place, reason=error.orig)) from error


def _version(connection: Connection) -> int | None:
    """Version of the catalog; None where nothing has been indexed yet.

    Raises:
        StoreError: This program cannot read it.
    """
    with store_errors(connection.engine):
        if not inspect(connection).has_table(state.name):
            return None
        version = connection.scalar(select(state.c.schema_version))
    if version not in (None, SCHEMA_VERSION):
        raise StoreError(_other_version(version))
    return version


def open_catalog(data_dir: Path) -> Connection:
    """A connection that reads the catalog as it is now; the caller closes it.

    Raises:
        EmptyStoreError: Nothing has been indexed yet.
        StoreError: The catalog is damaged, or another version of the program wrote it.
    """
    nothing = EmptyStoreError(_NOTHING_INDEXED.format(data_dir=data_dir))
    if not (data_dir / CATALOG_FILE).is_file():  # connecting would make one
        raise nothing
    engine = open_engine(catalog_url(data_dir))
    with ExitStack() as undo, store_errors(engine):
        undo.callback(engine.dispose)
        connection = undo.enter_context(engine.connect())
        if _version(connection) is None:
            raise nothing
        undo.pop_all()
    return connection


@contextmanager
def change_catalog(data_dir: Path) -> Iterator[Connection]:
    """A transaction that is committed when its block ends well, and else leaves no trace.

    Raises:
        StoreError: The catalog is damaged, or another version of the program wrote it.
    """
    engine = open_engine(catalog_url(data_dir), writes=True)
    try:
        with store_errors(engine), engine.begin() as connection:
            if _version(connection) is None:
                METADATA.create_all(connection)
            yield connection
    finally:
        engine.dispose()


def _other_version(version: int) -> str:
    found = f"目録の形式は第{version}版で、この Tenkyo が使うのは第{SCHEMA_VERSION}版です。"
    if version > SCHEMA_VERSION:
        return f"{found}新しい Tenkyo で作られています。Tenkyo を更新してください。"
    return (
        f"{found}以前の Tenkyo で作られています。データの場所を別の名前に移すか、"
        "--data-dir で別の場所を指定し、tenkyo index で文書を入れ直してください。"
    )
