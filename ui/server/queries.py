"""Questions to the catalog that need no understanding: search, units, comments, counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import TypeVar

from assistant.contract import document_object, speaker_object
from index.documents import Comment, Unit, UnitKind, Utterance
from index.errors import UsageError
from index.library import Library
from index.samples import is_sample
from index.stores.records import DocumentRecord
from ui.server.holdings import (
    CommentModel,
    CommentsModel,
    CountModel,
    DocumentEntry,
    DocumentsModel,
    HitModel,
    OpinionModel,
    SearchModel,
    UnitModel,
    UnitName,
)
from ui.server.models import DocumentModel, SpeakerModel
from ui.server.problems import NotHeldError


def search(library: Library, text: str, limit: int) -> SearchModel:
    """The units that fit a text best."""
    hits = library.search(text, limit=limit)
    units = {unit.id: unit for unit in library.catalog.units(hit.unit_id for hit in hits)}
    return SearchModel(
        hits=[
            HitModel(
                unit=_name(units[hit.unit_id]),
                document=_document_id(hit.unit_id),
                score=round(hit.score, 4),
                text=hit.passage.text,
                same_as=list(hit.same_as),
            )
            for hit in hits
        ],
        searched=sum(entry.count for it in library.catalog.documents() for entry in it.units),
    )


def read_unit(library: Library, unit_id: str, around: int) -> UnitModel:
    """A unit with what stands around it.

    Raises:
        NotHeldError: There is none of this id.
    """
    catalog = library.catalog
    try:
        unit, record = catalog.unit(unit_id), catalog.document(_document_id(unit_id))
    except UsageError as error:
        raise NotHeldError(str(error)) from error
    near = catalog.neighbours(unit.id, around, around)
    place = unit.locator.order
    speaker = speaker_object(unit)
    return UnitModel(
        unit=_name(unit),
        document=DocumentModel.model_validate(document_object(record)),
        meeting=record.meeting,
        heading_path=list(unit.locator.heading_path),
        section=unit.locator.section,
        text=unit.text,
        speaker=SpeakerModel.model_validate(speaker) if speaker else None,
        comment=_opinion(unit) if isinstance(unit, Comment) else None,
        before=[_name(other) for other in near if other.locator.order < place],
        after=[_name(other) for other in near if other.locator.order > place],
        below=[_name(child) for child in catalog.children(unit.id)],
        footnotes=[_name(footnote) for footnote in catalog.footnotes_on(unit.id)],
    )


def comments(library: Library, section: str | None, offset: int, limit: int) -> CommentsModel:
    """Comments, of one section only where one is given, with counts over all of them."""
    catalog = library.catalog
    found = catalog.comments_on(section) if section else catalog.all_comments()
    return CommentsModel(
        total=len(found),
        by_outcome=Counter(comment.outcome for comment in found),
        by_submitter_kind=Counter(comment.submitter_kind for comment in found),
        by_submitter=Counter(comment.submitter for comment in found),
        by_section=Counter(target for comment in found for target in comment.targets),
        comments=[
            CommentModel(unit=_name(comment), comment=_opinion(comment))
            for comment in found[offset : offset + limit]
        ],
    )


def documents(library: Library) -> DocumentsModel:
    """The documents that are held."""
    records = library.catalog.documents()
    units: Counter[UnitKind] = Counter()
    for record in records:
        units.update({entry.kind: entry.count for entry in record.units})
    entries = [document_entry(library, record) for record in records]
    return DocumentsModel(total=len(records), units=units, documents=entries)


def document_entry(library: Library, record: DocumentRecord) -> DocumentEntry:
    """One document that is held."""
    repairs = library.catalog.repair_counts(record.id)
    return DocumentEntry(
        id=record.id,
        kind=record.kind,
        title=record.title,
        body=record.body,
        meeting=record.meeting,
        date=record.date,
        source=record.path.name,
        sample=is_sample(record.sha256),
        units={entry.kind: entry.count for entry in record.units},
        repairs={entry.kind: entry.count for entry in repairs},
        warnings=list(record.warnings),
    )


Counted = TypeVar("Counted")


class CountBy(StrEnum):
    """What units are counted by."""

    KIND = "kind"
    DOCUMENT = "document"
    BASIS = "basis"
    OUTCOME = "outcome"
    SUBMITTER = "submitter"
    SUBMITTER_KIND = "submitter_kind"
    TARGET = "target"


def count(library: Library, by: CountBy) -> CountModel:
    """How many units there are: all, or the turns or comments that `by` speaks of."""
    if by in (CountBy.KIND, CountBy.DOCUMENT):
        units = library.catalog.units(library.catalog.unit_ids())
        return _counted("unit", by, units, _UNIT_KEYS[by])
    if by is CountBy.BASIS:
        return _counted("utterance", by, _turns(library), lambda turn: [turn.attribution.basis])
    return _counted("comment", by, library.catalog.all_comments(), _COMMENT_KEYS[by])


_UNIT_KEYS: dict[CountBy, Callable[[Unit], Iterable[str]]] = {
    CountBy.KIND: lambda unit: [unit.kind.value],
    CountBy.DOCUMENT: lambda unit: [_document_id(unit.id)],
}
_COMMENT_KEYS: dict[CountBy, Callable[[Comment], Iterable[str]]] = {
    CountBy.OUTCOME: lambda comment: [comment.outcome.value],
    CountBy.SUBMITTER: lambda comment: [comment.submitter],
    CountBy.SUBMITTER_KIND: lambda comment: [comment.submitter_kind.value],
    CountBy.TARGET: lambda comment: comment.targets or ["全般"],
}


def _counted(
    of: str, by: CountBy, units: Iterable[Counted], keys: Callable[[Counted], Iterable[str]]
) -> CountModel:
    held = list(units)
    counts = Counter(str(key) for unit in held for key in keys(unit))
    return CountModel(of=of, by=by.value, total=len(held), counts=dict(counts.most_common()))


def _turns(library: Library) -> Iterable[Utterance]:
    catalog = library.catalog
    for record in catalog.documents():
        for unit in catalog.units_of(record.id, UnitKind.UTTERANCE):
            if isinstance(unit, Utterance):
                yield unit


def _name(unit: Unit) -> UnitName:
    return UnitName(id=unit.id, label=unit.label, kind=unit.kind, page=unit.locator.page)


def _opinion(comment: Comment) -> OpinionModel:
    return OpinionModel(
        key=comment.key,
        submitter=comment.submitter,
        submitter_kind=comment.submitter_kind,
        target=comment.target_text,
        sections=list(comment.targets),
        opinion=comment.opinion.text,
        reason=comment.reason.text,
        reply=comment.reply.text,
        outcome=comment.outcome,
        outcome_evidence=comment.outcome_evidence,
        see_also=list(comment.see_also),
    )


def _document_id(unit_id: str) -> str:
    return unit_id.partition("#")[0]
