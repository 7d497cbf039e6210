"""Meetings, decisions and documents by date, and where each stands in the plot."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import groupby, pairwise

from index.documents import AgendaItem, DocumentKind
from index.stores.records import DocumentRecord
from ui.reading.shelf import Shelf

_DECIDED = "決定事項"
_HEIGHT = 440  # units of the drawing over which time runs, before markers are pushed apart
_TOP = 56
_APART = 28  # between the middles of two markers of a lane
_FIRST_LANE, _LANE_WIDTH = 92, 64
_MONTHS_A_YEAR = 12
_MOST_TICKS = 13


class Lane(StrEnum):
    """A column of the plot."""

    MEETING = "meeting"
    DECISION = "decision"
    DOCUMENT = "document"
    COMMENTS = "comments"


@dataclass(frozen=True, slots=True)
class Event:
    """What happened on a date that a document prints.

    Attributes:
        number: Its number in the plot and in the table, from 1.
        date: As the document gives it: day, month or year.
        lane: Its column.
        text: What it is: a title, or an item of an agenda.
        record: The document that says so.
        unit_id: The item's place; None for the document itself.
    """

    number: int
    date: str
    lane: Lane
    text: str
    record: DocumentRecord
    unit_id: str | None


@dataclass(frozen=True, slots=True)
class Marker:
    """Events of one lane and date in the plot; `x` and `y` in units of the drawing, y downwards."""

    events: tuple[Event, ...]
    x: int
    y: int

    @property
    def label(self) -> str:
        """The numbers of its events: 3, or 6–9."""
        first, last = self.events[0].number, self.events[-1].number
        return f"{first}" if first == last else f"{first}–{last}"

    @property
    def vague(self) -> bool:
        """Whether the day is not printed, so that the marker stands at the period's beginning."""
        return len(self.events[0].date) < len("2000-01-01")


@dataclass(frozen=True, slots=True)
class Tick:
    """A line of the plot at the beginning of a year or month."""

    label: str
    y: int


@dataclass(frozen=True, slots=True)
class Timeline:
    """The plot, the table under it, and the documents that print no date."""

    events: tuple[Event, ...]
    markers: tuple[Marker, ...]
    ticks: tuple[Tick, ...]
    lanes: tuple[tuple[Lane, int], ...]
    width: int
    height: int
    undated: tuple[DocumentRecord, ...]


def timeline(shelf: Shelf) -> Timeline:
    """All dated events, placed."""
    found = sorted(_events(shelf), key=lambda event: (event[0], list(Lane).index(event[1])))
    events = tuple(Event(number, *fields) for number, fields in enumerate(found, start=1))
    scale = _Scale([_first_day(event.date) for event in events])
    lanes = {lane: _FIRST_LANE + _LANE_WIDTH * place for place, lane in enumerate(Lane)}
    markers = tuple(_markers(events, scale, lanes))
    return Timeline(
        events=events,
        markers=markers,
        ticks=tuple(scale.ticks()),
        lanes=tuple(lanes.items()),
        width=_FIRST_LANE + _LANE_WIDTH * (len(lanes) - 1) + 40,
        height=max((marker.y for marker in markers), default=0) + 32,
        undated=tuple(record for record in shelf.records if not record.date),
    )


def _markers(events: Sequence[Event], scale: _Scale, lanes: dict[Lane, int]) -> Iterator[Marker]:
    """One marker for what has lane and date in common, pushed down where it would hide another."""
    lowest: dict[Lane, int] = {}
    for (printed, lane), same in groupby(events, key=lambda event: (event.date, event.lane)):
        y = max(scale.y(_first_day(printed)), lowest.get(lane, 0) + _APART)
        lowest[lane] = y
        yield Marker(tuple(same), lanes[lane], y)


_Found = tuple[str, Lane, str, DocumentRecord, str | None]


def _events(shelf: Shelf) -> Iterator[_Found]:
    for record in shelf.records:
        if not record.date:
            continue
        yield record.date, _lane(record.kind), record.title, record, None
        for unit in shelf.units(record.id) if record.kind is DocumentKind.MINUTES else ():
            if isinstance(unit, AgendaItem) and unit.category == _DECIDED:
                text = " ".join(unit.text.split())
                yield record.date, Lane.DECISION, text, record, unit.id


def _lane(kind: DocumentKind) -> Lane:
    lanes = {DocumentKind.MINUTES: Lane.MEETING, DocumentKind.COMMENTS: Lane.COMMENTS}
    return lanes.get(kind, Lane.DOCUMENT)


def _first_day(printed: str) -> date:
    """The day, or the first of a month or year where only that is printed."""
    parts = [int(part) for part in printed.split("-")]
    year, month, day = (*parts, 1, 1)[:3]
    return date(year, month, day)


class _Scale:
    """Days to places in the drawing."""

    def __init__(self, days: Iterable[date]) -> None:
        self._days = sorted(days)

    def y(self, day: date) -> int:
        first, last = self._days[0], self._days[-1]
        span = max((last - first).days, 1)
        return _TOP + round(_HEIGHT * (day - first).days / span)

    def ticks(self) -> Iterator[Tick]:
        """Beginnings of years, or of months where all lies within two years."""
        if not self._days:
            return
        first, last = self._days[0], self._days[-1]
        months = range(
            first.year * _MONTHS_A_YEAR + first.month, last.year * _MONTHS_A_YEAR + last.month
        )
        starts = [date(month // _MONTHS_A_YEAR, month % _MONTHS_A_YEAR + 1, 1) for month in months]
        by_year = len(starts) > 2 * _MONTHS_A_YEAR
        shown = [day for day in starts if not by_year or day.month == 1]
        step = -(-len(shown) // _MOST_TICKS)
        ticks = [
            Tick(f"{day.year}" if by_year else f"{day.year}-{day.month:02}", self.y(day))
            for day in shown[:: max(step, 1)]
        ]
        yield from (tick for tick, below in pairwise([*ticks, Tick("", 10**6)]) if below.y > tick.y)
