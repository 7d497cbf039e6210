"""Long lists of comments as a table: who sent each, on what, and what came of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import Enum

from assistant.answers import Claim, Layout, Reference
from assistant.comments.changes import Place, standings
from assistant.lookup import quote_start, quoted, words_in
from assistant.tabular import nothing, table_claim
from assistant.wording import frames as wording
from assistant.wording.phrases import joined, phrase
from index.documents import Comment, Outcome
from index.library import Library

_READ_AS_LIST = 8  # so many lines still read well
_QUOTED = 160  # characters of an opinion or reply below its row
_QUOTED_IN_CELL = 60  # the same, in a cell


class Told(Enum):
    """What of each comment is told beside its row."""

    NOTHING = ""
    OPINION = phrase("意見の書き出し")
    REPLY = phrase("回答の書き出し")


def comment_rows(
    comments: Sequence[Comment],
    places: Mapping[str, Sequence[Place]] | None = None,
    told: Told = Told.NOTHING,
) -> list[Claim]:
    """All comments, as a list where they are few and as a table where they are many.

    Args:
        comments: All that are listed.
        places: By the id of a comment, where its new words stand.
        told: What of each is told, by its first sentences.
    """
    found = places or {}
    if is_long(comments):
        return [comment_table(comments, found, told)]
    return [
        claim
        for comment in comments
        for claim in (
            comment_row(comment, found.get(comment.id, ())),
            *first_words(comment, told),
        )
    ]


def first_words(comment: Comment, told: Told, longest: int = _QUOTED) -> tuple[Claim, ...]:
    """The first sentences of a comment's opinion or reply; nothing where neither is told."""
    words = {Told.OPINION: comment.opinion, Told.REPLY: comment.reply}.get(told)
    return (quoted(comment, quote_start(words, longest)),) if words else ()


def comment_row(comment: Comment, places: Sequence[Place] = ()) -> Claim:
    """One comment: who sent it, on what, what came of it, where its words stand."""
    text = wording.comment_row(comment)
    if places:
        labels = joined("、", dict.fromkeys(place.unit.label for place in places))
        text = phrase("{row}（修正後の文言は{labels}に記載）", row=text, labels=labels)
    references = (Reference(place.unit, place.words) for place in places)
    return Claim(text, (evidence(comment), *references), Layout.ITEM)


def new_places(comment: Comment, library: Library) -> tuple[Place, ...]:
    """Where the words that a comment brought about stand."""
    if comment.outcome is not Outcome.REVISED:
        return ()
    return tuple(place for found in standings(comment, library) for place in found.places)


def comment_table(
    comments: Sequence[Comment],
    places: Mapping[str, Sequence[Place]],
    told: Told = Told.NOTHING,
) -> Claim:
    """A table with a row for each comment.

    Args:
        comments: All that are listed.
        places: By the id of a comment, where its new words stand; empty for no such column.
        told: What of each is told in a column of its own.
    """
    columns = [phrase("意見"), phrase("提出者"), phrase("該当箇所"), phrase("対応")]
    rows = [
        [_key(comment), _submitter(comment), _target(comment), _outcome(comment)]
        for comment in comments
    ]
    if told is not Told.NOTHING:
        columns.insert(3, told.value)
        for row, comment in zip(rows, comments, strict=True):
            row[3:3] = first_words(comment, told, _QUOTED_IN_CELL) or (nothing(),)
    if any(places.values()):
        columns.append(phrase("修正後の文言"))
        for row, comment in zip(rows, comments, strict=True):
            row.append(_standing(places.get(comment.id, ())))
    return table_claim(columns, rows)


def is_long(comments: Sequence[Comment]) -> bool:
    """Whether so many comments read better as a table."""
    return len(comments) > _READ_AS_LIST


def evidence(comment: Comment) -> Reference:
    """The words that decide the outcome, else the submitter's name."""
    return Reference(comment, words_in(comment, comment.outcome_evidence or comment.submitter))


def _key(comment: Comment) -> Claim:
    return Claim(wording.comment_name(comment), (evidence(comment),))


def _submitter(comment: Comment) -> Claim:
    return Claim(comment.submitter, (evidence(comment),))


def _target(comment: Comment) -> Claim:
    target = comment.target_text.strip("-－ ")
    return Claim(target, (evidence(comment),)) if target else nothing()


def _outcome(comment: Comment) -> Claim:
    return Claim(wording.OUTCOME_NAMES[comment.outcome], (evidence(comment),))


def _standing(places: Sequence[Place]) -> Claim:
    if not places:
        return Claim("", (), Layout.NOTE)
    labels = joined("、", dict.fromkeys(place.unit.label for place in places))
    text = phrase("{labels}に記載", labels=labels)
    return Claim(text, tuple(Reference(place.unit, place.words) for place in places))
