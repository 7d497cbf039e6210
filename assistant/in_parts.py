"""Answers a question that asks several things at once: each by itself, one after the other."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answers import Claim, Draft, Status
from assistant.gather import gather
from assistant.query import Language, Query
from assistant.understanding.several import joined_questions
from assistant.understanding.understand import understand
from assistant.understanding.vocabulary import Vocabulary
from index.library import Library

_ANSWERED = (Status.ANSWERED, Status.PARTIAL)


def gather_in_parts(query: Query, library: Library) -> Draft:
    """The draft of an answer to each of the questions asked; to the whole where one fails."""
    parts = query.parts or _in_parts(query, library)
    if len(parts) < 2:
        return gather(query, library)
    drafts = [gather(part, library) for part in parts]
    if any(draft.status not in _ANSWERED for draft in drafts):
        return gather(query, library)
    return _joined(drafts)


def _in_parts(query: Query, library: Library) -> tuple[Query, ...]:
    if query.language is Language.ENGLISH or query.among:
        return ()
    vocabulary = Vocabulary(library)
    return tuple(understand(part, vocabulary) for part in joined_questions(query.completed))


def _joined(drafts: Sequence[Draft]) -> Draft:
    claims: list[Claim] = []
    for draft in drafts:  # two rosters of one answer may have the same line
        told = {(claim.text, claim.layout) for claim in claims}
        claims += [claim for claim in draft.claims if (claim.text, claim.layout) not in told]
    worst = (draft.status for draft in drafts if draft.status is Status.PARTIAL)
    retrieved = dict.fromkeys(unit for draft in drafts for unit in draft.retrieved)
    return Draft(next(worst, Status.ANSWERED), tuple(claims), tuple(retrieved))
