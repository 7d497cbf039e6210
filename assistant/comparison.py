"""Sets what several places say on one matter side by side: meetings, documents, sections, senders.

Each side is searched by itself; a side where nothing speaks of the matter says so, rather
than be filled with what comes nearest.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from assistant import wording
from assistant.answers import Claim, Draft, Layout, Status
from assistant.comparing import COMPARING
from assistant.evidence import Evidence, rank_sentences
from assistant.focus import focus_on
from assistant.lookup import quoted
from assistant.mentions import fold
from assistant.named_places import NamedPlaces
from assistant.names import submitter_core
from assistant.phrases import joined, phrase
from assistant.query import Mentions, Query, QuestionKind
from assistant.scope import units_below
from assistant.sufficiency import sufficiency
from assistant.summary import attributions, ideas_of
from assistant.tabular import nothing, table_claim
from index.documents import AgendaItem, DocumentKind, RosterEntry, Utterance
from index.library import Library

_UNITS_READ = 6
_PER_SIDE = 3
_LEAST_HELD = 0.3  # share of the telling words' weight that one sentence must hold
_HEADING_ONLY = 12  # characters
_SHORT_TURN = 320  # characters
_ELSEWHERE = (QuestionKind.WHO, QuestionKind.COUNT, QuestionKind.WHERE)
_MEETING = re.compile(
    r"第?\s*\d+\s*回目?(?:の?(?:会合|会議))?(?:では|とで|それぞれ|[とやで、・])*の?"
)
_ABOUT = re.compile(r"(?P<topic>[^、。]{2,40}?)(?:について|に関し)")
_ASKING = re.compile(
    rf"{COMPARING.pattern}|(?:どう|どのように|何が|どこが|どんな点が)$|てください|ください|教えて",
    re.IGNORECASE,
)
_INTO_POLICY = re.compile(r"(?:戦略|方針|計画)(?:の中|案)?(?:に(?:は|も)?|では?|へ)")
_CARRIED = re.compile(r"反映|取り(?:入|込)|盛り込|引き継|書か|どうな")
_TWO_THINGS = re.compile(
    r"(?:(?P<topic>[^、。]{2,30}?)(?:は|について)、)?(?P<one>[^、。と]{2,25})と(?P<other>[^、。と]{2,25}?)"
    r"(?:と)?(?:の|では|とで|で|は|を)、?(?:(?:どう|何が|どこが|どのように|どんな点が)?(?:違|異な|比)|違い|差|どう違)"
)


@dataclass(frozen=True, slots=True)
class Side:
    """One of the places set side by side.

    Attributes:
        name: As it stands over its column.
        query: The question put to this side alone.
        within: Ids of its units.
    """

    name: str
    query: Query
    within: frozenset[str]


def compare(query: Query, library: Library) -> Draft | None:
    """Each side's best sentences beside the others'; None where the question compares nothing."""
    if query.kind in _ELSEWHERE or query.mentions.comments or query.mentions.footnotes:
        return None
    text = fold(query.completed)
    if query.mentions.meetings:
        sides = _meetings(query, library)
    elif COMPARING.search(text):
        sides = (
            _sections(query, library)
            or _submitters(query, library)
            or _documents(query, library)
            or _two_things(query, text, library)
        )
    else:
        return None
    if len(sides) < 2:
        return None
    found = _each_on_its_side(sides, [_evidence(side, library) for side in sides])
    if not any(found):
        return _silent(sides) if query.mentions.meetings else None
    units = dict.fromkeys(evidence.unit.id for ranked in found for evidence in ranked)
    status = Status.ANSWERED if all(found) else Status.PARTIAL
    return Draft(status, tuple(_side_by_side(sides, found)), tuple(units))


def _side_by_side(sides: Sequence[Side], found: Sequence[tuple[Evidence, ...]]) -> list[Claim]:
    """The lead, a column of quotes for each side, who speaks in them, and the silent sides."""
    columns = [_whole_turns(ideas_of(ranked, _PER_SIDE)) if ranked else [] for ranked in found]
    first = tuple(column[0].references[0] for column in columns if column)
    spoken = [side.name for side, column in zip(sides, columns, strict=True) if column]
    names = joined("と", spoken)
    lead = phrase("{names}の記載を並べると、次のとおりです。", names=names)
    if len(spoken) < len(sides):
        lead = phrase("{names}には、次の記載があります。", names=names)
    rows = [
        [cell or (nothing() if row == 0 else _empty()) for cell in cells]
        for row, cells in enumerate(zip_longest(*columns))
    ]
    silent = [
        Claim(
            phrase("{name}には、これについての記載が見つかりませんでした。", name=side.name),
            (),
            Layout.NOTE,
        )
        for side, column in zip(sides, columns, strict=True)
        if not column
    ]
    quotes = [claim.references[0] for column in columns for claim in column]
    table = table_claim([side.name for side in sides], rows)
    return [Claim(lead, first), table, *silent, *attributions(quotes)]


def _silent(sides: Sequence[Side]) -> Draft:
    """That none of the meetings speaks of the matter."""
    names = joined("・", (side.name for side in sides))
    text = phrase("{names}のいずれにも、これについての記載は見つかりませんでした。", names=names)
    return Draft(Status.NOT_IN_DOCUMENTS, (Claim(text, (), Layout.NOTE),))


def _each_on_its_side(
    sides: Sequence[Side], found: Sequence[tuple[Evidence, ...]]
) -> list[tuple[Evidence, ...]]:
    """Of sides that were searched in the same units, each sentence only where it fits better."""
    best: dict[tuple[str, int], float] = {}
    for ranked in found:
        for evidence in ranked:
            key = evidence.unit.id, evidence.sentence.start
            best[key] = max(best.get(key, 0.0), evidence.score)
    if len({side.within for side in sides}) == len(sides):
        return list(found)
    return [
        tuple(one for one in ranked if one.score >= best[one.unit.id, one.sentence.start])
        for ranked in found
    ]


def _whole_turns(quotes: list[Claim]) -> list[Claim]:
    """The quotes, those of one short turn as the turn: what it goes on to say belongs to it."""
    units = Counter(claim.references[0].unit.id for claim in quotes)
    shown: dict[str, Claim] = {}
    for claim in quotes:
        unit = claim.references[0].unit
        is_short = isinstance(unit, Utterance) and len(unit.text) <= _SHORT_TURN
        if units[unit.id] > 1 and is_short:
            shown.setdefault(unit.id, quoted(unit, unit.passage.strip()))
        else:
            shown[f"{unit.id} {claim.text}"] = claim
    return list(shown.values())


def _empty() -> Claim:
    return Claim("", (), Layout.NOTE)


def _evidence(side: Side, library: Library) -> tuple[Evidence, ...]:
    """Sentences of this side that answer, best first; none where none does."""
    # What is compared is a matter, not a figure of some form.
    focus = replace(focus_on(side.query, library), expected=())
    if focus.unknown == 1:
        return ()  # no document has any of the words
    hits = library.search(focus.question, within=side.within, limit=_UNITS_READ)
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
    topic = _topic(_MEETING.sub("", fold(query.completed)))
    catalog, meetings = library.catalog, query.mentions.meetings

    def order(document: str) -> int:
        number = catalog.document(document).meeting
        return meetings.index(number) if number in meetings else len(meetings)

    documents = sorted(query.documents, key=order)
    sides = [_of_document(query, topic, document, library) for document in documents]
    if (
        len(sides) == 1
        and _INTO_POLICY.search(query.completed)
        and _CARRIED.search(query.completed)
    ):
        policies = catalog.find_documents(kind=DocumentKind.POLICY)
        sides += [_of_document(query, topic, policy.id, library) for policy in policies]
    return sides


def _documents(query: Query, library: Library) -> list[Side]:
    """Two documents that are named by their titles, or by the last words of them."""
    named = query.documents
    if len(named) < 2:
        short = NamedPlaces(library).documents_by_short_name(fold(query.completed))
        named = tuple(dict.fromkeys((*named, *short)))
    if len(named) < 2:
        return []
    titles = [library.catalog.document(document).title for document in named]
    topic = _topic(_without(fold(query.completed), titles))
    return [_of_document(query, topic, document, library) for document in named]


def _sections(query: Query, library: Library) -> list[Side]:
    """The sections that are named, each with all below it."""
    numbers = query.mentions.sections
    topic = _topic(_without(fold(query.completed), numbers))
    found = [
        section
        for number in numbers
        for section in library.catalog.sections(number, within=query.documents or None)[:1]
    ]
    return [
        Side(
            section.label,
            _asking(query, topic or section.title),
            frozenset(units_below((section,), library)),
        )
        for section in found
    ]


def _submitters(query: Query, library: Library) -> list[Side]:
    """The senders that are named, each with all comments sent."""
    cores = [submitter_core(name) for name in query.submitters]
    topic = _topic(_without(fold(query.completed), (*query.submitters, *cores)))
    return [
        Side(
            name,
            _asking(replace(query, submitters=(name,)), topic),
            frozenset(comment.id for comment in library.catalog.comments_by(name)),
        )
        for name in query.submitters
    ]


def _two_things(query: Query, text: str, library: Library) -> list[Side]:
    """Two matters that one question sets against each other, wherever policies speak of them."""
    match = _TWO_THINGS.search(text)
    if match is None:
        return []
    topic = match["topic"] or ""
    policies = query.documents or tuple(
        record.id for record in library.catalog.find_documents(kind=DocumentKind.POLICY)
    )
    within = frozenset(unit.id for policy in policies for unit in library.catalog.units_of(policy))
    return [
        Side(name.strip("「」 "), _asking(query, f"{topic} {name}".strip()), within)
        for name in (match["one"], match["other"])
    ]


def _without(text: str, names: Sequence[str]) -> str:
    for name in sorted(filter(None, map(fold, names)), key=len, reverse=True):
        text = re.sub(re.escape(name), " ", text, flags=re.IGNORECASE)
    return text


def _topic(bare: str) -> str:
    """What the sides are compared on: the words before について, else all that is no asking."""
    before = _ABOUT.search(bare)
    return (before["topic"] if before else _ASKING.sub(" ", bare)).strip()


def _asking(query: Query, topic: str) -> Query:
    return replace(query, completed=topic, kind=QuestionKind.FACT, mentions=Mentions())


def _of_document(query: Query, topic: str, document: str, library: Library) -> Side:
    name = wording.document_place(library.catalog.document(document))
    within = frozenset(
        unit.id
        for unit in library.catalog.units_of(document)
        if not isinstance(unit, RosterEntry | AgendaItem)
    )
    return Side(name, replace(_asking(query, topic), documents=(document,)), within)
