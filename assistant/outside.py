"""Says that what was asked for lies outside the filter, where that is why it was not found."""

from __future__ import annotations

from dataclasses import replace

from assistant.answers import Claim, Draft, Layout, Status
from assistant.in_parts import gather_in_parts
from assistant.query import Query
from assistant.understanding.understand import understand
from assistant.understanding.vocabulary import Vocabulary
from assistant.wording.phrases import joined, phrase
from index.documents import Unit
from index.library import Library

_REFUSED = frozenset({Status.NOT_IN_DOCUMENTS, Status.PREMISE_WRONG})
_NAMED = 3
_NARROWED = phrase("絞り込みの条件に合う文書だけを調べました。")


def gather_within(query: Query, library: Library) -> Draft:
    """The draft of an answer from the part of the documents that is asked.

    Where nothing is found there, the whole is asked as well: a refusal must not say of what
    is only filtered out that it does not exist.
    """
    draft = gather_in_parts(query, library)
    if not library.wanted or draft.status not in _REFUSED:
        return draft
    whole = library.whole
    beyond = gather_in_parts(understand(query.completed, Vocabulary(whole)), whole)
    units = _units(beyond)
    if beyond.status in _REFUSED or not units:
        return replace(draft, claims=(*draft.claims, _note(_NARROWED)))
    return _outside(units)


def _outside(units: tuple[Unit, ...]) -> Draft:
    names = joined("、", (f"「{unit.label}」" for unit in units[:_NAMED]))
    more = len(units) > _NAMED
    place = phrase("{names}など", names=names) if more else names
    return Draft(
        Status.NOT_IN_DOCUMENTS,
        (
            _note(phrase("お尋ねの内容は、いまの絞り込みの範囲にはありません。")),
            _note(phrase("絞り込みの外の{place}に、関係する記載があります。", place=place)),
            _note(phrase("絞り込みを外すと、そこから答えられます。")),
        ),
        suggestions=units,
    )


def _units(draft: Draft) -> tuple[Unit, ...]:
    """The units that support a draft, each once."""
    references = (reference for claim in draft.claims for reference in claim.references)
    return tuple({reference.unit.id: reference.unit for reference in references}.values())


def _note(text: str) -> Claim:
    return Claim(text, (), Layout.NOTE)
