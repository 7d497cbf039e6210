"""The page, put together and mounted."""

from __future__ import annotations

import gradio as gr
from fastapi import FastAPI

from assistant.query import Language
from ui.page.documents_page import DocumentsTab
from ui.page.examples import ExampleQuestions
from ui.page.feedback import FeedbackStore
from ui.page.handlers import Chat
from ui.page.history import ConversationStore, page_secret
from ui.page.languages import TEXTS
from ui.page.layout import PATHS, STATIC, ChatSide, page_header, source_side
from ui.page.panel import Panel
from ui.page.wiring import wire
from ui.server.settings import MEGABYTE
from ui.services import Services

# Where two rules weigh the same the later sheet wins: what is narrow comes after what is wide.
_STYLES = (
    *("colours", "head", "columns", "controls", "chat", "source", "documents"),
    *("narrow", "tables"),
)
_FONTS = (
    "system-ui",
    "Hiragino Sans",
    "Yu Gothic UI",
    "Meiryo",
    "Noto Sans CJK JP",
    "sans-serif",
)


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
    examples = ExampleQuestions()
    for language in (Language.ENGLISH, Language.JAPANESE):
        app = gr.mount_gradio_app(
            app,
            build_page(services, language, concurrency=concurrency, examples=examples),
            path=PATHS[language].rstrip("/") or "/",
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
    examples: ExampleQuestions | None = None,
) -> gr.Blocks:
    """The page in one language.

    Args:
        services: What it is built over.
        language: Of all that is not from a document.
        concurrency: How many questions are answered at the same moment.
        examples: Questions to begin with, where other pages share them.
    """
    texts = TEXTS[language]
    store = ConversationStore(services.data_dir)
    judgements = FeedbackStore(services.data_dir)
    chat = Chat(services.answers, store, examples or ExampleQuestions(), texts)
    panel = Panel(services.answers, store, judgements, texts)
    title = f"{texts.title}: {texts.lead}"
    page: gr.Blocks
    with gr.Blocks(title=title, analytics_enabled=False, fill_width=True) as page:
        state = gr.BrowserState(
            {"browser": "", "conversation": ""},
            storage_key="tenkyo",
            secret=page_secret(services.data_dir),
        )
        page_header(language)
        with gr.Row(elem_id="columns", equal_height=False):
            with gr.Column(scale=5, min_width=320, elem_id="left"):
                left = ChatSide(texts)
            with gr.Column(scale=6, min_width=320, elem_id="right"), gr.Tabs(elem_id="tabs"):
                with gr.Tab(texts.source, id="source", elem_id="source-tab"):
                    right = source_side(panel)
                with gr.Tab(texts.documents, id="documents", elem_id="documents-tab"):
                    documents = DocumentsTab(services.jobs, chat, judgements, texts)
        wire(page, state, chat, left, right, concurrency)
        documents.wire(page, left.filters)
    return page


def _style() -> str:
    """Our style sheets; given as `css` Gradio would rewrite their selectors."""
    sheets = (STATIC / "styles" / f"{part}.css" for part in _STYLES)
    return f"<style>{''.join(sheet.read_text(encoding='utf-8') for sheet in sheets)}</style>"


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
