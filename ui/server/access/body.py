"""A limit to the size of a request's body, whatever its header says."""

from __future__ import annotations

from http import HTTPStatus

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ui.server.problems import problem
from ui.server.settings import MEGABYTE

_PLAIN_BYTES = 4 * MEGABYTE
_FORM_BYTES = MEGABYTE  # of a form around the files
_UPLOADS = ("/api/documents", "/gradio_api/upload", "/en/gradio_api/upload")
_TOO_LARGE = "送れるのは{megabytes:.0f}MBまでです。"


class BodyLimit:
    """Refuses bodies that are too large, without reading them to the end."""

    def __init__(self, app: ASGIApp, upload_bytes: int) -> None:
        """Take what answers, and the largest upload."""
        self._app = app
        self._upload_bytes = upload_bytes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer what is small enough."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        uploads = scope["path"] in _UPLOADS
        limit = self._upload_bytes + _FORM_BYTES if uploads else _PLAIN_BYTES
        detail = _TOO_LARGE.format(megabytes=limit / MEGABYTE)
        said = Headers(scope=scope).get("content-length", "0")
        if not (said.isascii() and said.isdigit()) or int(said) > limit:
            refusal = problem(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, detail, {"Connection": "close"})
            await refusal(scope, receive, send)
            return
        taken = 0

        async def counted() -> Message:
            nonlocal taken
            message = await receive()
            taken += len(message.get("body", b""))
            if taken > limit:
                raise HTTPException(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, detail)
            return message

        await self._app(scope, counted, send)
