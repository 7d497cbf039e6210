"""A document's page in the reading room, as a browser without scripts gets it."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import quote, unquote

import pytest
from fastapi.testclient import TestClient

from assistant.assistant import Assistant
from index.documents import Basis, Outcome, Section, UnitKind, Utterance
from tests.helpers.reading_pages import addresses, ids, page, part, words
from tests.helpers.sample_ids import COMMENTS, FIFTH, STRATEGY
from ui.reading.links import unit_url

BASES = {
    Basis.PRINTED: "記載あり",
    Basis.HEADING: "見出し",
    Basis.SELF_REFERENCE: "推定",
    Basis.NONE: "記載なし",
}


@pytest.mark.parametrize("document", [STRATEGY, COMMENTS, FIFTH])
def test_every_unit_has_its_anchor_once(
    reader: TestClient, sample: Assistant, document: str
) -> None:
    found = ids(page(reader, f"/doc/{document}"))
    units = sample.library.catalog.units_of(document)
    assert {unit.local_id for unit in units} <= set(found)
    assert len(found) == len(set(found))


@pytest.mark.parametrize(
    "linking",
    [f"/doc/{STRATEGY}", f"/doc/{COMMENTS}", f"/doc/{FIFTH}?lang=en", "/glossary", "/timeline"],
)
def test_every_link_between_pages_leads_to_something(reader: TestClient, linking: str) -> None:
    fragments: dict[str, set[str]] = {}
    for address in addresses(page(reader, linking)):
        path, _, fragment = address.partition("#")
        path = path or linking
        if path == "/" or path.startswith("/?"):
            continue  # the question page is not ours
        if path not in fragments:
            answer = reader.get(path)
            assert answer.status_code == 200, address
            is_page = answer.headers["content-type"].startswith("text/html")
            fragments[path] = {unescape(found) for found in ids(answer.text)} if is_page else set()
        assert not fragment or unquote(fragment) in fragments[path], address


def test_a_unit_is_linked_percent_encoded() -> None:
    address = unit_url("戦略(案)#5.2.3(1)ii", lang="en")
    assert address == f"/doc/{quote('戦略(案)', safe='')}?lang=en#5.2.3%281%29ii"


def test_a_footnote_stands_below_the_line_of_its_mark_and_leads_back(reader: TestClient) -> None:
    html = page(reader, f"/doc/{STRATEGY}")
    section = part(html, "4.2.1(2)i")
    assert "脚注 6" in words(section)
    mark = re.search(r'<sup class="notemark"><a id="([^"]+)" href="#([^"]+)"', section)
    assert mark is not None
    assert unquote(mark[2]) == "脚注6"
    assert f'href="#{quote(mark[1])}"' in section


def test_a_quote_is_marked_without_a_script(reader: TestClient, sample: Assistant) -> None:
    unit = sample.library.catalog.unit(f"{STRATEGY}#4.2.1(2)i")
    start = unit.text.index("予定価格")
    words_wanted = unit.passage.slice(start, start + 12)
    html = page(reader, f"/doc/{STRATEGY}?quote={words_wanted.start}-{words_wanted.end}")
    marked = re.findall(r'<mark class="quoted"[^>]*>(.*?)</mark>', html)
    assert "".join(map(unescape, marked)) == words_wanted.text


@pytest.mark.parametrize("asked", ["", "x", "9-3", "1-", "-1-5", "1-99999999999999", "0-5-9"])
def test_a_quote_that_names_no_characters_marks_nothing(reader: TestClient, asked: str) -> None:
    assert "<mark" not in page(reader, f"/doc/{STRATEGY}?quote={asked}")


def test_terms_carry_the_definition_of_their_own_document(reader: TestClient) -> None:
    html = page(reader, f"/doc/{STRATEGY}")
    for term, tip in re.findall(r'aria-describedby="(tip-\d+)">([^<]+)</a>', html):
        assert f'role="tooltip" id="{term}"' in html, tip
    section = part(html, "4.2.2(1)")
    assert "千早野市デジタル安全対応班" in section
    # 市 of 市民 is not the 市 that the document defines
    assert not re.search(r">市</a><span class=\"tip\".{0,400}?</span></span>民", html)


def test_a_short_name_does_not_hold_in_another_document(reader: TestClient) -> None:
    assert ">本戦略</a>" in page(reader, f"/doc/{STRATEGY}")
    assert ">本戦略</a>" not in page(reader, f"/doc/{FIFTH}")


def test_a_section_lists_its_comments_and_what_changed_it(
    reader: TestClient, sample: Assistant
) -> None:
    html = page(reader, f"/doc/{STRATEGY}")
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
    reader: TestClient, sample: Assistant
) -> None:
    html = page(reader, f"/doc/{COMMENTS}")
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
    reader: TestClient, sample: Assistant, meeting: int
) -> None:
    document = f"千早野市デジタル安全推進会議-第{meeting}回"
    html = page(reader, f"/doc/{document}")
    for unit in sample.library.catalog.units_of(document, UnitKind.UTTERANCE):
        assert isinstance(unit, Utterance)
        shown = words(part(html, unit.local_id))
        assert f"発言者: {BASES[unit.attribution.basis]}" in shown
        assert ("根拠: 「" in shown) == bool(unit.attribution.evidence)
        assert (unit.attribution.person or "") in shown


def test_repairs_are_shown_only_on_request(reader: TestClient) -> None:
    assert 'class="repair"' not in page(reader, f"/doc/{FIFTH}")
    assert 'class="repair"' in page(reader, f"/doc/{FIFTH}?repairs=1")


def test_what_other_units_say_is_no_repair(reader: TestClient, sample: Assistant) -> None:
    document = "千早野市デジタル安全推進会議-第6回"
    html = page(reader, f"/doc/{document}?repairs=1")
    turns = sample.library.catalog.units_of(document, UnitKind.UTTERANCE)
    shown = [unescape(found) for found in re.findall(r"補修: </span>(.*?)</span>", html)]
    assert shown
    assert not any(turn.text[:8] in found for turn in turns for found in shown)
