"""What happens when the chat is used: events of Gradio to the chat, its views back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import gradio as gr

from ui.page.handlers import Chat, ChatView
from ui.page.layout import ChatSide
from ui.page.visitors import visitor_of
from ui.templates import environment


@dataclass(frozen=True)
class Events:
    """Turns what Gradio gives into what the chat takes, and back."""

    chat: Chat

    def opened(self, kept: Any, request: gr.Request) -> list[Any]:
        """The conversation of the last visit."""
        return _shown(self.chat.opened(visitor_of(kept, request)))

    def started(self, kept: Any, request: gr.Request) -> list[Any]:
        """A new conversation."""
        return _shown(self.chat.started(visitor_of(kept, request)))

    def deleted(self, kept: Any, request: gr.Request) -> list[Any]:
        """The conversation on show dropped."""
        return _shown(self.chat.deleted(visitor_of(kept, request)))

    def stopped(self, kept: Any, request: gr.Request) -> list[Any]:
        """The question in work given up."""
        return _shown(self.chat.stopped(visitor_of(kept, request)))

    def chosen(self, kept: Any, conversation: str, request: gr.Request) -> list[Any]:
        """A conversation of the list."""
        return _shown(self.chat.opened(visitor_of(kept, request, conversation or "")))

    def asked(
        self, request: gr.Request, question: str, kept: Any, *chosen: list[str]
    ) -> Iterator[list[Any]]:
        """A question that was typed, answered step by step."""
        if not question.strip():
            return
        visitor = visitor_of(kept, request)
        for view in self.chat.asked(visitor, question, chosen):
            yield ["", *_shown(view)]

    def picked(
        self, request: gr.Request, event: gr.EventData, kept: Any, *chosen: list[str]
    ) -> Iterator[list[Any]]:
        """A question that was picked from the examples."""
        yield from self.asked(request, str(event.question), kept, *chosen)


def wire(
    page: gr.Blocks,
    state: gr.BrowserState,
    chat: Chat,
    left: ChatSide,
    right: gr.HTML,
    concurrency: int,
) -> None:
    """Connect the components with the chat.

    Args:
        page: Is loaded.
        state: What the browser keeps.
        chat: Does the work.
        left: The components of the left side.
        right: Sends `ask` when an example is picked.
        concurrency: How many questions are answered at the same moment.
    """
    events = Events(chat)
    shown = [state, *left.outputs]
    quick: dict[str, Any] = {"queue": False, "show_progress": "hidden", "api_visibility": "private"}
    asking: dict[str, Any] = {
        "outputs": [left.question, *shown],
        "concurrency_limit": concurrency,
        "concurrency_id": "asking",
        "show_progress": "hidden",
        "api_visibility": "private",
    }
    asked: list[Any] = [
        trigger(events.asked, [left.question, state, *left.filters], **asking)
        for trigger in (left.send.click, left.question.submit)
    ]
    asked.append(right.ask(events.picked, [state, *left.filters], **asking))
    left.stop.click(events.stopped, state, shown, cancels=asked, **quick)
    page.load(events.opened, state, shown, **quick)
    left.new.click(events.started, state, shown, **quick)
    left.delete.click(events.deleted, state, shown, **quick)
    left.conversations.input(events.chosen, [state, left.conversations], shown, **quick)
    left.clear.click(lambda: [[] for _ in left.filters], None, left.filters, **quick)


def _shown(view: ChatView) -> list[Any]:
    """Values of the browser's state and of `ChatSide.outputs`."""
    visitor = view.visitor
    said = environment("ui.page").get_template("said.html.j2").render(said=view.said)
    conversations: Any = gr.update()
    if not view.busy:
        choices = [(summary.title, summary.id) for summary in view.summaries]
        conversations = gr.update(choices=choices, value=visitor.conversation or None)
    return [
        {"browser": visitor.browser, "conversation": visitor.conversation},
        view.log,
        view.working,
        said,
        gr.update(visible=not view.busy),
        gr.update(visible=view.busy),
        conversations,
    ]
