"""Answers a question that asks several things at once: each by itself, one after the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.answers import Claim, Draft, Layout, Reference, Status
from assistant.gather import gather
from assistant.query import Language, Query
from assistant.render import render
from assistant.understanding.clauses import clauses_asked, points_back
from assistant.understanding.followups.turns import topic_of
from assistant.understanding.mentions import fold
from assistant.understanding.several import joined_questions
from assistant.understanding.understand import understand
from assistant.understanding.vocabulary import Vocabulary
from index.library import Library

_ANSWERED = (Status.ANSWERED, Status.PARTIAL)


def gather_in_parts(query: Query, library: Library) -> Draft:
    """The draft of an answer to each of the questions asked; to the whole where one fails."""
    parts = query.parts or _in_parts(query, library)
    if len(parts) >= 2:
        drafts = [gather(part, library) for part in parts]
        if all(draft.status in _ANSWERED for draft in drafts):
            return _joined(drafts)
    whole = gather(query, library)
    drafts = [] if len(parts) >= 2 or query.among else _one_after_the_other(query, whole, library)
    joined = _joined(drafts)
    is_less = whole.status is Status.ANSWERED is not joined.status
    told = whole.status in _ANSWERED and all(_is_told(draft, whole) for draft in drafts)
    return whole if told or is_less or not drafts else joined


def _in_parts(query: Query, library: Library) -> tuple[Query, ...]:
    if query.language is Language.ENGLISH or query.among:
        return ()
    vocabulary = Vocabulary(library)
    return tuple(understand(part, vocabulary) for part in joined_questions(query.completed))


def _one_after_the_other(query: Query, whole: Draft, library: Library) -> list[Draft]:
    """What is found for each clause, in the light of what was found before; none if one fails."""
    clauses = () if query.language is Language.ENGLISH else clauses_asked(query.completed)
    if clauses == (fold(query.completed).strip().removesuffix("。"),):
        return []
    vocabulary = Vocabulary(library)
    history: tuple[tuple[str, str], ...] = ()
    drafts: list[Draft] = []
    for clause in clauses:
        part = understand(clause, vocabulary, history)
        if bare := bool(history) and _is_bare(part):
            part = understand(f"{topic_of(clauses[0])}について、{clause}", vocabulary)
        draft = gather(part, library)
        besides = part.among and not points_back(clause)  # 「個人は何件で、企業は何件ですか」
        # tables tell of the rest of what they told of, not what is found somewhere
        strays = bare and draft.retrieved and not whole.retrieved
        if besides or strays or draft.status not in _ANSWERED:
            return []
        drafts.append(draft)
        text, _ = render(draft.claims)
        history = (*history, (clause, text))
    return drafts


def _is_bare(part: Query) -> bool:
    """Whether a clause names no place, and was not completed: 「目標は何%ですか」."""
    named = part.mentions or part.documents or part.submitters or part.people or part.among
    return not named and part.completed == part.question


def _is_told(part: Draft, whole: Draft) -> bool:
    """Whether the whole answer says what the answer to a part says, of what was searched first."""
    told = list(_places(whole.claims))
    said = list(_places(part.claims))
    if part.retrieved:
        quotes = (claim for claim in part.claims if claim.layout is Layout.QUOTE)
        said = list(_places((*quotes,)[:1]))
    return all(any(_is_within(place, other) for other in told) for place in said)


def _places(claims: Sequence[Claim]) -> Iterator[Reference]:
    for claim in claims:
        yield from claim.references


def _is_within(place: Reference, other: Reference) -> bool:
    """Whether one of two quotes of a unit holds the other."""
    one, two = place.quote.text, other.quote.text
    return place.unit.id == other.unit.id and (one in two or two in one)


def _joined(drafts: Sequence[Draft]) -> Draft:
    claims: list[Claim] = []
    for draft in drafts:  # two parts may have the same list, or sentences of the same turn
        told = {(claim.text, claim.layout) for claim in claims}
        new = [claim for claim in draft.claims if (claim.text, claim.layout) not in told]
        lists = any(claim.layout is Layout.LEAD for claim in new)  # what it leads to it shows
        claims += [c for c in draft.claims if c in new or (lists and c.layout is Layout.ITEM)]
    worst = (draft.status for draft in drafts if draft.status is Status.PARTIAL)
    retrieved = dict.fromkeys(unit for draft in drafts for unit in draft.retrieved)
    return Draft(next(worst, Status.ANSWERED), tuple(claims), tuple(retrieved))
