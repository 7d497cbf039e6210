"""Places of several documents, opinion and reply, and both kinds of senders side by side."""

from __future__ import annotations

import pytest

from assistant.answers import Status
from assistant.assistant import Assistant
from assistant.query import QuestionKind
from assistant.understanding.kinds import question_kind
from assistant.understanding.reply_asking import asks_why_not
from tests.helpers.asking import comment_keys


def _places(assistant: Assistant, question: str) -> set[tuple[str, str]]:
    ids = [c.reference.unit.id for c in assistant.answer(question).citations]
    return {(one.partition("#")[0][-3:], one.partition("#")[2][:5]) for one in ids}


@pytest.mark.parametrize(
    "question",
    [
        "相談窓口について、第5回の会議の発言と戦略の4.1.1はそれぞれ何と言っていますか。",
        "戦略の4.1.1と第5回の議論とで、相談窓口の扱いはどう違いますか。",
    ],
)
def test_a_section_beside_a_meeting_is_the_policys(sample: Assistant, question: str) -> None:
    sections = {place for _, place in _places(sample, question)}
    assert "4.1.1" in sections
    assert any(place.startswith("4(2)") for place in sections)


def test_a_section_that_no_policy_has_is_refused_beside_a_meeting(sample: Assistant) -> None:
    answer = sample.answer("第5回の9.9と戦略の記述はどう違いますか。")
    assert answer.status is Status.PREMISE_WRONG


@pytest.mark.parametrize(
    "question",
    [
        "訓練の回数を増やしてほしいという要望が通らなかったのはなぜですか。",
        "訓練の回数を増やす提案はどうして採り入れられなかったのでしょう。",
        "訓練の回数を増やせという声が退けられた理由は？",
        "訓練の回数を増やす案が見送られたわけを教えてください。",
    ],
)
def test_why_a_wish_was_not_met_stands_in_the_reply(sample: Assistant, question: str) -> None:
    answer = sample.answer(question)
    assert comment_keys(answer) == ["4-1"]
    assert "原案のとおり" in answer.text


def test_why_something_is_so_is_no_wish() -> None:
    assert question_kind("規制が必要でない理由は何か。") is QuestionKind.FACT
    assert not asks_why_not("なぜ修正されたのですか。")


@pytest.mark.parametrize(
    "question",
    [
        "訓練の回数について、千早野ITサービス協会の主張と市の考え方を対比してください。",
        "訓練の回数を増やしてほしいという意見と、それに対する市の回答を並べてください。",
    ],
)
def test_the_opinion_is_shown_beside_its_reply(sample: Assistant, question: str) -> None:
    answer = sample.answer(question)
    assert "年4回" in answer.text
    assert "振り返り" in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "個人からの意見と会社・団体からの意見のどちらが多かったのですか。件数もお願いします。",
        "個人の意見のほうが会社の意見より多かった？",
        "パブコメを出したのは会社や団体と個人、どっちが多いの？",
        "個人と組織では、どちらの意見が何件多いですか。",
    ],
)
def test_both_kinds_of_senders_are_counted(sample: Assistant, question: str) -> None:
    text = sample.answer(question).text
    assert "8件" in text
    assert "17件" in text


@pytest.mark.parametrize(
    ("question", "count"),
    [
        ("外交・安保の章を名指しした意見は何件来たのか。", "4件"),
        ("人づくりや研究に関わる意見は、役所の集計では何件だったのですか。", "10件"),
    ],
)
def test_a_printed_part_is_known_by_other_words(
    reference: Assistant, question: str, count: str
) -> None:
    assert f"資料に{count}と印刷" in reference.answer(question).text


def test_a_comment_is_told_by_its_opinion_not_by_a_reply(sample: Assistant) -> None:
    question = (
        "外国から来て市内に住む人が自分の国の言葉で話を聞いてもらえるようにという要望、"
        "市はどう扱った？"
    )
    assert comment_keys(sample.answer(question))[0] == "3-2"
