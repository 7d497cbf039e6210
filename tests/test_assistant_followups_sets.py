"""Follow-ups about what an answer listed: some of it, one of it by its place, the rest."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant
from tests.helpers.asking import cited, comment_keys, talk


def test_some_of_the_comments_just_listed(reference: Assistant) -> None:
    answer = talk(
        reference, "5.2.3に触れた意見を教えてください。", "そのうち修正につながったものは？"
    )
    assert set(comment_keys(answer)) == {"6-5", "22"}
    assert "5.2.3に触れた意見" in answer.query.completed


@pytest.mark.parametrize(
    ("question", "told", "follow_up", "keys"),
    [
        (
            "個人(7)の意見は何件ありますか。",
            "5件です（意見23-1から23-5まで）。",
            "そのうち直ったのはどれですか。",
            {"23-3", "23-5"},
        ),
        (
            "メリルリンチ日本証券の意見は？",
            "意見16-1、16-2、16-3、16-4です。",
            "このうち賛同とされたのは？",
            {"16-2"},
        ),
        (
            "How many comments did BSA submit?",
            "It submitted 11 comments, 13-1 to 13-11.",
            "Which of them were taken as support?",
            {"13-3", "13-6", "13-11"},
        ),
    ],
)
def test_a_set_that_was_retold_with_ranges_and_bare_numbers(
    reference: Assistant, question: str, told: str, follow_up: str, keys: set[str]
) -> None:
    answer = reference.answer(follow_up, [(question, told)])
    assert set(comment_keys(answer)) == keys


def test_the_rest_of_a_set(reference: Assistant) -> None:
    asked = ("個人(7)の意見は何件ありますか。", "そのうち修正されたものは？", "それ以外は？")
    assert set(comment_keys(talk(reference, *asked))) == {"23-1", "23-2", "23-4"}


def test_another_outcome_is_asked_of_the_same_set_not_of_what_the_last_one_left(
    sample: Assistant,
) -> None:
    asked = (
        "千早野ITサービス協会の意見は？",
        "そのうち修正されたものは？",
        "原案どおりとされたものは？",
    )
    assert set(comment_keys(talk(sample, *asked))) == {"4-1", "4-2"}


def test_nothing_in_a_set_is_said_and_not_searched_elsewhere(sample: Assistant) -> None:
    answer = talk(sample, "千早野ITサービス協会の意見は？", "そのうち修正されたものは？")
    assert "（0件）" in answer.text
    assert set(comment_keys(answer)) == {"4-1", "4-2", "4-3", "4-4"}


@pytest.mark.parametrize(
    ("follow_up", "key"),
    [("2つ目への回答は？", "13-2"), ("最後のものは？", "13-2"), ("1番目の理由は？", "13-1")],
)
def test_one_of_a_list_by_its_place(sample: Assistant, follow_up: str, key: str) -> None:
    answer = talk(sample, "個人(5)はどんな意見を出しましたか。", follow_up)
    assert set(comment_keys(answer)) == {key}


def test_the_second_item_of_a_section_is_its_second_subsection(reference: Assistant) -> None:
    told = "5.4.1には(1)から(5)までの5項目があります。"
    answer = reference.answer(
        "2番目には何が書いてありますか。", [("研究開発の節には項目がいくつありますか。", told)]
    )
    assert set(cited(answer)) == {"5.4.1(2)"}


def test_the_submitter_of_the_comment_that_an_answer_named(reference: Assistant) -> None:
    told = "意見25-1（個人(9)）です。網羅的に挙げる箇所ではないと回答しています。"
    history = [("電磁パルスの脅威を書き足すよう求めた意見への回答は？", told)]
    answer = reference.answer("この提出者は全部で何件出していますか。", history)
    assert len(comment_keys(answer)) == 8


def test_other_comments_of_the_same_submitter(reference: Assistant) -> None:
    asked = ("意見27-2はどのような意見ですか。", "この提出者はほかにどんな意見を出していますか。")
    assert set(comment_keys(talk(reference, *asked))) == {"27-1", "27-3", "27-4", "27-5"}


def test_three_turns_back_to_the_meeting_of_the_roster(sample: Assistant) -> None:
    asked = ("第5回はいつ開かれましたか。", "では第6回は？", "出席者は？", "そのうち代理は？")
    answer = talk(sample, *asked)
    assert "第6回" in answer.query.completed
    assert "浅利美咲" in answer.text
    assert "久我山誠一" not in answer.text


def test_the_second_item_of_an_agenda(sample: Assistant) -> None:
    answer = talk(sample, "第5回の議題は何ですか。", "2つ目は何ですか。")
    assert "意見募集の実施" in answer.query.completed


@pytest.mark.parametrize(
    ("asked", "told", "follow_up", "keys"),
    [
        (
            "意見10-1はどうなりましたか。",
            "意見10-1（個人(2)）で修正です。",
            "同じ人のもう一つの意見には、何と答えましたか。",
            {"10-2"},
        ),
        (
            "意見10-2はどうなりましたか。",
            "意見10-2（個人(2)）は参考です。",
            "この人が出したもう1件はどう扱われましたか。",
            {"10-1"},
        ),
    ],
)
def test_the_other_of_two_that_one_person_sent(
    sample: Assistant, asked: str, told: str, follow_up: str, keys: set[str]
) -> None:
    assert set(comment_keys(sample.answer(follow_up, [(asked, told)]))) == keys


def test_those_of_one_title_among_all_who_attended(sample: Assistant) -> None:
    history = [("第5回には何人出席していましたか。", "その他出席者を含めて15人です。")]
    answer = sample.answer("そのうち、肩書が「委員」の人は誰ですか。", history)
    assert set(cited(answer)) == {"出席者3", "出席者4", "出席者5", "出席者6"}
