"""Hostile documents, strange addresses, changed files: the reading room does no harm."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from assistant.assistant import Assistant
from index.indexing import index_paths
from index.samples import sample_paths
from index.settings import IndexSettings
from tests.helpers.reading_pages import addresses, client_of, page
from tests.helpers.sample_ids import COMMENTS, STRATEGY


@pytest.mark.parametrize(
    "address", [f"/doc/{STRATEGY}", f"/doc/{COMMENTS}", "/documents", "/glossary", "/timeline"]
)
def test_a_strict_policy_holds(reader: TestClient, address: str) -> None:
    answer = reader.get(address)
    assert "default-src 'self'" in answer.headers["Content-Security-Policy"]
    assert "unsafe" not in answer.headers["Content-Security-Policy"]
    assert not re.search(r"<script(?! src=)|<style|\sstyle=|\son[a-z]+=", answer.text)
    outside = [found for found in addresses(answer.text) if not found.startswith(("/", "#"))]
    assert outside == []


def test_an_unknown_document_is_refused_in_words(reader: TestClient) -> None:
    answer = reader.get("/doc/<b>無い文書</b>")
    assert answer.status_code == 404
    assert "&lt;b&gt;無い文書" in answer.text
    assert reader.get("/reading/static/../routes.py").status_code == 404
    assert reader.get(f"/original/{STRATEGY}").status_code == 404  # a text, no PDF


def test_nothing_indexed_is_said_so(tmp_path: Path) -> None:
    answer = client_of(IndexSettings.from_environment({}, data_dir=tmp_path)).get("/documents")
    assert answer.status_code == 404
    assert "tenkyo index" in answer.text


def test_a_damaged_address_is_no_error_of_ours(reader: TestClient) -> None:
    for address in ("/doc/", "/doc/%ff%00", "/doc/a/b", f"/doc/{'あ' * 3000}", "/original/%2e%2e"):
        assert reader.get(address).status_code == 404, address
    for address in ("/documents?sort=%00&kind='", f"/doc/{STRATEGY}?repairs=x&lang=fr"):
        assert reader.get(address).status_code == 200, address


def test_starting_without_documents_fails_nowhere(tmp_path: Path, sample: Assistant) -> None:
    empty = IndexSettings.from_environment({}, data_dir=tmp_path)
    for settings, status in ((empty, 404), (sample.library.settings, 200)):
        with client_of(settings) as started:  # reads ahead in a thread of its own
            assert started.get("/glossary").status_code == status


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    """The sample's two PDFs, in a folder of their own so that one can be changed."""
    folder = tmp_path_factory.mktemp("printed")
    names = ("strategy.pdf", "comments.pdf")
    for name in names:
        (folder / name).write_bytes(sample_paths()[0].with_name(name).read_bytes())
    settings = IndexSettings.from_environment({}, data_dir=folder / "data")
    index_paths(settings, [folder / name for name in names])
    with (folder / "comments.pdf").open("ab") as changed:
        changed.write(b"%")
    return client_of(settings)


def test_pages_lead_to_the_pdf_they_were_printed_on(printed: TestClient) -> None:
    html = page(printed, f"/doc/{STRATEGY}")
    pages = [int(number) for number in re.findall(r"/original/[^\"#]+#page=(\d+)", html)]
    assert pages == sorted(set(pages))
    assert len(pages) > 3
    original = printed.get(f"/original/{STRATEGY}")
    assert original.headers["content-type"] == "application/pdf"
    assert original.content.startswith(b"%PDF")


def test_a_pdf_that_changed_since_is_not_shown(printed: TestClient) -> None:
    answer = printed.get(f"/original/{COMMENTS}")
    assert answer.status_code == 404
    assert "変わっています" in answer.text


LONG = "極めて長い題名" * 43
HOSTILE = {
    "方針.txt": f"""{LONG}<script>alert(1)</script>
令和6年4月1日
青葉町水防会議決定

1 目的"><img src=x onerror=alert(2)>
青葉町（以下「<script>alert(3)</script>」という。）は、[押す](javascript:alert(4))を定める。
「"onmouseover="alert(5)」とは、{{{{ 7*7 }}}}と{{% raw %}}をいう。

2 </main></body><script>alert(6)</script>
本文はここまでである。
""",
    "議事.txt": f"""青葉町水防会議
第1回会合 議事要旨

1 日時
令和6年4月1日（月） 10:00～11:00
2 場所
{LONG}
3 出席者
<script>alert(7)</script>	委員"><svg onload=alert(8)>
4 議事概要
(1) 意見交換
○<b onclick=alert(9)>藤委員</b>　<iframe src="javascript:alert(10)"></iframe>と述べた。
○{LONG}
""",
}


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    folder = tmp_path_factory.mktemp("hostile")
    for name, text in HOSTILE.items():
        (folder / name).write_text(text, encoding="utf-8")
    settings = IndexSettings.from_environment({}, data_dir=folder / "data")
    index_paths(settings, [folder / name for name in HOSTILE])
    return client_of(settings)


def test_a_hostile_document_is_only_text(hostile: TestClient) -> None:
    pages = ["/documents", "/glossary", "/glossary?q=alert", "/timeline"]
    documents = [
        found for found in addresses(page(hostile, "/documents")) if found.startswith("/doc/")
    ]
    assert len(documents) == 2
    read = ""
    for address in [*pages, *documents, *(f"{found}?repairs=1" for found in documents)]:
        html = page(hostile, address)
        read += html
        tags = re.findall(r"<([a-zA-Z][a-z0-9]*)([^>]*)>", html)
        assert {name for name, _ in tags}.isdisjoint({"img", "iframe", "b", "form2"}), address
        assert [rest for name, rest in tags if name == "script"] == [
            rest for name, rest in tags if name == "script" and ' src="/reading/static' in rest
        ]
        assert not any(re.search(r"\son\w+\s*=\s*[\"'a]", rest) for _, rest in tags), address
        assert not any(found.lower().startswith("javascript") for found in addresses(html))
    assert "alert(" in read
    assert "{{ 7*7 }}" in unescape(read)
    assert LONG in read
