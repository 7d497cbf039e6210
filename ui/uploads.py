"""Files that people give to the page: checked, kept, indexed by a process of their own.

Indexing takes seconds of processor time and reads files of strangers; in its own process it
neither makes those who ask wait nor takes the server down with it.
"""

from __future__ import annotations

import multiprocessing
import re
import shutil
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

from index.errors import ReadError, StoreError, TenkyoError
from index.indexing import index_paths, remove_files
from index.readers.pdf import is_pdf
from index.readers.pdf_structure import count_pages
from index.reports import FileReport, FileStatus, IndexReport, Stage
from index.settings import IndexSettings

_FOLDER = "uploads"
_SUFFIXES = frozenset({".pdf", ".txt", ".text", ".md"})
_LONGEST_NAME = 120
_UNSAFE = re.compile(r'[\x00-\x1f\x7f/\\:*?"<>|]')
_MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class UploadLimits:
    """The largest file that is taken, in bytes, and its pages at most."""

    size: int = 30 * _MEGABYTE
    pages: int = 1000


@dataclass(frozen=True, slots=True)
class FileStarted:
    """File `number` (from 1) of `total` is being read."""

    path: Path
    number: int
    total: int


IndexEvent = FileStarted | FileReport | Stage | IndexReport
"""What happens while files are indexed; the report of the whole run comes last."""


@dataclass(frozen=True)
class Uploads:
    """The folder of the files that were given to the page."""

    settings: IndexSettings
    limits: UploadLimits = UploadLimits()

    @property
    def folder(self) -> Path:
        """Where the files are kept."""
        return self.settings.data_dir.resolve() / _FOLDER

    def add(self, files: Sequence[Path]) -> Iterator[IndexEvent]:
        """Keep files and index them; one that is refused is reported and the others go in.

        A file with the name of an earlier one takes its place.

        Raises:
            TenkyoError: The run as a whole failed.
        """
        kept = []
        for file in files:
            try:
                kept.append(self._keep(file))
            except ReadError as error:
                yield FileReport(file, FileStatus.FAILED, reason=str(error))
        if kept:
            yield from _in_own_process(self.settings, "add", kept)

    def remove(self, file: Path) -> Iterator[IndexEvent]:
        """Take a file's documents out; the file itself is deleted only where it was kept here.

        Raises:
            TenkyoError: The run as a whole failed.
        """
        yield from _in_own_process(self.settings, "remove", [file])
        if file.parent == self.folder:
            file.unlink(missing_ok=True)

    def _keep(self, file: Path) -> Path:
        """A copy in our folder, when the file is of a kind and size that is taken."""
        self._check(file)
        self.folder.mkdir(parents=True, exist_ok=True)
        kept = self.folder / _safe_name(file.name)
        shutil.copyfile(file, kept)
        return kept

    def _check(self, file: Path) -> None:
        size = file.stat().st_size
        if size > self.limits.size:
            most = self.limits.size // _MEGABYTE
            raise ReadError(file, f"{size / _MEGABYTE:.1f}MBあります。{most}MBまでにしてください。")
        data = file.read_bytes()
        if is_pdf(data):
            pages = count_pages(file, data)
            if pages > self.limits.pages:
                reason = f"{pages}ページあります。{self.limits.pages}ページまでに分けてください。"
                raise ReadError(file, reason)
        elif file.suffix.lower() not in _SUFFIXES or b"\0" in data:
            raise ReadError(file, "PDFでもテキストでもありません。PDFかテキストにしてください。")


def _safe_name(name: str) -> str:
    """A name that is one file in our folder on any system."""
    plain = _UNSAFE.sub("_", unicodedata.normalize("NFC", name)).lstrip(". ")
    stem, suffix = Path(plain).stem, Path(plain).suffix
    return f"{stem[:_LONGEST_NAME] or '_'}{suffix}"


class _Sender:
    """Tells the parent process how indexing gets on."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def file_started(self, path: Path, number: int, total: int) -> None:
        self._connection.send(FileStarted(path, number, total))

    def file_finished(self, report: FileReport) -> None:
        self._connection.send(report)

    def stage(self, stage: Stage) -> None:
        self._connection.send(stage)


def _work(connection: Connection, settings: IndexSettings, task: str, files: list[Path]) -> None:
    run = index_paths if task == "add" else remove_files
    try:
        connection.send(run(settings, files, observer=_Sender(connection)))
    except TenkyoError as error:
        connection.send(StoreError(str(error)))


def _in_own_process(
    settings: IndexSettings, task: str, files: list[Path]
) -> Iterator[IndexEvent]:
    # a fork would inherit the locks of threads that are answering
    context = multiprocessing.get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_work, args=(sender, settings, task, files), daemon=True)
    process.start()
    sender.close()
    try:
        while True:
            event = receiver.recv()
            if isinstance(event, StoreError):
                raise event
            yield event
            if isinstance(event, IndexReport):
                return
    except EOFError as error:
        message = "文書を読む処理が途中で終わりました。ファイルを一つずつ取り込んで確かめてください。"
        raise StoreError(message) from error
    finally:
        process.join()
        receiver.close()
