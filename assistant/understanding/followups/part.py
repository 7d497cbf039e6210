"""A follow-up as far as it has been completed."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Part:
    """A question that stands by itself, and the units it is confined to.

    Attributes:
        text: The question, Japanese.
        among: Ids of the units to look in; empty for no bound.
        apart_from: Ids of the units that are already known.
    """

    text: str
    among: tuple[str, ...] = ()
    apart_from: tuple[str, ...] = ()
