"""Answers a question that asks several things at once: each by itself, one after the other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.answers import Claim, Draft, Layout, Reference, Status
from assistant.clause_by_clause import Part, clause_by_clause
from assistant.gather import gather
from assistant.query import Language, Query, QuestionKind
from assistant.understanding.several import joined_questions
from assistant.understanding.understand import understand
from assistant.understanding.vocabulary import Vocabulary
from assistant.wording.phrases import phrase
from index.library import Library

_ANSWERED = (Status.ANSWERED, Status.PARTIAL)
_ASKS_A_COUNT = re.compile(r"何[件者人名社個]|いくつ|件数|の数")
_FIGURE = re.compile(r"\d+[件者人名社つ](?!目)")
_FOUND_OR_NOT = (*_ANSWERED, Status.NOT_IN_DOCUMENTS)


def gather_in_parts(query: Query, library: Library) -> Draft:
    """The draft of an answer to each of the questions asked.

    Where the answer to the whole says as much, it is given. Where one part has no answer and
    the whole has none either, the others are answered, and the answer says what is not found.
    """
    apart = query.parts or _in_parts(query, library)
    parts = tuple(Part(part.question, gather(part, library)) for part in apart)
    if parts and all(part.is_answered for part in parts):
        return _joined([part.draft for part in parts])
    whole = gather(query, library)
    if any(part.draft.status not in _FOUND_OR_NOT for part in parts):
        return whole
    parts = parts or clause_by_clause(query, library)
    if not any(part.is_answered for part in parts):
        return whole
    if not all(part.is_answered for part in parts):
        return whole if whole.status in _ANSWERED else _in_part(parts)
    as_good = _is_as_good(whole, parts, query.kind)
    return whole if as_good else _joined([part.draft for part in parts])


def _in_parts(query: Query, library: Library) -> tuple[Query, ...]:
    if query.language is Language.ENGLISH or query.among:
        return ()
    vocabulary = Vocabulary(library)
    joined = joined_questions(query.completed)
    return tuple(understand(part, vocabulary) for part in joined) if len(joined) > 1 else ()


def _is_as_good(whole: Draft, parts: Sequence[Part], kind: QuestionKind) -> bool:
    """Whether the answer to the whole says all, or says for certain what its parts do not.

    That nobody is named, with which the answer to the first part begins, is to be said, unless
    the whole, which tells more of the matter, finds who it was.
    """
    if whole.status is Status.PREMISE_WRONG:
        return True  # what the question as a whole takes for granted no part need show
    unnamed = parts[0].draft.status is Status.PARTIAL and kind is not QuestionKind.WHO
    if unnamed and whole.status is Status.ANSWERED:
        return False
    told = whole.status in _ANSWERED and all(_is_told(part, whole) for part in parts)
    if all(part.draft.status is Status.ANSWERED for part in parts):
        return told and whole.status is Status.ANSWERED
    return told or whole.status is Status.ANSWERED


def _is_told(part: Part, whole: Draft) -> bool:
    """Whether the whole answer says what the answer to a part says, of what was searched first.

    Of what is only counted it need not show the list.
    """
    leads = " ".join(claim.text for claim in whole.claims if claim.layout is Layout.LEAD)
    counted = next((c for c in part.draft.claims if c.layout is Layout.LEAD), None)
    if _ASKS_A_COUNT.search(part.clause) and counted and not part.draft.retrieved:
        figures = set(_FIGURE.findall(counted.text))
        return bool(figures) and figures <= set(_FIGURE.findall(leads))
    told = list(_places(whole.claims))
    said = list(_places(part.draft.claims))
    if part.draft.retrieved:
        quotes = (claim for claim in part.draft.claims if claim.layout is Layout.QUOTE)
        said = list(_places((*quotes,)[:1]))
    return all(any(_is_within(place, other) for other in told) for place in said)


def _places(claims: Sequence[Claim]) -> Iterator[Reference]:
    for claim in claims:
        yield from claim.references


def _is_within(place: Reference, other: Reference) -> bool:
    """Whether a quote stands in another of its unit."""
    return place.unit.id == other.unit.id and place.quote.text in other.quote.text


def _in_part(parts: Sequence[Part]) -> Draft:
    """What is answered, and which of the questions are not."""
    found = _joined([part.draft for part in parts if part.is_answered])
    missing = [part for part in parts if not part.is_answered]
    notes = tuple(_missing(part) for part in missing)
    suggestions = tuple(unit for part in missing for unit in part.draft.suggestions)
    return Draft(Status.PARTIAL, (*found.claims, *notes), found.retrieved, suggestions)


def _missing(part: Part) -> Claim:
    """What is wrong with a question that is not answered, or that nothing answers it."""
    if part.draft.status is Status.PREMISE_WRONG:
        return Claim(part.draft.claims[0].text, (), Layout.NOTE)
    text = phrase(
        "お尋ねのうち「{asked}」に答える記載は、見つかりませんでした。", asked=part.clause
    )
    return Claim(text, (), Layout.NOTE)


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
