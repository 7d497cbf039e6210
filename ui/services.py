"""What the page, the API and MCP share: the library as it is now, and an assistant over it."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.answers import Answer
from assistant.assistant import Assistant
from assistant.contract import answer_object
from assistant.events import AnswerEvent
from index.filters import EVERYTHING, UnitFilter
from index.library import Library
from index.settings import IndexSettings

_NARROWED_KEPT = 32


@dataclass(frozen=True)
class Asking:
    """Someone asking over one state of the documents.

    Attributes:
        assistant: Answers over that state.
        user: Who asks; "" where nobody has to say so.
    """

    assistant: Assistant
    user: str = ""

    def answer(self, question: str, history: Sequence[tuple[str, str]] = ()) -> Answer:
        """Answer one question; see `Assistant.answer`."""
        return self.assistant.answer(question, history)

    def stream(
        self, question: str, history: Sequence[tuple[str, str]] = ()
    ) -> Iterator[AnswerEvent]:
        """Answer one question step by step; see `Assistant.stream`."""
        return self.assistant.stream(question, history)

    def record(self, answer: Answer) -> dict[str, Any]:
        """An answer as the object that `ask --json` prints."""
        return answer_object(answer, self.assistant.library)


class AnswerService:
    """Answers over what is indexed at the moment of each question; used from many threads.

    Attributes:
        settings: Where the data lies, and the embedder.
    """

    def __init__(self, settings: IndexSettings) -> None:
        """Open what is indexed when the first question comes."""
        self.settings = settings
        self._lock = threading.Lock()
        self._assistant: Assistant | None = None
        self._narrowed: dict[UnitFilter, Assistant] = {}

    def assistant(self, filters: UnitFilter = EVERYTHING) -> Assistant:
        """An assistant over the documents that are indexed now.

        Args:
            filters: The part of them that it knows of.

        Raises:
            EmptyStoreError: Nothing has been indexed.
            StoreError: The data cannot be read.
        """
        with self._lock:
            if self._assistant is None:
                self._assistant = Assistant(Library.open(self.settings))
            else:
                library = self._assistant.library.refreshed()
                if library is not self._assistant.library:
                    self._assistant = Assistant(library)
                    self._narrowed.clear()
            return self._narrow(self._assistant, filters) if filters else self._assistant

    def _narrow(self, assistant: Assistant, filters: UnitFilter) -> Assistant:
        """The assistant over a part, kept since its vocabulary costs time."""
        if filters not in self._narrowed:
            if len(self._narrowed) >= _NARROWED_KEPT:
                self._narrowed.pop(next(iter(self._narrowed)))
            self._narrowed[filters] = Assistant(assistant.library.narrowed(filters))
        return self._narrowed[filters]

    def asking(self, filters: UnitFilter = EVERYTHING, user: str = "") -> Asking:
        """Someone asking over what is indexed now.

        Args:
            filters: The part of the documents to answer from.
            user: Who asks; "" where nobody has to say so.

        Raises:
            EmptyStoreError: Nothing has been indexed.
            StoreError: The data cannot be read.
        """
        return Asking(self.assistant(filters), user)

    def answer(
        self,
        question: str,
        history: Sequence[tuple[str, str]] = (),
        filters: UnitFilter = EVERYTHING,
    ) -> Answer:
        """Answer one question; see `Assistant.answer`."""
        return self.asking(filters).answer(question, history)

    def stream(
        self,
        question: str,
        history: Sequence[tuple[str, str]] = (),
        filters: UnitFilter = EVERYTHING,
    ) -> Iterator[AnswerEvent]:
        """Answer one question step by step; see `Assistant.stream`."""
        return self.asking(filters).stream(question, history)


@dataclass(frozen=True)
class Services:
    """What the page, the reading room, the API and MCP are built over.

    Attributes:
        answers: Answers, and the library under them.
    """

    answers: AnswerService

    @property
    def data_dir(self) -> Path:
        """Where all data lies."""
        return self.answers.settings.data_dir
