"""Security headers on every response."""

from __future__ import annotations

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

PLAIN = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
"""For our own plain pages and the API: nothing inline, nothing from elsewhere."""

GRADIO = (
    "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; "
    "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
    "media-src 'self' blob:; worker-src 'self' blob:; connect-src 'self'; object-src 'none'; "
    "form-action 'self'; base-uri 'self'; frame-ancestors 'none'"
)
"""For the Gradio page, which starts from an inline script and compiles its templates."""

_ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}
_PLAIN_PATHS = ("/api", "/mcp", "/healthz", "/login", "/logout", "/openapi.json", "/doc")


class SecurityHeaders:
    """Adds the headers; a policy that a response brings along stays."""

    def __init__(self, app: ASGIApp) -> None:
        """Take what answers."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, with the headers."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in {**_ALWAYS, "Content-Security-Policy": policy}.items():
                    headers.setdefault(name, value)
            await send(message)

        policy = PLAIN if is_plain(scope["path"]) else GRADIO
        await self._app(scope, receive, guarded)


def is_plain(path: str) -> bool:
    """Whether a path is ours and not the Gradio page's."""
    return any(path == start or path.startswith(f"{start}/") for start in _PLAIN_PATHS)
