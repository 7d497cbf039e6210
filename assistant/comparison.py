"""Answers that set two places side by side: two meetings, a meeting and a policy.

Each side is searched by itself and has a heading line of its own; a side where nothing
speaks of the matter says so, rather than be filled with what comes nearest.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from assistant import wording
from assistant.answers import Claim, Draft, Layout, Status
from assistant.evidence import Evidence, rank_sentences
from assistant.focus import focus_on
from assistant.mentions import fold
from assistant.query import Mentions, Query, QuestionKind
from assistant.sufficiency import sufficiency
from assistant.summary import set_out
from index.documents import AgendaItem, DocumentKind, RosterEntry
from index.library import Library

_UNITS_READ = 6
_PER_SIDE = 3
_LEAST_HELD = 0.3  # share of the telling words' weight that one sentence must hold
_HEADING_ONLY = 12  # characters
_ELSEWHERE = (QuestionKind.WHO, QuestionKind.COUNT, QuestionKind.WHERE)
_MEETING = re.compile(
    r"第?\s*\d+\s*回目?(?:の?(?:会合|会議))?(?:では|とで|それぞれ|[とやで、・])*の?"
)
_ABOUT = re.compile(r"(?P<topic>[^、。]{2,40}?)(?:について|に関し)")
_COMPARING = re.compile(
    r"それぞれ|比べ|比較(?:し|する|すると)|どう(?:違|変わ|異な)|どのように(?:違|変わ|異な|話|議論)"
)
_INTO_POLICY = re.compile(r"(?:戦略|方針|計画)(?:の中|案)?(?:に(?:は|も)?|では?|へ)")
_CARRIED = re.compile(r"反映|取り(?:入|込)|盛り込|引き継|書か|どうな")


@dataclass(frozen=True, slots=True)
class Side:
    """One of the places set side by side.

    Attributes:
        name: As it stands in the heading line.
        query: The question put to this side alone.
        document: Id of the document that is this side.
    """

    name: str
    query: Query
    document: str


def compare(query: Query, library: Library) -> Draft | None:
    """Each side's best sentences under its heading; None where the question compares nothing."""
    if query.kind in _ELSEWHERE or query.mentions.comments or query.mentions.sections:
        return None
    sides = _meetings(query, library) or _named(query, library)
    if len(sides) < 2:
        return None
    found = [_evidence(side, library) for side in sides]
    if not any(found):
        return None
    claims = [
        claim for side, ranked in zip(sides, found, strict=True) for claim in _about(side, ranked)
    ]
    units = dict.fromkeys(evidence.unit.id for ranked in found for evidence in ranked)
    return Draft(Status.ANSWERED if all(found) else Status.PARTIAL, tuple(claims), tuple(units))


def _about(side: Side, ranked: tuple[Evidence, ...]) -> list[Claim]:
    if not ranked:
        note = f"{side.name}には、これについての記載が見つかりませんでした。"
        return [Claim(note, (), Layout.NOTE)]
    return set_out(f"{side.name}には、次の記載があります。", ranked, _PER_SIDE)


def _evidence(side: Side, library: Library) -> tuple[Evidence, ...]:
    """Sentences of this side that answer, best first; none where none does."""
    # What is compared is a matter, not a figure of some form.
    focus = replace(focus_on(side.query, library), expected=())
    within = frozenset(
        unit.id
        for unit in library.catalog.units_of(side.document)
        if not isinstance(unit, RosterEntry | AgendaItem)
    )
    hits = library.search(focus.question, within=within, limit=_UNITS_READ)
    units = [
        unit
        for unit in library.catalog.units([hit.unit_id for hit in hits])
        if len(unit.text.strip()) > _HEADING_ONLY
    ]
    status = sufficiency(side.query, focus, units, library, bounded=True)
    if status is not Status.ANSWERED:
        return ()
    scores = {hit.unit_id: hit.score for hit in hits}
    ranked = rank_sentences(focus, [(unit, scores[unit.id]) for unit in units], library)
    held = max((evidence.coverage for evidence in ranked), default=0.0)
    return ranked if held >= _LEAST_HELD else ()


def _meetings(query: Query, library: Library) -> list[Side]:
    """The meetings that are named, and the policies where something is carried into them."""
    if not query.mentions.meetings:
        return []
    topic = _topic(query)
    catalog, meetings = library.catalog, query.mentions.meetings

    def order(document: str) -> int:
        number = catalog.document(document).meeting
        return meetings.index(number) if number in meetings else len(meetings)

    sides = [
        _of_document(replace(query, completed=topic), document, library)
        for document in sorted(query.documents, key=order)
    ]
    if (
        len(sides) == 1
        and _INTO_POLICY.search(query.completed)
        and _CARRIED.search(query.completed)
    ):
        policies = catalog.find_documents(kind=DocumentKind.POLICY)
        sides += [_of_document(replace(query, completed=topic), p.id, library) for p in policies]
    return sides


def _named(query: Query, library: Library) -> list[Side]:
    """Two documents that are named by their titles."""
    if not _COMPARING.search(query.completed):
        return []
    return [
        _of_document(replace(query, completed=_topic(query)), document, library)
        for document in query.documents
    ]


def _topic(query: Query) -> str:
    """What the sides are compared on: the words before について, else all but the meetings."""
    bare = _MEETING.sub("", fold(query.completed))
    before = _ABOUT.search(bare)
    return before["topic"] if before else bare


def _of_document(query: Query, document: str, library: Library) -> Side:
    name = wording.document_place(library.catalog.document(document))
    asked = replace(query, kind=QuestionKind.FACT, mentions=Mentions(), documents=(document,))
    return Side(name, asked, document)
