"""Answers about a comment, footnote or section that the question names."""

from __future__ import annotations

from collections.abc import Iterable

from assistant import wording
from assistant.answers import Claim, Draft, Layout, Reference, Status
from assistant.changed_words import where_changed
from assistant.query import Query, QuestionKind
from index.documents import Comment, Footnote, Outcome, Passage, Section, Unit
from index.library import Library
from index.text.keys import find_quote
from index.text.sentences import split_sentences

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
    claims = [
        claim for comment in comments for claim in _about_comment(query.kind, comment, library)
    ]
    return Draft(Status.ANSWERED, tuple(claims))


def _submitter(comment: Comment) -> Claim:
    text = f"{wording.comment_name(comment)}の提出者は{comment.submitter}です。"
    return Claim(text, (Reference(comment, words_in(comment, comment.submitter)),))


def _outcome(comment: Comment) -> Claim:
    words = comment.outcome_evidence or comment.reply.text
    return Claim(wording.outcome(comment), (Reference(comment, words_in(comment, words)),))


def _about_comment(kind: QuestionKind, comment: Comment, library: Library) -> list[Claim]:
    opinion = quoted(comment, quote_start(comment.opinion or comment.passage))
    reply = [quoted(comment, quote_start(comment.reply))] if comment.reply else []
    match kind:
        case QuestionKind.WHO:
            return [_submitter(comment), opinion]
        case QuestionKind.REPLIED:
            return [_outcome(comment), *reply, *where_changed(comment, library)]
        case QuestionKind.OUTCOME:
            changed = [*reply, *where_changed(comment, library)]
            return [_outcome(comment), *(changed if comment.outcome is Outcome.REVISED else [])]
        case _:
            changed = where_changed(comment, library)
            return [_submitter(comment), opinion, _outcome(comment), *reply, *changed]


def look_up_footnotes(query: Query, library: Library) -> Draft | None:
    """The footnotes a question names by number."""
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
    claims = [quoted(footnote, quote_start(footnote.passage))]
    if footnote.marker_unit is None or footnote.marker_offset is None:
        return claims
    noted = next(iter(library.catalog.units([footnote.marker_unit])), None)
    if noted is None:  # outside the filter
        return claims
    offset = 0
    for sentence in split_sentences(noted.passage):
        if offset <= footnote.marker_offset <= offset + len(sentence.text):
            lead = f"脚注{footnote.number}は、{noted.label}の次の文に付されています。"
            place = Claim(lead, (Reference(footnote, footnote.passage.strip()),))
            return [*claims, place, quoted(noted, sentence.strip())]
        offset += len(sentence.text)
    return claims


def look_up_sections(query: Query, library: Library) -> Draft | None:
    """The sections a question names by number, when it asks for what they say."""
    sections = [
        section
        for number in query.mentions.sections
        for section in library.catalog.sections(number, within=query.documents or None)
    ]
    if not sections:
        return None
    claims = [claim for section in sections for claim in _about_section(section, library)]
    return Draft(Status.ANSWERED, tuple(claims))


def _about_section(section: Section, library: Library) -> list[Claim]:
    heading = section.passage.slice(0, section.text.find("\n") % (len(section.text) + 1)).strip()
    claims = [Claim(f"{section.label}は「{section.title}」です。", (Reference(section, heading),))]
    body = section.passage.slice(len(heading.text), len(section.text)).strip()
    if body:
        claims.append(quoted(section, quote_start(body)))
    children = library.catalog.children(section.id)
    if children:
        claims.append(Claim("次の節から成ります。", (Reference(section, heading),)))
        claims += [child_heading(child) for child in children]
    return claims


def child_heading(section: Section) -> Claim:
    """A section's heading as an item of a list."""
    end = section.text.find("\n")
    heading = section.passage.slice(0, end if end >= 0 else len(section.text)).strip()
    return Claim(heading.text, (Reference(section, heading),), Layout.ITEM)
