"""The components of the tab of documents: the list, adding, removing, judgements."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import gradio as gr

from index.errors import TenkyoError
from ui.page.documents_view import failed_html, job_html, message_html
from ui.page.feedback import FeedbackStore
from ui.page.handlers import Chat
from ui.page.texts import Texts
from ui.page.visitors import user_of
from ui.server.jobs import IndexingJobs, Job, JobState
from ui.server.upload_files import Upload
from ui.templates import environment

_TYPES = [".pdf", ".txt", ".md"]
_PAUSE = 0.2  # seconds between two looks at a job


class DocumentsTab:
    """Laid out where it is made; `wire` says what happens when its parts are used."""

    def __init__(
        self, jobs: IndexingJobs, chat: Chat, judgements: FeedbackStore, texts: Texts
    ) -> None:
        """Make the components."""
        self._jobs, self._chat, self._judgements, self._texts = jobs, chat, judgements, texts
        self.list = gr.HTML(elem_id="documents", apply_default_css=False)
        with gr.Accordion(texts.upload, open=False, elem_id="upload"):
            gr.Markdown(texts.upload_hint)
            self.files = gr.File(
                label=texts.upload_files, file_count="multiple", file_types=_TYPES, height=130
            )
            self.add = gr.Button(texts.upload_start, variant="primary", size="md")
            self.added = gr.HTML(elem_id="upload-report", apply_default_css=False)
        with gr.Accordion(texts.remove, open=False, elem_id="remove"):
            self.document = gr.Dropdown(
                [], label=texts.remove_choose, info=texts.remove_hint, value=None, interactive=True
            )
            self.remove = gr.Button(texts.remove, size="md", elem_id="remove-button")
            with gr.Column(visible=False, elem_id="confirm") as self.confirm:
                self.asked = gr.HTML(elem_id="remove-asked", apply_default_css=False)
                with gr.Row():
                    self.yes = gr.Button(texts.remove_yes, variant="stop", size="md")
                    self.no = gr.Button(texts.remove_no, size="md")
            self.removed = gr.HTML(elem_id="remove-report", apply_default_css=False)
        self.export = gr.HTML(elem_id="export", apply_default_css=False)

    def wire(self, page: gr.Blocks, filters: list[Any]) -> None:
        """Say what happens; `filters` have their choices from the documents."""
        quick: dict[str, Any] = {
            "queue": False,
            "show_progress": "hidden",
            "api_visibility": "private",
        }
        # those who wait for a job do nothing meanwhile, so many may
        slow: dict[str, Any] = {**quick, "queue": True, "concurrency_limit": None}
        state = [self.list, self.document, self.export, *filters]
        page.load(self._state, None, state, **quick)
        adding = self.add.click(self._add, self.files, [self.added, self.files], **slow)
        adding.then(self._state, None, state, **quick)
        self.remove.click(self._ask, self.document, [self.confirm, self.asked], **quick)
        self.no.click(lambda: gr.update(visible=False), None, self.confirm, **quick)
        removing = self.yes.click(self._remove, self.document, [self.confirm, self.removed], **slow)
        removing.then(self._state, None, state, **quick)

    def _state(self) -> list[Any]:
        """The list, the documents that can be removed, the export, the filters' choices."""
        library = self._chat.library()
        records = library.catalog.documents() if library else ()
        choices = [(f"{record.title}（{record.path.name}）", record.id) for record in records]
        template = environment("ui.page").get_template("export.html.j2")
        return [
            self._chat.documents(),
            gr.update(choices=choices, value=None),
            template.render(t=self._texts, count=self._judgements.count()),
            *(
                gr.update(choices=list(field.choices), visible=bool(field.choices))
                for field in self._chat.fields()
            ),
        ]

    def _add(self, request: gr.Request, files: list[str] | None) -> Iterator[list[Any]]:
        if not files:
            yield [message_html(self._texts.upload_none, self._texts), None]
            return
        uploads = [Upload(Path(file).name, Path(file).read_bytes()) for file in files]
        try:
            job = self._jobs.upload(uploads, user_of(request))
        except TenkyoError as error:
            yield [failed_html(str(error), self._texts), None]
            return
        for state in self._watched(job):
            yield [job_html(state, self._texts), None if state.ended else gr.update()]

    def _ask(self, document: str | None) -> list[Any]:
        """The question before a removal, with all documents of the same file."""
        library = self._chat.library()
        records = library.catalog.documents() if library else ()
        path = next((record.path for record in records if record.id == document), None)
        together = [record for record in records if record.path == path]
        template = environment("ui.page").get_template("remove.html.j2")
        return [
            gr.update(visible=bool(together)),
            template.render(t=self._texts, records=together),
        ]

    def _remove(self, request: gr.Request, document: str | None) -> Iterator[list[Any]]:
        library = self._chat.library()
        if not document or library is None:
            return
        hidden = gr.update(visible=False)
        try:
            job = self._jobs.remove(library, document, user_of(request))
        except TenkyoError as error:
            yield [hidden, failed_html(str(error), self._texts)]
            return
        for state in self._watched(job):
            shown = job_html(state, self._texts)
            if state.state is JobState.DONE:
                done = self._texts.removed_done.format(name="、".join(job.names))
                shown = message_html(done, self._texts)
            yield [hidden, shown]

    def _watched(self, job: Job) -> Iterator[Job]:
        """The states of a job until it has ended."""
        yield job
        while not job.ended:
            time.sleep(_PAUSE)
            now = self._jobs.job(job.id) or job
            if now != job:
                job = now
                yield job
