"""Ministries that a question names, by the offices of those who belong to them.

A roster prints 「経済産業大臣政務官」 and never 経済産業省; people ask who came from 経産省.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from assistant.understanding.mentions import fold
from index.documents import RosterEntry

_NAME = re.compile(r"[一-鿿]{2,8}[省庁]")
_OFFICE = re.compile(r"^(?P<stem>[一-鿿]{2,8}?)(?:副大臣|大臣政務官|大臣|[省庁])")


@dataclass(frozen=True, slots=True)
class Ministry:
    """A ministry: as the question writes it, and as the offices of its people begin."""

    written: str
    stem: str


def ministries_named(question: str, entries: Iterable[RosterEntry]) -> tuple[Ministry, ...]:
    """The ministries that a question names, in full or short, and the roster's offices know."""
    offices = (_OFFICE.match(fold(office)) for entry in entries for office in entry.offices)
    stems = dict.fromkeys(match["stem"] for match in offices if match)
    return tuple(
        Ministry(name, stem)
        for name in _NAME.findall(question)
        for stem in stems
        if _abbreviates(name[:-1], stem)
    )


def loose_ministry(stem: str) -> str:
    """A pattern for a ministry's name, each letter but the first of which may be left out."""
    rest = "".join(f"{re.escape(letter)}?" for letter in stem[1:])
    return f"{re.escape(stem[0])}{rest}[省庁]"


def _abbreviates(short: str, stem: str) -> bool:
    """Whether the letters of `short` stand in `stem` in their order, from the first on."""
    rest = iter(stem)
    return short[0] == stem[0] and all(letter in rest for letter in short)
