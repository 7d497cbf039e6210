"""What the pages need of one state of the library, read once and kept while it is current."""

from __future__ import annotations

import threading
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from assistant.comments.changed_words import where_changed
from assistant.comments.changes import Place, Rewording, policies_of, standings
from index.definitions import Definition, definitions
from index.documents import Comment, DocumentKind, Outcome, Unit
from index.errors import EmptyStoreError, StoreError
from index.library import Library
from index.stores.records import DocumentRecord
from index.text.keys import search_key
from ui.services import AnswerService

if TYPE_CHECKING:
    from ui.reading.about import About


@dataclass(frozen=True, slots=True)
class Change:
    """Words that a comment brought about: what the reply promised, and where it stands."""

    comment: Comment
    rewording: Rewording
    place: Place


class Shelf:
    """One state of the library as its readers see it.

    Attributes:
        library: Where all of it is read from.
        abouts: What surrounds the sections of a policy, by its id and theirs, once it is known.
    """

    def __init__(self, library: Library) -> None:
        """Take a library; everything is read when a page first needs it."""
        self.library = library
        self.abouts: dict[str, dict[str, About]] = {}
        self._changes: dict[str, tuple[Change, ...]] = {}
        self._units: dict[str, tuple[Unit, ...]] = {}

    @cached_property
    def records(self) -> tuple[DocumentRecord, ...]:
        """All documents."""
        return self.library.catalog.documents()

    @cached_property
    def record_of(self) -> dict[str, DocumentRecord]:
        """Documents by id."""
        return {record.id: record for record in self.records}

    def units(self, document_id: str) -> tuple[Unit, ...]:
        """Units of a document in reading order."""
        if document_id not in self._units:
            self._units[document_id] = self.library.catalog.units_of(document_id)
        return self._units[document_id]

    @cached_property
    def definitions(self) -> tuple[Definition, ...]:
        """Every definition in every document."""
        return definitions(unit for record in self.records for unit in self.units(record.id))

    @cached_property
    def keys(self) -> tuple[tuple[Unit, str], ...]:
        """Every unit with the form of its text in which words are searched."""
        units = (unit for record in self.records for unit in self.units(record.id))
        return tuple((unit, search_key(unit.text)) for unit in units)

    @cached_property
    def policies_under(self) -> dict[str, tuple[DocumentRecord, ...]]:
        """The policies that each table of comments is about."""
        tables = (record for record in self.records if record.kind is DocumentKind.COMMENTS)
        return {table.id: policies_of(table, self.library) for table in tables}

    def tables_about(self, policy_id: str) -> tuple[str, ...]:
        """The tables of comments that are about a policy."""
        return tuple(
            table
            for table, policies in self.policies_under.items()
            if any(policy.id == policy_id for policy in policies)
        )

    def comments(self, table_id: str) -> tuple[Comment, ...]:
        """The comments of a table."""
        return tuple(unit for unit in self.units(table_id) if isinstance(unit, Comment))

    def changes(self, table_id: str) -> tuple[Change, ...]:
        """All words that the comments of a table brought about, matched in code."""
        if table_id not in self._changes:
            self._changes[table_id] = tuple(
                Change(comment, standing.rewording, place)
                for comment in self._revising(table_id)
                for standing in standings(comment, self.library)
                for place in standing.places
            )
        return self._changes[table_id]

    def changes_at(self, policy_id: str) -> Mapping[str, tuple[Change, ...]]:
        """Changes in a policy by the id of the unit they stand in."""
        found: dict[str, tuple[Change, ...]] = defaultdict(tuple)
        for table in self.tables_about(policy_id):
            for change in self.changes(table):
                found[change.place.unit.id] += (change,)
        return found

    def unplaced(self, table_id: str) -> dict[str, str]:
        """Why the new words of a revising reply cannot be shown in the text, by comment."""
        placed = {change.comment.id for change in self.changes(table_id)}
        return {
            comment.id: "".join(claim.text for claim in where_changed(comment, self.library)[:1])
            for comment in self._revising(table_id)
            if comment.id not in placed
        }

    def prepare(self) -> None:
        """Read and match all that the first page of a kind would wait for."""
        for table in self.policies_under:
            self.changes(table)
        _ = self.keys, self.definitions

    def _revising(self, table_id: str) -> Iterator[Comment]:
        return (found for found in self.comments(table_id) if found.outcome is Outcome.REVISED)


class ReadingRoom:
    """Gives the shelf of what is indexed now; used from many threads."""

    def __init__(self, services: AnswerService) -> None:
        """Take the service that holds the library."""
        self._services = services
        self._lock = threading.Lock()
        self._shelf: Shelf | None = None

    def shelf(self) -> Shelf:
        """What is indexed now.

        Raises:
            EmptyStoreError: Nothing has been indexed.
            StoreError: The data cannot be read.
        """
        library = self._services.assistant().library
        with self._lock:
            if self._shelf is None or self._shelf.library is not library:
                self._shelf = Shelf(library)
            return self._shelf

    def prepare(self) -> None:
        """Make ready what is indexed now; what is wrong with it, the first page will say."""
        with suppress(EmptyStoreError, StoreError):
            self.shelf().prepare()
