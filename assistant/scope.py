"""Where an answer is to be looked for: bounds that the question sets, and leanings.

A meeting, section or submitter that is named bounds the search; what was replied, and
what came of it, only comments can tell. A title, a kind of
document or a year that is mentioned only makes some documents likelier than others,
for people often mix up where they read a thing.
"""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.query import Query, QuestionKind
from index.documents import Comment, DocumentKind, Section, Utterance
from index.library import Library
from index.search import Hit
from index.stores.records import DocumentRecord
from index.text.eras import find_dates

_LEANING = 0.15  # share of the best score that a likelier document's units gain
_SEARCHED = 60
_HEADING_ONLY = 12  # characters

_SPOKEN = re.compile(
    r"(?:た|ている|る|う)のは(?:誰|だれ|どなた|どこ|どの|どんな)|(?:発言|提案|提出|要望|指摘)者"
    r"|(?:誰|だれ|どなた)が(?:述べ|言|発言|提案|求め|指摘|尋ね|提出|主張|紹介|報告)"
    r"|\bwho (?:said|asked|proposed|suggested|requested|submitted|pointed|argued|called|warned)",
    re.IGNORECASE,
)

_KIND_WORDS = (
    (
        DocumentKind.COMMENTS,
        re.compile(
            r"意見(?:募集|提出)|パブリック|パブコメ|提出(?:者|し|され)|という(?:意見|提案|指摘|批判|要望)"
            r"|(?:回答|修正|反映)(?:し|され|は|を|内容)|\b(?:comment|request|submi)",
            re.IGNORECASE,
        ),
    ),
    (
        DocumentKind.MINUTES,
        re.compile(
            r"会合|会議で|構成員|出席者|発言|述べた|述べて|紹介した|議事|席上"
            r"|\b(?:meeting|participant|member|speaker)",
            re.IGNORECASE,
        ),
    ),
    (DocumentKind.POLICY, re.compile(r"戦略|方針|脚注|\b(?:strategy|policy|draft)", re.IGNORECASE)),
    (DocumentKind.SLIDES, re.compile(r"スライド|概要資料|図解|\bslides?\b", re.IGNORECASE)),
)


def bounds(query: Query, library: Library) -> frozenset[str] | None:
    """Ids of the units a question confines itself to; None where it does not."""
    catalog = library.catalog
    if query.submitters:
        return frozenset(
            comment.id for name in query.submitters for comment in catalog.comments_by(name)
        )
    sections = tuple(
        section
        for number in query.mentions.sections
        for section in catalog.sections(number, within=query.documents or None)
    )
    if sections:
        return frozenset(_units_below(sections, library))
    if query.mentions.meetings:
        return frozenset(
            unit.id for document in query.documents for unit in catalog.units_of(document)
        )
    if query.kind in (QuestionKind.REPLIED, QuestionKind.OUTCOME) and not query.documents:
        return frozenset(comment.id for comment in catalog.all_comments()) or None
    return None


def _units_below(sections: tuple[Section, ...], library: Library) -> list[str]:
    """The sections with all that stands below them, footnotes and turns included."""
    found: list[str] = []
    for section in sections:
        document = section.id.partition("#")[0]
        below = {section.id}
        for unit in library.catalog.units_of(document):
            if unit.id in below or unit.parent in below:
                below.add(unit.id)
        found += below
    return found


def asks_for_a_speaker(query: Query) -> bool:
    """Whether the question asks who said or sent something."""
    return query.kind is QuestionKind.WHO and bool(_SPOKEN.search(query.completed))


def search(query: Query, wanted: str, library: Library, limit: int) -> tuple[Hit, ...]:
    """Search within the bounds, with the leanings counted in.

    Args:
        query: The question as understood.
        wanted: What to search for.
        library: Where to search.
        limit: How many units at most.
    """
    hits = _telling(library.search(wanted, within=bounds(query, library), limit=_SEARCHED))
    if asks_for_a_speaker(query):
        hits = _spoken(hits, library) or hits
    likely = _likely(query, library)
    if not hits or not likely:
        return hits[:limit]
    gain = _LEANING * hits[0].score
    leaned = (
        replace(hit, score=hit.score + gain) if hit.unit_id.partition("#")[0] in likely else hit
        for hit in hits
    )
    return tuple(sorted(leaned, key=lambda hit: -hit.score)[:limit])


def _telling(hits: tuple[Hit, ...]) -> tuple[Hit, ...]:
    """The hits without those that are a heading and nothing more."""
    return tuple(hit for hit in hits if len(hit.passage.text.strip()) > _HEADING_ONLY)


def _spoken(hits: tuple[Hit, ...], library: Library) -> tuple[Hit, ...]:
    """The hits that somebody said or sent."""
    units = library.catalog.units(hit.unit_id for hit in hits)
    spoken = {unit.id for unit in units if isinstance(unit, Utterance | Comment)}
    return tuple(hit for hit in hits if hit.unit_id in spoken)


def _likely(query: Query, library: Library) -> frozenset[str]:
    """Ids of the documents the question seems to speak of."""
    records = library.catalog.documents()
    if query.documents:
        return frozenset(query.documents)
    years = {mention.iso[:4] for mention in find_dates(query.completed) if not mention.relative}
    of_year = [record for record in records if record.date and record.date[:4] in years]
    return frozenset(record.id for record in of_year or _of_kind(query, records))


def _of_kind(query: Query, records: tuple[DocumentRecord, ...]) -> list[DocumentRecord]:
    for kind, words in _KIND_WORDS:
        if words.search(query.completed):
            return [record for record in records if record.kind is kind]
    return []
