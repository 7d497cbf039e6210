"""Renews the pictures of the page in `docs/screenshots`, made from the sample documents.

`python tests/screenshots.py`; needs the development dependencies and Chromium.
"""

from __future__ import annotations

import io
import shutil
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import uvicorn
from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from index.indexing import index_paths
from index.samples import sample_paths
from index.settings import IndexSettings
from ui.server.app import create_app
from ui.server.settings import ServerSettings

CHROMIUM = "/usr/bin/chromium"
FOLDER = Path(__file__).parents[1] / "docs" / "screenshots"
CHANGED = "意見1-2を受けて、何がどう修正されましたか。"
WHO = "浄水場に業者が持ち込む機器は46台だったと報告したのは誰ですか。"
LIST = "個人からの意見を一覧にしてください。"
REFUSED = "第9回会合では何が決まりましたか。"
WIDE = {"width": 1280, "height": 800}
NARROW = {"width": 360, "height": 740}


def ask(page: Page, question: str) -> None:
    turns = page.locator("#log .turn")
    before = turns.count()
    page.locator("#question textarea").fill(question)
    page.locator("#question textarea").press("Enter")
    turns.nth(before).wait_for()


def welcome(page: Page) -> None:
    page.locator("[data-ask]").first.wait_for()


def source(page: Page) -> None:
    ask(page, WHO)
    page.locator("#log a.marker").first.click()
    page.locator("#source mark").wait_for()


def outcome(page: Page) -> None:
    ask(page, CHANGED)
    page.locator("#log a.marker", has_text="[2]").first.click()
    page.locator("#source mark").wait_for()


def page_image(page: Page) -> None:
    outcome(page)
    page.locator("#source [data-page-image]").click()
    page.locator("#source img").wait_for()
    page.locator("#source img").evaluate("e => e.decode()")


def table(page: Page) -> None:
    ask(page, LIST)
    page.locator("#log [data-view=table]").first.click()
    page.locator("#source table").first.wait_for()


def refusal(page: Page) -> None:
    ask(page, REFUSED)


def grounds(page: Page) -> None:
    ask(page, "情報システムの部品の一覧表について、どのような意見がありましたか。")
    page.locator("#log details.read summary").click()
    page.locator("#log [data-view=grounds]").click()
    page.locator("#source .grounds").wait_for()


def filters(page: Page) -> None:
    page.locator("#filters button.label-wrap").click()
    page.get_by_role("combobox", name="意見への対応").click()
    page.get_by_role("option", name="修正").click()
    page.keyboard.press("Escape")
    ask(page, "意見は全部で何件ありますか。")
    page.locator("#filters").evaluate("e => e.scrollTop = e.scrollHeight")


def upload(page: Page) -> None:
    page.get_by_role("tab", name="文書").click()
    page.locator("#upload button.label-wrap").click()
    page.locator("#upload input[type=file]").set_input_files(str(sample_paths()[2]))
    page.get_by_text("strategy").nth(1).wait_for()
    page.wait_for_timeout(1000)
    page.get_by_role("button", name="取り込む", exact=True).click()
    page.locator("#upload-report .file").first.wait_for(timeout=60_000)
    page.locator("#documents li").nth(4).wait_for()
    page.locator("#upload").evaluate("e => e.scrollIntoView()")


def english(page: Page) -> None:
    ask(page, CHANGED)
    page.locator("#log a.marker", has_text="[3]").first.click()
    page.locator("#source mark").wait_for()


Step = Callable[[Page], None]
STATES: tuple[tuple[str, Step, dict[str, int], str, str], ...] = (
    ("01-welcome", welcome, WIDE, "light", "/"),
    ("02-source-of-a-speaker", source, WIDE, "light", "/"),
    ("03-outcome-of-a-comment", outcome, WIDE, "light", "/"),
    ("04-page-of-the-pdf", page_image, WIDE, "light", "/"),
    ("05-table", table, WIDE, "light", "/"),
    ("06-refusal", refusal, WIDE, "light", "/"),
    ("07-grounds", grounds, WIDE, "light", "/"),
    ("08-filters", filters, WIDE, "light", "/"),
    ("09-english", english, WIDE, "light", "/en/"),
    ("10-dark", grounds, WIDE, "dark", "/"),
    ("11-narrow", outcome, NARROW, "light", "/"),
    ("12-narrow-welcome-dark", welcome, NARROW, "dark", "/"),
    ("13-upload", upload, WIDE, "light", "/"),
)


@contextmanager
def serving() -> Iterator[str]:
    """The samples, the table of comments as PDF, on a free port; gives the address."""
    with tempfile.TemporaryDirectory() as folder:
        settings = IndexSettings(Path(folder, "data"))
        texts = [path for path in sample_paths() if path.stem.startswith("minutes")]
        pdfs = [sample_paths()[0].with_name(f"{name}.pdf") for name in ("comments", "strategy")]
        index_paths(settings, [*texts, *(Path(shutil.copy(pdf, folder)) for pdf in pdfs)])
        config = uvicorn.Config(create_app(ServerSettings(settings)), port=0, log_level="error")
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run)
        thread.start()
        while not server.started:
            time.sleep(0.05)
        try:
            yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join()


def take(browser: Browser, address: str, state: tuple[str, Step, dict[str, int], str, str]) -> None:
    """One picture, with few colours so that it stays small."""
    name, step, size, scheme, path = state
    context = browser.new_context(viewport=size, color_scheme=scheme, locale="ja-JP")
    page = context.new_page()
    page.goto(address + path)
    page.locator("#log .welcome").wait_for()
    step(page)
    page.wait_for_timeout(400)
    picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    picture.quantize(128, dither=Image.Dither.NONE).save(FOLDER / f"{name}.png", optimize=True)
    context.close()


def main() -> None:
    """Take all pictures."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with serving() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        for state in STATES:
            take(browser, address, state)
        browser.close()


if __name__ == "__main__":
    main()
