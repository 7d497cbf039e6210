"""Who attended in which office, what was decided, and what is no question of either."""

from __future__ import annotations

import pytest

from assistant.answers import Answer, Status
from assistant.assistant import Assistant


def cited(answer: Answer) -> list[str]:
    return list(dict.fromkeys(c.reference.unit.local_id for c in answer.citations))


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
