"""What people thought of answers, kept in the format that `tenkyo eval candidates` reads."""

from __future__ import annotations

import threading
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from eval.candidates import Feedback, Verdict, candidates, candidates_text, load_feedback
from ui.server.access.files import OWNER_ONLY

_FILE = "feedback.jsonl"


class Judgement(StrEnum):
    """What a person says of an answer."""

    RIGHT = "right"
    WRONG_CITATION = "wrong_citation"
    WRONG_PERSON = "wrong_person"
    INCOMPLETE = "incomplete"
    SHOULD_HAVE_REFUSED = "should_have_refused"


_COMMENTS = {
    Judgement.RIGHT: None,
    Judgement.WRONG_CITATION: "引用が違う",
    Judgement.WRONG_PERSON: "人物が違う",
    Judgement.INCOMPLETE: "足りない",
    Judgement.SHOULD_HAVE_REFUSED: "答えるべきでない（status を見直す）",
}


class FeedbackStore:
    """A file of JSON lines in the data directory; lines are only ever added."""

    def __init__(self, data_dir: Path) -> None:
        """Take the data directory; the file is made with the first line."""
        self.path = data_dir / _FILE
        self._lock = threading.Lock()

    def add(
        self, judgement: Judgement, question: str, answer: str, citations: tuple[str, ...]
    ) -> None:
        """Note what a person said of an answer and the ids of the units it cites."""
        verdict = Verdict.UP if judgement is Judgement.RIGHT else Verdict.DOWN
        record = Feedback(
            question=question,
            answer=answer,
            verdict=verdict,
            comment=_COMMENTS[judgement],
            citations=citations,
            timestamp=datetime.now(UTC),
        )
        self.path.touch(mode=OWNER_ONLY)
        with self._lock, self.path.open("a", encoding="utf-8") as file:
            file.write(record.model_dump_json(exclude_none=True) + "\n")

    def count(self) -> int:
        """How many judgements there are."""
        return len(self._records())

    def candidates(self) -> str:
        """The judged questions as a cases file for a person to edit (YAML)."""
        return candidates_text(candidates(self._records()))

    def _records(self) -> tuple[Feedback, ...]:
        return load_feedback(self.path) if self.path.exists() else ()
