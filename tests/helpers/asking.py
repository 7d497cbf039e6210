"""Asking in turns, and what an answer cites."""

from __future__ import annotations

from assistant.answers import Answer
from assistant.assistant import Assistant
from index.documents import Comment


def talk(assistant: Assistant, *turns: str | tuple[str, str]) -> Answer:
    """The answer to the last question; a turn with an answer was answered by somebody else."""
    history: list[tuple[str, str]] = []
    for turn in turns[:-1]:
        asked, told = turn if isinstance(turn, tuple) else (turn, "")
        history.append((asked, told or assistant.answer(asked, history).text))
    last = turns[-1]
    assert isinstance(last, str)
    return assistant.answer(last, history)


def cited_each_time(answer: Answer) -> list[str]:
    """Local ids of the units cited; one that is cited twice comes twice."""
    return [citation.reference.unit.local_id for citation in answer.citations]


def cited(answer: Answer) -> list[str]:
    """Local ids of the units cited, each once, in the order cited."""
    return list(dict.fromkeys(cited_each_time(answer)))


def comment_keys(answer: Answer) -> list[str]:
    """Keys of the comments cited, in the order cited."""
    units = dict.fromkeys(citation.reference.unit for citation in answer.citations)
    return [unit.key for unit in units if isinstance(unit, Comment)]
