"""The contents tree of a document."""

from __future__ import annotations

from dataclasses import dataclass

from index.documents import Unit, UnitKind, Utterance


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the contents tree."""

    unit: Unit
    below: tuple[Entry, ...]


def contents(units: tuple[Unit, ...]) -> tuple[Entry, ...]:
    """Sections by what holds them, with turns of talk below; slides and comments as they come."""
    listed = [unit for unit in units if _is_listed(unit)]
    held = {unit.id for unit in listed}
    below: dict[str | None, list[Unit]] = {}
    for unit in listed:
        below.setdefault(unit.parent if unit.parent in held else None, []).append(unit)

    def entries(parent: str | None) -> tuple[Entry, ...]:
        return tuple(Entry(unit, entries(unit.id)) for unit in below.get(parent, ()))

    return entries(None)


def _is_listed(unit: Unit) -> bool:
    return unit.kind in (UnitKind.SECTION, UnitKind.SLIDE, UnitKind.COMMENT) or (
        isinstance(unit, Utterance) and unit.is_turn
    )
