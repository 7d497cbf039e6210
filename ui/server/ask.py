"""/api/ask: a question, answered at once or step by step."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Body, Request
from fastapi.responses import Response, StreamingResponse
from fastapi.sse import format_sse_event
from pydantic import BaseModel, ConfigDict, Field

from assistant.contract import query_object
from assistant.events import AnswerEvent, AnswerFinished, BlockWritten, QueryUnderstood
from assistant.written import StepTaken
from index.errors import TenkyoError
from ui.server.examples import QUESTION_EXAMPLES
from ui.server.filters import FiltersModel
from ui.server.models import AnswerModel, BlockModel, QueryModel, StepModel
from ui.server.pool import Pool
from ui.server.problems import problem_of, responses
from ui.services import AnswerService, Asking

LONGEST_QUESTION = 4_000  # characters
_LONGEST_ANSWER = 200_000
MOST_TURNS = 50
_EVENT_STREAM = "text/event-stream"

Turn = tuple[
    Annotated[str, Field(max_length=LONGEST_QUESTION)],
    Annotated[str, Field(max_length=_LONGEST_ANSWER)],
]

Sent = tuple[str, BaseModel]


class AskRequest(BaseModel):
    """A question with the turns before it."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True)

    question: Annotated[str, Field(min_length=1, max_length=LONGEST_QUESTION)]
    history: Annotated[
        list[Turn], Field(max_length=MOST_TURNS, description="[質問, 回答]の組、古い順")
    ] = []
    filters: FiltersModel = FiltersModel()


Asked = Annotated[AskRequest, Body(openapi_examples=QUESTION_EXAMPLES)]

_STREAM_DESCRIPTION = (
    "`query`（質問の解釈）、`block`（回答の段落: number・text・state）、"
    "`answer`（/api/ask と同じオブジェクト）または `problem` の順に送ります。"
)


def ask_router(answers: AnswerService, pool: Pool) -> APIRouter:
    """The paths that answer questions."""
    router = APIRouter(prefix="/api", tags=["質問"])

    @router.post(
        "/ask",
        summary="質問に答える",
        response_model=AnswerModel,
        responses={
            200: {"content": {_EVENT_STREAM: {}}},
            **responses(HTTPStatus.UNPROCESSABLE_ENTITY, HTTPStatus.SERVICE_UNAVAILABLE),
        },
    )
    async def ask(request: Request, asked: Asked) -> Response | AnswerModel:
        """`tenkyo ask --json` と同じ。`Accept: text/event-stream` なら順に送ります。"""
        if _EVENT_STREAM in request.headers.get("accept", ""):
            return _streamed(asked, request.state.user)
        return await pool.run(_answer, answers, asked, request.state.user)

    @router.post(
        "/ask/stream",
        summary="質問に順に答える（server-sent events）",
        description=_STREAM_DESCRIPTION,
        response_class=StreamingResponse,
        responses={200: {"content": {_EVENT_STREAM: {}}}},
    )
    async def ask_step_by_step(request: Request, asked: Asked) -> Response:
        return _streamed(asked, request.state.user)

    def _streamed(asked: AskRequest, user: str) -> Response:
        headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
        events = pool.iterate(_events(answers, asked, user))
        return StreamingResponse(_sent(events), media_type=_EVENT_STREAM, headers=headers)

    return router


def _answer(answers: AnswerService, asked: AskRequest, user: str) -> AnswerModel:
    asking = answers.asking(asked.filters.wanted(), user)
    answer = asking.answer(asked.question, asked.history)
    return AnswerModel.model_validate(asking.record(answer))


def _events(answers: AnswerService, asked: AskRequest, user: str) -> Iterator[Sent]:
    try:
        asking = answers.asking(asked.filters.wanted(), user)
        for event in asking.stream(asked.question, asked.history):
            yield _named(event, asking)
    except TenkyoError as error:
        yield "problem", problem_of(error)


def _named(event: AnswerEvent, asking: Asking) -> Sent:
    match event:
        case QueryUnderstood(query):
            return "query", QueryModel.model_validate(query_object(query))
        case StepTaken(number, tool, arguments, found):
            step = StepModel(number=number, tool=tool, arguments=arguments, found=list(found))
            return "step", step
        case BlockWritten(number, text, state):
            return "block", BlockModel(number=number, text=text, state=state)
        case AnswerFinished(answer):
            return "answer", AnswerModel.model_validate(asking.record(answer))


async def _sent(events: AsyncIterator[Sent]) -> AsyncIterator[bytes]:
    async for name, data in events:
        yield format_sse_event(event=name, data_str=data.model_dump_json())
