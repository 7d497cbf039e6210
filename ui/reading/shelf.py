"""What the pages need of one state of the library, read once and kept while it is current."""

from __future__ import annotations

import threading
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from assistant.changed_words import where_changed
from assistant.changes import Place, Rewording, policies_of, standings
from index.definitions import Definition, definitions
from index.documents import Comment, DocumentKind, Outcome, Unit
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

    def comments_about(self, policy_id: str) -> tuple[Comment, ...]:
        """The comments of every table that is about a policy."""
        return tuple(
            unit
            for table in self.records
            if table.kind is DocumentKind.COMMENTS
            and any(policy.id == policy_id for policy in policies_of(table, self.library))
            for unit in self.units(table.id)
            if isinstance(unit, Comment)
        )

    def policies_under(self, table_id: str) -> tuple[DocumentRecord, ...]:
        """The policies that a table of comments is about."""
        return policies_of(self.record_of[table_id], self.library)

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """All words that comments brought about, matched in code."""
        return tuple(self._changes())

    @cached_property
    def unplaced(self) -> dict[str, str]:
        """Why the new words of a revising reply cannot be shown in the text, by comment."""
        placed = {change.comment.id for change in self.changes}
        return {
            comment.id: "".join(claim.text for claim in where_changed(comment, self.library)[:1])
            for comment in self._revising()
            if comment.id not in placed
        }

    @cached_property
    def changes_at(self) -> dict[str, tuple[Change, ...]]:
        """Changes by the id of the unit they stand in."""
        found: dict[str, list[Change]] = defaultdict(list)
        for change in self.changes:
            found[change.place.unit.id].append(change)
        return {unit: tuple(changes) for unit, changes in found.items()}

    def _changes(self) -> Iterator[Change]:
        for comment in self._revising():
            for standing in standings(comment, self.library):
                for place in standing.places:
                    yield Change(comment, standing.rewording, place)

    def _revising(self) -> Iterator[Comment]:
        tables = (table for table in self.records if table.kind is DocumentKind.COMMENTS)
        for unit in (unit for table in tables for unit in self.units(table.id)):
            if isinstance(unit, Comment) and unit.outcome is Outcome.REVISED:
                yield unit


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
