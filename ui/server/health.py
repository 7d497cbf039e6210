"""/healthz: whether the server can answer."""

from __future__ import annotations

from http import HTTPStatus
from typing import Literal

from fastapi import APIRouter
from fastapi.responses import JSONResponse
from pydantic import BaseModel

from index.errors import TenkyoError
from ui.server.pool import Pool
from ui.services import AnswerService


class Health(BaseModel):
    """Whether questions can be answered, and over how much."""

    status: Literal["ok", "unavailable"]
    documents: int = 0
    generation: int | None = None
    detail: str | None = None


def health_router(answers: AnswerService, pool: Pool) -> APIRouter:
    """The path that a supervisor asks."""
    router = APIRouter(tags=["運用"])

    @router.get(
        "/healthz",
        summary="答えられる状態か",
        response_model=Health,
        responses={503: {"model": Health, "description": "いまは答えられません"}},
    )
    async def health() -> JSONResponse:
        found = await pool.run(_health, answers)
        status = HTTPStatus.OK if found.status == "ok" else HTTPStatus.SERVICE_UNAVAILABLE
        return JSONResponse(found.model_dump(), status)

    return router


def _health(answers: AnswerService) -> Health:
    try:
        library = answers.assistant().library
        documents = len(library.catalog.documents())
    except TenkyoError as error:
        return Health(status="unavailable", detail=str(error))
    return Health(status="ok", documents=documents, generation=library.state.generation)
