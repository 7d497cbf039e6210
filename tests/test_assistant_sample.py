"""Questions over the sample documents, which every machine has."""

from __future__ import annotations

import json

import pytest

from assistant.answers import Claim, Draft, Fault, Layout, Reference, Status
from assistant.assistant import Assistant, Question
from assistant.chain import UnitRetriever, answer_chain
from assistant.contract import answer_object
from assistant.verify import verify
from index.documents import Comment, Passage, Section, Span, Utterance
from tests.helpers.sample_ids import SIXTH


def test_a_printed_speaker_is_named(sample: Assistant) -> None:
    answer = sample.answer(
        "訓練では開封率ではなく報告した職員の割合を見るべきだと述べたのは誰ですか"
    )
    assert "久我山" in answer.text
    assert "記載あり" in answer.text


def test_attendance_tells_who_stood_in_for_whom(sample: Assistant) -> None:
    answer = sample.answer("第6回会合の出席者は")
    assert "浅利" in answer.text
    assert "代理出席" in answer.text


def test_two_people_of_one_family_name_are_both_shown(sample: Assistant) -> None:
    answer = sample.answer("第5回に出席していた岸本さんの役職は何ですか")
    assert answer.status is Status.AMBIGUOUS
    assert "岸本玲子" in answer.text
    assert "岸本達也" in answer.text


@pytest.mark.parametrize("key", ["1-2", "10-1"])
def test_the_comments_that_changed_the_strategy(sample: Assistant, key: str) -> None:
    answer = sample.answer(f"意見{key}を受けて戦略は修正されましたか")
    assert "修正する" in answer.text


def test_a_question_about_something_else_is_refused(sample: Assistant) -> None:
    answer = sample.answer("カレーライスのおいしい作り方を教えてください")
    assert answer.status is Status.OUT_OF_SCOPE
    assert answer.citations == ()


def test_a_follow_up_keeps_the_comment_it_speaks_of(sample: Assistant) -> None:
    first = sample.answer("意見3-1の提出者は誰ですか")
    history = [(first.query.completed, first.text)]
    answer = sample.answer("それに対する回答は？", history)
    assert {c.reference.unit.local_id for c in answer.citations} == {"意見3-1"}
    assert "意見3-1" in answer.query.completed


def test_a_follow_up_about_another_meeting_keeps_the_question(sample: Assistant) -> None:
    history = [("第5回会合の出席者は", "…")]
    answer = sample.answer("では第6回は？", history)
    assert answer.query.mentions.meetings == (6,)
    assert "浅利" in answer.text


def test_the_json_object_holds_every_field_of_the_contract(sample: Assistant) -> None:
    record = answer_object(sample.answer("意見1-2の提出者は誰ですか"), sample.library)
    json.dumps(record, ensure_ascii=False)
    assert list(record) == [
        *("question", "status", "answer", "citations", "tables", "retrieved", "query"),
        "verification",
        *("models", "prompts", "writing", "timings"),
    ]
    citation = record["citations"][0]
    assert citation["n"] == 1
    assert citation["comment"] == "1-2"
    assert citation["footnote"] is None
    assert citation["document"]["kind"] == "comments"
    assert citation["verified"] is True
    assert "[1]" in record["answer"]


def _utterance(sample: Assistant, local_id: str) -> Utterance:
    unit = sample.library.catalog.unit(f"{SIXTH}#{local_id}")
    assert isinstance(unit, Utterance)
    return unit


def test_an_invented_quote_never_reaches_the_answer(sample: Assistant) -> None:
    turn = _utterance(sample, "4(3)-発言1")
    forged = Reference(turn, Passage("全額を県が負担する", (Span(0, 9),)))
    draft = Draft(Status.ANSWERED, (Claim("次の記載があります。", (forged,)),))
    standing, found = verify(draft)
    assert standing == ()
    assert found.removed[0].fault is Fault.QUOTE_NOT_FOUND


def test_a_figure_that_its_unit_does_not_hold_is_removed(sample: Assistant) -> None:
    turn = _utterance(sample, "4(3)-発言1")
    reference = Reference(turn, turn.passage.slice(0, 10))
    draft = Draft(Status.ANSWERED, (Claim("98,765件と記載されています。", (reference,)),))
    standing, found = verify(draft)
    assert standing == ()
    assert found.removed[0].fault is Fault.NUMBER_NOT_FOUND


def test_a_statement_without_a_reference_is_removed(sample: Assistant) -> None:
    draft = Draft(
        Status.ANSWERED, (Claim("必要である。", ()), Claim("案内です。", (), Layout.NOTE))
    )
    standing, found = verify(draft)
    assert [claim.text for claim in standing] == ["案内です。"]
    assert found.removed[0].fault is Fault.NO_REFERENCE


def test_a_number_inside_a_longer_one_does_not_support_it(sample: Assistant) -> None:
    section = next(
        unit
        for unit in sample.library.catalog.units_of("千早野市デジタル安全戦略")
        if isinstance(unit, Section) and "2,318" in unit.text
    )
    reference = Reference(section, section.passage.slice(0, 10))
    for wrong in ("318人", "12,318人", "231人"):
        standing, _ = verify(Draft(Status.ANSWERED, (Claim(f"{wrong}です。", (reference,)),)))
        assert standing == (), wrong


def test_the_chain_gives_what_the_assistant_gives(sample: Assistant) -> None:
    question = Question("意見1-2の提出者は誰ですか")
    assert answer_chain(sample).invoke(question).text == sample.answer(question.text).text


def test_the_retriever_returns_units_as_langchain_documents(sample: Assistant) -> None:
    found = UnitRetriever(library=sample.library, limit=3).invoke("迷惑電話防止機器の貸出し")
    assert len(found) == 3
    assert all(document.id and document.page_content for document in found)
    kinds = {type(sample.library.catalog.unit(str(document.id))) for document in found}
    assert kinds <= {Comment, Section, Utterance}
