"""Sets comments side by side that a question describes by sender and content, not by number."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.answers import Draft
from assistant.comments.changes import is_below
from assistant.comments.selection import STATED
from assistant.comments.unexplained import share_held, unexplained
from assistant.comparisons.comparing import COMPARING, SIDE_BY_SIDE
from assistant.comparisons.of_comments import beside_one_another
from assistant.query import Query
from assistant.understanding.mentions import find_mentions, fold
from assistant.understanding.vocabulary import submitter_core
from index.documents import Comment
from index.library import Library

_BORDER = re.compile(r"(?:意見|もの|要望|提案|指摘|の)(?:と|に対し|、)(?!いう|の|して)|。")

_MOST_BESIDE = 4  # comments in one table


def compare_described_comments(query: Query, library: Library) -> Draft | None:
    """A table of the comments that a question tells by who sent them and what they say.

    Of several submitters each has a clause of its own; of one, all on the matter are set out.
    """
    text = fold(query.completed)
    mentions = query.mentions
    if not query.submitters or mentions.comments or mentions.meetings:
        return None
    if not (COMPARING.search(text) or SIDE_BY_SIDE.search(text)):
        return None
    if len(query.submitters) == 1:
        return _of_one_submitter(query, library)
    found = [_described(name, query, library) for name in _in_order(query)]
    comments = [comment for comment in found if comment is not None]
    return beside_one_another(comments) if len(comments) == len(found) else None


def _of_one_submitter(query: Query, library: Library) -> Draft | None:
    """A table of the comments of one submitter that hold every word a question says of them."""
    words = unexplained(query, library, (COMPARING, SIDE_BY_SIDE, STATED))
    sent = library.catalog.comments_by(query.submitters[0]) if words else ()
    chosen = [comment for comment in sent if share_held(comment.text, words) == 1]
    return beside_one_another(chosen) if 1 < len(chosen) <= _MOST_BESIDE else None


def _in_order(query: Query) -> list[str]:
    text = submitter_core(query.completed)
    return sorted(query.submitters, key=lambda name: text.find(submitter_core(name)))


def _described(name: str, query: Query, library: Library) -> Comment | None:
    """The comment of a submitter that fits the clause about it best; None where it says nothing."""
    clauses = _BORDER.split(fold(query.completed))
    core = submitter_core(name)
    clause = next((one for one in clauses if core in submitter_core(one)), None)
    if clause is None:
        return None
    sections = find_mentions(clause).sections
    words = unexplained(replace(query, completed=clause), library, ())
    sent = library.catalog.comments_by(name)
    if not (sections or words) or not sent:
        return None
    aimed = [c for c in sent if any(is_below(t, s) for t in c.targets for s in sections)]
    best = max(aimed or sent, key=lambda comment: share_held(comment.text, words))
    return best if aimed or share_held(best.text, words) else None
