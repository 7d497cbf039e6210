"""Opinions told in other words: what is asked about them tells nothing of their matter."""

from __future__ import annotations

import pytest

from assistant.answers import Status
from assistant.assistant import Assistant
from assistant.query import QuestionKind
from assistant.understanding.kinds import question_kind
from assistant.understanding.speaking import what_was_said


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("窓口を土曜日も開けてほしいという意見への回答は？", "窓口を土曜日も開けてほしい"),
        ("一覧表の提出を求めた意見はどうなりましたか", "一覧表の提出"),
        ("夜が心配だ、との声に市はどう答えましたか", "夜が心配だ、"),
        ("その意見への回答は？", "その意見への回答は？"),
    ],
)
def test_words_asked_about_an_opinion_were_searched_for_in_it(question: str, told: str) -> None:
    assert what_was_said(question, QuestionKind.REPLIED).strip() == told


@pytest.mark.parametrize(
    ("question", "comment"),
    [
        ("学習の内容を親にも伝えてほしいという意見で戦略の文はどう直りましたか。", "10-1"),
        ("昼間お年寄りだけになる家にも機械を貸してほしい、と言ってきたのはどこ？", "2"),
        (
            "How was the text changed after the comment about telling parents what pupils learn?",
            "10-1",
        ),
        ("What was the reply to the comment asking suppliers to submit an SBOM?", "1-3"),
    ],
)
def test_comment_told_in_other_words_was_not_found(
    sample: Assistant, question: str, comment: str
) -> None:
    answer = sample.answer(question)
    assert answer.status is Status.ANSWERED
    assert any(
        citation.reference.unit.id.endswith(f"#意見{comment}") for citation in answer.citations
    )


def test_who_sent_an_opinion_was_a_fact_where_it_asks_which_body() -> None:
    assert question_kind("もっと広めてほしいと頼んだのはどこですか") is QuestionKind.WHO
    assert question_kind("毎年行うと書かれたのはどこですか") is not QuestionKind.WHO
