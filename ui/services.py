"""What the page, the API and MCP share: the library as it is now, and an assistant over it."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence

from assistant.answers import Answer
from assistant.assistant import Assistant
from assistant.chat.opening import open_assistant
from assistant.events import AnswerEvent
from index.library import Library
from index.settings import IndexSettings


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

    def assistant(self) -> Assistant:
        """An assistant over the documents that are indexed now.

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
                    self._assistant = self._assistant.over(library)
            return self._assistant

    def answer(self, question: str, history: Sequence[tuple[str, str]] = ()) -> Answer:
        """Answer one question; see `Assistant.answer`."""
        return self.assistant().answer(question, history)

    def stream(
        self, question: str, history: Sequence[tuple[str, str]] = ()
    ) -> Iterator[AnswerEvent]:
        """Answer one question step by step; see `Assistant.stream`."""
        return self.assistant().stream(question, history)
