"""Checks every claim against the words of the units it points at.

A claim stands when it points at a unit, when each quote is one contiguous run of its
unit, when every number of the statement occurs in its units, and when a person it names
has a ground there. What does not stand is removed and counted.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from assistant.answers import (
    Claim,
    Draft,
    Fault,
    Layout,
    Reference,
    Removal,
    Table,
    Verification,
)
from assistant.minutes.hours import minutes_printed
from assistant.tabular import table_claim
from assistant.wording.phrases import phrase
from index.documents import Basis, Comment, RosterEntry, Section, Unit, Utterance
from index.text.keys import find_quote, quote_key

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_QUOTED = re.compile(r"「([^「」]{12,})」")


def unit_words(unit: Unit) -> str:
    """Everything a statement about a unit may take its figures and names from."""
    words = [unit.text, unit.label, unit.id, *unit.locator.heading_path]
    words += [str(unit.locator.page or "")]
    if isinstance(unit, Section):
        words += [str(unit.printed_page or "")]
    if isinstance(unit, Comment):
        words += [unit.submitter, unit.target_text, unit.pages]
    if isinstance(unit, Utterance):
        attribution = unit.attribution
        words += [
            attribution.label or "",
            attribution.office or "",
            attribution.person or "",
            attribution.proxy_for or "",
        ]
    if isinstance(unit, RosterEntry):
        words += [unit.name, *unit.offices, unit.proxy_for or ""]
    return " ".join(words)


#: What stands in a cell whose claim did not stand.
EMPTIED = Claim(phrase("（確認できず）"), (), Layout.NOTE)


def _numbers(text: str) -> set[str]:
    return {
        number.replace(",", "") for number in _NUMBER.findall(unicodedata.normalize("NFKC", text))
    }


def _quote_fault(reference: Reference) -> Removal | None:
    if find_quote(reference.quote.text, reference.unit.passage) is not None:
        return None
    return Removal(reference.quote.text, Fault.QUOTE_NOT_FOUND, reference.unit.id)


def _number_fault(claim: Claim) -> Removal | None:
    known = _numbers(" ".join(unit_words(reference.unit) for reference in claim.references))
    known |= {str(minutes) for r in claim.references for minutes in minutes_printed(r.unit.text)}
    known |= {str(len(counted)) for counted in (claim.counted, *claim.tallies)}
    missing = _numbers(claim.text) - known
    return (
        Removal(claim.text, Fault.NUMBER_NOT_FOUND, "、".join(sorted(missing))) if missing else None
    )


def _quoted_fault(claim: Claim) -> Removal | None:
    """A quote inside the statement that stands in none of its units."""
    keys = [quote_key(unit_words(reference.unit)) for reference in claim.references]
    for quoted in _QUOTED.findall(claim.text):
        if not any(quote_key(quoted) in key for key in keys):
            return Removal(claim.text, Fault.QUOTE_NOT_FOUND, quoted)
    return None


def _name_fault(claim: Claim) -> Removal | None:
    """A speaker named although the turn gives no ground for the name."""
    text = quote_key(claim.text)
    for reference in claim.references:
        unit = reference.unit
        if not isinstance(unit, Utterance) or claim.layout is Layout.QUOTE:
            continue
        attribution = unit.attribution
        named = [name for name in (attribution.person, attribution.office) if name]
        if attribution.basis is Basis.NONE and any(quote_key(name) in text for name in named):
            return Removal(claim.text, Fault.NAME_WITHOUT_BASIS, unit.id)
    return None


def _fault(claim: Claim) -> Removal | None:
    if not claim.references:
        if claim.layout is Layout.NOTE:
            return None
        return Removal(claim.text, Fault.NO_REFERENCE, "")
    for reference in claim.references:
        fault = _quote_fault(reference)
        if fault:
            return fault
    return _number_fault(claim) or _quoted_fault(claim) or _name_fault(claim)


def _single(claim: Claim) -> list[Claim]:
    """A claim, or those in the cells of a table that state something."""
    if claim.table is None:
        return [claim]
    return [cell for row in claim.table.rows for cell in row if cell.references]


def _checked_table(table: Table, removed: list[Removal]) -> Claim:
    """The table with the cells that do not stand emptied; their faults are added."""
    rows = []
    for row in table.rows:
        faults = [_fault(cell) for cell in row]
        removed += filter(None, faults)
        rows.append(
            tuple(EMPTIED if fault else cell for cell, fault in zip(row, faults, strict=True))
        )
    return table_claim(table.columns, rows)


def _prose(claim: Claim, fault: Callable[[Claim], Removal | None] | None) -> Removal | None:
    if fault is None:
        return Removal(claim.text, Fault.NO_REFERENCE, "")
    for reference in claim.references:
        if wrong := _quote_fault(reference):
            return wrong
    return fault(claim)


def verify(
    draft: Draft, prose_fault: Callable[[Claim], Removal | None] | None = None
) -> tuple[tuple[Claim, ...], Verification]:
    """The claims of a draft that stand, and what the check found.

    Args:
        draft: What is checked.
        prose_fault: What is wrong with a sentence of a chat model, beside
            its quotes; without it no such sentence stands.
    """
    standing: list[Claim] = []
    removed: list[Removal] = []
    for claim in draft.claims:
        if claim.table is not None:
            standing.append(_checked_table(claim.table, removed))
            continue
        fault = _prose(claim, prose_fault) if claim.layout is Layout.PROSE else _fault(claim)
        if fault is None:
            standing.append(claim)
        else:
            removed.append(fault)
    checked = [cell for claim in draft.claims for cell in _single(claim)]
    return tuple(standing), Verification(
        claims=len(checked),
        quotes=sum(len(claim.references) for claim in checked),
        numbers=sum(len(_numbers(claim.text)) for claim in checked),
        removed=tuple(removed),
    )
