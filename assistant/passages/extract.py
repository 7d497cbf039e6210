"""Answers from search: the sentences that answer, each a verified quote."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from assistant.answers import Draft, Status
from assistant.comments.residue import left_over
from assistant.passages.binding import bound_first
from assistant.passages.compose import compose
from assistant.passages.evidence import Evidence, rank_sentences
from assistant.passages.key_terms import units_with
from assistant.passages.refusal import refuse
from assistant.passages.scope import (
    ABOUT_COMMENTS,
    asks_for_slides,
    bounds,
    search,
    stated_in,
    tells_where,
)
from assistant.passages.searched_words import searched_words
from assistant.passages.shortfall import Lack, Shortfall
from assistant.passages.sufficiency import find_shortfall, is_of_things
from assistant.passages.things_named import ONE_WORDING
from assistant.passages.values import AskedValue, asked_value, money_spoken_of
from assistant.policies.enumerations import enumerate_found
from assistant.query import Query, QuestionKind
from assistant.understanding.focus import Focus, focus_on
from assistant.understanding.mentions import fold
from index.documents import AgendaItem, Comment, RosterEntry, Unit
from index.ids import document_slug
from index.library import Library

_UNITS_READ = 20
_RETRIEVED = 20
_UNITS_JUDGED = 8
# 「前の年度と比べてどうなったか」 asks how a figure went on
_OVER_TIME = re.compile(r"比べ|前の?年|昨年|去年|前回|増え|減っ|上が|下が")
# Words with which the whole of a section is asked for.
_OF_A_SECTION = re.compile(
    r"[章節項条]目?|下|置|並|含|題[名目]?|標題|見出し|タイトル|書|載|定め|触れ|述べ|言及|規定|示さ"
    r"|始|趣旨|要[点旨約]|主[なに]|中身|取り?組み?|施策|説明|見せ|読|前|次|後|どのよう|どんな"
)
_OF_AN_OPINION = 0.96  # what a sentence of a comment counts where none is asked for
_FITS_AS_WELL = 0.8  # share of the best sentence's closeness that the policy's own must reach
_FITS_ENOUGH = 0.5  # the same, where the question says that it is to be found there


def search_within(query: Query, library: Library) -> Draft | None:
    """Search in the units that an earlier answer named, where the question keeps to them."""
    units = library.catalog.units(query.among)
    if not units or any(isinstance(unit, RosterEntry | AgendaItem) for unit in units):
        return None
    draft = answer_from_search(query, library)
    found = draft.status in (Status.ANSWERED, Status.PARTIAL)
    return draft if found or any(isinstance(unit, Comment) for unit in units) else None


def search_nearby(query: Query, library: Library) -> Draft | None:
    """The value that a follow-up asks for, where the last answer's own place tells it."""
    value = asked_value(query.completed) or money_spoken_of(query.completed)
    if value is None or not query.near or query.kind is QuestionKind.WHERE:
        return None
    focus = focus_on(query, library)
    near = _telling(value, query, _read(replace(query, among=query.near), focus, library, None))
    anywhere = _telling(value, query, _read(query, focus, library, None))
    best = max((one.closeness for one in anywhere), default=0.0)
    first = bool(near and anywhere) and anywhere[0].unit.id == near[0].unit.id
    if not near or not (first or near[0].closeness >= _FITS_AS_WELL * best):
        return None
    return compose(query, focus, near, library)


def _telling(value: AskedValue, query: Query, reading: _Reading) -> tuple[Evidence, ...]:
    """The sentences that have such a value, unless none can have to do with the question.

    What is asked need not be named beside the last answer's own words, only the value.
    """
    if reading.shortfall and reading.shortfall.lack not in (Lack.SUPPORT, Lack.ATTRIBUTE):
        return ()
    return tuple(
        one for one in reading.ranked if value.found_in(one.sentence.text, query.completed)
    )


def search_in_comments(query: Query, library: Library) -> Draft | None:
    """The value that is asked for of what a comment says: 「意見3によれば何年かかるか」."""
    keys = query.mentions.comments
    found = [c for key in keys for c in library.catalog.comments(key.number, key.branch)]
    return _value_in(query, tuple(comment.id for comment in found), library)


def _value_in(query: Query, units: tuple[str, ...], library: Library) -> Draft | None:
    """The value that a question asks for, where one of the units tells it."""
    value = asked_value(query.completed)
    if value is None or not units or query.kind is QuestionKind.WHERE:
        return None
    draft = answer_from_search(replace(query, among=units), library)
    quotes = " ".join(place.quote.text for claim in draft.claims for place in claim.references)
    tells = draft.status is Status.ANSWERED and value.found_in(quotes, query.completed)
    return draft if tells else None


def search_in_sections(query: Query, library: Library) -> Draft | None:
    """The sentence of a named section that tells what is asked of it.

    「5.1には何とあるか」 asks for the section, 「5.1で適法とする行為は」 for a sentence.
    """
    sections = tuple(
        section
        for number in query.mentions.sections
        for section in library.catalog.sections(number, within=query.documents or None)
    )
    of_comments = (QuestionKind.REPLIED, QuestionKind.OUTCOME, QuestionKind.WHERE)
    if not sections or query.kind in of_comments:
        return None
    titles = tuple(re.compile(re.escape(document_slug(fold(s.title)))) for s in sections)
    if not left_over(query, library, (*titles, _OF_A_SECTION)):
        return None
    draft = answer_from_search(query, library)
    value = asked_value(query.completed)
    if draft.status is not Status.ANSWERED and value:
        shown = any(value.stands_in(section.text) for section in sections)
        lack = Shortfall(Lack.VALUE, value.name)
        return None if shown else refuse(lack, sections, draft.retrieved, library)
    return draft if draft.status is Status.ANSWERED else None


@dataclass(frozen=True, slots=True)
class _Reading:
    """What search found in one place, and whether it answers."""

    units: tuple[Unit, ...]
    ranked: tuple[Evidence, ...]
    retrieved: tuple[str, ...]
    shortfall: Shortfall | None


def answer_from_search(query: Query, library: Library) -> Draft:
    """Search, rank sentences, and quote what answers; refuse where nothing does.

    Where the question asks what a policy lays down, its own words come before what others
    wrote about it.
    """
    focus = focus_on(query, library)
    reading = _read(query, focus, library, None)
    if _may_stand_elsewhere(query):
        # 「どう変わったか」 can be asked of anything, not of an opinion alone
        fact = replace(query, kind=QuestionKind.FACT)
        anywhere = _read(fact, focus, library, None)
        over_time = _OVER_TIME.search(query.completed) is not None
        if over_time or _preferred(reading, anywhere, _FITS_AS_WELL) is anywhere:
            query, reading = fact, anywhere
    stated = stated_in(query, library)
    if stated is not None:
        own = _read(query, focus, library, stated)
        # where in the policy something stands, or what slides say, no other document can tell
        only = query.kind is QuestionKind.WHERE or (asks_for_slides(query) and not own.shortfall)
        least = _FITS_ENOUGH if tells_where(query) else _FITS_AS_WELL
        only = only or (_lacks_a_name(own) and tells_where(query))  # 「戦略は…を何と述べるか」
        if _tells_of_the_day(own, focus) or not _tells_of_the_day(reading, focus):
            reading = own if only else _preferred(own, reading, least)
    if reading.shortfall is not None:
        return refuse(reading.shortfall, reading.units, reading.retrieved, library)
    draft = enumerate_found(query, reading.units, library) or compose(
        query, focus, reading.ranked, library
    )
    return replace(draft, retrieved=reading.retrieved)


def _tells_of_the_day(reading: _Reading, focus: Focus) -> bool:
    """Whether its best sentence writes the day that the question names."""
    best = reading.ranked[0].sentence.text if reading.ranked else ""
    return focus.day is not None and focus.day.search(fold(best)) is not None


def _lacks_a_name(reading: _Reading) -> bool:
    """Whether it lacks a thing that no other words can stand for."""
    lack = reading.shortfall
    return lack is not None and lack.lack is Lack.NAME and bool(ONE_WORDING.search(lack.missing))


def _may_stand_elsewhere(query: Query) -> bool:
    """Whether the search kept to comments, though the question does not speak of one."""
    kept = query.kind in (QuestionKind.REPLIED, QuestionKind.OUTCOME) and not query.documents
    return kept and not (query.among or query.submitters or ABOUT_COMMENTS.search(query.completed))


def _preferred(stated: _Reading, anywhere: _Reading, least: float) -> _Reading:
    """What the policy says, unless words elsewhere fit the question much better.

    A thing that no document knows stands in none of them.
    """
    if anywhere.shortfall is not None and anywhere.shortfall.lack is Lack.NAME:
        return anywhere
    if stated.shortfall is not None or not stated.ranked:
        return anywhere
    if anywhere.shortfall is not None or not anywhere.ranked:
        return stated
    fits_as_well = stated.ranked[0].closeness >= least * anywhere.ranked[0].closeness
    return stated if fits_as_well else anywhere


def _read(query: Query, focus: Focus, library: Library, within: frozenset[str] | None) -> _Reading:
    """What search finds; where it lacks a name that is held, among the units that bear it."""
    reading = _found(query, focus, library, within)
    if reading.shortfall is None or reading.shortfall.lack is not Lack.NAME:
        return reading
    bounding = within if within is not None else bounds(query, library)
    bearing = units_with(reading.shortfall.missing, bounding, library)
    named = _found(query, focus, library, bearing) if bearing else reading
    return reading if named.shortfall else named


def _found(query: Query, focus: Focus, library: Library, within: frozenset[str] | None) -> _Reading:
    hits = search(query, searched_words(query, focus, library), library, _RETRIEVED, within)
    units = library.catalog.units([hit.unit_id for hit in hits[:_UNITS_READ]])
    scores = {hit.unit_id: hit.score for hit in hits}
    read = [(unit, scores[unit.id]) for unit in units]
    bounding = within if within is not None else bounds(query, library)
    read += [
        (unit, min(scores.values(), default=1.0))
        for unit in _of_the_day(focus, library)
        if unit.id not in scores and (bounding is None or unit.id in bounding)
    ]
    ranked = rank_sentences(focus, read, library)
    if day := focus.day:
        ranked = tuple(sorted(ranked, key=lambda one: day.search(fold(one.sentence.text)) is None))
    best_first = (*(evidence.unit.id for evidence in ranked), *(hit.unit_id for hit in hits))
    bounded = bounding is not None
    judged = _of_best_units(ranked, _UNITS_JUDGED)
    of_comments = query.kind in (QuestionKind.REPLIED, QuestionKind.OUTCOME)
    among = bounding if of_comments else within  # what no comment speaks of got no reply
    shortfall = find_shortfall(query, focus, units, judged, library, bounded=bounded, within=among)
    if query.kind is QuestionKind.FACT and not (
        ABOUT_COMMENTS.search(query.completed) or focus.day
    ):
        ranked = tuple(sorted(ranked, key=_laid_down_first))
    value = asked_value(query.completed)
    if shortfall is None and value and is_of_things(value, query):
        ranked = bound_first(value, query, focus, ranked, library)
    return _Reading(units, ranked, tuple(dict.fromkeys(best_first)), shortfall)


def _laid_down_first(evidence: Evidence) -> float:
    """Best first; what somebody wished for stands behind the same words laid down."""
    return -evidence.score * (_OF_AN_OPINION if isinstance(evidence.unit, Comment) else 1.0)


def _of_the_day(focus: Focus, library: Library) -> Iterator[Unit]:
    """The units that write the day a question names; search knows only its figures."""
    for record in library.catalog.documents() if focus.day else ():
        for unit in library.catalog.units_of(record.id):
            if focus.day and focus.day.search(fold(unit.text)):
                yield unit


def _of_best_units(ranked: tuple[Evidence, ...], count: int) -> tuple[Evidence, ...]:
    """The sentences of the units with the best sentences."""
    best = list(dict.fromkeys(evidence.unit.id for evidence in ranked))[:count]
    return tuple(evidence for evidence in ranked if evidence.unit.id in best)
