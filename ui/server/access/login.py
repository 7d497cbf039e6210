"""The log-in page, and logging out."""

from __future__ import annotations

from http import HTTPStatus
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import FileResponse, HTMLResponse, RedirectResponse, Response

from ui.server.access.gate import LOGIN, STYLE, Access, address_of
from ui.server.audit import AuditLog
from ui.server.pool import Pool
from ui.templates import environment

_STYLE_FILE = Path(__file__).parents[1] / "static" / "login.css"
_LONGEST = 1_000
_AT_ONCE = 2  # each password check takes 64 MiB
_WRONG = "利用者名かパスワードが違います。"
_LOCKED = "失敗が続いたため、しばらく受け付けません。{seconds}秒後にもう一度試してください。"

Typed = Annotated[str, Form(max_length=_LONGEST)]
Next = Annotated[str, Form(alias="next", max_length=_LONGEST)]


def login_router(access: Access, audit: AuditLog) -> APIRouter:
    """The paths that log people in and out."""
    router = APIRouter(include_in_schema=False)
    checks = Pool(_AT_ONCE)

    @router.get(LOGIN)
    async def show(request: Request) -> Response:
        wanted = _inside(request.query_params.get("next", "/"))
        if not access.required:
            return RedirectResponse(wanted, HTTPStatus.SEE_OTHER)
        return _page(wanted)

    @router.get(STYLE)
    async def style() -> Response:
        return FileResponse(_STYLE_FILE, media_type="text/css")

    @router.post(LOGIN)
    async def log_in(
        request: Request, username: Typed, password: Typed, wanted: Next = "/"
    ) -> Response:
        address = address_of(request.scope)
        if seconds := access.lockout.wait(username, address):
            return _locked(wanted, seconds)
        user = await checks.run(access.users.by_password, username, password)
        if user is None:
            seconds = access.lockout.failed(username, address)
            audit.write("login_failed", username[:64], address=address, locked=bool(seconds))
            if seconds:
                return _locked(wanted, seconds)
            return _page(wanted, _WRONG, HTTPStatus.UNAUTHORIZED)
        access.lockout.succeeded(username, address)
        audit.write("login", user, address=address)
        response = RedirectResponse(_inside(wanted), HTTPStatus.SEE_OTHER)
        access.sessions.begin(response, user)
        return response

    @router.post("/logout")
    async def log_out(request: Request) -> Response:
        audit.write("logout", request.state.user, address=address_of(request.scope))
        response = RedirectResponse(LOGIN, HTTPStatus.SEE_OTHER)
        access.sessions.end(response)
        return response

    return router


def _inside(wanted: str) -> str:
    """A path of this server; the start page for anything that could lead elsewhere."""
    local = wanted.startswith("/") and not wanted.startswith("//")
    plain = wanted.isprintable() and "\\" not in wanted
    return wanted if local and plain else "/"


def _locked(wanted: str, seconds: int) -> Response:
    page = _page(wanted, _LOCKED.format(seconds=seconds), HTTPStatus.TOO_MANY_REQUESTS)
    page.headers["Retry-After"] = str(seconds)
    return page


def _page(wanted: str, fault: str = "", status: HTTPStatus = HTTPStatus.OK) -> HTMLResponse:
    template = environment("ui.server").get_template("login.html.j2")
    html = template.render(wanted=wanted, fault=fault, address=LOGIN, style=STYLE)
    return HTMLResponse(html, status, headers={"Cache-Control": "no-store"})
