"""What every unit of one set of minutes is made with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.documents import Locator, SourceText
from index.ids import unit_id

if TYPE_CHECKING:
    from index.parsers.minutes_head import MinutesHead
    from index.parsers.minutes_sections import Block
    from index.parsers.repairs import RepairLog
    from index.parsers.roster import Roster


@dataclass(frozen=True, slots=True)
class MinutesContext:
    """Source, head and roster of the minutes, and the log of repairs."""

    source: SourceText
    head: MinutesHead
    roster: Roster
    log: RepairLog

    def id(self, local: str) -> str:
        """Full id of a unit."""
        return unit_id(self.head.document_id, local)

    def label(self, rest: str) -> str:
        """Label of a unit, e.g. 第39回会合 議事要旨 4(2) 発言5."""
        return f"{self.head.prefix} {rest}"

    def locator(self, block: Block, start: int) -> Locator:
        """Place of a unit within a block; `start` is its first character in the source."""
        headings = tuple(level.heading for level in block.path)
        return Locator(headings, self.source.page_at(start), block.number, 0)
