"""Slide decks and one-page summaries: one unit for each slide."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from index.documents import Document, DocumentKind, Locator, RepairKind, Slide, SourceText, Span
from index.ids import document_slug, unit_id
from index.parsers.furniture import without_furniture
from index.parsers.lines import Line, ends_sentence, join, lines_of, opens_block, wrap_minimum
from index.parsers.repairs import RepairLog
from index.parsers.sections import document_label
from index.parsers.titles import mended_title, read_title_page
from index.parsers.totals import official_totals

if TYPE_CHECKING:
    from collections.abc import Sequence

_SERIES = re.compile(
    r".{4,60}[（(]\s*(?:[0-9０-９]+\s*[/／]\s*[0-9０-９]+|(?:総論|各論|その|続き?|つづき)[①-⑳0-9０-９]*|[①-⑳])\s*[）)]"
)
_MOST_TITLE_LINES = 10


def parse_slides(source: SourceText, span: Span, title: str | None = None) -> Document:
    """A deck: slides with their titles, totals that they print.

    Args:
        source: The file.
        span: The part of it that is this deck.
        title: Its title where a list of documents gives one; else as printed.
    """
    log = RepairLog()
    lines = without_furniture(source, lines_of(source, span), log)
    lines, after_navigation = _without_navigation(lines, log)
    page = read_title_page(lines[:_MOST_TITLE_LINES])
    title = title or page.title or (mended_title(lines[0].stripped[:40]) if lines else "無題")
    starts = _starts(lines, after_navigation)
    minimum = wrap_minimum(lines)
    slides: list[Slide] = []
    for start, end in pairwise([*starts, len(lines)]):
        passage = join(source, lines[start:end], log, mend_pages=False, minimum=minimum)
        if not passage:
            continue
        number = len(slides) + 1
        local_id = f"スライド{number}"
        slide_title = _title_of(lines[start], title)
        slides.append(
            Slide(
                id=unit_id(document_slug(title), local_id),
                label=f"{document_label(title)} {local_id}",
                locator=Locator((slide_title,), source.page_at(passage.start), None, number - 1),
                passage=passage,
                number=number,
                title=slide_title,
            )
        )
    return Document(
        id=document_slug(title),
        kind=DocumentKind.SLIDES,
        title=title,
        body=page.body,
        meeting=None,
        date=page.date,
        source=source,
        span=span,
        units=tuple(slides),
        repairs=log.result(),
        totals=tuple(total for slide in slides for total in official_totals(slide)),
    )


def line_key(text: str) -> str:
    """A line without white space, dots and marks, so that `1. 目的` is `1 目的`."""
    return re.sub(r"[\s.、・,]+", "", unicodedata.normalize("NFKC", text))


def navigation_runs(lines: Sequence[Line]) -> tuple[tuple[int, int], ...]:
    """Blocks of three or more lines that stand on three or more slides."""
    keys = [line_key(line.stripped) for line in lines]
    counts = Counter(keys)
    runs: list[tuple[int, int]] = []
    start = 0
    for place in range(1, len(lines) + 1):
        goes_on = place < len(lines) and lines[place].gap == 0 and counts[keys[place]] >= 3
        if goes_on and counts[keys[start]] >= 3:
            continue
        if place - start >= 3 and counts[keys[start]] >= 3:
            runs.append((start, place))
        start = place
    return tuple(runs)


def _without_navigation(
    lines: Sequence[Line], log: RepairLog
) -> tuple[tuple[Line, ...], frozenset[int]]:
    """Lines without navigation, and the source starts of lines that follow one."""
    dropped: set[int] = set()
    following: set[int] = set()
    for start, end in navigation_runs(lines):
        dropped.update(range(start, end))
        if end < len(lines):
            following.add(lines[end].span.start)
    for place in sorted(dropped):
        log.add(RepairKind.PAGE_FURNITURE, lines[place].content, lines[place].stripped)
    kept = tuple(line for place, line in enumerate(lines) if place not in dropped)
    return kept, frozenset(following)


def _starts(lines: Sequence[Line], after_navigation: frozenset[int]) -> list[int]:
    """Places where a slide begins."""
    starts = [0] if lines else []
    for place in range(1, len(lines)):
        line, before = lines[place], lines[place - 1]
        if line.page is not None:
            new = line.page != before.page
        else:
            new = line.span.start in after_navigation or _opens_slide(lines, place)
        if new:
            starts.append(place)
    return starts


def _opens_slide(lines: Sequence[Line], place: int) -> bool:
    """A title of a series (`…（2/3）`), or a lone title after several blank lines."""
    line = lines[place]
    if _SERIES.fullmatch(line.stripped) and line.gap:
        return True
    alone = line.gap >= 2 and (place + 1 == len(lines) or lines[place + 1].gap > 0)
    return alone and 12 <= len(line.stripped) <= 50 and _is_title(line)


def _is_title(line: Line) -> bool:
    text = line.stripped
    return not (opens_block(text) or ends_sentence(text) or "\t" in text) and len(text) <= 60


def _title_of(first: Line, title: str) -> str:
    """The first line of a slide where it is a title, else the title of the deck."""
    return mended_title(first.stripped) if _is_title(first) else title
