"""The next meeting, offices nobody holds, and the period of a policy: what was refused wrongly."""

from __future__ import annotations

import pytest

from assistant.answers import Status
from assistant.assistant import Assistant
from tests.helpers.asking import cited


@pytest.mark.parametrize(
    "question",
    [
        "第7回はいつ開かれますか",
        "次の会合はいつですか",
        "第7回の日程は決まっていますか",
        "第6回の次の会議はいつ、何のために開かれますか",
        "When is the next meeting?",
    ],
)
def test_the_last_minutes_name_the_day_of_a_meeting_not_held(
    sample: Assistant, question: str
) -> None:
    answer = sample.answer(question)
    assert answer.status is Status.ANSWERED
    assert cited(answer)[0] == "4(4)-発言1"
    assert "「本年3月24日」" in answer.text


def test_the_next_meeting_is_told_by_its_own_minutes_where_they_are_held(
    sample: Assistant,
) -> None:
    assert "令和7年1月30日" in sample.answer("第5回の次の会議はいつですか").text


@pytest.mark.parametrize(
    "question", ["第7回の議題は何ですか", "第8回はいつですか", "第7回はどこで開かれますか"]
)
def test_of_a_meeting_not_held_nothing_else_is_told(sample: Assistant, question: str) -> None:
    assert sample.answer(question).status is Status.NOT_IN_DOCUMENTS


@pytest.mark.parametrize("office", ["会長", "座長", "知事", "法務大臣"])
def test_an_office_that_nobody_holds_is_in_scope_though_not_held(
    sample: Assistant, office: str
) -> None:
    answer = sample.answer(f"{office}は誰ですか")
    assert answer.status is Status.NOT_IN_DOCUMENTS
    assert f"「{office}」の記載はありません" in answer.text


def test_people_of_the_city_are_none_of_the_state(sample: Assistant) -> None:
    answer = sample.answer("国の職員は出席していましたか")
    assert answer.status is Status.NOT_IN_DOCUMENTS
    assert "樋渡" not in answer.text


def test_hours_of_a_meeting_are_not_those_somebody_spoke_of(sample: Assistant) -> None:
    assert "110分間" in sample.answer("第5回の会議は何時間かかりましたか").text


def test_the_very_last_speaker_is_not_who_spoke_most(sample: Assistant) -> None:
    assert cited(sample.answer("第6回で一番最後に話したのは誰ですか")) == ["4(4)-発言1"]


def test_whether_anybody_opposed_is_told_by_the_vote(sample: Assistant) -> None:
    answer = sample.answer("第6回で反対した人はいましたか")
    assert answer.status is Status.ANSWERED
    assert "全員の賛成" in answer.text


@pytest.mark.parametrize(
    "question",
    ["戦略の期間はいつからいつまでですか", "千早野市デジタル安全戦略は何年度から何年度までですか"],
)
def test_a_policy_says_for_which_years_it_is(sample: Assistant, question: str) -> None:
    assert cited(sample.answer(question)) == ["1"]


@pytest.mark.parametrize(
    "question",
    [
        "第2次千早野市情報化計画はいつからいつまでですか",
        "情報化計画の期間は何年度から何年度ですか",
    ],
)
def test_years_of_a_policy_that_is_not_held_are_not_taken_from_another(
    sample: Assistant, question: str
) -> None:
    assert sample.answer(question).status is Status.NOT_IN_DOCUMENTS


def test_a_name_and_something_more_are_two_questions(sample: Assistant) -> None:
    answer = sample.answer("「推進員」の正式な名称と任期を教えてください。")
    assert "デジタル安全推進員" in answer.text
    assert "任期は2年" in answer.text
