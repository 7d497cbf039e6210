"""Everybody can use the page: by keyboard, with a screen reader, on a small screen, in the dark."""

from __future__ import annotations

from pathlib import Path

import axe_playwright_python
import pytest
from playwright.sync_api import expect

AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text(encoding="utf-8")
CHANGED = "意見1-2を受けて、何がどう修正されましたか。"


def violations(page):
    """What axe-core finds; animations have ended."""
    page.wait_for_timeout(250)
    page.evaluate(AXE)
    found = page.evaluate("async () => (await axe.run()).violations")
    return [
        f"{each['id']}: {node['target']} {node.get('failureSummary', '')}"
        for each in found
        for node in each["nodes"]
    ]


@pytest.mark.parametrize(("scheme", "width"), [("light", 360), ("dark", 1280)])
def test_axe_finds_nothing_in_any_state(visit, scheme, width):
    there = visit(color_scheme=scheme, viewport={"width": width, "height": 760})
    page = there.open()
    assert violations(page) == []
    turn = there.ask(CHANGED)
    turn.locator("a.marker").first.click()
    page.locator("#source mark").wait_for()
    assert violations(page) == []
    turn.locator("[data-view=table]").click()
    page.locator("#source table").first.wait_for()
    assert violations(page) == []
    turn.locator("[data-view=grounds]").click()
    page.locator("#source .grounds").wait_for()
    page.get_by_role("button", name="絞り込み").click()
    page.get_by_role("button", name="これまでの会話").click()
    assert violations(page) == []
    page.get_by_role("tab", name="文書").click()
    page.get_by_role("button", name="文書の取り込み").click()
    page.get_by_role("button", name="文書を除く").click()
    page.locator("#documents summary").first.click()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_whole_way_from_question_to_source_and_back_needs_no_mouse(visit):
    page = visit().open()
    page.keyboard.press("Tab")
    for _ in range(12):
        if page.evaluate("document.activeElement.className") == "skip":
            break
        page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    for _ in range(3):
        if page.evaluate("document.activeElement.tagName") == "TEXTAREA":
            break
        page.keyboard.press("Tab")
    page.keyboard.type(CHANGED)
    page.keyboard.press("Enter")
    page.locator("#log .turn").wait_for()
    expect(page.locator("#said")).to_contain_text("回答しました")
    for _ in range(30):
        page.keyboard.press("Shift+Tab")
        if page.evaluate("document.activeElement.className") == "marker":
            break
    page.keyboard.press("Enter")
    expect(page.locator("#source h2")).to_be_focused()
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.className") == "marker"


def test_at_360_pixels_a_marker_brings_its_source_into_sight(visit):
    there = visit(viewport={"width": 360, "height": 740}, has_touch=True)
    page = there.open()
    there.ask(CHANGED).locator("a.marker").first.tap()
    page.locator("#source mark").wait_for()
    page.wait_for_timeout(300)
    box = page.locator("#source mark").bounding_box()
    assert 0 <= box["y"] < 740
    expect(page.get_by_role("button", name="回答に戻る")).to_be_in_viewport()
    page.get_by_role("button", name="回答に戻る").click()
    expect(page.locator("#log a.marker").first).to_be_in_viewport()


def test_the_appearance_that_was_chosen_is_there_again(visit):
    page = visit(color_scheme="light").open()
    page.get_by_role("button", name="明暗を切り替える").click()
    assert page.evaluate("document.body.classList.contains('dark')")
    page.reload()
    page.locator("#log .welcome").wait_for()
    assert page.evaluate("document.body.classList.contains('dark')")
