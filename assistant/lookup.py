"""Answers about a comment, footnote or section that the question names."""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.answers import Claim, Draft, Layout, Reference, Status
from assistant.comments.changed_words import where_changed
from assistant.comments.referred_replies import referred_replies
from assistant.query import Query, QuestionKind
from assistant.understanding.kinds import asks_who_and_what_came_of_it
from assistant.wording import frames as wording
from assistant.wording.phrases import phrase
from index.documents import Comment, Footnote, Passage, Section, Unit
from index.library import Library
from index.text.keys import find_quote
from index.text.sentences import split_sentences

_NOUN_AT_END = re.compile(r"[一-鿿々ァ-ヶーA-Za-z0-9・]{2,40}$")
_OPINION = re.compile(r"意見(?!交換|募集)|コメント|提案|要望|指摘|\bcomments?\b", re.IGNORECASE)
_LONGEST_QUOTE = 400  # characters; longer passages are quoted by their first sentences


def quote_start(passage: Passage, longest: int = _LONGEST_QUOTE) -> Passage:
    """The first whole sentences of a passage, up to `longest` characters, at least one."""
    passage = passage.strip()
    if len(passage.text) <= longest:
        return passage
    end = 0
    for sentence in split_sentences(passage):
        if end and end + len(sentence.text) > longest:
            break
        end += len(sentence.text)
    return passage.slice(0, end).strip()


def quoted(unit: Unit, passage: Passage) -> Claim:
    """A quote claim."""
    return Claim(passage.text, (Reference(unit, passage),), Layout.QUOTE)


def words_in(unit: Unit, words: str) -> Passage:
    """The words in the unit, else the unit's beginning."""
    return find_quote(words, unit.passage) or quote_start(unit.passage, 60)


def look_up_comments(query: Query, library: Library) -> Draft | None:
    """The comments a question names by number."""
    comments = [
        comment
        for key in query.mentions.comments
        for comment in library.catalog.comments(key.number, key.branch)
    ]
    return answer_about_comments(query, comments, library) if comments else None


def answer_about_comments(query: Query, comments: Iterable[Comment], library: Library) -> Draft:
    """Submitter, opinion, reply or outcome, as the question asks."""
    several = asks_who_and_what_came_of_it(f"{query.question} {query.completed}")
    kind = QuestionKind.FACT if several else query.kind
    claims = [claim for comment in comments for claim in _about_comment(kind, comment, library)]
    return Draft(Status.ANSWERED, tuple(claims))


def _submitter(comment: Comment) -> Claim:
    text = phrase(
        "{comment}の提出者は{submitter}です。",
        comment=wording.comment_name(comment),
        submitter=comment.submitter,
    )
    return Claim(text, (Reference(comment, words_in(comment, comment.submitter)),))


def _outcome(comment: Comment) -> Claim:
    words = comment.outcome_evidence or comment.reply.text
    return Claim(wording.outcome(comment), (Reference(comment, words_in(comment, words)),))


def _about_comment(kind: QuestionKind, comment: Comment, library: Library) -> list[Claim]:
    opinion = quoted(comment, quote_start(comment.opinion or comment.passage))
    reply = [quoted(comment, quote_start(comment.reply))] if comment.reply else []
    reply += [claim for other in referred_replies(comment, library) for claim in _replied(other)]
    match kind:
        case QuestionKind.WHO:
            return [_submitter(comment), opinion]
        case QuestionKind.REPLIED:
            return [_outcome(comment), *reply, *where_changed(comment, library)]
        case QuestionKind.OUTCOME:
            return [_outcome(comment), *reply, *where_changed(comment, library)]
        case _:
            changed = where_changed(comment, library)
            return [_submitter(comment), opinion, _outcome(comment), *reply, *changed]


def _replied(comment: Comment) -> list[Claim]:
    """The reply to a comment that another reply points to."""
    reply = quoted(comment, quote_start(comment.reply or comment.passage))
    text = phrase("{comment}への回答は次のとおりです。", comment=wording.comment_name(comment))
    return [Claim(text, reply.references), reply]


def look_up_footnotes(query: Query, library: Library) -> Draft | None:
    """The footnotes a question names by number, when it does not ask what became of an opinion."""
    if query.kind in (QuestionKind.REPLIED, QuestionKind.OUTCOME):
        return None
    footnotes: list[Footnote] = [
        footnote
        for number in query.mentions.footnotes
        for footnote in library.catalog.footnotes(number, within=query.documents or None)
    ]
    if not footnotes:
        return None
    claims = [claim for footnote in footnotes for claim in _about_footnote(footnote, library)]
    return Draft(Status.ANSWERED, tuple(claims))


def _about_footnote(footnote: Footnote, library: Library) -> list[Claim]:
    return [quoted(footnote, quote_start(footnote.passage)), *noted_words(footnote, library)]


def noted_words(footnote: Footnote, library: Library) -> list[Claim]:
    """The sentence that a footnote's mark stands in, with where that is."""
    if footnote.marker_unit is None or footnote.marker_offset is None:
        return []
    noted = next(iter(library.catalog.units([footnote.marker_unit])), None)
    if noted is None:  # outside the filter
        return []
    offset = 0
    for sentence in split_sentences(noted.passage):
        if offset <= footnote.marker_offset <= offset + len(sentence.text):
            lead = phrase(
                "脚注{number}は、{label}の次の文に付されています。",
                number=footnote.number,
                label=noted.label,
            )
            place = Claim(lead, (Reference(footnote, footnote.passage.strip()),))
            return [place, quoted(noted, sentence.strip())]
        offset += len(sentence.text)
    return []


def noted_noun(footnote: Footnote, library: Library) -> Reference | None:
    """The noun at which the mark of a footnote stands, in the unit that holds it."""
    if footnote.marker_unit is None or footnote.marker_offset is None:
        return None
    unit = library.catalog.unit(footnote.marker_unit)
    match = _NOUN_AT_END.search(unit.text[: footnote.marker_offset])
    if match is None:
        return None
    return Reference(unit, unit.passage.slice(match.start(), match.end()).strip())


def look_up_sections(query: Query, library: Library) -> Draft | None:
    """The sections a question names by number, when it asks for what they say."""
    sections = [
        section
        for number in query.mentions.sections
        for section in library.catalog.sections(number, within=query.documents or None)
    ]
    if not sections or _asks_of_an_opinion(query):
        return None
    claims = [claim for section in sections for claim in _about_section(section, library)]
    return Draft(Status.ANSWERED, tuple(claims))


def _asks_of_an_opinion(query: Query) -> bool:
    """Whether what was replied to an opinion is asked for, of which the section is the place."""
    asked = query.kind in (QuestionKind.REPLIED, QuestionKind.OUTCOME)
    return asked and _OPINION.search(query.completed) is not None


def _about_section(section: Section, library: Library) -> list[Claim]:
    heading = section.passage.slice(0, section.text.find("\n") % (len(section.text) + 1)).strip()
    claims = [
        Claim(
            phrase("{label}は「{title}」です。", label=section.label, title=section.title),
            (Reference(section, heading),),
        )
    ]
    body = section.passage.slice(len(heading.text), len(section.text)).strip()
    if body:
        claims.append(quoted(section, quote_start(body)))
    children = library.catalog.children(section.id)
    if children:
        claims.append(Claim(phrase("次の節から成ります。"), (Reference(section, heading),)))
        claims += [child_heading(child) for child in children]
    return claims


def child_heading(section: Section) -> Claim:
    """A section's heading as an item of a list."""
    end = section.text.find("\n")
    heading = section.passage.slice(0, end if end >= 0 else len(section.text)).strip()
    return Claim(heading.text, (Reference(section, heading),), Layout.ITEM)
