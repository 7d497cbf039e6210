"""Comments called by their bare number, in all the ways people write it."""

from __future__ import annotations

import pytest

from assistant.answers import Status
from assistant.assistant import Assistant
from assistant.understanding.mentions import find_mentions
from tests.helpers.asking import comment_keys


@pytest.mark.parametrize(
    "question",
    [
        "意見募集の15番の意見には、どんな回答が付きましたか。",
        "15番の意見への回答は？",
        "十五番の意見は誰のもの？",
        "意見募集の結果の番号15はどう扱われましたか",
        "パブコメの15番について教えて",
        "意見番号が15の意見の提出者は？",
        "15番への回答は何ですか。",
        "意見のうち15番はどうなった",
        "第15号の意見の中身は",
        "What did comment 15 say?",
    ],
)
def test_a_number_that_no_comment_has_is_refused(sample: Assistant, question: str) -> None:
    assert sample.answer(question).status is Status.PREMISE_WRONG


@pytest.mark.parametrize(
    ("question", "keys"),
    [
        ("14番の意見は採用されましたか", ["14"]),
        ("パブコメの8番は誰の意見", ["8"]),
        ("13番の2の意見は誰のもの？", ["13-2"]),
        ("8番と14番の意見を比べて", ["8", "14"]),
        ("12番を提出したのは誰か", ["12"]),
    ],
)
def test_the_comment_of_that_number_and_no_other(
    sample: Assistant, question: str, keys: list[str]
) -> None:
    assert comment_keys(sample.answer(question)) == keys


@pytest.mark.parametrize("question", ["意見で一番多いのは何ですか", "戦略の3番は何ですか"])
def test_other_numbers_name_no_comment(question: str) -> None:
    assert not find_mentions(question).comments


def test_a_place_in_the_list_says_that_it_is_one(sample: Assistant) -> None:
    answer = sample.answer("20番目の意見は誰が出しましたか。")
    assert "一覧の記載順で20番目（全25件）" in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "意見12は戦略（案）の何ページについてのものですか。",
        "意見12の該当箇所のページは？",
        "Which page of the draft is comment 12 about?",
    ],
)
def test_the_page_that_a_comment_is_on(sample: Assistant, question: str) -> None:
    answer = sample.answer(question).text
    assert "8ページ" in answer or "page 8" in answer
    assert "6. 評価と見直し" in answer


def test_where_the_new_words_stand_is_not_what_the_comment_was_on(sample: Assistant) -> None:
    answer = sample.answer("意見10-1で直すとされた文は、戦略のどの節に入っていますか。").text
    assert "修正後の文言は" in answer
    assert "該当箇所は" not in answer
