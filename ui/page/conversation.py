"""Conversations as they are shown and kept."""

from __future__ import annotations

import secrets
from datetime import UTC, datetime
from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field

from index.filters import EVERYTHING, UnitFilter
from ui.page.feedback import Judgement
from ui.server.models import AnswerModel

_TITLE = 40  # characters of a question that name its conversation


def new_id() -> str:
    """An id that cannot be guessed: 32 hexadecimal digits."""
    return secrets.token_hex(16)


def now() -> datetime:
    """The time, with its zone."""
    return datetime.now(UTC)


class TurnState(StrEnum):
    """How a question ended."""

    ASKED = "asked"  # no answer yet, or the program ended before there was one
    ANSWERED = "answered"
    STOPPED = "stopped"
    FAILED = "failed"


class _Kept(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class Turn(_Kept):
    """A question, and the answer as `ask --json` prints it.

    `wanted` is what the answer was confined to and `filters` the same in words; `problem` says
    why there is no answer.
    """

    id: str = Field(default_factory=new_id)
    question: str
    asked_at: datetime = Field(default_factory=now)
    wanted: UnitFilter = EVERYTHING
    filters: tuple[str, ...] = ()
    state: TurnState = TurnState.ASKED
    answer: AnswerModel | None = None
    problem: str = ""
    notices: tuple[str, ...] = ()
    judgement: Judgement | None = None


class Conversation(_Kept):
    """Questions and answers in their order."""

    id: str = Field(default_factory=new_id)
    turns: tuple[Turn, ...] = ()

    @property
    def title(self) -> str:
        """The first question, cut to one line."""
        first = " ".join(self.turns[0].question.split()) if self.turns else ""
        return first if len(first) <= _TITLE else first[: _TITLE - 1] + "…"

    @property
    def history(self) -> tuple[tuple[str, str], ...]:
        """(question, answer) pairs that were answered, oldest first."""
        return tuple((turn.question, turn.answer.answer) for turn in self.turns if turn.answer)

    def turn(self, turn_id: str) -> Turn | None:
        """The turn of an id, or None."""
        return next((turn for turn in self.turns if turn.id == turn_id), None)

    def without(self, turn: Turn) -> Conversation:
        """The turns but one."""
        turns = tuple(held for held in self.turns if held.id != turn.id)
        return self.model_copy(update={"turns": turns})

    def with_turn(self, turn: Turn) -> Conversation:
        """With a turn added at the end, or put in the place of the one with its id."""
        if self.turn(turn.id) is None:
            return self.model_copy(update={"turns": (*self.turns, turn)})
        turns = tuple(turn if held.id == turn.id else held for held in self.turns)
        return self.model_copy(update={"turns": turns})
