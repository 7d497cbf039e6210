"""Who reported: minutes may list a report on their agenda and not say who gave it."""

from __future__ import annotations

import re

from assistant.answers import Claim, Draft, Layout, Reference, Status
from assistant.minutes.voices import minutes_of
from assistant.query import Query
from assistant.understanding.focus import Focus
from assistant.understanding.mentions import fold
from assistant.wording import frames as wording
from assistant.wording.phrases import phrase
from index.documents import AgendaItem, UnitKind
from index.library import Library

_ASKED = re.compile(
    r"(?:誰|だれ|どなた)が[^。、]*報告し|報告を?(?:し|され)た(?:の|人|者|方)(?:は|って|$)|報告者"
)
_LEAST_HELD = 0.6  # share of the words asked about that the item must hold


def asks_who_reported(query: Query) -> bool:
    """Whether a question asks who gave a report, not who spoke of its matter."""
    return _ASKED.search(fold(query.completed)) is not None


def reporter_untold(query: Query, focus: Focus, library: Library) -> Draft | None:
    """That the reporter of an item is not named; None where no such report is listed.

    Whoever remarks on what was reported did not report it.
    """
    items = [
        (record, unit)
        for record in minutes_of(query, library)
        for unit in library.catalog.units_of(record.id, UnitKind.AGENDA_ITEM)
        if isinstance(unit, AgendaItem)
        and "報告" in unit.category
        and focus.coverage(unit.text) >= _LEAST_HELD
    ]
    claims: list[Claim] = []
    for record, item in items:
        place = wording.document_place(record)
        text = phrase("{place}に報告として挙げられているのは、次の議題です。", place=place)
        reference = Reference(item, item.passage.strip())
        note = phrase("{place}に、誰が報告したかの記載はありません。", place=place)
        claims += [
            Claim(note, (), Layout.NOTE),
            Claim(text, (reference,)),
            Claim(item.text.strip(), (reference,), Layout.ITEM),
        ]
    return Draft(Status.PARTIAL, tuple(claims)) if claims else None
