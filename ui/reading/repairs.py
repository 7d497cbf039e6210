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
    kinds = dict.fromkeys(
        REPAIRS[repair.kind]
        for repair in (*document.repairs, *document.source.repairs)
        if repair.span.start < gap.end and repair.span.end > gap.start
    )
    name = "・".join(kinds)
    left_out = " ".join(document.source.text[gap.start : gap.end].split())
    if not left_out or not name:
        return name  # a gap that no repair explains is the line end between two parts
    shown = left_out if len(left_out) <= _SHOWN else f"{left_out[:_SHOWN]}…"
    return f"{name}「{shown}」"
