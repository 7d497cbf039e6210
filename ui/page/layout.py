"""The components of the chat and of the source beside it."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

import gradio as gr

from assistant.query import Language
from ui.page.languages import TEXTS
from ui.page.panel import Panel
from ui.page.texts import Texts
from ui.reading.links import page_url
from ui.templates import environment

STATIC = Path(__file__).with_name("static")
PATHS = {Language.JAPANESE: "/", Language.ENGLISH: "/en/"}
_LONGEST = 4_000  # characters of a question


class ChatSide:
    """The components of the left side, laid out where it is made."""

    def __init__(self, texts: Texts) -> None:
        """Make the components."""
        with gr.Row(elem_id="past"):
            with gr.Accordion(texts.history, open=False, elem_id="history"):
                self._past(texts)
            self.new = gr.Button(texts.new_conversation, min_width=110)
        with gr.Column(elem_id="talk"):
            self.log = gr.HTML(elem_id="log", apply_default_css=False)
            self.working = gr.HTML(elem_id="working", apply_default_css=False)
        self.said = gr.HTML('<p role="status"></p>', elem_id="said", apply_default_css=False)
        with gr.Accordion(texts.filter_heading, open=False, elem_id="filters"):
            gr.Markdown(texts.filter_hint)
            self.filters = [
                gr.Dropdown([], label=label, multiselect=True, interactive=True, value=[])
                for label in (
                    *(texts.filter_documents, texts.filter_bodies, texts.filter_meetings),
                    *(texts.filter_kinds, texts.filter_bases),
                    *(texts.filter_submitters, texts.filter_outcomes),
                )
            ]
            self.clear = gr.Button(texts.filter_clear, size="sm")
        with gr.Row(elem_id="composer"):
            self.question = gr.Textbox(
                label=texts.question,
                placeholder=texts.question_hint,
                lines=1,
                max_lines=6,
                max_length=_LONGEST,
                autofocus=True,
                scale=8,
                elem_id="question",
            )
            self.send = gr.Button(texts.send, variant="primary", scale=1, min_width=72)
            self.stop = gr.Button(
                texts.stop, variant="stop", scale=1, min_width=72, visible=False, elem_id="stop"
            )

    def _past(self, texts: Texts) -> None:
        self.conversations = gr.Dropdown(
            [], label=texts.history, info=texts.history_hint, value=None, interactive=True
        )
        self.delete = gr.Button(texts.delete_conversation, size="sm")
        _html("saving", texts, elem_id="saving")

    @property
    def outputs(self) -> list[gr.components.Component]:
        """What a view of the chat sets, after the browser's state."""
        return [self.log, self.working, self.said, self.send, self.stop, self.conversations]


def source_side(panel: Panel) -> gr.HTML:
    """The right side; what it shows it asks the server for."""
    functions = [
        *(panel.open_source, panel.open_view, panel.show_page),
        *(panel.export, panel.judge),
    ]
    return gr.HTML(
        environment("ui.page").get_template("panel.html.j2").render(t=panel.texts),
        elem_id="source",
        apply_default_css=False,
        server_functions=[_plain(function) for function in functions],
        js_on_load=(STATIC / "page.js").read_text(encoding="utf-8"),
    )


def _plain(method: Callable[[dict[str, Any]], Any]) -> Callable[[dict[str, Any]], Any]:
    """A function that Gradio can mark as its own, which it cannot do to a method."""

    @wraps(method)
    def called(asked: dict[str, Any]) -> Any:
        return method(asked)

    return called


def _html(template: str, texts: Texts, *, elem_id: str, **values: Any) -> gr.HTML:
    rendered = environment("ui.page").get_template(f"{template}.html.j2").render(t=texts, **values)
    return gr.HTML(rendered, elem_id=elem_id, apply_default_css=False)


def page_header(language: Language) -> gr.HTML:
    """Title, the reading room, the other language."""
    other = Language.ENGLISH if language is Language.JAPANESE else Language.JAPANESE
    texts = TEXTS[language]
    links = (
        (texts.reading_room, page_url("/documents", lang=language.value)),
        (texts.glossary, page_url("/glossary", lang=language.value)),
        (texts.timeline, page_url("/timeline", lang=language.value)),
    )
    return _html("header", texts, elem_id="top", other_address=PATHS[other], links=links)
