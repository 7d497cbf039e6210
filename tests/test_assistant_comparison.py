"""Questions that set two places side by side, and figures asked of one sentence."""

from __future__ import annotations

import pytest

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


def test_attendees_are_matched_by_name(reference: Assistant) -> None:
    answer = reference.answer("第22回と第39回の両方に出席した人は誰ですか")
    (table,) = answer.tables
    assert [row[0].text for row in table.rows] == ["小野寺正", "野原佐和子", "前田雅英", "村井純"]
    assert all(cell.citations for row in table.rows for cell in row[1:])


def test_who_was_represented_did_not_attend_both(sample: Assistant) -> None:
    answer = sample.answer("第5回と第6回の両方に出席した人は")
    assert "安曇" not in answer.text
    assert "11人" in answer.text


def test_the_meeting_with_more_proxies_is_named(reference: Assistant) -> None:
    answer = reference.answer("第22回と第39回で代理出席が多いのはどちらですか")
    assert "第22回の方が多く" in answer.text.splitlines()[0]


def test_the_earlier_meeting_is_named(reference: Assistant) -> None:
    answer = reference.answer("第39回と第22回ではどちらが先に開かれましたか")
    assert answer.text.startswith("第22回の方が")


def test_what_a_meeting_does_not_print_is_said_not_to_stand_there(reference: Assistant) -> None:
    answer = reference.answer("第22回と第39回の議長は誰ですか。比べてください")
    assert "河村建夫" in answer.text
    assert "氏名の記載なし" in answer.text


def test_no_common_item_is_invented(reference: Assistant) -> None:
    answer = reference.answer("第22回と第39回に共通する議題はありますか")
    assert "どちらの議事要旨にもありません" in answer.text


def test_comments_beside_each_other(reference: Assistant) -> None:
    answer = reference.answer("意見13-1と13-2を比べて")
    (table,) = answer.tables
    assert table.columns == ("", "意見13-1", "意見13-2")
    assert "異なります" in answer.text.splitlines()[0]


def test_words_before_and_after_a_revision(reference: Assistant) -> None:
    answer = reference.answer("意見6-6による修正前と修正後の文言を並べてください")
    (table,) = answer.tables
    _, before, after, place = (cell.text for cell in table.rows[0])
    assert "利用しやすい形式" not in before
    assert "利用しやすい形式" in after
    assert "5.4.1(1)" in place


def test_every_revision_is_shown_for_draft_and_final(reference: Assistant) -> None:
    answer = reference.answer("戦略の案と決定版の違いは何ですか")
    (table,) = answer.tables
    assert len({row[0].text for row in table.rows}) == 15
    assert "両方を収録している文書はない" in answer.text


def test_which_kind_of_submitter_sent_more(reference: Assistant) -> None:
    answer = reference.answer("個人と企業・団体では意見はどちらが多いですか")
    assert "企業・団体の方が多く" in answer.text
    assert "16者から53件" in answer.text


def test_sections_beside_each_other(reference: Assistant) -> None:
    answer = reference.answer("5.1.1と5.1.2の違いは何ですか")
    (table,) = answer.tables
    assert [row[0].text for row in table.rows] == ["題名", "本文（冒頭）", "下の節", "意見の数"]


@pytest.mark.parametrize(
    ("before", "question", "completed"),
    [
        ("第22回の出席者は誰ですか", "第39回と比べるとどうですか", "第22回と第39回の出席者"),
        ("意見6-3への回答は", "修正前と修正後を並べて", "意見6-3の修正前と修正後"),
        ("5.1.1の内容は", "5.1.2とはどう違いますか", "5.1.1と5.1.2の違い"),
        ("意見13-1への回答は", "意見13-2とどう違いますか", "意見13-1と意見13-2の違い"),
        (
            "トレンドマイクロの意見は何件ですか",
            "オラクルとどちらが多いですか",
            "トレンドマイクロ(株)と日本オラクル(株)では意見の数",
        ),
    ],
)
def test_a_comparison_takes_its_other_side_from_the_history(
    reference: Assistant, before: str, question: str, completed: str
) -> None:
    answer = reference.answer(question, [(before, "…")])
    assert answer.query.completed.startswith(completed)
    assert answer.tables


@pytest.mark.parametrize(
    ("question", "told"),
    [
        (
            "米国と英国が体制強化のためにそれぞれ何を設けたか、取組方針案の記述を比べてください。",
            ("NCCIC", "CERT-UK"),
        ),
        (
            "北米と欧州は、戦略案の中でそれぞれどんな相手と位置付けられていますか。",
            ("同盟国", "パートナー"),
        ),
        ("米国、英国、仏国の体制強化の内容をそれぞれ教えてください", ("NCCIC", "500 名")),
    ],
)
def test_each_of_the_things_named_has_its_own_side(
    reference: Assistant, question: str, told: tuple[str, ...]
) -> None:
    answer = reference.answer(question)
    assert all(word in answer.text for word in told)
    assert answer.tables
