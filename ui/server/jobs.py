"""Uploads and removals: one after the other, each in a process of its own."""

from __future__ import annotations

import queue
import secrets
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from index.errors import UsageError
from index.library import Library
from index.reports import FileReport, FileStatus, IndexReport, Stage
from ui.server.audit import AuditLog
from ui.server.indexing_process import Failed, FileBegun, Message, Work, indexing
from ui.server.settings import ServerSettings
from ui.server.upload_files import UPLOADS_FOLDER, Upload, check, keep, safe_name

_REMEMBERED = 200
_KEPT = frozenset({FileStatus.ADDED, FileStatus.REPLACED, FileStatus.UNCHANGED, FileStatus.MOVED})


class JobAction(StrEnum):
    """What a job does."""

    UPLOAD = "upload"
    REMOVAL = "removal"


class JobState(StrEnum):
    """How far a job has come."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Job:
    """An upload or a removal.

    Attributes:
        id: Its id.
        action: What it does.
        names: Names of the files that come in, or titles of the documents that go.
        state: How far it has come.
        current: The file that is looked at; "" where none is.
        done: How many files are done with.
        stage: What is done after the files; None before that.
        files: What was done with each file so far.
        report: What was done, when it is done.
        problem: Why it failed; "" where it has not.
    """

    id: str
    action: JobAction
    names: tuple[str, ...]
    state: JobState = JobState.WAITING
    current: str = ""
    done: int = 0
    stage: Stage | None = None
    files: tuple[FileReport, ...] = ()
    report: IndexReport | None = None
    problem: str = ""

    @property
    def ended(self) -> bool:
        """Whether nothing more will happen."""
        return self.state in (JobState.DONE, JobState.FAILED)

    def after(self, message: Message) -> Job:
        """This job after what the other process has said."""
        match message:
            case FileBegun():
                return replace(self, current=message.name)
            case FileReport():
                files = (*self.files, message)
                return replace(self, files=files, done=len(files), current="")
            case Stage():
                return replace(self, stage=message, current="")
            case IndexReport():
                return replace(self, report=message, files=message.files, **_ending(message))
            case Failed():
                return replace(self, problem=message.problem, state=JobState.FAILED)


def _ending(report: IndexReport) -> dict[str, Any]:
    """State and problem of a job with this report: failed where all its files have."""
    if not report.failures or len(report.failures) < len(report.files):
        return {"state": JobState.DONE}
    return {
        "state": JobState.FAILED,
        "problem": "".join(failure.reason for failure in report.failures),
    }


class IndexingJobs:
    """Takes uploads and removals; used from many threads."""

    def __init__(
        self,
        settings: ServerSettings,
        audit: AuditLog,
        run: Callable[[Work], Iterator[Message]] = indexing,
    ) -> None:
        """Take the limits, the log, and what does the work."""
        self._settings = settings
        self._audit = audit
        self._run = run
        self._folder = (settings.data_dir / UPLOADS_FOLDER).resolve()
        self._lock = threading.Lock()
        self._jobs: OrderedDict[str, Job] = OrderedDict()
        self._waiting: queue.SimpleQueue[_Task] = queue.SimpleQueue()
        self._worker: threading.Thread | None = None

    def upload(self, uploads: Sequence[Upload], user: str = "") -> Job:
        """Keep files and index them; returns at once.

        Args:
            uploads: The files.
            user: Who sends them.

        Raises:
            TooLargeError: One is too large.
            WrongTypeError: One is neither a PDF nor text.
        """
        if not uploads:
            raise UsageError("ファイルがありません。")
        for upload in uploads:
            check(upload, self._settings.upload_bytes)
        kept = keep(self._folder, uploads)
        job = Job(_new_id(), JobAction.UPLOAD, tuple(map(safe_name, uploads)))
        for upload, file in zip(uploads, kept, strict=True):
            self._audit.write(
                "upload",
                user,
                job=job.id,
                file=file.path.name,
                bytes=len(upload.data),
                sha256=upload.sha256,
            )
        fresh = tuple(file.path for file in kept if file.fresh)
        return self._enqueue(job, self._work(add=tuple(file.path for file in kept)), user, fresh)

    def remove(self, library: Library, document_id: str, user: str = "") -> Job:
        """Take out a document, and all others of the same file; returns at once.

        The file itself is deleted only where it came by an upload.

        Args:
            library: What holds the document.
            document_id: Its id.
            user: Who removes it.

        Raises:
            UsageError: There is no such document.
        """
        path = library.catalog.document(document_id).path
        together = [record for record in library.catalog.documents() if record.path == path]
        job = Job(_new_id(), JobAction.REMOVAL, tuple(record.title for record in together))
        ids = [record.id for record in together]
        self._audit.write("removal", user, job=job.id, file=path.name, documents=ids)
        uploaded = (path,) if path.parent == self._folder else ()
        return self._enqueue(job, self._work(remove=(path,)), user, uploaded)

    def job(self, job_id: str) -> Job | None:
        """One job; None where it is not known, or forgotten."""
        with self._lock:
            return self._jobs.get(job_id)

    def jobs(self) -> tuple[Job, ...]:
        """All jobs that are remembered, the newest first."""
        with self._lock:
            return tuple(reversed(self._jobs.values()))

    def _work(self, add: tuple[Path, ...] = (), remove: tuple[Path, ...] = ()) -> Work:
        settings = self._settings
        return Work(settings.index, add, remove, settings.upload_pages, settings.indexing_seconds)

    def _enqueue(self, job: Job, work: Work, user: str, ours: tuple[Path, ...]) -> Job:
        with self._lock:
            self._jobs[job.id] = job
            while len(self._jobs) > _REMEMBERED:
                self._jobs.popitem(last=False)
            self._waiting.put(_Task(job, work, user, ours))
            if self._worker is None:
                self._worker = threading.Thread(target=self._serve, name="jobs", daemon=True)
                self._worker.start()
        return job

    def _serve(self) -> None:
        while True:
            task = self._waiting.get()
            job = self._note(replace(task.job, state=JobState.RUNNING))
            for message in self._run(task.work):
                if isinstance(message, IndexReport | Failed):
                    _clear_up(task, message)
                job = self._note(job.after(message))
            self._audit.write(
                "indexed", task.user, job=job.id, state=job.state.value, problem=job.problem
            )

    def _note(self, job: Job) -> Job:
        with self._lock:
            self._jobs[job.id] = job
        return job


@dataclass(frozen=True, slots=True)
class _Task:
    """A job that waits: what to do, for whom, and the files that may be deleted after it."""

    job: Job
    work: Work
    user: str
    ours: tuple[Path, ...]


def _clear_up(task: _Task, ending: IndexReport | Failed) -> None:
    """Delete uploaded files that nothing was indexed from, or nothing is any more."""
    files = ending.files if isinstance(ending, IndexReport) else ()
    if task.work.remove and not files:
        return
    held = {file.path for file in files if file.status in _KEPT}
    for path in task.ours:
        if path not in held:
            path.unlink(missing_ok=True)


def _new_id() -> str:
    return secrets.token_hex(8)
