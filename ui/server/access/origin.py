"""Which names the server answers to, and which pages may make it act."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from starlette.datastructures import Headers

from ui.server.settings import ServerSettings

_LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})


@dataclass(frozen=True, slots=True)
class Hosts:
    """The names in the Host header that are answered; None for any.

    Without this check, a page of another site could give its own name the address 127.0.0.1
    (DNS rebinding) and read from a server that asks nobody to log in.
    """

    names: frozenset[str] | None

    @classmethod
    def of(cls, settings: ServerSettings) -> Hosts:
        """Loopback names on loopback; elsewhere those configured, any where none is."""
        configured = frozenset(name.lower() for name in settings.allowed_hosts)
        if "*" in configured:
            return cls(None)
        if settings.on_loopback:
            return cls(_LOOPBACK | configured | {settings.host.lower()})
        return cls(configured | _LOOPBACK if configured else None)

    def answers(self, headers: Headers) -> bool:
        """Whether a request is for this server."""
        return self.names is None or _host(headers.get("host", "")) in self.names


def is_cross_site(method: str, headers: Headers) -> bool:
    """Whether a page of another site makes this request, which would change something.

    Browsers say so in `Sec-Fetch-Site` or `Origin`, which a page cannot forge; programs send
    neither, and no cookie of a person either.
    """
    if method in SAFE_METHODS:
        return False
    site = headers.get("sec-fetch-site")
    if site is not None:
        return site not in ("same-origin", "none")
    origin = headers.get("origin")
    return origin is not None and urlsplit(origin).netloc.lower() != headers.get("host", "").lower()


def _host(header: str) -> str:
    """A Host header's name, without port and brackets."""
    try:
        return (urlsplit(f"//{header}").hostname or "").rstrip(".")
    except ValueError:
        return ""
