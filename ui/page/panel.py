"""What the right side asks of the server: places, tables, grounds, files, judgements."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from typing import Any

from index.errors import TenkyoError, UsageError
from index.library import Library
from ui.page.conversation import Conversation, Turn
from ui.page.exports.markdown import MARKDOWN_TYPE, markdown_file
from ui.page.exports.references import paper
from ui.page.exports.sheets import CSV_TYPE, EXCEL_TYPE, csv_file, excel_file
from ui.page.exports.word import WORD_TYPE, word_file
from ui.page.feedback import FeedbackStore, Judgement
from ui.page.grounds_view import grounds_html
from ui.page.history import ConversationStore
from ui.page.page_images import page_image
from ui.page.source_view import Place, source_html
from ui.page.tables import Table, citation_tables, tables_html
from ui.page.texts import Texts
from ui.server.models import AnswerModel
from ui.services import AnswerService
from ui.templates import environment

_WIDEST = 20  # units shown on each side of a place
_YAML_TYPE = "application/yaml"


@dataclass(frozen=True)
class Panel:
    """The functions of the right side; each takes one JSON object from the browser."""

    answers: AnswerService
    store: ConversationStore
    judgements: FeedbackStore
    texts: Texts

    def open_source(self, asked: dict[str, Any]) -> str:
        """The panel of a place."""
        try:
            around = min(int(asked.get("around", 1)), _WIDEST)
            place = Place(str(asked["unit"]), str(asked.get("quote", "")), around)
            return source_html(self._library(), place, self.texts)
        except TenkyoError as error:
            return self._problem(error)

    def open_view(self, asked: dict[str, Any]) -> str:
        """The panel of an answer: its table, or its grounds."""
        try:
            turn, answer = self._answered(asked)
            if asked.get("view") == "table":
                tables = citation_tables(answer, self._library(), self.texts)
                return tables_html(tables, self.texts, str(asked["conversation"]), turn.id)
            library = self.answers.assistant(turn.wanted).library
            return grounds_html(turn, answer, library, self.texts)
        except TenkyoError as error:
            return self._problem(error)

    def show_page(self, asked: dict[str, Any]) -> str:
        """A page of a PDF as an image with the quoted words marked."""
        try:
            image = page_image(self._library(), str(asked["unit"]), str(asked.get("quote", "")))
        except TenkyoError as error:
            return self._problem(error)
        template = environment("ui.page").get_template("page_image.html.j2")
        data = base64.b64encode(image.png).decode("ascii")
        return template.render(t=self.texts, image=image, data=data)

    def export(self, asked: dict[str, Any]) -> dict[str, str]:
        """A file to take away: its name, media type and content in base 64."""
        kind = str(asked.get("kind"))
        try:
            name, media_type, content = self._file(kind, asked)
        except TenkyoError as error:
            return {"problem": str(error)}
        return {"name": name, "type": media_type, "data": base64.b64encode(content).decode()}

    def judge(self, asked: dict[str, Any]) -> str:
        """Note what a person thinks of an answer."""
        try:
            turn, answer = self._answered(asked)
            judgement = Judgement(str(asked["judgement"]))
        except (TenkyoError, ValueError):
            return self.texts.failed
        cited = tuple(dict.fromkeys(citation.id for citation in answer.citations))
        self.judgements.add(judgement, turn.question, answer.answer, cited)
        self.store.change(
            str(asked["conversation"]),
            turn.id,
            lambda held: held.model_copy(update={"judgement": judgement}),
        )
        return self.texts.thanks

    def _file(self, kind: str, asked: dict[str, Any]) -> tuple[str, str, bytes]:
        if kind == "candidates":
            return "candidates.yaml", _YAML_TYPE, self.judgements.candidates().encode()
        if kind in ("csv", "xlsx"):
            tables = self._tables(asked)
            if kind == "xlsx":
                return "tenkyo.xlsx", EXCEL_TYPE, excel_file(tables)
            chosen = tables[int(asked.get("table") or 0) % len(tables)]
            return "tenkyo.csv", CSV_TYPE, csv_file(chosen)
        written = paper(self._conversation(asked), self.texts)
        if kind == "docx":
            return "tenkyo.docx", WORD_TYPE, word_file(written, self.texts)
        return "tenkyo.md", MARKDOWN_TYPE, markdown_file(written, self.texts)

    def _tables(self, asked: dict[str, Any]) -> tuple[Table, ...]:
        _, answer = self._answered(asked)
        tables = citation_tables(answer, self._library(), self.texts)
        if not tables:
            raise UsageError("この回答が引用した箇所は、もう収録していません。")
        return tables

    def _library(self) -> Library:
        return self.answers.assistant().library

    def _conversation(self, asked: dict[str, Any]) -> Conversation:
        conversation = self.store.load(str(asked.get("conversation")))
        if conversation is None:
            raise UsageError("この会話は残っていません。もう一度質問してください。")
        return conversation

    def _answered(self, asked: dict[str, Any]) -> tuple[Turn, AnswerModel]:
        turn = self._conversation(asked).turn(str(asked.get("turn")))
        if turn is None or turn.answer is None:
            raise UsageError("この回答は残っていません。もう一度質問してください。")
        return turn, turn.answer

    def _problem(self, error: TenkyoError) -> str:
        template = environment("ui.page").get_template("problem.html.j2")
        return template.render(t=self.texts, problem=str(error))
