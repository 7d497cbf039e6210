"""Refuses a question that takes for granted what a meeting's records speak against.

「…の案が見送られた理由」 of an item that was decided, and 「…委員が欠席した理由」 of somebody
whom the roster shows as present.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answers import Claim, Draft, Layout, Reference, Status
from assistant.lookup import quoted
from assistant.premises.people import as_printed, minutes_asked_about
from assistant.query import Query
from assistant.understanding.mentions import fold
from assistant.wording import frames as wording
from assistant.wording.phrases import joined, phrase
from index.documents import AgendaItem, RosterEntry
from index.library import Library
from index.text.morphology import tokens

_TURNED_DOWN = re.compile(
    r"(?P<root>見送|否決|却下|棚上げ|延期|保留|撤回|先送|廃案)"
    r"[^。、]{0,8}(?:た(?!ら)|理由|なぜ|どうして)"
)
_OF_COMMENTS = re.compile(r"意見(?!募集)|コメント|パブ")
_DECIDED = re.compile(r"決定")
_AWAY = re.compile(
    r"(?:欠席|不在|不参加|休ん|(?:出席|参加)し(?:な|ませ)|来(?:な|ませ|てい(?:な|ませ)))"
    r"|\babsent\b|\b(?:did not|didn't) (?:attend|come)|\bmiss(?:ed)? the\b",
    re.IGNORECASE,
)
_FAMILY_NAME = 2  # characters
_LEAST_SHARED = 3  # tokens of an item's title, where no meeting is named


def not_turned_down(query: Query, library: Library) -> Draft | None:
    """A refusal where an item of a meeting is said to have been put off or rejected that was not.

    Nobody denies in the minutes what did not happen; so none of them may speak of it.
    """
    text = fold(query.completed)
    match = _TURNED_DOWN.search(text)
    if match is None or query.mentions.comments or _OF_COMMENTS.search(text):
        return None
    records = minutes_asked_about(query, library)
    units = [unit for record in records for unit in library.catalog.units_of(record.id)]
    if not units or any(match["root"] in unit.text for unit in units):
        return None
    asked = frozenset(tokens(text))
    decided = [
        unit
        for unit in units
        if isinstance(unit, AgendaItem) and _DECIDED.search(f"{unit.category}{unit.text}")
    ]
    shared = [len(asked.intersection(tokens(item.text))) for item in decided]
    most = max(shared, default=0)
    if not decided or (most < _LEAST_SHARED and not query.mentions.meetings):
        return None
    items = [item for item, count in zip(decided, shared, strict=True) if count == most]
    note = phrase(
        "{place}に、見送られた、又は退けられたという記載はありません。",
        place=joined("・", map(wording.document_place, records)),
    )
    lead = phrase("決定については、次のように記載されています。")
    quotes = [quoted(item, item.passage) for item in items]
    reference: tuple[Reference, ...] = quotes[0].references
    return Draft(
        Status.PREMISE_WRONG, (Claim(note, (), Layout.NOTE), Claim(lead, reference), *quotes)
    )


def not_absent(query: Query, library: Library) -> Draft | None:
    """A refusal where somebody is said to have been absent whom the roster has as present."""
    text = fold(query.completed)
    away = _AWAY.search(text) or _AWAY.search(query.question)
    if not away or not query.mentions.meetings:
        return None
    present = [
        entry
        for document in query.documents
        for roster in [library.catalog.roster(document)]
        for entry in roster
        if entry.attended
        and (
            entry.name in query.people
            or entry.name[:_FAMILY_NAME] in text
            or _is_the_only(entry, roster, text)
        )
    ]
    if not present:
        return None
    records = [library.catalog.document(document) for document in query.documents]
    note = phrase(
        "{place}では、{called}は出席者とされています。",
        called=joined("・", dict.fromkeys(entry.name for entry in present)),
        place=joined("・", map(wording.document_place, records)),
    )
    printed = (as_printed(entry, library) for entry in present)
    return Draft(Status.PREMISE_WRONG, (Claim(note, (), Layout.NOTE), *printed))


def _is_the_only(entry: RosterEntry, roster: Sequence[RosterEntry], text: str) -> bool:
    """Whether a question for the reason calls somebody by an office that nobody else there has."""
    return any(
        re.search(
            rf"(?<![一-鿿ァ-ヶー]){re.escape(office)}(?:が|は|も|の)(?=[^。]*(?:理由|なぜ|どうして))",
            text,
        )
        and sum(office in printed for other in roster for printed in other.offices) == 1
        for office in entry.offices
        if len(office) > _FAMILY_NAME
    )
