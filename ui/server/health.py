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
    """Whether questions can be answered; says no more, since anybody may ask."""

    status: Literal["ok", "unavailable"]


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
        answers.assistant()
    except TenkyoError:
        return Health(status="unavailable")
    return Health(status="ok")
