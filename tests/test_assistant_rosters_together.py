"""Who was at both of two meetings, or at only one; no unknown word makes a set empty."""

from __future__ import annotations

import pytest

from assistant.answers import Answer, Status
from assistant.assistant import Assistant

NOT_AT_THE_SIXTH = ["出席者11", "出席者13", "出席者15"]
NEW_AT_THE_SIXTH = ["出席者12", "出席者14"]


def items(answer: Answer) -> list[str]:
    """The places of the people that the answer lists, of one roster, in its order."""
    people = [c.reference.unit.local_id for c in answer.citations]
    return list(dict.fromkeys(place for place in people if place.startswith("出席者")))


@pytest.mark.parametrize(
    "question",
    [
        "民間や大学からの構成員のうち、第22回と第39回の両方に出席した人を全員挙げてください。",
        "第22回にも第39回にも出ている、民間の人はどなたですか。両方に出席した人です。",
        "学識者として第22回と第39回のどちらにも出席した方をすべて挙げてください。",
    ],
)
def test_outside_members_of_both_meetings_are_found_by_any_word(
    reference: Assistant, question: str
) -> None:
    text = reference.answer(question).text
    assert all(name in text for name in ("小野寺正", "野原佐和子", "前田雅英", "村井純"))
    assert "いません" not in text


def test_only_those_who_lead_a_company_are_managers(reference: Assistant) -> None:
    text = reference.answer("第22回と第39回の両方に出席した経営者は誰ですか。").text
    assert "小野寺正、野原佐和子です" in text
    assert "前田雅英" not in text


@pytest.mark.parametrize(
    "question",
    [
        "第22回のメンバーで第39回にも残っている人は誰ですか。",
        "第39回の出席者のうち第22回にも出席した人は誰ですか。",
        "第22回と第39回のどちらにも来ていた専門家は誰ですか。",
    ],
)
def test_who_was_at_the_other_meeting_too(reference: Assistant, question: str) -> None:
    assert "4人で、小野寺正" in reference.answer(question).text


def test_a_word_that_no_roster_prints_is_said_not_to_be_told_by_it(reference: Assistant) -> None:
    text = reference.answer("第22回と第39回の両方に出席した財界人は誰ですか。").text
    assert "出席者の記載からは分かりません" in text
    assert "4人" in text


def test_professors_of_a_faculty_are_university_professors(reference: Assistant) -> None:
    text = reference.answer("第22回と第39回の両方に出席した大学教授は？").text
    assert "2人で、前田雅英、村井純" in text


def test_outside_members_are_not_companies_alone(sample: Assistant) -> None:
    text = sample.answer("第5回と第6回の両方に出席した民間の委員は誰ですか。").text
    assert "4人で、岸本玲子、名取宗一郎、篠宮かおり、宇田川翼" in text


def test_that_no_minister_came_to_both_is_said_of_ministers(reference: Assistant) -> None:
    text = reference.answer("第22回と第39回の両方に出席した大臣は誰ですか。").text
    assert text.startswith("「大臣」に当たる者のうち")
    assert "野田聖子" in text
    assert "安倍晋三" in text


@pytest.mark.parametrize(
    "question",
    [
        "第5回の出席者名簿には載っているのに、第6回の名簿には名前がない人は誰ですか。全員お願いします。",
        "第5回の名簿にあって第6回の名簿にない人を全員挙げてください。",
        "第6回の名簿には見当たらないが、第5回の名簿には名前のある方は？",
        "第5回から抜けた人は誰ですか。",
        "第6回でいなくなったメンバーを教えてください。",
    ],
)
def test_who_is_on_the_first_roster_and_not_on_the_second(sample: Assistant, question: str) -> None:
    answer = sample.answer(question)
    assert answer.status is Status.ANSWERED
    assert items(answer) == NOT_AT_THE_SIXTH
    assert "3人" in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "第6回から新しく加わった人は誰ですか。",
        "第6回にはいるけど第5回にはいなかった人は？",
        "第6回にだけ出席した人を全員教えてください。",
        "第5回では名簿になく、第6回の名簿に載っている人は誰ですか。",
    ],
)
def test_who_is_new(sample: Assistant, question: str) -> None:
    assert items(sample.answer(question)) == NEW_AT_THE_SIXTH


def test_who_stayed_away_and_sent_a_proxy_is_told_apart(sample: Assistant) -> None:
    text = sample.answer("第5回には出席したのに第6回には欠席した人は？").text
    assert "3人" in text
    assert "安曇健吾は、第6回の出席者の欄に名前がありますが、代理が出席" in text


def test_both_differences_where_either_is_asked(sample: Assistant) -> None:
    text = sample.answer("第5回と第6回のどちらか一方にだけ出た人は誰ですか。").text
    assert all(name in text for name in ("岸本達也", "鷺沢由紀夫", "城戸浩", "浅利美咲", "三好遥"))


@pytest.mark.parametrize(
    ("question", "count"),
    [
        ("第39回にだけ出た人は誰ですか。", "19人"),
        ("第22回から抜けた人を全員挙げてください。", "13人"),
        ("第22回には出ていたのに第39回には出ていない大臣は誰ですか。", "2人"),
        ("第39回の名簿にあって第22回の名簿にない教授は誰ですか。", "2人"),
    ],
)
def test_differences_of_the_council(reference: Assistant, question: str, count: str) -> None:
    assert count in reference.answer(question).text.splitlines()[0]


def test_a_difference_of_what_was_said_is_no_difference_of_rosters(sample: Assistant) -> None:
    text = sample.answer("第5回では議題になったのに第6回では報告されていない事項は？").text
    assert "出席者の欄" not in text


@pytest.mark.parametrize(
    "question",
    [
        "11月の名簿に名前があって1月の名簿からは消えた人を全員。",
        "11月にはいて1月にはいなかったのは誰",
        "Who attended the 5th meeting but not the 6th meeting?",
        "Who was on the November roster but not on the January one?",
    ],
)
def test_rosters_named_by_month_or_in_english_are_set_against_each_other(
    sample: Assistant, question: str
) -> None:
    assert items(sample.answer(question)) == NOT_AT_THE_SIXTH


def test_who_stood_in_is_named_beside_the_absent(reference: Assistant) -> None:
    text = reference.answer("防衛大臣は二つの会合でそれぞれ誰か。代わりに来たのは誰か。").text
    assert all(name in text for name in ("浜田靖一", "岸信夫", "小野寺五典"))
