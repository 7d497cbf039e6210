"""What a reader is told of a chat model's part in an answer, a line each."""

from __future__ import annotations

from assistant.answers import Answer
from assistant.chat.failures import Failure
from assistant.query import Language

_FALLBACK = (
    "（会話モデル {model} は使えませんでした: {reason}。文書の抜粋で答えます）",
    "(The chat model {model} could not be used: {reason}. The answer is made of extracts.)",
)
_WRITTEN = (
    "（文は会話モデル {model} が書き、一文ずつ典拠と照らして確かめたものです）",
    "(Written by the chat model {model}; every sentence was checked against its sources.)",
)
_REMOVED = (
    "（典拠で確かめられなかった文を{count}つ除きました）",
    "({count} sentences that the sources do not confirm were left out.)",
)
_STEP = ("（手順{number} {tool}: {count}箇所）", "(Step {number}, {tool}: {count} places)")


def notices(answer: Answer) -> tuple[str, ...]:
    """The lines for a reader; none where no model was asked."""
    writing = answer.writing
    if writing is None:
        return ()
    english = answer.query.language is Language.ENGLISH
    lines = [
        _STEP[english].format(number=step.number, tool=step.tool, count=len(step.found))
        for step in writing.steps
    ]
    if writing.fallback is not None:
        reason = Failure(writing.fallback).told(answer.query.language)
        return (*lines, _FALLBACK[english].format(model=writing.model, reason=reason))
    lines.append(_WRITTEN[english].format(model=writing.model))
    if writing.removed:
        lines.append(_REMOVED[english].format(count=writing.removed))
    return tuple(lines)
