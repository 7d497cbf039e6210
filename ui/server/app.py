"""The application: pages, API and MCP in one process."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager

from anyio import create_task_group
from fastapi import FastAPI, Request
from mcp.server.mcpserver import MCPServer

from index.errors import TenkyoError
from ui.reading.routes import router as reading_router
from ui.server.access.body import BodyLimit
from ui.server.access.gate import Access, Gate
from ui.server.access.headers import SecurityHeaders
from ui.server.access.login import login_router
from ui.server.access.setup import access_of
from ui.server.ask import ask_router
from ui.server.audit import AuditLog
from ui.server.documents_routes import documents_router
from ui.server.health import health_router
from ui.server.holdings_routes import holdings_router
from ui.server.jobs import IndexingJobs
from ui.server.openapi import describe
from ui.server.pool import Pool
from ui.server.problems import NotHeldError, handle_problems
from ui.server.settings import ServerSettings
from ui.server.tools import mcp_over_http, mcp_server
from ui.services import AnswerService, Services

_DESCRIPTION = (
    "行政文書への質問に、一文ごとに典拠を示して答えます。"
    "誤りは problem details（`application/problem+json`）で返します。"
)
_METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]
_WARMING = "準備"  # any words: the first search loads models and indexes


def create_app(settings: ServerSettings) -> FastAPI:
    """The whole server as an ASGI application.

    Args:
        settings: How it listens and whom it lets in.

    Raises:
        UsageError: Others can reach the server, and there is neither a user nor a token.
    """
    audit = AuditLog(settings.data_dir, settings.retention_days)
    access = access_of(settings)
    jobs = IndexingJobs(settings, audit)
    services = Services(AnswerService(settings.index, audit), jobs)
    pool = Pool(settings.concurrency)
    tools = mcp_server(services.answers, pool)
    mcp_routes = mcp_over_http(tools).routes
    app = FastAPI(
        title="典拠 Tenkyo",
        version="1",
        description=_DESCRIPTION,
        docs_url=None,  # its scripts come from elsewhere
        redoc_url=None,
        lifespan=_lifespan(tools, services.answers, pool),
    )
    handle_problems(app)
    describe(app)
    app.include_router(ask_router(services.answers, pool))
    app.include_router(holdings_router(services.answers, pool))
    app.include_router(documents_router(services.answers, jobs, pool))
    app.include_router(health_router(services.answers, pool))
    app.include_router(login_router(access, audit))
    app.router.routes.extend(mcp_routes)
    app.add_api_route("/api/{rest:path}", _nothing, methods=_METHODS, include_in_schema=False)
    _mount_pages(app, services, settings)
    _guard(app, settings, access, audit)
    return app


def _nothing(request: Request) -> None:
    """What the API does not know, before the page takes it for one of its own."""
    raise NotHeldError(
        f"{request.method} {request.url.path} はありません。/openapi.json に一覧があります。"
    )


def _lifespan(
    tools: MCPServer[object], answers: AnswerService, pool: Pool
) -> Callable[[FastAPI], AbstractAsyncContextManager[None]]:
    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        async with tools.session_manager.run(), create_task_group() as tasks:
            tasks.start_soon(pool.run, _warm_up, answers)
            yield

    return lifespan


def _warm_up(answers: AnswerService) -> None:
    """Load what the first question would wait for."""
    try:
        answers.assistant().library.search(_WARMING, limit=1)
    except TenkyoError:
        return  # whoever asks is told


def _mount_pages(app: FastAPI, services: Services, settings: ServerSettings) -> None:
    """The reading room and the page; the page takes all paths that are left."""
    from ui.page.page import mount_page  # Gradio takes seconds

    app.include_router(reading_router(services.answers))
    mount_page(app, services, concurrency=settings.concurrency, upload_bytes=settings.upload_bytes)


def _guard(app: FastAPI, settings: ServerSettings, access: Access, audit: AuditLog) -> None:
    """Put the gate in front of everything; what is added last stands outermost."""

    def note(event: str, user: str, address: str) -> None:
        audit.write(event, user, address=address)

    app.add_middleware(BodyLimit, upload_bytes=settings.upload_bytes)
    app.add_middleware(Gate, access=access, on_failure=note)
    app.add_middleware(SecurityHeaders)
