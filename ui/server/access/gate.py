"""The one gate that every request passes: pages, API, MCP, schemas and Gradio's own paths."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from urllib.parse import quote

from starlette.datastructures import Headers
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from ui.server.access.lockout import Lockout
from ui.server.access.origin import Hosts, is_cross_site
from ui.server.access.sessions import Sessions
from ui.server.access.users import Users
from ui.server.problems import problem

LOGIN = "/login"
STYLE = f"{LOGIN}/login.css"
_OPEN = frozenset({LOGIN, STYLE, "/healthz"})
_WRONG_HOST = (
    "このサーバーの名前ではありません。別の名前で使うには、"
    "TENKYO_SERVER_ALLOWED_HOSTS にその名前を指定してください。"
)
_CROSS_SITE = "別のサイトのページからの操作は受け付けません。"
_WHO = "Authorization: Bearer にトークンを付けるか、/login からログインしてください。"
_LOCKED = "失敗が続いたため、しばらく受け付けません。{seconds}秒後にもう一度試してください。"


@dataclass(frozen=True)
class Access:
    """What the gate decides by.

    Attributes:
        hosts: Names the server answers to.
        users: Who may come in; nobody is asked where it is empty and `required` is False.
        sessions: Log-ins of the page.
        lockout: Who has failed too often.
        required: Whether one has to say who one is.
    """

    hosts: Hosts
    users: Users
    sessions: Sessions
    lockout: Lockout
    required: bool


class Gate:
    """Lets through who may come in, and notes the name as `request.state.user`."""

    def __init__(
        self, app: ASGIApp, access: Access, on_failure: Callable[[str, str, str], None]
    ) -> None:
        """Take what answers.

        Args:
            app: What answers.
            access: What is decided by.
            on_failure: Is told of an event, a name and an address.
        """
        self._app = app
        self._access = access
        self._on_failure = on_failure

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or refuse."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        refusal = self._refusal(scope)
        if refusal is None:
            await self._app(scope, receive, send)
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008})
        else:
            await refusal(scope, receive, send)

    def _refusal(self, scope: Scope) -> Response | None:
        headers = Headers(scope=scope)
        method = scope.get("method", "GET")
        if not self._access.hosts.answers(headers):
            return problem(HTTPStatus.MISDIRECTED_REQUEST, _WRONG_HOST)
        if is_cross_site(method, headers):
            return problem(HTTPStatus.FORBIDDEN, _CROSS_SITE)
        state = scope.setdefault("state", {})
        state["user"] = ""
        if not self._access.required:
            return None
        user = self._access.sessions.user(headers.get("cookie", ""))
        kind, _, token = headers.get("authorization", "").partition(" ")
        if kind.lower() == "bearer":
            user, locked = self._bearer(token.strip(), address_of(scope))
            if locked is not None:
                return locked
        state["user"] = user or ""
        if user or scope["path"] in _OPEN:
            return None
        return _asked_who(scope, method, headers)

    def _bearer(self, token: str, address: str) -> tuple[str | None, Response | None]:
        lockout = self._access.lockout
        if seconds := lockout.wait("", address):
            return None, locked_out(seconds)
        user = self._access.users.by_token(token)
        if user is None:
            lockout.failed("", address)
            self._on_failure("token_refused", "", address)
        return user, None


def address_of(scope: Scope) -> str:
    """Where a request comes from."""
    client = scope.get("client")
    return str(client[0]) if client else ""


def locked_out(seconds: int) -> Response:
    """The refusal of somebody who has failed too often."""
    detail = _LOCKED.format(seconds=seconds)
    return problem(HTTPStatus.TOO_MANY_REQUESTS, detail, {"Retry-After": str(seconds)})


def _asked_who(scope: Scope, method: str, headers: Headers) -> Response:
    """The log-in page for people, 401 for programs."""
    if method == "GET" and "text/html" in headers.get("accept", ""):
        wanted = scope["path"]
        if query := scope.get("query_string", b""):
            wanted += "?" + query.decode("latin-1")
        return RedirectResponse(f"{LOGIN}?next={quote(wanted, safe='')}", HTTPStatus.SEE_OTHER)
    return problem(HTTPStatus.UNAUTHORIZED, _WHO, {"WWW-Authenticate": 'Bearer realm="tenkyo"'})
