"""The description of the API, with what FastAPI leaves out of it."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from ui.server.examples import ANSWER_EXAMPLE
from ui.server.problems import Problem


def describe(app: FastAPI) -> None:
    """Add problem details, and the example of an answer with its nulls."""

    def described() -> dict[str, Any]:
        if app.openapi_schema is None:
            schema = get_openapi(
                title=app.title,
                version=app.version,
                description=app.description,
                routes=app.routes,
            )
            schema["components"]["schemas"]["Problem"] = Problem.model_json_schema()
            answered = schema["paths"]["/api/ask"]["post"]["responses"]["200"]["content"]
            answered["application/json"]["example"] = ANSWER_EXAMPLE
            app.openapi_schema = schema
        return app.openapi_schema

    app.openapi = described  # type: ignore[method-assign]
