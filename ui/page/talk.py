"""Asking a question and keeping what came of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from assistant.chat.notices import notices
from assistant.events import AnswerFinished, BlockState, BlockWritten, QueryUnderstood
from assistant.query import Query
from index.errors import TenkyoError
from ui.page.conversation import Conversation, Turn, TurnState
from ui.page.history import ConversationStore
from ui.server.models import AnswerModel
from ui.services import AnswerService


@dataclass(frozen=True, slots=True)
class Asker:
    """Whose question it is, and of which conversation; `user` is "" where nobody logs in."""

    owner: str
    conversation: str
    user: str


@dataclass(frozen=True, slots=True)
class Progress:
    """What is known of the answer so far.

    Attributes:
        conversation: With the turn that is being answered as its last.
        query: The question as understood, when it has been.
        blocks: Blocks of the answer that have been written, in order.
    """

    conversation: Conversation
    query: Query | None = None
    blocks: tuple[str, ...] = ()

    @property
    def turn(self) -> Turn:
        """The turn that is being answered."""
        return self.conversation.turns[-1]


def ask(
    answers: AnswerService, store: ConversationStore, asker: Asker, turn: Turn
) -> Iterator[Progress]:
    """Answer a question step by step; the conversation is kept at the start and at the end.

    What is kept at the start is a question without an answer, so that nothing unchecked is
    ever found in a history.
    """
    conversation = store.put(asker.owner, asker.conversation, turn)
    yield Progress(conversation)
    query: Query | None = None
    blocks: dict[int, str] = {}
    finished = turn.model_copy(update={"state": TurnState.FAILED})
    try:
        asking = answers.asking(turn.wanted, asker.user)
        for event in asking.stream(turn.question, conversation.history):
            match event:
                case QueryUnderstood():
                    query = event.query
                case BlockWritten(number=number, text=text):
                    blocks[number] = "" if event.state is BlockState.REMOVED else text
                case AnswerFinished(answer=answer):
                    shown = AnswerModel.model_validate(asking.record(answer))
                    finished = turn.model_copy(
                        update={
                            "state": TurnState.ANSWERED,
                            "answer": shown,
                            "notices": notices(answer),
                        }
                    )
                    break
            yield Progress(conversation, query, tuple(blocks[key] for key in sorted(blocks)))
    except TenkyoError as error:
        finished = turn.model_copy(update={"state": TurnState.FAILED, "problem": str(error)})
    kept = store.change(conversation.id, turn.id, lambda held: _unless_stopped(held, finished))
    yield Progress(kept or conversation.with_turn(finished), query)


def stop(store: ConversationStore, conversation: Conversation) -> Conversation:
    """Mark the last question as stopped, where it has not been answered yet."""
    if not conversation.turns:
        return conversation
    last = conversation.turns[-1]
    stopped = last.model_copy(update={"state": TurnState.STOPPED})
    return store.change(conversation.id, last.id, lambda held: _unless_ended(held, stopped)) or (
        conversation
    )


def _unless_stopped(held: Turn, finished: Turn) -> Turn:
    return held if held.state is TurnState.STOPPED else finished


def _unless_ended(held: Turn, stopped: Turn) -> Turn:
    return stopped if held.state is TurnState.ASKED else held
