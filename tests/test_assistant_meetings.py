"""Who attended in which office, what was decided, and what is no question of either."""

from __future__ import annotations

import pytest

from assistant.answers import Status
from assistant.assistant import Assistant
from tests.helpers.asking import cited


def test_professors_are_those_whose_office_says_so(reference: Assistant) -> None:
    answer = reference.answer("第39回に出席した大学の教授を全員挙げてください")
    assert cited(answer) == ["出席者11", "出席者12", "出席者14", "出席者15"]
    assert "4人" in answer.text


def test_a_parliamentary_secretary_is_not_a_minister(reference: Assistant) -> None:
    answer = reference.answer("第22回に大臣は何人出席したか")
    assert cited(answer) == ["出席者2", "出席者3", "出席者4", "出席者6"]
    assert "本人は出席せず代理が出席したのは2人" in answer.text


def test_proxies_of_an_office_stand_for_those_of_another(reference: Assistant) -> None:
    answer = reference.answer("第22回会合で、大臣の代わりに出席した政務官は誰と誰ですか")
    assert cited(answer) == ["出席者5", "出席者7"]


def test_the_one_who_came_has_one_office_and_the_absent_the_other(reference: Assistant) -> None:
    answer = reference.answer("第22回で、大臣が欠席して政務官が代わりに出たケースを教えて")
    assert cited(answer) == ["出席者5", "出席者7"]


def test_that_nobody_of_an_office_was_away_is_not_said_of_all(reference: Assistant) -> None:
    answer = reference.answer("第22回会合を欠席した政務官はいますか")
    assert "「政務官」かつ「本人が欠席した人」" in answer.text


def test_a_short_remark_is_quoted_to_its_end(reference: Assistant) -> None:
    answer = reference.answer("第22回会合 セプターカウンシルの現状認識")
    assert "意識改革" in answer.text


@pytest.mark.parametrize(("office", "number"), [("局長", 5), ("教授", 1), ("議長", 1)])
def test_offices_of_the_sample_council(sample: Assistant, office: str, number: int) -> None:
    answer = sample.answer(f"第5回に{office}は何人出席しましたか")
    assert f"{number}人" in answer.text
    assert len(cited(answer)) == number


def test_what_the_roster_does_not_tell_is_said(reference: Assistant) -> None:
    answer = reference.answer("第39回に女性は何人出席しましたか")
    assert answer.status is Status.PARTIAL
    assert answer.text.startswith("「女性」に当たるかどうか")


def test_somebody_of_another_meeting_was_not_at_this_one(reference: Assistant) -> None:
    answer = reference.answer("谷合正明は第39回に出席しましたか")
    assert "記載はありません" in answer.text
    assert cited(answer) == ["3"]


def test_a_decision_recorded_in_a_section_is_quoted(reference: Assistant) -> None:
    answer = reference.answer("第22回会合で政策会議決定になったものは何ですか")
    assert cited(answer) == ["4-議題1", "4-議題2", "4(5)"]


def test_what_was_decided_in_other_words(sample: Assistant) -> None:
    assert cited(sample.answer("第6回では何が決まりましたか")) == ["4-議題1", "4(3)"]


@pytest.mark.parametrize(
    "question",
    ["第39回で、自衛隊の部隊はいつ発足しましたか", "第5回で報告された訓練の開封率は何％ですか"],
)
def test_a_fact_told_at_a_meeting_is_not_its_date_or_agenda(
    reference: Assistant, sample: Assistant, question: str
) -> None:
    assistant = reference if "39" in question else sample
    found = cited(assistant.answer(question))
    assert found
    assert not set(found) & {"1", "2"}
    assert not any("議題" in unit for unit in found)


@pytest.mark.parametrize(
    ("question", "places"),
    [
        ("2009年の会合に来ていた情報セキュリティ補佐官は何人で、名前は何といいますか。", [16, 17]),
        ("平成26年の会議に出ていた官房副長官は何名で、誰ですか。", [16, 17, 18]),
        ("第39回に顔を出していた官房副長官（副長官補は除く）を全員教えてください。", [16, 17, 18]),
        ("第22回に総務省から出ていたのは誰？", [3]),
        ("第22回で経産省を代表して座っていたのは誰でしたか。", [5, 4]),
        ("第39回に、KDDIからはどなたがいらしていましたか。", [10]),
        ("第39回には外務省と経産省から誰が来ていましたか。", [7, 8]),
        ("第39回の会合には、大学の先生は何人来ていて、お名前は何ですか。", [11, 12, 14, 15]),
        ("第22回に大臣本人ではなく代わりの人が来たのはどの省？", [5, 7]),
    ],
)
def test_who_came_from_where(reference: Assistant, question: str, places: list[int]) -> None:
    answer = reference.answer(question)
    assert answer.status is Status.ANSWERED
    assert cited(answer) == [f"出席者{place}" for place in places]


@pytest.mark.parametrize(
    ("question", "place"),
    [
        ("第6回に病院から来ていたのは？", "出席者12"),
        ("第5回に教育委員会から来ていたのは誰ですか。", "出席者9"),
        ("第5回の会議に商工会議所を代表して出ていた人の名前は？", "出席者3"),
        ("第5回にいた弁護士の名前は？", "出席者6"),
        ("令和6年の会議に顔を見せた市長は誰ですか。", "出席者13"),
        ("第6回の会議で副議長だったのはどなた？", "出席者2"),
    ],
)
def test_one_who_was_there(sample: Assistant, question: str, place: str) -> None:
    answer = sample.answer(question)
    assert answer.status is Status.ANSWERED
    assert cited(answer)[0] == place


def test_a_body_that_sent_nobody_to_this_meeting_is_said_to_have_sent_nobody(
    sample: Assistant,
) -> None:
    assert "0人" in sample.answer("第6回に消防局から誰か来ていましたか。").text
    assert "城戸浩" not in sample.answer("第6回に警察から来ていたのは誰ですか。").text


def test_participants_of_an_exercise_are_no_attendees(reference: Assistant) -> None:
    answer = reference.answer("3月18日の訓練には、全部で何人が参加しましたか。")
    assert answer.status is Status.NOT_IN_DOCUMENTS


@pytest.mark.parametrize(
    "question",
    [
        "第２２回と第３９回、開始と終了の時刻を並べてください。",
        "平成21年6月と平成26年5月の会合、始まりと終わりの時刻は",
        "第22回と第39回では、どちらのほうが長く開かれたか。",
        "When did the 22nd and the 39th meetings start and end?",
    ],
)
def test_hours_of_two_meetings_stand_side_by_side(reference: Assistant, question: str) -> None:
    text = reference.answer(question).text
    assert all(hour in text for hour in ("17:20", "18:15", "8:45", "9:30"))


def test_how_long_a_meeting_took_is_counted_from_its_hours(reference: Assistant) -> None:
    assert "55分間" in reference.answer("第22回は何分間でしたか").text
    text = reference.answer("第22回と第39回、長かったのはどちらですか").text
    assert "第22回の方が長く" in text


@pytest.mark.parametrize(
    ("question", "places"),
    [
        ("第39回で決定した事柄の、上から三つ目は何でしたか。", ["4(2)-議題4"]),
        ("第39回の決定事項を上から二つ", ["4(2)-議題2", "4(2)-議題3"]),
        ("What was the third decision of the 39th meeting?", ["4(2)-議題4"]),
        ("第22回の出席者の最初の三人", ["出席者1", "出席者2", "出席者3"]),
    ],
)
def test_places_of_a_list_of_a_meeting(
    reference: Assistant, question: str, places: list[str]
) -> None:
    assert cited(reference.answer(question)) == places


@pytest.mark.parametrize(
    ("question", "places"),
    [
        ("第5回の出席者名簿で、上から四人目に載っている方の氏名と所属は。", ["出席者4"]),
        ("第6回の名簿の下から二番目は誰？", ["出席者13"]),
        ("Who is the fourth person on the attendance list of the 5th meeting?", ["出席者4"]),
        ("1月の会合で、病院の事務方の長の席に座ったのは誰でしたか。", ["出席者11", "出席者12"]),
    ],
)
def test_places_of_a_roster_and_offices_in_other_words(
    sample: Assistant, question: str, places: list[str]
) -> None:
    assert cited(sample.answer(question)) == places


@pytest.mark.parametrize("last", ["最後の三人は", "名簿の最後から三人", "しんがりの3人は誰"])
def test_the_last_of_a_roster_in_any_numerals(sample: Assistant, last: str) -> None:
    assert "12番目から14番目まで（全14人）" in sample.answer(f"第6回の{last}").text
