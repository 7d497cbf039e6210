"""The reading room in Chromium: where links land, keyboard, both schemes, no outside request."""

from __future__ import annotations

import os
import shutil
import socket
import threading
from collections.abc import Iterator
from contextlib import closing
from urllib.parse import quote, urlsplit

import pytest
import uvicorn
from axe_playwright_python.sync_playwright import Axe
from fastapi import FastAPI
from playwright.sync_api import Browser, Page, sync_playwright

from assistant.assistant import Assistant
from tests.helpers.sample_ids import STRATEGY
from ui.reading.links import unit_url
from ui.reading.routes import router
from ui.services import AnswerService

PAGES = {
    "policy": f"/doc/{STRATEGY}",
    "comments": f"/doc/{STRATEGY}(案)に対する意見募集の結果",
    "minutes": "/doc/千早野市デジタル安全推進会議-第6回?repairs=1",
    "documents": "/documents",
    "glossary": "/glossary",
    "timeline": "/timeline",
    "english": f"/doc/{STRATEGY}?lang=en",
    "unknown": "/doc/unknown",
}


@pytest.fixture(scope="module")
def server(sample: Assistant) -> Iterator[str]:
    """Address of the reading room over the sample documents."""
    application = FastAPI()
    application.include_router(router(AnswerService(sample.library.settings)))
    with closing(socket.create_server(("127.0.0.1", 0))) as listening:
        running = uvicorn.Server(uvicorn.Config(application, log_level="error"))
        thread = threading.Thread(target=running.run, kwargs={"sockets": [listening]})
        thread.start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        running.should_exit = True
        thread.join()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        assert "CI" not in os.environ, "CI needs chromium and fonts-noto-cjk"
        pytest.skip("chromium is not installed")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield started
        started.close()


def opened(browser: Browser, address: str, **context: object) -> Page:
    context.setdefault("viewport", {"width": 1280, "height": 800})
    page = browser.new_page(**context)  # type: ignore[arg-type]
    page.goto(address)
    return page


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 360])
def test_every_page_is_accessible_and_stays_at_home(
    server: str, browser: Browser, width: int, scheme: str
) -> None:
    with browser.new_context(
        viewport={"width": width, "height": 800},
        color_scheme=scheme,  # type: ignore[arg-type]
    ) as context:
        page = context.new_page()
        asked: list[str] = []
        said: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: said.append(message.text))
        for name, address in PAGES.items():
            page.goto(f"{server}{address}")
            for details in page.locator("details").all():
                details.evaluate("element => { element.open = true }")
            found = Axe().run(page).response["violations"]
            assert [(one["id"], one["nodes"][0]["html"]) for one in found] == [], name
            wide = page.evaluate("document.documentElement.scrollWidth > window.innerWidth")
            assert not wide, name
        assert all(url.startswith(server) for url in asked)
        refused = [text for text in said if "Content Security Policy" in text]
        assert refused == []


def test_a_link_lands_on_its_unit(server: str, browser: Browser) -> None:
    page = opened(browser, f"{server}{unit_url(f'{STRATEGY}#4.2.1(2)i')}")
    target = page.locator(":target")
    assert target.get_attribute("id") == "4.2.1(2)i"
    box = target.bounding_box()
    assert box is not None
    assert 0 <= box["y"] < 800
    plain = page.locator("[id='4.2.2']").evaluate("e => getComputedStyle(e).backgroundColor")
    assert target.evaluate("e => getComputedStyle(e).backgroundColor") != plain
    page.close()


@pytest.mark.parametrize("scripts", [True, False])
def test_quoted_words_are_marked_with_and_without_scripts(
    server: str, browser: Browser, sample: Assistant, scripts: bool
) -> None:
    unit = sample.library.catalog.unit(f"{STRATEGY}#4.2.1(2)i")
    words = unit.passage.slice(len(unit.text) - 20, len(unit.text)).strip()
    marked = f"?quote={words.start}-{words.end}#{quote('4.2.1(2)i', safe='')}"
    page = opened(browser, f"{server}/doc/{quote(STRATEGY)}{marked}", java_script_enabled=scripts)
    quoted = page.locator("mark.quoted")
    assert "".join(quoted.all_inner_texts()) == words.text
    box = quoted.first.bounding_box()
    assert box is not None
    assert 0 <= box["y"] < 800
    page.close()


def test_a_definition_opens_by_keyboard_and_closes_by_escape(server: str, browser: Browser) -> None:
    page = opened(browser, f"{server}{PAGES['policy']}", viewport={"width": 360, "height": 800})
    term = page.locator(".term a", has_text="対応班").first
    tip = page.locator(f"#{term.get_attribute('aria-describedby')}")
    assert not tip.is_visible()
    term.focus()
    assert tip.is_visible()
    assert "千早野市デジタル安全対応班" in tip.inner_text()
    box = tip.bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 360
    page.keyboard.press("Escape")
    assert not tip.is_visible()
    page.close()


def test_a_footnote_and_its_mark_lead_to_each_other(server: str, browser: Browser) -> None:
    page = opened(browser, f"{server}{PAGES['policy']}")
    page.locator(".notemark a", has_text="6").click()
    assert page.locator(":target").get_attribute("id") == "脚注6"
    page.locator(":target .back").press("Enter")
    assert page.locator(":target").inner_text() == "6"
    page.close()


def test_the_first_tab_skips_to_the_text(server: str, browser: Browser) -> None:
    page = opened(browser, f"{server}{PAGES['policy']}")
    page.keyboard.press("Tab")
    assert page.locator(":focus").get_attribute("href") == "#text"
    page.close()


def test_what_is_printed_is_the_text(server: str, browser: Browser) -> None:
    page = opened(browser, f"{server}{PAGES['policy']}")
    page.emulate_media(media="print")
    assert not page.locator(".contents").is_visible()
    assert not page.locator(".top").is_visible()
    assert page.locator("#脚注1").is_visible()
    page.close()


def test_the_plot_leads_to_the_table(server: str, browser: Browser) -> None:
    page = opened(browser, f"{server}/timeline")
    marker = page.locator("svg a").first
    marker.press("Enter")
    assert (page.locator(":target").get_attribute("id") or "").startswith("event-")
    page.close()


def test_comfort_is_not_needed_for_narrowing(server: str, browser: Browser) -> None:
    page = opened(browser, f"{server}/documents", java_script_enabled=False)
    page.get_by_label("種類").select_option("minutes")
    page.get_by_role("button", name="絞り込む").click()
    assert urlsplit(page.url).query.startswith("kind=minutes")
    assert page.locator("tbody tr").count() == 2
    page.close()
