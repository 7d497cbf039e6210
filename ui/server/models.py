"""The `ask --json` object as typed models, for OpenAPI and for programs in Python."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from assistant.answers import Fault, Status
from assistant.events import BlockState
from assistant.query import Language, QuestionKind
from index.documents import Basis, DocumentKind, Outcome, UnitKind


class Model(BaseModel):
    """What all models share: nothing may be in the object that the model does not name."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class DocumentModel(Model):
    """The document a citation stands in; `source` is the file it was read from."""

    id: str
    title: str
    kind: DocumentKind
    body: str | None
    date: str | None
    source: str


class SpeakerModel(Model):
    """Who speaks, and on what ground that may be said."""

    label: str | None
    office: str | None
    person: str | None
    basis: Basis
    evidence: str | None
    proxy_for: str | None


class CitationModel(Model):
    """One numbered citation; fields that do not apply are null."""

    n: Annotated[int, Field(description="`[n]` in the answer")]
    id: Annotated[str, Field(description="id of the unit, for /api/units/{id}")]
    label: str
    kind: UnitKind
    document: DocumentModel
    meeting: int | None
    section: str | None
    utterance: int | None
    comment: str | None
    footnote: int | None
    page: int | None
    printed_page: int | None
    outcome: Outcome | None
    speaker: SpeakerModel | None
    quote: str
    text: Annotated[str, Field(description="the whole unit")]
    start: Annotated[int, Field(description="first character of the quote in the source text")]
    end: int
    verified: bool


class FiltersObject(Model):
    """What an answer was narrowed to."""

    documents: list[str]
    bodies: list[str]
    meetings: list[int]
    document_kinds: list[DocumentKind]
    kinds: list[UnitKind]
    bases: list[Basis]
    submitters: list[str]
    outcomes: list[Outcome]


class QueryModel(Model):
    """The question as understood."""

    completed: str
    kind: QuestionKind
    language: Language
    meetings: list[int]
    sections: list[str]
    comments: list[str]
    footnotes: list[int]
    documents: list[str]
    submitters: list[str]
    people: list[str]
    among: list[str]
    apart_from: list[str]
    filters: FiltersObject | None


class RemovalModel(Model):
    """A claim that did not stand, and why."""

    text: str
    fault: Fault
    detail: str


class VerificationModel(Model):
    """Counts of the check that every answer passes through."""

    claims: int
    quotes: int
    numbers: int
    removed: list[RemovalModel]


class ModelsModel(Model):
    """Which models made the answer."""

    embedder: str | None
    chat: str | None


class TimingsModel(Model):
    """Milliseconds spent in each step."""

    understand_ms: float
    gather_ms: float
    verify_ms: float
    write_ms: float


class TableCellModel(Model):
    """A cell, and the numbers of the citations that support it."""

    text: str
    citations: list[int]


class TableModel(Model):
    """A table of an answer, complete, in the order of its rows."""

    columns: list[str]
    rows: list[list[TableCellModel]]


class PromptModel(Model):
    """A prompt that was used, and the first letters of the SHA-256 of its text."""

    name: str
    version: str


class StepModel(Model):
    """A query that the chat model put to the documents."""

    number: int
    tool: str
    arguments: Annotated[str, Field(description="JSON")]
    found: Annotated[list[str], Field(description="ids of the units it brought")]


class RewritingModel(Model):
    """What the chat model made of the question before anything was looked for."""

    question: str
    searches: list[str]


class WritingModel(Model):
    """How a chat model took part in the answer."""

    model: str
    prompts: list[PromptModel]
    sentences: int
    repaired: int
    removed: int
    added: int
    fallback: Annotated[str | None, Field(description="why the answer is the extractive one")]
    rewriting: RewritingModel | None
    steps: list[StepModel]
    calls: int
    tokens: int


class AnswerModel(Model):
    """The object that `tenkyo ask --json` prints."""

    question: str
    status: Status
    answer: Annotated[str, Field(description="Markdown with `[1]` markers")]
    citations: list[CitationModel]
    tables: list[TableModel]
    retrieved: Annotated[list[str], Field(description="ids of the units read, best first")]
    query: QueryModel
    verification: VerificationModel
    models: ModelsModel
    prompts: Annotated[dict[str, str], Field(description="versions of the prompts used")]
    writing: Annotated[WritingModel | None, Field(description="null where no model took part")]
    timings: TimingsModel


class BlockModel(Model):
    """A block of an answer that is being written; the same number replaces the block."""

    number: int
    text: str
    state: BlockState
