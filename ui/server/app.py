"""The application: API, MCP and pages in one process."""

from __future__ import annotations

from fastapi import FastAPI

from ui.server.ask import ask_router
from ui.server.health import health_router
from ui.server.holdings_routes import holdings_router
from ui.server.pool import Pool
from ui.server.problems import handle_problems
from ui.server.settings import ServerSettings
from ui.services import AnswerService, Services

_DESCRIPTION = (
    "行政文書への質問に、一文ごとに典拠を示して答えます。"
    "誤りは problem details（`application/problem+json`）で返します。"
)


def create_app(settings: ServerSettings) -> FastAPI:
    """The whole server as an ASGI application.

    Args:
        settings: How it listens and whom it lets in.
    """
    app = FastAPI(title="典拠 Tenkyo", version="1", description=_DESCRIPTION, redoc_url=None)
    services = Services(AnswerService(settings.index))
    pool = Pool(settings.concurrency)
    handle_problems(app)
    app.include_router(ask_router(services.answers, pool))
    app.include_router(holdings_router(services.answers, pool))
    app.include_router(health_router(services.answers, pool))
    return app
