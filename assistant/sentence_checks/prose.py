"""All checks of a sentence that a chat model wrote."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from assistant.answers import Claim, Fault, Removal
from assistant.query import Language
from assistant.sentence_checks.dates import date_fault
from assistant.sentence_checks.form import form_fault
from assistant.sentence_checks.grounds import Finding, Ground
from assistant.sentence_checks.ids import id_fault
from assistant.sentence_checks.names import KnownNames, name_fault
from assistant.sentence_checks.numbers import number_fault
from assistant.sentence_checks.outcomes import outcome_fault
from assistant.sentence_checks.quotes import quote_fault
from assistant.sentence_checks.speakers import speaker_fault
from assistant.verify import unit_words
from index.documents import Unit
from index.library import Library
from index.text.keys import search_key

_REMEMBERED = 512


@dataclass(frozen=True)
class ProseChecker:
    """Checks sentences against units of one library."""

    library: Library

    @cached_property
    def known_names(self) -> KnownNames:
        """People and senders that the documents name anywhere."""
        catalog = self.library.catalog
        people, senders = (
            frozenset(name for name in names if len(name) > 1)
            for names in (catalog.roster_names(), catalog.submitters())
        )
        return KnownNames(people, senders)

    def finding(self, sentence: str, units: Sequence[Unit], language: Language) -> Finding | None:
        """What is wrong with a sentence, None where it stands.

        Args:
            sentence: Without its markers.
            units: What its markers stand for.
            language: That of the question.
        """
        wrong = form_fault(sentence, language)
        if wrong:
            return wrong
        if not units:
            return Finding(Fault.NO_REFERENCE, "")
        grounds = [self._ground(unit) for unit in units]
        text = search_key(sentence)
        return (
            quote_fault(sentence, grounds)
            or date_fault(text, grounds)
            or id_fault(text, grounds)
            or number_fault(text, grounds)
            or name_fault(sentence, grounds, language, self.known_names)
            or speaker_fault(sentence, grounds, language, self.known_names)
            or outcome_fault(sentence, grounds)
        )

    def removal(self, claim: Claim, language: Language) -> Removal | None:
        """The same for a claim of a finished answer."""
        units = [reference.unit for reference in claim.references]
        found = self.finding(claim.text, units, language)
        return Removal(claim.text, found.fault, found.detail) if found else None

    @cached_property
    def _ground(self) -> Callable[[Unit], Ground]:
        """Makes the ground of a unit once: reading its words and figures takes a while."""
        return lru_cache(maxsize=_REMEMBERED)(self._make)

    def _make(self, unit: Unit) -> Ground:
        document = self.library.catalog.document(unit.id.partition("#")[0])
        return Ground(unit, document, unit_words(unit))
