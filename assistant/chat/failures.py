"""Why a chat model gave no answer, said to the reader without the provider's own words.

A provider's message is never passed on: it may repeat a part of the key or of the prompt.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Any

from assistant.query import Language
from index.errors import TenkyoError


class Failure(StrEnum):
    """Why there is no usable answer of the model."""

    NOT_INSTALLED = "not_installed"
    NOT_CONFIGURED = "not_configured"
    KEY_REFUSED = "key_refused"
    NO_SUCH_MODEL = "no_such_model"
    REQUEST_REFUSED = "request_refused"
    RATE_LIMITED = "rate_limited"
    SERVER_ERROR = "server_error"
    UNREACHABLE = "unreachable"
    TIMED_OUT = "timed_out"
    CUT_OFF = "cut_off"
    MALFORMED = "malformed"
    EMPTY = "empty"
    TOO_LONG = "too_long"
    OUT_OF_BUDGET = "out_of_budget"
    NOTHING_STOOD = "nothing_stood"

    @property
    def is_passing(self) -> bool:
        """Whether the same call may succeed a little later."""
        return self in (
            Failure.RATE_LIMITED, Failure.SERVER_ERROR, Failure.UNREACHABLE, Failure.TIMED_OUT
        )  # fmt: skip

    def told(self, language: Language) -> str:
        """The reason as a clause for a reader."""
        return _TOLD[self][language is Language.ENGLISH]


_TOLD = {
    Failure.NOT_INSTALLED: (
        "提供元のパッケージが入っていない（pip install 'tenkyo[openai]' など）",
        "the provider's package is not installed (pip install 'tenkyo[openai]' or the like)",
    ),
    Failure.NOT_CONFIGURED: (
        "モデルを用意できない（提供元の名前か、鍵の環境変数を確かめてください）",
        "the model cannot be set up (check the provider's name and its key variable)",
    ),
    Failure.KEY_REFUSED: ("鍵が受け付けられなかった", "the key was refused"),
    Failure.NO_SUCH_MODEL: ("その名前のモデルがない", "there is no model of that name"),
    Failure.REQUEST_REFUSED: ("要求が受け付けられなかった", "the request was refused"),
    Failure.RATE_LIMITED: ("利用回数の上限に達している", "the rate limit is reached"),
    Failure.SERVER_ERROR: ("サーバーで誤りが起きた", "the server failed"),
    Failure.UNREACHABLE: ("サーバーにつながらない", "the server cannot be reached"),
    Failure.TIMED_OUT: ("時間内に応答がなかった", "there was no answer in time"),
    Failure.CUT_OFF: ("応答が途中で切れた", "the answer broke off"),
    Failure.MALFORMED: ("応答を読み取れない", "the answer cannot be read"),
    Failure.EMPTY: ("応答が空だった", "the answer was empty"),
    Failure.TOO_LONG: ("応答が長すぎる", "the answer is too long"),
    Failure.OUT_OF_BUDGET: (
        "一問に使えるトークン数を超える", "the question would need more tokens than allowed"
    ),
    Failure.NOTHING_STOOD: (
        "書かれた文がどれも典拠で確認できなかった",
        "no sentence that was written could be confirmed by its sources",
    ),
}  # fmt: skip


class ChatError(TenkyoError):
    """A chat model gave no usable answer.

    Attributes:
        failure: Why.
        status: HTTP status, where there was one.
        wait: Seconds after which the server asked to be called again, if it did.
    """

    def __init__(
        self, failure: Failure, status: int | None = None, wait: float | None = None
    ) -> None:
        self.failure = failure
        self.status = status
        self.wait = wait
        of_status = f"（HTTP {status}）" if status else ""
        super().__init__(
            f"会話モデルが使えません（{failure.told(Language.JAPANESE)}）{of_status}。"
        )


_BY_STATUS = {
    401: Failure.KEY_REFUSED, 403: Failure.KEY_REFUSED, 404: Failure.NO_SUCH_MODEL,
    408: Failure.TIMED_OUT, 429: Failure.RATE_LIMITED,
}  # fmt: skip
_SERVER = 500
_REFUSED = 400


def chat_error(error: BaseException) -> ChatError:
    """A provider's exception as one of ours, by its status and by the names of its classes.

    The packages of the providers share no base class, but all that are built on HTTP say
    `status_code`, and name their time-outs and connection errors as such.
    """
    if isinstance(error, ChatError):
        return error
    status = getattr(error, "status_code", None)
    names = " ".join(base.__name__ for cause in _causes(error) for base in type(cause).__mro__)
    if isinstance(status, int) and status >= _REFUSED:
        failure = _BY_STATUS.get(
            status, Failure.SERVER_ERROR if status >= _SERVER else Failure.REQUEST_REFUSED
        )
        return ChatError(failure, status, _wait(error))
    if isinstance(error, ImportError):
        return ChatError(Failure.NOT_INSTALLED)
    if "Timeout" in names:
        return ChatError(Failure.TIMED_OUT)
    if "Protocol" in names or "Incomplete" in names:
        return ChatError(Failure.CUT_OFF)
    if "Connect" in names or isinstance(error, OSError):
        return ChatError(Failure.UNREACHABLE)
    return ChatError(Failure.MALFORMED)


def _causes(error: BaseException) -> Iterator[BaseException]:
    """An exception and those that it was raised from."""
    cause: BaseException | None = error
    while cause is not None:
        yield cause
        cause = cause.__cause__ or cause.__context__


def _wait(error: BaseException) -> float | None:
    response: Any = getattr(error, "response", None)
    printed = str(getattr(response, "headers", {}).get("retry-after", ""))
    return float(printed) if printed.isdecimal() else None
