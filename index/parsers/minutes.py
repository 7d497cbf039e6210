"""Minutes of councils to documents: roster, agenda, and who said what.

Where turns are marked (○, a dash before prose, a printed speaker) each is one unit
`4(2)-発言5`. Where nothing is marked, each paragraph is one, `4(4)-段落12`: N counts the
paragraphs as the source prints them, so one that a page end cut counts twice (and is known
by its first half), and the number of a paragraph that repeats an earlier one is skipped;
its place is kept in `also_at` of the first.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from index.documents import Document, DocumentKind, SourceText, Span, Unit, Utterance
from index.parsers.attribution import with_chair
from index.parsers.furniture import without_furniture
from index.parsers.levels import named_level
from index.parsers.lines import lines_of
from index.parsers.minutes_context import MinutesContext
from index.parsers.minutes_dates import first_date
from index.parsers.minutes_head import read_head
from index.parsers.minutes_sections import Block, SectionKind, split_sections
from index.parsers.minutes_units import minutes_units
from index.parsers.repairs import RepairLog
from index.parsers.roster import Roster, read_roster
from index.parsers.speaker_labels import speaker_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.parsers.lines import Line


def parse_minutes(source: SourceText, span: Span) -> Document:
    """Read the minutes of one meeting.

    Args:
        source: The file.
        span: The part of it that is the document.
    """
    log = RepairLog()
    lines = without_furniture(source, lines_of(source, span), log)
    before, blocks = split_sections(lines, log)
    if not blocks:
        before, blocks = _without_headings(lines)
    head = read_head([line.stripped for line in before], source.path.stem)
    members = tuple(
        member
        for block in blocks
        if block.kind in (SectionKind.ROSTER, SectionKind.ABSENT)
        for member in read_roster(
            block.body, _group(block.title), attended=block.kind is SectionKind.ROSTER
        )
    )
    roster = with_chair(tuple(block.title for block in blocks), Roster(members))
    units = minutes_units(MinutesContext(source, head, roster, log), before, blocks)
    return Document(
        id=head.document_id,
        kind=DocumentKind.MINUTES,
        title=head.title,
        body=head.body,
        meeting=head.meeting,
        date=_date(blocks) or head.date,
        source=source,
        span=span,
        units=units,
        repairs=log.result(),
        warnings=_warnings(units, roster),
    )


def _group(title: str) -> str:
    """出席者 of `出席者（敬称略）`."""
    return re.sub(r"[（(].*[)）]|\s+", "", title)


def _date(blocks: Sequence[Block]) -> str | None:
    """The date that the section 日時 prints, of 自 and 至 the first."""
    for block in blocks:
        if block.kind is SectionKind.WHEN:
            heading = (block.heading.text,) if block.heading else ()
            date = first_date("\n".join((*heading, *(line.text for line in block.body))))
            if date:
                return date
    return None


def _without_headings(lines: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[Block, ...]]:
    """Minutes without any heading: talk begins with the first speaker or sentence."""
    starts = (
        place for place, line in enumerate(lines) if speaker_label(line.text) or "。" in line.text
    )
    place = next(starts, len(lines))
    talk = Block((named_level("議事"),), None, "議事", tuple(lines[place:]))
    return tuple(lines[:place]), (talk,) if talk.body else ()


def _warnings(units: Sequence[Unit], roster: Roster) -> tuple[str, ...]:
    found: list[str] = []
    if not any(isinstance(unit, Utterance) for unit in units):
        found.append("発言が見つかりません。議事は節ごとに引用します。")
    if not roster.members:
        found.append("出席者の名簿が読み取れないため、発言者の氏名は特定しません。")
    return tuple(found)
