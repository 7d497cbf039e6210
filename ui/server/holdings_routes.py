"""/api/search, /api/documents, /api/units and /api/comments: what is held."""

from __future__ import annotations

from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Query
from fastapi import Path as InPath
from pydantic import Field

from index.library import Library
from ui.server import queries
from ui.server.filters import FiltersModel
from ui.server.holdings import CommentsModel, CountModel, DocumentsModel, SearchModel, UnitModel
from ui.server.pool import Pool
from ui.server.problems import responses
from ui.services import AnswerService

_LONGEST = 1_000
_MOST_HITS = 100
_MOST_COMMENTS = 1_000
_FARTHEST = 10


class SearchQuery(FiltersModel):
    """A search, narrowed by filters."""

    q: Annotated[
        str, Field(min_length=1, max_length=_LONGEST, examples=["600台に増やすことを求めたい"])
    ]
    limit: Annotated[int, Field(ge=1, le=_MOST_HITS)] = 10


class CommentsQuery(FiltersModel):
    """Comments, narrowed by filters."""

    section: Annotated[
        str | None, Field(max_length=100, description="該当箇所の節番号", examples=["4.1.2"])
    ] = None
    offset: Annotated[int, Field(ge=0)] = 0
    limit: Annotated[int, Field(ge=1, le=_MOST_COMMENTS)] = 100


class CountQuery(FiltersModel):
    """A count, narrowed by filters."""

    by: Annotated[queries.CountBy, Field(description="何ごとに数えるか")]


UnitId = Annotated[
    str,
    InPath(
        description="単位のid（# は %23 と書きます）",
        examples=["千早野市デジタル安全戦略(案)に対する意見募集の結果#意見1-2"],
    ),
]
Around = Annotated[int, Query(ge=0, le=_FARTHEST, description="前後の単位の数")]


def holdings_router(answers: AnswerService, pool: Pool) -> APIRouter:
    """The paths that read what is held."""
    router = APIRouter(
        prefix="/api",
        tags=["収録文書"],
        responses=responses(HTTPStatus.UNPROCESSABLE_ENTITY, HTTPStatus.SERVICE_UNAVAILABLE),
    )

    def library(asked: FiltersModel) -> Library:
        return answers.assistant(asked.wanted()).library

    @router.get("/search", summary="単位を探す")
    async def search(asked: Annotated[SearchQuery, Query()]) -> SearchModel:
        return await pool.run(lambda: queries.search(library(asked), asked.q, asked.limit))

    @router.get("/documents", summary="収録している文書")
    async def documents(asked: Annotated[FiltersModel, Query()]) -> DocumentsModel:
        return await pool.run(lambda: queries.documents(library(asked)))

    @router.get("/comments", summary="意見と回答、その件数")
    async def comments(asked: Annotated[CommentsQuery, Query()]) -> CommentsModel:
        return await pool.run(
            lambda: queries.comments(library(asked), asked.section, asked.offset, asked.limit)
        )

    @router.get("/count", summary="単位・発言・意見を数える")
    async def count(asked: Annotated[CountQuery, Query()]) -> CountModel:
        return await pool.run(lambda: queries.count(library(asked), asked.by))

    @router.get(
        "/units/{unit_id:path}",
        summary="一つの単位とその前後",
        responses=responses(HTTPStatus.NOT_FOUND),
    )
    async def unit(unit_id: UnitId, around: Around = 1) -> UnitModel:
        return await pool.run(
            lambda: queries.read_unit(answers.assistant().library, unit_id, around)
        )

    return router
