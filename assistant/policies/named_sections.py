"""Answers about a section that the question names by number."""

from __future__ import annotations

import re

from assistant.answers import Claim, Draft, Layout, Reference, Status
from assistant.lookup import child_heading, quote_start, quoted
from assistant.passages.scope import ABOUT_COMMENTS
from assistant.policies.whereabouts import PAGE_ASKED, heading_of, page_of, path_to
from assistant.query import Query, QuestionKind
from assistant.understanding.mentions import fold
from assistant.wording.phrases import phrase
from index.documents import DocumentKind, Section
from index.library import Library

#: The heading of a section is asked for, not those below it: 「5.2の見出しは何ですか」.
OWN_HEADING = re.compile(
    r"(?:[\d)①-⑳ivx]|\d[章節項])(?:という(?:節|項|章))?(?:の|は、?(?:何という|どんな|どういう))(?:章|節|項目?)?"
    r"(?:見出し文?|題[名目]?|標題|表題|タイトル|名前?|名称)"
    r"(?!の?(?:一覧|リスト)|(?:は|を|が)?、?[^。、]{0,6}?(?:全|すべ|列|並|いくつ|どれだけ|何[個件つ]))"
)


def look_up_sections(query: Query, library: Library) -> Draft | None:
    """The sections a question names by number, when it asks for what they say."""
    sections = [
        section
        for number in query.mentions.sections
        for section in library.catalog.sections(number, within=query.documents or None)
    ]
    if not sections or _asks_of_an_opinion(query):
        return None
    sections = [s for s in sections if _is_of_a_policy(s, library)] or sections
    text = fold(query.completed)
    if OWN_HEADING.search(text):
        claims = [_titled(section) for section in sections]
    elif PAGE_ASKED.search(text):
        claims = [c for section in sections for c in (_titled(section), *_page(section, library))]
    else:
        claims = [claim for section in sections for claim in _about(section, library)]
    return Draft(Status.ANSWERED, tuple(claims))


def _is_of_a_policy(section: Section, library: Library) -> bool:
    """Whether it is one of the text of a policy; 出席者 is the third of any minutes."""
    document = library.catalog.document(section.id.partition("#")[0])
    return document.kind is DocumentKind.POLICY


def _asks_of_an_opinion(query: Query) -> bool:
    """Whether what was replied to an opinion is asked for, of which the section is the place."""
    asked = query.kind in (QuestionKind.REPLIED, QuestionKind.OUTCOME)
    return asked and ABOUT_COMMENTS.search(query.completed) is not None


def _titled(section: Section) -> Claim:
    text = phrase("{label}は「{title}」です。", label=section.label, title=section.title)
    return Claim(text, (Reference(section, heading_of(section)),))


def _page(section: Section, library: Library) -> tuple[Claim, ...]:
    """On which page a section stands, and below which headings."""
    note = Claim(phrase("収録している本文からは、ページは分かりません。"), (), Layout.NOTE)
    path = path_to(section, library)
    return (page_of(section, library) or note, *((path,) if path else ()))


def _about(section: Section, library: Library) -> list[Claim]:
    heading = heading_of(section)
    claims = [_titled(section)]
    body = section.passage.slice(len(heading.text), len(section.text)).strip()
    if body:
        claims.append(quoted(section, quote_start(body)))
    children = library.catalog.children(section.id)
    if children:
        text = phrase("次の{count}つの節から成ります。", count=len(children))
        claims.append(Claim(text, (Reference(section, heading),)))
        claims += [child_heading(child) for child in children]
    return claims
