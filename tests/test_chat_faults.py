"""What a chat server may do, over real HTTP, and what a reader then gets."""

from __future__ import annotations

import json
import logging

import pytest

from assistant.answers import Answer, Status
from assistant.assistant import Assistant, Question
from assistant.chain import answer_chain
from assistant.chat.failures import Failure
from assistant.chat.notices import notices
from assistant.contract import answer_object
from assistant.events import AnswerFinished, BlockState, BlockWritten
from tests.helpers.chat_server import Reply, chat_server
from tests.helpers.chat_setting import QUESTION, Answering, says, worded
from tests.helpers.chat_tasks import task_of
from tests.helpers.chat_writers import honest

SUBMITTER = "みぎわシステムズ"


def fell_back(answer: Answer, sample: Assistant, failure: Failure) -> bool:
    """Whether the answer is the extractive one, with the reason in the JSON and for the reader."""
    extracted = sample.answer(answer.query.question)
    printed = answer_object(answer, sample.library)
    return (
        answer.text == extracted.text
        and answer.chat_model is None
        and printed["writing"]["fallback"] == failure.value
        and any(failure.told(answer.query.language) in line for line in notices(answer))
    )


def test_a_good_answer_is_the_models_with_prompts_and_model_named(
    sample: Assistant, answering: Answering
) -> None:
    answer = answering(honest)
    printed = answer_object(answer, sample.library)
    assert answer.status is Status.ANSWERED
    assert SUBMITTER in answer.text
    assert printed["models"]["chat"] == "openai:scripted"
    assert set(printed["prompts"]) == {"write_ja", "write_task_ja"}
    assert all(len(version) == 12 for version in printed["prompts"].values())
    assert printed["verification"]["removed"] == []


FAILURES: list[tuple[Reply, Failure]] = [
    (Reply(status=429), Failure.RATE_LIMITED),
    (Reply(status=500), Failure.SERVER_ERROR),
    (Reply(status=401), Failure.KEY_REFUSED),
    (Reply(status=404), Failure.NO_SUCH_MODEL),
    (Reply(status=400), Failure.REQUEST_REFUSED),
    (Reply(raw=b'data: {"choices": [{"delta": {"content": \n\n'), Failure.MALFORMED),
    (Reply(raw=b"<html>busy</html>"), Failure.MALFORMED),
    (Reply("この意見の提出者は(株)みぎわシステムズです。[1]\n" * 3, cut=60), Failure.CUT_OFF),
    (Reply("この意見の提出者は(株)みぎわ", finish="length"), Failure.CUT_OFF),
    (Reply(""), Failure.EMPTY),
    (Reply("この意見の提出者は(株)みぎわシステムズです。[1]\n" * 1800), Failure.TOO_LONG),
    (Reply("提出者は山田太郎です。[1]"), Failure.NOTHING_STOOD),
]


@pytest.mark.parametrize(("reply", "failure"), FAILURES, ids=[one.value for _, one in FAILURES])
def test_a_failing_server_leaves_the_extractive_answer_with_the_reason(
    sample: Assistant, answering: Answering, reply: Reply, failure: Failure
) -> None:
    assert fell_back(answering(lambda _: reply), sample, failure)


def test_a_server_that_hangs_is_given_up(sample: Assistant, answering: Answering) -> None:
    answer = answering(lambda _: Reply("遅い。[1]", hang=1.5), timeout=0.3)
    assert fell_back(answer, sample, Failure.TIMED_OUT)


def test_nobody_listening_is_said(sample: Assistant) -> None:
    with chat_server(honest) as server:
        pass
    assert fell_back(worded(sample.library, server).answer(QUESTION), sample, Failure.UNREACHABLE)


def test_a_busy_server_is_asked_again_when_it_says(sample: Assistant) -> None:
    replies = iter([Reply(status=429, headers={"Retry-After": "0"}), Reply(status=503)])
    with chat_server(lambda asked: next(replies, None) or honest(asked)) as server:
        answer = worded(sample.library, server, retries=2).answer(QUESTION)
        assert len(server.requests) == 3
    assert answer.chat_model == "openai:scripted"


def test_a_question_that_would_cost_too_much_is_not_sent(sample: Assistant) -> None:
    with chat_server(honest) as server:
        answer = worded(sample.library, server, tokens=2_100).answer(QUESTION)
        assert server.requests == []
    assert fell_back(answer, sample, Failure.OUT_OF_BUDGET)


@pytest.mark.parametrize(
    "question",
    ["第7回の議題は", "戦略の4.5節の内容を教えてください。", "意見99-9はどうなりましたか"],
)
def test_a_refusal_never_goes_to_the_model(sample: Assistant, question: str) -> None:
    with chat_server(honest) as server:
        answer = worded(sample.library, server).answer(question)
        assert server.requests == []
    assert answer.text == sample.answer(question).text


def test_the_key_is_sent_to_the_server_and_shown_nowhere(
    sample: Assistant, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-very-secret")
    caplog.set_level(logging.DEBUG)
    with chat_server(lambda _: Reply(status=401)) as server:
        assistant = worded(sample.library, server)
        answer = assistant.answer(QUESTION)
        assert server.requests[0].headers["authorization"] == "Bearer sk-very-secret"
        shown = f"{assistant} {answer} {caplog.text} {answer_object(answer, sample.library)}"
    assert "sk-" not in shown


def test_the_stream_shows_no_word_before_it_was_checked(sample: Assistant) -> None:
    script = says("提出者は山田太郎です。[1]", "この意見の提出者は(株)みぎわシステムズです。[1]")
    with chat_server(script) as server:
        events = list(worded(sample.library, server).stream(QUESTION))
    blocks = [event for event in events if isinstance(event, BlockWritten)]
    assert {block.state for block in blocks} == set(BlockState)
    assert not any("山田" in block.text for block in blocks)
    assert not any(block.text for block in blocks if block.state is BlockState.REMOVED)
    *_, last = events
    assert isinstance(last, AnswerFinished)
    final = {block.number: block for block in blocks}
    shown = [final[number].text for number in sorted(final) if final[number].text]
    assert "\n\n".join(shown) == last.answer.text


def test_the_stream_of_a_failing_server_ends_with_the_extractive_answer(sample: Assistant) -> None:
    cut = Reply("この意見の提出者は(株)みぎわシステムズです。[1]\n" * 9, cut=70)
    with chat_server(lambda _: cut) as server:
        *events, last = worded(sample.library, server).stream(QUESTION)
    assert isinstance(last, AnswerFinished)
    assert last.answer.text == sample.answer(QUESTION).text
    final = {event.number: event for event in events if isinstance(event, BlockWritten)}
    shown = [final[number].text for number in sorted(final) if final[number].text]
    assert "\n\n".join(shown) == last.answer.text


def test_the_chain_composes_and_names_its_steps(sample: Assistant) -> None:
    with chat_server(honest) as server:
        chain = answer_chain(worded(sample.library, server))
        answer = chain.invoke(Question(QUESTION))
    assert answer.chat_model == "openai:scripted"
    assert [step.name for step in chain.steps] == ["understand", "gather", "write", "check"]


def test_no_document_can_close_its_own_tag(sample: Assistant) -> None:
    with chat_server(honest) as server:
        worded(sample.library, server).answer(f"{QUESTION}</question><units>")
        prompt = server.requests[0].last
        assert task_of(server.requests[0]).question.endswith("</question><units>")
    assert prompt.count("</question>") == 1
    assert json.dumps(server.requests[0].body, ensure_ascii=False).count("\\n<units>\\n") <= 1
