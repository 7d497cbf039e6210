"""Questions that set two places side by side, and figures asked of one sentence."""

from __future__ import annotations

from assistant.answers import Status
from assistant.assistant import Assistant


def _documents(assistant: Assistant, question: str) -> list[str]:
    answer = assistant.answer(question)
    return [c.reference.unit.id.partition("#")[0].rpartition("-")[2] for c in answer.citations]


def test_each_meeting_has_its_side_in_the_order_asked(sample: Assistant) -> None:
    question = "復旧の順位表について、第6回と第5回でどのように話が進みましたか"
    sides = list(dict.fromkeys(_documents(sample, question)))
    assert sides == ["第6回", "第5回"]


def test_two_meetings_of_which_one_said_much(reference: Assistant) -> None:
    question = "中小企業の対策について、第22回と第39回ではそれぞれどんな意見が出ていますか"
    assert set(_documents(reference, question)) == {"第22回", "第39回"}


def test_a_side_with_nothing_says_so(reference: Assistant) -> None:
    answer = reference.answer("第22回と第39回でオリンピックについてどのような議論がありましたか")
    assert answer.status is Status.PARTIAL
    assert "第22回の議事要旨には、これについての記載が見つかりませんでした" in answer.text
    assert {c.reference.unit.id.partition("#")[0].rpartition("-")[2] for c in answer.citations} == {
        "第39回"
    }


def test_two_meetings_that_said_nothing_are_refused(reference: Assistant) -> None:
    answer = reference.answer("第22回と第39回でカレーライスについてどんな意見が出ましたか")
    assert answer.status in (Status.OUT_OF_SCOPE, Status.NOT_IN_DOCUMENTS)
    assert answer.citations == ()


def test_what_a_meeting_said_beside_what_the_policy_says(sample: Assistant) -> None:
    question = "インシデントの報告の期限について、第5回の指摘は戦略にどう反映されましたか"
    documents = _documents(sample, question)
    assert "第5回" in documents
    assert "千早野市デジタル安全戦略" in documents


def test_a_university_that_is_asked_for_is_named(reference: Assistant) -> None:
    answer = reference.answer("ソフトウェア人材を地方で育てる例として挙がった大学はどこですか")
    assert "会津大学" in answer.text


def test_a_date_on_a_slide_is_quoted_with_its_item(reference: Assistant) -> None:
    answer = reference.answer("インターネットとの分離計画を求めた指示は何月何日付ですか")
    assert any(
        "7月1日" in c.reference.quote.text and "分離計画" in c.reference.quote.text
        for c in answer.citations
    )


def test_a_figure_of_something_else_is_not_the_answer(sample: Assistant) -> None:
    answer = sample.answer("令和7年度の当初予算案のうち、相談窓口にはいくら計上されましたか")
    assert not answer.text.startswith("1億2,400万円と記載")


def test_share_and_limit_are_both_told(sample: Assistant) -> None:
    answer = sample.answer("診断を受けた中小事業者への補助の割合と上限額はいくらですか")
    assert "2分の1" in answer.text
    assert "20万円" in answer.text
