"""The item of a list inside one text that is asked for by its number: 「3(2)の4番目の項目」.

A list is a run of lines of which each begins with a mark: ①, ア, a bullet.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.answers import Claim, Draft, Layout, Reference, Status
from assistant.lookup import quoted
from assistant.minutes.places import place_named
from assistant.query import Query
from assistant.understanding.mentions import fold
from assistant.understanding.numerals import value_of
from assistant.wording.phrases import phrase
from index.documents import Passage, Section, Unit
from index.library import Library

_ITEM = re.compile(
    r"^[ 　]*(?:[-・*][ 　]*[①-⑳]?|[①-⑳]|[ア-ン][.．、])[ 　]*(?P<item>.+)$", re.MULTILINE
)
_ASKED = re.compile(
    r"(?:\d+|[一二三四五六七八九十])(?:番目|[つ個点][目め])|(?<=[のはで、])最[初後](?=[のはを]|に(?:挙|あ|示))"
)
_COUNT = re.compile(r"(?P<count>\d+|[一二三四五六七八九十])(?:つ|個|項目|点)(?!目)")


def lists_of(unit: Unit) -> Iterator[tuple[Passage, ...]]:
    """The lists in a text of at least two items, each item without its mark."""
    run: list[Passage] = []
    end = -1
    for match in _ITEM.finditer(unit.text):
        if match.start() != end + 1:
            if len(run) > 1:
                yield tuple(run)
            run = []
        run.append(unit.passage.slice(match.start("item"), match.end()).strip())
        end = match.end()
    if len(run) > 1:
        yield tuple(run)


def nth_listed(query: Query, library: Library) -> Draft | None:
    """The items at that place of the lists of a section; a refusal where all are shorter."""
    text, mentions = fold(query.completed), query.mentions
    if len(mentions.sections) != 1 or mentions.comments or mentions.meetings:
        return None
    if _ASKED.search(text) is None:
        return None
    sections = library.catalog.sections(mentions.sections[0], query.documents or None)
    if len(sections) != 1 or library.catalog.children(sections[0].id):
        return None
    section = sections[0]
    lists = list(lists_of(section))
    counted = {value_of(match["count"]) for match in _COUNT.finditer(text)}
    lists = [items for items in lists if len(items) in counted] or lists
    found = [_of_list(section, items, place) for items in lists for place in _places(text, items)]
    if found:
        return Draft(Status.ANSWERED, tuple(claim for claims in found for claim in claims))
    return _too_few(section, max(lists, key=len)) if lists else None


def _places(text: str, items: tuple[Passage, ...]) -> Iterator[int]:
    place = place_named(text, len(items))
    if place is not None:
        yield place % len(items)


def _of_list(section: Section, items: tuple[Passage, ...], place: int) -> tuple[Claim, ...]:
    lead = phrase(
        "{label}に挙げられている{count}項目の{number}番目は、次のとおりです。",
        label=section.label,
        count=len(items),
        number=place + 1,
    )
    return (Claim(lead, (Reference(section, items[place]),)), quoted(section, items[place]))


def _too_few(section: Section, items: tuple[Passage, ...]) -> Draft:
    note = phrase(
        "{label}に挙げられているのは{count}項目までです。", label=section.label, count=len(items)
    )
    return Draft(Status.PREMISE_WRONG, (Claim(note, (), Layout.NOTE), quoted(section, items[-1])))
