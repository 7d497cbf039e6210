"""Conversations on disk: they outlive a reload of the page and a restart of the server."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from ui.page.conversation import Conversation, Turn, now
from ui.server.access.files import OWNER_ONLY, kept_secret

_FILE = "conversations.sqlite3"
_SECRET_FILE = "page.key"  # noqa: S105 - the name of a file
_MOST = 200  # conversations of one person; older ones are dropped
_SCHEMA = """
CREATE TABLE IF NOT EXISTS conversations (
    id TEXT PRIMARY KEY, owner TEXT NOT NULL, changed TEXT NOT NULL,
    title TEXT NOT NULL, body TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS of_owner ON conversations (owner, changed DESC);
"""


@dataclass(frozen=True, slots=True)
class Summary:
    """A conversation in a list."""

    id: str
    title: str
    changed: str


def owner_key(browser: str, user: str | None) -> str:
    """Whose conversations these are: a browser's, and where people log in, that person's."""
    return hashlib.sha256(f"{user or ''}\n{browser}".encode()).hexdigest()


def page_secret(data_dir: Path) -> str:
    """The secret of what the page keeps in browsers; the same after every restart."""
    return kept_secret(data_dir / _SECRET_FILE)


class ConversationStore:
    """The conversations of all who use the page; may be used from several threads."""

    def __init__(self, data_dir: Path) -> None:
        """Open the store in the data directory, or make it."""
        data_dir.mkdir(parents=True, exist_ok=True)
        self._path = data_dir / _FILE
        self._path.touch(mode=OWNER_ONLY)
        with self._connection() as connection:
            connection.execute("PRAGMA journal_mode=WAL")
            connection.executescript(_SCHEMA)

    def load(self, conversation_id: str) -> Conversation | None:
        """A conversation by its id, which only those who hold the conversation know."""
        with self._connection() as connection:
            statement = "SELECT body FROM conversations WHERE id = ?"
            row = connection.execute(statement, (conversation_id,)).fetchone()
        return Conversation.model_validate_json(row[0]) if row else None

    def put(self, owner: str, conversation_id: str, turn: Turn) -> Conversation:
        """Add a turn to a conversation of this owner, a new one where there is none."""
        with self._writing() as connection:
            held = self._owned(connection, owner, conversation_id) or Conversation()
            conversation = held.with_turn(turn)
            self._save(connection, owner, conversation)
        return conversation

    def change(
        self, conversation_id: str, turn_id: str, changed: Callable[[Turn], Turn]
    ) -> Conversation | None:
        """Replace a turn by what becomes of it; None where there is no such turn."""
        with self._writing() as connection:
            statement = "SELECT owner, body FROM conversations WHERE id = ?"
            row = connection.execute(statement, (conversation_id,)).fetchone()
            conversation = Conversation.model_validate_json(row[1]) if row else None
            turn = conversation.turn(turn_id) if conversation else None
            if conversation is None or turn is None:
                return None
            conversation = conversation.with_turn(changed(turn))
            self._save(connection, row[0], conversation)
        return conversation

    def owned(self, owner: str, conversation_id: str) -> Conversation | None:
        """A conversation, where it is this owner's."""
        with self._connection() as connection:
            return self._owned(connection, owner, conversation_id)

    def summaries(self, owner: str) -> tuple[Summary, ...]:
        """This owner's conversations, the latest first."""
        with self._connection() as connection:
            statement = (
                "SELECT id, title, changed FROM conversations WHERE owner = ? ORDER BY changed DESC"
            )
            return tuple(Summary(*row) for row in connection.execute(statement, (owner,)))

    def delete(self, owner: str, conversation_id: str) -> None:
        """Drop a conversation of this owner."""
        with self._writing() as connection:
            statement = "DELETE FROM conversations WHERE owner = ? AND id = ?"
            connection.execute(statement, (owner, conversation_id))

    def _owned(
        self, connection: sqlite3.Connection, owner: str, conversation_id: str
    ) -> Conversation | None:
        statement = "SELECT body FROM conversations WHERE owner = ? AND id = ?"
        row = connection.execute(statement, (owner, conversation_id)).fetchone()
        return Conversation.model_validate_json(row[0]) if row else None

    def _save(self, connection: sqlite3.Connection, owner: str, conversation: Conversation) -> None:
        values = (
            *(conversation.id, owner, now().isoformat()),
            *(conversation.title, conversation.model_dump_json()),
        )
        connection.execute("INSERT OR REPLACE INTO conversations VALUES (?, ?, ?, ?, ?)", values)
        oldest = (
            "DELETE FROM conversations WHERE id IN (SELECT id FROM conversations "
            "WHERE owner = ? ORDER BY changed DESC LIMIT -1 OFFSET ?)"
        )
        connection.execute(oldest, (owner, _MOST))

    @contextmanager
    def _connection(self) -> Iterator[sqlite3.Connection]:
        connection = sqlite3.connect(self._path, timeout=10, isolation_level=None)
        try:
            yield connection
        finally:
            connection.close()

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction; nobody else writes between its reading and its writing."""
        with self._connection() as connection:
            connection.execute("BEGIN IMMEDIATE")
            yield connection
            connection.execute("COMMIT")
