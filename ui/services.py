"""What the page, the API and MCP share: the library as it is now, and an assistant over it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any, Protocol

from assistant.answers import Answer
from assistant.assistant import Assistant
from assistant.chat.opening import open_assistant
from assistant.contract import answer_object
from assistant.events import AnswerEvent, AnswerFinished
from index.filters import EVERYTHING, UnitFilter
from index.library import Library
from index.settings import IndexSettings

if TYPE_CHECKING:
    from ui.server.jobs import IndexingJobs

_NARROWED_KEPT = 32
_LONGEST_ANSWER = 600.0  # seconds after which nobody is still being answered


class AnswerObserver(Protocol):
    """Is told what is asked and answered, by whichever way it comes."""

    def asked(self, user: str, question: str, filters: UnitFilter) -> None:
        """A question has come."""

    def answered(self, user: str, answer: Answer) -> None:
        """It has been answered."""


class _NoObserver:
    def asked(self, user: str, question: str, filters: UnitFilter) -> None:
        """Note nothing."""

    def answered(self, user: str, answer: Answer) -> None:
        """Note nothing."""


_NOBODY = _NoObserver()


@dataclass(frozen=True)
class Asking:
    """Someone asking over one state of the documents.

    Attributes:
        assistant: Answers over that state.
        user: Who asks; "" where nobody has to say so.
        observer: Is told of questions and answers.
    """

    assistant: Assistant
    user: str = ""
    observer: AnswerObserver = _NOBODY

    def answer(self, question: str, history: Sequence[tuple[str, str]] = ()) -> Answer:
        """Answer one question; see `Assistant.answer`."""
        self.observer.asked(self.user, question, self.assistant.library.wanted)
        answer = self.assistant.answer(question, history)
        self.observer.answered(self.user, answer)
        return answer

    def stream(
        self, question: str, history: Sequence[tuple[str, str]] = ()
    ) -> Iterator[AnswerEvent]:
        """Answer one question step by step; see `Assistant.stream`."""
        self.observer.asked(self.user, question, self.assistant.library.wanted)
        for event in self.assistant.stream(question, history):
            if isinstance(event, AnswerFinished):
                self.observer.answered(self.user, event.answer)
            yield event

    def record(self, answer: Answer) -> dict[str, Any]:
        """An answer as the object that `ask --json` prints."""
        return answer_object(answer, self.assistant.library)


class AnswerService:
    """Answers over what is indexed at the moment of each question; used from many threads.

    Attributes:
        settings: Where the data lies, and the embedder.
    """

    def __init__(
        self,
        settings: IndexSettings,
        observer: AnswerObserver = _NOBODY,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        """Open what is indexed when the first question comes.

        Args:
            settings: Where the data lies, and the embedder.
            observer: Is told of questions and answers.
            clock: Seconds since some moment.
        """
        self.settings = settings
        self._observer = observer
        self._clock = clock
        self._retired: list[tuple[float, Library]] = []
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
                self._assistant = open_assistant(Library.open(self.settings))
            else:
                library = self._assistant.library.refreshed()
                if library is not self._assistant.library:
                    self._retire(self._assistant.library)
                    self._assistant = self._assistant.over(library)
                    self._narrowed.clear()
            return self._narrow(self._assistant, filters) if filters else self._assistant

    def _retire(self, library: Library) -> None:
        """Close the libraries that nobody can be asking any more; this one has its turn later."""
        now = self._clock()
        for moment, old in self._retired:
            if now - moment >= _LONGEST_ANSWER:
                old.close()
        kept = [entry for entry in self._retired if now - entry[0] < _LONGEST_ANSWER]
        self._retired = [*kept, (now, library)]

    def _narrow(self, assistant: Assistant, filters: UnitFilter) -> Assistant:
        """The assistant over a part, kept since its vocabulary costs time."""
        if filters not in self._narrowed:
            if len(self._narrowed) >= _NARROWED_KEPT:
                self._narrowed.pop(next(iter(self._narrowed)))
            self._narrowed[filters] = assistant.over(assistant.library.narrowed(filters))
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
        return Asking(self.assistant(filters), user, self._observer)

    def answer(
        self,
        question: str,
        history: Sequence[tuple[str, str]] = (),
        filters: UnitFilter = EVERYTHING,
        user: str = "",
    ) -> Answer:
        """Answer one question; see `Assistant.answer`."""
        return self.asking(filters, user).answer(question, history)

    def stream(
        self,
        question: str,
        history: Sequence[tuple[str, str]] = (),
        filters: UnitFilter = EVERYTHING,
        user: str = "",
    ) -> Iterator[AnswerEvent]:
        """Answer one question step by step; see `Assistant.stream`."""
        return self.asking(filters, user).stream(question, history)


@dataclass(frozen=True)
class Services:
    """What the page, the reading room, the API and MCP are built over.

    Attributes:
        answers: Answers, and the library under them.
        jobs: Uploads and removals.
    """

    answers: AnswerService
    jobs: IndexingJobs

    @property
    def data_dir(self) -> Path:
        """Where all data lies."""
        return self.answers.settings.data_dir
