"""What comments say, which sender or part has most, and what nobody sorts or ranks them by."""

from __future__ import annotations

import pytest

from assistant.answers import Status
from assistant.assistant import Assistant
from tests.helpers.asking import comment_keys

_ALL = 25
_INDIVIDUALS = {"9", "10-1", "10-2", "11", "12", "13-1", "13-2", "14"}


@pytest.mark.parametrize(
    "question",
    ["個人から出た意見にはどんなものがありましたか", "個人の意見の中身を見せて"],
)
def test_the_comments_of_one_kind_are_all_told(sample: Assistant, question: str) -> None:
    answer = sample.answer(question)
    assert set(comment_keys(answer)) == _INDIVIDUALS
    assert "相談窓口を土曜日も開けてほしい" in answer.text


@pytest.mark.parametrize(
    "question", ["パブコメではどんな意見が寄せられましたか", "意見をすべて挙げて"]
)
def test_all_comments_are_listed_not_only_counted(sample: Assistant, question: str) -> None:
    assert len(comment_keys(sample.answer(question))) == _ALL


def test_a_sender_s_comments_are_counted_and_told(sample: Assistant) -> None:
    answer = sample.answer("コトノハ・セキュアからは何件の意見が出ていますか。それぞれの中身も")
    assert "2件" in answer.text
    assert "72時間以内の公表を一律に求めることは適切でない" in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "意見を出したのは誰が多い？",
        "どこの会社が意見をたくさん出していますか",
        "意見数が多かったところは",
        "たくさん意見を出した団体は？",
    ],
)
def test_who_sent_most_is_asked_in_plain_words(sample: Assistant, question: str) -> None:
    assert "(一社)千早野ITサービス協会で、4件" in sample.answer(question).text


@pytest.mark.parametrize("question", ["どんな意見が多かったですか", "意見の多い分野は？"])
def test_the_parts_with_most_comments_are_named(sample: Assistant, question: str) -> None:
    text = sample.answer(question).text
    assert "市民のくらしを守る取組" in text
    assert "7件" in text


@pytest.mark.parametrize(
    "question", ["意見が1件も来なかった分野はありますか", "意見がゼロの分野は"]
)
def test_the_part_without_comments_is_named(sample: Assistant, question: str) -> None:
    assert "共通の基盤づくりに係る意見は、資料に0件" in sample.answer(question).text


@pytest.mark.parametrize(
    ("question", "word"),
    [
        ("どの意見が一番重要ですか", "重要"),
        ("最も厳しい意見はどれ", "厳しい"),
        ("反対意見は", "反対"),
    ],
)
def test_what_no_document_sorts_comments_by_is_said(
    sample: Assistant, question: str, word: str
) -> None:
    answer = sample.answer(question)
    assert answer.status is Status.NOT_IN_DOCUMENTS
    assert f"「{word}」" in answer.text


@pytest.mark.parametrize(
    ("question", "keys"),
    [
        ("リスクマネジメントの意見に対する政府の回答は", {"25-5", "25-6", "25-7"}),
        ("日本年金機構の事案に触れた意見は誰が出しましたか", {"7-1"}),
        ("リバースエンジニアリングの意見はどうなった", set()),
        ("EMPの記載が採用されなかったのはなぜですか", {"25-1", "25-4"}),
    ],
)
def test_only_comments_on_the_matter_are_named(
    reference: Assistant, question: str, keys: set[str]
) -> None:
    assert set(comment_keys(reference.answer(question))) == keys
