"""Follow-ups: what they leave out is filled in from the turns before, and only from there."""

from __future__ import annotations

import pytest

from assistant.answers import Status
from assistant.assistant import Assistant
from tests.helpers.asking import cited, comment_keys, talk


@pytest.mark.parametrize(
    ("question", "follow_up", "completed"),
    [
        ("第39回会合の議題は何ですか。", "では第22回は？", "第22回の議題は何ですか"),
        (
            "トレンドマイクロは何件意見を出しましたか。",
            "日本オラクルは？",
            "日本オラクルは何件意見",
        ),
        ("GSOCとは何ですか。", "では、CSIRTは？", "CSIRTとは何ですか"),
        ("意見6-3への回答は何ですか。", "6-5のほうは？", "意見6-5への回答は何ですか"),
        ("第39回に外務省からは誰が出席しましたか。", "経産省からは？", "第39回に経産省からは誰が"),
        ("北米の国とはどう協力しますか。", "中南米とは？", "中南米"),
        ("個人からは何件の意見がありましたか。", "企業からは？", "企業からは何件の意見"),
        ("第39回会合はどこで開かれましたか。", "いつ？", "第39回会合はいつ開かれましたか"),
    ],
)
def test_one_thing_changed(
    reference: Assistant, question: str, follow_up: str, completed: str
) -> None:
    answer = reference.answer(follow_up, [(question, "（省略）")])
    assert completed in answer.query.completed


def test_a_meeting_that_is_not_held_is_refused_in_a_follow_up(reference: Assistant) -> None:
    answer = talk(reference, "第39回はどこで開かれましたか。", "じゃあ第41回は？")
    assert answer.status is Status.NOT_IN_DOCUMENTS


def test_a_comment_that_the_same_company_did_not_send(reference: Assistant) -> None:
    asked = (
        "日本ユニシスの意見11-3はどう扱われましたか。",
        "では、同じ会社の11-12のほうはどうですか。",
    )
    answer = talk(reference, *asked)
    assert answer.status is Status.PREMISE_WRONG
    assert "11-9" in answer.text


def test_the_text_as_it_stands_now_is_that_of_the_place_that_was_changed(
    reference: Assistant,
) -> None:
    told = "脚注8の「機器」が修文されました（意見23-3）。"
    history = [("意見23-3を受けて何が直りましたか。", told)]
    assert "脚注8" in cited(reference.answer("今の案の文面はどうなっていますか。", history))


def test_a_term_is_carried_into_a_question_about_it(reference: Assistant) -> None:
    answer = talk(reference, "NISCとは何の略ですか。", "それはいつ改組されますか。")
    assert answer.query.completed.startswith("NISC")


def test_what_stands_next(reference: Assistant) -> None:
    told = "発言者名の記載はありません（第39回会合 議事要旨 4(2) 発言1）。"
    history = [("統計の整備を述べたのは誰ですか。", told)]
    assert set(cited(reference.answer("次の発言は？", history))) == {"4(2)-発言2"}


def test_the_whole_words_of_what_was_quoted(reference: Assistant) -> None:
    told = "発言者名の記載はありません（第39回会合 議事要旨 4(2) 発言1）。"
    history = [("統計の整備を述べたのは誰ですか。", told)]
    answer = reference.answer("原文を見せてください。", history)
    assert set(cited(answer)) == {"4(2)-発言1"}
    assert len(answer.citations[0].reference.quote.text) > 300


def test_the_same_answer_in_english(reference: Assistant) -> None:
    answer = talk(reference, "意見27-2への回答は？", "英語で")
    assert set(comment_keys(answer)) == {"27-2"}
    assert "the reply" in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "話は変わりますが、意見は全部で何件ありますか。",
        "ところで、意見は全部で何件ありますか。",
        "意見は全部で何件ありますか。",
    ],
)
def test_a_new_topic_takes_nothing_from_the_history(reference: Assistant, question: str) -> None:
    answer = talk(reference, "意見27-4への回答は？", question)
    assert answer.query.completed == "意見は全部で何件ありますか。"
    assert "83件" in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "5.2.3に触れた意見を教えてください。",
        "第22回の出席者は誰ですか。",
        "サイバーセキュリティ基本法はいつ成立しましたか。",
        "トレンドマイクロの意見は何件ですか。",
    ],
)
def test_a_question_that_stands_by_itself_is_left_as_it_is(
    reference: Assistant, question: str
) -> None:
    history = [("個人(7)の意見は何件ありますか。", "5件です（意見23-1から23-5まで）。")]
    assert reference.answer(question, history).query.completed == question


def test_a_figure_or_quoted_words_in_an_answer_name_no_place(sample: Assistant) -> None:
    told = "61.5％です。「意見10-1及び4.1.1に従い対応することとする」とあります（第5回 4(3)-発言1）"
    history = [("報告した職員の割合は？", told)]
    answer = sample.answer("発言者は？", history)
    assert set(cited(answer)) == {"4(3)-発言1"}


def test_a_new_aspect_of_a_term_is_not_a_new_term(sample: Assistant) -> None:
    assert talk(sample, "報告率とは何ですか。", "目標は？").query.completed == "報告率の目標は？"


@pytest.mark.parametrize(
    ("follow_up", "keys"),
    [("Who submitted it?", {"6-5"}), ("What was the reply?", {"6-5"})],
)
def test_english_pronouns(reference: Assistant, follow_up: str, keys: set[str]) -> None:
    answer = talk(reference, "What does comment 6-5 ask for?", follow_up)
    assert set(comment_keys(answer)) == keys


@pytest.mark.parametrize(
    ("asked", "told", "follow_up", "units"),
    [
        (
            "日本オラクルの意見を教えてください。",
            "意見7-1、7-2、7-3の3件です。",
            "この2番目への回答は？",
            {"意見7-2"},
        ),
        (
            "戦略案の脚注7は何の説明ですか。",
            "リバースエンジニアリングの説明です（戦略案 脚注7）。",
            "その次の番号の注は何を説明していますか。",
            {"脚注8", "5.1.3(3)"},
        ),
        (
            "取組方針(案)では、どこへの標的型攻撃が心配されていますか。",
            "政府機関などです（取組方針(案) 1）。",
            "その文書でいう「重要インフラ事業者等」とは誰のことですか。",
            {"脚注1"},
        ),
        (
            "第39回に出ていた大臣は誰ですか。",
            "安倍晋三、山本一太、新藤義孝、小野寺五典の各氏です。",
            "では政務官で出ていたのは？",
            {"出席者7", "出席者8"},
        ),
        (
            "第39回には何人が参加しましたか。",
            "23人です。",
            "そのうち大学の人は？",
            {"出席者11", "出席者12", "出席者14", "出席者15"},
        ),
        (
            "第39回に出ていた防衛大臣は誰ですか。",
            "小野寺五典氏です（第39回 出席者）。",
            "その5年前の第22回では、防衛省から誰が来ていましたか。",
            {"出席者7", "出席者6"},
        ),
    ],
)
def test_what_stands_beside_what_was_told(
    reference: Assistant, asked: str, told: str, follow_up: str, units: set[str]
) -> None:
    answer = reference.answer(follow_up, [(asked, told)])
    assert answer.status is Status.ANSWERED
    assert {local.rpartition("#")[2] for local in cited(answer)} >= units


def test_one_country_takes_the_place_of_others_with_their_class(reference: Assistant) -> None:
    history = [
        ("戦略案は欧州の国々とどう付き合うとしていますか。", "連携を強化します（5.3.3(3)）。")
    ]
    completed = reference.answer("じゃあアメリカとは？", history).query.completed
    assert completed == "戦略案はアメリカとどう付き合うとしていますか。"


def test_a_figure_of_one_year_is_not_told_of_the_next(sample: Assistant) -> None:
    history = [("令和7年度の当初予算案にはいくら計上されましたか。", "1億2,400万円です。")]
    for follow_up in ("では令和8年度の当初予算はいくらですか。", "令和9年度は？"):
        answer = sample.answer(follow_up, history)
        assert answer.status is Status.NOT_IN_DOCUMENTS
