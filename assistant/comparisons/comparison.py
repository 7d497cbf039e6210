"""Sets what several places say on one matter side by side: meetings, documents, sections, senders.

Each side is searched by itself; a side where nothing speaks of the matter says so, rather
than be filled with what comes nearest.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.answers import Draft, Status
from assistant.comparisons.compared_things import compared_things
from assistant.comparisons.comparing import BEFORE_AND_AFTER, COMPARING
from assistant.comparisons.side_by_side import Side, side_by_side, silent
from assistant.comparisons.sides import (
    across_documents,
    asking,
    of_documents,
    of_meetings,
    of_sections,
    of_submitters,
    topic_of,
)
from assistant.lookup import quote_start
from assistant.passages.closeness import is_in, is_known
from assistant.passages.evidence import Evidence, rank_sentences
from assistant.passages.refusal import refuse
from assistant.passages.shortfall import Lack, Shortfall
from assistant.passages.sufficiency import sufficiency
from assistant.passages.values import AskedValue, asked_value
from assistant.query import Query, QuestionKind
from assistant.understanding.focus import Focus, focus_on
from assistant.understanding.mentions import fold
from assistant.understanding.named_places import NamedPlaces
from assistant.understanding.named_policy import without_place
from assistant.understanding.speaking import OPINION_TOLD
from index.documents import AgendaItem, DocumentKind, RosterEntry, Section, Unit
from index.library import Library
from index.text.morphology import concepts, content_words, proper_names, tokens

_UNITS_READ = 6
_LEAST_HELD = 0.3  # share of the telling words' weight that one sentence must hold
_HEADING_ONLY = 12  # characters
_OPENING = 160  # characters
_ELSEWHERE = (QuestionKind.WHO, QuestionKind.COUNT, QuestionKind.WHERE)
_ASKED_FOR = {
    "人数": "何人",
    "時間": "何時間",
    "台数": "何台",
    "件数": "何件",
    "回数": "何回",
    "割合": "何割",
    "金額": "いくら",
}
_STAGE = r"(?:の(?:段階|時点|とき|頃))?"
_EARLIER_TEXT = re.compile(rf"(?:[^の]{{2,8}}の)?(?:[素原]?案|当初の?案|たたき台){_STAGE}$")
_FINAL_TEXT = re.compile(r"(?:決定|策定|確定)(?:後|版)|成案|最終(?:版|案)")
_FINAL_TEXT_NAMED = re.compile(
    r"最終(?:版|案)|(?:決定|確定)版|(?:閣議決定|決定|策定|確定)後の[一-鿿]{2,}"
)
_IS_DRAFT = re.compile(r"\([素原]?案\)|[素原]案|案$")
_ENDS_AS_POLICY = re.compile(r"(?:戦略|方針|計画|指針|大綱|条例)\s*$")
_CALLED_A_FIGURE = re.compile(rf"(?:{'|'.join(_ASKED_FOR)})$")


def compare(query: Query, library: Library) -> Draft | None:
    """Each side's best sentences beside the others'; None where the question compares nothing."""
    if query.kind in _ELSEWHERE or query.mentions.comments or query.mentions.footnotes:
        return None
    text = fold(query.completed)
    if query.kind in (QuestionKind.REPLIED, QuestionKind.OUTCOME):
        text = OPINION_TOLD.sub("", text)  # what an opinion compares is not compared
    if query.mentions.meetings:
        sides = of_meetings(query, library)
    elif COMPARING.search(text):
        if unheld := _final_text_unheld(text, library):
            return refuse(Shortfall(Lack.NAME, unheld), (), (), library)
        sides = (
            of_sections(query, library)
            or of_submitters(query, library)
            or of_documents(query, library)
            or _two_things(query, text, library)
        )
    else:
        return None
    return _beside_one_another(sides, library, is_told=bool(query.mentions.meetings))


def compare_across(query: Query, library: Library) -> Draft | None:
    """What a meeting and a policy say of one matter, or None where not both are named and held."""
    if query.kind in (QuestionKind.WHO, QuestionKind.COUNT) or query.mentions.comments:
        return None
    return _beside_one_another(across_documents(query, library), library, is_told=False)


def _beside_one_another(sides: list[Side], library: Library, *, is_told: bool) -> Draft | None:
    """The sides' sentences; where none has any, that too where it `is_told`, else None."""
    if len(sides) < 2:
        return None
    found = _each_on_its_side(sides, [_evidence(side, library) for side in sides])
    if not all(found) and any(side.thing for side in sides):
        sides = _anywhere(sides, library)
        found = _each_on_its_side(sides, [_evidence(side, library) for side in sides])
    if not any(found):
        return silent(sides) if is_told else None
    units = dict.fromkeys(evidence.unit.id for ranked in found for evidence in ranked)
    status = Status.ANSWERED if all(found) else Status.PARTIAL
    return Draft(status, tuple(side_by_side(sides, found)), tuple(units))


def _anywhere(sides: Sequence[Side], library: Library) -> list[Side]:
    """The sides in all documents, where no policy speaks of one of them."""
    within = frozenset(
        unit.id
        for record in library.catalog.documents()
        for unit in library.catalog.units_of(record.id)
        if not isinstance(unit, RosterEntry | AgendaItem)
    )
    return [
        replace(
            side,
            within=frozenset(
                unit.id for unit in library.catalog.units(within) if _may_speak_of(side.thing, unit)
            ),
        )
        if side.thing
        else side
        for side in sides
    ]


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
    ranked = _naming(side, _with_value(side, ranked), library)
    told = _told(focus, library)
    told_by = [_headed(one) if side.thing else one.sentence.text for one in ranked]
    held = [max(one.coverage, told.coverage(t)) for one, t in zip(ranked, told_by, strict=True)]
    if max(held, default=0) < _LEAST_HELD:
        return ()
    as_such = side.query.completed.strip() == side.thing
    return tuple(_opening(one, side.thing) if as_such else one for one in ranked)


def _opening(one: Evidence, thing: str) -> Evidence:
    """How a section on a thing begins, where nothing is asked of it but what it is."""
    heading, _, _ = one.unit.text.partition("\n")
    if not isinstance(one.unit, Section) or thing not in fold(heading):
        return one
    body = one.unit.passage.slice(len(heading), len(one.unit.text)).strip()
    return replace(one, sentence=quote_start(body, _OPENING)) if body.text else one


def _headed(one: Evidence) -> str:
    """A sentence with the nearest heading above it, which says of what it speaks."""
    return " ".join((*one.unit.locator.heading_path[-1:], one.sentence.text))


def _told(focus: Focus, library: Library) -> Focus:
    """The focus without words that no text holds and that name no thing: 攻める, 扱い.

    What is done has other names in official texts.
    """
    things = {word.normal for word in content_words(focus.question) if word.is_thing}
    known = (one for one in focus.words if one[0] in things or is_known(one[0], library))
    return replace(focus, words=tuple(known))


def _naming(side: Side, ranked: tuple[Evidence, ...], library: Library) -> tuple[Evidence, ...]:
    """The sentences that name the side's matter, where any does."""
    if not side.thing:
        return ranked
    thing = focus_on(asking(side.query, side.thing), library)
    # a sentence that gives a figure leaves to its heading of what it is one
    above = 1 if _value(side) else 0
    held = [
        thing.coverage(" ".join((*one.unit.locator.heading_path[::-1][:above], one.sentence.text)))
        for one in ranked
    ]
    most = max(held, default=0.0)
    if not most:  # an earlier text is spoken of by its name, any other matter maybe in other words
        return () if _EARLIER_TEXT.match(side.thing) else ranked
    return tuple(one for one, share in zip(ranked, held, strict=True) if share >= most / 2)


def _with_value(side: Side, ranked: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
    """The sentences with a figure of the kind asked of the side; all where none is asked."""
    value = _value(side)
    return tuple(one for one in ranked if value is None or value.stands_in(one.sentence.text))


def _value(side: Side) -> AskedValue | None:
    """The kind of figure that is asked of a side, by the question or by the name of the side."""
    called = _CALLED_A_FIGURE.search(side.thing)
    asked = asked_value(side.query.question) if side.thing else None
    return asked or (asked_value(_ASKED_FOR[called.group()]) if called else None)


def _two_things(query: Query, text: str, library: Library) -> list[Side]:
    """Matters that one question sets against one another, wherever policies speak of them."""
    things = compared_things(without_place(text, library))
    if things is None or BEFORE_AND_AFTER.search(text):
        return []
    topic = things.topic if things.is_topic else topic_of(things.topic)
    policies = query.documents or tuple(
        record.id for record in library.catalog.find_documents(kind=DocumentKind.POLICY)
    )
    units = [unit for policy in policies for unit in library.catalog.units_of(policy)]
    return [
        _policy_side(name, query, topic, library)
        or Side(
            name.strip("「」 "),
            asking(query, f"{topic} {name}".strip()),
            frozenset(unit.id for unit in units if _may_speak_of(name, unit)),
            name,
        )
        for name in things.names
    ]


def _final_text_unheld(text: str, library: Library) -> str:
    """The final text that a question compares, where only drafts of policies are held."""
    policies = library.catalog.find_documents(kind=DocumentKind.POLICY)
    named = _FINAL_TEXT_NAMED.search(text)
    is_draft = all(_IS_DRAFT.search(fold(record.title)) for record in policies)
    return named.group() if named and policies and is_draft else ""


def _policy_side(name: str, query: Query, topic: str, library: Library) -> Side | None:
    """A policy that is one of two things: 「素案と、決定した戦略」; None where it is none."""
    called = NamedPlaces(library).documents_by_short_name(name)
    if _FINAL_TEXT.match(name):
        policies = library.catalog.find_documents(kind=DocumentKind.POLICY)
        called = query.documents or tuple(record.id for record in policies)
    elif not _ENDS_AS_POLICY.search(name):
        called = ()
    if not topic or len(called) != 1:
        return None
    within = frozenset(unit.id for unit in library.catalog.units_of(called[0]))
    return Side(name.strip("「」 "), asking(query, topic), within)


def _may_speak_of(thing: str, unit: Unit) -> bool:
    """Whether a unit names a thing that has a name of its own; any may speak of another."""
    named = proper_names(thing)
    forms = frozenset((*tokens(unit.text), *concepts(unit.text))) if named else frozenset()
    return all(is_in(name.normal, forms) for name in named)
