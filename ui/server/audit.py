"""What was done on the server: one line of JSON an event, a file a day, for its owner only.

Lines are only ever added; a file whose day is older than the retention is deleted as a whole.
"""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from assistant.answers import Answer
from index.filters import UnitFilter
from ui.server.access.files import OWNER_ONLY

AUDIT_FOLDER = "audit"
Value = str | int | bool | None | list[str]


def _now() -> datetime:
    return datetime.now(UTC)


class AuditLog:
    """Writes events; used from many threads, and by several processes at once."""

    def __init__(
        self, data_dir: Path, retention_days: int, now: Callable[[], datetime] = _now
    ) -> None:
        """Take where the files lie and for how long.

        Args:
            data_dir: The data directory.
            retention_days: For how many days they are kept.
            now: The moment, in UTC.
        """
        self._folder = data_dir / AUDIT_FOLDER
        self._kept = timedelta(days=retention_days)
        self._now = now
        self._lock = threading.Lock()
        self._day: date | None = None

    def write(self, event: str, user: str = "", **values: Value) -> None:
        """Add an event; it is on its way to the disk when this returns."""
        moment = self._now()
        entry = {"time": moment.isoformat(timespec="milliseconds"), "event": event, "user": user}
        line = json.dumps({**entry, **values}, ensure_ascii=False) + "\n"
        with self._lock:
            if moment.date() != self._day:
                self._begin(moment.date())
            self._append(self._folder / f"{moment.date()}.jsonl", line.encode())

    def asked(self, user: str, question: str, filters: UnitFilter) -> None:
        """Somebody has asked; see `ui.services.AnswerObserver`."""
        self.write("question", user, question=question, filtered=bool(filters))

    def answered(self, user: str, answer: Answer) -> None:
        """Somebody has been answered; which units the answer cites."""
        cited = dict.fromkeys(citation.reference.unit.id for citation in answer.citations)
        self.write(
            "answer",
            user,
            question=answer.query.question,
            status=answer.status.value,
            citations=list(cited),
        )

    def _begin(self, day: date) -> None:
        """A new day: what is too old goes."""
        self._folder.mkdir(parents=True, exist_ok=True)
        self._folder.chmod(0o700)
        self._day = day
        for path in self._folder.glob("????-??-??.jsonl"):
            if date.fromisoformat(path.stem) < day - self._kept:
                path.unlink(missing_ok=True)

    def _append(self, path: Path, line: bytes) -> None:
        # one write with O_APPEND, so that lines of several processes never mix
        descriptor = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, OWNER_ONLY)
        try:
            os.write(descriptor, line)
        finally:
            os.close(descriptor)
