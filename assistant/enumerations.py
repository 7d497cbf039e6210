"""Answers to 「5つの基本原則は」: the headings below the section that is named.

The number in the question decides nothing by itself: a section answers only when its
title is what the question names and it has exactly that many subsections.
"""

from __future__ import annotations

import re

from index.library import Library

from assistant.answers import Claim, Draft, Reference, Status
from assistant.lookup import child_heading
from assistant.mentions import fold
from assistant.query import Query
from index.documents import DocumentKind, Section, UnitKind
from index.ids import document_slug
from index.text.keys import search_key

_ENUMERATION = re.compile(
    r"(\d+|[一二三四五六七八九十])(?:つ|個|本|点|項目)?の([^\s、。？?はがをにで]{2,20})"
)
_KANJI = {digit: value for value, digit in enumerate("一二三四五六七八九十", start=1)}


def _asked(question: str) -> tuple[tuple[int, str], ...]:
    """(how many, of what) in the question."""
    return tuple(
        (_KANJI.get(match[1]) or int(match[1]), match[2])
        for match in _ENUMERATION.finditer(fold(question))
    )


def enumerate_sections(query: Query, library: Library) -> Draft | None:
    """The subsections of the one section that the question names and counts."""
    for count, subject in _asked(query.completed):
        for section in _sections_titled(subject, query, library):
            children = library.catalog.children(section.id)
            if len(children) == count:
                return _listed(section, children)
    return None


def _sections_titled(subject: str, query: Query, library: Library) -> list[Section]:
    """Sections of that title in the documents the question names, else in all policies."""
    wanted = search_key(subject)
    documents = query.documents or tuple(
        record.id for record in library.catalog.documents() if record.kind is DocumentKind.POLICY
    )
    return [
        unit
        for document in documents
        for unit in library.catalog.units_of(document, UnitKind.SECTION)
        if isinstance(unit, Section) and search_key(unit.title) == wanted
    ]


def _listed(section: Section, children: tuple[Section, ...]) -> Draft:
    end = section.text.find("\n")
    heading = section.passage.slice(0, end if end >= 0 else len(section.text)).strip()
    lead = Claim(
        f"{section.label}「{document_slug(section.title)}」に挙げられているのは、"
        f"次の{len(children)}つです。",
        (Reference(section, heading),),
        counted=children,
    )
    return Draft(Status.ANSWERED, (lead, *map(child_heading, children)))
