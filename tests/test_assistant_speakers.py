"""Who said it, asked in all the ways in which people ask: nameless turns stay nameless."""

from __future__ import annotations

import pytest

from assistant.answers import Status
from assistant.assistant import Assistant
from index.documents import Utterance


def spoken(assistant: Assistant, question: str) -> tuple[Status, str, str | None]:
    """Status, local id of the first turn cited, and its speaker."""
    answer = assistant.answer(question)
    turns = [
        citation.reference.unit
        for citation in answer.citations
        if isinstance(citation.reference.unit, Utterance)
    ]
    return answer.status, turns[0].local_id, turns[0].attribution.person


@pytest.mark.parametrize(
    ("question", "turn"),
    [
        ("ソフトウェアの産業統計が要ると述べた方のお名前は？", "4(2)-発言1"),
        ("中小企業向けの簡易な認証制度を求めた有識者の氏名を知りたいです。", "4(4)-段落15"),
        ("CIO会議は機能していないと話していたのはどの大臣ですか。", "4(4)-段落36"),
        ("事故前提社会という考え方が大切だというのは、誰の発言ですか。", "4(4)-段落28"),
        ("児童ポルノの法律は自分が起案した、と第22回で明かした人物を特定できますか", "4(4)-段落38"),
        ("国産のソフトで守る象徴がほしい、と第39回で訴えた人、誰ですか", "4(2)-発言7"),
        (
            "海外製より国産のソフトウェアを、と会議で訴えたのは誰か",
            "4(2)-発言7",
        ),
        ("攻める側は匿名で、守る側が不利だと説いた委員がいた気がする。お名前は？", "4(2)-発言4"),
    ],
)
def test_a_name_asked_for_without_who_is_not_made_up(
    reference: Assistant, question: str, turn: str
) -> None:
    assert spoken(reference, question) == (Status.PARTIAL, turn, None)


@pytest.mark.parametrize(
    ("question", "status", "turn", "person"),
    [
        (
            "若い世代への働きかけが手薄ではないか、と尋ねた委員の名前は？",
            Status.PARTIAL,
            "4(3)-発言11",
            None,
        ),
        (
            "第5回で相談をためらう人が多いと言った委員の名前を教えてください。",
            Status.ANSWERED,
            "4(2)-発言10",
            "篠宮かおり",
        ),
        (
            "第6回で、職員団体との協議を2月末までに終えると説明したのはどなたですか。",
            Status.ANSWERED,
            "4(3)-発言10",
            "三輪田徹",
        ),
        (
            "第6回で、診断は上期と下期に分けて受け付けてはどうかと提案した方は？",
            Status.PARTIAL,
            "4(3)-発言13",
            None,
        ),
    ],
)
def test_the_sample_council_likewise(
    sample: Assistant, question: str, status: Status, turn: str, person: str | None
) -> None:
    assert spoken(sample, question) == (status, turn, person)


def test_the_fields_of_a_minister_tell_who_spoke(reference: Assistant) -> None:
    question = "第22回で、連絡協議会の場を通じて分野間の連携を支援すると言ったのはどの大臣ですか。"
    assert spoken(reference, question) == (Status.ANSWERED, "4(4)-段落46", "佐藤勉")


@pytest.mark.parametrize(
    "question",
    ["猫の飼い方を論じた委員の名前を教えて", "宇宙開発に予算を回せと言った委員は誰ですか"],
)
def test_what_no_member_spoke_of_has_no_speaker(sample: Assistant, question: str) -> None:
    answer = sample.answer(question)
    assert answer.status in (Status.OUT_OF_SCOPE, Status.NOT_IN_DOCUMENTS)
    assert not answer.citations
