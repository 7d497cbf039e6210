"""Minutes of real meetings: head, sections, agenda, turns and paragraphs."""

from __future__ import annotations

from collections import Counter

import pytest

from index.documents import (
    AgendaItem,
    Basis,
    Document,
    DocumentKind,
    RepairKind,
    Section,
    Utterance,
)
from tests.helpers.parsing import (
    corpus_source,
    kind_of,
    lost_characters,
    minutes_of,
    section_of,
    utterances,
)


def corpus(prefix: str) -> Document:
    source = corpus_source(prefix)
    assert kind_of(source.text) is DocumentKind.MINUTES
    return minutes_of(source)


@pytest.fixture(scope="module")
def meeting39() -> Document:
    return corpus("000")


@pytest.fixture(scope="module")
def meeting22() -> Document:
    return corpus("001")


def agenda(document: Document) -> list[AgendaItem]:
    return [unit for unit in document.units if isinstance(unit, AgendaItem)]


def test_39th_head(meeting39: Document) -> None:
    assert meeting39.kind is DocumentKind.MINUTES
    assert meeting39.id == "情報セキュリティ政策会議-第39回"
    assert meeting39.title == "情報セキュリティ政策会議 第39回会合 議事要旨"
    assert (meeting39.body, meeting39.meeting) == ("情報セキュリティ政策会議", 39)
    assert meeting39.date == "2014-05-19"
    assert meeting39.warnings == ()


def test_22nd_head_prints_the_number_without_its_counter(meeting22: Document) -> None:
    assert meeting22.id == "情報セキュリティ政策会議-第22回"
    assert (meeting22.meeting, meeting22.date) == (22, "2009-06-22")
    assert utterances(meeting22, "4(4)")[0].label == "第22回会合 議事要旨 4(4) 段落1"


def test_39th_sections(meeting39: Document) -> None:
    numbers = [unit.number for unit in meeting39.units if isinstance(unit, Section)]
    assert numbers == ["前文", "1", "2", "3", "4", "4(1)", "4(2)", "4(3)"]
    talk = section_of(meeting39, "4(2)")
    assert talk.parent == section_of(meeting39, "4").id
    assert talk.locator.heading_path == ("4 議事概要", "(2) 討議")
    assert talk.text.startswith("(2) 討議\n上記について、")
    assert section_of(meeting39, "2").text.endswith("大会議室")


def test_39th_agenda_lists(meeting39: Document) -> None:
    items = agenda(meeting39)
    assert Counter(item.category for item in items) == {"討議事項": 1, "決定事項": 4, "報告": 5}
    assert [item.number for item in items] == list(range(1, 11))
    assert items[1].label == "第39回会合 議事要旨 4(2) 議題2（決定事項）"
    assert items[0].text.startswith("「我が国の")
    assert "サイバー}" not in items[8].text  # the reading aid is out


def test_39th_thirteen_turns(meeting39: Document) -> None:
    turns = utterances(meeting39, "4(2)")
    assert [turn.number for turn in turns] == list(range(1, 14))
    assert all(turn.is_turn for turn in turns)
    assert not any("述べられた。" in turn.text[:60] for turn in turns)  # the stage line
    assert turns[4].local_id == "4(2)-発言5"
    assert all(turn.text[0] not in "○-" for turn in turns)
    assert Counter(r.kind for r in meeting39.repairs)[RepairKind.TURN_MARK] == 13


def test_39th_sentences_cut_by_page_ends_are_whole(meeting39: Document) -> None:
    first = utterances(meeting39, "4(2)")[0]
    assert "うまくいっているのだろうか" in first.text
    assert sum(r.kind is RepairKind.PAGE_BREAK for r in meeting39.repairs) == 7


def test_22nd_agenda_stands_as_headings(meeting22: Document) -> None:
    items = agenda(meeting22)
    assert [item.local_id for item in items] == ["4-議題1", "4-議題2", "4-議題3"]
    assert [item.category for item in items] == ["決定事項", "決定事項", "報告"]
    assert items[2].label == "第22回会合 議事要旨 4(3) 議題3（報告）"
    stage = section_of(meeting22, "4").text
    assert stage.startswith("4 議事概要\n上記(1)")


def test_22nd_prints_55_paragraphs(meeting22: Document) -> None:
    paragraphs = utterances(meeting22, "4(4)")
    repeated = [again for unit in paragraphs for again in unit.also_at]
    cut = sum(r.kind is RepairKind.PAGE_BREAK for r in meeting22.repairs)
    assert paragraphs[-1].number == 55
    assert (len(paragraphs), len(repeated), cut) == (44, 7, 4)
    assert len(paragraphs) + len(repeated) + cut == 55
    assert not any(unit.is_turn for unit in paragraphs)


def test_22nd_block_that_stands_twice_is_one_unit_in_two_places(meeting22: Document) -> None:
    doubles = [unit for unit in utterances(meeting22, "4(4)") if unit.also_at]
    assert [unit.number for unit in doubles] == list(range(10, 17))
    for unit in doubles:
        (again,) = unit.also_at
        assert again.start > unit.passage.end
        assert again.text[:20] == unit.text[:20]
    numbers = {unit.number for unit in utterances(meeting22, "4(4)")}
    assert not numbers & set(range(17, 24))


def test_22nd_record_of_a_decision_is_nobodys_talk(meeting22: Document) -> None:
    assert utterances(meeting22, "4(5)") == []
    assert "政策会議決定とした" in section_of(meeting22, "4(5)").text


@pytest.mark.parametrize("prefix", ["000", "001"])
def test_corpus_minutes_lose_no_character(prefix: str) -> None:
    document = corpus(prefix)
    assert lost_characters(document) == ""
    text = document.source.text
    for unit in document.units:
        assert "".join(text[span.start : span.end] for span in unit.passage.spans) == unit.text
    ids = [unit.id for unit in document.units]
    assert len(set(ids)) == len(ids)
    assert [unit.locator.order for unit in document.units] == list(range(len(ids)))


def test_bases_of_the_39th_meeting(meeting39: Document) -> None:
    bases = Counter(
        unit.attribution.basis for unit in meeting39.units if isinstance(unit, Utterance)
    )
    assert bases == {Basis.NONE: 8, Basis.SELF_REFERENCE: 5, Basis.HEADING: 2}
