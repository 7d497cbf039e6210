"""Where the program left something out of a text, shown on request."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from index.documents import Document, Passage, Span
from ui.listing import REPAIRS
from ui.reading.lines import Insert

_SHOWN = 40  # characters of what was left out


def repair_inserts(passage: Passage, document: Document) -> Iterator[Insert]:
    """What stands in the source between two spans of a passage, and why it was left out."""
    offset = 0
    for before, after in pairwise(passage.spans):
        offset += len(before)
        if before.end < after.start:
            gap = Span(before.end, after.start)
            description = _description(gap, document)
            if description:
                yield Insert(offset, repair=description)


def _description(gap: Span, document: Document) -> str:
    """What was left out and why; "" where the gap is the text of other units, or a line end."""
    inside = [
        repair
        for repair in (*document.repairs, *document.source.repairs)
        if repair.span.start < gap.end and repair.span.end > gap.start
    ]
    left_out = document.source.text[gap.start : gap.end]
    covered = {place for repair in inside for place in range(repair.span.start, repair.span.end)}
    if any(
        not letter.isspace() and place not in covered
        for place, letter in enumerate(left_out, start=gap.start)
    ):
        return ""
    name = "・".join(dict.fromkeys(REPAIRS[repair.kind] for repair in inside))
    words = " ".join(left_out.split())
    if not words or not name:
        return name
    return f"{name}「{words if len(words) <= _SHOWN else f'{words[:_SHOWN]}…'}」"
