"""Putting files into the index."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from index.chunks import chunk_document, digest, search_text
from index.documents import Document
from index.errors import ParseError, ReadError
from index.intake import find_files, parser_fingerprint, take_in
from index.reports import (
    FileReport,
    FileStatus,
    IndexedDocument,
    IndexObserver,
    IndexReport,
    QuietObserver,
)
from index.session import Session, write_session
from index.settings import IndexSettings
from index.stores.records import RepairCount, UnitCount
from index.stores.rows import ChunkRow
from index.stores.writing import SourceRecord

_QUIET = QuietObserver()


def index_paths(
    settings: IndexSettings,
    paths: Sequence[Path],
    *,
    remove_missing: bool = False,
    observer: IndexObserver = _QUIET,
) -> IndexReport:
    """Index files and folders; what has not changed is passed over.

    A file that cannot be read is reported and the others go in; what had been indexed of it
    before stays.

    Args:
        settings: Where data lies, and the embedder.
        paths: Files and folders.
        remove_missing: Take out what had been indexed from these paths and is not there
            any more; a path that is gone itself is then no error.
        observer: Is told how it gets on.

    Raises:
        UsageError: A path does not exist.
        StoreBusyError: Another process is writing.
        StoreError: The data directory cannot be used.
        ModelError: The configured embedder cannot be loaded.
    """
    present = [path for path in paths if path.exists() or not remove_missing]
    files = find_files(present)
    with write_session(settings) as session:
        session.adopt_embedder(observer)
        run = _Run(session, observer)
        for number, path in enumerate(files, start=1):
            observer.file_started(path, number, len(files))
            run.report(run.index_file(path))
        if remove_missing:
            run.remove_missing([path.resolve() for path in paths], files)
        return run.finish()


def remove_paths(
    settings: IndexSettings, paths: Sequence[Path], *, observer: IndexObserver = _QUIET
) -> IndexReport:
    """Take out what was indexed from these files, whether they are still there or not.

    Args:
        settings: Where data lies, and the embedder.
        paths: Files, as the catalog names them; one that it does not name is passed over.
        observer: Is told how it gets on.

    Raises:
        StoreBusyError: Another process is writing.
        StoreError: The data directory cannot be used.
        ModelError: The configured embedder cannot be loaded.
    """
    with write_session(settings) as session:
        session.adopt_embedder(observer)
        run = _Run(session, observer)
        for path in paths:
            run.remove(path)
        return run.finish()


class _Run:
    """One indexing run: which files are known, and what has been done so far."""

    def __init__(self, session: Session, observer: IndexObserver) -> None:
        self._session = session
        self._writer = session.writer
        self._observer = observer
        self._parser = parser_fingerprint()
        self._known = {record.path: record for record in session.writer.sources()}
        self._reports: list[FileReport] = []
        self._embedded = 0

    def report(self, report: FileReport) -> None:
        """Note what was done with a file."""
        self._reports.append(report)
        self._observer.file_finished(report)

    def index_file(self, path: Path) -> FileReport:
        """Index one file, unless there is nothing new in it."""
        sha256 = _hash(path)
        known = self._known.get(path)
        twin = self._twin(path, sha256)
        if known is None and twin is not None and not twin.path.exists():
            known = self._move(twin, path)
            if known.parser == self._parser:
                return FileReport(path, FileStatus.MOVED)
        elif twin is not None and _hash(twin.path) == sha256:
            if known is not None:
                self._remove(known)
            return FileReport(path, FileStatus.DUPLICATE, reason=f"{twin.path} と同じ内容です。")
        if known is not None and (known.sha256, known.parser) == (sha256, self._parser):
            return FileReport(path, FileStatus.UNCHANGED)
        return self._take_in(path, known)

    def remove_missing(self, roots: Sequence[Path], files: Sequence[Path]) -> None:
        """Take out what was indexed from these paths and is gone."""
        for path, record in list(self._known.items()):
            below = any(root == path or root in path.parents for root in roots)
            if below and path not in files and not path.exists():
                self._remove(record)
                self.report(FileReport(path, FileStatus.REMOVED))

    def remove(self, path: Path) -> None:
        """Take out what was indexed from a file."""
        record = self._known.get(path)
        if record is not None:
            self._remove(record)
            self.report(FileReport(path, FileStatus.REMOVED))

    def finish(self) -> IndexReport:
        """Build the search indexes, and sum up."""
        state = self._session.finish(self._observer)
        catalog = self._writer.catalog
        chunks = catalog.chunk_ids()
        vectors = sum(len(batch.chunk_ids) for batch in catalog.vectors())
        return IndexReport(
            files=tuple(self._reports),
            documents=len(catalog.documents()),
            chunks=len(chunks),
            embedded=self._embedded,
            without_vector=len(chunks) - vectors,
            generation=state.generation,
            embedder=state.embedder.name,
        )

    def _twin(self, path: Path, sha256: str) -> SourceRecord | None:
        """Another known file of the same content."""
        same = (record for record in self._known.values() if record.sha256 == sha256)
        return next((record for record in same if sha256 and record.path != path), None)

    def _take_in(self, path: Path, known: SourceRecord | None) -> FileReport:
        others = {
            document_id
            for record in self._known.values()
            if record is not known
            for document_id in record.document_ids
        }
        try:
            documents = take_in(path, others)
        except (ReadError, ParseError) as error:
            return FileReport(path, FileStatus.FAILED, reason=str(error))
        rows = self._chunk_rows(documents)
        if known is not None:
            self._remove(known)
        self._writer.add_source(path, self._parser, documents, rows)
        ids = tuple(document.id for document in documents)
        sha256 = documents[0].source.sha256
        self._known[path] = SourceRecord(path, sha256, self._parser, ids)
        status = FileStatus.ADDED if known is None else FileStatus.REPLACED
        return FileReport(path, status, _described(documents))

    def _chunk_rows(self, documents: Sequence[Document]) -> list[ChunkRow]:
        """Chunks with their embeddings, those of unchanged chunks as they were."""
        digests = {
            chunk: digest(unit, chunk)
            for document in documents
            for unit, chunk in chunk_document(document)
        }
        made = self._writer.embeddings(digests.values())
        new = [chunk for chunk in digests if digests[chunk] not in made]
        found = self._session.embedder.embed([search_text(chunk) for chunk in new])
        self._embedded += len(new)
        made |= {digests[chunk]: its for chunk, its in zip(new, found, strict=True)}
        return [ChunkRow(chunk, key, made[key]) for chunk, key in digests.items()]

    def _move(self, record: SourceRecord, path: Path) -> SourceRecord:
        del self._known[record.path]
        self._writer.move_source(record.path, path)
        self._known[path] = replace(record, path=path)
        return self._known[path]

    def _remove(self, record: SourceRecord) -> None:
        del self._known[record.path]
        self._writer.remove_source(record.path)


def _hash(path: Path) -> str:
    """Hash of a file; "" where it cannot be read, which `read` then explains."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def _described(documents: Sequence[Document]) -> tuple[IndexedDocument, ...]:
    return tuple(
        IndexedDocument(
            id=document.id,
            kind=document.kind,
            title=document.title,
            meeting=document.meeting,
            units=tuple(
                UnitCount(kind, count)
                for kind, count in sorted(Counter(unit.kind for unit in document.units).items())
            ),
            repairs=_repairs(document, with_source=position == 0),
            warnings=document.warnings,
        )
        for position, document in enumerate(documents)
    )


def _repairs(document: Document, *, with_source: bool) -> tuple[RepairCount, ...]:
    repairs = (*document.source.repairs, *document.repairs) if with_source else document.repairs
    counts = Counter(repair.kind for repair in repairs)
    return tuple(RepairCount(kind, count) for kind, count in counts.most_common())
