"""Who uses the page."""

from __future__ import annotations

from typing import Any

import gradio as gr

from ui.page.conversation import new_id
from ui.page.handlers import Visitor


def user_of(request: gr.Request) -> str:
    """The person logged in, as the gate has noted it; "" where nobody has to log in."""
    state = getattr(request.request, "state", None)
    return str(getattr(state, "user", "") or "")


def visitor_of(kept: Any, request: gr.Request, conversation: str | None = None) -> Visitor:
    """Who asks, by what the browser keeps; a browser that keeps nothing yet gets an id.

    Args:
        kept: The browser's state.
        request: Says who is logged in.
        conversation: The conversation to show; None for the one the browser showed last.
    """
    held = kept if isinstance(kept, dict) else {}
    browser = str(held.get("browser") or new_id())
    shown = str(held.get("conversation") or "") if conversation is None else conversation
    return Visitor(browser, shown, user_of(request))
