"""The components of the tab of documents: the list, adding, removing, judgements."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import gradio as gr

from index.errors import TenkyoError
from index.reports import FileReport, FileStatus, IndexReport, Stage
from ui.page.documents_view import (
    failed_html,
    message_html,
    reading_html,
    report_html,
    stage_html,
)
from ui.page.feedback import FeedbackStore
from ui.page.handlers import Chat
from ui.page.texts import Texts
from ui.templates import environment
from ui.uploads import FileStarted, IndexEvent, Uploads

_TYPES = [".pdf", ".txt", ".md"]


class DocumentsTab:
    """Laid out where it is made; `wire` says what happens when its parts are used."""

    def __init__(
        self, uploads: Uploads, chat: Chat, judgements: FeedbackStore, texts: Texts
    ) -> None:
        """Make the components."""
        self._uploads, self._chat, self._judgements = uploads, chat, judgements
        self._texts = texts
        self.list = gr.HTML(elem_id="documents", apply_default_css=False)
        with gr.Accordion(texts.upload, open=False, elem_id="upload"):
            gr.Markdown(texts.upload_hint)
            self.files = gr.File(
                label=texts.upload_files, file_count="multiple", file_types=_TYPES, height=130
            )
            self.add = gr.Button(texts.upload_start, variant="primary", size="sm")
            self.added = gr.HTML(elem_id="upload-report", apply_default_css=False)
        with gr.Accordion(texts.remove, open=False, elem_id="remove"):
            self.file = gr.Dropdown(
                [], label=texts.remove_choose, info=texts.remove_hint, value=None, interactive=True
            )
            self.remove = gr.Button(texts.remove, size="sm", elem_id="remove-button")
            with gr.Group(visible=False, elem_id="confirm") as self.confirm:
                self.asked = gr.HTML(elem_id="remove-asked", apply_default_css=False)
                with gr.Row():
                    self.yes = gr.Button(texts.remove_yes, variant="stop", size="sm")
                    self.no = gr.Button(texts.remove_no, size="sm")
            self.removed = gr.HTML(elem_id="remove-report", apply_default_css=False)
        self.export = gr.HTML(elem_id="export", apply_default_css=False)

    def wire(self, page: gr.Blocks, filters: list[Any]) -> None:
        """Say what happens; `filters` have their choices from the documents."""
        quick: dict[str, Any] = {
            "queue": False,
            "show_progress": "hidden",
            "api_visibility": "private",
        }
        slow: dict[str, Any] = {
            "concurrency_limit": 1,
            "concurrency_id": "indexing",
            "show_progress": "hidden",
            "api_visibility": "private",
        }
        state = [self.list, self.file, self.export, *filters]
        page.load(self._state, None, state, **quick)
        adding = self.add.click(self._add, self.files, [self.added, self.files], **slow)
        adding.then(self._state, None, state, **quick)
        self.remove.click(self._ask, self.file, [self.confirm, self.asked], **quick)
        self.no.click(lambda: gr.update(visible=False), None, self.confirm, **quick)
        removing = self.yes.click(self._remove, self.file, [self.confirm, self.removed], **slow)
        removing.then(self._state, None, state, **quick)

    def _state(self) -> list[Any]:
        """The list, the files that can be removed, the export, and the filters' choices."""
        library = self._chat.library()
        files = sorted({str(record.path) for record in library.catalog.documents()} if library else ())
        choices = [(Path(file).name, file) for file in files]
        template = environment("ui.page").get_template("export.html.j2")
        export = template.render(t=self._texts, count=self._judgements.count())
        return [
            self._chat.documents(),
            gr.update(choices=choices, value=None),
            export,
            *(
                gr.update(choices=list(field.choices), visible=bool(field.choices))
                for field in self._chat.fields()
            ),
        ]

    def _add(self, files: list[str] | None) -> Iterator[list[Any]]:
        if not files:
            yield [message_html(self._texts.upload_none, self._texts), None]
            return
        shown = _Shown(self._texts, len(files))
        try:
            for event in self._uploads.add([Path(file) for file in files]):
                yield [shown.after(event), gr.update()]
        except TenkyoError as error:
            yield [failed_html(str(error), self._texts), gr.update()]
            return
        yield [shown.end(), None]

    def _ask(self, file: str | None) -> list[Any]:
        library = self._chat.library()
        if not file or library is None:
            return [gr.update(visible=False), ""]
        records = [r for r in library.catalog.documents() if str(r.path) == file]
        template = environment("ui.page").get_template("remove.html.j2")
        asked = template.render(t=self._texts, name=Path(file).name, records=records)
        return [gr.update(visible=bool(records)), asked]

    def _remove(self, file: str | None) -> Iterator[list[Any]]:
        if not file:
            return
        path = Path(file)
        shown = _Shown(self._texts, 1)
        try:
            for event in self._uploads.remove(path):
                yield [gr.update(visible=False), shown.after(event)]
        except TenkyoError as error:
            yield [gr.update(visible=False), failed_html(str(error), self._texts)]
            return
        done = self._texts.removed_done.format(name=path.name)
        yield [gr.update(visible=False), message_html(done, self._texts)]


class _Shown:
    """What is said of an indexing run while it goes on."""

    def __init__(self, texts: Texts, total: int) -> None:
        self._texts, self._total = texts, total
        self._refused: list[FileReport] = []
        self._report: IndexReport | None = None
        self._last = ""

    def after(self, event: IndexEvent) -> str:
        """What to show after an event."""
        match event:
            case FileStarted(path=path, number=number, total=total):
                self._last = reading_html(number, total, path.name, self._texts)
            case Stage():
                self._last = stage_html(event, self._total, self._texts)
            case FileReport() if event.status is FileStatus.FAILED:
                self._refused.append(event)
            case IndexReport():
                self._report = event
        return self._last

    def end(self) -> str:
        """What was found and repaired in each file, those that were refused included."""
        return report_html(self._report, tuple(self._refused), self._texts)
