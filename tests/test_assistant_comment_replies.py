"""Comments by the words of their replies, by what they changed, and by who sent none."""

from __future__ import annotations

import pytest

from assistant.answers import Status
from assistant.assistant import Assistant
from tests.helpers.asking import cited, comment_keys


@pytest.mark.parametrize(
    "question",
    [
        "案への賛成・歓迎の意見として受け止められたものを全て挙げてください。",
        "歓迎の意見として受け止められたのはどれですか。",
    ],
)
def test_two_words_for_one_outcome_are_no_topic(sample: Assistant, question: str) -> None:
    assert comment_keys(sample.answer(question)) == ["3-1", "5", "11"]


@pytest.mark.parametrize(
    "question",
    [
        "回答の書き出しが「本案に賛同する御意見」となっている意見番号を漏れなく挙げてほしい。",
        "「本案に賛同する御意見」で始まる回答は何件ありますか。",
        "List the comments whose reply begins with 「本案に賛同する御意見」.",
    ],
)
def test_the_words_of_a_reply_are_taken_to_the_letter(reference: Assistant, question: str) -> None:
    keys = ["10", "13-3", "13-6", "13-11", "16-2", "26-1"]

    assert comment_keys(reference.answer(question)) == keys


@pytest.mark.parametrize(
    ("question", "key"),
    [
        ("4.2.2(1)の初動の報告のくだりは、どの意見をきっかけに書き換えられましたか。", "1-2"),
        ("初動の報告の文は、意見を受ける前と後でどう変わりましたか。", "1-2"),
    ],
)
def test_the_comment_that_changed_a_passage_told_by_its_words(
    sample: Assistant, question: str, key: str
) -> None:
    answer = sample.answer(question)

    assert comment_keys(answer) == [key]
    assert "4.2.2(1)" in cited(answer)


@pytest.mark.parametrize(
    "question",
    [
        "株式会社ひなたネットから寄せられた意見を一覧にしてください。",
        "ひなたネット株式会社はどんな意見を出しましたか。",
        "NPO法人にじの会から出た意見を見せてください。",
        "一般社団法人さくら協会の意見への回答は？",
        "What comments did Hinata Net Co., Ltd. submit?",
    ],
)
def test_who_sent_nothing_is_no_other_of_the_sort(sample: Assistant, question: str) -> None:
    assert sample.answer(question).status is Status.PREMISE_WRONG


def test_a_sort_of_body_that_two_senders_are_names_neither(reference: Assistant) -> None:
    assert "協会の意見" in reference.answer("協会の意見への回答は？").query.completed


def test_a_rule_stands_in_the_policy_not_in_the_comment_that_quotes_it(sample: Assistant) -> None:
    answer = sample.answer("2時間以内に報告するという決まりはどこに書いてありますか。")

    assert answer.citations[0].reference.unit.local_id == "4.2.2(1)"
