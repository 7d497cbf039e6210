"""Answers about the comment at one place of the table: the first, the last, the third."""

from __future__ import annotations

import re

from assistant.answers import Claim, Draft, Reference, Status
from assistant.comments.selection import read_selection
from assistant.comments.totals import consultations
from assistant.lookup import answer_about_comments, words_in
from assistant.minutes.places import place_named
from assistant.query import Query
from assistant.understanding.mentions import fold
from assistant.wording import frames as wording
from assistant.wording.phrases import phrase
from index.library import Library

_NTH = re.compile(
    r"(?:(?:一覧|表)の)?(?:(?:一番|いちばん)?(?:最初|最後|末尾|先頭|筆頭)|(?:(?:後ろ|最後|末尾)から)?\d+(?:番|件|つ|個)目)"
    r"(?:に(?:載|掲|並|記載)[^の、]{0,8})?の?(?:意見|コメント)(?!募集)"
    r"|(?:意見|コメント)(?:の(?:うち|中)?(?:で|の)?|で)、?"
    r"(?:(?:(?:後ろ|最後|末尾)から)?\d+(?:番|件|つ|個)目|(?:一番|いちばん)?(?:最初|最後|末尾|先頭|筆頭)(?!に|の(?:質問|会)))"
)


def nth_comment(query: Query, library: Library) -> Draft | None:
    """The comment at a place of the table, of those that the question is confined to."""
    text = fold(query.completed)
    match = _NTH.search(text)
    mentions = query.mentions
    if match is None or mentions.meetings or mentions.comments or mentions.footnotes:
        return None
    selection = read_selection(query, library, (_NTH,))
    if selection.speaks:
        return None
    claims: list[Claim] = []
    for table in consultations(query.documents, library):
        chosen = tuple(filter(selection.holds, table.comments))
        place = place_named(match.group(), len(chosen))
        if place is None:
            continue
        comment = chosen[place]
        lead = phrase(
            "{wanted}のうち、一覧の記載順で{number}番目（全{count}件）は、{comment}です。",
            wanted=selection.phrase,
            number=place % len(chosen) + 1,
            count=len(chosen),
            comment=wording.comment_name(comment),
        )
        evidence = Reference(comment, words_in(comment, comment.submitter))
        before = chosen[: place % len(chosen) + 1]
        claims.append(Claim(lead, (evidence,), counted=chosen, tallies=(before,)))
        claims += answer_about_comments(query, [comment], library).claims
    return Draft(Status.ANSWERED, tuple(claims)) if claims else None
