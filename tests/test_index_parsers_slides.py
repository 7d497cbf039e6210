"""Slide decks and one-page summaries of opinions."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.documents import Document, DocumentKind, Page, RepairKind, Slide, SourceText, Span
from index.parsers import parse
from index.readers import read
from tests.helpers.folders import corpus_file


@pytest.fixture(scope="module")
def decks() -> tuple[Document, ...]:
    return tuple(one for one in parse(read(corpus_file("003"))) if one.kind is DocumentKind.SLIDES)


def slides(document: Document) -> list[Slide]:
    return [unit for unit in document.units if isinstance(unit, Slide)]


def test_bundle_of_2015_holds_two_decks_and_a_summary(decks: tuple[Document, ...]) -> None:
    assert [len(deck.units) for deck in decks] == [5, 6, 1]


def test_first_deck_has_its_titles_date_and_office(decks: tuple[Document, ...]) -> None:
    deck = decks[0]
    assert deck.title == "新たなサイバーセキュリティ戦略"
    assert deck.date == "2015-08"
    assert deck.body == "内閣官房内閣サイバーセキュリティセンター"
    titles = [slide.title for slide in slides(deck)]
    assert titles[0] == deck.title
    assert [title[-5:] for title in titles[1:4]] == ["（1/3）", "（2/3）", "（3/3）"]
    assert titles[4].endswith("セキュリティ対策強化の考え方")
    assert slides(deck)[2].label == "新たなサイバーセキュリティ戦略 スライド3"


def test_second_deck_loses_its_navigation_and_keeps_its_titles(
    decks: tuple[Document, ...],
) -> None:
    deck = decks[1]
    titles = [slide.title for slide in slides(deck)]
    assert ["総論" in titles[1], *(f"各論{mark}" in titles[place] for place, mark in
            enumerate("①②③④", 2))] == [True] * 5  # fmt: skip
    navigation = [one for one in deck.repairs if one.kind is RepairKind.PAGE_FURNITURE]
    assert len(navigation) == 35  # seven lines on five slides
    assert not any("研究開発・人材育成\n5. 推進体制" in slide.text for slide in slides(deck))
    assert "4. 目的達成のための施策" in slides(deck)[2].text


def test_summary_prints_the_official_totals(decks: tuple[Document, ...]) -> None:
    summary = decks[2]
    totals = {(total.label, total.counter): total.count for total in summary.totals}
    assert totals[("意見総数", "件")] == 83
    assert totals[("意見提出者", "者")] == 27
    assert (totals[("個人", "者")], totals[("個人", "件")]) == (11, 30)
    assert (totals[("企業・団体", "者")], totals[("企業・団体", "件")]) == (16, 53)
    by_part = [total.count for total in summary.totals if total.label.endswith("に係る意見")]
    assert by_part == [21, 25, 23, 4, 10, 3]
    assert totals[("研究開発、人材育成・確保等に係る意見", "件")] == 10
    assert {total.unit_id for total in summary.totals} == {summary.units[0].id}


def test_any_summary_with_such_lines_gives_totals() -> None:
    text = (
        "青波町計画（案）に対する意見募集の結果の概要\n\n■ 募集期間：5月1日～5月31日\n\n"
        "■ 意見総数：3者から1,204件\n\n内訳　3者（個人：2者、団体：1者）\n\n"
        "・総論、各論に係る意見：1,200件\n・その他：4件\n※計画を修正するものは2件\n"
    )
    (document,) = parse(SourceText(Path("a.txt"), text, (), (), "0", "text/plain"))
    assert document.kind is DocumentKind.SLIDES
    assert [(total.label, total.count, total.counter) for total in document.totals] == [
        ("意見総数", 1204, "件"),
        ("意見提出者", 3, "者"),
        ("個人", 2, "者"),
        ("団体", 1, "者"),
        ("総論、各論に係る意見", 1200, "件"),
        ("その他", 4, "件"),
        ("計画を修正するもの", 2, "件"),
    ]


def test_each_page_of_a_deck_with_pages_is_a_slide() -> None:
    pages = [
        "青波町の防災\n令和5年4月\n青波町\n1\n",
        "備え（1/2）\n■ 備蓄\n- 食料\n- 水\n- 毛布\n2\n",
        "備え（2/2）\n■ 訓練\n- 避難\n- 消火\n- 通報\n3\n",
        "体制\n■ 本部\n- 町長\n- 消防団\n- 学校\n4\n",
    ]
    starts = [sum(map(len, pages[:place])) for place in range(len(pages) + 1)]
    numbered = tuple(
        Page(place + 1, Span(starts[place], starts[place + 1])) for place in range(len(pages))
    )
    source = SourceText(Path("a.pdf"), "".join(pages), numbered, (), "0", "application/pdf")
    (document,) = parse(source)
    assert document.kind is DocumentKind.SLIDES
    assert [slide.title for slide in slides(document)] == [
        "青波町の防災", "備え（1/2）", "備え（2/2）", "体制",
    ]  # fmt: skip
    assert [slide.locator.page for slide in slides(document)] == [1, 2, 3, 4]
    assert document.date == "2023-04"
    assert slides(document)[3].text == "体制\n■ 本部\n- 町長\n- 消防団\n- 学校"
