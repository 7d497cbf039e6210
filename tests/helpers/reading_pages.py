"""The reading room behind a client, and what its pages say."""

from __future__ import annotations

import re
from html import unescape

from fastapi import FastAPI
from fastapi.testclient import TestClient

from index.settings import IndexSettings
from ui.reading.routes import router
from ui.services import AnswerService


def client_of(settings: IndexSettings) -> TestClient:
    application = FastAPI()
    application.include_router(router(AnswerService(settings)))
    return TestClient(application)


def page(reader: TestClient, address: str) -> str:
    answer = reader.get(address)
    assert answer.status_code == 200, address
    return answer.text


def words(html: str) -> str:
    """What is read: no tags, no tooltips."""
    bare = re.sub(r'<span class="tip".*?</span></span>', "", html, flags=re.DOTALL)
    return unescape(re.sub(r"<[^>]+>", "", bare))


def part(html: str, local_id: str) -> str:
    """The element of a unit, up to the next unit."""
    start = html.index(f'id="{local_id}"')
    end = html.find('class="unit', start)
    return html[start : end if end > 0 else len(html)]


def ids(html: str) -> list[str]:
    return re.findall(r'\sid="([^"]*)"', html)


def addresses(html: str) -> set[str]:
    return {unescape(address) for address in re.findall(r'(?:href|src)="([^"]*)"', html)}
