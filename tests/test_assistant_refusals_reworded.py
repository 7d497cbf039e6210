"""Refusals and counts stay when the question is put in other words."""

from __future__ import annotations

import pytest

from assistant.answers import Status
from assistant.assistant import Assistant
from assistant.understanding.plain_asking import asked_plainly


@pytest.mark.parametrize(
    ("asked", "read"),
    [
        ("センターの発足時の職員数。", "センターの発足時の職員は何人ですか"),
        ("第6回の出席者の人数を比較して", "第6回の出席者の人数を比較して"),
        ("市長が来られなかったわけは？", "市長が欠席した理由は？"),
        ("戦略が閣議決定に至った日付（月日）", "戦略が閣議決定されたのはいつですか"),
        ("会場は一緒？それとも別？", "会場は同じですか"),
        ("求めていた委員さん、どなたでしたか", "求めていた委員はどなたでしたか"),
        (
            "「早い」という趣旨の発言をした第6回の出席者の名前は？",
            "第6回で、「早い」と発言した出席者の名前は？",
        ),
        (
            "APTっていうときの「APT」、省略しないで書くとどうなりますか",
            "APTの「APT」の正式名称は何ですか",
        ),
        ("報告率って、何ですか", "報告率って、何ですか"),
        (
            "全般が何件、訓練が何件あったか、示せ",
            "全体に関する意見と、訓練に関する意見はそれぞれ何件か、示せ",
        ),
    ],
)
def test_a_way_of_asking_was_read_as_something_else(asked: str, read: str) -> None:
    assert asked_plainly(asked) == read


@pytest.mark.parametrize(
    "question",
    [
        "戦略の注の9番は何の説明ですか。",
        "戦略に付いている注、9番目のものは何の説明ですか。",
        "戦略のNo.9の脚注、何についてだっけ。",
        "脚注の9って何の話ですか。戦略です。",
        "第6回の会合で教育長が来られなかったわけは？",
        "第6回に教育長が不参加だった理由を示されたい。",
        "消防局長って、第6回で何か言ってた？",
        "ひばり電機の意見への市の回答を示されたい。",
        "千早野商工会議所からの意見とそれへの回答を示されたい。",
    ],
)
def test_a_wrong_premise_in_other_words_was_answered(sample: Assistant, question: str) -> None:
    assert sample.answer(question).status is Status.PREMISE_WRONG


@pytest.mark.parametrize(
    "question",
    [
        "「みどりの計画（案）」に寄せられた意見の総数を示されたい。",
        "「みどりの計画（案）」って、意見募集で何件集まったんだっけ。",
        "パブコメにかけられた「みどりの計画（案）」だけど、集まった意見って全部で何件？",
        "基本原則の章について、平成30年決定のデジタル安全戦略と今回の戦略との相違点を示されたい。",
    ],
)
def test_a_document_not_held_was_taken_for_the_one_held(sample: Assistant, question: str) -> None:
    assert sample.answer(question).status is Status.NOT_IN_DOCUMENTS


def test_who_was_there_is_still_told(sample: Assistant) -> None:
    away = sample.answer("第6回に市立病院事務局長が来られなかったわけは？")
    assert away.status is not Status.PREMISE_WRONG
    assert "6回の議事要旨に出席者として記載されているのは" in sample.answer("第6回の出席者数").text


def test_who_opened_a_meeting_was_looked_for_among_its_offices(sample: Assistant) -> None:
    assert "「冒」" not in sample.answer("第6回の会議、冒頭の言葉は誰が述べたの？").text
