"""Errors as problem details (RFC 9457), in Japanese."""

from __future__ import annotations

import logging
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException

from index.errors import (
    EmptyStoreError,
    ModelError,
    ParseError,
    ReadError,
    StoreBusyError,
    StoreError,
    TenkyoError,
    UsageError,
)
from ui.server.access.headers import PLAIN_HEADERS

MEDIA_TYPE = "application/problem+json"

_TITLES = {
    HTTPStatus.BAD_REQUEST: "要求に誤りがあります",
    HTTPStatus.UNAUTHORIZED: "認証が必要です",
    HTTPStatus.FORBIDDEN: "許可されていません",
    HTTPStatus.NOT_FOUND: "見つかりません",
    HTTPStatus.METHOD_NOT_ALLOWED: "この方法では呼び出せません",
    HTTPStatus.NOT_ACCEPTABLE: "求められた形式では返せません",
    HTTPStatus.CONFLICT: "ほかの処理と重なっています",
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: "大きすぎます",
    HTTPStatus.UNSUPPORTED_MEDIA_TYPE: "扱えない種類のファイルです",
    HTTPStatus.MISDIRECTED_REQUEST: "宛先の名前が違います",
    HTTPStatus.UNPROCESSABLE_ENTITY: "入力に誤りがあります",
    HTTPStatus.TOO_MANY_REQUESTS: "回数が多すぎます",
    HTTPStatus.INTERNAL_SERVER_ERROR: "サーバーの内部で問題が起きました",
    HTTPStatus.SERVICE_UNAVAILABLE: "いまは答えられません",
}


class NotHeldError(UsageError):
    """What a path names is not held."""


class TooLargeError(UsageError):
    """A file is larger than the settings allow."""


class WrongTypeError(UsageError):
    """A file is neither a PDF nor text."""


# the first that an error is one of
_STATUSES: tuple[tuple[type[TenkyoError], HTTPStatus], ...] = (
    (NotHeldError, HTTPStatus.NOT_FOUND),
    (TooLargeError, HTTPStatus.REQUEST_ENTITY_TOO_LARGE),
    (WrongTypeError, HTTPStatus.UNSUPPORTED_MEDIA_TYPE),
    (UsageError, HTTPStatus.BAD_REQUEST),
    (ReadError, HTTPStatus.UNPROCESSABLE_ENTITY),
    (ParseError, HTTPStatus.UNPROCESSABLE_ENTITY),
    (StoreBusyError, HTTPStatus.CONFLICT),
    (EmptyStoreError, HTTPStatus.SERVICE_UNAVAILABLE),
    (StoreError, HTTPStatus.SERVICE_UNAVAILABLE),
    (ModelError, HTTPStatus.SERVICE_UNAVAILABLE),
)
_OTHERWISE = HTTPStatus.BAD_REQUEST
_INPUT_FAULTS = {
    "missing": "必要です",
    "extra_forbidden": "ない項目です",
    "string_too_short": "空です",
    "string_too_long": "{max_length}文字までです",
    "too_long": "{max_length}件までです",
    "enum": "{expected} のどれかです",
    "int_parsing": "整数ではありません",
    "greater_than_equal": "{ge}以上です",
    "less_than_equal": "{le}以下です",
    "json_invalid": "JSONとして読めません",
    "string_type": "文字列ではありません",
}
_UNEXPECTED = "予期しない問題です。管理者は、サーバーの記録を確かめてください。"

_log = logging.getLogger(__name__)


class Problem(BaseModel):
    """What went wrong, and what to do."""

    type: str = "about:blank"
    title: str = Field(examples=["見つかりません"])
    status: int = Field(examples=[404])
    detail: str = Field(examples=["「無い#1」という箇所は入っていません。"])


def problem(status: int, detail: str, headers: dict[str, str] | None = None) -> JSONResponse:
    """A response that says what is wrong."""
    known = HTTPStatus(status)
    title = _TITLES.get(known, known.phrase)
    body = Problem(title=title, status=status, detail=detail).model_dump()
    return JSONResponse(body, status, headers, media_type=MEDIA_TYPE)


def problem_of(error: TenkyoError) -> Problem:
    """An error of ours as problem details."""
    status = _status(error)
    return Problem(title=_TITLES[status], status=status, detail=str(error))


def responses(*statuses: HTTPStatus) -> dict[int | str, dict[str, Any]]:
    """For OpenAPI: the problems a path may answer with."""
    return {
        int(status): {
            "description": _TITLES[status],
            "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}},
        }
        for status in statuses
    }


def handle_problems(app: FastAPI) -> None:
    """Answer every error of an app with problem details."""
    app.add_exception_handler(TenkyoError, _ours)
    app.add_exception_handler(HTTPException, _of_http)
    app.add_exception_handler(RequestValidationError, _of_input)
    app.add_exception_handler(Exception, _unexpected)


def _status(error: TenkyoError) -> HTTPStatus:
    return next((status for kind, status in _STATUSES if isinstance(error, kind)), _OTHERWISE)


async def _ours(_request: Request, error: Exception) -> JSONResponse:
    if not isinstance(error, TenkyoError):
        raise error
    return problem(_status(error), str(error))


async def _of_http(_request: Request, error: Exception) -> JSONResponse:
    if not isinstance(error, HTTPException):
        raise error
    known = HTTPStatus(error.status_code)
    detail = error.detail if error.detail != known.phrase else _TITLES.get(known, error.detail)
    return problem(error.status_code, f"{detail}".rstrip("。") + "。", dict(error.headers or {}))


async def _of_input(_request: Request, error: Exception) -> JSONResponse:
    if not isinstance(error, RequestValidationError):
        raise error
    places = "、".join(_place(fault) for fault in error.errors())
    return problem(HTTPStatus.UNPROCESSABLE_ENTITY, f"次の項目を確かめてください: {places}。")


def _place(fault: dict[str, Any]) -> str:
    where = ".".join(str(part) for part in fault["loc"])
    said = _INPUT_FAULTS.get(fault["type"], fault["msg"])
    return f"{where}（{said.format_map(fault.get('ctx', {}))}）"


async def _unexpected(request: Request, error: Exception) -> JSONResponse:
    _log.error("%s %s", request.method, request.url.path, exc_info=error)
    return problem(HTTPStatus.INTERNAL_SERVER_ERROR, _UNEXPECTED, PLAIN_HEADERS)
