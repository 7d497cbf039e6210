"""The API over a real connection gives the objects of `ask --json`, and errors in Japanese."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from urllib.parse import quote

import anyio
import httpx
import pytest
from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.testclient import TestClient

from assistant.assistant import Assistant
from assistant.contract import answer_object
from index.settings import IndexSettings
from ui.server.app import create_app
from ui.server.examples import ANSWER_EXAMPLE
from ui.server.models import AnswerModel
from ui.server.settings import ServerSettings

QUESTIONS = [
    "意見1-2の提出者は誰ですか",
    "600台に増やすよう求めたのは誰ですか",
    "意見は全部で何件ありますか",
    "脚注1は何を説明していますか",
    "第7回の議題は",
    "明日の天気は",
    "Who submitted comment 1-2?",
]


@pytest.fixture(scope="module")
def client(
    serve: Callable[[ServerSettings], str], sample_data: IndexSettings
) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=serve(ServerSettings(sample_data)), timeout=60) as client:
        yield client


def events_of(response: httpx.Response) -> list[tuple[str, dict[str, Any]]]:
    """Names and data of the server-sent events of a response."""
    found = re.findall(r"^event: (.*)\ndata: (.*)$", response.text, re.MULTILINE)
    return [(name, json.loads(data)) for name, data in found]


def timeless(record: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in record.items() if key != "timings"}


@pytest.mark.parametrize("question", QUESTIONS)
def test_an_answer_over_http_is_the_object_of_the_command(
    question: str, client: httpx.Client, sample: Assistant
) -> None:
    expected = answer_object(sample.answer(question), sample.library)
    received = client.post("/api/ask", json={"question": question})
    assert received.status_code == 200
    assert timeless(received.json()) == timeless(expected)


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_models_name_every_field_of_the_contract(question: str, sample: Assistant) -> None:
    record = answer_object(sample.answer(question), sample.library)
    assert AnswerModel.model_validate(record).model_dump(mode="json") == record


@pytest.mark.parametrize(
    ("path", "accept"), [("/api/ask", "text/event-stream"), ("/api/ask/stream", "*/*")]
)
def test_a_stream_ends_with_the_answer_and_its_blocks_are_that_answer(
    path: str, accept: str, client: httpx.Client
) -> None:
    asked = {"question": QUESTIONS[0]}
    response = client.post(path, json=asked, headers={"Accept": accept})
    assert response.headers["content-type"].startswith("text/event-stream")
    events = events_of(response)
    assert [name for name, _ in events[:2]] == ["query", "block"]
    assert events[-1][0] == "answer"
    final = events[-1][1]
    blocks = [data["text"] for name, data in events if name == "block"]
    assert "\n\n".join(blocks) == final["answer"]
    assert timeless(final) == timeless(client.post("/api/ask", json=asked).json())


def test_a_follow_up_is_understood_by_the_history(client: httpx.Client) -> None:
    history = [["意見1-2の提出者は誰ですか", "(株)みぎわシステムズです。"]]
    asked = {"question": "その意見への回答は", "history": history}
    assert client.post("/api/ask", json=asked).json()["citations"][0]["comment"] == "1-2"


def test_filters_narrow_the_answer_and_are_said_in_it(client: httpx.Client) -> None:
    asked = {"question": QUESTIONS[0], "filters": {"meetings": [5]}}
    answer = client.post("/api/ask", json=asked).json()
    assert answer["status"] == "not_in_documents"
    assert "絞り込み" in answer["answer"]
    assert answer["query"]["filters"]["meetings"] == [5]


def test_search_finds_units_inside_the_filter(client: httpx.Client) -> None:
    found = client.get("/api/search", params={"q": "端末の貸出し", "meetings": 5, "limit": 3})
    hits = found.json()["hits"]
    assert hits
    assert all(hit["document"].endswith("第5回") for hit in hits)


def test_a_unit_is_read_by_the_id_that_a_citation_gives(client: httpx.Client) -> None:
    cited = client.post("/api/ask", json={"question": QUESTIONS[0]}).json()["citations"][0]
    unit = client.get(f"/api/units/{quote(cited['id'], safe='')}").json()
    assert unit["text"] == cited["text"]
    assert unit["comment"]["submitter"] == "(株)みぎわシステムズ"
    assert [near["label"] for near in unit["before"] + unit["after"]]


def test_comments_are_counted_over_all_and_listed_in_portions(client: httpx.Client) -> None:
    found = client.get("/api/comments", params={"limit": 2, "offset": 1}).json()
    assert found["total"] == 25 == sum(found["by_outcome"].values())
    assert len(found["comments"]) == 2
    revised = client.get("/api/comments", params={"outcomes": "revised"}).json()
    assert revised["total"] == found["by_outcome"]["revised"]
    count = client.get("/api/count", params={"by": "outcome"}).json()
    assert count["counts"] == found["by_outcome"]


def test_the_sample_documents_are_marked_as_samples(client: httpx.Client) -> None:
    found = client.get("/api/documents").json()
    assert found["total"] == len(found["documents"]) == 4
    assert all(document["sample"] for document in found["documents"])
    policies = client.get("/api/documents", params={"document_kinds": "policy"}).json()
    assert policies["total"] == 1


@pytest.mark.parametrize(
    ("method", "path", "body", "status"),
    [
        ("GET", "/api/units/無い#1", None, 404),
        ("GET", "/api/nothing", None, 404),
        ("PUT", "/api/ask", {"question": "何か"}, 404),
        ("POST", "/api/ask", {"question": "  "}, 422),
        ("POST", "/api/ask", {"question": "あ" * 4001}, 422),
        ("POST", "/api/ask", {"question": "何か", "filters": {"kinds": ["無い"]}}, 422),
        ("POST", "/api/ask", {"question": "何か", "surprise": 1}, 422),
        ("GET", "/api/search", None, 422),
    ],
)
def test_errors_are_problem_details_in_japanese(
    method: str, path: str, body: Any, status: int, client: httpx.Client
) -> None:
    response = client.request(method, path, json=body)
    assert response.status_code == status == response.json()["status"]
    assert response.headers["content-type"] == "application/problem+json"
    for part in ("title", "detail"):
        assert re.search(r"[ぁ-んァ-ヶ一-龠]", response.json()[part])


def test_the_schema_holds_examples_that_are_true(client: httpx.Client, sample: Assistant) -> None:
    schema = client.get("/openapi.json").json()
    asked = schema["paths"]["/api/ask"]["post"]
    examples = asked["requestBody"]["content"]["application/json"]["examples"]
    assert examples["one"]["value"] == {"question": QUESTIONS[0]}
    shown = asked["responses"]["200"]["content"]["application/json"]["example"]
    true = answer_object(sample.answer(QUESTIONS[0]), sample.library)
    for record in (true, shown):
        for citation in record["citations"]:
            citation["document"]["source"] = ""
    assert timeless(shown) == timeless(true)
    assert "Problem" in schema["components"]["schemas"]
    AnswerModel.model_validate(ANSWER_EXAMPLE)


def test_asking_an_empty_store_says_how_to_fill_it(
    serve: Callable[[ServerSettings], str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    address = serve(ServerSettings(IndexSettings(tmp_path_factory.mktemp("empty"))))
    assert httpx.get(f"{address}/healthz").status_code == 503
    answer = httpx.post(f"{address}/api/ask", json={"question": "何か"})
    assert answer.status_code == 503
    assert "tenkyo index" in answer.json()["detail"]
    headers = {"Accept": "text/event-stream"}
    streamed = httpx.post(f"{address}/api/ask", json={"question": "何か"}, headers=headers)
    assert [name for name, _ in events_of(streamed)] == ["problem"]


def test_ten_clients_at_once_are_all_answered_the_same(client: httpx.Client) -> None:
    def ask(number: int) -> dict[str, Any]:
        with httpx.Client(base_url=client.base_url, timeout=60) as own:
            question = QUESTIONS[number % len(QUESTIONS)]
            response = own.post("/api/ask", json={"question": question})
            assert response.status_code == 200
            return timeless(response.json())

    with ThreadPoolExecutor(10) as clients:
        answers = list(clients.map(ask, range(30)))
    assert answers == [ask(number) for number in range(30)]


def test_an_unexpected_error_says_nothing_of_the_program(sample_data: IndexSettings) -> None:
    async def made() -> FastAPI:
        return create_app(ServerSettings(sample_data))

    def broken(request: Request) -> Response:
        raise RuntimeError("a secret")

    app = anyio.run(made)
    app.router.routes.insert(0, Route("/api/broken", broken))
    with TestClient(app, base_url="http://localhost", raise_server_exceptions=False) as client:
        response = client.get("/api/broken")
    assert response.status_code == 500
    assert "secret" not in response.text
    assert "frame-ancestors 'none'" in response.headers["content-security-policy"]
