"""The agenda of a meeting: its items by category, and where a decision is recorded."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answers import Claim, Layout, Reference
from assistant.lookup import quoted
from assistant.minutes.places import place_named, several_named
from assistant.understanding.mentions import fold
from assistant.wording import frames as wording
from assistant.wording.phrases import joined, phrase
from index.documents import AgendaItem, UnitKind
from index.library import Library
from index.stores.records import DocumentRecord
from index.text.keys import search_key
from index.text.sentences import split_sentences

_CATEGORIES = ("決定", "討議", "審議", "報告")
_CATEGORY = rf"(?:{'|'.join(_CATEGORIES)})(?:事項|案件)?"
_EXCEPT = re.compile(
    rf"(?P<what>{_CATEGORY}(?:(?:及び|並びに|と|や|、|・|又は|または|も){_CATEGORY})*)(?:の(?:もの|議題))?"
    r"(?:は|を|も)?(?:除[いくき]|以外|含[まめ]|では?な|抜き)"
)
_DECIDED = re.compile(r"決定|決ま|決め|\bdeci", re.IGNORECASE)
_DECISION = re.compile(r"決定(?:した|とした|となった|された|を行った)")


def agenda_claims(
    question: str, topics: Sequence[str], record: DocumentRecord, library: Library
) -> list[Claim]:
    """The items of the agenda that are asked for, and where their decision is recorded.

    Args:
        question: The question.
        topics: Words of it that the items must hold.
        record: The minutes.
        library: Holds them.
    """
    text = fold(question)
    left_out = _categories("".join(match["what"] for match in _EXCEPT.finditer(text)))
    rest = _EXCEPT.sub("、", text)
    asked = _categories(rest)
    if _DECIDED.search(rest) and not asked:
        asked = ("決定",)
    keys = [search_key(topic) for topic in topics]
    held = [
        unit
        for unit in library.catalog.units_of(record.id, UnitKind.AGENDA_ITEM)
        if isinstance(unit, AgendaItem)
    ]
    lacking = asked if asked and not any(_is_of(unit, asked) for unit in held) else ()
    chosen = [
        unit
        for unit in held
        if (not asked or lacking or _is_of(unit, asked))
        and not _is_of(unit, left_out)
        and all(key in search_key(unit.text) for key in keys)
    ]
    place = place_named(rest, len(chosen))
    if place is not None:
        places = range(len(chosen))[place:][:1]
        return _part(record, chosen, places, by_category=bool(asked))
    several = several_named(rest, len(chosen))
    if several:
        return _part(record, chosen, several, by_category=bool(asked))
    recorded = _decisions(record, library) if "決定" in asked and not topics else []
    if not chosen or (lacking and recorded):
        return recorded
    return [
        *_none_of(record, lacking),
        *_listed(record, chosen, by_category=bool(asked)),
        *recorded,
    ]


def _none_of(record: DocumentRecord, categories: Sequence[str]) -> list[Claim]:
    """That no item is listed under the categories that are asked for; nothing for no category."""
    text = phrase(
        "{place}に、「{category}」として挙げられている議題はありません。",
        place=wording.document_place(record),
        category=joined("」「", categories),
    )
    return [Claim(text, (), Layout.NOTE)] if categories else []


def _categories(text: str) -> tuple[str, ...]:
    return tuple(category for category in _CATEGORIES if category in text)


def _is_of(item: AgendaItem, categories: Sequence[str]) -> bool:
    return any(category in item.category for category in categories)


def _listed(
    record: DocumentRecord, chosen: Sequence[AgendaItem], *, by_category: bool
) -> list[Claim]:
    lead = phrase(
        "{place}に{category}として挙げられているのは、次の{count}件です。",
        place=wording.document_place(record),
        category=_category(chosen, by_category=by_category),
        count=len(chosen),
    )
    references = tuple(Reference(item, item.passage.strip()) for item in chosen)
    items = (
        Claim(item.text.strip(), (reference,), Layout.ITEM)
        for item, reference in zip(chosen, references, strict=True)
    )
    return [Claim(lead, references[:1], counted=tuple(chosen)), *items]


def _category(chosen: Sequence[AgendaItem], *, by_category: bool) -> str:
    names = joined("・", dict.fromkeys(item.category for item in chosen))
    return names if by_category else phrase("議題")


def _part(
    record: DocumentRecord, chosen: Sequence[AgendaItem], places: range, *, by_category: bool
) -> list[Claim]:
    """What stands at one place of the agenda, or at neighbouring ones."""
    first, last = places[0] + 1, places[-1] + 1
    text = phrase(
        "{place}に{category}として挙げられている{count}件のうち{number}番目は、次のとおりです。",
        place=wording.document_place(record),
        category=_category(chosen, by_category=by_category),
        count=len(chosen),
        number=first,
    )
    if last > first:
        text = phrase(
            "{place}に{category}として挙げられている{count}件のうち{first}番目から{last}番目までは、"
            "次のとおりです。",
            place=wording.document_place(record),
            category=_category(chosen, by_category=by_category),
            count=len(chosen),
            first=first,
            last=last,
        )
    tallies = (tuple(chosen), tuple(chosen[:first]), tuple(chosen[:last]))
    items = [chosen[place] for place in places]
    references = [Reference(item, item.passage.strip()) for item in items]
    listed = (
        Claim(item.text.strip(), (reference,), Layout.ITEM)
        for item, reference in zip(items, references, strict=True)
    )
    return [Claim(text, tuple(references[:1]), tallies=tallies), *listed]


def _decisions(record: DocumentRecord, library: Library) -> list[Claim]:
    """Sentences of the sections, not of what was said, that record a decision."""
    return [
        quoted(unit, sentence.strip())
        for unit in library.catalog.units_of(record.id, UnitKind.SECTION)
        for sentence in split_sentences(unit.passage)
        if _DECISION.search(sentence.text)
    ]
