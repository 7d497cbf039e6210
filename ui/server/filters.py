"""Filters as programs give them."""

from __future__ import annotations

from typing import Annotated, TypeVar

from pydantic import BaseModel, ConfigDict, Field

from index.documents import Basis, DocumentKind, Outcome, UnitKind
from index.filters import UnitFilter

_MOST = 200
Value = TypeVar("Value")
Short = Annotated[str, Field(max_length=500)]
Some = Annotated[list[Value], Field(max_length=_MOST)]


class FiltersModel(BaseModel):
    """The part of the documents that is asked; values of one field are alternatives."""

    model_config = ConfigDict(extra="forbid")

    documents: Annotated[Some[Short], Field(description="文書のid")] = []
    bodies: Annotated[Some[Short], Field(description="会議体・発行者")] = []
    meetings: Annotated[Some[int], Field(description="会合の番号")] = []
    document_kinds: Annotated[Some[DocumentKind], Field(description="文書の種類")] = []
    kinds: Annotated[Some[UnitKind], Field(description="単位の種類")] = []
    bases: Annotated[Some[Basis], Field(description="発言者を示す根拠")] = []
    submitters: Annotated[Some[Short], Field(description="意見の提出者")] = []
    outcomes: Annotated[Some[Outcome], Field(description="意見への対応")] = []

    def wanted(self) -> UnitFilter:
        """The filter they describe."""
        return UnitFilter(
            documents=tuple(self.documents),
            bodies=tuple(self.bodies),
            meetings=tuple(self.meetings),
            document_kinds=tuple(self.document_kinds),
            kinds=tuple(self.kinds),
            bases=tuple(self.bases),
            submitters=tuple(self.submitters),
            outcomes=tuple(self.outcomes),
        )
