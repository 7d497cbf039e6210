"""What a sentence may take its words from: a cited unit, and the document it stands in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from assistant.answers import Fault
from assistant.sentence_checks.instructions import without_instructions
from index.documents import Unit
from index.stores.records import DocumentRecord
from index.text.keys import quote_key, search_key


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong with a sentence: the fault, and the words in question."""

    fault: Fault
    detail: str


@dataclass(frozen=True)
class Ground:
    """One cited unit.

    Attributes:
        unit: The unit.
        document: The document it stands in.
        unit_words: All words of the unit itself, see `assistant.verify.unit_words`.
    """

    unit: Unit
    document: DocumentRecord
    unit_words: str

    @cached_property
    def words(self) -> str:
        """All words that a sentence citing this unit may use, folded for comparison."""
        record = self.document
        of_document = [record.title, record.body or "", record.date or ""]
        if record.meeting is not None:
            of_document.append(f"第{record.meeting}回")
        return search_key("\n".join((without_instructions(self.unit_words), *of_document)))

    @cached_property
    def body(self) -> str:
        """The unit's own text, folded."""
        return search_key(without_instructions(self.unit.text))

    @cached_property
    def key(self) -> str:
        """The same without white space, case folded, for finding a run of letters."""
        return quote_key(self.words).casefold()

    @cached_property
    def titles(self) -> tuple[str, ...]:
        """What may be named in brackets although it is no part of the unit's text."""
        return (
            *(quote_key(heading) for heading in self.unit.locator.heading_path),
            quote_key(self.document.title),
            quote_key(self.unit.label),
        )

    @property
    def day(self) -> date | None:
        """The document's own day, from which 本年 and 先月 count."""
        printed = self.document.date or ""
        return date.fromisoformat(printed) if len(printed) == len("2014-05-19") else None


def holds(text: str, grounds: Sequence[Ground]) -> bool:
    """Whether one of the grounds holds the text as one run of letters."""
    key = quote_key(search_key(text)).casefold()
    return any(key in ground.key for ground in grounds)
