"""Questions about what is said of a matter, over the sample and the reference documents."""

from __future__ import annotations

import pytest

from assistant.answers import Layout, Reference, Status
from assistant.assistant import Assistant
from assistant.passages.summary import attributions, same_idea
from index.documents import Comment, Utterance


def test_sentences_of_one_document_stand_in_reading_order(sample: Assistant) -> None:
    answer = sample.answer("訓練について教えてください")
    places = [(c.reference.unit.id.partition("#")[0], c.reference) for c in answer.citations]
    documents = [document for document, _ in places]
    assert 3 <= len(places) <= 7
    assert len(set(documents)) >= 2
    assert documents == sorted(documents, key=documents.index)
    for document in set(documents):
        orders = [reference.unit.locator.order for name, reference in places if name == document]
        assert orders == sorted(orders)


def test_no_idea_is_told_twice(sample: Assistant) -> None:
    answer = sample.answer("相談窓口について教えてください")
    quotes = [citation.reference.quote.text for citation in answer.citations]
    assert not any(same_idea(a, b) for n, a in enumerate(quotes) for b in quotes[n + 1 :])


def test_opinions_are_not_replies(sample: Assistant) -> None:
    answer = sample.answer("訓練についてどのような意見がありましたか")
    assert answer.citations
    for citation in answer.citations:
        unit = citation.reference.unit
        assert isinstance(unit, Comment | Utterance)
        if isinstance(unit, Comment):
            assert citation.reference.quote.text not in unit.reply.text


def test_headings_are_no_answer(reference: Assistant) -> None:
    answer = reference.answer("人材育成について教えてください")
    assert answer.status is Status.ANSWERED
    assert not any(c.reference.quote.text.startswith("(") for c in answer.citations)


def test_a_long_topic_does_not_cost_the_heading(reference: Assistant) -> None:
    answer = reference.answer("サプライチェーン・リスクについてどのような記載がありますか")
    assert answer.verification.removed == ()
    assert answer.text.startswith("サプライチェーン・リスクについて、")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (
            "訓練を年2回行うこととする。",
            "訓練を年 2 回行うこととする。なお、費用は市が持つ。",
            True,
        ),
        ("訓練を年2回行うこととする。", "相談は無料とし、匿名でも受け付ける。", False),
        ("。", "相談は無料とし、匿名でも受け付ける。", False),
    ],
)
def test_same_idea(one: str, other: str, same: bool) -> None:
    assert same_idea(one, other) is same


def test_turns_without_a_name_share_one_note(reference: Assistant) -> None:
    units = reference.library.catalog.units_of("情報セキュリティ政策会議-第22回")
    turns = [unit for unit in units if isinstance(unit, Utterance)][3:6]
    (note,) = attributions(Reference(turn, turn.passage.slice(0, 20)) for turn in turns)
    assert note.layout is Layout.LEAD
    assert len(note.references) == len(turns)
    assert note.text.count("特定できません") == 1
