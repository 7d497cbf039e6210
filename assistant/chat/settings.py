"""Which chat model writes, and within which limits; read once from the environment.

Keys are no settings of ours: the provider's own package reads them from the environment
(OPENAI_API_KEY and the like), and nothing here holds, logs or stores them.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Self
from urllib.parse import urlsplit

from index.errors import UsageError

_WHERE = "設定 {name} の値「{value}」は{wanted}ではありません。"


@dataclass(frozen=True)
class ChatSettings:
    """A chat model and its limits.

    Attributes:
        provider: As `init_chat_model` names it; `openai` for any compatible server.
        name: The model's name there.
        base_url: Of a server in one's own network, None for the provider's.
        timeout: Seconds that one call may take in all.
        retries: How often a call that failed for a passing reason is made again.
        tokens: About how many tokens one question may use, prompts and answers together.
        answer_tokens: How long one answer of the model may become.
        requests_per_minute: Of this process; 0 for no limit.
        rewrites: Whether the model completes follow-up questions and adds search words.
        steps: How often the model may query the documents itself for one question; 0 never.
    """

    provider: str
    name: str
    base_url: str | None = field(default=None, repr=False)  # may hold a password
    timeout: float = 60.0
    retries: int = 2
    tokens: int = 40_000
    answer_tokens: int = 2_000
    requests_per_minute: int = 60
    rewrites: bool = False
    steps: int = 0

    @property
    def model(self) -> str:
        """`provider:name`."""
        return f"{self.provider}:{self.name}"

    @property
    def server(self) -> str | None:
        """Host and port of the base URL, without user and password."""
        if self.base_url is None:
            return None
        address = urlsplit(self.base_url)
        return f"{address.hostname}:{address.port}" if address.port else address.hostname

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] | None = None) -> Self | None:
        """Read `TENKYO_CHAT_MODEL` and the other `TENKYO_CHAT_…`; None where no model is set.

        Args:
            environment: Variables to read, the process's own by default.

        Raises:
            UsageError: A value is not of its form; the message names the variable.
        """
        variables = os.environ if environment is None else environment
        model = variables.get("TENKYO_CHAT_MODEL", "").strip()
        base_url = variables.get("TENKYO_CHAT_BASE_URL", "").strip() or None
        if not model:
            return None
        provider, colon, name = model.partition(":")
        if not (provider and colon and name):
            raise UsageError(
                _WHERE.format(name="TENKYO_CHAT_MODEL", value=model, wanted="「提供元:名」の形")
                + "例: openai:モデル名、anthropic:モデル名、ollama:モデル名。OpenAI互換のサーバー"
                "には openai:モデル名 とし、TENKYO_CHAT_BASE_URL にその場所を設定してください。"
            )
        if base_url and urlsplit(base_url).scheme not in ("http", "https"):
            raise UsageError("設定 TENKYO_CHAT_BASE_URL は http:// か https:// で始めてください。")
        return cls(
            provider=provider,
            name=name,
            base_url=base_url,
            timeout=_number(variables, "TENKYO_CHAT_TIMEOUT", cls.timeout),
            retries=_whole(variables, "TENKYO_CHAT_RETRIES", cls.retries),
            tokens=_whole(variables, "TENKYO_CHAT_TOKENS", cls.tokens),
            answer_tokens=_whole(variables, "TENKYO_CHAT_ANSWER_TOKENS", cls.answer_tokens),
            requests_per_minute=_whole(
                variables, "TENKYO_CHAT_REQUESTS_PER_MINUTE", cls.requests_per_minute
            ),
            rewrites=_switch(variables, "TENKYO_CHAT_REWRITE"),
            steps=_whole(variables, "TENKYO_CHAT_STEPS", cls.steps),
        )


def _number(variables: Mapping[str, str], name: str, otherwise: float) -> float:
    value = variables.get(name, "").strip()
    if not value:
        return otherwise
    try:
        number = float(value)
    except ValueError:
        number = -1.0
    if not 0 <= number < float("inf"):
        raise UsageError(_WHERE.format(name=name, value=value, wanted="0以上の数"))
    return number


def _whole(variables: Mapping[str, str], name: str, otherwise: int) -> int:
    return int(_number(variables, name, otherwise))


def _switch(variables: Mapping[str, str], name: str) -> bool:
    value = variables.get(name, "").strip().casefold()
    if value not in ("", "0", "1", "true", "false", "on", "off"):
        raise UsageError(_WHERE.format(name=name, value=value, wanted="0（使わない）か1（使う）"))
    return value in ("1", "true", "on")
