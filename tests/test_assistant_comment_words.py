"""Comments asked for in everyday words: by outcome, place, rank, section, and sender's field."""

from __future__ import annotations

import pytest

from assistant.answers import Status
from assistant.assistant import Assistant
from assistant.comments.column_words import PLACELESS, kinds_asked, outcome_asked
from assistant.comments.ranking_words import places_asked
from index.documents import Outcome, SubmitterKind
from tests.helpers.asking import comment_keys


@pytest.mark.parametrize(
    ("words", "outcome", "negated"),
    [
        ("案の文言が一字も動かなかったもの", Outcome.REVISED, True),
        ("案に手が入らなかったもの", Outcome.REVISED, True),
        ("本文が直らなかったもの", Outcome.REVISED, True),
        ("突っぱねられたもの", Outcome.REVISED, True),
        ("本文を書き直させたもの", Outcome.REVISED, False),
    ],
)
def test_the_text_is_said_to_change_in_many_ways(
    words: str, outcome: Outcome, negated: bool
) -> None:
    assert outcome_asked(words) == (outcome, negated)


@pytest.mark.parametrize(
    "words", ["「該当箇所」がただの横棒になっている行", "該当箇所の欄が空欄の意見"]
)
def test_a_place_that_is_a_mere_dash_is_no_place(words: str) -> None:
    assert PLACELESS.search(words)
    assert not PLACELESS.search("該当箇所が5.2の意見")


@pytest.mark.parametrize(
    ("question", "places"),
    [
        ("一位と二位はどこ", {1, 2}),
        ("最も多い団体と2番目に多い団体", {1, 2}),
        ("3位までを", set()),
        ("件数は", set()),
    ],
)
def test_more_than_one_place_of_the_ranking_is_asked_for(question: str, places: set[int]) -> None:
    assert places_asked(question) == places


def test_people_at_large_are_individuals() -> None:
    assert kinds_asked("一般の人からの意見") == (SubmitterKind.INDIVIDUAL,)
    assert kinds_asked("民間企業の意見") == (SubmitterKind.ORGANISATION,)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("個人から出た意見のうち、文言の手直しにつながったのは何件で、どれですか", {"10-1"}),
        ("修正された企業の意見", {"1-2"}),
        ("4.1.2を名指しした意見は", {"10-1", "10-2"}),
        ("4.1.2に注文をつけたのは誰ですか", {"10-1", "10-2"}),
        ("外から寄せられた声で書き換えたところは、今どの節にある？", {"1-2", "10-1"}),
    ],
)
def test_what_no_word_is_left_over_of_is_a_filter(
    sample: Assistant, question: str, expected: set[str]
) -> None:
    answer = sample.answer(question)
    assert answer.status is Status.ANSWERED
    assert set(comment_keys(answer)) == expected


def test_the_second_place_names_all_who_share_it(sample: Assistant) -> None:
    answer = sample.answer("意見の件数で一位と二位は")
    assert "1番目に多いのは(一社)千早野ITサービス協会で、4件" in answer.text
    assert answer.text.count("2番目に多いのは") == 2


def test_where_the_new_words_stand_is_said_of_each(sample: Assistant) -> None:
    answer = sample.answer("修正された意見は本文のどこに反映された")
    assert {"4.2.2(1)", "4.1.2"} <= {c.reference.unit.locator.section for c in answer.citations}


def test_a_sender_is_known_by_its_field_once(sample: Assistant) -> None:
    answer = sample.answer("医療法人の意見はどう扱われましたか")
    assert answer.query.completed == "医療法人はるかぜ会の意見はどう扱われましたか"


def test_what_was_wished_for_stands_beside_what_was_made_of_it(sample: Assistant) -> None:
    answer = sample.answer("意見1-2、求められた文言と実際に入った文言の違いは")
    assert "意見の内容" in answer.text
    assert "4.2.2(1)" in answer.text
