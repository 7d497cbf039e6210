"""The names the catalog holds, for recognising them in a question."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from assistant.understanding.named_places import NamedPlaces
from assistant.understanding.names import submitter_core, title_core
from index.ids import document_slug
from index.library import Library
from index.stores.records import DocumentRecord

__all__ = ["Vocabulary", "submitter_core", "title_core"]

_MINIMUM_TITLE = 4
_NO_NAME_AFTER = r"(?!本部|会議|推進室|事務局)"  # 「…戦略本部」 is a body, not the strategy


@dataclass(frozen=True)
class Vocabulary:
    """Recognises titles, bodies, submitters and people of one library."""

    library: Library

    @cached_property
    def places(self) -> NamedPlaces:
        """Settles which sections, comments and meetings a question's numbers name."""
        return NamedPlaces(self.library)

    @cached_property
    def _documents(self) -> tuple[DocumentRecord, ...]:
        return self.library.catalog.documents()

    @cached_property
    def _submitters(self) -> tuple[tuple[str, str], ...]:
        names = self.library.catalog.submitters()
        return tuple((submitter_core(name), name) for name in names)

    @cached_property
    def _people(self) -> tuple[str, ...]:
        return self.library.catalog.roster_names()

    def documents_named(self, question: str) -> tuple[str, ...]:
        """Ids of the documents whose title the question holds; the longest title wins."""
        slug = document_slug(question)
        found = [
            (len(core), record.id)
            for record in self._documents
            if len(core := title_core(record.title)) >= _MINIMUM_TITLE
            and re.search(rf"{re.escape(core)}{_NO_NAME_AFTER}", slug)
        ]
        longest = max((length for length, _ in found), default=0)
        return tuple(document for length, document in found if length == longest)

    def meetings_held(self, numbers: tuple[int, ...], question: str) -> tuple[str, ...]:
        """Ids of the minutes of these meetings, of the body the question names if it names one."""
        records = [record for record in self._documents if record.meeting in numbers]
        slug = document_slug(question)
        of_body = [
            record for record in records if record.body and document_slug(record.body) in slug
        ]
        return tuple(record.id for record in of_body or records)

    def submitters_named(self, question: str) -> tuple[str, ...]:
        """Submitters the question names, in any spelling of their legal form."""
        folded = " ".join(map(submitter_core, question.split()))
        return tuple(
            name for core, name in self._submitters if len(core) > 1 and _stands_in(core, folded)
        )

    def people_named(self, question: str) -> tuple[str, ...]:
        """People of any roster whose full name the question holds."""
        slug = document_slug(question)
        return tuple(name for name in self._people if name in slug)


def _stands_in(core: str, folded: str) -> bool:
    """Whether `core` stands in `folded`, not as a part of a longer Latin word or number.

    Spaces and the dots between loanwords are often left out or put in.
    """
    pattern = r"[ ・]?".join(map(re.escape, core.replace("・", "")))
    if core[0].isascii() and core[0].isalnum():
        pattern = rf"(?<![a-z0-9]){pattern}"
    if core[-1].isascii() and core[-1].isalnum():
        pattern = rf"{pattern}(?![a-z0-9])"
    return re.search(pattern, folded) is not None
