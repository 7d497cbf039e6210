"""Slips of the pen change nothing that is asked."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant
from assistant.understanding.courtesies import without_courtesies
from assistant.understanding.slips import mended, mended_english


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("計画のの目的を教えて", "計画の目的を教えて"),
        ("力をを入れるのはは何ですか", "力を入れるのは何ですか"),
        ("第6回で市長述べた意見", "第6回で市長が述べた意見"),
        ("小林さん肩書は？", "小林さんの肩書は？"),
        ("この提出者全部で何件出しましたか", "この提出者は全部で何件出しましたか"),
        ("大臣代わりに出席したのは誰", "大臣の代わりに出席したのは誰"),
        ("三つ原則を教えて", "三つの原則を教えて"),
        ("そう述べたは誰ですか", "そう述べたのは誰ですか"),
        ("意見2--1の回答は？", "意見2-1の回答は？"),
        ("情報セキユリティの定義", "情報セキュリティの定義"),
        ("フィツシングの手口は？", "フィッシングの手口は？"),
        ("偽のメッセジの注意", "偽のメッセージの注意"),
        ("文が直つたのはどれ", "文が直ったのはどれ"),
        ("病\u3000院から 来ていた のは何 人", "病院から来ていたのは何人"),
        ("令和 7 年の 会議", "令和7年の会議"),
        ("これは何章なの？", "これは何章ですか"),
        ("提案は採用され", "提案は採用されましたか"),
    ],
)
def test_letter_twice_or_particle_left_out_is_mended(
    sample: Assistant, typed: str, meant: str
) -> None:
    assert mended(typed, sample.library) == meant


@pytest.mark.parametrize(
    "question",
    [
        "ものの見方について",
        "各々の役割は？",
        "大臣政務官は何人いますか",
        "推進会議委員名簿を見せて",
        "サイバネティクスの計画は？",
        "第6回の会議に出た人を全部教えて",
        "図書館 予約システム 被害",
        "何がつたえられましたか",
    ],
)
def test_question_without_a_slip_stays_as_it_is(sample: Assistant, question: str) -> None:
    assert mended(question, sample.library) == question


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Which of thhem were revised?", "Which of them were revised?"),
        ("Whiich sections", "Which sections"),
        ("the MMinister of Justice", "the Minister of Justice"),
        ("What did the mayor say at the sixth meeting?",) * 2,
        ("What did Murai say about the reply to Komatsu?",) * 2,
    ],
)
def test_english_letter_twice_is_mended_and_names_are_not(typed: str, meant: str) -> None:
    assert mended_english(typed) == meant


@pytest.mark.parametrize(
    "framed",
    [
        "お疲れ様です。{}\n以上、よろしくお願いします。",
        "はじめまして、市役所の者です。{}急ぎです。",
        "ちょっと聞きたいんですが、{}すみませんがお願いします。",
        "いつもありがとうございます。{} m(_ _)m",
    ],
)
def test_sentences_of_politeness_ask_nothing(framed: str) -> None:
    assert without_courtesies(framed.format("市長の発言は？")) == "市長の発言は？"


@pytest.mark.parametrize(
    "question", ["件数を教えて。回答もお願いします。", "もっと教えてください。"]
)
def test_polite_requests_that_ask_for_something_stay(question: str) -> None:
    assert without_courtesies(question).startswith(question[:4])
    assert ("回答" in without_courtesies(question)) == ("回答" in question)
