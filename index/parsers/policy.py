"""Strategies, guidelines, decisions: numbered sections and their footnotes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.documents import Document, DocumentKind, RepairKind, Span
from index.ids import document_slug
from index.parsers.contents import take_contents
from index.parsers.footnotes import FootnoteLifter
from index.parsers.furniture import without_furniture
from index.parsers.heading_look import HeadingLook
from index.parsers.headings import HeadingFinder, unnumbered_headings
from index.parsers.lines import Line, lines_of, wrap_minimum
from index.parsers.notes import build_footnotes
from index.parsers.repairs import RepairLog
from index.parsers.sections import SectionBuilder
from index.parsers.titles import mended_title, read_title_page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.documents import SourceText

_MOST_TITLE_LINES = 12


def parse_policy(source: SourceText, span: Span, title: str | None = None) -> Document:
    """A policy document: sections in reading order, each followed by its footnotes.

    Args:
        source: The file.
        span: The part of it that is this document.
        title: Its title where a list of documents gives one; else as printed.
    """
    log = RepairLog()
    lines, marked_starts = _without_heading_marks(lines_of(source, span), log)
    lines = without_furniture(source, lines, log)
    lines, contents, contents_at = take_contents(lines, log)
    lines, definitions = FootnoteLifter(lines).lift(log)
    marked = frozenset(
        place for place, line in enumerate(lines) if line.span.start in marked_starts
    )
    look = HeadingLook(lines, marked)
    finder = HeadingFinder(lines, contents, look)
    headings = finder.find()
    warnings = list(finder.warnings)
    if not headings:
        headings = unnumbered_headings(look)
        warnings.append("番号のある見出しが見つからないため、番号なしの節として扱います。")
    first = headings[0].first if headings else len(lines)
    front = lines[: min(first if contents_at is None else contents_at, _MOST_TITLE_LINES)]
    page = read_title_page(front)
    title = title or page.title or _first_words(lines)
    document_id = document_slug(title)
    builder = SectionBuilder(source, lines, log, document_id, title, wrap_minimum(lines))
    sections = builder.build(headings)
    units, notes_warnings = build_footnotes(builder, sections, definitions)
    return Document(
        id=document_id,
        kind=DocumentKind.POLICY,
        title=title,
        body=page.body,
        meeting=None,
        date=page.date,
        source=source,
        span=span,
        units=units,
        repairs=log.result(),
        warnings=(*warnings, *builder.warnings, *notes_warnings),
    )


def _first_words(lines: Sequence[Line]) -> str:
    """The title of a text that prints none: the beginning of its first line."""
    return mended_title(lines[0].stripped[:40]) if lines else "無題"


def _without_heading_marks(
    lines: Sequence[Line], log: RepairLog
) -> tuple[tuple[Line, ...], frozenset[int]]:
    """Lines without Markdown's `#`, and where the lines start that had it."""
    result: list[Line] = []
    marked: set[int] = set()
    for line in lines:
        hashes = len(line.stripped) - len(line.stripped.lstrip("#"))
        start = line.content.start
        if not 1 <= hashes <= 6 or not line.stripped[hashes : hashes + 1].isspace():
            result.append(line)
            continue
        log.add(RepairKind.MARKUP, Span(start, start + hashes), "#" * hashes)
        span = Span(start + hashes, line.span.end)
        text = line.text[span.start - line.span.start :]
        result.append(Line(span, text, line.page, line.gap))
        marked.add(span.start)
    return tuple(result), frozenset(marked)
