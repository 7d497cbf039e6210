"""この回答の根拠: how the question was understood, what search finds, what the check found."""

from __future__ import annotations

from dataclasses import dataclass

from index.documents import UnitKind
from index.errors import TenkyoError
from index.library import Library
from index.search import Hit
from ui.page.conversation import Turn
from ui.page.texts import Texts
from ui.server.models import AnswerModel
from ui.templates import environment

_HITS = 10


@dataclass(frozen=True, slots=True)
class HitRow:
    """A hit: the unit, and where it stood in each part of the search."""

    unit_id: str
    label: str
    score: str
    words: str
    vectors: str
    cited: bool


def grounds_html(turn: Turn, answer: AnswerModel, library: Library, texts: Texts) -> str:
    """The panel of one answer."""
    template = environment("ui.page").get_template("grounds.html.j2")
    return template.render(
        t=texts,
        turn=turn,
        answer=answer,
        places=_places(answer, texts),
        hits=_hits(answer, library),
    )


def _places(answer: AnswerModel, texts: Texts) -> tuple[str, ...]:
    query = answer.query
    return (
        *(texts.meeting.format(number=number) for number in query.meetings),
        *query.sections,
        *(f"{texts.comment_number} {key}" for key in query.comments),
        *(f"{texts.names.units[UnitKind.FOOTNOTE]} {number}" for number in query.footnotes),
        *query.submitters,
        *query.people,
        *query.documents,
    )


def _hits(answer: AnswerModel, library: Library) -> tuple[HitRow, ...]:
    """What search finds for the question; nothing where there is no search to ask."""
    try:
        hits = library.search(answer.query.completed, limit=_HITS)
    except TenkyoError:
        return ()
    labels = {unit.id: unit.label for unit in library.catalog.units(hit.unit_id for hit in hits)}
    cited = {citation.id for citation in answer.citations}
    return tuple(_hit(hit, labels[hit.unit_id], cited=hit.unit_id in cited) for hit in hits)


def _hit(hit: Hit, label: str, *, cited: bool) -> HitRow:
    words, vectors = hit.ranks.words, hit.ranks.vectors
    return HitRow(
        hit.unit_id,
        label,
        f"{hit.score:.2f}",
        "－" if words is None else str(words),
        "－" if vectors is None else str(vectors),
        cited,
    )
