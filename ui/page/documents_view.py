"""The documents that are held, and what is said of an upload."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from index.library import Library
from index.reports import FileReport, FileStatus, IndexedDocument
from index.samples import is_sample
from index.stores.records import DocumentRecord, RepairCount, UnitCount
from ui.page.texts import Texts
from ui.reading.links import document_url
from ui.server.jobs import Job
from ui.templates import environment


@dataclass(frozen=True, slots=True)
class Entry:
    """A document in the list."""

    record: DocumentRecord
    link: str
    file_name: str
    units: str
    repairs: str
    is_sample: bool


@dataclass(frozen=True, slots=True)
class ShownDocument:
    """What was found in a file."""

    kind: str
    title: str
    units: str
    repairs: str
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ShownFile:
    """What was done with a file."""

    name: str
    status: str
    failed: bool
    reason: str
    documents: tuple[ShownDocument, ...]


def documents_html(library: Library | None, texts: Texts) -> str:
    """The list of all documents."""
    records = library.catalog.documents() if library else ()
    entries = [
        Entry(
            record=record,
            link=document_url(record.id, lang=texts.language.value),
            file_name=record.path.name,
            units=_units(record.units, texts),
            repairs=_repairs(library.catalog.repair_counts(record.id), texts) if library else "",
            is_sample=is_sample(record.sha256),
        )
        for record in records
    ]
    template = environment("ui.page").get_template("documents.html.j2")
    return template.render(t=texts, entries=entries)


def job_html(job: Job, texts: Texts) -> str:
    """How far an upload or a removal has come; at its end what was found and repaired."""
    if not job.ended:
        total = len(job.names)
        number = min(job.done + 1, total)
        step = texts.upload_waiting
        if job.stage is not None:
            step = texts.names.stages[job.stage]
        elif job.current:
            step = texts.upload_reading.format(number=number, total=total, name=job.current)
        return _upload(texts, step=step, total=total, done=job.done)
    failures = [file for file in job.files if file.status is FileStatus.FAILED]
    summary = texts.upload_done.format(documents=job.report.documents) if job.report else ""
    if failures:
        summary = f"{summary} {texts.upload_failed.format(count=len(failures))}".strip()
    files = tuple(_file(file, texts) for file in job.files)
    return _upload(texts, summary=summary, problem="" if files else job.problem, files=files)


def message_html(message: str, texts: Texts) -> str:
    """One line in the place of a report."""
    return _upload(texts, summary=message)


def failed_html(problem: str, texts: Texts) -> str:
    """Why a run failed."""
    return _upload(texts, problem=problem)


def _upload(
    texts: Texts,
    *,
    step: str = "",
    total: int = 1,
    done: int = 0,
    summary: str = "",
    problem: str = "",
    files: tuple[ShownFile, ...] = (),
) -> str:
    template = environment("ui.page").get_template("upload.html.j2")
    return template.render(
        t=texts,
        step=step,
        total=total,
        done=done,
        summary=summary,
        problem=problem,
        files=files,
    )


def _file(file: FileReport, texts: Texts) -> ShownFile:
    return ShownFile(
        name=file.path.name,
        status=texts.names.files[file.status],
        failed=file.status is FileStatus.FAILED,
        reason=file.reason.replace(f"{file.path.parent}/", ""),
        documents=tuple(_document(document, texts) for document in file.documents),
    )


def _document(document: IndexedDocument, texts: Texts) -> ShownDocument:
    return ShownDocument(
        kind=texts.names.kinds[document.kind],
        title=document.title,
        units=_units(document.units, texts),
        repairs=_repairs(document.repairs, texts),
        warnings=document.warnings,
    )


def _units(counts: Iterable[UnitCount], texts: Texts) -> str:
    return "　".join(f"{texts.names.units[entry.kind]} {entry.count}" for entry in counts)


def _repairs(counts: Iterable[RepairCount], texts: Texts) -> str:
    return "　".join(f"{texts.names.repairs[entry.kind]} {entry.count}" for entry in counts)
