"""Security headers on every response."""

from __future__ import annotations

import base64
import hashlib
from html.parser import HTMLParser

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_PLAIN = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
# Gradio compiles the templates of its HTML components, sets styles, and starts from inline
# scripts: those are named by their hashes, so that a handler in a document's text never runs.
_GRADIO = (
    "default-src 'self'; script-src 'self' 'unsafe-eval'{scripts}; "
    "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
    "media-src 'self' blob:; worker-src 'self' blob:; connect-src 'self'; object-src 'none'; "
    "form-action 'self'; base-uri 'self'; frame-ancestors 'none'"
)
_POLICY = "Content-Security-Policy"
_ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}
PLAIN_HEADERS = {**_ALWAYS, _POLICY: _PLAIN}
"""For a response that does not pass through `SecurityHeaders`."""

_PLAIN_PATHS = ("/api", "/mcp", "/healthz", "/login", "/logout", "/openapi.json", "/doc")


class SecurityHeaders:
    """Adds the headers; a policy that a response brings along stays."""

    def __init__(self, app: ASGIApp) -> None:
        """Take what answers."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, with the headers."""
        if scope["type"] == "http":
            send = _Sender(send, plain=_is_plain(scope["path"])).send
        await self._app(scope, receive, send)


class _Sender:
    """Sends one response; holds a page of Gradio back until its scripts are known."""

    def __init__(self, send: Send, *, plain: bool) -> None:
        self._send = send
        self._plain = plain
        self._held: Message | None = None
        self._body = b""

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            await self._start(message)
        elif self._held is not None and message["type"] == "http.response.body":
            self._body += message.get("body", b"")
            if not message.get("more_body"):
                scripts = "".join(f" 'sha256-{digest}'" for digest in _inline(self._body))
                MutableHeaders(scope=self._held)[_POLICY] = _GRADIO.format(scripts=scripts)
                await self._send(self._held)
                await self._send({**message, "body": self._body})
        else:
            await self._send(message)

    async def _start(self, message: Message) -> None:
        headers = MutableHeaders(scope=message)
        for name, value in _ALWAYS.items():
            headers.setdefault(name, value)
        if _POLICY in headers:
            await self._send(message)
        elif not self._plain and headers.get("content-type", "").startswith("text/html"):
            self._held = message
        else:
            headers[_POLICY] = _PLAIN if self._plain else _GRADIO.format(scripts="")
            await self._send(message)


class _InlineScripts(HTMLParser):
    """Collects the scripts that stand in a page itself."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "script" and not any(name == "src" for name, _ in attrs):
            self._inside = True
            self.found.append("")

    def handle_endtag(self, tag: str) -> None:
        if tag == "script":
            self._inside = False

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.found[-1] += data


def _inline(page: bytes) -> list[str]:
    """Base64 SHA-256 of each inline script, as a policy names it."""
    parser = _InlineScripts()
    parser.feed(page.decode(errors="replace"))
    digests = (hashlib.sha256(script.encode()).digest() for script in parser.found)
    return [base64.b64encode(digest).decode() for digest in digests]


def _is_plain(path: str) -> bool:
    """Whether a path is ours and not the Gradio page's."""
    return any(path == start or path.startswith(f"{start}/") for start in _PLAIN_PATHS)
