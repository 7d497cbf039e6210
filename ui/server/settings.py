"""Settings of the server, read once and passed down."""

from __future__ import annotations

import ipaddress
import os
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from index.errors import UsageError
from index.settings import IndexSettings

MEGABYTE = 1024 * 1024
_PREFIX = "TENKYO_SERVER_"


@dataclass(frozen=True, slots=True)
class ServerSettings:
    """How the server listens, whom it lets in, and what it takes.

    Attributes:
        index: Where the data lies, and the embedder.
        host: Address to listen on; any but a loopback address needs users or a token.
        port: Port to listen on; 0 for any free one.
        concurrency: How many questions are worked on at the same moment.
        token: Bearer token of programs; None where there is none.
        allowed_hosts: Names by which the server may be called besides its own address and,
            on loopback, localhost; `*` for any.
        upload_bytes: The largest file that may be uploaded.
        upload_pages: Of how many pages at most.
        indexing_seconds: After how long an upload is given up.
        retention_days: For how long the audit log is kept.
        session_hours: For how long a log-in lasts.
        secure_cookie: Whether the cookie is sent over HTTPS only; on behind a TLS proxy.
        lockout_failures: After how many failed log-ins in a row a name is locked.
        lockout_seconds: For how long.
    """

    index: IndexSettings
    host: str = "127.0.0.1"
    port: int = 7860
    concurrency: int = 4
    token: str | None = None
    allowed_hosts: tuple[str, ...] = ()
    upload_bytes: int = 30 * MEGABYTE
    upload_pages: int = 1000
    indexing_seconds: int = 1800
    retention_days: int = 365
    session_hours: int = 12
    secure_cookie: bool = False
    lockout_failures: int = 5
    lockout_seconds: int = 300

    @classmethod
    def from_environment(
        cls,
        index: IndexSettings,
        environment: Mapping[str, str] | None = None,
        *,
        host: str | None = None,
        port: int | None = None,
    ) -> ServerSettings:
        """Read `TENKYO_SERVER_HOST`, `TENKYO_SERVER_TOKEN` …: one variable a field.

        Args:
            index: The settings of the document side.
            environment: Variables to read, the process's own by default.
            host: Overrides the variable (the `--host` option).
            port: Overrides the variable (the `--port` option).

        Raises:
            UsageError: A variable does not hold what it should.
        """
        variables = os.environ if environment is None else environment
        given = {
            field.name: value
            for field in fields(cls)
            if field.name != "index" and (value := variables.get(_PREFIX + field.name.upper()))
        }
        if host is not None:
            given["host"] = host
        if port is not None:
            given["port"] = str(port)
        return cls(index, **{name: _read(name, text) for name, text in given.items()})

    @property
    def data_dir(self) -> Path:
        """Where all data lies."""
        return self.index.data_dir

    @property
    def reaches_others(self) -> bool:
        """Whether others may reach the server: by its address, or by a name a proxy gives it."""
        return not self.on_loopback or bool(self.allowed_hosts)

    @property
    def on_loopback(self) -> bool:
        """Whether only this machine can reach the server."""
        if self.host == "localhost":
            return True
        try:
            return ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return False


_NUMBERS = {
    "port": (0, 65535),
    "concurrency": (1, 256),
    "upload_bytes": (1, 2**40),
    "upload_pages": (1, 10**6),
    "indexing_seconds": (1, 10**6),
    "retention_days": (1, 36500),
    "session_hours": (1, 8760),
    "lockout_failures": (1, 1000),
    "lockout_seconds": (1, 10**6),
}


_SWITCHES = {"on": True, "1": True, "true": True, "off": False, "0": False, "false": False}


def _read(name: str, text: str) -> Any:
    """The value of a field from the text of its variable."""
    if name in _NUMBERS:
        return _number(name, text)
    if name == "secure_cookie":
        return _switch(name, text)
    return tuple(text.replace(",", " ").split()) if name == "allowed_hosts" else text


def _number(name: str, text: str) -> int:
    lowest, highest = _NUMBERS[name]
    if text.isascii() and text.isdigit() and lowest <= int(text) <= highest:
        return int(text)
    variable = _PREFIX + name.upper()
    raise UsageError(f"{variable}={text}: {lowest}から{highest}までの整数で指定してください。")


def _switch(name: str, text: str) -> bool:
    if text.lower() in _SWITCHES:
        return _SWITCHES[text.lower()]
    raise UsageError(f"{_PREFIX + name.upper()}={text}: on か off で指定してください。")
