"""The right side: sources, tables, grounds, and what people take away from them."""

from __future__ import annotations

import csv
import io
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook
from playwright.sync_api import expect

from index.indexing import index_paths
from index.samples import sample_paths
from index.settings import IndexSettings
from ui.server.settings import ServerSettings

CHANGED = "意見1-2を受けて、何がどう修正されましたか。"
LIST = "修正された意見を一覧にしてください。"
TABLE_PDF = sample_paths()[0].with_name("comments.pdf")


@pytest.fixture(scope="module")
def address(
    serve: Callable[[ServerSettings], str], tmp_path_factory: pytest.TempPathFactory
) -> str:
    """The samples, the table of comments as PDF."""
    folder = tmp_path_factory.mktemp("pdf")
    settings = IndexSettings(folder / "data")
    texts = [path for path in sample_paths() if path.stem != "comments"]
    index_paths(settings, [*texts, Path(shutil.copy(TABLE_PDF, folder))])
    return serve(ServerSettings(settings))


def in_sight(page, selector):
    return page.locator(selector).first.evaluate(
        "e => { const b = e.getBoundingClientRect(); "
        "const p = e.closest('#source').getBoundingClientRect(); "
        "const low = Math.min(p.bottom, innerHeight) + 1; "
        "return b.top >= Math.max(p.top, 0) - 1 && b.bottom <= low }"
    )


@pytest.mark.parametrize("by", ["mouse", "keyboard"])
def test_a_marker_opens_the_cited_words_marked_and_in_sight(visit, by):
    there = visit()
    page = there.open()
    turn = there.ask(CHANGED)
    marker = turn.locator("a.marker", has_text="[2]").first
    if by == "mouse":
        marker.click()
    else:
        marker.focus()
        page.keyboard.press("Enter")
    page.locator("#source mark").wait_for()
    quoted = turn.locator("[id$='-2'] [data-open]").get_attribute("data-quote")
    assert page.locator("#source mark").inner_text() == " ".join(quoted.split())
    assert in_sight(page, "#source mark")
    expect(page.locator("#source h2")).to_contain_text("意見1-2")
    expect(page.locator("#source h2")).to_be_focused()
    page.keyboard.press("Escape")
    expect(marker).to_be_focused()


def test_a_source_says_who_where_and_what_came_of_it_with_its_neighbours(visit):
    there = visit()
    page = there.open()
    there.ask(CHANGED).locator("a.marker").first.click()
    facts = page.locator("#source .facts")
    for words in ("提出者", "(株)みぎわシステムズ", "該当箇所", "修正", "ページ"):
        expect(facts).to_contain_text(words)
    expect(page.locator("#source .neighbours").first).to_contain_text("意見1-1")
    expect(page.locator("#source .neighbours").last).to_contain_text("意見1-3")
    page.locator("#source .neighbours [data-open]").first.click()
    expect(page.locator("#source h2")).to_contain_text("意見1-1")
    page.get_by_role("button", name="戻る", exact=True).click()
    expect(page.locator("#source h2")).to_contain_text("意見1-2")
    page.get_by_role("button", name="前後をもっと表示").click()
    expect(page.locator("#source .neighbours li").nth(3)).to_be_visible()


@pytest.mark.parametrize(
    ("question", "badge"),
    [
        ("迷惑電話防止機器を400台から600台に増やすよう最初に求めたのは誰ですか。", "記載あり"),
        ("戦略は作ることではなく続けることに意味がある、と述べたのは誰ですか。", "見出し"),
        ("浄水場に業者が持ち込む機器は46台だったと報告したのは誰ですか。", "推定"),
        ("情報の色分けは赤ばかりになりがちだ、と注意したのは誰ですか。", "記載なし"),
    ],
)
def test_the_basis_of_a_speaker_stands_with_the_answer_and_the_source(visit, question, badge):
    there = visit()
    page = there.open()
    turn = there.ask(question)
    expect(turn.locator(".badges")).to_contain_text(f"発言者: {badge}")
    item = turn.locator(".citations li", has=page.locator(f".badge:text-is('{badge}')")).first
    item.locator("[data-open]").click()
    expect(page.locator("#source .facts .badge[class*=basis-]")).to_have_text(badge)


def test_a_link_to_a_place_opens_the_document_on_it_without_the_chat(visit):
    there = visit()
    page = there.open()
    there.ask(CHANGED).locator("a.marker").first.click()
    link = page.locator("#source a.button").get_attribute("href")
    assert re.match(r"/doc/[^#]+#", link)
    page.goto(there.address + link)
    unit = page.evaluate("decodeURIComponent(location.hash.slice(1))")
    assert unit == "意見1-2"
    assert page.evaluate(
        "document.getElementById(decodeURIComponent(location.hash.slice(1))) !== null"
    )


def test_what_was_read_but_not_cited_stands_apart(visit):
    there = visit()
    page = there.open()
    turn = there.ask("情報システムの部品の一覧表について、どのような意見がありましたか。")
    apart = turn.locator("details.read")
    cited = set(
        turn.locator(".citations [data-open]").evaluate_all("l => l.map(e => e.dataset.unit)")
    )
    read = apart.locator("[data-open]").evaluate_all("l => l.map(e => e.dataset.unit)")
    assert read
    assert not cited.intersection(read)
    apart.locator("summary").click()
    apart.locator("[data-open]").first.click()
    expect(page.locator("#source h2")).to_have_text(apart.locator("[data-open]").first.inner_text())


def test_the_grounds_name_question_filters_hits_check_and_models(visit):
    there = visit()
    page = there.open()
    there.ask(CHANGED).locator("[data-view=grounds]").click()
    grounds = page.locator("#source .grounds")
    for words in ("質問の理解", "意見 1-2", "絞り込み", "照合の結果", "使ったモデル"):
        expect(grounds).to_contain_text(words)
    scores = grounds.locator("tbody td:nth-child(2)").all_inner_texts()
    assert len(scores) > 3
    assert [float(score) for score in scores] == sorted(map(float, scores), reverse=True)


def test_the_page_of_a_pdf_is_shown_as_it_was_printed(visit):
    there = visit()
    page = there.open()
    there.ask(CHANGED).locator("a.marker").first.click()
    page.get_by_role("button", name="PDFのページを表示").click()
    image = page.locator("#source .page-image img")
    image.wait_for()
    assert image.evaluate("e => e.decode().then(() => e.naturalWidth)") == 1000
    assert "ページの画像" in image.get_attribute("alt")


def test_a_table_is_sorted_and_taken_away_as_csv_and_excel(visit):
    there = visit()
    page = there.open()
    there.ask(LIST).locator("[data-view=table]").click()
    table = page.locator("#source table").first
    submitters = table.locator("tbody td:nth-child(3)")
    expect(submitters).to_have_count(2)
    before = submitters.all_inner_texts()
    heading = table.get_by_role("button", name="提出者")
    heading.click()
    assert table.locator("th").nth(2).get_attribute("aria-sort") == "ascending"
    ascending = submitters.all_inner_texts()
    heading.click()
    assert table.locator("th").nth(2).get_attribute("aria-sort") == "descending"
    assert submitters.all_inner_texts() == ascending[::-1]
    assert sorted(before) == sorted(ascending)

    with page.expect_download() as download:
        page.locator("#source [data-export=csv]").first.click()
    assert download.value.suggested_filename == "tenkyo.csv"
    text = download.value.path().read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [row["意見"] for row in rows] == ["1-2", "10-1"]
    assert all(row["対応"] == "修正" for row in rows)
    with page.expect_download() as download:
        page.locator("#source [data-export=xlsx]").first.click()
    book = load_workbook(io.BytesIO(download.value.path().read_bytes()))
    assert [row[1].value for row in book["引用した意見の表"].iter_rows(min_row=2)] == [
        "1-2",
        "10-1",
    ]

    table.locator("[data-open]").first.click()
    page.locator("#source mark").wait_for()
    page.get_by_role("button", name="戻る", exact=True).click()
    expect(page.locator("#source table").first).to_be_visible()


def test_a_conversation_is_taken_away_with_its_references_numbered_through(visit):
    there = visit()
    page = there.open()
    there.ask("意見1-2の提出者は誰ですか。")
    there.ask(LIST)
    page.get_by_role("button", name="これまでの会話").click()
    with page.expect_download() as download:
        page.locator("#saving [data-export=md]").click()
    text = download.value.path().read_text(encoding="utf-8")
    answers, references = text.split("## 典拠")
    listed = [int(number) for number in re.findall(r"^\[(\d+)\]", references, re.MULTILINE)]
    assert listed == list(range(1, len(listed) + 1))
    assert {int(number) for number in re.findall(r"\[(\d+)\]", answers)} == set(listed)
    with page.expect_download() as download:
        page.locator("#saving [data-export=docx]").click()
    paragraphs = [paragraph.text for paragraph in Document(download.value.path()).paragraphs]
    assert LIST in paragraphs
    assert sum(text.startswith(f"[{listed[-1]}] ") for text in paragraphs) == 1


def test_a_citation_is_copied_as_an_official_would_write_it(visit):
    there = visit(permissions=["clipboard-read", "clipboard-write"])
    page = there.open()
    turn = there.ask("意見1-2の提出者は誰ですか。")
    turn.locator("a.marker").first.click()
    page.get_by_role("button", name="引用をコピー").click()
    expect(page.locator("#said")).to_contain_text("コピーしました")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert re.fullmatch(r"「.+」（.*意見募集の結果 意見1-2（.+）、\d+ページ、2025-01-30）", copied)
    turn.get_by_role("button", name="典拠を全てコピー").click()
    page.wait_for_function("navigator.clipboard.readText().then(t => t.startsWith('[1] 「'))")
