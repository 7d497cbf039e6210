"""The footnote that stands at a term: 「IoT産業に付いている脚注は何番か」."""

from __future__ import annotations

import re

from assistant.answers import Claim, Draft, Reference, Status
from assistant.lookup import noted_words, quote_start, quoted
from assistant.query import Query, QuestionKind
from assistant.understanding.mentions import fold
from assistant.wording.phrases import phrase
from index.documents import Footnote, UnitKind
from index.ids import document_slug
from index.library import Library

_SPACE = r"\s*"
_ASKED = re.compile(
    r"(?:^|[、。]|では|の中の)(?P<term>「[^「」]{2,30}」|[^「」、。はがを]{2,30}?)(?:という(?:言葉|用語|語))?"
    r"(?:に(?:付|つ|振|添え)[^、。]{1,8}?|に?の?)(?:脚注|注釈?)(?=の?番号|は|って|を|が|[?？。]|$)(?!.*意見)"
)


def notes_on_terms(query: Query, library: Library) -> Draft | None:
    """The footnotes at a term for whose footnote the question asks."""
    named = query.mentions
    asked = _ASKED.search(fold(query.completed))
    of_opinion = query.submitters or query.kind in (QuestionKind.REPLIED, QuestionKind.OUTCOME)
    if asked is None or of_opinion or named.footnotes or named.comments or named.meetings:
        return None
    term = document_slug(asked["term"].strip("「」"))
    claims = [
        claim
        for footnote in _footnotes(query, library)
        for noted in _at_its_mark(footnote, term, library)
        for claim in _told(footnote, noted, library)
    ]
    return Draft(Status.ANSWERED, tuple(claims)) if claims else None


def _footnotes(query: Query, library: Library) -> list[Footnote]:
    """All footnotes, those of the documents that are named alone where any is."""
    documents = query.documents or tuple(r.id for r in library.catalog.documents())
    return [
        unit
        for document in documents
        for unit in library.catalog.units_of(document, UnitKind.FOOTNOTE)
        if isinstance(unit, Footnote)
    ]


def _at_its_mark(footnote: Footnote, term: str, library: Library) -> list[Reference]:
    """The term as it is written before the mark of a footnote; nothing where it is not."""
    if footnote.marker_unit is None or footnote.marker_offset is None:
        return []
    # a term may be printed with a space in it
    loose = re.compile(_SPACE.join(map(re.escape, term)) + r"[」』\s]*$", re.IGNORECASE)
    return [
        Reference(unit, unit.passage.slice(match.start(), match.end()).strip())
        for unit in library.catalog.units([footnote.marker_unit])
        if (match := loose.search(fold(unit.text[: footnote.marker_offset])))
    ]


def _told(footnote: Footnote, noted: Reference, library: Library) -> list[Claim]:
    """Its number and words, and the sentence that it stands in."""
    note = quoted(footnote, quote_start(footnote.passage))
    text = phrase(
        "「{term}」に付されているのは、{label}です。",
        term=noted.quote.text,
        label=footnote.label,
    )
    return [Claim(text, (*note.references, noted)), note, *noted_words(footnote, library)]
