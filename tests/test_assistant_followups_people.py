"""Follow-ups about somebody whom the turn before called by name and office, or by a remark."""

from __future__ import annotations

import pytest

from assistant.answers import Status
from assistant.assistant import Assistant
from tests.helpers.asking import cited, talk

_SUPERINTENDENT = (
    "第5回で戸部教育長は何を述べましたか。",
    "令和7年度に各校2人、計66人の教員に研修を行うことなどです（第5回 4(2)-発言13）。",
)
_POLICE = (
    "第5回で県警の城戸課長は何を述べましたか。",
    "早い段階で連絡をもらえれば証拠が残せると述べています（第5回 4(2)-発言15）。",
)
_LAWYER = ("第5回で宇田川委員は何を指摘しましたか", "例外の要件です（第5回 4(2)-発言6）。")


@pytest.mark.parametrize(
    "question",
    [
        "では第6回では、同じ方は何を話していますか。",
        "第6回では何と言っていますか。",
        "その教育長の第6回での発言は？",
    ],
)
def test_who_was_called_by_name_and_office_is_found_at_another_meeting(
    sample: Assistant, question: str
) -> None:
    assert cited(talk(sample, _SUPERINTENDENT, question)) == ["4(3)-発言7"]


@pytest.mark.parametrize(
    "question", ["その課長は、次の第6回では何と言っていますか。", "彼は第6回では発言しましたか。"]
)
def test_an_office_pointed_back_to_is_no_other_holder_of_it(
    sample: Assistant, question: str
) -> None:
    answer = talk(sample, _POLICE, question)
    assert answer.status is Status.PREMISE_WRONG
    assert "津島" not in answer.text


@pytest.mark.parametrize(
    "question", ["課長は何と答えましたか", "誰がどう答えましたか", "その指摘に誰が答えましたか"]
)
def test_what_was_answered_stands_behind_the_remark(sample: Assistant, question: str) -> None:
    assert "4(2)-発言7" in cited(talk(sample, _LAWYER, question))


def test_who_answers_is_asked_and_not_whom(sample: Assistant) -> None:
    before = ("第5回で久我山副議長が提案したことは何ですか", "報告率を主な指標とすることです。")
    answer = talk(sample, before, "それに対して議長はどうまとめましたか")
    assert cited(answer)[0] == "4(2)-発言21"


def test_a_question_whether_leaves_its_matter_to_the_next(reference: Assistant) -> None:
    before = (
        "第22回で政府機関のサーバ集約化は決まったのですか。",
        "はい、政策会議決定とされました（第22回 4(5)）。",
    )
    answer = talk(reference, before, "それについて、各府省は年内に何を作ることになりましたか。")
    assert cited(answer)[0] == "4(6)-発言1"
    at_meeting = talk(reference, before, "防衛省は何と言っていますか")
    assert cited(at_meeting)[0].startswith("4(4)-段落5")


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("そのトップにはどういう立場の人が就くのですか。", "副長官補"),
        ("その組織の英語名は？", "Incident readiness"),
        ("英語の正式名称は？", "Incident readiness"),
    ],
)
def test_a_name_that_was_the_answer_owns_what_is_asked_next(
    reference: Assistant, question: str, told: str
) -> None:
    before = (
        "取組方針案で内閣官房に置くとされている専担の組織は何ですか。",
        "内閣サイバーセキュリティセンターです（取組方針(案) 3(2)）。",
    )
    assert told in talk(reference, before, question).text


def test_a_meeting_by_its_count_replaces_another(reference: Assistant) -> None:
    before = ("39回目の会議で最初にあいさつしたのは誰？", "安倍晋三内閣総理大臣です。")
    assert talk(reference, before, "じゃあ23回目は？").status is Status.NOT_IN_DOCUMENTS
