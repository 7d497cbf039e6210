"""Starts the server, over HTTP or on stdio; the one place that uses uvicorn."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Callable
from functools import partial
from socket import socket as Socket  # noqa: N812 - a type here

import uvicorn

from index.errors import UsageError
from index.settings import IndexSettings
from ui.server.app import create_app
from ui.server.audit import AuditLog
from ui.server.pool import Pool
from ui.server.settings import ServerSettings
from ui.server.tools import mcp_server
from ui.services import AnswerService

_SHUTDOWN_SECONDS = 5
_OWNER_ONLY = 0o077


def serve(
    settings: ServerSettings,
    say: Callable[[str], None],
    show: Callable[[str], object] | None = None,
) -> None:
    """Serve pages, API and MCP until interrupted.

    Args:
        settings: How to listen, and whom to let in.
        say: Tells the person in the terminal.
        show: Is given the page's address once it answers, to open it.

    Raises:
        UsageError: Nobody could come in, or the port is taken.
    """
    os.umask(_OWNER_ONLY)  # what people ask and upload is for the owner of the data only
    config = uvicorn.Config(
        partial(create_app, settings),
        factory=True,  # made inside the event loop, so that Gradio makes none of its own
        host=settings.host,
        port=settings.port,
        log_level="warning",
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=_SHUTDOWN_SECONDS,
    )
    try:
        socket = config.bind_socket()
    except SystemExit as error:  # uvicorn has said in the log what the system answered
        raise UsageError(
            f"{settings.host} の {settings.port} 番ポートで待ち受けられません。"
            "--port で別の番号を指定してください。"
        ) from error
    name = f"[{settings.host}]" if ":" in settings.host else settings.host
    address = f"http://{name}:{socket.getsockname()[1]}/"

    def on_started() -> None:
        say(f"{address} で待っています（終わるには Ctrl-C）。")
        if show is not None:
            show(address)

    _Server(config, on_started).run(sockets=[socket])


class _Server(uvicorn.Server):
    """Says when it answers, which is some seconds after its start."""

    def __init__(self, config: uvicorn.Config, on_started: Callable[[], None]) -> None:
        super().__init__(config)
        self._on_started = on_started

    async def startup(self, sockets: list[Socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            self._on_started()


def serve_on_stdio(settings: IndexSettings, retention_days: int) -> None:
    """Serve MCP on standard input and output; everything else goes to standard error."""
    logging.basicConfig(level=logging.WARNING, stream=sys.stderr)
    answers = AnswerService(settings, AuditLog(settings.data_dir, retention_days))
    mcp_server(answers, Pool(1)).run("stdio")
