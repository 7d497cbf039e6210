"""Policy documents: headings, numbers, contents pages, footnotes, over real texts."""

from __future__ import annotations

import re

import pytest

from index.documents import Document, DocumentKind, Footnote, RepairKind, Section
from index.parsers import parse
from index.readers import read
from tests.helpers.folders import SAMPLES, corpus_file
from tests.helpers.parsing import footnotes, noted_words, sections


def corpus_policy(prefix: str) -> Document:
    """The policy document in the corpus file that begins with `prefix`."""
    documents = parse(read(corpus_file(prefix)))
    (document,) = [one for one in documents if one.kind is DocumentKind.POLICY]
    return document


@pytest.fixture(scope="module")
def strategy() -> Document:
    return corpus_policy("003")


@pytest.fixture(scope="module")
def direction() -> Document:
    return corpus_policy("002")


def test_strategy_has_every_heading_of_its_contents_page_with_its_printed_page(
    strategy: Document,
) -> None:
    own = strategy.source.text[strategy.span.start : strategy.span.end]
    contents = own[own.index("目次") :].split("\n\n")[1]
    printed = [re.fullmatch(r"([0-9.]+) (.+)\t([0-9]+)", line) for line in contents.splitlines()]
    assert len(printed) == 29
    found = sections(strategy)
    for line in printed:
        assert line is not None
        section = found[line[1].rstrip(".")]
        assert section.title.replace(" ", "") == line[2].replace(" ", "")
        assert section.printed_page == int(line[3])


def test_strategy_headings_under_the_contents_page(strategy: Document) -> None:
    numbers = list(sections(strategy))
    assert numbers[0] == "前文"
    assert len(numbers) == 83
    for parent, last in {
        "3": 3, "5": 3, "5.1.1": 4, "5.1.2": 3, "5.1.3": 3, "5.2.1": 3, "5.2.2": 3, "5.2.3": 4,
        "5.3.1": 3, "5.3.2": 5, "5.3.3": 4, "5.4.1": 5, "5.4.2": 5,
    }.items():  # fmt: skip
        children = [
            number for number in numbers if re.fullmatch(re.escape(parent) + r"\(\d+\)", number)
        ]
        assert children == [f"{parent}({count})" for count in range(1, last + 1)]
    romans = [number for number in numbers if number.endswith("i")]
    assert romans == [
        "5.2.3(1)i", "5.2.3(1)ii", "5.2.3(1)iii", "5.3.2(1)i", "5.3.2(1)ii",
    ]  # fmt: skip


def test_strategy_deepest_heading_knows_the_way_down(strategy: Document) -> None:
    section = sections(strategy)["5.2.3(1)ii"]
    assert [heading.split(" ")[0] for heading in section.locator.heading_path] == [
        "5.", "5.2.", "5.2.3", "(1)", "ii.",
    ]  # fmt: skip
    assert section.level == 5
    assert section.locator.section == "5.2.3(1)ii"
    assert section.parent == f"{strategy.id}#5.2.3(1)"
    assert section.label == "サイバーセキュリティ戦略（案） 5.2.3(1)ii"
    assert section.text.startswith("ii. 被害の発生・拡大の防止\n")
    assert "iii." not in section.text


def test_strategy_contents_lines_are_repairs_and_never_sections(strategy: Document) -> None:
    dropped = [repair for repair in strategy.repairs if repair.kind is RepairKind.CONTENTS_LINE]
    assert len(dropped) == 30  # 目次 and its 29 lines
    assert not any("\t" in unit.text for unit in strategy.units)
    assert not any("~" in unit.id for unit in strategy.units)
    assert strategy.warnings == ()


def test_strategy_thirteen_footnotes_hang_on_their_marks(strategy: Document) -> None:
    notes = footnotes(strategy)
    assert sorted(notes) == list(range(1, 14))
    words = {
        1: "サイバーセキュリティ基本法", 2: "利活用を促進", 3: "確固たるもの",
        4: "万全のものとする",
        5: "（以下「IoT", 6: "IoT 産業", 7: "リバースエンジニアリング",
        8: "サプライチェーン・リスク",
        9: "ガイドライン", 10: "第3次行動計画」", 11: "重要インフラ分野を特定", 12: "推進する",
        13: "不足している",
    }  # fmt: skip
    for number, ending in words.items():
        assert noted_words(strategy, notes[number]).endswith(ending), number
    assert notes[11].locator.section == "5.2.2"
    assert notes[5].text == "Internet of Things の略"
    assert notes[5].locator.section == "5.1"
    marks = [repair for repair in strategy.repairs if repair.kind is RepairKind.FOOTNOTE_MARK]
    assert len(marks) == 26  # one in the text and one before the note, thirteen times
    assert not re.search("[¹²³⁰⁴-⁹]", "".join(unit.text for unit in strategy.units))


def test_strategy_sentences_cut_by_page_ends_are_whole_again(strategy: Document) -> None:
    found = sections(strategy)
    for number, words in {
        "3(2)": "安心して暮らせる社会の実現」、",
        "5.1.1": "産学官が一体となって",
        "5.1.3(2)": "守ることが必要不可欠である",
        "5.2.1(1)": "各要素は、端末製造事業者",
        "5.2.2(1)": "位置付けられていなかった",
        "5.2.3(1)iii": "低減するため、侵入の拡大",
        "5.4.2(1)": "備えつつ、製品",
        "5.4.2(3)": "措置を講ずる。",
    }.items():
        assert words in found[number].text, number
    joined = [repair for repair in strategy.repairs if repair.kind is RepairKind.PAGE_BREAK]
    lifted = [repair for repair in strategy.repairs if repair.kind is RepairKind.FOOTNOTE_LIFTED]
    assert len(joined) == 23
    assert len(lifted) == 8
    ruby = [repair for repair in strategy.repairs if repair.kind is RepairKind.RUBY]
    assert len(ruby) == 7
    assert "自由闊達な議論" in found["1"].text


def test_strategy_title_date_and_id(strategy: Document) -> None:
    assert strategy.id == "サイバーセキュリティ戦略(案)"
    assert strategy.title == "サイバーセキュリティ戦略（案）"
    assert strategy.date == "2015"
    assert strategy.body is None


def test_direction_sections_and_circled_items(direction: Document) -> None:
    assert list(sections(direction)) == ["前文", "1", "2", "3", "3(1)", "3(2)", "3(3)"]
    items = re.findall(r"^- ([①-⑳])", sections(direction)["2"].text, re.MULTILINE)
    assert "".join(items) == "①②③④①②③④⑤⑥"
    assert "重要事項について、IT" in sections(direction)["2"].text
    assert "総合調整に関する事務\n" in sections(direction)["3(2)"].text
    assert sections(direction)["3(2)"].title == "内閣官房情報セキュリティセンター（NISC）"


def test_direction_footnotes(direction: Document) -> None:
    notes = footnotes(direction)
    assert sorted(notes) == list(range(1, 9))
    endings = {1: "事業者等", 3: "調査等", 5: "司令塔", 6: "」", 7: "GSOC", 8: "ものとする。"}
    for number, ending in endings.items():
        assert noted_words(direction, notes[number]).endswith(ending), number
    assert [notes[number].locator.section for number in range(1, 9)] == (
        ["1", "2", "2", "2", "3(2)", "3(2)", "3(2)", "3(2)"]
    )


def test_direction_title_page(direction: Document) -> None:
    assert direction.date == "2014"  # 平成26年○月○日
    assert direction.body == "情報セキュリティ政策会議"
    assert direction.title.startswith("我が国のサイバーセキュリティ推進体制")
    assert direction.title.endswith("取組方針(案)")
    assert direction.warnings == ()


def test_sample_strategy_reads_the_same_from_text_and_from_pdf() -> None:
    if not (SAMPLES / "strategy.pdf").exists():
        pytest.skip("見本のPDFがありません")
    ((text,), (pdf,)) = (parse(read(SAMPLES / name)) for name in ("strategy.txt", "strategy.pdf"))
    assert [unit.id for unit in text.units] == [unit.id for unit in pdf.units]
    assert len(footnotes(pdf)) == 8
    for ours, theirs in zip(text.units, pdf.units, strict=True):
        assert re.sub(r"\s", "", ours.text) == re.sub(r"\s", "", theirs.text), ours.id
        if isinstance(ours, Footnote) and isinstance(theirs, Footnote):
            assert ours.marker_unit == theirs.marker_unit
            assert noted_words(text, ours)[-5:] == noted_words(pdf, theirs)[-5:]
        if isinstance(ours, Section) and isinstance(theirs, Section):
            assert (ours.printed_page, ours.level) == (theirs.printed_page, theirs.level)
    assert all(unit.locator.page for unit in pdf.units)
