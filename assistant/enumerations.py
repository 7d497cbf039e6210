"""Answers to 「5つの基本原則は」: the headings below the section that is named.

The number in the question decides nothing by itself: a section answers only when its
title is what the question names, or its text announces that many of them, and it has
exactly that many subsections of one style.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answers import Claim, Draft, Reference, Status
from assistant.lookup import child_heading, quoted
from assistant.mentions import fold
from assistant.phrases import phrase
from assistant.query import Query
from index.documents import DocumentKind, Section, Unit, UnitKind
from index.ids import document_slug
from index.library import Library
from index.text.keys import search_key

_ENUMERATION = re.compile(
    r"(\d+|[一二三四五六七八九十])(?:つ|個|本|点|項目)?の([^\s、。？?はがをにで]{2,20})"
)
_SECTIONS_TRIED = 5
_SHORT_ITEM = 250  # characters; what is longer is a section to be read, not an item of a list
_KANJI = {digit: value for value, digit in enumerate("一二三四五六七八九十", start=1)}
_NUMERALS = {value: digit for digit, value in _KANJI.items()}


def _asked(question: str) -> tuple[tuple[int, str], ...]:
    """(how many, of what) in the question."""
    return tuple(
        (_KANJI.get(match[1]) or int(match[1]), match[2])
        for match in _ENUMERATION.finditer(fold(question))
    )


def enumerate_sections(query: Query, library: Library) -> Draft | None:
    """The subsections of the one section that the question names and counts."""
    for count, subject in _asked(query.completed):
        for section in _sections_naming(count, subject, query, library):
            for children in _of_one_style(library.catalog.children(section.id)):
                if len(children) == count:
                    return _listed(section, children)
    return None


def enumerate_found(query: Query, units: Sequence[Unit], library: Library) -> Draft | None:
    """The subsections of the best section found that has as many as the question counts."""
    counts = {count for count, _ in _asked(query.completed)}
    for section in units[:_SECTIONS_TRIED]:
        if not isinstance(section, Section):
            continue
        for children in _of_one_style(library.catalog.children(section.id)):
            if len(children) in counts:
                return _listed(section, children)
    return None


def _sections_naming(count: int, subject: str, query: Query, library: Library) -> list[Section]:
    """Sections of that title, then those whose text announces so many of it.

    Looked for in the documents the question names, else in all policies.
    """
    documents = query.documents or tuple(
        record.id for record in library.catalog.documents() if record.kind is DocumentKind.POLICY
    )
    sections = [
        unit
        for document in documents
        for unit in library.catalog.units_of(document, UnitKind.SECTION)
        if isinstance(unit, Section)
    ]
    wanted = search_key(subject)
    announced = re.compile(
        rf"(?:{count}|{_NUMERALS.get(count, count)})(?:つ|個|本|点)?の{re.escape(wanted)}"
    )
    titled = [section for section in sections if search_key(section.title) == wanted]
    announcing = [section for section in sections if announced.search(search_key(section.text))]
    return [*titled, *announcing]


def _of_one_style(children: tuple[Section, ...]) -> tuple[tuple[Section, ...], ...]:
    """All children, then those numbered (1), (2) … and those numbered otherwise."""
    bracketed = tuple(child for child in children if child.number.endswith(")"))
    plain = tuple(child for child in children if not child.number.endswith(")"))
    return children, bracketed, plain


def _listed(section: Section, children: tuple[Section, ...]) -> Draft:
    end = section.text.find("\n")
    heading = section.passage.slice(0, end if end >= 0 else len(section.text)).strip()
    lead = Claim(
        phrase(
            "{label}「{title}」に挙げられているのは、次の{count}つです。",
            label=section.label,
            title=document_slug(section.title),
            count=len(children),
        ),
        (Reference(section, heading),),
        counted=children,
    )
    items = (claim for child in children for claim in (child_heading(child), *_body(child)))
    return Draft(Status.ANSWERED, (lead, *items))


def _body(child: Section) -> tuple[Claim, ...]:
    """What a short item says under its heading."""
    end = child.text.find("\n")
    body = child.passage.slice(end, len(child.text)).strip() if end >= 0 else None
    return (quoted(child, body),) if body and len(body.text) <= _SHORT_ITEM else ()
