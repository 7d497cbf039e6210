"""What says where to look (a policy, slides, a meeting) is not what is asked about."""

from __future__ import annotations

import pytest

from assistant.answers import Status
from assistant.assistant import Assistant


@pytest.mark.parametrize(
    ("question", "held"),
    [
        # the policy's own name stands in its title page, which is no answer
        ("イギリスの体制強化を取組方針案の記述で教えて", "CERT-UK"),
        ("取組方針によると、英国は何を新設しましたか。", "情報保証部"),
        ("第22回では、NISCの今後についてどんな意見が出ましたか。", "契約"),
        ("第22回会合では、児童ポルノについてどのようなことが話されましたか。", "転売"),
    ],
)
def test_the_name_of_the_place_led_the_search(
    reference: Assistant, question: str, held: str
) -> None:
    answer = reference.answer(question)
    assert answer.status is Status.ANSWERED
    assert held in answer.text


def test_a_country_by_its_other_name_was_told_to_be_absent(reference: Assistant) -> None:
    answer = reference.answer("フランスはサイバー対策の機関の人員を何人に増やす計画ですか。")
    assert "500 名" in answer.text
    # what stands around the figure in the same section only distracted
    assert len({citation.reference.quote.text for citation in answer.citations}) == 1


@pytest.mark.parametrize(
    ("question", "status"),
    [
        ("「ゼロトラスト」はどのように定義されていますか。", Status.NOT_IN_DOCUMENTS),
        ("戦略ではメタバースをどう使いますか。", Status.NOT_IN_DOCUMENTS),
        ("メタバースで遊ぶにはどうすればよいですか。", Status.OUT_OF_SCOPE),
    ],
)
def test_what_a_document_does_not_say_was_called_off_topic(
    sample: Assistant, question: str, status: Status
) -> None:
    assert sample.answer(question).status is status


@pytest.mark.parametrize(
    "question",
    [
        "日本年金機構の流出事案で、漏れた個人情報は何件でしたか。",
        "日本年金機構から流出した個人情報は何万件でしたか。",
    ],
)
def test_opinions_on_a_leak_were_counted_as_what_leaked(
    reference: Assistant, question: str
) -> None:
    assert reference.answer(question).status is Status.NOT_IN_DOCUMENTS


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("2014年度のセキュリティコンテストには何か国が参加しましたか。", "58ヶ国"),
        ("スライドで人材の育成・確保として挙げられているものは？", "ハイブリッド型人材"),
        ("概要のスライドでは研究開発について何を挙げていますか", "コア技術"),
        ("2015年8月のスライド資料は、NISCの機能強化として何を挙げていますか。", "特殊法人"),
    ],
)
def test_a_line_of_a_slide_was_quoted_without_its_block(
    reference: Assistant, question: str, held: str
) -> None:
    assert held in reference.answer(question).text


@pytest.mark.parametrize(
    ("question", "status"),
    [
        ("第2次情報セキュリティ基本計画の第3章を要約してください。", Status.NOT_IN_DOCUMENTS),
        ("国家安全保障戦略の第2章には何が書いてありますか", Status.NOT_IN_DOCUMENTS),
        (
            "平成25年6月の情報セキュリティ政策会議では、どんな意見が出ましたか。",
            Status.NOT_IN_DOCUMENTS,
        ),
        ("サイバーセキュリティ戦略案の第5章の構成は", Status.ANSWERED),
    ],
)
def test_a_document_that_is_only_mentioned_was_answered_from_another(
    reference: Assistant, question: str, status: Status
) -> None:
    answer = reference.answer(question)
    assert answer.status is status
    assert "第3節" not in answer.query.completed  # a chapter was shown as a section


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("迷惑電話防止機器の台数は、素案と決定した戦略でどう違いますか。", ("400台", "600台")),
        (
            "職員へのメール訓練の指標は、素案の段階と決定後の戦略とでどう違いますか。",
            ("開封率", "報告率"),
        ),
    ],
)
def test_a_draft_that_is_only_spoken_of_had_no_side(
    sample: Assistant, question: str, held: tuple[str, ...]
) -> None:
    text = sample.answer(question).text
    assert all(words in text for words in held)


def test_what_each_of_two_did_was_asked_of_one(reference: Assistant) -> None:
    answer = reference.answer(
        "アメリカとイギリスがそれぞれ行った体制強化を、取組方針案の記述で比べてほしい。"
    )
    assert "NCCIC" in answer.text
    assert "CERT-UK" in answer.text


def test_a_footnote_on_what_is_quoted_was_left_out(sample: Assistant) -> None:
    answer = sample.answer("情報の色分けで「緑」とされたものは、どこまで共有してよいのですか。")
    assert "安全連絡会の参加者の間" in answer.text


def test_a_comment_was_summed_up_without_its_reply(sample: Assistant) -> None:
    answer = sample.answer("外国人の住民への配慮として、どのようなことが書かれていますか。")
    assert "やさしい日本語" in answer.text
