"""The reading room's lists: documents, glossary and timeline."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import quote

from fastapi.testclient import TestClient

from assistant.assistant import Assistant
from tests.helpers.reading_pages import page
from tests.helpers.sample_ids import STRATEGY


def test_the_sample_is_marked_as_sample(reader: TestClient) -> None:
    assert "見本の文書" in page(reader, f"/doc/{STRATEGY}")
    assert page(reader, "/documents").count("見本の文書") == 4


def test_documents_are_narrowed_and_sorted(reader: TestClient) -> None:
    minutes = page(reader, "/documents?kind=minutes&sort=title&lang=en")
    assert minutes.count("<tr>") == 3
    assert "Minutes" in minutes
    assert "該当するものはありません" in page(reader, "/documents?kind=minutes&year=1999")
    dates = re.findall(r'nowrap">(\d+)年(\d+)月(\d+)日', page(reader, "/documents?sort=x"))
    assert dates == sorted(dates)


def test_the_glossary_is_sorted_as_it_is_read(reader: TestClient) -> None:
    html = page(reader, "/glossary")
    rows = re.findall(r'<h2 id="行-([^"]+)"', html)
    assert rows[-1] == "A–Z"
    assert rows[:-1] == sorted(rows[:-1])
    terms = [unescape(term) for term in re.findall(r"<dt><dfn>([^<]+)</dfn>", html)]
    assert terms.index("安全連絡会") < terms.index("市") < terms.index("特殊詐欺")


def test_the_glossary_is_searched_by_a_plain_form(reader: TestClient) -> None:
    html = page(reader, f"/glossary?q={quote('ＣＳＩＲＴ')}")
    assert "シーサート" in html
    assert "特殊詐欺" not in html
    assert 'value="ＣＳＩＲＴ"' in html
    assert "該当するものはありません" in page(reader, "/glossary?q=%3Cscript%3E")


def test_the_plot_says_the_same_as_the_table(reader: TestClient, sample: Assistant) -> None:
    html = page(reader, "/timeline")
    rows = re.findall(r'<tr id="event-(\d+)"', html)
    numbers = [
        number
        for label in re.findall(r'class="event [^"]*" aria-label="([\d–]+):', html)
        for first, _, last in [label.partition("–")]
        for number in range(int(first), int(last or first) + 1)
    ]
    assert sorted(numbers) == [int(row) for row in rows]
    titles = [record.title for record in sample.library.catalog.documents()]
    assert all(title in unescape(html) for title in titles)
