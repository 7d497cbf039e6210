"""What an indexing run says of each file."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from index.documents import DocumentKind
from index.stores.records import RepairCount, UnitCount


class FileStatus(StrEnum):
    """What was done with a file."""

    ADDED = "added"
    REPLACED = "replaced"
    UNCHANGED = "unchanged"
    MOVED = "moved"  # the same content under another path; the old one is gone
    DUPLICATE = "duplicate"  # the same content as another file, which stands for both
    FAILED = "failed"  # what had been indexed of it before is kept
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class IndexedDocument:
    """A document that was found in a file.

    Attributes:
        id: See `index.ids`.
        kind: Its kind.
        title: As printed.
        meeting: Meeting number, if it is the minutes of one.
        units: How many units of each kind.
        repairs: How many repairs of each kind, those of the reader of the file included
            with the file's first document.
        warnings: What a person should look at.
    """

    id: str
    kind: DocumentKind
    title: str
    meeting: int | None
    units: tuple[UnitCount, ...]
    repairs: tuple[RepairCount, ...]
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FileReport:
    """What was done with one file.

    Attributes:
        path: The file.
        status: What was done.
        documents: What was found in it; empty for files that were not parsed.
        reason: Why it failed, or which file it repeats; "" otherwise.
    """

    path: Path
    status: FileStatus
    documents: tuple[IndexedDocument, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class IndexReport:
    """What an indexing run did.

    Attributes:
        files: Every file, in the order in which it was looked at.
        documents: How many documents are held now.
        chunks: How many chunks are held now.
        embedded: How many chunks an embedding was computed for.
        without_vector: How many chunks are found by words only, as the embedder knows no
            token of them.
        generation: The generation of the search indexes that is in force now.
        embedder: Name of the embedder.
    """

    files: tuple[FileReport, ...]
    documents: int
    chunks: int
    embedded: int
    without_vector: int
    generation: int
    embedder: str

    @property
    def failures(self) -> tuple[FileReport, ...]:
        """The files that could not be indexed."""
        return tuple(file for file in self.files if file.status is FileStatus.FAILED)


class Stage(StrEnum):
    """What an indexing run does after it has looked at the files."""

    EMBEDDING = "embedding"  # all chunks anew, as the embedder is another one
    BUILDING = "building"  # the next generation of the search indexes
    SAVING = "saving"


class IndexObserver(Protocol):
    """Is told how an indexing run gets on."""

    def file_started(self, path: Path, number: int, total: int) -> None:
        """File `number` (from 1) of `total` is looked at."""

    def file_finished(self, report: FileReport) -> None:
        """A file is done with."""

    def stage(self, stage: Stage) -> None:
        """Another stage begins."""


class QuietObserver:
    """Hears everything, says nothing."""

    def file_started(self, path: Path, number: int, total: int) -> None:
        """Say nothing."""

    def file_finished(self, report: FileReport) -> None:
        """Say nothing."""

    def stage(self, stage: Stage) -> None:
        """Say nothing."""
