"""Which words of a text are terms, and the definition that holds for them there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property

from index.definitions import Definition, DefinitionKind
from index.stores.records import DocumentRecord
from ui.reading.lines import Mark, Range

_SCRIPTS = ("一-鿿々〆", "ァ-ヺー", "A-Za-z0-9")


class Terms:
    """The terms of one document: those it defines, and those that others define for all.

    What follows 以下 holds in its own document only; a note on such a short name does too.
    """

    def __init__(
        self, document_id: str, definitions: Iterable[Definition], records: Iterable[DocumentRecord]
    ) -> None:
        """Choose among all definitions of a library the one that holds for each term."""
        every = tuple(definitions)
        dates = {record.id: record.date or "" for record in records}
        short_names = {
            (found.document, found.key) for found in every if found.kind is DefinitionKind.ALIAS
        }
        ranked = sorted(every, key=lambda found: dates.get(found.document, ""), reverse=True)
        own = [found for found in every if found.document == document_id]
        others = [found for found in ranked if (found.document, found.key) not in short_names]
        self._held: dict[str, Definition] = {}
        for definition in (*own, *others):
            self._held.setdefault(definition.term, definition)

    @cached_property
    def _pattern(self) -> re.Pattern[str] | None:
        longest_first = sorted(self._held, key=len, reverse=True)
        return re.compile("|".join(map(_bounded, longest_first))) if longest_first else None

    def ranges(self, text: str, unit_id: str) -> Iterator[Range]:
        """The first place of each term in the text of a unit that does not define it itself."""
        met: set[str] = set()
        for match in self._pattern.finditer(text) if self._pattern else ():
            definition = self._held[match[0]]
            if match[0] not in met and definition.unit.id != unit_id:
                met.add(match[0])
                yield Range(match.start(), match.end(), Mark.TERM, definition)


def _bounded(term: str) -> str:
    """A term that is not a part of a longer word of the same script: 市, not that of 市民."""
    before = next((script for script in _SCRIPTS if re.match(f"[{script}]", term[0])), None)
    after = next((script for script in _SCRIPTS if re.match(f"[{script}]", term[-1])), None)
    left = f"(?<![{before}])" if before else ""
    right = f"(?![{after}])" if after else ""
    return f"{left}{re.escape(term)}{right}"
