"""The MCP server, asked by the official client: on stdio, and over HTTP with a token."""

from __future__ import annotations

import os
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from typing import Any

import anyio
import httpx
import httpx2
import pytest
from mcp import Client, StdioServerParameters
from mcp.client.streamable_http import streamable_http_client

from assistant.assistant import Assistant
from assistant.contract import answer_object
from index.settings import IndexSettings
from tests.helpers.commands import STARTED
from tests.helpers.server_visitors import TOKEN
from ui.server.settings import ServerSettings

QUESTION = "意見1-2の提出者は誰ですか"
UNIT = "千早野市デジタル安全戦略(案)に対する意見募集の結果#意見1-2"
TOOLS = {"ask", "search", "read_unit", "list_comments", "count", "list_documents"}

Use = Callable[[Client], Awaitable[None]]


def on_stdio(settings: IndexSettings) -> Client:
    environment = {**os.environ, "TENKYO_DATA_DIR": str(settings.data_dir), "PYTHONUTF8": "1"}
    root = str(Path(__file__).parents[1])
    return Client(
        StdioServerParameters(
            command=sys.executable, args=["-c", STARTED, "mcp"], env=environment, cwd=root
        )
    )


def run(client: AbstractAsyncContextManager[Client], use: Use) -> None:
    async def used() -> None:
        async with client as connected:
            await use(connected)

    anyio.run(used)


async def uses_every_tool(client: Client) -> None:
    tools = (await client.list_tools()).tools
    assert {tool.name for tool in tools} == TOOLS
    for tool in tools:
        assert tool.input_schema["type"] == "object"
        assert tool.output_schema is not None
        assert tool.description
    found = await called(client, "search", text="端末の貸出し", filters={"meetings": [5]})
    assert found["hits"][0]["document"].endswith("第5回")
    unit = await called(client, "read_unit", unit_id=UNIT)
    assert unit["comment"]["key"] == "1-2"
    comments = await called(client, "list_comments", filters={"outcomes": ["revised"]})
    count = await called(client, "count", by="outcome")
    assert comments["total"] == count["counts"]["revised"]
    assert (await called(client, "list_documents"))["total"] == 4


async def called(client: Client, tool: str, **arguments: Any) -> dict[str, Any]:
    result = await client.call_tool(tool, arguments)
    assert not result.is_error, result.content
    assert result.structured_content is not None
    return dict(result.structured_content)


@pytest.fixture(scope="module")
def address(serve: Callable[[ServerSettings], str], sample_data: IndexSettings) -> str:
    return serve(ServerSettings(sample_data, token=TOKEN))


@asynccontextmanager
async def over_http(address: str, token: str | None) -> AsyncIterator[Client]:
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    async with (
        httpx2.AsyncClient(headers=headers, timeout=60) as http,
        Client(streamable_http_client(f"{address}/mcp", http_client=http)) as client,
    ):
        yield client


def test_every_tool_answers_on_stdio(sample_data: IndexSettings) -> None:
    run(on_stdio(sample_data), uses_every_tool)


def test_every_tool_answers_over_http(address: str) -> None:
    run(over_http(address, TOKEN), uses_every_tool)


def test_an_answer_is_the_object_of_the_command(address: str, sample: Assistant) -> None:
    async def ask(client: Client) -> None:
        record = await called(client, "ask", question=QUESTION)
        expected = answer_object(sample.answer(QUESTION), sample.library)
        assert record | {"timings": None} == expected | {"timings": None}

    run(over_http(address, TOKEN), ask)


def test_what_is_wrong_is_said_as_an_error_of_the_tool(address: str) -> None:
    async def ask(client: Client) -> None:
        missing = await client.call_tool("read_unit", {"unit_id": "無い#1"})
        assert missing.is_error
        assert "入っていません" in str(missing.content)
        wrong = await client.call_tool("count", {"by": "weather"})
        assert wrong.is_error

    run(over_http(address, TOKEN), ask)


@pytest.mark.parametrize("token", [None, "wrong-wrong-wrong-wrong"])
def test_without_the_token_not_even_the_tools_are_listed(token: str | None, address: str) -> None:
    async def list_tools(client: Client) -> None:
        await client.list_tools()

    with pytest.raises(BaseExceptionGroup) as refused:
        run(over_http(address, token), list_tools)
    assert TOOLS.isdisjoint(str(refused.value).split())
    listing = {"jsonrpc": "2.0", "id": 1, "method": "tools/list", "params": {}}
    headers = {"Accept": "application/json, text/event-stream"}
    response = httpx.post(f"{address}/mcp", json=listing, headers=headers)
    assert response.status_code == 401
    assert "read_unit" not in response.text
