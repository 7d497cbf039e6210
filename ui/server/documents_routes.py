"""Putting documents in and taking them out, over HTTP."""

from __future__ import annotations

from functools import reduce
from http import HTTPStatus
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, File, Request, Response, UploadFile

from index.documents import DocumentKind, RepairKind, UnitKind
from index.errors import UsageError
from index.reports import FileReport, FileStatus, Stage
from ui.server.jobs import IndexingJobs, Job, JobAction, JobState
from ui.server.models import Model
from ui.server.pool import Pool
from ui.server.problems import NotHeldError, responses
from ui.server.upload_files import Upload
from ui.services import AnswerService

_MOST_FILES = 20


class FoundModel(Model):
    """A document that was found in a file."""

    id: str
    kind: DocumentKind
    title: str
    meeting: int | None
    units: dict[UnitKind, int]
    repairs: dict[RepairKind, int]
    warnings: list[str]


class FileModel(Model):
    """What was done with a file."""

    name: str
    status: FileStatus
    reason: str
    documents: list[FoundModel]


class JobModel(Model):
    """An upload or a removal, and how far it has come."""

    id: str
    action: JobAction
    names: list[str]
    state: JobState
    current: str
    done: int
    stage: Stage | None
    files: list[FileModel]
    problem: str


def documents_router(answers: AnswerService, jobs: IndexingJobs, pool: Pool) -> APIRouter:
    """The paths that change what is held."""
    router = APIRouter(prefix="/api", tags=["文書の出し入れ"])

    @router.post(
        "/documents",
        summary="文書を入れる",
        status_code=HTTPStatus.ACCEPTED,
        responses=responses(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, HTTPStatus.UNSUPPORTED_MEDIA_TYPE),
    )
    async def upload(
        request: Request,
        response: Response,
        files: Annotated[list[UploadFile], File(max_length=_MOST_FILES)],
    ) -> JobModel:
        """テキスト（UTF-8・CP932）とPDF。取り込みは別の処理で進み、/api/jobs で分かります。"""
        uploads = [Upload(file.filename or "", await file.read()) for file in files]
        job = await pool.run(jobs.upload, uploads, request.state.user)
        return _accepted(job, response)

    @router.delete(
        "/documents/{document_id:path}",
        summary="文書を除く",
        status_code=HTTPStatus.ACCEPTED,
        responses=responses(HTTPStatus.NOT_FOUND),
    )
    async def remove(request: Request, response: Response, document_id: str) -> JobModel:
        """同じファイルから入れた文書は、すべて除かれます。"""

        def removed() -> Job:
            try:
                return jobs.remove(answers.assistant().library, document_id, request.state.user)
            except UsageError as error:
                raise NotHeldError(str(error)) from error

        return _accepted(await pool.run(removed), response)

    @router.get("/jobs", summary="出し入れの進み具合")
    async def all_jobs() -> list[JobModel]:
        return [job_model(job) for job in jobs.jobs()]

    @router.get(
        "/jobs/{job_id}",
        summary="一つの出し入れの進み具合",
        responses=responses(HTTPStatus.NOT_FOUND),
    )
    async def one_job(job_id: str) -> JobModel:
        job = jobs.job(job_id)
        if job is None:
            raise NotHeldError("そのような処理はありません。")
        return job_model(job)

    return router


def job_model(job: Job) -> JobModel:
    """A job as programs see it."""
    return JobModel(
        id=job.id,
        action=job.action,
        names=list(job.names),
        state=job.state,
        current=job.current,
        done=job.done,
        stage=job.stage,
        files=[_file(file) for file in job.files],
        problem=reduce(_without_folder, (file.path for file in job.files), job.problem),
    )


def _accepted(job: Job, response: Response) -> JobModel:
    response.headers["Location"] = f"/api/jobs/{job.id}"
    return job_model(job)


def _file(file: FileReport) -> FileModel:
    return FileModel(
        name=file.path.name,
        status=file.status,
        reason=_without_folder(file.reason, file.path),
        documents=[
            FoundModel(
                id=document.id,
                kind=document.kind,
                title=document.title,
                meeting=document.meeting,
                units={entry.kind: entry.count for entry in document.units},
                repairs={entry.kind: entry.count for entry in document.repairs},
                warnings=list(document.warnings),
            )
            for document in file.documents
        ],
    )


def _without_folder(reason: str, path: Path) -> str:
    """Where files lie on the server is nobody's business."""
    return reason.replace(f"{path.parent}/", "")
