"""Folders that are copied and saved so that a power cut leaves them whole."""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

_SQLITE_SUFFIX = ".sqlite3"
_SKIPPED = (".lock", "-journal", "-wal", "-shm")


def copy_folder(source: Path, target: Path) -> None:
    """Copy a folder that others may be reading.

    A database is copied by its own backup: whoever opens a Chroma folder, if only to ask,
    writes a row into its database, and a plain copy could catch that half done.

    Raises:
        OSError: A file cannot be read or written.
        sqlite3.DatabaseError: A database is damaged.
    """
    for path in sorted(source.rglob("*")):
        place = target / path.relative_to(source)
        if path.is_dir():
            place.mkdir(parents=True, exist_ok=True)
        elif path.suffix == _SQLITE_SUFFIX:
            _copy_database(path, place)
        elif not path.name.endswith(_SKIPPED):
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(path, place)


def _copy_database(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(source)) as old, closing(sqlite3.connect(target)) as new:
        old.backup(new)


def sync_folder(folder: Path) -> None:
    """Wait until a folder and all in it have reached the disk."""
    for path in [*folder.rglob("*"), folder, folder.parent]:
        # Windows cannot open a directory, and needs write access to sync a file
        if path.is_dir() and os.name == "nt":
            continue
        handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
