"""Tables in an answer: checked cell by cell, complete, the same in text, JSON and terminal."""

from __future__ import annotations

import re

from assistant.answers import Claim, Draft, Fault, Layout, Reference, Status
from assistant.assistant import Assistant
from assistant.contract import answer_object
from assistant.render import render
from assistant.tabular import finished_tables, named, table_claim
from assistant.verify import EMPTIED, verify
from index.documents import Unit
from index.text.keys import find_quote
from ui.tables import table_text, text_with_tables

_MARKER = re.compile(r"\[\d+\]")


def _reference(assistant: Assistant, unit_id: str, words: str) -> Reference:
    unit: Unit = assistant.library.catalog.unit(unit_id)
    quote = find_quote(words, unit.passage)
    assert quote is not None
    return Reference(unit, quote)


def _date(assistant: Assistant) -> Reference:
    return _reference(assistant, "千早野市デジタル安全推進会議-第5回#1", "令和6年11月14日")


def test_a_cell_with_a_wrong_figure_is_emptied_and_counted(sample: Assistant) -> None:
    reference = _date(sample)
    right = Claim("令和6年11月14日", (reference,))
    wrong = Claim("令和6年11月17日", (reference,))
    draft = Draft(
        Status.ANSWERED,
        (table_claim(("", "開催日"), [(named("甲"), right), (named("乙"), wrong)]),),
    )
    (standing,), found = verify(draft)
    assert standing.table is not None
    assert standing.table.rows[0][1] == right
    assert standing.table.rows[1][1] == EMPTIED
    assert [removal.fault for removal in found.removed] == [Fault.NUMBER_NOT_FOUND]
    assert "確認できず" in render((standing,))[0]


def test_a_quote_that_stands_elsewhere_is_emptied(sample: Assistant) -> None:
    reference = _date(sample)
    other = _reference(sample, "千早野市デジタル安全推進会議-第6回#1", "令和7年1月30日")
    invented = Claim("令和7年1月30日", (Reference(reference.unit, other.quote),), Layout.QUOTE)
    (standing,), found = verify(Draft(Status.ANSWERED, (table_claim(("x",), [(invented,)]),)))
    assert standing.table is not None
    assert standing.table.rows == ((EMPTIED,),)
    assert found.removed[0].fault is Fault.QUOTE_NOT_FOUND


def test_the_json_table_holds_what_the_markdown_shows(sample: Assistant) -> None:
    answer = sample.answer("第5回と第6回の出席者を比べてください")
    record = answer_object(answer, sample.library)
    (table,) = record["tables"]
    rows = [line for line in answer.text.splitlines() if line.startswith("| ")][2:]
    assert len(rows) == len(table["rows"]) > 8
    numbers = {citation["n"] for citation in record["citations"]}
    for line, cells in zip(rows, table["rows"], strict=True):
        assert len(cells) == len(table["columns"])
        for cell in cells:
            assert cell["text"] in line
            assert set(cell["citations"]) <= numbers


def test_a_long_list_of_comments_is_a_whole_table(reference: Assistant) -> None:
    answer = reference.answer("修正されなかった意見を一覧にしてください")
    (table,) = answer.tables
    assert len(table.rows) == 68
    assert "68件" in answer.text
    assert len({row[0].text for row in table.rows}) == 68


def test_a_short_list_stays_a_list(sample: Assistant) -> None:
    answer = sample.answer("みぎわシステムズの意見をすべて挙げてください")
    assert answer.tables == ()
    assert "\n- " in answer.text


def test_a_bar_in_a_cell_is_no_border(sample: Assistant) -> None:
    cell = Claim("甲|乙", (_date(sample),))
    text, citations = render((table_claim(("x",), [(cell,)]),))
    assert text.splitlines()[-1] == r"| 甲\|乙[1] |"
    (table,) = finished_tables((table_claim(("x",), [(cell,)]),), citations)
    assert table.rows[0][0].text == "甲|乙"


def test_the_terminal_shows_every_cell(sample: Assistant) -> None:
    answer = sample.answer("第5回と第6回の開催日と場所を比べてください")
    (table,) = answer.tables
    drawn = re.sub(r"[\s│]", "", table_text(table, width=60))
    for row in table.rows:
        for cell in row:
            assert _MARKER.sub("", cell.text[:10]).replace(" ", "") in drawn
    assert "| ---" not in text_with_tables(answer)
