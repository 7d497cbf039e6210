"""False sentences of a chat server are repaired or removed, and the reader is told."""

from __future__ import annotations

import pytest

from assistant.answers import Fault, Status
from assistant.assistant import Assistant
from assistant.chat.failures import Failure
from assistant.chat.notices import notices
from tests.helpers.chat_server import Asked, Reply, chat_server
from tests.helpers.chat_setting import Answering, says, worded
from tests.helpers.chat_writers import honest


@pytest.mark.parametrize(
    ("sentence", "fault"),
    [
        ("この意見の提出者は(株)みぎわシステムズです。[99]", Fault.UNKNOWN_MARKER),
        ("この意見の提出者は(株)みぎわシステムズです。", Fault.NO_REFERENCE),
        ("「提出者は直ちに処罰されるべきものとする」とあります。[1]", Fault.QUOTE_NOT_FOUND),
        ("対応は48時間以内とされています。[1]", Fault.NUMBER_NOT_FOUND),
        ("対応は四十八時間以内とされています。[1]", Fault.NUMBER_NOT_FOUND),
        ("これは2031年4月1日の意見です。[1]", Fault.DATE_NOT_FOUND),
        ("意見9-9も同じ内容です。[1]", Fault.ID_NOT_FOUND),
        ("提出者はあまね通信株式会社です。[1]", Fault.NAME_NOT_FOUND),
        ("提出者は山田太郎氏です。[1]", Fault.NAME_NOT_FOUND),
        ("提出者はゼルコバスです。[1]", Fault.NAME_NOT_FOUND),
        ("The comment was submitted by a company.[1]", Fault.WRONG_LANGUAGE),
        ("该意见由一家公司提交。[1]", Fault.WRONG_LANGUAGE),
        ("詳しくは[こちら](https://example.com/)にあります。[1]", Fault.NOT_A_SENTENCE),
    ],
)
def test_a_false_sentence_is_removed_counted_and_shown(
    sample: Assistant, answering: Answering, sentence: str, fault: Fault
) -> None:
    true = "この意見の提出者は(株)みぎわシステムズです。[1]"
    answer = answering(says(true, sentence))
    assert [one.fault for one in answer.verification.removed] == [fault]
    assert answer.writing is not None
    assert answer.writing.removed == 1
    assert answer.text.startswith("この意見の提出者は(株)みぎわシステムズです。[1]")
    assert sentence.partition("。")[0] not in answer.text.partition("\n")[2]
    assert any("1" in line and "除きました" in line for line in notices(answer))


def test_a_failed_sentence_is_written_again_once_with_what_was_wrong(
    sample: Assistant, answering: Answering
) -> None:
    asked_again: list[str] = []

    def script(asked: Asked) -> Reply:
        if "<failed>" not in asked.last:
            return Reply("この意見の提出者は山田太郎です。[1]")
        asked_again.append(asked.last)
        return Reply("0: この意見の提出者は(株)みぎわシステムズです。[1]")

    answer = answering(script)
    assert len(asked_again) == 1
    assert "山田" in asked_again[0]
    assert "その名が資料にない" in asked_again[0]
    assert answer.writing is not None
    assert (answer.writing.repaired, answer.writing.removed) == (1, 0)
    assert answer.text.startswith("この意見の提出者は(株)みぎわシステムズです。")


def test_an_equal_date_of_the_other_calendar_stands(
    sample: Assistant, answering: Answering
) -> None:
    question = "第5回会合はいつ開かれましたか"
    script = says(
        "会合は2024年11月14日に開かれました。[1]", "会合は令和6年11月14日に開かれました。[1]"
    )
    answer = answering(script, question)
    assert answer.writing is not None
    assert answer.writing.fallback is None
    assert answer.verification.removed == ()


def test_another_speakers_name_is_removed(sample: Assistant, answering: Answering) -> None:
    question = "600台に増やすよう求めたのは誰ですか"
    false = "これを求めたのは久我山誠一副議長です。[1]"
    true = "これを求めたのは篠宮かおり委員です。[1]"
    answer = answering(says(false, true), question)
    assert "久我山" not in answer.text
    assert true.removesuffix("[1]") in answer.text


def test_a_turn_that_names_nobody_gets_no_name(sample: Assistant, answering: Answering) -> None:
    question = "情報の色分けは赤ばかりになりがちだ、と注意したのは誰ですか"
    names = ("篠宮かおり委員", "商工会議所", "久我山副議長", "議長", "市長")
    answer = answering(
        says(*(f"{name}がこの点を注意しました。[1]" for name in names[:3])), question
    )
    assert answer.status is Status.PARTIAL
    assert not any(name in answer.text for name in names[:3])


def test_an_inferred_speaker_must_be_called_inferred(
    sample: Assistant, answering: Answering
) -> None:
    question = "浄水場に業者が持ち込む機器は46台だったと報告したのは誰ですか"
    certain = "報告したのは堀越剛上下水道局長です。[1]"
    hedged = "報告したのは堀越剛上下水道局長と推定されます。[1]"
    answer = answering(says(certain, hedged), question)
    assert [one.fault for one in answer.verification.removed] == [Fault.NAME_WITHOUT_BASIS]
    assert "推定されます" in answer.text


@pytest.mark.parametrize(
    ("key", "false"),
    [
        ("1-3", "この意見を踏まえて戦略は修正されました。[1]"),
        ("1-3", "市は御意見のとおり本文を改めることとしました。[1]"),
        ("1-2", "この意見は受け入れられず、原案のとおりとされました。[1]"),
        ("1-2", "この意見による修正は行われませんでした。[1]"),
    ],
)
def test_an_outcome_turned_round_is_removed(
    sample: Assistant, answering: Answering, key: str, false: str
) -> None:
    answer = answering(says(false), f"意見{key}はどうなりましたか")
    assert answer.writing is not None
    assert answer.writing.fallback == Failure.NOTHING_STOOD.value
    assert [one.fault for one in answer.verification.removed] == [Fault.OUTCOME_CONTRADICTED]


def test_a_list_made_by_code_is_set_where_the_model_puts_it(
    sample: Assistant, answering: Answering
) -> None:
    question = "戦略（案）に賛成する意見として受け止められた意見を全て挙げてください。"
    extracted = sample.answer(question)
    line = "この意見は賛同意見として受け止められています。[1]"
    answer = answering(says(line, "[A]"), question)
    items = [one for one in extracted.text.split("\n") if one.startswith("- ")]
    assert answer.text.startswith("この意見は賛同意見として受け止められています。")
    assert all(item.rpartition("[")[0] in answer.text for item in items)


def test_figures_of_a_list_restated_by_the_model_are_removed(
    sample: Assistant, answering: Answering
) -> None:
    question = "戦略（案）に賛成する意見として受け止められた意見を全て挙げてください。"
    answer = answering(says("賛同の意見は7件です。[1]", "[A]"), question)
    assert "7件" not in answer.text
    assert "3件" in answer.text


def test_what_was_found_is_added_where_the_model_leaves_it_out(
    sample: Assistant, answering: Answering
) -> None:
    question = "インシデントの疑いに気付いた課の長は、何時間以内に誰に報告しますか。"
    extracted = sample.answer(question)
    with chat_server(honest) as server:
        assistant = worded(sample.library, server)
        server.script = lambda asked: Reply(honest(asked).text.split("\n")[0])
        answer = assistant.answer(question)
    cited = {one.reference.unit.id for one in answer.citations}
    assert {one.reference.unit.id for one in extracted.citations} <= cited
    assert answer.writing is not None
    assert answer.writing.added > 0
