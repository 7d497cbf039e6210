"""Whether what was found speaks of what was asked; if not, what it lacks.

A raw search score says little: something always comes first. What tells is whether the
telling words of the question, or words close to them, stand in one of the units; whether
what is asked of a thing (its fee, its chair) is spoken of there; whether a figure, a sum or
a date stands there where one is asked for; and whether the question names somebody or
something that no document mentions.

The constants were chosen on the sample and reference cases together with 71 questions
written for this from the documents alone, 41 of them near misses.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answers import Status
from assistant.passages.attribute import Attribute, asked_attribute, asks_only
from assistant.passages.binding import is_bound
from assistant.passages.closeness import is_in, is_spoken_of, support
from assistant.passages.evidence import Evidence
from assistant.passages.foreign_terms import names_nothing_held, unheld_english
from assistant.passages.key_terms import asks_whether_written, uncovered_term
from assistant.passages.named_bodies import unheld_body
from assistant.passages.scope import ABOUT_COMMENTS
from assistant.passages.shortfall import Lack, Shortfall
from assistant.passages.topic import is_off_topic, is_place, names_only_unheld
from assistant.passages.values import (
    ANY_NUMBER,
    CASES,
    MONEY,
    PEOPLE,
    PIECES,
    SHARE,
    TIME,
    AskedValue,
    Figure,
    asked_value,
    number_asked,
    presupposed_figure,
    without_figure,
)
from assistant.passages.years import is_of_another_year, other_ordinal
from assistant.query import Language, Query, QuestionKind
from assistant.understanding.focus import Focus
from assistant.understanding.mentions import fold
from assistant.understanding.speaking import ASKS_WHO_SAID, OPINION_TOLD
from assistant.wording.phrases import phrase
from index.documents import Comment, Unit
from index.library import Library
from index.text.keys import search_key
from index.text.morphology import NameKind, content_words, proper_names, tokens
from index.text.sentences import split_sentences

_UNITS = 5
_LEAST_SUPPORT = 0.37
_LEAST_SUPPORT_WITHIN_BOUNDS = 0.3  # a named meeting or kind already says what it is about
_LEAST_SUPPORT_TO_BE_WRITTEN = 0.5  # whether it is written at all: what is near does not tell
# Share of the question's words that stand by a figure that is to refute another.
_LEAST_BESIDE_OTHER = 0.4
# A figure is told of what is asked by at least this share of the words beside another.
_AS_MUCH = 0.6
# What stands by a value, as a share of what stands in the sentence that has most of it.
_LEAST_BESIDE = 0.36
# whoever the documents speak of by what they do, not by who said something
_NAMES_OF_PEOPLE = re.compile(
    r"(?:\d\s*(?:人|名)|職員|担当者|責任者|講師|犯人|相談員|専任者?)の(?:お?名前|氏名)(?:は|を|って|が|[?。]|$)"
)
_DAY = re.compile(r"いつ(?!から)|何月")
_ALL_OF_IT = 0.88  # share of the question's words in a unit that speaks of little else
# What is told with particles is no term that a text must have: 「攻める側が有利」の意味.
_CLAUSE = re.compile(
    r"[、。]|[一-鿿ァ-ヶー](?:は|が|を)(?=.)|(?:て|ない|なかっ|[うくすつぬぶむるた])[一-鿿]"
)


def sufficiency(
    query: Query, focus: Focus, units: Sequence[Unit], library: Library, *, bounded: bool
) -> Status:
    """Whether units speak of the question's matter; see `find_shortfall`.

    They may be one side of a comparison, so that the rest may be spoken of by the other.
    """
    shortfall = _topic_shortfall(query, focus, units, library, bounded=bounded, partly=True)
    return shortfall.status if shortfall else Status.ANSWERED


def find_shortfall(
    query: Query,
    focus: Focus,
    units: Sequence[Unit],
    ranked: Sequence[Evidence],
    library: Library,
    *,
    bounded: bool,
    within: frozenset[str] | None = None,
) -> Shortfall | None:
    """What the best units lack to answer the question; None where they can.

    Args:
        query: The question as understood.
        focus: Its telling words.
        units: What search found, best first.
        ranked: Their sentences, best first.
        library: Gives similarities.
        bounded: Whether the question confined the search to some units.
        within: Ids of the only units that may answer; None for all.
    """
    if not ranked:
        return Shortfall(Lack.SUPPORT)
    found = _topic_shortfall(query, focus, units, library, bounded=bounded, within=within)
    if found is not None:
        return found
    # Of English words put side by side none tells what is asked of a thing.
    listed = query.language is Language.ENGLISH and "・" in _without_names(query)
    by_somebody = query.kind is QuestionKind.WHO and ASKS_WHO_SAID.search(query.completed)
    asked = query.completed
    if query.kind in (QuestionKind.REPLIED, QuestionKind.OUTCOME):
        asked = OPINION_TOLD.sub("", asked)  # what an opinion asked is not asked of the reply
    attribute = None if listed or by_somebody else asked_attribute(asked)
    if attribute and not is_spoken_of(attribute, focus, units[:_UNITS], library):
        lack = Lack.TOPIC if is_place(attribute.owner) else Lack.ATTRIBUTE
        return Shortfall(lack, attribute.words, attribute.owner)
    # on which page something stands is told by its place, and who sent it by the table
    placed = query.kind is QuestionKind.WHERE or by_somebody
    value = None if placed else asked_value(asked)
    in_english = query.language is Language.ENGLISH
    if value is None and in_english and not ABOUT_COMMENTS.search(asked):
        value = number_asked(asked)
    if value and (
        not _is_given(value, attribute, query, focus, ranked)
        or (is_of_things(value, query) and not is_bound(value, query, focus, ranked, library))
        or is_of_another_year(query.completed, value, ranked)
    ):
        return Shortfall(Lack.VALUE, value.name)
    if _NAMES_OF_PEOPLE.search(asked) and not any(_names_a_person(one) for one in ranked):
        return Shortfall(Lack.VALUE, phrase("氏名"))
    if other := other_ordinal(query.completed, ranked):
        return Shortfall(Lack.NAME, other)
    presupposed = presupposed_figure(query.completed)
    return _other_figure(presupposed, focus, units, ranked) if presupposed else None


def _names_a_person(evidence: Evidence) -> bool:
    names = proper_names(evidence.sentence.text)
    return any(name.kind is NameKind.PERSON for name in names)


def is_of_things(value: AskedValue, query: Query) -> bool:
    """Whether it is a number or share of people, machines or cases, named where counted.

    Of comments tables are asked, whose lines name only their part. In English days and
    numbers of whatever it is are asked of a thing in few words too.
    """
    if value.name in (PEOPLE, PIECES, SHARE):
        return True
    if value.name == CASES:
        return ABOUT_COMMENTS.search(query.completed) is None
    in_english = query.language is Language.ENGLISH
    is_day = value.name == TIME and _DAY.search(query.completed) is not None
    return in_english and (is_day or value.form is ANY_NUMBER)


def _without_names(query: Query) -> str:
    text = query.completed
    for name in query.submitters:
        text = text.replace(name, "")
    return text


def _other_figure(
    presupposed: Figure, focus: Focus, units: Sequence[Unit], ranked: Sequence[Evidence]
) -> Shortfall | None:
    """That the figure taken for granted is said of nothing like it, but another of its kind is."""
    beside = without_figure(presupposed, focus)
    others = [one for one in ranked if presupposed.has_rival_in(one.sentence.text)]
    # what somebody asks for refutes less than what is laid down
    others.sort(key=lambda one: isinstance(one.unit, Comment))
    found = next((one for one in others if one.coverage >= _LEAST_BESIDE_OTHER), None)
    stated = (
        beside.coverage(sentence.text)
        for unit in units
        for sentence in split_sentences(unit.passage)
        if presupposed.stands_in(sentence.text)
    )
    of_others = max((beside.coverage(one.sentence.text) for one in others), default=0.0)
    if found is None or max(stated, default=-1.0) >= _AS_MUCH * of_others:
        return None
    return Shortfall(Lack.FIGURE, presupposed.written, instead=found)


def _topic_shortfall(
    query: Query,
    focus: Focus,
    units: Sequence[Unit],
    library: Library,
    *,
    bounded: bool,
    within: frozenset[str] | None = None,
    partly: bool = False,
) -> Shortfall | None:
    read = units[:_UNITS]
    if not read:
        return Shortfall(Lack.SUPPORT)
    if query.submitters:
        return None  # all that was searched is what this submitter sent
    texts = [unit.text for unit in read]
    if is_off_topic(query, focus, read, library):
        return Shortfall(Lack.TOPIC)
    held_or_close = float(support(focus, texts, library).max())
    missing = (
        unheld_body(query, library)
        or unheld_english(query, focus, read, library)
        or uncovered_term(query, focus, read, library, within, partly=partly)
    )
    is_clause = _CLAUSE.search(focus.term) is not None
    if not (missing or partly or is_clause or _stands(focus.term, read, library)):
        missing = focus.term
    if missing:
        attribute = asked_attribute(query.completed)
        of_place = attribute is not None and is_place(attribute.owner)
        off_topic = of_place or _names_nothing_held(query, read, library)
        return Shortfall(Lack.TOPIC if off_topic else Lack.NAME, missing)
    least = _LEAST_SUPPORT_WITHIN_BOUNDS if bounded else _LEAST_SUPPORT
    if asks_whether_written(query):
        least = _LEAST_SUPPORT_TO_BE_WRITTEN
    return None if held_or_close >= least else Shortfall(Lack.SUPPORT)


def _names_nothing_held(query: Query, units: Sequence[Unit], library: Library) -> bool:
    """Whether the question names things, and none of them is one that documents hold."""
    if query.language is Language.ENGLISH:
        return names_nothing_held(query, library)
    return names_only_unheld(query, units, library)


def _stands(term: str, units: Sequence[Unit], library: Library) -> bool:
    """Whether some text has the term whose meaning is asked for, or a sentence all its words."""
    words = {word.normal for word in content_words(term)}
    sentences = (sentence for unit in units for sentence in split_sentences(unit.passage))
    return (
        not words
        or any(words.issubset(tokens(one.text)) for one in sentences)
        or any(
            term in search_key(unit.text)
            for record in library.catalog.documents()
            for unit in library.catalog.units_of(record.id)
        )
    )


def _is_given(
    value: AskedValue,
    attribute: Attribute | None,
    query: Query,
    focus: Focus,
    ranked: Sequence[Evidence],
) -> bool:
    """Whether such a value stands in a sentence that speaks of what is asked.

    That sentence names the attribute (the 被害額), or has to do with the question nearly as
    much as the best one; a sum may also stand apart in a unit that speaks of little else.
    """
    asked = fold(query.completed)
    least = _LEAST_BESIDE * max(evidence.coverage for evidence in ranked)
    return any(
        value.found_in(evidence.sentence.text, asked)
        and (value.name != MONEY or _names_a_thing_of(query, attribute, evidence, focus))
        and (
            evidence.coverage >= least
            or (attribute is not None and attribute.words in evidence.sentence.text)
            or (value.name == MONEY and focus.coverage(evidence.unit.text) >= _ALL_OF_IT)
        )
        for evidence in ranked
    )


def _names_a_thing_of(
    query: Query, attribute: Attribute | None, evidence: Evidence, focus: Focus
) -> bool:
    """Whether the unit or a heading above names one of the things the question names.

    What is done to a thing (replacing it) is done to others too, at another price. Where no
    thing is named, what is done must be.
    """
    words = content_words(fold(query.completed))
    asked = attribute.words if attribute else ""
    telling = [word for word in words if len(word.surface) > 1 and word.surface not in asked]
    things = [word for word in telling if word.is_thing and not asks_only(word.normal)]
    named = [word.normal for word in things] or [word for word, _ in focus.words if word != asked]
    text = " ".join((evidence.unit.label, *evidence.unit.locator.heading_path, evidence.unit.text))
    forms = focus.forms(text)
    return not named or any(is_in(word, forms) for word in named)
