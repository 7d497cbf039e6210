"""People of rosters by name, by kind and by place; who spoke, and for whom; which meeting."""

from __future__ import annotations

import pytest

from assistant.answers import Status
from assistant.assistant import Assistant
from tests.helpers.asking import cited


@pytest.mark.parametrize(
    ("question", "places"),
    [
        ("第39回の出席者の遠藤さんは、どこの方ですか。", [9, 20]),
        ("遠藤さんはどの会議に出ましたか", [9, 20]),
        ("第39回の小野寺氏の所属を教えて", [6, 10]),
    ],
)
def test_two_of_one_family_name_are_both_shown(
    reference: Assistant, question: str, places: list[int]
) -> None:
    answer = reference.answer(question)
    assert answer.status is Status.AMBIGUOUS
    assert cited(answer) == [f"出席者{place}" for place in places]


@pytest.mark.parametrize(
    ("question", "places"),
    [
        ("第39回の小野寺大臣の名前は", ["出席者6"]),
        ("小野寺さんの会社はどこですか", ["出席者10", "出席者8"]),
        ("第22回の小野寺さんの肩書は", ["出席者8"]),
        ("第39回に前田さんはいましたか。", ["出席者14"]),
        ("浜田防衛大臣は第22回に来ましたか", ["出席者6", "出席者7"]),
        ("第22回に林さんは来ましたか", ["3"]),
    ],
)
def test_one_who_is_called_by_name(reference: Assistant, question: str, places: list[str]) -> None:
    answer = reference.answer(question)
    assert answer.status is Status.ANSWERED
    assert cited(answer) == places


@pytest.mark.parametrize(
    ("question", "places"),
    [
        ("第39回の会議に来ていた大学教授は誰々ですか？", [11, 12, 14, 15]),
        ("第39回に学者は何人いましたか", [11, 12, 14, 15]),
        (
            "第39回の名簿で、大学又は大学院の教授の肩書を持つ方を漏れなく挙げてください。",
            [11, 12, 14, 15],
        ),
        ("第39回に出た企業の数は", [9, 10, 13]),
        ("第22回の有識者は？", [8, 9, 10, 11]),
        ("内閣危機管理監は第39回では誰ですか", [19]),
        ("第39回の国家公安委員長は", [4]),
        ("第39回の出席者名簿の最後の人は誰", [23]),
        ("第39回の官房副長官以外で、官房と名のつく出席者は", [2, 21, 22, 23]),
        ("第22回で、防衛大臣の代理で出席したのは誰ですか", [7]),
        ("防衛大臣は第22回では本人が出席しましたか、代理でしたか", [6, 7]),
    ],
)
def test_a_word_for_a_kind_of_people_chooses_them(
    reference: Assistant, question: str, places: list[int]
) -> None:
    answer = reference.answer(question)
    assert answer.status is Status.ANSWERED
    assert cited(answer) == [f"出席者{place}" for place in places]


@pytest.mark.parametrize("office", ["外務大臣", "法務大臣", "消防庁長官"])
def test_an_office_that_nobody_has_is_not_another_that_holds_its_letters(
    reference: Assistant, office: str
) -> None:
    answer = reference.answer(f"第39回に{office}はいましたか")
    assert cited(answer) == ["3"]
    assert f"「{office}」の記載はありません" in answer.text


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("第5回の出席者で委員でない人は何人", 11),
        ("第6回の民間以外の出席者は何人ですか", 8),
        ("第5回の出席者で市の職員ではない人は何人", 5),
    ],
)
def test_those_left_out_are_not_those_asked_for(
    sample: Assistant, question: str, number: int
) -> None:
    assert f"{number}人です" in sample.answer(question).text


@pytest.mark.parametrize(
    "question",
    ["2回とも出席した民間の人", "第22回・第39回とも出席した人は何人ですか"],
)
def test_who_was_at_each_meeting_is_one_set(reference: Assistant, question: str) -> None:
    assert "4人で、小野寺正、野原佐和子、前田雅英、村井純" in reference.answer(question).text


def test_one_who_spoke_for_another_is_shown_as_proxy(reference: Assistant) -> None:
    text = reference.answer("第22回で防衛大臣は何と言いましたか").text
    assert "浜田靖一本人は出席しておらず、岸信夫が代理で出席" in text


@pytest.mark.parametrize(
    ("question", "person"),
    [
        ("第39回でIT担当大臣は何を言った？", "山本一太"),
        ("第39回で日本電気の社長は何を話した？", "遠藤信博"),
        ("第39回で総理は何と言った", "安倍晋三"),
    ],
)
def test_an_office_in_short_is_its_holder(reference: Assistant, question: str, person: str) -> None:
    answer = reference.answer(question)
    assert person in answer.text
    assert answer.status in (Status.ANSWERED, Status.PARTIAL)


@pytest.mark.parametrize(
    ("question", "speaker"),
    [
        ("第39回で最初に発言したのは誰", "安倍晋三"),
        ("第22回で最後に発言したのは誰ですか", "河村建夫"),
        ("第39回で発言した人は誰ですか", "特定できません"),
    ],
)
def test_who_spoke_is_told_as_far_as_the_minutes_do(
    reference: Assistant, question: str, speaker: str
) -> None:
    assert speaker in reference.answer(question).text


@pytest.mark.parametrize(
    ("question", "unit"),
    [
        ("サーバ集約化はどの会議で決まりましたか", "4(2)-議題2"),
        ("普及・啓発プログラムが報告された会議はいつ開かれましたか", "4(2)-議題7"),
    ],
)
def test_the_meeting_that_dealt_with_a_matter(
    reference: Assistant, question: str, unit: str
) -> None:
    answer = reference.answer(question)
    assert answer.status is Status.ANSWERED
    assert cited(answer)[0].endswith(unit.rpartition("-")[2])


def test_categories_of_the_agenda_may_be_left_out(reference: Assistant) -> None:
    answer = reference.answer(
        "第39回の議事のうち、討議事項及び報告を除き、案件を列挙してください。"
    )
    assert cited(answer) == [f"4(2)-議題{number}" for number in range(2, 6)]


def test_the_other_category_of_the_same_agenda(reference: Assistant) -> None:
    history = [("第39回の討議事項は何でしたか。", "推進体制の機能強化についてです。")]
    answer = reference.answer("報告のほうは何でしたか。", history)
    assert cited(answer) == [f"4(2)-議題{number}" for number in range(6, 11)]


def test_that_minister_of_another_meeting_is_the_office(reference: Assistant) -> None:
    history = [("第39回の防衛大臣は誰ですか。", "小野寺五典防衛大臣です（第39回 出席者6）。")]
    answer = reference.answer("第22回では、その大臣は本人が来ましたか。", history)
    assert "浜田靖一" in answer.text
    assert "小野寺" not in answer.text


def test_a_date_of_the_next_meeting_that_is_not_printed_is_not_made_up(
    reference: Assistant,
) -> None:
    answer = reference.answer("第22回の次の会合は何月何日に開くと決まりましたか。")
    assert answer.status is Status.NOT_IN_DOCUMENTS


def test_a_remark_by_an_attendee_is_no_question_of_attendance(reference: Assistant) -> None:
    answer = reference.answer(
        "自衛隊の新しい隊の話をしたのは、第39回の会議のどの出席者と考えられますか。"
    )
    assert "4(2)-発言11" in cited(answer)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("How many ministers attended the 39th meeting?", "4 people are 「大臣」"),
        ("Who attended both the 22nd and the 39th meeting?", "4 people are listed for every one"),
        ("Who attended only the 22nd meeting?", "11 people are not on that of meeting 39"),
        ("Was Mr. Endo at the 39th meeting?", "2 attendees have the family name"),
    ],
)
def test_no_word_that_chooses_people_is_lost_in_english(
    reference: Assistant, question: str, told: str
) -> None:
    assert told in reference.answer(question).text
