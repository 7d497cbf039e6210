"""Queries over the documents as plain typed functions: what tools of a model or of MCP call.

Each gives claims that point at units, as a step of the assistant does, so that what it found
can be cited and set by code.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answers import Claim
from assistant.comments.counts import count_all, listed, zero
from assistant.comments.totals import KIND_NAMES, Consultation, consultations
from assistant.lookup import quote_start, quoted
from assistant.wording.frames import OUTCOME_NAMES
from index.documents import Comment, Outcome, SubmitterKind, Unit
from index.errors import UsageError
from index.library import Library

_MOST = 20
_LONGEST = 2_000  # characters of a unit that is read
_START = 300  # characters of a unit that was found


@dataclass(frozen=True, slots=True)
class Found:
    """What a query found.

    Attributes:
        claims: Quotes, list items and figures, each with its units.
    """

    claims: tuple[Claim, ...]

    @property
    def units(self) -> tuple[Unit, ...]:
        """The units that the claims point at, each once."""
        places = (place.unit for claim in self.claims for place in claim.references)
        return tuple({unit.id: unit for unit in places}.values())

    @property
    def text(self) -> str:
        """One line a claim, with the ids of its units."""
        return "\n".join(
            f"{' '.join(claim.text.split())} "
            f"({', '.join(dict.fromkeys(place.unit.id for place in claim.references[:3]))})"
            for claim in self.claims
        )


@dataclass(frozen=True, slots=True)
class CommentFilter:
    """Which comments are meant: those that meet all that is not None.

    Attributes:
        submitter: A part of the submitter's name.
        kind: Individuals or organisations.
        section: Normalised number of the section that the comment names.
        outcome: What came of it.
    """

    submitter: str | None = None
    kind: SubmitterKind | None = None
    section: str | None = None
    outcome: Outcome | None = None

    def holds(self, comment: Comment) -> bool:
        """Whether a comment meets all of it."""
        return (
            (self.submitter is None or self.submitter in comment.submitter)
            and (self.kind is None or comment.submitter_kind is self.kind)
            and (self.section is None or self.section in comment.targets)
            and (self.outcome is None or comment.outcome is self.outcome)
        )

    @property
    def phrase(self) -> str:
        """What the comments are called, e.g. 個人の「修正」に当たる意見."""
        parts = [
            f"「{self.submitter}」の" if self.submitter else "",
            f"{KIND_NAMES[self.kind]}の" if self.kind else "",
            f"{self.section}に対する" if self.section else "",
            f"「{OUTCOME_NAMES[self.outcome]}」に当たる" if self.outcome else "",
        ]
        return f"{''.join(parts)}意見"


@dataclass(frozen=True)
class CorpusQueries:
    """Queries over one library."""

    library: Library

    def search(self, question: str, limit: int = 5, document: str | None = None) -> Found:
        """The units that fit a question best, best first, each by the text that fits.

        Args:
            question: In any language.
            limit: How many units, at most 20.
            document: Id of the document to look in; None for all.
        """
        within = [unit.id for unit in self._units_of(document)] if document else None
        hits = self.library.search(question, within=within, limit=min(max(limit, 1), _MOST))
        units = {unit.id: unit for unit in self.library.catalog.units(h.unit_id for h in hits)}
        return Found(
            tuple(
                quoted(units[hit.unit_id], quote_start(hit.passage, _START))
                for hit in hits
                if hit.unit_id in units
            )
        )

    def read_unit(self, unit_id: str) -> Found:
        """The text of one unit, of a very long one its beginning.

        Raises:
            UsageError: There is no such unit.
        """
        unit = self.library.catalog.unit(unit_id)
        return Found((quoted(unit, quote_start(unit.passage, _LONGEST)),))

    def list_comments(self, wanted: CommentFilter) -> Found:
        """The comments that meet a filter, complete, one item each behind their number."""
        return Found(
            tuple(claim for table in self._tables() for claim in self._list(table, wanted))
        )

    def count(self, wanted: CommentFilter) -> Found:
        """How many comments meet a filter, each of them shown; without one, the totals."""
        if wanted != CommentFilter():
            return self.list_comments(wanted)
        return Found(
            tuple(
                claim
                for table in self._tables()
                for claim in count_all([None, *KIND_NAMES][:3], table, self.library)
            )
        )

    def compare(self, topic: str, documents: Sequence[str], limit: int = 3) -> Found:
        """What each of several documents says of a topic, document by document.

        Raises:
            UsageError: One of the documents is not held.
        """
        sides = (self.search(topic, limit, document) for document in documents)
        return Found(tuple(claim for side in sides for claim in side.claims))

    def _list(self, table: Consultation, wanted: CommentFilter) -> list[Claim]:
        chosen = tuple(filter(wanted.holds, table.comments))
        if not chosen:
            return zero(wanted.phrase, (), table, self.library)
        return listed(wanted.phrase, chosen, table, self.library)

    def _tables(self) -> tuple[Consultation, ...]:
        return consultations((), self.library)

    def _units_of(self, document: str) -> tuple[Unit, ...]:
        units = self.library.catalog.units_of(document)
        if not units:
            raise UsageError(f"「{document}」という文書は入っていません。")
        return units
