"""What is valid to cite and to name: the library as the metrics see it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Self

from assistant.verify import unit_words
from index.documents import Passage, RosterEntry, Span, Unit
from index.library import Library
from index.text.keys import find_quote, quote_key


@dataclass(frozen=True, slots=True)
class KnownUnit:
    """A unit that may be cited.

    Attributes:
        id: Its id.
        parent: Id of the unit that holds it, if any.
        text: Its whole text.
        words: The text and all else that a statement about it may take words from: label,
            headings, submitter, speaker.
        is_person: Whether it is an entry of a roster.
    """

    id: str
    parent: str | None
    text: str
    words: str
    is_person: bool = False

    @property
    def passage(self) -> Passage:
        """The text as a passage."""
        return Passage(self.text, (Span(0, len(self.text)),))


@dataclass(frozen=True, slots=True)
class ScoringContext:
    """What is valid.

    Attributes:
        units: All units by id.
        names: Names of the people of all rosters and of all who sent a comment.
    """

    units: Mapping[str, KnownUnit]
    names: frozenset[str]

    @classmethod
    def of(cls, units: Iterable[KnownUnit], names: Iterable[str] = ()) -> Self:
        """Of these units and names."""
        return cls({unit.id: unit for unit in units}, frozenset(names))

    @property
    def unit_ids(self) -> frozenset[str]:
        """Ids of all units."""
        return frozenset(self.units)

    def family(self, unit_id: str) -> frozenset[str]:
        """A unit and the unit that holds it."""
        unit = self.units.get(unit_id)
        return frozenset({unit_id, unit.parent} if unit and unit.parent else {unit_id})

    def quotes(self, quote: str, unit_id: str) -> bool:
        """Whether a quote is one run of whole characters of a unit, white space aside."""
        unit = self.units.get(unit_id)
        return unit is not None and find_quote(quote, unit.passage) is not None

    def mentions(self, words: str, unit_id: str) -> bool:
        """Whether words stand in a unit, its label, its headings or its names."""
        unit = self.units.get(unit_id)
        return unit is not None and quote_key(words) in quote_key(unit.words)

    def is_person(self, unit_id: str) -> bool:
        """Whether a unit is an entry of a roster."""
        unit = self.units.get(unit_id)
        return unit is not None and unit.is_person


def scoring_context(library: Library) -> ScoringContext:
    """All that a library holds."""
    catalog = library.catalog
    units = (unit for record in catalog.documents() for unit in catalog.units_of(record.id))
    names = (*catalog.roster_names(), *catalog.submitters())
    return ScoringContext.of((_known(unit) for unit in units), names)


def _known(unit: Unit) -> KnownUnit:
    is_person = isinstance(unit, RosterEntry)
    return KnownUnit(unit.id, unit.parent, unit.text, unit_words(unit), is_person)
