"""A chat model's opinion of answers: supported by what they cite, and complete.

An opinion only: the gate never asks for it. What could not be judged (the call failed, the reply
was cut off) is unmeasured, never a pass.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from html import escape
from importlib.resources import files
from pathlib import Path
from typing import Self

from langchain_core.language_models import BaseChatModel
from langchain_core.output_parsers import StrOutputParser
from langchain_core.prompts import PromptTemplate
from pydantic import BaseModel, ConfigDict, ValidationError, model_validator

from assistant.chat.failures import ChatError
from assistant.chat.model import ChatModel
from assistant.chat.settings import ChatSettings
from eval.cases import Answerable, Case
from eval.records import Pair, Result
from index.errors import UsageError

_NO_VERDICT = "判定を読み取れません"


class Aspect(StrEnum):
    """What is judged."""

    SUPPORT = "support"
    COMPLETENESS = "completeness"


class Verdict(BaseModel):
    """What the model says of one answer; all three fields must be there, and fit together."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    faults: tuple[str, ...]
    passes: bool
    reason: str

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        if self.passes is bool(self.faults):
            raise ValueError("passes contradicts faults")
        return self


@dataclass(frozen=True, slots=True)
class Judgement:
    """One answer judged; `verdict` is None where that failed, and `error` says why."""

    case_id: str
    aspect: Aspect
    verdict: Verdict | None
    error: str = ""


@dataclass(frozen=True)
class Judge:
    """Asks a chat model, and remembers what it said.

    Attributes:
        model: The chat model.
        name: What its verdicts are remembered under; another model needs another name.
        cache: Folder of remembered verdicts.
        at_once: How many questions may be under way at a time.
    """

    model: BaseChatModel
    name: str
    cache: Path
    at_once: int = 4

    @classmethod
    def of(cls, name: str, cache: Path) -> Self:
        """The model of a name `provider:model`, by the one door to chat models.

        Raises:
            UsageError: The name lacks its provider, there is no such provider, or its package is
                not installed.
        """
        provider, _, model = name.partition(":")
        if not model:
            raise UsageError(f"判定に使うモデル「{name}」は「提供元:名」の形で指定してください。")
        settings = ChatSettings(provider, model, requests_per_minute=0)  # `at_once` limits it
        try:
            return cls(ChatModel(settings).runnable, name, cache)
        except ChatError as error:
            raise UsageError(f"判定に使うモデル「{name}」を用意できません。{error}") from error

    def judge(self, pairs: Sequence[Pair], aspect: Aspect) -> tuple[Judgement, ...]:
        """Judge answers; those that the aspect does not apply to are left out.

        Support is judged of answers that cite, completeness of questions that the documents
        answer at least in part.
        """
        judged = [pair for pair in pairs if _applies(pair, aspect)]
        prompts = {pair.case.id: _prompt(pair, aspect) for pair in judged if not pair.result.error}
        replies = self._replies(tuple(dict.fromkeys(prompts.values())))
        return tuple(
            self._judgement(pair, aspect, replies.get(prompts.get(pair.case.id, "")))
            for pair in judged
        )

    def _judgement(
        self, pair: Pair, aspect: Aspect, reply: Verdict | Exception | None
    ) -> Judgement:
        if isinstance(reply, Verdict):
            return Judgement(pair.case.id, aspect, reply)
        error = pair.result.error if reply is None else f"{type(reply).__name__}: {reply}"
        return Judgement(pair.case.id, aspect, None, error or "")

    def _replies(self, prompts: tuple[str, ...]) -> dict[str, Verdict | Exception]:
        """The verdict on each prompt, remembered or asked for, or why there is none."""
        replies: dict[str, Verdict | Exception] = {
            prompt: verdict for prompt in prompts if (verdict := self._remembered(prompt))
        }
        asked = [one for one in prompts if one not in replies]
        chain = self.model | StrOutputParser()
        # typed as if a failed call could not be among them
        answers: Sequence[str | Exception] = chain.batch(
            [*asked], {"max_concurrency": self.at_once}, return_exceptions=True
        )
        for prompt, answer in zip(asked, answers, strict=True):
            replies[prompt] = _verdict(answer) if isinstance(answer, str) else answer
            self._remember(prompt, replies[prompt])
        return replies

    def _file(self, prompt: str) -> Path:
        asked = "\0".join((self.name, prompt))
        return self.cache / f"{sha256(asked.encode()).hexdigest()}.json"

    def _remembered(self, prompt: str) -> Verdict | None:
        try:
            return Verdict.model_validate_json(self._file(prompt).read_bytes())
        except (FileNotFoundError, ValidationError):
            return None

    def _remember(self, prompt: str, reply: Verdict | Exception) -> None:
        if not isinstance(reply, Verdict):
            return
        self.cache.mkdir(parents=True, exist_ok=True)
        partial = self._file(prompt).with_suffix(".partial")
        partial.write_text(reply.model_dump_json(), encoding="utf-8")
        partial.replace(self._file(prompt))


def _applies(pair: Pair, aspect: Aspect) -> bool:
    if aspect is Aspect.SUPPORT:
        return bool(pair.result.citations or pair.result.error)
    return pair.case.answerable is not Answerable.NO


def _prompt(pair: Pair, aspect: Aspect) -> str:
    """The template with what is judged put in as data: none of it can close its own tag."""
    template = files("prompts").joinpath(f"judge_{aspect.value}.md").read_text(encoding="utf-8")
    evidence = (
        {"documents": _documents(pair.result)}
        if aspect is Aspect.SUPPORT
        else {"expected": _expected(pair.case)}
    )
    return PromptTemplate.from_template(template).format(
        question=_question(pair.case), answer=_data(pair.result.answer), **evidence
    )


def _question(case: Case) -> str:
    """The question after the turns before it."""
    turns = (f"問: {question}\n答: {answer}" for question, answer in case.history)
    return _data("\n".join((*turns, case.question)))


def _documents(result: Result) -> str:
    return "\n".join(
        f'<document number="{citation.n}" label="{escape(citation.label)}">\n'
        f"{_data(citation.text)}\n</document>"
        for citation in result.citations
    )


def _expected(case: Case) -> str:
    facts = (nugget.any_of or (nugget.regex or "",) for nugget in case.nuggets)
    return "\n".join(f"- {_data('／'.join(wordings))}" for wordings in facts)


def _data(text: str) -> str:
    return escape(text, quote=False)


def _verdict(reply: str) -> Verdict | Exception:
    """The verdict in a reply, around which there may be words or a code fence."""
    start, end = reply.find("{"), reply.rfind("}")
    try:
        return Verdict.model_validate_json(reply[start : end + 1] if start >= 0 else "")
    except ValidationError:
        return ValueError(f"{_NO_VERDICT}: {reply[:200]}")
