"""Meetings that are not held, however they are named, and attendees nobody of whom was there."""

from __future__ import annotations

import pytest

from assistant.answers import Status
from assistant.assistant import Assistant


@pytest.mark.parametrize(
    "question",
    [
        "令和7年3月24日の会合で、実施計画は了承されましたか。",
        "令和6年12月の会合で何が決まりましたか",
        "2025年3月24日に開かれた会議の議題は？",
    ],
)
def test_a_meeting_of_a_day_that_is_not_held_is_refused(sample: Assistant, question: str) -> None:
    answer = sample.answer(question)
    assert answer.status is Status.NOT_IN_DOCUMENTS
    assert "第6回" in answer.text


def test_a_meeting_that_is_held_is_known_by_its_day(sample: Assistant) -> None:
    assert sample.answer("令和7年1月30日の会合の出席者は何人ですか").status is Status.ANSWERED


@pytest.mark.parametrize(
    ("question", "status"),
    [
        ("第6回の出席者のうち、県警察から来ていたのは誰ですか。", Status.PREMISE_WRONG),
        ("第6回に県警察の人は来ていましたか", Status.ANSWERED),
    ],
)
def test_whoever_is_asked_for_by_name_was_there(
    sample: Assistant, question: str, status: Status
) -> None:
    assert sample.answer(question).status is status


@pytest.mark.parametrize(
    "question",
    [
        "図書館の予約システムの再発防止策がどこまで終わったかを第5回で報告したのは誰ですか。",
        "誰が図書館の再発防止策の進み具合を報告しましたか",
    ],
)
def test_who_reported_a_matter_is_no_item_of_the_agenda(sample: Assistant, question: str) -> None:
    answer = sample.answer(question)
    assert answer.status is Status.ANSWERED
    assert "三輪田徹" in answer.text
