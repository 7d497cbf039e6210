"""Which part of the documents an asker wants to be answered from."""

from __future__ import annotations

from dataclasses import dataclass, fields

from index.documents import Basis, DocumentKind, Outcome, UnitKind


@dataclass(frozen=True, slots=True)
class UnitFilter:
    """The part of all units that is asked; an empty field does not narrow.

    The values of one field are alternatives. The fields about documents and the kind of unit
    all have to hold. `bases` speaks of turns, `submitters` and `outcomes` speak of comments:
    where any of them is given, only turns and comments remain, each as far as the fields
    about it are given and hold.

    Attributes:
        documents: Ids of documents.
        bodies: The councils or offices that issued a document.
        meetings: Meeting numbers.
        document_kinds: Kinds of documents.
        kinds: Kinds of units.
        bases: Grounds for naming a speaker.
        submitters: Who sent a comment, as the catalog writes them.
        outcomes: What came of a comment.
    """

    documents: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    meetings: tuple[int, ...] = ()
    document_kinds: tuple[DocumentKind, ...] = ()
    kinds: tuple[UnitKind, ...] = ()
    bases: tuple[Basis, ...] = ()
    submitters: tuple[str, ...] = ()
    outcomes: tuple[Outcome, ...] = ()

    def __bool__(self) -> bool:
        return any(getattr(self, field.name) for field in fields(self))

    @property
    def splits_documents(self) -> bool:
        """Whether it may take a part of a document and leave the rest."""
        return bool(self.kinds or self.bases or self.submitters or self.outcomes)


EVERYTHING = UnitFilter()
