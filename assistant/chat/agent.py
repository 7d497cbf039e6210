"""Lets the model query the documents before an answer is written, in a few counted steps.

What the steps bring is evidence like any other; what the model says meanwhile is not kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from time import monotonic
from typing import TYPE_CHECKING, Any

from assistant.chat.model import ChatModel, Spending, estimated_tokens, read_in_thread
from assistant.chat.tools import StepRecord, corpus_tools
from assistant.corpus_queries import CorpusQueries
from assistant.query import Query
from assistant.written import StepTaken
from index.library import Library
from prompts.loader import Prompt

if TYPE_CHECKING:
    from langchain_core.messages import BaseMessage

_SEVERAL = re.compile(
    r"それぞれ|両方|双方|比べ|比較|違い|一方|また、|併せて|あわせて|その上で|かつ|ごと|関係"
    r"|\b(?:both|each|compare|difference|as well as|respectively)\b|[?？].+[?？]",
    re.IGNORECASE,
)


def needs_steps(query: Query) -> bool:
    """Whether one look at the documents may not be enough for a question."""
    mentions = query.mentions
    places = (*mentions.meetings, *mentions.sections, *mentions.comments, *query.documents)
    return len(places) > 1 or _SEVERAL.search(query.completed) is not None


def take_steps(
    query: Query,
    library: Library,
    model: ChatModel,
    prompt: Prompt,
    spending: Spending,
    record: StepRecord,
) -> Iterator[StepTaken]:
    """Let the model query the documents, at most as often as the settings allow.

    Args:
        query: The question as understood.
        library: What is queried.
        model: Decides what to query.
        prompt: Tells it how.
        spending: What the question has used so far.
        record: Takes what was found.

    Yields:
        Each step when it was taken.

    Raises:
        ChatError: The model failed.
    """
    from langchain.agents import create_agent
    from langchain.agents.middleware import ModelCallLimitMiddleware, ToolCallLimitMiddleware

    steps = model.settings.steps
    limits: list[Any] = [
        ModelCallLimitMiddleware(run_limit=steps + 1),
        ToolCallLimitMiddleware(run_limit=steps, exit_behavior="end"),
    ]
    agent = create_agent(
        model.runnable,
        corpus_tools(CorpusQueries(library), record),
        system_prompt=prompt.fill(documents=_held(library), steps=str(steps)),
        middleware=limits,
    )
    question = escape(query.completed, quote=False)
    asked: Any = {"messages": [{"role": "user", "content": f"<question>{question}</question>"}]}
    updates: Iterator[dict[str, Any]] = read_in_thread(
        lambda: iter(agent.stream(asked, stream_mode="updates")),
        monotonic() + model.settings.timeout,
    )
    shown = 0
    for update in updates:
        spending.take(sum(map(_tokens, _messages(update))))
        for step in record.steps[shown:]:
            yield step
            shown += 1


def _held(library: Library) -> str:
    return "\n".join(
        f'<document id="{escape(record.id)}">{escape(record.title, quote=False)}</document>'
        for record in library.catalog.documents()
    )


def _messages(update: dict[str, Any]) -> list[BaseMessage]:
    return [message for change in update.values() for message in (change or {}).get("messages", ())]


def _tokens(message: BaseMessage) -> int:
    return estimated_tokens(str(message.content))
