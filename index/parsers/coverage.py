"""No character may be lost: what no unit holds must be a counted repair."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.documents import Comment, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from index.documents import Document, SourceText, Unit


def unaccounted(source: SourceText, documents: Iterable[Document]) -> tuple[Span, ...]:
    """Runs of characters, white space aside, that no unit and no repair holds."""
    held = bytearray(len(source.text))
    for document in documents:
        spans = [repair.span for repair in document.repairs]
        spans += [span for unit in document.units for span in _spans_of(unit)]
        for span in spans:
            held[span.start : span.end] = b"\x01" * len(span)
    for repair in source.repairs:
        held[repair.span.start : repair.span.end] = b"\x01" * len(repair.span)
    lost = [
        place
        for place, character in enumerate(source.text)
        if not held[place] and not character.isspace()
    ]
    return tuple(_runs(lost))


def _spans_of(unit: Unit) -> Iterator[Span]:
    passages = [unit.passage, *unit.also_at]
    if isinstance(unit, Comment):
        passages += [unit.opinion, unit.reason, unit.reply]
    for passage in passages:
        yield from passage.spans


def _runs(places: Sequence[int]) -> Iterator[Span]:
    """Neighbouring places as spans."""
    start = 0
    for index, place in enumerate(places):
        if index + 1 == len(places) or places[index + 1] != place + 1:
            yield Span(places[start], place + 1)
            start = index + 1
