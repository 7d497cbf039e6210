"""How a question names what an earlier turn spoke of."""

from __future__ import annotations

from collections.abc import Sequence

from index.documents import AgendaItem, Comment, RosterEntry, Unit

MOST_NAMES = 12  # more are told by their number


def unit_name(unit: Unit) -> str:
    """A unit inside a question: its label, or what is shorter and as clear."""
    if isinstance(unit, Comment):
        return f"意見{unit.key}"
    if isinstance(unit, AgendaItem):
        return unit.text.strip()
    return unit.name if isinstance(unit, RosterEntry) else unit.label


def joined_names(units: Sequence[Unit]) -> str:
    """Units inside a question, by name or, where they are many, by their number."""
    if len(units) > MOST_NAMES:
        return f"先に挙げた{len(units)}件"
    return "、".join(map(unit_name, units))


def meeting_name(number: int) -> str:
    """A meeting inside a question."""
    return f"第{number}回会合"
