"""Sections of minutes: numbered headings, and unnumbered ones such as `日時：`."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import TYPE_CHECKING

from index.documents import RepairKind, Span
from index.parsers.levels import Path, named_level, numbered_level, place
from index.parsers.lines import Line, ends_sentence
from index.parsers.marks import Mark, Style, marks_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.parsers.repairs import RepairLog

_PREFIX = re.compile(r"\s*(?:#{1,6}\s*|[-*]\s+(?=[(（0-9０-９]))")
_STYLES = (
    Style.DECIMAL,
    Style.PAREN,
    Style.CHAPTER,
    Style.ORDINAL,
    Style.ROMAN,
    Style.KANJI,
    Style.PAREN_KANJI,
)
_LONGEST = 90
_NAMED = re.compile(
    r"[■◆●○◇□【〈《＜\[\s]*(?P<name>(?:開催)?日\s*時|開催日|(?:開催)?場\s*所|会\s*場"
    r"|(?:(?:その他の?)?出\s*席\s*(?:者|委員|構成員)|欠\s*席\s*(?:者|委員|構成員)"
    r"|委\s*員|構成員)(?:名簿)?"
    r"|議\s*題|議\s*事\s*次\s*第|次\s*第|議\s*事(?:\s*(?:概\s*要|要\s*旨|内\s*容|録))?|概\s*要"
    r"|配\s*[付布]\s*資\s*料|資\s*料|質疑応答|意見交換|主な意見|主な発言)"
    r"(?:\s*[(（][^()（）]{1,12}[)）])?[】〉》＞\]]?(?P<gap>\s*[：:]\s*|\s+)?(?P<rest>.*)"
)
#: Only these may stand before their text with a mere space between.
_SPACED = re.compile(r"日時|場所|会場|出席")


class SectionKind(Enum):
    """What a section of minutes holds, by its title."""

    WHEN = auto()
    WHERE = auto()
    ROSTER = auto()
    ABSENT = auto()
    LIST = auto()
    TALK = auto()
    RECORD = auto()


_KINDS: tuple[tuple[SectionKind, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        (SectionKind.WHEN, r"^(?:開催)?(?:日時|日程|期日|年月日)|^開催日"),
        (SectionKind.WHERE, r"場所$|^会場"),
        (SectionKind.ABSENT, r"^欠席"),
        (SectionKind.TALK, r"意見|発言|討議|質疑|審議|議論|議事|概要|意見交換|懇談|自由討論"),
        (SectionKind.ROSTER, r"出席|^構成員|^参加者|^委員(?:名簿)?$|^委員等"),
        (SectionKind.LIST, r"資料|次第|^議題"),
    )
)


_PROSE = (SectionKind.TALK, SectionKind.RECORD)


def kind_of(title: str) -> SectionKind:
    """What a section of that title holds."""
    bare = re.sub(r"\s+|[(（].*", "", title)
    found = (kind for kind, pattern in _KINDS if pattern.search(bare))
    return next(found, SectionKind.RECORD)


@dataclass(frozen=True, slots=True)
class Block:
    """One heading with the lines below it, down to the next heading.

    Attributes:
        path: Open headings, the block's own last.
        heading: The heading's line without Markdown marks, None for text under none.
        title: The heading without its number.
        body: The lines below it.
    """

    path: Path
    heading: Line | None
    title: str
    body: tuple[Line, ...]

    @property
    def number(self) -> str:
        """Normalised full number, e.g. `4(2)`."""
        return self.path[-1].number

    @property
    def kind(self) -> SectionKind:
        """What the block holds."""
        return kind_of(self.title)


def cut_line(line: Line, start: int) -> Line:
    """The line from its character `start` on."""
    span = Span(line.span.start + start, line.span.end)
    return Line(span, line.text[start:], line.page, line.gap)


def split_sections(
    lines: Sequence[Line], log: RepairLog
) -> tuple[tuple[Line, ...], tuple[Block, ...]]:
    """The lines before the first heading, and one block for each heading."""
    before: list[Line] = []
    blocks: list[Block] = []
    body: list[Line] = before
    path: Path = ()
    for line in lines:
        opened = _open(line, path)
        if opened is None:
            body.append(line)
            continue
        path, heading, title = opened
        path = _unique(path, blocks)
        skipped = Span(line.span.start, heading.span.start)
        log.add(RepairKind.MARKUP, skipped, "見出しの記号")
        if blocks:
            blocks[-1] = _with_body(blocks[-1], body)
        rest = cut_line(line, heading.span.end - line.span.start)
        body = [rest] if rest.stripped else []
        blocks.append(Block(path, heading, title, ()))
    if blocks:
        blocks[-1] = _with_body(blocks[-1], body)
    return tuple(before), tuple(blocks)


def _unique(path: Path, blocks: Sequence[Block]) -> Path:
    """The path with `~2`, `~3` … behind a name that came before: minutes list twice."""
    taken = {block.number for block in blocks}
    number, count = path[-1].number, 1
    while number in taken:
        count += 1
        number = f"{path[-1].number}~{count}"
    return (*path[:-1], replace(path[-1], number=number))


def _with_body(block: Block, body: list[Line]) -> Block:
    return Block(block.path, block.heading, block.title, tuple(body))


def _open(line: Line, path: Path) -> tuple[Path, Line, str] | None:
    """The path, line and title of the heading that a line is, None where it is none."""
    text = line.stripped
    if "\t" in line.text or len(text) > _LONGEST:
        return None
    prefix = _PREFIX.match(line.text)
    start = prefix.end() if prefix else line.indent
    heading = cut_line(line, start)
    if not ends_sentence(text) and not text.endswith(("、", "，")):
        for mark in marks_of(heading.stripped):
            parents = place(_open_to_numbers(path), mark) if mark.style in _STYLES else None
            if parents is not None and _has_title(heading, mark):
                title = heading.stripped[mark.length :].strip()
                return (*parents, numbered_level(parents, mark, heading.stripped)), heading, title
    return _open_named(line, path)


def _open_to_numbers(path: Path) -> Path:
    """The open headings below which a number may stand: 日時 and 出席者 hold none."""
    is_leaf = bool(path) and path[0].mark is None and kind_of(path[0].number) not in _PROSE
    return () if is_leaf else path


def _has_title(heading: Line, mark: Mark) -> bool:
    return bool(heading.stripped[mark.length :].strip())


def _open_named(line: Line, path: Path) -> tuple[Path, Line, str] | None:
    """`【日時】`, `場所：…`; not below a numbered heading, where it is text."""
    match = _NAMED.fullmatch(line.stripped)
    if match is None or (path and path[-1].mark is not None):
        return None
    name = re.sub(r"\s+", "", match["name"])
    gap = match["gap"] or ""
    if match["rest"] and not (gap.strip() or (gap and _SPACED.search(name))):
        return None
    end = line.indent + match.start("rest") if match["rest"] else len(line.text)
    span = Span(line.span.start, line.span.start + end)
    heading = Line(span, line.text[:end], line.page, line.gap)
    return (named_level(name),), heading, name
