"""Follow-ups that leave out what they are about: the person, the meeting, the remark."""

from __future__ import annotations

import pytest

from assistant.answers import Status
from assistant.assistant import Assistant
from tests.helpers.asking import cited, talk

_NAMELESS = (
    "第6回で、個人からの意見が多く届いたと評価した発言はありますか。",
    "あります（第6回 4(3) 発言1）。",
)
_LAWYER = ("第6回に出ていた弁護士は誰ですか", "宇田川翼（委員・弁護士）です。")
_CHAIR = ("第6回の議長は誰ですか", "樋渡奈緒（副市長(議長)）です。")
_WINDOW = ("デジタル安全相談窓口はどこにできますか。", "本庁舎です（戦略 4.1.1(1)i）。")
_FIVE_POINTS = ("第39回で5点を述べた発言はどれですか。", "発言2です〔第39回 4(2)-発言2〕。")


@pytest.mark.parametrize(
    "question",
    ["そう述べた方のお名前は分かりますか。", "そう言ったのは誰ですか", "話したのは誰ですか"],
)
def test_who_said_so_is_asked_of_the_remark_that_answered(sample: Assistant, question: str) -> None:
    answer = talk(sample, _NAMELESS, question)
    assert answer.status is Status.PARTIAL
    assert cited(answer)[0] == "4(3)-発言1"


@pytest.mark.parametrize(
    "question", ["第5回にも出ていますか", "第5回でも発言しましたか", "ほかに何を話しましたか"]
)
def test_the_one_person_of_the_last_turn_is_meant(sample: Assistant, question: str) -> None:
    answer = talk(sample, _LAWYER, question)
    assert answer.status is Status.ANSWERED
    assert "宇田川翼" in answer.text


@pytest.mark.parametrize("question", ["では4回は？", "第4回では誰でしたか", "4回も同じですか"])
def test_a_meeting_without_the_word_is_one_that_is_not_held(
    sample: Assistant, question: str
) -> None:
    answer = talk(sample, _CHAIR, question)
    assert answer.status is Status.NOT_IN_DOCUMENTS
    assert "第4回" in answer.text


def test_who_it_was_at_another_meeting_asks_for_the_same_office(sample: Assistant) -> None:
    answer = talk(sample, _CHAIR, "第5回では誰でしたか")
    assert "議長" in answer.query.completed
    assert "樋渡奈緒" in answer.text
    assert "久我山誠一" not in answer.text


@pytest.mark.parametrize("question", ["そこの電話番号は何番ですか。", "電話番号は？"])
def test_a_number_that_the_place_lacks_is_refused(sample: Assistant, question: str) -> None:
    answer = talk(sample, _WINDOW, question)
    assert answer.status is Status.NOT_IN_DOCUMENTS
    assert "電話番号" in answer.text


@pytest.mark.parametrize(
    ("question", "status"),
    [
        ("4つ目は何の話でしたか？", Status.ANSWERED),
        ("5点目は？", Status.ANSWERED),
        ("6つ目は？", Status.PREMISE_WRONG),
    ],
)
def test_a_numbered_point_of_the_only_remark(
    reference: Assistant, question: str, status: Status
) -> None:
    answer = talk(reference, _FIVE_POINTS, question)
    assert answer.status is status
    assert cited(answer)[0] == "4(2)-発言2"


@pytest.mark.parametrize(
    "question", ["英国と比べてください", "英国の取組と並べて比べてもらえますか"]
)
def test_the_other_side_takes_its_place_beside_the_noun_it_resembles(
    reference: Assistant, question: str
) -> None:
    before = ("米国の体制強化について教えて", "NCCICを置きました（取組方針（案） 1）。")
    answer = talk(reference, before, question)
    assert "米国と英国" in answer.query.completed
    assert answer.status is Status.ANSWERED
