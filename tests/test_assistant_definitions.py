"""What a term means and what it is short for, in both directions and any spelling."""

from __future__ import annotations

import pytest

from assistant.answers import Status
from assistant.assistant import Assistant
from assistant.query import QuestionKind
from assistant.understanding.kinds import question_kind
from tests.helpers.asking import cited


@pytest.mark.parametrize(
    "question", ["NISCとは何の略ですか", "ＮＩＳＣの正式名称は", "N I S Cとは何の略ですか"]
)
def test_an_abbreviation_gives_its_long_form_in_any_width(
    reference: Assistant, question: str
) -> None:
    answer = reference.answer(question)
    assert answer.status is Status.ANSWERED
    assert "内閣サイバーセキュリティセンター" in answer.text
    assert "脚注6" in cited(answer)


def test_a_long_form_gives_its_abbreviation(reference: Assistant) -> None:
    answer = reference.answer("内閣サイバーセキュリティセンターの略称は何ですか")
    assert "「NISC」" in answer.text.splitlines()[0]


def test_definitions_of_several_documents_stand_beside_each_other_with_their_dates(
    reference: Assistant,
) -> None:
    answer = reference.answer("NISCとは何の略ですか")
    (table,) = answer.tables
    assert {row[1].text for row in table.rows} >= {"2014年", "2015年"}


def test_an_abbreviation_made_for_the_text_is_told_with_its_name(sample: Assistant) -> None:
    answer = sample.answer("対応班の正式名称は")
    assert "千早野市デジタル安全対応班" in answer.text.splitlines()[0]


def test_the_end_of_a_clause_is_not_a_long_form(sample: Assistant) -> None:
    answer = sample.answer("「中小事業者」とはどのような事業者を指しますか")
    assert "の略称です" not in answer.text
    assert "50人以下" in answer.text


def test_the_end_of_a_longer_name_is_not_that_name(reference: Assistant) -> None:
    answer = reference.answer("取組方針でいう「センター」とは何を指しますか")
    assert "内閣サイバーセキュリティセンター" in answer.text.splitlines()[0]
    assert "「センター」の略称" not in answer.text


def test_a_reading_is_no_long_form(sample: Assistant) -> None:
    answer = sample.answer("CSIRTとは何ですか")
    assert "「シーサート」の略称" not in answer.text
    assert "千早野市デジタル安全対応班" in answer.text


def test_a_term_is_found_in_another_spelling(reference: Assistant) -> None:
    for term in ("連接融合情報社会", "接続融合情報社会"):
        answer = reference.answer(f"{term}とは何ですか")
        assert answer.status is Status.ANSWERED
        assert "2.1" in cited(answer)


def test_a_term_that_is_used_but_not_defined_says_so(reference: Assistant) -> None:
    answer = reference.answer("「サーバー」の定義は")
    assert answer.status is Status.NOT_IN_DOCUMENTS
    assert answer.citations == ()
    assert "使われている箇所" in answer.text


def test_two_terms_are_each_explained(reference: Assistant) -> None:
    answer = reference.answer("GSOCとEMPはそれぞれ何の略ですか")
    assert "Security Operation" in answer.text
    assert "電磁パルス" in answer.text


def test_an_invented_term_is_not_explained_by_a_sentence_about_something_else(
    sample: Assistant,
) -> None:
    answer = sample.answer("第5回会合で出た「見守り端末」とはどういうもの？")

    assert answer.status is Status.NOT_IN_DOCUMENTS


def test_what_is_asked_of_somebody_is_no_term() -> None:
    assert question_kind("大学に求められることは何ですか") is not QuestionKind.DEFINE


@pytest.mark.parametrize("word", ["重要システム", "サンドボックス"])
def test_the_meaning_of_a_word_that_stands_nowhere_is_not_made_up(
    sample: Assistant, word: str
) -> None:
    answer = sample.answer(f"「{word}」の意味は？")

    assert answer.status is Status.NOT_IN_DOCUMENTS
    assert f"「{word}」という語は" in answer.text
