"""What was replied to one sender, where no comment of theirs is singled out."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.answers import Claim, Draft, Status
from assistant.comments.comment_table import comment_rows, evidence
from assistant.comments.residue import left_over
from assistant.lookup import answer_about_comments
from assistant.query import Query, QuestionKind
from assistant.understanding.mentions import fold
from assistant.wording.phrases import phrase
from index.documents import Comment
from index.library import Library

_FEW = 4  # comments that are shown with their replies; more are listed with what came of them
_REACTION = re.compile(r"回答|返答|返事|答え|反応|見解|取?り?扱[いわう]|どうな[っり]")
_ASKED_OF_ALL = (re.compile(r"政府|国|市|当局|役所|事務局|考え方?|その後"), _REACTION)
_PART_OF_THEM = re.compile(r"うち|何件|件数|いくつ|だけ|もの|どれ|以外|ほか|他の|\d")


def replies_to_sender(query: Query, library: Library) -> Draft | None:
    """All replies to the comments of one sender: none is cut, and none is chosen for the reader."""
    named = query.mentions
    if len(query.submitters) != 1 or named.comments or named.sections or named.meetings:
        return None
    rest = fold(query.completed).replace(query.submitters[0], "")
    asks = query.kind in (QuestionKind.REPLIED, QuestionKind.OUTCOME) or _REACTION.search(rest)
    if not asks or query.among or _PART_OF_THEM.search(rest):
        return None
    comments = library.catalog.comments_by(query.submitters[0])
    if not comments or left_over(query, library, _ASKED_OF_ALL):
        return None
    if len(comments) > _FEW:
        return _listed(query.submitters[0], comments)
    return answer_about_comments(replace(query, kind=QuestionKind.REPLIED), comments, library)


def _listed(submitter: str, comments: tuple[Comment, ...]) -> Draft:
    rows = comment_rows(comments)
    lead = phrase(
        "{submitter}の意見{count}件への対応は、次のとおりです。",
        submitter=submitter,
        count=len(comments),
    )
    return Draft(Status.ANSWERED, (Claim(lead, (evidence(comments[0]),), counted=comments), *rows))
