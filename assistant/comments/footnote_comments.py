"""Answers about the comments that a footnote of a policy goes back to."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.answers import Draft
from assistant.comments.changes import standings
from assistant.lookup import answer_about_comments, quote_start, quoted
from assistant.query import Query, QuestionKind
from assistant.understanding.mentions import fold
from index.documents import Comment, Footnote, Outcome
from index.library import Library

_ABOUT_COMMENTS = re.compile(
    r"意見(?!交換)|コメント|パブコメ|提出者|提案|要望|注文|苦言|求め|訴え|頼ん|働きかけ|[さかえ]せたのは"
    r"|\b(?:comment|submi|propos|suggest|ask(?:ed)? for|request|demand)",
    re.IGNORECASE,
)


def comments_on_footnotes(query: Query, library: Library) -> Draft | None:
    """The comments that name the footnotes of a question, or whose new words stand in them."""
    mentions = query.mentions
    if not mentions.footnotes or mentions.comments or mentions.meetings:
        return None
    asked = f"{query.question} {query.completed}"
    if not (query.submitters or _ABOUT_COMMENTS.search(fold(asked))):
        return None
    footnotes = {
        footnote.id: footnote
        for number in mentions.footnotes
        for footnote in library.catalog.footnotes(number, within=query.documents or None)
    }
    found = [
        comment
        for comment in library.catalog.all_comments()
        if (not query.submitters or comment.submitter in query.submitters)
        and (_names(comment, mentions.footnotes) or _changed(comment, footnotes, library))
    ]
    if not found:
        return None
    draft = answer_about_comments(replace(query, kind=QuestionKind.FACT), found, library)
    kept = tuple(quoted(note, quote_start(note.passage)) for note in footnotes.values())
    return replace(draft, claims=(*draft.claims, *kept))


def _names(comment: Comment, numbers: tuple[int, ...]) -> bool:
    named = re.compile(rf"脚注\s*(?:{'|'.join(map(str, numbers))})(?!\d)")
    return named.search(fold(f"{comment.target_text} {comment.text}")) is not None


def _changed(comment: Comment, footnotes: dict[str, Footnote], library: Library) -> bool:
    if comment.outcome is not Outcome.REVISED:
        return False
    found = (place.unit.id for made in standings(comment, library) for place in made.places)
    return any(unit in footnotes for unit in found)
