"""What is held, as typed models: the objects of `/api` and of the MCP tools."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from index.documents import DocumentKind, Outcome, RepairKind, SubmitterKind, UnitKind
from ui.server.models import DocumentModel, Model, SpeakerModel


class UnitName(Model):
    """A unit by its id and what an official would call it."""

    id: str
    label: str
    kind: UnitKind
    page: int | None


class HitModel(Model):
    """A unit that was found; scores compare within one search only."""

    unit: UnitName
    document: str
    score: float
    text: Annotated[str, Field(description="the part of the unit that fits best")]
    same_as: list[str]


class SearchModel(Model):
    """What a search found, best first, of how many units it looked at."""

    hits: list[HitModel]
    searched: int


class OpinionModel(Model):
    """What only a comment has."""

    key: str
    submitter: str
    submitter_kind: SubmitterKind
    target: Annotated[str, Field(description="該当箇所 as printed")]
    sections: list[str]
    opinion: str
    reason: str
    reply: str
    outcome: Outcome
    outcome_evidence: str
    see_also: list[str]


class UnitModel(Model):
    """A unit with all its fields; those that do not apply are null."""

    unit: UnitName
    document: DocumentModel
    meeting: int | None
    heading_path: list[str]
    section: str | None
    text: str
    speaker: SpeakerModel | None
    comment: OpinionModel | None
    before: list[UnitName]
    after: list[UnitName]
    below: Annotated[list[UnitName], Field(description="sections directly below")]
    footnotes: list[UnitName]


class CommentModel(Model):
    """A comment in a list."""

    unit: UnitName
    comment: OpinionModel


class CommentsModel(Model):
    """Comments with counts over all of them; `comments` is the part that was asked for."""

    total: int
    by_outcome: dict[Outcome, int]
    by_submitter_kind: dict[SubmitterKind, int]
    by_submitter: dict[str, int]
    by_section: dict[str, int]
    comments: list[CommentModel]


class DocumentEntry(Model):
    """A document that is held; `sample` marks those of the invented city."""

    id: str
    kind: DocumentKind
    title: str
    body: str | None
    meeting: int | None
    date: str | None
    source: str
    sample: bool
    units: dict[UnitKind, int]
    repairs: dict[RepairKind, int]
    warnings: list[str]


class DocumentsModel(Model):
    """The documents that are held, and how many units of each kind they have together."""

    total: int
    units: dict[UnitKind, int]
    documents: list[DocumentEntry]


class CountModel(Model):
    """A count, and what it is made of."""

    of: str
    by: str
    total: int
    counts: dict[str, int]
