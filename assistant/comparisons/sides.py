"""The sides of a comparison: meetings, documents, sections, senders, each asked by itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.comparisons.comparing import COMPARING, SET_AGAINST
from assistant.comparisons.side_by_side import Side
from assistant.passages.scope import units_below
from assistant.query import Mentions, Query, QuestionKind
from assistant.understanding.mentions import fold
from assistant.understanding.named_places import NamedPlaces
from assistant.understanding.names import submitter_core, title_core
from assistant.wording import frames as wording
from index.documents import AgendaItem, DocumentKind, Footnote, RosterEntry
from index.ids import document_slug
from index.library import Library

_MEETING = re.compile(
    r"第?\s*\d+\s*回目?(?:の?(?:会合|会議))?(?:では|とで|それぞれ|[とやで、・])*の?"
)
_ABOUT = re.compile(r"(?P<topic>[^、。]{2,40}?)(?:について|に関し)")
_ASKING = re.compile(
    rf"{COMPARING.pattern}|(?:(?:どんな|どういう|どのような)[^、。]{{1,8}}?(?:だ?と|として)|どう|どのように)"
    r"(?:位置(?:付|づ)け|見な|みな|捉え|とらえ|扱わ|考え)[^、。]*|(?:どう|どのように|何が|どこが|どんな点が)$|てください|ください|教えて"
    r"|て?(?:見たい|ほしい|欲しい|見せて)|何を|の?扱い(?:は|が|を)?|どう?\s*(?:い?ます|です)か?。?$"
    # 「…の発言が挙げるものと、…の案が挙げるものは別です。それぞれ何ですか」
    r"|(?:挙げ|述べ|示し|書い|触れ|説い|使っ|言っ?)(?:[るう]|た|て(?:い|あ)[るた])(?:もの|こと|例|点|内容|の)(?=[とはをで、]|$)"
    r"|(?<=[一-鿿ァ-ヶー])として(?=[、\s]|$)|別(?:々|もの)?(?:です|だ|で)|何(?:です|でしょう)か",
    re.IGNORECASE,
)
# What a place is called, which no side need hold: 「第5回の発言と方針の脚注とで」.
_PLACE_NOUN = re.compile(
    r"(?:での|の)?(?:発言|議論|やり?取り|議事(?:要旨|録)?|会議|会合|脚注|注釈?|本文|記述|記載|書きぶり|文言|素?案)"
    r"(?=[とではがのを、\s]|$)|\s(?:が|と|で|では|とで|とは|は|の|を)+、?(?=\s|$)"
)
_CALLED = r"(?:戦略|方針|計画|指針|大綱|条例)"
_POLICY_NOUN = re.compile(
    rf"(?<![一-鿿])[一-鿿]{{0,4}}{_CALLED}"
    r"(?:\(?[素原]?案\)?)?(?=[のにでとをはが、\s])"
)
_MEETING_AND_POLICY = re.compile(
    rf"第\d+回[^、。]{{0,16}}?と(?![しいさな言])、?[^、。]{{0,24}}?{_CALLED}"
    rf"|{_CALLED}[^、。]{{0,16}}?と(?![しいさな言])、?[^、。]{{0,8}}?第\d+回"
)
_PARTICLES = "とのではがをにも、 "
# particles that lost their words, and those behind the last word
_LOOSE_END = re.compile(r"(?:\s+[とのも]*|[はがをにで、。])+$")
_NOTES = re.compile(r"脚注|注(?:釈|記)?(?=[とではのに、]|$)")
_INTO_POLICY = re.compile(r"(?:戦略|方針|計画)(?:の中|案)?(?:に(?:は|も)?|では?|へ)")
_CARRIED = re.compile(r"反映|取り(?:入|込)|盛り込|引き継|書か|どうな")


def of_meetings(query: Query, library: Library) -> list[Side]:
    """The meetings that are named, and the policies where something is carried into them."""
    topic = topic_of(_MEETING.sub("", fold(query.completed)))
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


def across_documents(query: Query, library: Library) -> list[Side]:
    """Meetings and the policies beside them, a policy by the sections or notes that are named.

    None where the question sets nothing against anything, or names a place that is not held.
    """
    text, mentions = fold(query.completed), query.mentions
    policies = _policies_named(text, library) if _MEETING_AND_POLICY.search(text) else ()
    if not (mentions.meetings and policies and SET_AGAINST.search(text)):
        return []
    minutes = library.catalog.find_documents(kind=DocumentKind.MINUTES)
    held = {record.meeting: record.id for record in minutes if record.id in query.documents}
    sections = of_sections(replace(query, documents=policies), library)
    if len(sections) < len(mentions.sections) or not all(map(held.get, mentions.meetings)):
        return []
    cores = [title_core(library.catalog.document(policy).title) for policy in policies]
    bare = _without(_MEETING.sub(" ", text), (*cores, *mentions.sections))
    topic = topic_of(_PLACE_NOUN.sub(" ", _POLICY_NOUN.sub(" ", bare))).lstrip(_PARTICLES)
    meetings = [_of_document(query, topic, held[number], library) for number in mentions.meetings]
    asked = asking(query, topic)
    if sections:
        return [*meetings, *(replace(side, query=asked) for side in sections)]
    sides = [_of_document(query, topic, policy, library) for policy in policies]
    if _NOTES.search(text):
        sides = [replace(side, within=_notes_of(side, library)) for side in sides]
    return [*meetings, *sides]


def _policies_named(text: str, library: Library) -> tuple[str, ...]:
    """Ids of the policies that the question calls by title, or by the last words of it."""
    slug = document_slug(text)
    records = library.catalog.find_documents(kind=DocumentKind.POLICY)
    titled = (record.id for record in records if title_core(record.title) in slug)
    return tuple(dict.fromkeys((*titled, *NamedPlaces(library).documents_by_short_name(text))))


def _notes_of(side: Side, library: Library) -> frozenset[str]:
    units = library.catalog.units(side.within)
    return frozenset(unit.id for unit in units if isinstance(unit, Footnote))


def of_documents(query: Query, library: Library) -> list[Side]:
    """Two documents that are named by their titles, or by the last words of them."""
    named = query.documents
    if len(named) < 2:
        short = NamedPlaces(library).documents_by_short_name(fold(query.completed))
        named = tuple(dict.fromkeys((*named, *short)))
    if len(named) < 2:
        return []
    titles = [library.catalog.document(document).title for document in named]
    topic = topic_of(_without(fold(query.completed), titles))
    return [_of_document(query, topic, document, library) for document in named]


def of_sections(query: Query, library: Library) -> list[Side]:
    """The sections that are named, each with all below it."""
    numbers = query.mentions.sections
    topic = topic_of(_without(fold(query.completed), numbers))
    found = [
        section
        for number in numbers
        for section in library.catalog.sections(number, within=query.documents or None)[:1]
    ]
    return [
        Side(
            section.label,
            asking(query, topic or section.title),
            frozenset(units_below((section,), library)),
        )
        for section in found
    ]


def of_submitters(query: Query, library: Library) -> list[Side]:
    """The senders that are named, each with all comments sent."""
    cores = [submitter_core(name) for name in query.submitters]
    topic = topic_of(_without(fold(query.completed), (*query.submitters, *cores)))
    return [
        Side(
            name,
            asking(replace(query, submitters=(name,)), topic),
            frozenset(comment.id for comment in library.catalog.comments_by(name)),
        )
        for name in query.submitters
    ]


def _of_document(query: Query, topic: str, document: str, library: Library) -> Side:
    name = wording.document_place(library.catalog.document(document))
    within = frozenset(
        unit.id
        for unit in library.catalog.units_of(document)
        if not isinstance(unit, RosterEntry | AgendaItem)
    )
    return Side(name, replace(asking(query, topic), documents=(document,)), within)


def asking(query: Query, topic: str) -> Query:
    """The question put to one side alone."""
    return replace(query, completed=topic, kind=QuestionKind.FACT, mentions=Mentions())


def topic_of(bare: str) -> str:
    """What the sides are compared on: the words before について, else all that is no asking."""
    before = _ABOUT.search(bare)
    asked = _ASKING.sub(" ", COMPARING.sub(" ", bare))
    return _LOOSE_END.sub("", before["topic"] if before else asked).strip()


def _without(text: str, names: Sequence[str]) -> str:
    for name in sorted(filter(None, map(fold, names)), key=len, reverse=True):
        text = re.sub(re.escape(name), " ", text, flags=re.IGNORECASE)
    return text
