"""The element of a list that is asked for by its number, and that the list has not so many.

「基本原則の3番目」 is the third heading below the section of that title. The sixth of five is a
wrong premise, and so is the eighth of what a text says there are seven of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.answers import Claim, Draft, Layout, Reference, Status
from assistant.lookup import child_heading, quote_start, quoted, words_in
from assistant.passages.attribute import asks_only
from assistant.query import Query
from assistant.understanding.mentions import fold
from assistant.understanding.numerals import either_way, value_of
from assistant.wording import frames as wording
from assistant.wording.phrases import phrase
from index.documents import Comment, Passage, Section, Unit
from index.ids import document_slug
from index.library import Library
from index.text.morphology import content_words
from index.text.sentences import split_sentences

_DIGITS = r"\d{1,2}|[一二三四五六七八九十]"
_NTH = rf"(?<![\d第])(?P<number>{_DIGITS})\s*(?:番目|[つ個件]目)"
_NOUN = r"[一-鿿々ァ-ヶーA-Za-z・]+(?:な[一-鿿]+)?(?:え方)?"
_NTH_OF = re.compile(rf"(?P<noun>{_NOUN})(?:のうち|の中)?(?:で|の)?、?{_NTH}(?!の(?:{_NOUN})が)")
_NTH_NOUN = re.compile(
    rf"(?:(?P<owner>{_NOUN})[^、。]{{0,12}}?)?{_NTH}(?:に[^、。]{{1,8}}?)?の?(?P<noun>{_NOUN})"
)
_NTH_COMMENT = re.compile(rf"{_NTH}[^。]{{0,12}}?(?:意見|コメント|要望|提案|指摘)")
# What meetings, agendas, rosters and tables hold is counted where these are looked up.
_COUNTED_ELSEWHERE = re.compile(
    r"(?:意見|コメント|要望|提案|指摘|会[合議]|議題|議事|事項|発言|回答|回|表|図|行|欄|ページ|頁|段落|章|節"
    r"|脚注|名簿|出席者|委員|人|(?<!え)方|者|日|月|年)$"
)
_OF_ENGLISH = re.compile(r"第(\d+)・")  # the sixth principle, its words put side by side
_COUNTER = r"\s*(?:つの|個の|種類の|の)?"


@dataclass(frozen=True, slots=True)
class _Asked:
    """An element that is asked for: which, of what, and of whose where that is said."""

    number: int
    noun: str
    owner: str = ""


@dataclass(frozen=True, slots=True)
class _Count:
    """How many there are of something, and what says so."""

    number: int
    unit: Unit
    words: Passage


def nth_element(query: Query, library: Library) -> Draft | None:
    """The heading at a place of a list; a refusal where the list ends before."""
    if query.submitters:
        return _beyond_comments(query, library)
    mentions = query.mentions
    if mentions.meetings or mentions.comments or mentions.footnotes or mentions.turns:
        return None
    for asked in _asked(fold(query.completed)):
        for section in _titled(asked.noun, query, library):
            items = library.catalog.children(section.id)
            if asked.number <= len(items):
                return _of_section(section, items[: asked.number])
            return _beyond(asked, _Count(len(items), section, quote_start(section.passage)))
        counts = [] if _is_told(asked, library) else list(_counts(asked, query, library))
        most = max(counts, key=lambda count: count.number, default=None)
        if most and most.number < asked.number:
            return _beyond(asked, most)
    return None


def _of_section(section: Section, items: tuple[Section, ...]) -> Draft:
    """The last of the first sections below another, and that it is the last of so many."""
    item = items[-1]
    text = phrase(
        "{section}の{number}番目は、{item}です。",
        section=section.label,
        number=len(items),
        item=f"{item.number} {item.title}",
    )
    lead = Claim(text, child_heading(item).references, counted=items)
    return Draft(Status.ANSWERED, (lead, quoted(item, quote_start(item.passage))))


def _beyond(asked: _Asked, count: _Count) -> Draft:
    note = phrase(
        "「{noun}」は{count}までで、{number}番目は、収録している文書に記載がありません。",
        noun=asked.noun,
        count=count.number,
        number=asked.number,
    )
    lead = phrase("{label}には、次のように記載されています。", label=count.unit.label)
    evidence = Claim(lead, (Reference(count.unit, count.words),))
    claims = (Claim(note, (), Layout.NOTE), evidence, quoted(count.unit, count.words))
    return Draft(Status.PREMISE_WRONG, claims)


def _beyond_comments(query: Query, library: Library) -> Draft | None:
    """A refusal where the question asks for a later comment than the last that somebody sent."""
    match = _NTH_COMMENT.search(fold(query.completed))
    if match is None or len(query.submitters) != 1 or query.mentions.comments:
        return None
    name = query.submitters[0]
    comments = library.catalog.comments_by(name)
    number = value_of(match["number"])
    if not comments or number <= len(comments):
        return None
    note = phrase(
        "{name}の意見は{count}件で、{number}番目の意見はありません。",
        name=name,
        count=len(comments),
        number=number,
    )
    return Draft(Status.PREMISE_WRONG, (Claim(note, (), Layout.NOTE), *map(_listed, comments)))


def _listed(comment: Comment) -> Claim:
    evidence = Reference(comment, words_in(comment, comment.submitter))
    return Claim(wording.comment_row(comment), (evidence,), Layout.ITEM)


def _asked(text: str) -> Iterator[_Asked]:
    """Each ordinal of the question with what it is one of."""
    question = _OF_ENGLISH.sub(r"\1番目の", text)
    for match in _NTH_OF.finditer(question):
        if not _COUNTED_ELSEWHERE.search(match["noun"]):
            yield _Asked(value_of(match["number"]), match["noun"])
    for match in _NTH_NOUN.finditer(question):
        noun, owner = match["noun"], match["owner"] or ""
        if not _COUNTED_ELSEWHERE.search(noun) and (owner or not asks_only(noun)):
            yield _Asked(value_of(match["number"]), noun, owner if asks_only(noun) else "")


def _titled(noun: str, query: Query, library: Library) -> Iterator[Section]:
    """The sections of that title with others below."""
    key = document_slug(fold(noun))
    for unit in _units(query, library):
        is_titled = isinstance(unit, Section) and document_slug(fold(unit.title)) == key
        if isinstance(unit, Section) and is_titled and library.catalog.children(unit.id):
            yield unit


def _counts(asked: _Asked, query: Query, library: Library) -> Iterator[_Count]:
    """How many of a thing the documents say that there are.

    「13分野」 says it of 重要インフラ分野 where the rest of the noun stands beside it.
    """
    words = content_words(asked.noun)
    head = asked.noun[words[-1].start :] if words else asked.noun
    beside = (asked.noun.removesuffix(head), asked.owner)
    counted = re.compile(rf"(?<![\d.,第])(?P<count>{_DIGITS}){_COUNTER}(?:{asked.noun}|{head})")
    for unit in _units(query, library):
        for sentence in split_sentences(unit.passage):
            match = counted.search(fold(sentence.text))
            about = fold(" ".join((*unit.locator.heading_path, sentence.text)))
            if match and all(part in about for part in beside):
                yield _Count(value_of(match["count"]), unit, sentence)


def _is_told(asked: _Asked, library: Library) -> bool:
    """Whether a text speaks of the element by its number: 第三の脅威."""
    number = either_way(asked.number)
    told = re.compile(rf"{number}(?:つ目|番目)?の{asked.noun}")
    return any(told.search(fold(unit.text)) for unit in _units(None, library))


def _units(query: Query | None, library: Library) -> Iterator[Unit]:
    """The units of the documents that the question names, else of all."""
    named = query.documents if query else ()
    for record in library.catalog.documents():
        if not named or record.id in named:
            yield from library.catalog.units_of(record.id)
