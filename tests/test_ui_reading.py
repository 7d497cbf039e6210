"""The reading room's pages, as a browser without scripts gets them."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from urllib.parse import quote, unquote

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from assistant.assistant import Assistant
from index.documents import Basis, Outcome, Section, UnitKind, Utterance
from index.indexing import index_paths
from index.samples import sample_paths
from index.settings import IndexSettings
from ui.reading.links import unit_url
from ui.reading.routes import router
from ui.services import AnswerService

STRATEGY = "千早野市デジタル安全戦略"
COMMENTS = "千早野市デジタル安全戦略(案)に対する意見募集の結果"
BASES = {
    Basis.PRINTED: "記載あり",
    Basis.HEADING: "見出し",
    Basis.SELF_REFERENCE: "推定",
    Basis.NONE: "記載なし",
}
MINUTES = "千早野市デジタル安全推進会議-第5回"


def client_of(settings: IndexSettings) -> TestClient:
    application = FastAPI()
    application.include_router(router(AnswerService(settings)))
    return TestClient(application)


@pytest.fixture(scope="module")
def client(sample: Assistant) -> TestClient:
    return client_of(sample.library.settings)


def page(client: TestClient, address: str) -> str:
    answer = client.get(address)
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


@pytest.mark.parametrize("document", [STRATEGY, COMMENTS, MINUTES])
def test_every_unit_has_its_anchor_once(
    client: TestClient, sample: Assistant, document: str
) -> None:
    found = ids(page(client, f"/doc/{document}"))
    units = sample.library.catalog.units_of(document)
    assert {unit.local_id for unit in units} <= set(found)
    assert len(found) == len(set(found))


@pytest.mark.parametrize(
    "linking",
    [f"/doc/{STRATEGY}", f"/doc/{COMMENTS}", f"/doc/{MINUTES}?lang=en", "/glossary", "/timeline"],
)
def test_every_link_between_pages_leads_to_something(client: TestClient, linking: str) -> None:
    fragments: dict[str, set[str]] = {}
    for address in addresses(page(client, linking)):
        path, _, fragment = address.partition("#")
        path = path or linking
        if path == "/" or path.startswith("/?"):
            continue  # the question page is not ours
        if path not in fragments:
            answer = client.get(path)
            assert answer.status_code == 200, address
            is_page = answer.headers["content-type"].startswith("text/html")
            fragments[path] = {unescape(found) for found in ids(answer.text)} if is_page else set()
        assert not fragment or unquote(fragment) in fragments[path], address


def test_a_unit_is_linked_percent_encoded() -> None:
    address = unit_url("戦略(案)#5.2.3(1)ii", lang="en")
    assert address == f"/doc/{quote('戦略(案)', safe='')}?lang=en#5.2.3%281%29ii"


def test_a_footnote_stands_below_the_line_of_its_mark_and_leads_back(client: TestClient) -> None:
    html = page(client, f"/doc/{STRATEGY}")
    section = part(html, "4.2.1(2)i")
    assert "脚注 6" in words(section)
    mark = re.search(r'<sup class="notemark"><a id="([^"]+)" href="#([^"]+)"', section)
    assert mark is not None
    assert unquote(mark[2]) == "脚注6"
    assert f'href="#{quote(mark[1])}"' in section


def test_a_quote_is_marked_without_a_script(client: TestClient, sample: Assistant) -> None:
    unit = sample.library.catalog.unit(f"{STRATEGY}#4.2.1(2)i")
    start = unit.text.index("予定価格")
    words_wanted = unit.passage.slice(start, start + 12)
    html = page(client, f"/doc/{STRATEGY}?quote={words_wanted.start}-{words_wanted.end}")
    marked = re.findall(r'<mark class="quoted"[^>]*>(.*?)</mark>', html)
    assert "".join(map(unescape, marked)) == words_wanted.text


@pytest.mark.parametrize("asked", ["", "x", "9-3", "1-", "-1-5", "1-99999999999999", "0-5-9"])
def test_a_quote_that_names_no_characters_marks_nothing(client: TestClient, asked: str) -> None:
    assert "<mark" not in page(client, f"/doc/{STRATEGY}?quote={asked}")


def test_terms_carry_the_definition_of_their_own_document(client: TestClient) -> None:
    html = page(client, f"/doc/{STRATEGY}")
    for term, tip in re.findall(r'aria-describedby="(tip-\d+)">([^<]+)</a>', html):
        assert f'role="tooltip" id="{term}"' in html, tip
    section = part(html, "4.2.2(1)")
    assert "千早野市デジタル安全対応班" in section
    # 市 of 市民 is not the 市 that the document defines
    assert not re.search(r">市</a><span class=\"tip\".{0,400}?</span></span>民", html)


def test_a_short_name_does_not_hold_in_another_document(client: TestClient) -> None:
    assert ">本戦略</a>" in page(client, f"/doc/{STRATEGY}")
    assert ">本戦略</a>" not in page(client, f"/doc/{MINUTES}")


def test_a_section_lists_its_comments_and_what_changed_it(
    client: TestClient, sample: Assistant
) -> None:
    html = page(client, f"/doc/{STRATEGY}")
    catalog = sample.library.catalog
    for section in catalog.units_of(STRATEGY):
        if not isinstance(section, Section):
            continue
        shown = part(html, section.local_id)
        for comment in catalog.comments_on(section.number):
            assert unit_url(comment.id) in shown, (section.local_id, comment.key)
    for changed, key in (("4.2.2(1)", "1-2"), ("4.1.2", "10-1")):
        assert '<ins class="changed">' in part(html, changed)
        assert f"意見{key}" in words(part(html, changed))
        assert "修正 1" in words(part(html, changed))


def test_a_comment_shows_outcome_deciding_words_and_section(
    client: TestClient, sample: Assistant
) -> None:
    html = page(client, f"/doc/{COMMENTS}")
    for comment in sample.library.catalog.all_comments():
        shown = part(html, comment.local_id)
        assert comment.submitter in words(shown)
        assert f'class="badge outcome-{comment.outcome.value}"' in shown
        assert comment.outcome_evidence in words(shown)
        assert ('class="decides"' in shown) == bool(comment.outcome_evidence)
        if comment.outcome is Outcome.REVISED:
            assert "修正後の文言" in words(shown), comment.key


@pytest.mark.parametrize("meeting", [5, 6])
def test_a_speaker_is_shown_with_the_ground(
    client: TestClient, sample: Assistant, meeting: int
) -> None:
    document = f"千早野市デジタル安全推進会議-第{meeting}回"
    html = page(client, f"/doc/{document}")
    for unit in sample.library.catalog.units_of(document, UnitKind.UTTERANCE):
        assert isinstance(unit, Utterance)
        shown = words(part(html, unit.local_id))
        assert f"発言者: {BASES[unit.attribution.basis]}" in shown
        assert ("根拠: 「" in shown) == bool(unit.attribution.evidence)
        assert (unit.attribution.person or "") in shown


def test_repairs_are_shown_only_on_request(client: TestClient) -> None:
    assert 'class="repair"' not in page(client, f"/doc/{MINUTES}")
    assert 'class="repair"' in page(client, f"/doc/{MINUTES}?repairs=1")


def test_what_other_units_say_is_no_repair(client: TestClient, sample: Assistant) -> None:
    document = "千早野市デジタル安全推進会議-第6回"
    html = page(client, f"/doc/{document}?repairs=1")
    turns = sample.library.catalog.units_of(document, UnitKind.UTTERANCE)
    shown = [unescape(found) for found in re.findall(r"補修: </span>(.*?)</span>", html)]
    assert shown
    assert not any(turn.text[:8] in found for turn in turns for found in shown)


def test_the_sample_is_marked_as_sample(client: TestClient) -> None:
    assert "見本の文書" in page(client, f"/doc/{STRATEGY}")
    assert page(client, "/documents").count("見本の文書") == 4


def test_documents_are_narrowed_and_sorted(client: TestClient) -> None:
    minutes = page(client, "/documents?kind=minutes&sort=title&lang=en")
    assert minutes.count("<tr>") == 3
    assert "Minutes" in minutes
    assert "該当するものはありません" in page(client, "/documents?kind=minutes&year=1999")
    dates = re.findall(r'nowrap">(\d+)年(\d+)月(\d+)日', page(client, "/documents?sort=x"))
    assert dates == sorted(dates)


def test_the_glossary_is_sorted_as_it_is_read(client: TestClient) -> None:
    html = page(client, "/glossary")
    rows = re.findall(r'<h2 id="行-([^"]+)"', html)
    assert rows[-1] == "A–Z"
    assert rows[:-1] == sorted(rows[:-1])
    terms = [unescape(term) for term in re.findall(r"<dt><dfn>([^<]+)</dfn>", html)]
    assert terms.index("安全連絡会") < terms.index("市") < terms.index("特殊詐欺")


def test_the_glossary_is_searched_by_a_plain_form(client: TestClient) -> None:
    html = page(client, f"/glossary?q={quote('ＣＳＩＲＴ')}")
    assert "シーサート" in html
    assert "特殊詐欺" not in html
    assert 'value="ＣＳＩＲＴ"' in html
    assert "該当するものはありません" in page(client, "/glossary?q=%3Cscript%3E")


def test_the_plot_says_the_same_as_the_table(client: TestClient, sample: Assistant) -> None:
    html = page(client, "/timeline")
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


@pytest.mark.parametrize(
    "address", [f"/doc/{STRATEGY}", f"/doc/{COMMENTS}", "/documents", "/glossary", "/timeline"]
)
def test_a_strict_policy_holds(client: TestClient, address: str) -> None:
    answer = client.get(address)
    assert "default-src 'self'" in answer.headers["Content-Security-Policy"]
    assert "unsafe" not in answer.headers["Content-Security-Policy"]
    assert not re.search(r"<script(?! src=)|<style|\sstyle=|\son[a-z]+=", answer.text)
    outside = [found for found in addresses(answer.text) if not found.startswith(("/", "#"))]
    assert outside == []


def test_an_unknown_document_is_refused_in_words(client: TestClient) -> None:
    answer = client.get("/doc/<b>無い文書</b>")
    assert answer.status_code == 404
    assert "&lt;b&gt;無い文書" in answer.text
    assert client.get("/reading/static/../routes.py").status_code == 404
    assert client.get(f"/original/{STRATEGY}").status_code == 404  # a text, no PDF


def test_nothing_indexed_is_said_so(tmp_path: Path) -> None:
    answer = client_of(IndexSettings.from_environment({}, data_dir=tmp_path)).get("/documents")
    assert answer.status_code == 404
    assert "tenkyo index" in answer.text


def test_a_damaged_address_is_no_error_of_ours(client: TestClient) -> None:
    for address in ("/doc/", "/doc/%ff%00", "/doc/a/b", f"/doc/{'あ' * 3000}", "/original/%2e%2e"):
        assert client.get(address).status_code == 404, address
    for address in ("/documents?sort=%00&kind='", f"/doc/{STRATEGY}?repairs=x&lang=fr"):
        assert client.get(address).status_code == 200, address


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
