"""The components of the list of documents."""

from __future__ import annotations

from typing import Any

import gradio as gr

from ui.page.feedback import FeedbackStore
from ui.page.handlers import Chat
from ui.page.texts import Texts
from ui.services import Services


class DocumentsTab:
    """The list of documents."""

    def __init__(
        self, services: Services, chat: Chat, judgements: FeedbackStore, texts: Texts
    ) -> None:
        """Lay the components out where the caller is."""
        self._chat = chat
        self.list = gr.HTML(elem_id="documents", apply_default_css=False)

    def wire(self, page: gr.Blocks, filters: list[Any]) -> None:
        """Say what happens when they are used."""
        page.load(
            self._chat.documents, None, self.list, queue=False, show_progress="hidden",
            api_visibility="private",
        )
