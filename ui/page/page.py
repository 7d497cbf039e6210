"""The page's components and what happens when they are used; the one door to Gradio."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import Any

import gradio as gr
from fastapi import FastAPI

from assistant.query import Language
from ui.page.documents_page import DocumentsTab
from ui.page.examples import ExampleQuestions
from ui.page.feedback import FeedbackStore
from ui.page.handlers import Chat, ChatView
from ui.page.history import ConversationStore, page_secret
from ui.page.panel import Panel
from ui.page.texts import TEXTS, Texts
from ui.page.visitors import visitor_of
from ui.reading.links import page_url
from ui.services import Services
from ui.server.settings import MEGABYTE
from ui.templates import environment

_STATIC = Path(__file__).with_name("static")
_PATHS = {Language.JAPANESE: "/", Language.ENGLISH: "/en/"}
_FONTS = (
    "system-ui",
    "Hiragino Sans",
    "Yu Gothic UI",
    "Meiryo",
    "Noto Sans CJK JP",
    "sans-serif",
)
_LONGEST = 4_000  # characters of a question


def mount_page(
    app: FastAPI,
    services: Services,
    *,
    concurrency: int = 4,
    upload_bytes: int = 30 * MEGABYTE,
) -> FastAPI:
    """Put the page under `/` and its English form under `/en`; nothing may be mounted after.

    Args:
        app: The application, with all its other paths.
        services: What the page is built over.
        concurrency: How many questions are answered at the same moment.
        upload_bytes: The largest file that may be uploaded.
    """
    for language in (Language.ENGLISH, Language.JAPANESE):
        app = gr.mount_gradio_app(
            app,
            build_page(services, language, concurrency=concurrency),
            path=_PATHS[language].rstrip("/") or "/",
            theme=_theme(),
            head=_style(),
            footer_links=[],
            run_history=False,
            enable_monitoring=False,
            ssr_mode=False,
            max_file_size=upload_bytes,
            show_error=True,
        )
    return app


def build_page(
    services: Services,
    language: Language = Language.JAPANESE,
    *,
    concurrency: int = 4,
) -> gr.Blocks:
    """The page in one language.

    Args:
        services: What it is built over.
        language: Of all that is not from a document.
        concurrency: How many questions are answered at the same moment.
    """
    texts = TEXTS[language]
    store = ConversationStore(services.data_dir)
    judgements = FeedbackStore(services.data_dir)
    chat = Chat(services.answers, store, ExampleQuestions(), texts)
    panel = Panel(services.answers, store, judgements, texts)
    title = f"{texts.title}: {texts.lead}"
    with gr.Blocks(title=title, analytics_enabled=False, fill_width=True) as page:
        state = gr.BrowserState(
            {"browser": "", "conversation": ""},
            storage_key="tenkyo",
            secret=page_secret(services.data_dir),
        )
        _html("header", texts, elem_id="top", **_header(language))
        with gr.Row(elem_id="columns", equal_height=False):
            with gr.Column(scale=5, min_width=320, elem_id="left"):
                left = _Left(texts)
            with gr.Column(scale=6, min_width=320, elem_id="right"), gr.Tabs(elem_id="tabs"):
                with gr.Tab(texts.source, id="source", elem_id="source-tab"):
                    right = _right(panel)
                with gr.Tab(texts.documents, id="documents", elem_id="documents-tab"):
                    documents = DocumentsTab(services.jobs, chat, judgements, texts)
        _wire(page, state, chat, left, right, concurrency)
        documents.wire(page, left.filters)
    return page


class _Left:
    """The components of the left side."""

    def __init__(self, texts: Texts) -> None:
        with gr.Accordion(texts.history, open=False, elem_id="history"):
            self.conversations = gr.Dropdown(
                [], label=texts.history, info=texts.history_hint, value=None, interactive=True
            )
            with gr.Row():
                self.new = gr.Button(texts.new_conversation, size="sm")
                self.delete = gr.Button(texts.delete_conversation, size="sm")
            _html("saving", texts, elem_id="saving")
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

    @property
    def outputs(self) -> list[gr.components.Component]:
        """What a view of the chat sets, after the browser's state."""
        return [self.log, self.working, self.said, self.send, self.stop, self.conversations]


def _right(panel: Panel) -> gr.HTML:
    functions = [
        *(panel.open_source, panel.open_view, panel.show_page),
        *(panel.export, panel.judge),
    ]
    return gr.HTML(
        environment("ui.page").get_template("panel.html.j2").render(t=panel.texts),
        elem_id="source",
        apply_default_css=False,
        server_functions=[_plain(function) for function in functions],
        js_on_load=(_STATIC / "page.js").read_text(encoding="utf-8"),
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


def _header(language: Language) -> dict[str, Any]:
    other = Language.ENGLISH if language is Language.JAPANESE else Language.JAPANESE
    texts = TEXTS[language]
    links = (
        (texts.reading_room, page_url("/documents", lang=language.value)),
        (texts.glossary, page_url("/glossary", lang=language.value)),
        (texts.timeline, page_url("/timeline", lang=language.value)),
    )
    return {"other_address": _PATHS[other], "links": links}


@dataclass(frozen=True)
class _Events:
    """Turns what Gradio gives into what the chat takes, and back."""

    chat: Chat

    def opened(self, kept: Any, request: gr.Request) -> list[Any]:
        return _shown(self.chat.opened(visitor_of(kept, request)))

    def started(self, kept: Any, request: gr.Request) -> list[Any]:
        return _shown(self.chat.started(visitor_of(kept, request)))

    def deleted(self, kept: Any, request: gr.Request) -> list[Any]:
        return _shown(self.chat.deleted(visitor_of(kept, request)))

    def stopped(self, kept: Any, request: gr.Request) -> list[Any]:
        return _shown(self.chat.stopped(visitor_of(kept, request)))

    def chosen(self, kept: Any, conversation: str, request: gr.Request) -> list[Any]:
        return _shown(self.chat.opened(visitor_of(kept, request, conversation or "")))

    def asked(
        self, request: gr.Request, question: str, kept: Any, *chosen: list[str]
    ) -> Iterator[list[Any]]:
        if not question.strip():
            return
        visitor = visitor_of(kept, request)
        for view in self.chat.asked(visitor, question, chosen):
            yield ["", *_shown(view)]

    def picked(
        self, request: gr.Request, event: gr.EventData, kept: Any, *chosen: list[str]
    ) -> Iterator[list[Any]]:
        yield from self.asked(request, str(event.question), kept, *chosen)


def _wire(
    page: gr.Blocks,
    state: gr.BrowserState,
    chat: Chat,
    left: _Left,
    right: gr.HTML,
    concurrency: int,
) -> None:
    events = _Events(chat)
    shown = [state, *left.outputs]
    quick = {"queue": False, "show_progress": "hidden", "api_visibility": "private"}
    asking = {
        "outputs": [left.question, *shown],
        "concurrency_limit": concurrency,
        "concurrency_id": "asking",
        "show_progress": "hidden",
        "api_visibility": "private",
    }
    asked = [
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
    """Values of the browser's state and of `_Left.outputs`."""
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


def _style() -> str:
    """Our style sheet; given as `css` Gradio would rewrite its selectors."""
    return f"<style>{(_STATIC / 'page.css').read_text(encoding='utf-8')}</style>"


def _theme() -> gr.themes.Base:
    fonts = list(_FONTS)
    return gr.themes.Base(
        primary_hue=gr.themes.colors.blue,
        neutral_hue=gr.themes.colors.gray,
        font=fonts,
        font_mono=["ui-monospace", "monospace"],
        text_size="md",
        spacing_size="sm",
        radius_size="sm",
    )
