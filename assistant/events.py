"""What happens on the way to an answer, for those who show it while it is made."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from assistant.answers import Answer
from assistant.query import Query
from assistant.written import StepTaken


class BlockState(StrEnum):
    """How far the check of a block of the answer has come."""

    PENDING = "pending"
    CHECKED = "checked"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class QueryUnderstood:
    """The question as understood, before anything is looked for."""

    query: Query


@dataclass(frozen=True, slots=True)
class BlockWritten:
    """A block of the answer's Markdown, or a new state of one that was written before.

    Attributes:
        number: Counts the blocks of the answer from 0; the same number replaces the block.
        text: Markdown with `[1]` markers; empty where the block was removed, and no more than
            a sign that something is being written while it is pending.
        state: Whether it has been checked.
    """

    number: int
    text: str
    state: BlockState


@dataclass(frozen=True, slots=True)
class AnswerFinished:
    """The checked answer; its text is what counts, whatever was shown before."""

    answer: Answer


AnswerEvent = QueryUnderstood | StepTaken | BlockWritten | AnswerFinished
