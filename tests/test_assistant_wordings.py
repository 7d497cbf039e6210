"""Questions that were understood in one wording and not in the next."""

from __future__ import annotations

import re

import pytest

from assistant.answers import Status
from assistant.assistant import Assistant
from index.text.morphology import meanings


@pytest.mark.parametrize(
    ("question", "held"),
    [
        # the day of a meeting beside its number made the question one for a day
        ("令和6年11月14日に開かれた第5回の議題を全部並べてください。", "図書館"),
        ("第5回会合（2024年11月14日）の議題は", "図書館"),
        # かいつまんで was read as いつ
        ("戦略の4.1.1について、内容をかいつまんで教えてもらえますか。", "4.1.1"),
        # of the reply another word than 回答 stood there
        (
            "「サイバーセキュリティ」にそろえればよいという意見に、市はどう説明していますか。",
            "中傷",
        ),
        # the question tells a sentence, then asks for whoever said so
        (
            "「戦略を作ること自体よりも、続けていくことにこそ意味がある」。この趣旨の発言をした人は。",
            "樋渡",
        ),
    ],
)
def test_another_wording_was_not_understood(sample: Assistant, question: str, held: str) -> None:
    answer = sample.answer(question)
    assert answer.status is Status.ANSWERED
    assert held in answer.text


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("添付ファイルはブラウザ上で見れば安全だ、と書いてきた会社の名前は？", "MESSA"),
        (
            "ソフトウェア人材の育成の場を地方にもと訴えた人が、優れた例に挙げた大学の名前は？",
            "会津",
        ),
        ("戦略（案）で、11番の脚注には何と書いてある？", "脚注11"),
    ],
)
def test_another_wording_of_a_name_was_not_understood(
    reference: Assistant, question: str, held: str
) -> None:
    answer = reference.answer(question)
    assert answer.status is Status.ANSWERED
    assert held in answer.text


@pytest.mark.parametrize(
    "question",
    ["イスラエルを訪ねたと議事録の中で話している人、名前は？", "イスラエルに行ったと話した人は？"],
)
def test_who_tells_of_a_journey_was_called_off_topic(reference: Assistant, question: str) -> None:
    assert reference.answer(question).status is Status.PARTIAL


@pytest.mark.parametrize(
    ("question", "status"),
    [
        ("3回目の推進会議の議論の中身を教えてください。", Status.NOT_IN_DOCUMENTS),
        ("千早野市、あした晴れますか？", Status.OUT_OF_SCOPE),
        # another document speaks of it, not the strategy that is asked
        (
            "戦略は、職員が生成AIを使うときのルールについて何と述べていますか。",
            Status.NOT_IN_DOCUMENTS,
        ),
        # two things of which no document speaks; one of them alone may be put otherwise
        ("図書館の情報漏えいについて、賠償金の額は示されていますか。", Status.NOT_IN_DOCUMENTS),
    ],
)
def test_what_is_not_held_was_answered(sample: Assistant, question: str, status: Status) -> None:
    assert sample.answer(question).status is status


def test_a_remark_at_a_meeting_was_told_for_a_comment(sample: Assistant) -> None:
    answer = sample.answer("久我山副議長が意見募集に提出した意見の内容と、市の回答をまとめて。")
    assert answer.status is Status.PREMISE_WRONG
    assert not answer.citations


@pytest.mark.parametrize(
    "question",
    [
        "仮想通貨の取引所が狙われる被害について、何か対策は書かれていますか。",
        "身代金の話をしたのは誰ですか",
        # the list of reports names the budget and tells no sum
        "情報セキュリティの予算は全部でいくらだと、39回目の会合で報告されましたか。",
    ],
)
def test_what_no_document_tells_was_answered(reference: Assistant, question: str) -> None:
    assert reference.answer(question).status is Status.NOT_IN_DOCUMENTS


def test_ransom_meant_money_as_a_part_of_the_word_does() -> None:
    assert meanings("お金")
    assert not meanings("お金") & meanings("身代金")


@pytest.mark.parametrize(
    "question",
    [
        # known from the text, and no sender
        "情報処理推進機構が出した意見には、政府は何と答えていますか。",
        "第22回に出ていた外務省の方を挙げてください。",
        # no such office attended
        "第39回で文部科学大臣は何を約束しましたか。",
    ],
)
def test_what_is_taken_for_granted_was_not_looked_up(reference: Assistant, question: str) -> None:
    assert reference.answer(question).status is Status.PREMISE_WRONG


def test_an_individual_was_told_for_a_company(reference: Assistant) -> None:
    answer = reference.answer("EMPの脅威を指摘したのはどこの会社ですか")
    assert "提出者は個人" not in answer.text


def test_opinions_that_were_sent_in_were_taken_for_the_governments(reference: Assistant) -> None:
    answer = reference.answer("政府が意見募集に寄せられた意見を踏まえて直した箇所は")
    assert answer.status is Status.ANSWERED


def test_the_second_largest_part_was_told_as_the_largest(reference: Assistant) -> None:
    answer = reference.answer("意見の内訳で2番目に多い分野はどれですか")
    assert re.search(r"2番目に多いのは[^。]+23件", answer.text)


def test_a_number_of_comments_for_one_person_was_not_read(sample: Assistant) -> None:
    answer = sample.answer("意見募集で、一人で2件の意見を出した個人はどの方ですか。")
    assert {"個人(2)", "個人(5)"} <= {
        name for name in ("個人(2)", "個人(3)", "個人(5)") if name in answer.text
    }
    assert "個人(3)" not in answer.text
