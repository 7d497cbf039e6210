"""Shows the whole words of what was quoted: 「原文を見せて」「もう少し詳しく」."""

from __future__ import annotations

import re

from assistant.answers import Claim, Draft, Layout, Reference, Status
from assistant.lookup import quote_start, quoted
from assistant.minutes.turn_lookup import named_turns
from assistant.query import Query
from assistant.wording.phrases import phrase
from index.documents import Comment, Passage, Unit
from index.library import Library

_WHOLE = re.compile(r"原文|全文|元の文|そのまま(?:引用|見せ)")
_MORE = re.compile(r"もう少し|もっと|詳し[くい]|詳細|具体的に|続き|前後")
_SHOWN = 3  # units
_LONGEST = 1500  # characters of a unit; of a longer one the first sentences


def show_originals(query: Query, library: Library) -> Draft | None:
    """The units in question by their whole text; None where the question asks for no such thing."""
    units = _units(query, library)
    if not units:
        return None
    claims = [claim for unit in units[:_SHOWN] for claim in _whole(unit)]
    if len(units) > _SHOWN:
        left = phrase("残りの{count}か所は省いています。", count=len(units) - _SHOWN)
        claims.append(Claim(left, (), Layout.NOTE))
    return Draft(Status.ANSWERED, tuple(claims))


def _units(query: Query, library: Library) -> tuple[Unit, ...]:
    whole = _WHOLE.search(query.completed)
    if query.among:
        asked = whole or _MORE.search(query.completed)
        return library.catalog.units(query.among) if asked else ()
    catalog, mentions = library.catalog, query.mentions
    if not whole:
        return ()
    if mentions.meetings:
        return named_turns(query, library)
    comments = (c for key in mentions.comments for c in catalog.comments(key.number, key.branch))
    documents = query.documents or None
    notes = (note for number in mentions.footnotes for note in catalog.footnotes(number, documents))
    sections = (s for number in mentions.sections for s in catalog.sections(number, documents))
    return tuple(comments) or tuple(notes) or tuple(sections)


def _whole(unit: Unit) -> list[Claim]:
    parts: list[Passage] = [unit.passage]
    if isinstance(unit, Comment):
        parts = [part for part in (unit.opinion, unit.reason, unit.reply) if part]
    shown = [quote_start(part, _LONGEST) for part in parts]
    lead = phrase("{label}の記載は、次のとおりです。", label=unit.label)
    if any(
        len(part.text) < len(whole.strip().text) for part, whole in zip(shown, parts, strict=True)
    ):
        lead = phrase("{label}の記載は、次のとおりです（長いため始めの部分）。", label=unit.label)
    first = Reference(unit, shown[0])
    return [Claim(lead, (first,)), *(quoted(unit, part) for part in shown)]
