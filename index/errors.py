"""Errors of Tenkyo.

Every error that a person can cause or mend derives from `TenkyoError`, and its
message says what is wrong, where, and what to do::

    TenkyoError
    ├── ReadError          a file cannot be read (path, page and reason in the message)
    ├── ParseError         a file was read, but its structure contradicts itself
    ├── ModelError         the configured embedding model cannot be loaded
    ├── StoreError         the data directory is damaged, missing or of another version
    │   ├── EmptyStoreError       nothing has been indexed yet
    │   ├── StoreBusyError        another process is writing
    │   └── EmbedderMismatchError the index was built with another embedder
    └── UsageError         an option, id or file given by the user is wrong
"""

from __future__ import annotations

from pathlib import Path


class TenkyoError(Exception):
    """Base of every error that is shown to a person."""


class ReadError(TenkyoError):
    """A file cannot be read.

    Attributes:
        path: The file.
        page: One-based page, where the fault lies on one page.
        reason: What is wrong and what to do.
    """

    def __init__(self, path: Path, reason: str, page: int | None = None) -> None:
        self.path = path
        self.page = page
        self.reason = reason
        place = f"{path} {page}ページ" if page is not None else str(path)
        super().__init__(f"{place}: {reason}")


class ParseError(TenkyoError):
    """A document's structure contradicts itself."""


class ModelError(TenkyoError):
    """The configured embedding model cannot be loaded or used."""


class StoreError(TenkyoError):
    """The data directory cannot be used."""


class EmptyStoreError(StoreError):
    """Nothing has been indexed yet."""


class StoreBusyError(StoreError):
    """Another process holds the writer lock."""


class EmbedderMismatchError(StoreError):
    """The index was built with another embedder than the configured one."""


class UsageError(TenkyoError):
    """Something the user gave is wrong."""
