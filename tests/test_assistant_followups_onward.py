"""Follow-ups that go on from a remark: its speaker, its cost, what came of it, the next one."""

from __future__ import annotations

import pytest

from assistant.answers import Status
from assistant.assistant import Assistant
from tests.helpers.asking import cited, talk

_ASKED_FOR_MORE = (
    "迷惑電話防止機器を600台にしてほしいと言ったのは誰ですか。",
    "篠宮委員です（第5回 4(2) 発言2）。",
)
_PROMISED = (
    "三輪田総務局長は、システムをどの順に戻すかについて何を約束しましたか。",
    "年内に復旧の順位表を作り、各局の了解を得ると述べました（第5回 4(2)-発言16）。",
)


@pytest.mark.parametrize(
    "question",
    [
        "費用の面ではどのような説明がありましたか。",
        "その場合の費用は総額いくらになると説明されましたか。",
        "お金の面では？",
    ],
)
def test_the_sum_stands_in_the_remark_behind(sample: Assistant, question: str) -> None:
    assert cited(talk(sample, _ASKED_FOR_MORE, question))[0] == "4(2)-発言3"


def test_the_sum_of_another_year_is_not_taken_from_the_last_answer(sample: Assistant) -> None:
    before = (
        "令和7年度の当初予算案にはいくら計上されましたか。",
        "1億2,400万円です（第6回 4(3) 発言14）。",
    )
    answer = talk(sample, before, "では令和8年度の当初予算はいくらですか。")
    assert answer.status is Status.NOT_IN_DOCUMENTS


@pytest.mark.parametrize(
    "question", ["その後どうなりましたか。", "それ、間に合ったの？", "順位表は完成したのですか。"]
)
def test_what_came_of_a_promise_is_told_elsewhere(sample: Assistant, question: str) -> None:
    units = cited(talk(sample, _PROMISED, question))
    assert "4(3)-発言9" in units
    assert "4(2)-発言16" not in units


@pytest.mark.parametrize("question", ["その方のお名前か所属は分かりますか。", "どこの人ですか"])
def test_the_speaker_of_a_remark_that_the_answer_named(sample: Assistant, question: str) -> None:
    before = ("相談員の人数を尋ねた発言はどれですか。", "第6回の発言3です［第6回 4(3) 発言3］。")
    answer = talk(sample, before, question)
    assert answer.status is Status.PARTIAL
    assert cited(answer)[0] == "4(3)-発言3"


@pytest.mark.parametrize(
    ("question", "unit"),
    [("その二つ後は？", "4(2)-発言14"), ("その前は？", "4(2)-発言11"), ("次は？", "4(2)-発言13")],
)
def test_the_neighbour_need_not_be_called_a_remark(
    sample: Assistant, question: str, unit: str
) -> None:
    assert cited(talk(sample, "第5回の発言12は誰の発言ですか。", question))[0] == unit


def test_which_of_two_meetings_has_more(sample: Assistant) -> None:
    answer = talk(sample, "第5回の出席者は何人？", "第6回は？", "どちらが多い？")
    assert "第5回が15人、第6回が13人" in answer.text


def test_what_somebody_said_who_was_asked_about_as_an_attendee(sample: Assistant) -> None:
    answer = talk(sample, "第5回に消防局長はいましたか。", "第5回では何を言いましたか")
    assert "4(2)-発言5" in cited(answer)


def test_a_rest_that_no_list_has_is_of_the_matter(sample: Assistant) -> None:
    answer = talk(sample, "図書館の再発防止はどこまで済みましたか。", "残りはいつ終わる予定？")
    assert cited(answer)[0] == "4(3)-発言3"


def test_proxies_are_told_anyway(sample: Assistant) -> None:
    answer = talk(
        sample, "第5回の市立病院事務局長は誰ですか。", "では第6回は？代理の人がいればそれも。"
    )
    assert "安曇健吾" in answer.text
    assert "浅利美咲" in answer.text
