"""The addresses of the reading room."""

from __future__ import annotations

import hashlib
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from functools import wraps
from http import HTTPStatus
from threading import Thread
from typing import Annotated, ParamSpec

from fastapi import APIRouter, FastAPI, Query
from fastapi.responses import FileResponse, HTMLResponse, Response

from assistant.query import Language
from index.errors import EmptyStoreError, StoreError, UsageError
from ui.reading.catalogue import Order, Wanted, catalogue
from ui.reading.document_page import DocumentBuilder
from ui.reading.glossary import glossary
from ui.reading.links import document_url, read_quote
from ui.reading.shelf import ReadingRoom
from ui.reading.templates import STATIC, render
from ui.reading.timeline import timeline
from ui.services import AnswerService

PDF = "application/pdf"
POLICY = (
    "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'; "
    "object-src 'none'"
)
_HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cache-Control": "no-cache",
}
_PDF_POLICY = "frame-ancestors 'self'"  # the browser's own viewer needs styles and a plug-in
_FILES = {"icon.svg": "image/svg+xml", "reading.css": "text/css", "reading.js": "text/javascript"}
_MOVED_ON = (
    "原本のファイルが見つからないか、取り込んだ後に変わっています。"
    "もう一度取り込むと、原本を開けるようになります。"
)

Asked = Annotated[str, Query(max_length=300)]
Parameters = ParamSpec("Parameters")


def _language(asked: str) -> Language:
    return Language.ENGLISH if asked == Language.ENGLISH.value else Language.JAPANESE


def _order(asked: str) -> Order:
    return next((order for order in Order if order.value == asked), Order.DATE)


def _page(template: str, language: Language, path: str, **values: object) -> HTMLResponse:
    return HTMLResponse(render(template, language, path, **values), headers=_HEADERS)


def _problem(error: Exception, status: HTTPStatus, language: Language) -> HTMLResponse:
    page = render("problem.html", language, "/documents", message=str(error))
    return HTMLResponse(page, status, _HEADERS)


def _explained(view: Callable[Parameters, Response]) -> Callable[Parameters, Response]:
    """What a reader has asked for in vain, or what is broken, as a page that says so."""

    @wraps(view)
    def explained(*args: Parameters.args, **kwargs: Parameters.kwargs) -> Response:
        language = _language(str(kwargs.get("lang", "")))
        try:
            return view(*args, **kwargs)
        except (UsageError, EmptyStoreError) as error:
            return _problem(error, HTTPStatus.NOT_FOUND, language)
        except StoreError as error:
            return _problem(error, HTTPStatus.SERVICE_UNAVAILABLE, language)

    return explained


def router(services: AnswerService) -> APIRouter:
    """The pages /doc/…, /documents, /glossary, /timeline, /original/… and their style.

    Args:
        services: What the page, the API and MCP share; each page shows what is indexed then.
            When the application starts, what the pages need is read in a thread of its own.
    """
    room = ReadingRoom(services)

    @asynccontextmanager
    async def prepared(_: FastAPI) -> AsyncIterator[None]:
        Thread(target=room.prepare, name="reading-room", daemon=True).start()
        yield

    routes = APIRouter(
        include_in_schema=False, default_response_class=HTMLResponse, lifespan=prepared
    )

    @routes.get("/doc/{document_id:path}")
    @_explained
    def document(
        document_id: str, lang: Asked = "", quote: Asked = "", repairs: Asked = ""
    ) -> Response:
        shelf = room.shelf()
        builder = DocumentBuilder(document_id, shelf)
        page = builder.page(read_quote(quote), with_repairs=bool(repairs))
        path = document_url(document_id, quote=quote, repairs=repairs)
        shown = {"page": page, "records": shelf.record_of, "with_repairs": bool(repairs)}
        return _page("document.html", _language(lang), path, **shown)

    @routes.get("/documents")
    @_explained
    def documents(
        lang: Asked = "",
        kind: Asked = "",
        body: Asked = "",
        meeting: Asked = "",
        year: Asked = "",
        sort: Asked = "",
    ) -> Response:
        wanted = Wanted(kind, body, meeting, year, _order(sort))
        listed = catalogue(room.shelf(), wanted)
        return _page(
            "documents.html", _language(lang), "/documents", catalogue=listed, orders=tuple(Order)
        )

    @routes.get("/glossary")
    @_explained
    def glossary_page(lang: Asked = "", q: Asked = "") -> Response:
        rows = glossary(room.shelf(), q)
        return _page("glossary.html", _language(lang), "/glossary", rows=rows, wanted=q)

    @routes.get("/timeline")
    @_explained
    def timeline_page(lang: Asked = "") -> Response:
        return _page("timeline.html", _language(lang), "/timeline", timeline=timeline(room.shelf()))

    _add_files(routes, room)
    return routes


def _add_files(routes: APIRouter, room: ReadingRoom) -> None:
    """The originals, and what the pages are made up with."""

    @routes.get("/original/{document_id:path}")
    @_explained
    def original(document_id: str) -> Response:
        record = room.shelf().library.catalog.document(document_id)
        if record.media_type != PDF or not record.path.is_file():
            raise UsageError(_MOVED_ON)
        if hashlib.sha256(record.path.read_bytes()).hexdigest() != record.sha256:
            raise UsageError(_MOVED_ON)
        headers = {**_HEADERS, "Content-Security-Policy": _PDF_POLICY}
        return FileResponse(record.path, media_type=PDF, headers=headers)

    @routes.get("/reading/static/{name}")
    def static(name: str) -> Response:
        if name not in _FILES:
            return Response(status_code=HTTPStatus.NOT_FOUND)
        kept = {**_HEADERS, "Cache-Control": "public, max-age=31536000, immutable"}
        return FileResponse(STATIC / name, media_type=_FILES[name], headers=kept)
