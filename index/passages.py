"""Texts that know where in their source they stand, and what was mended in them."""

from __future__ import annotations

import bisect
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of characters of a source text."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Passage:
    """A text and the source spans whose slices, joined, are that text."""

    text: str
    spans: tuple[Span, ...]

    def __post_init__(self) -> None:
        if sum(map(len, self.spans)) != len(self.text):
            raise ValueError("the spans of a passage must add up to its text")

    def __bool__(self) -> bool:
        return bool(self.text)

    @property
    def start(self) -> int:
        """First character in the source."""
        return min((span.start for span in self.spans), default=0)

    @property
    def end(self) -> int:
        """One past the last character in the source."""
        return max((span.end for span in self.spans), default=0)

    def slice(self, start: int, end: int) -> Passage:
        """The part `start:end` (offsets of this passage's text) with its source spans."""
        start, end, _ = slice(start, end).indices(len(self.text))
        pieces: list[Span] = []
        offset = 0
        for span in self.spans:
            low, high = max(start - offset, 0), min(end - offset, len(span))
            if low < high:
                pieces.append(Span(span.start + low, span.start + high))
            offset += len(span)
        return Passage(self.text[start:end], tuple(pieces))

    def strip(self) -> Passage:
        """Without leading and trailing white space."""
        left = len(self.text) - len(self.text.lstrip())
        return self.slice(left, max(left, len(self.text.rstrip())))

    def source_offset(self, offset: int) -> int:
        """Source offset of the character at `offset` of this passage's text."""
        for span in self.spans:
            if offset < len(span):
                return span.start + offset
            offset -= len(span)
        return self.end


EMPTY_PASSAGE = Passage("", ())


def join_passages(*passages: Passage) -> Passage:
    """One passage after the other; touching spans are merged."""
    spans: list[Span] = []
    for span in (span for passage in passages for span in passage.spans if len(span)):
        if spans and spans[-1].end == span.start:
            spans[-1] = Span(spans[-1].start, span.end)
        else:
            spans.append(span)
    return Passage("".join(passage.text for passage in passages), tuple(spans))


class RepairKind(StrEnum):
    """What was mended or left out between the source and the units."""

    LINE_BREAK = "line_break"  # a break inside a sentence
    PAGE_BREAK = "page_break"  # a sentence cut by a page end, joined
    PAGE_FURNITURE = "page_furniture"  # page numbers, running heads, end marks
    CONTENTS_LINE = "contents_line"  # a line of the table of contents
    FOOTNOTE_LIFTED = "footnote_lifted"  # a footnote taken out of the sentence it cut
    FOOTNOTE_MARK = "footnote_mark"  # the mark of a footnote in running text
    RUBY = "ruby"  # reading aids such as ^{かつ}
    MARKUP = "markup"  # HTML tags, Markdown marks
    TURN_MARK = "turn_mark"  # ○ or - that opens a turn of talk
    LETTER_SPACING = "letter_spacing"  # spaces between the letters of one word
    TABLE_HEADER = "table_header"  # a repeated header row
    TABLE_CONTINUED = "table_continued"  # a row continued on the next page
    TABLE_KEY = "table_key"  # cells that became fields, separators between cells
    DUPLICATE = "duplicate"  # a passage that stands twice
    WHITE_SPACE = "white_space"  # indents, blank lines
    LABEL = "label"  # marks that became structure: 【意見内容】, roster notes
    ENCODING = "encoding"  # BOM, CP932, private-use glyphs


@dataclass(frozen=True, slots=True)
class Repair:
    """One repair: what kind, where in the source, and what it did."""

    kind: RepairKind
    span: Span
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the source: its number as a reader of the file counts it, from 1."""

    number: int
    span: Span


@dataclass(frozen=True, slots=True)
class SourceText:
    """The text of one file.

    Attributes:
        path: The file.
        text: All its text; a table row is one line with TAB between the cells and
            `<br>` between the lines of one cell.
        pages: Pages in order, empty where the format has none.
        repairs: What the reader itself mended.
        sha256: Hex digest of the file's bytes.
        media_type: `text/plain` or `application/pdf`.
    """

    path: Path
    text: str
    pages: tuple[Page, ...]
    repairs: tuple[Repair, ...]
    sha256: str
    media_type: str

    def passage(self, start: int, end: int) -> Passage:
        """The source's text `start:end` as a passage."""
        return Passage(self.text[start:end], (Span(start, end),) if end > start else ())

    def page_at(self, offset: int) -> int | None:
        """Number of the page that holds the character at `offset`."""
        place = bisect.bisect_right([page.span.start for page in self.pages], offset) - 1
        return self.pages[place].number if place >= 0 else None
