"""The plain questions that a newcomer asks first."""

from __future__ import annotations

import pytest

from assistant.answers import Status
from assistant.assistant import Assistant
from assistant.understanding.kinds import question_kind
from index.documents import Outcome, Utterance


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("戦略の対象期間は何年ですか。", "3年"),  # a year (2020年代) is no length of time
        ("「セキュリティ・バイ・デザイン」とは何ですか。戦略のどこに出てきますか。", "企画・設計"),
        ("ASEANとの協力について、会議と戦略の両方で触れられていますか。", "ASEAN"),
    ],
)
def test_what_a_newcomer_asks_of_the_strategy(
    reference: Assistant, question: str, held: str
) -> None:
    answer = reference.answer(question)
    assert answer.status is Status.ANSWERED
    assert held in answer.text


def test_what_was_said_at_meetings_was_quoted_from_the_policy(reference: Assistant) -> None:
    answer = reference.answer("重要インフラの分野を増やすべきだという意見は会議で出ましたか。")
    assert answer.citations
    assert all(isinstance(one.reference.unit, Utterance) for one in answer.citations)


@pytest.mark.parametrize("verb", ["つながらなかった", "結び付かなかった", "至らなかった"])
def test_comments_that_led_to_no_change_were_taken_for_those_that_did(
    reference: Assistant, verb: str
) -> None:
    answer = reference.answer(f"BSAの意見のうち、修正に{verb}ものとその理由を知りたい。")
    cited = {one.reference.unit for one in answer.citations}
    assert cited
    assert all(getattr(unit, "outcome", None) is not Outcome.REVISED for unit in cited)


@pytest.mark.parametrize(
    "question", ["この戦略は閣議決定されたのですか。", "戦略案はもう閣議決定されていますか。"]
)
def test_a_draft_was_shown_decided_by_what_it_cites(reference: Assistant, question: str) -> None:
    answer = reference.answer(question)
    assert answer.status is Status.NOT_IN_DOCUMENTS
    assert "案の段階" in answer.text


def test_one_block_of_a_slide_was_quoted_twice(reference: Assistant) -> None:
    answer = reference.answer("ASEANとの協力について、会議と戦略の両方で触れられていますか。")
    quotes = [line for line in answer.text.splitlines() if line.startswith("> 「")]
    assert len(quotes) == len(set(quotes))


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("外国の国々とはどう協力していくつもり？", "summary"),  # neither a meaning nor a number
        ("戦略はどんなことを掲げていますか。", "summary"),
        ("なぜ入っていないのか、と尋ねた団体はどこですか。", "who"),
        ("対応班とはどういうものですか。", "define"),
        ("採用は何人決まったのかと質問した出席者は誰ですか。", "who"),  # no number is asked for
    ],
)
def test_what_kind_of_answer_is_asked_for(question: str, kind: str) -> None:
    assert question_kind(question) == kind


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("相談窓口の受付時間は何時から何時までですか。", "午前9時"),
        ("この戦略は何年間の計画ですか。", "3年間"),
        ("市長はあいさつで何と言いましたか。", "鷺沢由紀夫"),
        ("郵便で届いた意見は何件でしたか。", "5件"),
        ("初動の報告期限の文、修正前と修正後の違いは？", "認知した時"),
        ("外国人住民への配慮として、戦略はどんなことを掲げていますか。", "やさしい日本語"),
        (
            "若者への相談窓口の周知をめぐるやり取りを、第6回の記録から要約してください。",
            "入学",
        ),
    ],
)
def test_what_a_citizen_asks(sample: Assistant, question: str, held: str) -> None:
    answer = sample.answer(question)
    assert answer.status is Status.ANSWERED
    assert held in answer.text


def test_a_member_was_taken_for_a_sender_of_comments(sample: Assistant) -> None:
    first = (
        "第5回で、診断の後に専門家が会社を訪ねる仕組みを求めたのは誰ですか。",
        "岸本玲子委員です。",
    )
    answer = sample.answer("同じ方が、後でさらに求めたことは何ですか。", [first])
    assert answer.status is Status.ANSWERED
    assert "岸本玲子" in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "市役所の入口に顔認証を入れる話は、どこかに書かれていますか。",
        "耐量子計算機暗号への移行はどこかに記述ある？",
    ],
)
def test_whether_something_is_written_was_answered_by_what_is_near(
    sample: Assistant, question: str
) -> None:
    assert sample.answer(question).status is Status.NOT_IN_DOCUMENTS


def test_a_line_of_a_roster_was_quoted_as_what_was_said(reference: Assistant) -> None:
    answer = reference.answer("第39回の出席者は人材について何と述べましたか。")
    assert answer.citations
    assert all(isinstance(one.reference.unit, Utterance) for one in answer.citations)
