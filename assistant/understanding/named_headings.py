"""Settles which section a question names by its title instead of its number.

「基本原則の「開放性」はどういう内容ですか」 asks for the section of that title as
「4.3はどういう内容ですか」 does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from assistant.query import Mentions
from assistant.understanding.mentions import fold
from index.documents import DocumentKind, Section
from index.ids import document_slug
from index.library import Library

_QUOTED = re.compile(
    r"「(?P<title>[^「」]{2,40})」(?:という|の)?(?P<place>節|章|項目?|見出し|原則|柱|取組)?"
    r"(?:(?:で|に)?は、?(?:どう|どん|何|なに)|の(?:内容|中身|要点|概要|趣旨|説明|記述|本文)(?:は|を|って|に)"
    r"|(?:の(?:ところ|部分|箇所))(?:では|には|は|を)|(?<=[節章項則])を(?:要約|説明|教え|引用|読))"
)


def sections_by_title(question: str, mentions: Mentions, library: Library) -> Mentions:
    """The mentions with the section whose title a question gives in brackets.

    A title that two sections of policies have names neither.

    Args:
        question: The completed question.
        mentions: What it names by numbers; another place there is the place that is asked.
        library: Holds the sections.
    """
    match = _QUOTED.search(fold(question))
    if match is None or mentions:
        return mentions
    title = document_slug(match["title"])
    numbers = {one.number for one in _of_policies(library) if document_slug(one.title) == title}
    return replace(mentions, sections=tuple(numbers)) if len(numbers) == 1 else mentions


def _of_policies(library: Library) -> Iterator[Section]:
    for record in library.catalog.find_documents(kind=DocumentKind.POLICY):
        for unit in library.catalog.units_of(record.id):
            if isinstance(unit, Section):
                yield unit
