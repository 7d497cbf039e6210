"""Terms that are asked for by what they mean, and terms asked for in everyday words."""

from __future__ import annotations

import pytest

from assistant.answers import Status
from assistant.assistant import Assistant
from assistant.comparisons.compared_things import compared_things
from assistant.query import QuestionKind
from assistant.understanding.kinds import question_kind
from assistant.understanding.slips import mended


@pytest.mark.parametrize(
    ("question", "term"),
    [
        ("電話で家族のふりをして金をだまし取る犯罪、戦略では何と呼んでいますか", "特殊詐欺"),
        ("本物そっくりの偽サイトに誘って暗証番号を入れさせる手口を何と言う？", "フィッシング"),
        ("訓練のメールに気付いて知らせた職員の割合。これを何と呼んでいるか", "報告率"),
        ("困りごとをまとめて聞く場所を指す言葉は何？", "相談窓口"),
    ],
)
def test_a_term_is_named_by_what_its_explanation_says(
    sample: Assistant, question: str, term: str
) -> None:
    answer = sample.answer(question)

    assert f"「{term}」" in answer.text.split("\n")[0]


def test_what_somebody_said_is_no_description_of_a_term(sample: Assistant) -> None:
    assert "最も近いのは" not in sample.answer("副市長は第5回で何と言っていましたか").text


@pytest.mark.parametrize(
    "question",
    [
        "中小事業者の範囲は？",
        "どこまでが中小事業者に入りますか",
        "中小事業者とは、どこまでを含むのですか",
        "ここで言う「中小事業者」は何を指して言っているのか",
    ],
)
def test_how_far_a_term_reaches_is_its_meaning(sample: Assistant, question: str) -> None:
    assert "従業員が50人以下" in sample.answer(question).text


@pytest.mark.parametrize(
    "question",
    ["推進員って何を縮めた言い方ですか", "推進員をフルネームで言うと", "推進員は何の短縮？"],
)
def test_a_name_cut_short_is_spelled_out(sample: Assistant, question: str) -> None:
    assert "「デジタル安全推進員」の略称" in sample.answer(question).text


def test_what_is_not_in_a_definition_is_asked_for_by_its_place() -> None:
    question = "重要な事業者の定義に入らなくても仲間にする、と読みました。戦略のどこですか。"

    assert question_kind(question) is QuestionKind.WHERE


def test_who_answered_a_survey_got_no_reply() -> None:
    assert question_kind("係がいないと答えた会社の割合は？") is QuestionKind.FACT


def test_a_list_with_ya_is_no_small_kana(sample: Assistant) -> None:
    assert mended("作りや狙いを調べる", sample.library) == "作りや狙いを調べる"


@pytest.mark.parametrize(
    ("question", "names"),
    [
        (
            "小学生向けの教育と大学向けの教育とで、伸ばそうとしている力はどう違いますか",
            ("小学生向けの教育", "大学向けの教育"),
        ),
        (
            "訓練で想定する停電の長さと、発電機がもつ長さ。長いのはどちらですか",
            ("訓練で想定する停電の長さ", "発電機がもつ長さ"),
        ),
    ],
)
def test_only_the_particle_between_two_nouns_parts_them(
    question: str, names: tuple[str, str]
) -> None:
    things = compared_things(question)

    assert things is not None
    assert things.names == names


def test_each_side_of_a_comparison_of_figures_has_its_figure(sample: Assistant) -> None:
    answer = sample.answer(
        "合同訓練で想定する不通の長さと、本庁舎の発電機が電気を保てる長さ。"
        "長いのはどちらで、それぞれ何時間？"
    )

    assert "48時間" in answer.text
    assert "72時間" in answer.text


def test_a_figure_of_another_country_is_no_answer(reference: Assistant) -> None:
    assert reference.answer("英国は何人増やす計画でしたか").status is Status.NOT_IN_DOCUMENTS


def test_a_place_is_looked_for_outside_what_is_left_out(sample: Assistant) -> None:
    answer = sample.answer("相談窓口の話は戦略以外だとどの文書に書いてありますか")

    assert answer.citations
    assert not any(
        citation.reference.unit.id.startswith("千早野市デジタル安全戦略#")
        for citation in answer.citations
    )


def test_what_happens_on_a_named_day_comes_from_the_sentence_with_that_day(
    sample: Assistant,
) -> None:
    assert "相談窓口を開設する" in sample.answer("令和7年7月1日に何が始まる？").text
