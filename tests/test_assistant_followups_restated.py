"""Follow-ups in other words: corrections, earlier turns, the same asked once more, neighbours."""

from __future__ import annotations

import pytest

from assistant.answers import Status
from assistant.assistant import Assistant
from tests.helpers.asking import cited, comment_keys, talk

_CHAIR = ("第5回の教育長は誰ですか。", "戸部 弘子氏です（第5回 出席者9）。")
_TWO = (
    ("意見13-1は何を求めていますか。", "3年間の総額を示すことです［意見13-1（個人(5)）］。"),
    ("13-2への回答は？", "既に記載しているとしています［意見13-2（個人(5)）］。"),
)
_PAIR = (
    "個人(5)はどんな意見を出していますか。",
    "総額を示すこと（意見13-1）と、無線（意見13-2）です。",
)
_CHANGED = ("意見10-1を受けて何が直りましたか。", "回数についての文が直りました［意見10-1］。")
_SECTION = ("戦略の4.1.1(1)には何がありますか。", "相談窓口です（戦略 4.1.1(1)）。")
_AGENDA = ("第5回の2番目の議題は何ですか。", "案についてです（第5回 4(2) 議題2）。")
_EVENT = ("合同訓練の第1回はいつですか。", "令和7年11月です（戦略 4.3.1(2)）。")


@pytest.mark.parametrize(
    "question",
    [
        "いえ、第5回ではなく第6回のほうです。",
        "すみません、第6回の間違いでした。",
        "聞きたいのは第6回のほうです。",
        "第5回じゃなくて第6回の話です。",
        "第6回についても同じことを教えて。",
        "第6回のときは、どなたが務めていましたか。",
        "第6回だと誰になりますか。",
        "No, I meant the 6th meeting.",
    ],
)
def test_a_correction_is_the_last_question_of_another_meeting(
    sample: Assistant, question: str
) -> None:
    answer = talk(sample, _CHAIR, question)
    assert answer.query.mentions.meetings == (6,)
    assert "教育長は誰" in answer.query.completed


@pytest.mark.parametrize(
    "question",
    [
        "最初に聞いたほうの意見には、どう答えていますか。",
        "最初の意見への回答は？",
        "はじめに尋ねた意見はどうなりましたか。",
        "一つ前に聞いた意見への回答は？",
        "最初の質問に戻りますが、その意見への回答は？",
        "前のほうの意見への回答は？",
    ],
)
def test_an_earlier_turn_by_its_order(sample: Assistant, question: str) -> None:
    assert comment_keys(talk(sample, *_TWO, question)) == ["13-1"]


@pytest.mark.parametrize("question", ["両方の回答を示して。", "二つとも修正されましたか。"])
def test_both_of_what_was_listed(sample: Assistant, question: str) -> None:
    assert comment_keys(talk(sample, _PAIR, question)) == ["13-1", "13-2"]


@pytest.mark.parametrize(
    "question", ["何番が通ったのですか。", "そのうち案の文章が直ったのはどれですか。"]
)
def test_the_list_is_kept_over_a_count(sample: Assistant, question: str) -> None:
    told = ("みぎわシステムズの意見は？", "意見1-1から1-3までです。")
    answer = talk(sample, told, ("何件ですか。", "3件です。"), question)
    assert answer.query.among
    assert "1-2" in comment_keys(answer)
    assert "1件" in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "その言葉は今の戦略のどこにありますか。",
        "どの節に載っていますか。",
        "どこに書いてありますか。",
    ],
)
def test_where_the_changed_words_stand(sample: Assistant, question: str) -> None:
    assert "4.1.2" in cited(talk(sample, _CHANGED, question))


@pytest.mark.parametrize("question", ["続く項のほうは？", "それに続く節は？", "その次は何？"])
def test_what_follows_a_section(sample: Assistant, question: str) -> None:
    assert "4.1.1(2)" in talk(sample, _SECTION, question).query.completed


@pytest.mark.parametrize(
    ("before", "question"),
    [("脚注1は何の説明ですか。", "その前の脚注は？"), ("4.1.1(4)は何ですか。", "その次の(9)は？")],
)
def test_what_does_not_follow_is_a_wrong_premise(
    sample: Assistant, before: str, question: str
) -> None:
    assert talk(sample, f"戦略の{before}", question).status is Status.PREMISE_WRONG


@pytest.mark.parametrize("question", ["その次の議題は？", "次は？", "3番目は？"])
def test_the_next_item_of_an_agenda(sample: Assistant, question: str) -> None:
    assert "第5回" in (completed := talk(sample, _AGENDA, question).query.completed)
    assert "3番目の議題" in completed


def test_the_second_of_an_event_is_no_second_meeting(sample: Assistant) -> None:
    assert "合同訓練の第2回" in talk(sample, _EVENT, "2回目は？").query.completed


def test_whether_a_matter_came_up_at_a_meeting(sample: Assistant) -> None:
    answer = talk(sample, _EVENT, "第5回でも触れられていますか。")
    assert "第5回で、合同訓練について" in answer.query.completed


def test_who_spoke_next(sample: Assistant) -> None:
    told = (
        "学校での学びについて第5回で話したのは誰ですか。",
        "教育長です（第5回会合 4(2) 発言13）。",
    )
    answer = talk(sample, told, "次に話したのは誰ですか。")
    assert cited(answer)[0] == "4(2)-発言14"


def test_the_largest_part_of_what_an_answer_told_in_its_own_words(sample: Assistant) -> None:
    question = "意見募集の結果はどう分けられていますか。"
    told = "6つに分けられています（意見募集の結果 前文）。"
    answer = talk(sample, (question, told), "一番多いのは？")
    assert "のうち、一番多い" in answer.query.completed


def test_an_item_of_a_list_inside_a_section(reference: Assistant) -> None:
    told = (
        "取組方針(案)の3(2)で、強化するとした項目はいくつですか。",
        "五つです［取組方針(案) 3(2)］。",
    )
    fourth = talk(reference, told, "4番目は何ですか。")
    assert fourth.status is Status.ANSWERED
    assert "国際連携" in fourth.text
    assert talk(reference, told, "六つ目は？").status is Status.PREMISE_WRONG
