"""Answers a question that asks several things at once: each by itself, one after the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.answers import Claim, Draft, Layout, Reference, Status
from assistant.gather import gather
from assistant.query import Language, Query, QuestionKind
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
    drafts = [] if len(parts) >= 2 else _one_after_the_other(query, whole, library)
    if not drafts or drafts[0].status not in _ANSWERED:
        return whole
    if drafts[-1].status not in _ANSWERED:
        return whole if whole.status in _ANSWERED else _but_for_the_last(drafts)
    return whole if _is_as_good(whole, drafts, query.kind) else _joined(drafts)


def _is_as_good(whole: Draft, drafts: Sequence[Draft], kind: QuestionKind) -> bool:
    """Whether the answer to the whole says all, or says for certain what its parts do not.

    That nobody is named, with which the answer to the first part begins, is to be said, unless
    the whole, which tells more of the matter, finds who it was.
    """
    unnamed = drafts[0].status is Status.PARTIAL and kind is not QuestionKind.WHO
    if unnamed and whole.status is Status.ANSWERED:
        return False
    told = whole.status in _ANSWERED and all(_is_told(draft, whole) for draft in drafts)
    partly = any(draft.status is Status.PARTIAL for draft in drafts)
    return told or (whole.status is Status.ANSWERED and partly)


def _in_parts(query: Query, library: Library) -> tuple[Query, ...]:
    if query.language is Language.ENGLISH or query.among:
        return ()
    vocabulary = Vocabulary(library)
    return tuple(understand(part, vocabulary) for part in joined_questions(query.completed))


def _one_after_the_other(query: Query, whole: Draft, library: Library) -> list[Draft]:
    """What is found for each clause, in the light of what was found before, until one fails."""
    clauses = () if query.language is Language.ENGLISH else clauses_asked(query.completed)
    if clauses == (fold(query.completed).strip().removesuffix("。"),):
        return []
    vocabulary = Vocabulary(library)
    history: tuple[tuple[str, str], ...] = ()
    drafts: list[Draft] = []
    for clause in clauses:
        part = understand(clause, vocabulary, history)
        if not history:
            part = replace(part, among=query.among, near=query.near, apart_from=query.apart_from)
        draft = gather(part, library)
        bare = bool(history) and _is_bare(part)
        if bare and (draft.retrieved or draft.status not in _ANSWERED):
            part = understand(f"{topic_of(clauses[0])}について、{clause}", vocabulary)
            draft = gather(part, library)
        # 「個人は何件で、企業は何件ですか」
        besides = history and part.among and not points_back(clause)
        # tables tell of the rest of what they told of, not what is found somewhere
        strays = bare and draft.retrieved and not whole.retrieved
        if besides or strays:
            return []
        drafts.append(draft)
        if draft.status not in _ANSWERED:
            break
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


def _but_for_the_last(drafts: Sequence[Draft]) -> Draft:
    """What the first parts are answered with, and that the last one cannot be."""
    found, refused = _joined(drafts[:-1]), drafts[-1]
    notes = [claim for claim in refused.claims if not claim.references]
    return replace(
        found,
        status=Status.PARTIAL,
        claims=(*found.claims, *notes[:1]),
        suggestions=refused.suggestions,
    )


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
