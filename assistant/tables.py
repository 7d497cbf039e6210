"""Counts and lists of comments, complete and exact, from the catalog."""

from __future__ import annotations

import re

from assistant import wording
from assistant.answers import Claim, Draft, Layout, Reference, Status
from assistant.lookup import words_in
from assistant.query import Query
from index.documents import Comment, Outcome
from index.library import Library

_WHOLE = re.compile(
    r"すべて|全て|全部|一覧|列挙|挙げ|どれ|何件|いくつ|番号|リスト|how many|list|\ball\b",
    re.IGNORECASE,
)
_OF_SOMEBODY = re.compile(r"(?:どのような|どんな)意見|意見の内容|意見を教えて|何を求め|何と述べ")
_OUTCOME_WORDS = (
    (Outcome.UNCHANGED, re.compile(r"原案のとおり|原案どおり|原案通り|\bunchanged\b")),
    (Outcome.AGREEMENT, re.compile(r"賛成|賛同|\bagree")),
    (Outcome.FOR_REFERENCE, re.compile(r"参考(?:と|に)|今後の参考")),
    (Outcome.REVISED, re.compile(r"修正|反映|変更|改め|\brevis|\bchanged\b")),
)
_ABOUT_COMMENTS = re.compile(r"意見|コメント|回答|comment", re.IGNORECASE)


def list_comments(query: Query, library: Library) -> Draft | None:
    """The comments of a submitter or of an outcome, where the question asks for all of them."""
    asked = _WHOLE.search(query.completed) or (
        query.submitters and _OF_SOMEBODY.search(query.completed)
    )
    if query.mentions.comments or not asked:
        return None
    outcome = _outcome_asked(query)
    comments = [
        comment
        for comment in _comments_of(query, library)
        if outcome is None or comment.outcome is outcome
    ]
    if not comments or (outcome is None and not query.submitters):
        return None
    return Draft(Status.ANSWERED, (_total(query, comments, outcome), *map(_row, comments)))


def _outcome_asked(query: Query) -> Outcome | None:
    if not _ABOUT_COMMENTS.search(query.completed):
        return None
    found = (outcome for outcome, words in _OUTCOME_WORDS if words.search(query.completed))
    return next(found, None)


def _comments_of(query: Query, library: Library) -> list[Comment]:
    if query.submitters:
        return [
            comment
            for submitter in query.submitters
            for comment in library.catalog.comments_by(submitter)
        ]
    return list(library.catalog.all_comments())


def _total(query: Query, comments: list[Comment], outcome: Outcome | None) -> Claim:
    whose = "・".join(query.submitters)
    what = f"「{wording.OUTCOME_NAMES[outcome]}」に当たる意見" if outcome else "意見"
    text = f"{whose}の{what}は{len(comments)}件です。".removeprefix("の")
    first = comments[0]
    reference = Reference(first, words_in(first, first.submitter))
    return Claim(text, (reference,), counted=tuple(comments))


def _row(comment: Comment) -> Claim:
    place = f"　{comment.target_text}" if comment.target_text.strip("-－ ") else ""
    name = wording.OUTCOME_NAMES[comment.outcome]
    text = f"{wording.comment_name(comment)}（{comment.submitter}）{place}　対応: {name}"
    words = comment.outcome_evidence or comment.submitter
    return Claim(text, (Reference(comment, words_in(comment, words)),), Layout.ITEM)
