"""What a named person said: only turns that are that person's, each with its ground."""

from __future__ import annotations

import pytest

from assistant.answers import Status
from assistant.assistant import Assistant
from index.documents import RosterEntry, Utterance
from tests.helpers.asking import cited


@pytest.mark.parametrize(
    ("question", "person", "turns"),
    [
        ("第5回で市長は何と述べましたか", "鷺沢由紀夫", 1),
        ("第5回の宇田川委員の発言を教えてください", "宇田川翼", 2),
        ("第5回で岸本消防局長は何と説明しましたか", "岸本達也", 1),
    ],
)
def test_the_turns_of_a_named_person(
    sample: Assistant, question: str, person: str, turns: int
) -> None:
    answer = sample.answer(question)
    speakers = {
        citation.reference.unit.attribution.person
        for citation in answer.citations
        if isinstance(citation.reference.unit, Utterance)
    }
    assert speakers == {person}
    assert f"{turns}件" in answer.text


def test_a_member_present_in_minutes_without_names_said_nothing_that_can_be_told(
    reference: Assistant,
) -> None:
    answer = reference.answer("第39回で村井教授は何と述べましたか")
    assert answer.status is Status.PARTIAL
    assert {type(c.reference.unit) for c in answer.citations} == {RosterEntry}


def test_an_office_inferred_from_the_turn_is_marked_so(reference: Assistant) -> None:
    answer = reference.answer("第39回で総務大臣は何と述べましたか")
    assert "新藤義孝" in answer.text
    assert "推定" in answer.text


def test_an_office_that_is_only_mentioned_is_no_speaker(sample: Assistant) -> None:
    answer = sample.answer("侵入から市長への報告までに何日要したと述べていますか")
    assert "3日" in answer.text
    assert "鷺沢" not in answer.text


@pytest.mark.parametrize(
    ("question", "people"),
    [
        ("第5回での岸本さんの要望は何でしたか。", ("岸本玲子", "岸本達也")),
        ("岸本氏の発言を教えてください。", ("岸本玲子", "岸本達也")),
    ],
)
def test_two_of_one_name_are_both_told(
    sample: Assistant, question: str, people: tuple[str, str]
) -> None:
    answer = sample.answer(question)
    assert answer.status is Status.AMBIGUOUS
    assert all(person in answer.text for person in people)
    assert any(isinstance(citation.reference.unit, Utterance) for citation in answer.citations)


def test_an_office_behind_the_name_tells_which_of_two_is_meant(sample: Assistant) -> None:
    answer = sample.answer("第5回の岸本委員の意見は？")
    assert answer.status is Status.ANSWERED
    assert "岸本達也" not in answer.text


def test_of_two_who_attended_one_was_not_heard(reference: Assistant) -> None:
    answer = reference.answer("第39回の小野寺さんの意見を教えてください。")
    assert answer.status is Status.AMBIGUOUS
    assert "小野寺五典" in answer.text
    assert "小野寺正" in answer.text
    assert reference.answer("第22回で小野寺氏は何を主張しましたか。").status is Status.PARTIAL


def test_all_turns_of_two_offices_of_one_person_are_shown(sample: Assistant) -> None:
    answer = sample.answer("第6回の三輪田さんの発言を全部教えて")
    turns = {citation.reference.unit.local_id for citation in answer.citations}
    assert turns == {"4(3)-発言9", "4(3)-発言10"}


@pytest.mark.parametrize(
    "question", ["二階大臣が第39回会合で述べたこと", "第22回での小野寺大臣の発言は"]
)
def test_a_minister_of_the_other_meeting_said_nothing_at_this_one(
    reference: Assistant, question: str
) -> None:
    assert reference.answer(question).status is Status.PREMISE_WRONG


def test_an_office_tells_people_of_one_family_name_apart(reference: Assistant) -> None:
    answer = reference.answer("第39回の小野寺大臣の発言を教えて")
    assert answer.status is Status.ANSWERED
    assert "小野寺正" not in answer.text


@pytest.mark.parametrize(
    ("question", "turn"),
    [
        ("第5回で消費者ネットの人は何を求めましたか", "4(2)-発言2"),
        ("大学の先生は第5回で何と言っていますか", "4(2)-発言1"),
        ("弁護士の委員は第6回で何を求めましたか", "4(3)-発言8"),
        ("警察は会議で何と言っていますか", "4(2)-発言15"),
        ("病院は第6回で何を報告しましたか", "4(3)-発言5"),
    ],
)
def test_whoever_alone_fits_a_description_is_heard(
    sample: Assistant, question: str, turn: str
) -> None:
    assert turn in cited(sample.answer(question))


def test_an_attendee_of_a_body_is_not_given_the_words_of_another(sample: Assistant) -> None:
    answer = sample.answer("商工会議所は第6回で何を心配していましたか")
    assert answer.status is Status.PARTIAL
    assert not any("発言" in unit for unit in cited(answer))


@pytest.mark.parametrize("office", ["補佐官", "情報セキュリティ補佐官"])
def test_a_person_is_known_by_the_last_letters_of_the_office(
    reference: Assistant, office: str
) -> None:
    answer = reference.answer(f"山口{office}は第22回で何を述べましたか")
    assert answer.status is Status.PARTIAL
    assert "山口英" in answer.text


def test_each_answers_whom_it_is_said_to_answer(sample: Assistant) -> None:
    answer = sample.answer("宇田川委員の指摘に対して津島課長は第5回でどう説明しましたか")
    assert cited(answer) == ["4(2)-発言7"]


def test_what_an_office_said_at_two_meetings_is_no_roster(sample: Assistant) -> None:
    answer = sample.answer("教育長は第5回と第6回でそれぞれ何を言いましたか")
    assert {"4(2)-発言13", "4(3)-発言7"} <= set(cited(answer))
