"""What several test files ask: libraries, servers, browsers, and assistants behind scripts."""

from __future__ import annotations

import shutil
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from fastapi.testclient import TestClient
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Route, sync_playwright

from assistant.answers import Answer
from assistant.assistant import Assistant
from assistant.sentence_checks.prose import ProseChecker
from index.indexing import index_paths
from index.library import Library
from index.samples import sample_paths
from index.settings import IndexSettings
from index.stores.generations import LocalSearchStore
from tests.helpers.chat_server import Script, chat_server
from tests.helpers.chat_setting import QUESTION, Answering, worded
from tests.helpers.commands import tenkyo
from tests.helpers.folders import CORPUS
from tests.helpers.made_policies import BUDGET, TRAINING
from tests.helpers.reading_pages import client_of
from ui.server.app import create_app
from ui.server.settings import ServerSettings

CHROMIUM = "/usr/bin/chromium"


def _asked(data_dir: Path, *paths: Path) -> Iterator[Assistant]:
    settings = IndexSettings.from_environment({}, data_dir=data_dir)
    index_paths(settings, paths)
    with Library.open(settings) as library:
        yield Assistant(library)


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    """An assistant over the sample documents."""
    yield from _asked(tmp_path_factory.mktemp("sample"), *sample_paths())


@pytest.fixture(scope="session")
def reference(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    """An assistant over the reference corpus."""
    if not CORPUS.is_dir():
        pytest.skip(f"the reference corpus is not at {CORPUS}")
    yield from _asked(tmp_path_factory.mktemp("reference"), CORPUS)


@pytest.fixture(scope="module")
def data_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample documents, indexed by the command."""
    folder = tmp_path_factory.mktemp("command")
    done = tenkyo(folder, "index", "--sample")
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture
def settings(tmp_path: Path) -> IndexSettings:
    """Settings of a data directory that nothing was indexed in."""
    return IndexSettings(tmp_path / "data")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two policies."""
    place = tmp_path / "文書"
    place.mkdir()
    (place / "予算.txt").write_text(BUDGET, encoding="utf-8")
    (place / "訓練.txt").write_text(TRAINING, encoding="utf-8")
    return place


@pytest.fixture
def search_store(tmp_path: Path) -> LocalSearchStore:
    """A store of search indexes without a generation."""
    return LocalSearchStore(tmp_path)


@pytest.fixture(scope="module")
def checker(sample: Assistant) -> ProseChecker:
    """Checks sentences against units of the sample documents."""
    return ProseChecker(sample.library)


@pytest.fixture
def answering(sample: Assistant) -> Answering:
    """Asks one question of an assistant behind a scripted server."""

    def answer(script: Script, question: str = QUESTION, **limits: object) -> Answer:
        with chat_server(script) as server:
            return worded(sample.library, server, **limits).answer(question)

    return answer


@pytest.fixture(scope="module")
def reader(sample: Assistant) -> TestClient:
    """A browser without scripts in the reading room of the sample documents."""
    return client_of(sample.library.settings)


@contextmanager
def _listening(settings: ServerSettings) -> Iterator[str]:
    """A server in a thread, on a free port of loopback; gives its address."""
    # made inside the event loop, where Gradio makes none of its own
    app = partial(create_app, settings)
    config = uvicorn.Config(app, factory=True, port=0, log_level="error", ws="none")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        assert thread.is_alive(), "the server did not start"
        time.sleep(0.01)
    try:
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join()


@pytest.fixture(scope="module")
def serve() -> Iterator[Callable[[ServerSettings], str]]:
    """Starts servers that run until the module's tests are done; each gives its address."""
    with ExitStack() as servers:
        yield lambda settings: servers.enter_context(_listening(settings))


@pytest.fixture(scope="module")
def sample_data(sample: Assistant, tmp_path_factory: pytest.TempPathFactory) -> IndexSettings:
    """A copy of the indexed sample documents that a test file may change."""
    folder = tmp_path_factory.mktemp("served") / "data"
    shutil.copytree(sample.library.settings.data_dir, folder)
    return IndexSettings(folder)


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """The system's Chromium, without a window."""
    with sync_playwright() as playwright:
        arguments = ["--no-sandbox", "--disable-dev-shm-usage"]
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=arguments)
        yield browser
        browser.close()


class Visit:
    """A person at a page; fails where the page asked anything of another host, or broke."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        context.set_default_timeout(30_000)
        self.page = context.new_page()
        self.address = address
        self.elsewhere: list[str] = []
        self.broken: list[str] = []
        context.route("**/*", self._pass)
        self.page.on("pageerror", lambda error: self.broken.append(str(error)))
        self.page.on("dialog", lambda dialog: self.broken.append(f"dialog: {dialog.message}"))

    def _pass(self, route: Route) -> None:
        if route.request.url.startswith((self.address, "data:", "blob:")):
            route.continue_()
        else:
            self.elsewhere.append(route.request.url)
            route.abort()

    def open(self, path: str = "/") -> Page:
        """The page at a path, when it is ready."""
        self.page.goto(self.address + path)
        self.page.locator("#log .welcome, #log .turn").first.wait_for()
        return self.page

    def ask(self, question: str) -> Locator:
        """Ask, and wait for the answer."""
        turns = self.page.locator("#log .turn")
        before = turns.count()
        self.page.locator("#question textarea").fill(question)
        self.page.locator("#question textarea").press("Enter")
        turns.nth(before).wait_for()
        return turns.last


@pytest.fixture(scope="module")
def address(serve: Callable[[ServerSettings], str], sample_data: IndexSettings) -> str:
    """A server over the sample documents; a test file may have one of its own."""
    return serve(ServerSettings(sample_data))


@pytest.fixture
def visit(chromium: Browser, address: str) -> Iterator[Callable[..., Visit]]:
    """Opens browsers of their own at the module's `address`; options as of a new context."""
    with ExitStack() as contexts:
        visits: list[Visit] = []

        def opened(address: str = address, **options: Any) -> Visit:
            options.setdefault("locale", "ja-JP")
            context = chromium.new_context(**options)
            contexts.callback(context.close)
            visits.append(Visit(context, address))
            return visits[-1]

        yield opened
        assert [url for each in visits for url in each.elsewhere] == []
        assert [fault for each in visits for fault in each.broken] == []
