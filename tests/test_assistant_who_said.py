"""Names only under words that speak of what is asked, and what only looks like a roster."""

from __future__ import annotations

import pytest

from assistant.answers import Status
from assistant.assistant import Assistant
from index.documents import Utterance
from tests.helpers.asking import cited, comment_keys, talk


def test_who_takes_a_proposal_up_is_not_its_proposer(sample: Assistant) -> None:
    proposer = sample.answer("診断の受付を上期と下期に分けてはどうかと言い出したのは誰？")
    assert (proposer.status, cited(proposer)) == (Status.PARTIAL, ["4(3)-発言13"])
    taker = sample.answer("診断の受付を分けるという提案を実施計画に反映したいと述べたのは誰")
    assert cited(taker) == ["4(3)-発言14"]


@pytest.mark.parametrize(
    "question",
    [
        (
            "平成21年の会合で、各府省の情報担当の責任者が集まる会議は正直うまく動いていない、"
            "と反省まじりに話した人はだれですか。"
        ),
    ],
)
def test_nobody_is_named_for_words_that_speak_of_something_else(
    reference: Assistant, question: str
) -> None:
    answer = reference.answer(question)
    assert answer.status is not Status.ANSWERED
    assert "発言者は" not in answer.text
    assert "提出者は" not in answer.text


def test_the_sender_of_a_wish_in_other_words_was_not_found(reference: Assistant) -> None:
    answer = reference.answer(
        "一定の守りの水準に届かないネット家電などは、売ることも買うことも制限してはどうか。"
        "そこまで踏み込んだ意見を出したのは誰でしたっけ。"
    )
    assert "意見18）の提出者は個人(2)です" in answer.text


def test_a_sender_beside_the_one_who_wrote_the_words_is_not_named(reference: Assistant) -> None:
    answer = reference.answer("「サイバー交番」を設けたらどうかと書いてきたのは誰ですか。")
    assert comment_keys(answer) == ["19-2"]


@pytest.mark.parametrize(
    "question",
    [
        "第22回で、「事故前提社会」の考え方を説いた人の名前を知りたい。",
        "事故前提社会について論じた構成員の氏名を教えて",
    ],
)
def test_a_name_asked_for_by_what_was_argued(reference: Assistant, question: str) -> None:
    answer = reference.answer(question)
    assert answer.status is Status.PARTIAL
    assert cited(answer) == ["4(4)-段落28"]


def test_fields_that_were_added_are_no_people_who_joined(reference: Assistant) -> None:
    answer = reference.answer(
        "第39回の会合で、重要インフラに新しく加わった3分野だけで足りるのかと"
        "疑問を投げかけたのはどなたでしょうか。"
    )
    assert "4(2)-発言2" in cited(answer)
    assert all(isinstance(one.reference.unit, Utterance) for one in answer.citations)


@pytest.mark.parametrize("question", ["第39回会合を欠席したのは何人ですか。", "第39回の欠席者は誰"])
def test_a_list_of_attendees_tells_of_nobody_absent(reference: Assistant, question: str) -> None:
    answer = reference.answer(question)
    assert answer.status is Status.NOT_IN_DOCUMENTS
    assert "0人" not in answer.text


@pytest.mark.parametrize(
    ("question", "turns"),
    [
        ("第5回で最も多く発言した委員は誰か", 6),
        ("第6回でいちばん多く話したのは？", 2),
        ("Who spoke most often at the fifth meeting?", 12),
    ],
)
def test_who_speaks_most_is_counted(sample: Assistant, question: str, turns: int) -> None:
    assert len(cited(sample.answer(question))) == turns


@pytest.mark.parametrize(
    ("question", "turns"),
    [
        ("第39回で発言した大臣政務官は誰と誰？", ["4(2)-発言12", "4(2)-発言13"]),
        ("第39回で安倍総理は何と言いましたか", ["4(1)-発言1"]),
        ("河村官房長官は第22回で何を指示しましたか", ["4(6)-発言1"]),
        ("39回目の会議で最初にあいさつしたのはどなたですか。", ["4(1)-発言1"]),
    ],
)
def test_speakers_by_office(reference: Assistant, question: str, turns: list[str]) -> None:
    assert cited(reference.answer(question)) == turns


@pytest.mark.parametrize(
    "question",
    [
        "第39回に出席していた法務大臣の名前を教えてください。",
        "第22回で安倍総理はどんな指示を出したか",
    ],
)
def test_somebody_taken_for_granted_who_was_not_there(reference: Assistant, question: str) -> None:
    assert reference.answer(question).status is Status.PREMISE_WRONG


@pytest.mark.parametrize(
    ("asked", "told", "follow_up", "first"),
    [
        (
            "第5回で、浄水場に持ち込まれるパソコンについて出た意見は？",
            "検査を求める意見が出ました（第5回 4(2) 発言14）。",
            "次の会合では、その後の状況がどう報告されていますか。",
            "4(3)-発言2",
        ),
        (
            "戦略の1つ目の目標は何ですか。",
            "訓練での報告率を引き上げることです（戦略 3.1.(1)）。",
            "では2つ目の目標の数値は？",
            "3.1(2)",
        ),
        ("戦略の1つ目の目標は何ですか。", "", "3番目は？", "3.1(3)"),
        (
            "相談員の採用は、第6回でどこまで進んでいましたか。",
            "2人が内定しています（第6回 4(3) 発言4）。",
            "それは誰の発言ですか。",
            "4(3)-発言4",
        ),
        (
            "第6回で、若い人に窓口を案内しようという提案はありましたか。",
            "ありました（第6回 4(3) 発言11）。",
            "その提案にはどんな返事がありましたか。",
            "4(3)-発言12",
        ),
    ],
)
def test_follow_ups_to_a_turn_or_a_place_that_was_told(
    sample: Assistant, asked: str, told: str, follow_up: str, first: str
) -> None:
    assert first in cited(talk(sample, (asked, told), follow_up))[:2]


def test_an_element_by_its_number_is_named_in_the_lead(reference: Assistant) -> None:
    answer = reference.answer("戦略案の1つ目の基本原則は何ですか")
    assert "4.1 情報の自由な流通の確保" in answer.text.splitlines()[0]


@pytest.mark.parametrize(
    ("question", "turn"),
    [
        ("情報を色で分けて渡す仕組みを最初に持ち出した委員を教えてください。", "4(2)-発言12"),
        ("2時間の起算点を最初に指摘した人は誰ですか", "4(2)-発言8"),
        ("診断の申込みを上期・下期の半分ずつにと頼んだ方は誰ですか。", "4(3)-発言13"),
    ],
)
def test_the_first_to_say_it_is_named_and_nobody_who_took_it_up(
    sample: Assistant, question: str, turn: str
) -> None:
    assert cited(sample.answer(question)) == [turn]


def test_an_earlier_turn_on_another_matter_is_not_the_first(reference: Assistant) -> None:
    answer = reference.answer("第39回で最初に基本法に触れたのは誰ですか")
    assert answer.status is Status.PARTIAL


def test_who_spoke_of_a_matter_was_named_as_who_reported_it(sample: Assistant) -> None:
    answer = sample.answer("誰が図書館の件を報告しましたか")
    assert "三輪田徹" in answer.text
    assert "津島亮介" not in answer.text
