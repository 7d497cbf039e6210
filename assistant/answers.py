"""What an answer is made of: claims that point at the words of units."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from assistant.query import Query
from assistant.written import Writing
from index.documents import Passage, Unit


class Status(StrEnum):
    """How an answer ended."""

    ANSWERED = "answered"
    PARTIAL = "partial"
    NOT_IN_DOCUMENTS = "not_in_documents"
    PREMISE_WRONG = "premise_wrong"
    AMBIGUOUS = "ambiguous"
    OUT_OF_SCOPE = "out_of_scope"


class Layout(StrEnum):
    """How a claim is set."""

    LEAD = "lead"
    QUOTE = "quote"
    ITEM = "item"
    NOTE = "note"
    TABLE = "table"
    PROSE = "prose"  # a sentence that a chat model wrote, checked as such


@dataclass(frozen=True, slots=True)
class Reference:
    """One unit that supports a claim, and the words in it that do."""

    unit: Unit
    quote: Passage


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement of an answer with what supports it.

    Attributes:
        text: The statement, without markers. For a quote, the quoted words.
        references: What supports it; empty only for notes about the assistant itself.
        layout: How it is set.
        counted: The units that a figure of the statement counts; each stands as an item
            of its own in the same answer.
        tallies: More counts of the same kind, where one statement compares several.
        table: The cells, where the claim is a table; its text is then empty and its
            references are those of its cells.
    """

    text: str
    references: tuple[Reference, ...]
    layout: Layout = Layout.LEAD
    counted: tuple[Unit, ...] = ()
    tallies: tuple[tuple[Unit, ...], ...] = ()
    table: Table | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """Claims in rows and columns, each checked by itself.

    Attributes:
        columns: Their names; "" over row names.
        rows: As many claims as columns in each row. A row's name, and what says that
            there is nothing, is a `Layout.NOTE`.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Claim, ...], ...]

    def __post_init__(self) -> None:
        if any(len(row) != len(self.columns) for row in self.rows):
            raise ValueError("every row of a table has a cell for each column")


@dataclass(frozen=True, slots=True)
class Draft:
    """An answer before it is checked.

    Attributes:
        status: How it would end.
        claims: Its statements in reading order.
        retrieved: Unit ids that search brought, best first.
        suggestions: Units offered as reading, never as support.
    """

    status: Status
    claims: tuple[Claim, ...]
    retrieved: tuple[str, ...] = ()
    suggestions: tuple[Unit, ...] = ()


class Fault(StrEnum):
    """Why a claim was removed."""

    NO_REFERENCE = "no_reference"
    QUOTE_NOT_FOUND = "quote_not_found"
    NUMBER_NOT_FOUND = "number_not_found"
    NAME_WITHOUT_BASIS = "name_without_basis"
    UNKNOWN_MARKER = "unknown_marker"
    NAME_NOT_FOUND = "name_not_found"
    DATE_NOT_FOUND = "date_not_found"
    ID_NOT_FOUND = "id_not_found"
    OUTCOME_CONTRADICTED = "outcome_contradicted"
    WRONG_LANGUAGE = "wrong_language"
    NOT_A_SENTENCE = "not_a_sentence"


@dataclass(frozen=True, slots=True)
class Removal:
    """A claim that did not stand, and why."""

    text: str
    fault: Fault
    detail: str


@dataclass(frozen=True, slots=True)
class Verification:
    """Counts of the check that every answer passes through."""

    claims: int = 0
    quotes: int = 0
    numbers: int = 0
    removed: tuple[Removal, ...] = ()


@dataclass(frozen=True, slots=True)
class Citation:
    """A numbered citation of the finished answer."""

    number: int
    reference: Reference
    verified: bool = True


@dataclass(frozen=True, slots=True)
class AnswerCell:
    """A cell of a finished table, and the numbers of its citations."""

    text: str
    citations: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class AnswerTable:
    """A table of the finished answer."""

    columns: tuple[str, ...]
    rows: tuple[tuple[AnswerCell, ...], ...]


@dataclass(frozen=True, slots=True)
class Timings:
    """Milliseconds spent in each step."""

    understand: float = 0.0
    gather: float = 0.0
    verify: float = 0.0
    write: float = 0.0


@dataclass(frozen=True, slots=True)
class Answer:
    """A finished, checked answer.

    Attributes:
        query: The question as understood.
        status: How it ended.
        text: Markdown with `[1]` markers.
        citations: In the order of their numbers.
        retrieved: Unit ids that were read, best first.
        verification: What the check found.
        embedder: Name of the embedding model.
        chat_model: Name of the chat model, None for the extractive answer.
        tables: The tables of the text, in its order.
        writing: How a chat model took part, None where none was asked.
    """

    query: Query
    status: Status
    text: str
    citations: tuple[Citation, ...]
    retrieved: tuple[str, ...]
    verification: Verification
    embedder: str | None
    chat_model: str | None = None
    timings: Timings = field(default_factory=Timings)
    tables: tuple[AnswerTable, ...] = ()
    writing: Writing | None = None
