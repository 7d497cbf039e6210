"""Answers to 「5つの基本原則は」: the headings below the section that is named.

The number in the question decides nothing by itself: a section answers only when its
title is what the question names, or its text announces that many of them, and it has
exactly that many subsections of one style.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answers import Claim, Draft, Reference, Status
from assistant.comments.residue import left_over
from assistant.lookup import child_heading, quoted
from assistant.query import Query
from assistant.understanding.mentions import fold
from assistant.understanding.numerals import either_way, value_of
from assistant.wording.phrases import phrase
from index.documents import DocumentKind, Section, Unit, UnitKind
from index.ids import document_slug
from index.library import Library
from index.text.keys import search_key
from index.text.morphology import content_words

_ENUMERATION = re.compile(
    r"(\d+|[一二三四五六七八九十])(?:つ|個|本|点|項目)?の([^\s、。？?はがをにで]{2,20})"
)
# 「基本原則を五つとも」: the number behind what is counted
_ENUMERATION_AFTER = re.compile(
    r"([^\s、。？?「」はがをにでのた]{2,20})(?:を|は|が|の|、)?"
    r"(\d+|[一二三四五六七八九十])(?:つ|個|本|点|項目)(?!の|目)"
)
_ALL = re.compile(
    r"すべて|全て|全部|全項目|列挙|挙げ|一覧|並べ|何と何|何々|何がありますか|何があるか|(?:は|とは)(?:何|なに)"
    r"|(?:いくつ|何個|幾つ)|(?:どんな|どのような)ものがあ"
)
_WORDS_OF_ALL = (
    _ALL,
    re.compile(r"何|なに|名称|項目|題名|見出し|掲げ|定め|示さ|書か|載|おい|中身|つ|個|幾|なっ"),
)
_OUT_OF_THEM = re.compile(r"の(?:うち|中|内)")  # 「五つの原則のうち四番目」
_SECTIONS_TRIED = 5
_SHORTEST_TITLE = 2  # characters
_FEWEST = 2  # subsections that can be told one after another
_NEAR = 15  # characters after the number in which what it counts is named
_SHORT_ITEM = 250  # characters; what is longer is a section to be read, not an item of a list


def _asked(question: str) -> tuple[tuple[int, str], ...]:
    """(how many, of what) in the question."""
    text = fold(question)
    before = [(match[1], match[2]) for match in _ENUMERATION.finditer(text)]
    after = [(match[2], match[1]) for match in _ENUMERATION_AFTER.finditer(text)]
    return tuple((value_of(number), noun) for number, noun in (*before, *after))


def enumerate_sections(query: Query, library: Library) -> Draft | None:
    """The subsections of the one section that the question names and counts."""
    for count, subject in _asked(query.completed):
        for section in _sections_naming(count, subject, query, library):
            for children in _of_one_style(library.catalog.children(section.id)):
                if len(children) == count:
                    return _listed(section, children)
    return _all_below_title(query, library)


def _all_below_title(query: Query, library: Library) -> Draft | None:
    """All subsections of the section by whose title the question asks for all of something."""
    text = document_slug(fold(query.completed))
    if not _ALL.search(text) or query.mentions:
        return None
    titled = [
        (document_slug(fold(section.title)), section)
        for section in _policy_sections(query, library)
        if len(document_slug(section.title)) >= _SHORTEST_TITLE
    ]
    named = [(title, section) for title, section in titled if title in text]
    for title, section in sorted(named, key=lambda pair: -len(pair[0])):
        children = library.catalog.children(section.id)
        if len(children) < _FEWEST:
            continue
        known = (re.compile(re.escape(title), re.IGNORECASE), *_WORDS_OF_ALL)
        rest = left_over(query, library, known)
        if all(_is_part_of_a_title(word, library) for word in rest):
            return _listed(section, children)
    return None


def _is_part_of_a_title(word: str, library: Library) -> bool:
    """Whether a word only helps to name a document: the city, or a title without it."""
    titles = (document_slug(fold(record.title)) for record in library.catalog.documents())
    return any(word in title for title in titles)


def enumerate_found(query: Query, units: Sequence[Unit], library: Library) -> Draft | None:
    """The subsections of the best section found that has as many as the question counts."""
    asked = _asked(query.completed)
    for section in units[:_SECTIONS_TRIED]:
        if not isinstance(section, Section):
            continue
        for children in _of_one_style(library.catalog.children(section.id)):
            counted = [noun for count, noun in asked if count == len(children)]
            titled = document_slug(fold(section.title)) in document_slug(fold(query.completed))
            if counted and (
                titled or any(_speaks_of(noun, len(children), section) for noun in counted)
            ):
                return _listed(section, children)
    return None


def _speaks_of(noun: str, count: int, section: Section) -> bool:
    """Whether a section's title, or its text beside the number, has the noun that is counted.

    Of 「重要施設分野」 that is the last word: a section on 重要施設 does not count 分野.
    """
    numbered = rf"{either_way(count)}(?:つ|個|本|点|項目)の?"
    near = re.findall(rf"{numbered}(.{{,{_NEAR}}})", fold(section.text))
    places = [search_key(place) for place in (section.title, *near)]
    counted = _OUT_OF_THEM.split(noun)[0]
    words = [search_key(word.surface) for word in content_words(counted)]
    return not words or any(words[-1] in place for place in places)


def _sections_naming(count: int, subject: str, query: Query, library: Library) -> list[Section]:
    """Sections of that title, then those whose text announces so many of it.

    Looked for in the documents the question names, else in all policies.
    """
    sections = _policy_sections(query, library)
    wanted = search_key(subject)
    announced = re.compile(rf"{either_way(count)}(?:つ|個|本|点)?の{re.escape(wanted)}")
    titled = [section for section in sections if search_key(section.title) == wanted]
    announcing = [section for section in sections if announced.search(search_key(section.text))]
    return [*titled, *announcing]


def _policy_sections(query: Query, library: Library) -> list[Section]:
    """The sections of the documents that a question names, else of all policies."""
    documents = query.documents or tuple(
        record.id for record in library.catalog.documents() if record.kind is DocumentKind.POLICY
    )
    return [
        unit
        for document in documents
        for unit in library.catalog.units_of(document, UnitKind.SECTION)
        if isinstance(unit, Section)
    ]


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
