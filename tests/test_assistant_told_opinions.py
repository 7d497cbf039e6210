"""What an opinion says is not what is asked: names, figures and words of asking in it."""

from __future__ import annotations

import pytest

from assistant.answers import Status
from assistant.assistant import Assistant
from assistant.query import QuestionKind
from assistant.understanding.kinds import question_kind
from tests.helpers.asking import comment_keys


@pytest.mark.parametrize(
    ("question", "key"),
    [
        ("副市長の指示を待たずに電子カルテを止めてよいのか、という質問への回答は？", "8"),
        ("副市長の指示がなくても電子カルテを止められるのか、という問いに市は何と答えたか", "8"),
        ("3年間で総額いくらかかるのか書かれていないという意見への回答は？", "13-1"),
    ],
)
def test_the_reply_to_what_was_told(sample: Assistant, question: str, key: str) -> None:
    assert comment_keys(sample.answer(question)) == [key]


def test_a_thing_in_an_opinion_is_no_sender(sample: Assistant) -> None:
    answer = sample.answer("副市長に権限が集中しすぎるという意見への市の考え方は？")
    assert "から提出された意見は" not in answer.text


@pytest.mark.parametrize(
    "where", ["パブコメで、", "パブリックコメントで", "意見募集では", "意見公募に寄せられた声で、"]
)
def test_the_consultation_is_where_it_was_said(sample: Assistant, where: str) -> None:
    answer = sample.answer(f"{where}訓練の回数を増やすよう求めたのは誰ですか。")
    assert "(一社)千早野ITサービス協会" in answer.text


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("誰がやるのか読めないと苦情が来たそうですが、その後どう書き改められましたか", "outcome"),
        ("小さな部品も入れてほしい、との個人からの要望。結末は。", "outcome"),
        ("訓練について意見を出したのはどこですか", "who"),
        ("戦略案のどこが直りましたか", "outcome"),
    ],
)
def test_the_last_clause_tells_what_is_asked(question: str, kind: str) -> None:
    assert question_kind(question) is QuestionKind(kind)


def test_a_kind_of_body_calls_its_only_sender(sample: Assistant) -> None:
    assert set(comment_keys(sample.answer("商店街の意見は何でしたか"))) == {"6-1", "6-2"}


def test_a_word_that_stands_nowhere_is_not_put_into_other_words(sample: Assistant) -> None:
    answer = sample.answer("「多層的な防御網」という語は何か所に出てきますか")
    assert answer.status is Status.NOT_IN_DOCUMENTS


@pytest.mark.parametrize(
    ("question", "status"),
    [
        ("戦略では耐量子暗号について何と述べていますか", Status.NOT_IN_DOCUMENTS),
        (
            "What does the strategy say about quantum-resistant cryptography?",
            Status.NOT_IN_DOCUMENTS,
        ),
        ("おすすめのラーメン屋は？", Status.OUT_OF_SCOPE),
    ],
)
def test_what_a_policy_does_not_say_is_not_out_of_scope(
    sample: Assistant, question: str, status: Status
) -> None:
    assert sample.answer(question).status is status


@pytest.mark.parametrize("question", ["4.1.1(2)の見出しは何ですか。", "4.1.1(2)は何という題の節？"])
def test_a_heading_is_the_section_s_own(sample: Assistant, question: str) -> None:
    text = sample.answer(question).text
    assert "4.1.1(2)は「詐欺の電話やメールへの対応」です" in text
    assert "節はありません" not in text
