"""Lines, and what every parser does with them: find, unwrap, tidy, count.

A parser works on `Line`s, never on bare strings, so that every character it keeps or
drops can be traced to the source. The usual order is::

    log = RepairLog()                                                # repairs.py
    lines = without_furniture(source, lines_of(source, span), log)   # furniture.py
    passage = join(source, lines, log)      # one paragraph or many
    document = Document(..., repairs=log.result())

Nothing is ever inserted: `join` keeps one white-space character of the source between
two paragraphs and drops the rest, and whatever it drops is in the log.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.documents import Passage, RepairKind, SourceText, Span, join_passages
from index.parsers.repairs import RepairLog, tidy

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

_LINE = re.compile(r"[^\n\r\f\v\u2028\u2029]+")
_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}

#: Marks that open a list item, a turn of talk, a note or a heading.
OPENING_MARK = re.compile(
    r"""\s*(?:
        [-‐–—－*•●○〇◯◎■□◆◇▲△▼▽➤➢►▶※★☆❖]\s | [・･●○〇◯◎■□◆◇▲△▼▽➤➢►▶※★☆❖\uf000-\uf0ff]
      | [①-⑳㉑-㉟㊱-㊿❶-❿⑴-⒇ⓐ-ⓩ]
      | [(（〔【〈《<＜［\[]\s*[^)）〕】〉》>＞［\]]{1,20}\s*[)）〕】〉》>＞］\]]
      | 第[0-9０-９一二三四五六七八九十百]+[章節款部編条]?[\s　]
      | [0-9０-９]{1,2}(?:[.．\-－―][0-9０-９]{1,2})*[.．、]?[\s　]
      | [0-9０-９]{1,2}(?:[.．][0-9０-９]{1,2})+ | [0-9０-９]{1,2}[.．、](?![0-9０-９])
      | [ivxIVX]{1,4}[.．]\s | [Ⅰ-Ⅻⅰ-ⅻ][.．\s　] | [ア-ン][.．、\s　] | [a-zA-Zａ-ｚ][.．)）]\s
      | [注※][0-9０-９]+ | [¹²³⁰⁴-⁹]
      | (?:図表?|表|別紙|別添|参考|資料)\s*[0-9０-９]
    )""",
    re.VERBOSE,
)
_SENTENCE_END = re.compile(r"[。．！？!?][」』）)】］〕”’]*$")
_CLOSED = re.compile(r"[」』）)】］〕”’：:；;…》〉>～〜~]$")
_PARTICLE = re.compile(r"[、，をはがにとのでもへや]")
_ENDS_IN_NOUN = re.compile(r"[一-鿿ァ-ヺーA-Za-zＡ-Ｚａ-ｚ0-9０-９々]$")
_LATIN_END = re.compile(r"[A-Za-z0-9,.;:'\")\-]$")
_LATIN_START = re.compile(r"[A-Za-z0-9'\"(]")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the source.

    Attributes:
        span: The line without its line end; indents and trailing spaces are in it.
        text: Its characters, `source.text[span.start:span.end]`.
        page: Page of the file it stands on, None where the file has no pages.
        gap: Blank lines before it (since the line before or the start of the region).
    """

    span: Span
    text: str
    page: int | None = None
    gap: int = 0

    @property
    def stripped(self) -> str:
        """The text without white space at both ends."""
        return self.text.strip()

    @property
    def indent(self) -> int:
        """Number of white-space characters at the start."""
        return len(self.text) - len(self.text.lstrip())

    @property
    def content(self) -> Span:
        """The span without white space at both ends."""
        start = self.span.start + self.indent
        return Span(start, start + len(self.stripped))


def half_width(text: str) -> str:
    """Full-width ASCII and the wide space to half width; the length stays the same."""
    return text.translate(_FULL_WIDTH)


def lines_of(source: SourceText, span: Span | None = None) -> tuple[Line, ...]:
    """The lines of a region that hold more than white space.

    A line also ends where a page ends, whether or not the page ends with a line end.

    Args:
        source: The file.
        span: The region, the whole file by default.
    """
    region = span or Span(0, len(source.text))
    lines: list[Line] = []
    end = region.start
    for piece in _pieces(source, region):
        text = source.text[piece.start : piece.end]
        if not text.strip():
            continue
        gap = max(source.text.count("\n", end, piece.start) - (1 if lines else 0), 0)
        lines.append(Line(piece, text, source.page_at(piece.start), gap))
        end = piece.end
    return tuple(lines)


def _pieces(source: SourceText, region: Span) -> Iterable[Span]:
    """Runs of characters between line ends and page starts."""
    starts = [page.span.start for page in source.pages]
    for match in _LINE.finditer(source.text, region.start, region.end):
        bounds = [match.start(), *_between(starts, match.start(), match.end()), match.end()]
        for start, end in itertools.pairwise(bounds):
            yield Span(start, end)


def _between(starts: Sequence[int], low: int, high: int) -> list[int]:
    return [start for start in starts if low < start < high]


def opens_block(text: str) -> bool:
    """Whether a line begins as a list item, turn, note or numbered heading."""
    return OPENING_MARK.match(text) is not None


def ends_sentence(text: str) -> bool:
    """Whether a text ends with a full stop, closing brackets behind it allowed."""
    return _SENTENCE_END.search(text.rstrip()) is not None


def display_width(text: str) -> float:
    """How wide a text prints, in full-width characters."""
    return sum(1.0 if unicodedata.east_asian_width(one) in "WFA" else 0.5 for one in text)


def wrap_minimum(lines: Sequence[Line]) -> float:
    """The width from which a line may have been broken by the edge of the page.

    Four fifths of the width that nine lines of ten stay below, and 15 at least: a text
    whose lines are whole paragraphs has no wrapped lines at all.
    """
    widths = sorted(display_width(line.text.rstrip()) for line in lines)
    return max(15.0, 0.8 * widths[len(widths) * 9 // 10]) if widths else 15.0


def is_wrapped(
    before: Line,
    after: Line,
    opens: Callable[[str], bool] = opens_block,
    minimum: float = 15.0,
) -> bool:
    """Whether `after`, the very next line, goes on with the sentence of `before`.

    Args:
        before: A line.
        after: The line below it, no blank line between.
        opens: Tells whether a line begins something new.
        minimum: A narrower `before` was not broken by the edge of the page.
    """
    if ends_sentence(before.text) or opens(after.stripped) or "\t" in before.text + after.text:
        return False
    if display_width(before.text.rstrip()) < minimum:
        return False
    if after.indent > before.indent and after.text[0] == "　" and not opens(before.stripped):
        return False
    if _CLOSED.search(before.stripped):
        return _PARTICLE.match(after.stripped) is not None
    return True


def is_cut(
    before: Line,
    after: Line,
    opens: Callable[[str], bool] = opens_block,
    lifted: bool = False,
    first: Line | None = None,
    minimum: float = 0.0,
) -> bool:
    """Whether a page end cut one sentence into `before` and, after a blank line, `after`.

    Args:
        before: Last line of a paragraph.
        after: First line of the next one.
        opens: Tells whether a line begins something new.
        lifted: A footnote or page furniture stood between them.
        first: First line of the paragraph that `before` ends (`before` by default); a
            list item may end in a noun, a running paragraph does not.
        minimum: On a page, a narrower `before` did not reach the edge.
    """
    if before.page is not None:
        narrow = display_width(before.text.rstrip()) < minimum
        if narrow or before.page == after.page:
            return False
    text = before.stripped
    if ends_sentence(text) or opens(after.stripped) or "\t" in text + after.text:
        return False
    if len(text) < 20:
        return False
    if _CLOSED.search(text):
        return _PARTICLE.match(after.stripped) is not None
    if _ENDS_IN_NOUN.search(text) and not lifted:
        is_item = opens_block((first or before).stripped)
        return not is_item and (len(text) >= 30 or "、" in text)
    return True


def join(
    source: SourceText,
    lines: Sequence[Line],
    log: RepairLog,
    opens: Callable[[str], bool] = opens_block,
    *,
    mend_pages: bool = True,
    minimum: float | None = None,
) -> Passage:
    """One passage from lines: wrapped and cut sentences whole again, then tidied.

    A break inside a Japanese sentence goes (LINE_BREAK), one between Latin words stays;
    a sentence that a page end cut is joined (PAGE_BREAK); between paragraphs one white-
    space character of the source stays. Ruby, bold marks and letter-spacing go.

    Args:
        source: The file.
        lines: In source order; what was taken out between them is the caller's repair.
        log: Counts every repair.
        opens: Tells whether a line begins something new (heading, list item, turn).
        mend_pages: Join over blank lines; off where lines are labels, as on slides.
        minimum: Width from which a line may be wrapped, `wrap_minimum(lines)` by default.
    """
    pieces: list[Passage] = []
    least = wrap_minimum(lines) if minimum is None else minimum
    first = lines[0] if lines else None
    for place, line in enumerate(lines):
        log_indents(line, log)
        if place:
            before = lines[place - 1]
            gap = Span(before.content.end, line.content.start)
            broken = _break_kind(source, (first, before, line), opens, least, mend_pages)
            if broken is None:
                first = line
                pieces.append(separator(source, gap))
            elif _is_latin(before, line):
                pieces.append(separator(source, gap))
            else:
                log.add(broken, _leading_space(source, gap))
        pieces.append(source.passage(line.content.start, line.content.end))
    return tidy(join_passages(*pieces), log)


def log_indents(line: Line, log: RepairLog) -> None:
    """Count the indent and the trailing spaces of a line as white space."""
    log.add(RepairKind.WHITE_SPACE, Span(line.span.start, line.content.start))
    log.add(RepairKind.WHITE_SPACE, Span(line.content.end, line.span.end))


def _break_kind(
    source: SourceText,
    lines: tuple[Line | None, Line, Line],
    opens: Callable[[str], bool],
    minimum: float,
    mend_pages: bool,
) -> RepairKind | None:
    """What damage the break between the last two lines is, None for a real break."""
    first, before, after = lines
    lifted = bool(source.text[before.span.end : after.span.start].strip())
    turned = before.page != after.page
    if after.gap == 0 and not lifted and not turned:
        wrapped = is_wrapped(before, after, opens, minimum)
        return RepairKind.LINE_BREAK if wrapped else None
    if mend_pages and is_cut(before, after, opens, lifted or turned, first, minimum):
        return RepairKind.PAGE_BREAK
    return None


def _is_latin(before: Line, after: Line) -> bool:
    return bool(_LATIN_END.search(before.stripped) and _LATIN_START.match(after.stripped))


def separator(source: SourceText, gap: Span) -> Passage:
    """One white-space character of a gap between two contents, a line end if it has one."""
    leading = _leading_space(source, gap)
    space = source.text[leading.start : leading.end]
    offset = space.find("\n") if "\n" in space else 0
    return source.passage(leading.start + offset, leading.start + offset + bool(space))


def _leading_space(source: SourceText, gap: Span) -> Span:
    """The white space at the start of a gap (a lifted footnote may follow it)."""
    text = source.text[gap.start : gap.end]
    return Span(gap.start, gap.start + len(text) - len(text.lstrip()))
