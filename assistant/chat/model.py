"""The one door to chat models: LangChain's `init_chat_model`, with limits around it.

Any provider may raise anything, and a server may send a little every minute for ever. So a
call is read in a thread of its own: whatever ends it there becomes a `ChatError` here, and
no call takes longer than its time.
"""

from __future__ import annotations

import os
import queue
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from threading import Event, Lock
from time import monotonic
from typing import TYPE_CHECKING, Any, TypeVar

from assistant.chat.failures import ChatError, Failure, chat_error
from assistant.chat.settings import ChatSettings

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel
    from langchain_core.messages import AIMessageChunk
    from tenacity import RetryCallState

_LONGEST = 20_000  # characters of one answer; longer ones are not answers
_LONGEST_WAIT = 20.0  # seconds between two tries
_FINISHED = ("finish_reason", "stop_reason", "done_reason", "stopReason")
_WHOLE = frozenset(
    {"stop", "end_turn", "stop_sequence", "tool_calls", "tool_use", "eos", "eos_token"}
)
_NO_KEY = "not-needed"  # a server in one's own network asks for none, the package does

Result = TypeVar("Result")


class Role(StrEnum):
    """Whose words a message holds, as LangChain names them."""

    RULES = "system"
    READER = "human"
    MODEL = "ai"


@dataclass(frozen=True, slots=True)
class Message:
    """One message of a conversation with a model."""

    role: Role
    text: str


def estimated_tokens(text: str) -> int:
    """About how many tokens a text is, rather too many: one a Japanese letter, 3 Latin ones."""
    ascii_letters = sum(letter.isascii() for letter in text)
    return len(text) - ascii_letters + ascii_letters // 3 + 1


@dataclass
class Spending:
    """What one question has used of its tokens.

    Attributes:
        limit: How many tokens it may use.
        used: How many it has used, as estimated.
        calls: How often the model was called, tries that failed not counted.
    """

    limit: int
    used: int = 0
    calls: int = 0
    _lock: Lock = field(default_factory=Lock, repr=False)

    def take(self, tokens: int) -> None:
        """Use tokens.

        Raises:
            ChatError: More than are left.
        """
        with self._lock:
            if self.used + tokens > self.limit:
                raise ChatError(Failure.OUT_OF_BUDGET)
            self.used += tokens
            self.calls += 1


@dataclass(frozen=True)
class ChatModel:
    """A chat model within limits.

    Attributes:
        settings: Which one, and the limits.
    """

    settings: ChatSettings

    @cached_property
    def runnable(self) -> BaseChatModel:
        """The model as LangChain has it; made when first used.

        Raises:
            ChatError: The package is not installed, or the provider or key is missing.
        """
        return _in_thread(self._load, self.settings.timeout, Failure.NOT_CONFIGURED)

    def text(self, messages: Sequence[Message], spending: Spending) -> str:
        """The whole answer to some messages; see `stream`."""
        return "".join(self.stream(messages, spending))

    def stream(self, messages: Sequence[Message], spending: Spending) -> Iterator[str]:
        """The answer to some messages, piece by piece.

        Args:
            messages: What the model is told and asked.
            spending: What the question has used so far.

        Yields:
            Pieces of text, none of them empty.

        Raises:
            ChatError: There is no whole answer; what was yielded before is not to be used.
        """
        asked = "\n".join(message.text for message in messages)
        spending.take(estimated_tokens(asked) + self.settings.answer_tokens)
        length = 0
        finished = ""
        for chunk in self._chunks(messages):
            finished = _finish(chunk) or finished
            if piece := str(chunk.text):
                length += len(piece)
                if length > _LONGEST:
                    raise ChatError(Failure.TOO_LONG)
                yield piece
        if not length:
            raise ChatError(Failure.EMPTY)
        if finished.casefold() not in _WHOLE:
            raise ChatError(Failure.CUT_OFF)

    def _chunks(self, messages: Sequence[Message]) -> Iterator[AIMessageChunk]:
        """Chunks of the answer; a call that fails before the first one is made again."""
        from tenacity import Retrying, retry_if_exception, stop_after_attempt

        model = self.runnable
        asked = [(message.role.value, message.text) for message in messages]
        until = monotonic() + self.settings.timeout
        for attempt in Retrying(
            stop=stop_after_attempt(self.settings.retries + 1),
            wait=_pause,
            retry=retry_if_exception(lambda e: isinstance(e, ChatError) and e.failure.is_passing),
            reraise=True,
        ):
            with attempt:
                chunks = read_in_thread(lambda: iter(model.stream(asked)), until)
                first = next(chunks, None)
        if first is not None:
            yield first
            yield from chunks

    def _load(self) -> BaseChatModel:
        from langchain.chat_models import init_chat_model
        from langchain_core.rate_limiters import InMemoryRateLimiter

        settings = self.settings
        options: dict[str, Any] = {
            "timeout": settings.timeout,
            "max_tokens": settings.answer_tokens,
        }
        if settings.provider == "ollama":
            options = {
                "num_predict": settings.answer_tokens,
                "client_kwargs": {"timeout": settings.timeout},
            }
        else:
            options["max_retries"] = 0  # tries are counted here, for all providers alike
        if settings.base_url:
            options["base_url"] = settings.base_url
            options |= _key_for_own_server(settings.provider)
        if settings.requests_per_minute:
            limiter = InMemoryRateLimiter(
                requests_per_second=settings.requests_per_minute / 60,
                max_bucket_size=max(1, settings.requests_per_minute // 6),
            )
            limiter.available_tokens = limiter.max_bucket_size  # the first question need not wait
            options["rate_limiter"] = limiter
        made: BaseChatModel = init_chat_model(
            settings.name, model_provider=settings.provider, temperature=0, **options
        )
        return made


def _key_for_own_server(provider: str) -> dict[str, Any]:
    missing = provider == "openai" and not os.environ.get("OPENAI_API_KEY")
    return {"api_key": _NO_KEY} if missing else {}


def _finish(chunk: AIMessageChunk) -> str:
    found = (chunk.response_metadata.get(name) for name in _FINISHED)
    return next((str(reason) for reason in found if reason), "")


def _pause(state: RetryCallState) -> float:
    """As long as the server asked for, else longer each time, with jitter."""
    from tenacity import wait_random_exponential

    error = state.outcome.exception() if state.outcome else None
    if isinstance(error, ChatError) and error.wait is not None:
        return min(error.wait, _LONGEST_WAIT)
    return float(wait_random_exponential(multiplier=0.5, max=_LONGEST_WAIT)(state))


def _in_thread(work: Callable[[], Result], seconds: float, otherwise: Failure) -> Result:
    """The result of some work; whatever it raises becomes a `ChatError`."""
    from langchain_core.runnables.config import ContextThreadPoolExecutor

    with ContextThreadPoolExecutor(max_workers=1) as executor:
        done = executor.submit(work)
        error = done.exception(seconds)
    if error is None:
        return done.result()
    raised = chat_error(error)
    raise ChatError(otherwise if raised.failure is Failure.MALFORMED else raised.failure)


def read_in_thread(start: Callable[[], Iterator[Result]], until: float) -> Iterator[Result]:
    """What an iterator gives, read in a thread of its own until a moment of `monotonic`.

    Raises:
        ChatError: The iterator failed, or the time is over.
    """
    from langchain_core.runnables.config import ContextThreadPoolExecutor

    pieces: queue.Queue[Result | None] = queue.Queue()
    stopped = Event()

    def pour() -> None:
        try:
            for piece in start():
                pieces.put(piece)
                if stopped.is_set():
                    return
        finally:
            pieces.put(None)

    executor = ContextThreadPoolExecutor(max_workers=1)
    reading = executor.submit(pour)
    try:
        while (piece := _next(pieces, until)) is not None:
            yield piece
        if error := reading.exception():
            raise chat_error(error) from None  # its message may hold a part of the key
    finally:
        stopped.set()
        executor.shutdown(wait=False)


def _next(pieces: queue.Queue[Result | None], until: float) -> Result | None:
    try:
        return pieces.get(timeout=max(0.001, until - monotonic()))
    except queue.Empty:
        raise ChatError(Failure.TIMED_OUT) from None
