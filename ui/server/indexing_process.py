"""Indexing in a process of its own, so that asking never waits and a bad file harms nobody."""

from __future__ import annotations

import multiprocessing
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection
from pathlib import Path

from index.errors import StoreBusyError, TenkyoError, UsageError
from index.indexing import index_paths, remove_paths
from index.readers.pdf import is_pdf
from index.readers.pdf_structure import count_pages
from index.reports import FileReport, FileStatus, IndexReport, Stage
from index.settings import IndexSettings

_BUSY_SECONDS = 120.0  # how long to wait for somebody else who indexes
_POLL_SECONDS = 1.0
_DIED = "文書を取り込む処理が途中で止まりました。ファイルが壊れていないか確かめてください。"
_TOO_LONG = "{seconds}秒たっても終わらないため、取り込みを中止しました。ファイルを分けてください。"
_TOO_MANY_PAGES = "{pages}ページあります。{most}ページまでのファイルに分けてください。"


@dataclass(frozen=True, slots=True)
class Work:
    """What to do.

    Attributes:
        settings: Where data lies, and the embedder.
        add: Files to index.
        remove: Files whose documents are to be taken out.
        most_pages: Of how many pages a file may be.
        seconds: After how long to give up.
    """

    settings: IndexSettings
    add: tuple[Path, ...] = ()
    remove: tuple[Path, ...] = ()
    most_pages: int = 1000
    seconds: int = 1800


@dataclass(frozen=True, slots=True)
class FileBegun:
    """File `number` (from 1) of `total` is looked at."""

    name: str
    number: int
    total: int


@dataclass(frozen=True, slots=True)
class Failed:
    """Nothing was changed, and why."""

    problem: str


Message = FileBegun | FileReport | Stage | IndexReport | Failed


class _Teller:
    """An `IndexObserver` that tells another process."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def file_started(self, path: Path, number: int, total: int) -> None:
        self._connection.send(FileBegun(path.name, number, total))

    def file_finished(self, report: FileReport) -> None:
        self._connection.send(report)

    def stage(self, stage: Stage) -> None:
        self._connection.send(stage)


def indexing(work: Work) -> Iterator[Message]:
    """Do the work in a process of its own; the last message is a report or a failure."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_work, args=(work, theirs), daemon=True, name="tenkyo-index")
    process.start()
    theirs.close()
    try:
        yield from _heard(ours, work.seconds)
    finally:
        if process.is_alive():
            process.join(timeout=_POLL_SECONDS)
        if process.is_alive():
            process.kill()
        process.join()
        process.close()
        ours.close()


def _heard(connection: Connection, seconds: int) -> Iterator[Message]:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if not connection.poll(_POLL_SECONDS):
            continue
        try:
            message: Message = connection.recv()
        except EOFError:
            yield Failed(_DIED)
            return
        yield message
        if isinstance(message, IndexReport | Failed):
            return
    yield Failed(_TOO_LONG.format(seconds=seconds))


def _work(work: Work, connection: Connection) -> None:
    """What the other process does."""
    with suppress(BrokenPipeError):  # the server has gone
        try:
            connection.send(_when_free(lambda: _done(work, _Teller(connection))))
        except TenkyoError as error:
            connection.send(Failed(str(error)))


def _done(work: Work, observer: _Teller) -> IndexReport:
    if work.remove:
        return remove_paths(work.settings, work.remove, observer=observer)
    refused = tuple(it for path in work.add for it in _too_many_pages(path, work.most_pages))
    for refusal in refused:
        observer.file_finished(refusal)
    paths = [path for path in work.add if path not in {refusal.path for refusal in refused}]
    if not paths:
        raise UsageError("".join(refusal.reason for refusal in refused))
    report = index_paths(work.settings, paths, observer=observer)
    return replace(report, files=(*refused, *report.files))


def _too_many_pages(path: Path, most: int) -> Iterator[FileReport]:
    data = path.read_bytes()
    if not is_pdf(data):
        return
    try:
        pages = count_pages(path, data)
    except TenkyoError as error:
        yield FileReport(path, FileStatus.FAILED, reason=str(error))
        return
    if pages > most:
        reason = f"{path}: {_TOO_MANY_PAGES.format(pages=pages, most=most)}"
        yield FileReport(path, FileStatus.FAILED, reason=reason)


def _when_free(work: Callable[[], IndexReport]) -> IndexReport:
    """The work, once nobody else writes."""
    deadline = time.monotonic() + _BUSY_SECONDS
    while True:
        try:
            return work()
        except StoreBusyError:
            if time.monotonic() > deadline:
                raise
            time.sleep(_POLL_SECONDS)
