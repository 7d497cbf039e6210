"""What is taken away is complete, harmless, and the same whatever a document says."""

from __future__ import annotations

import io
import re
import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook

from assistant.answers import Status
from assistant.assistant import Assistant
from assistant.contract import answer_object
from ui.page.answer_view import conversation_html
from ui.page.conversation import Conversation, Turn, TurnState
from ui.page.examples import ExampleQuestions
from ui.page.exports.markdown import markdown_file
from ui.page.exports.references import paper
from ui.page.exports.sheets import csv_file, excel_file
from ui.page.exports.word import word_file
from ui.page.feedback import FeedbackStore, Judgement
from ui.page.history import ConversationStore, page_secret
from ui.page.tables import Cell, Row, Table, citation_tables
from ui.page.texts_japanese import JAPANESE
from ui.server.models import AnswerModel

FORMULA = '=HYPERLINK("http://203.0.113.1","x")'


def answered(question: str, assistant: Assistant) -> Turn:
    record = answer_object(assistant.answer(question), assistant.library)
    answer = AnswerModel.model_validate(record)
    return Turn(question=question, state=TurnState.ANSWERED, answer=answer)


def table_of(text: str) -> Table:
    return Table(
        "表/の:名", ("番号", "引用"), (Row(1, "d#1", "", (Cell("1", "1"), Cell(text, text))),)
    )


@pytest.mark.parametrize("text", [FORMULA, "+1", "-2", "@x", "\t=1", "制御\x07文字"])
def test_a_cell_of_a_document_is_never_computed(text: str) -> None:
    line = csv_file(table_of(text)).decode("utf-8-sig").splitlines()[1]
    assert not re.match(r'1,"?[=+\-@\t]', line)
    cell = load_workbook(io.BytesIO(excel_file([table_of(text)]))).active["B2"]
    assert cell.data_type == "s"
    assert cell.value == text.replace("\x07", "")


def test_every_cited_unit_stands_in_the_tables_once(sample: Assistant) -> None:
    turn = answered("個人からの意見を一覧にしてください。", sample)
    tables = citation_tables(turn.answer, sample.library, JAPANESE)
    rows = [row.unit_id for table in tables for row in table.rows]
    assert sorted(rows) == sorted({citation.id for citation in turn.answer.citations})
    assert sum("#意見" in row for row in rows) == 8  # the printed totals are cited beside them


def test_references_are_numbered_through_and_shared_where_they_are_the_same(
    sample: Assistant,
) -> None:
    question = "意見1-2は反映されましたか。"
    turns = tuple(answered(question, sample) for _ in range(2))
    written = paper(Conversation(turns=turns), JAPANESE)
    assert len(written.references) == len(turns[0].answer.citations)
    assert written.passages[0].text == written.passages[1].text
    text = markdown_file(written, JAPANESE).decode()
    paragraphs = [
        each.text for each in Document(io.BytesIO(word_file(written, JAPANESE))).paragraphs
    ]
    for reference in written.references:
        assert f"[{reference.number}] {reference.place}「{reference.quote}」" in text
        assert f"[{reference.number}] {reference.place}「{reference.quote}」" in paragraphs


def test_what_a_question_says_is_text_wherever_it_is_shown(sample: Assistant) -> None:
    question = '<img src=x onerror="alert(1)">${alert(2)}{{x}}\x07'
    turn = Turn(question=question, state=TurnState.FAILED, problem="<b>")
    shown = conversation_html(Conversation(turns=(turn,)), sample.library, JAPANESE)
    assert "<img" not in shown
    assert "<b>" not in shown
    assert word_file(paper(Conversation(turns=(turn,)), JAPANESE), JAPANESE)


def test_examples_are_answered_on_the_reference_corpus_too(reference: Assistant) -> None:
    groups = ExampleQuestions().of(reference)
    assert [persona for persona, _ in groups] == ["official", "newcomer", "engineer"]
    for _, questions in groups:
        assert len(questions) == 3
        assert all(reference.answer(each).status is Status.ANSWERED for each in questions)


def test_turns_that_are_put_at_once_are_all_kept(tmp_path: Path, sample: Assistant) -> None:
    store = ConversationStore(tmp_path)
    started = store.put("owner", "", Turn(question="最初"))
    turns = [Turn(question=f"質問{number}") for number in range(12)]
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda turn: store.put("owner", started.id, turn), turns))
    kept = ConversationStore(tmp_path).owned("owner", started.id)
    assert {turn.question for turn in kept.turns} == {"最初", *(turn.question for turn in turns)}
    assert store.owned("somebody else", started.id) is None
    assert store.put("somebody else", started.id, turns[0]).id != started.id


def test_a_stopped_question_stays_stopped_whatever_comes_later(tmp_path: Path) -> None:
    store = ConversationStore(tmp_path)
    turn = Turn(question="質問")
    conversation = store.put("owner", "", turn)
    changed = store.change(
        conversation.id, turn.id, lambda held: held.model_copy(update={"state": TurnState.STOPPED})
    )
    assert changed.turns[0].state is TurnState.STOPPED
    assert store.change(conversation.id, "no such turn", lambda held: held) is None


def test_what_people_asked_is_for_the_servers_owner_only(tmp_path: Path) -> None:
    store, judgements = ConversationStore(tmp_path), FeedbackStore(tmp_path)
    store.put("owner", "", Turn(question="質問"))
    judgements.add(Judgement.INCOMPLETE, "質問", "回答", ())
    assert page_secret(tmp_path) == page_secret(tmp_path)
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()}
    assert set(modes.values()) == {0o600}
    assert {"conversations.sqlite3", "feedback.jsonl", "page.key"} <= set(modes)
