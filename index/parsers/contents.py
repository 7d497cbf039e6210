"""The table of contents: it confirms headings and gives their printed pages."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.documents import RepairKind
from index.parsers.levels import Level, Path, named_level, numbered_level, place
from index.parsers.lines import ends_sentence, half_width
from index.parsers.marks import Mark, marks_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.parsers.lines import Line
    from index.parsers.repairs import RepairLog

_TITLE = re.compile(r"[<【(\[]?(?:目次|もくじ|contents|tableofcontents)[>】)\]]?", re.IGNORECASE)
_LEADER = r"(?:\s*[.…‥・･·⋯_]{3,}[.…‥・･·⋯_\s]*|\s*[…⋯‥]+\s*)"
_PAGE = r"[-\s(]*(?:p\.?\s*)?([0-9]{1,3})[-\s)]*(?:頁|ページ)?\s*"
_ENTRY = re.compile(
    rf"(?P<title>\S.*?)(?:{_LEADER}|\t+|\s{{2,}}|\s(?=[0-9]+\s*$)){_PAGE}", re.IGNORECASE
)
_LED_ENTRY = re.compile(rf"(?P<title>\S.*?){_LEADER}{_PAGE}", re.IGNORECASE)
#: What the contents of a law prints instead of a page: （第一条―第三条）.
_ARTICLES = re.compile(r"\s*[（(]第[^()（）]*条[^()（）]*[)）]\s*$")


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the contents page.

    Attributes:
        text: The heading as printed there, number included.
        page: Its printed page, if any.
        path: The headings above it and itself.
    """

    text: str
    page: int | None
    path: Path

    @property
    def key(self) -> str:
        """What the heading in the text must agree with."""
        return heading_key(self.text)


@dataclass(frozen=True, slots=True)
class Contents:
    """A contents page; empty where a document has none."""

    entries: tuple[Entry, ...] = ()

    def lists(self, mark: Mark) -> bool:
        """Whether headings of this level are listed, so that others are none."""
        return any(
            level.mark is not None and level.mark.key == mark.key
            for entry in self.entries
            for level in entry.path[-1:]
        )


def heading_key(text: str) -> str:
    """A heading without white space, dots, footnote marks and differences of width."""
    bare = re.sub(r"[¹²³⁰⁴-⁹]+", "", text)
    return re.sub(r"[\s.、,「」]+", "", unicodedata.normalize("NFKC", bare)).lower()


def take_contents(
    lines: Sequence[Line], log: RepairLog
) -> tuple[tuple[Line, ...], Contents, int | None]:
    """Lines without the contents page, the page read, and the place where it stood.

    The place counts the lines that are left before it, None where there is no such page.
    """
    start, end = _region(lines)
    if start == end:
        return tuple(lines), Contents(), None
    entries: list[Entry] = []
    path: Path = ()
    for text, page in _printed_entries(lines[start:end]):
        path = _entry_path(path, text)
        entries.append(Entry(text, page, path))
    for line in lines[start:end]:
        log.add(RepairKind.CONTENTS_LINE, line.content, line.stripped)
    return (*lines[:start], *lines[end:]), Contents(tuple(entries)), start


def _region(lines: Sequence[Line]) -> tuple[int, int]:
    """First and one past the last line of the contents page."""
    for place_, line in enumerate(lines):
        if _TITLE.fullmatch(re.sub(r"\s", "", half_width(line.text))):
            end = _end_of_entries(lines, place_ + 1)
            if end > place_ + 1:
                return place_, end
        elif all(
            _LED_ENTRY.fullmatch(half_width(near.stripped)) for near in lines[place_ : place_ + 3]
        ):
            end = _end_of_entries(lines, place_)
            if end >= place_ + 3:
                return place_, end
    return 0, 0


def _end_of_entries(lines: Sequence[Line], start: int) -> int:
    later = [heading_key(line.text) for line in lines]
    place_ = start
    while place_ < len(lines):
        text = half_width(lines[place_].stripped)
        key = later[place_]
        listed = _ENTRY.fullmatch(text) or (marks_of(text) and _ARTICLES.search(text))
        if listed and not ends_sentence(text):
            place_ += 1
        elif place_ + 1 < len(lines) and _wraps(text, lines[place_ + 1]):
            place_ += 2
        elif len(text) <= 60 and not ends_sentence(text) and key in later[place_ + 1 :]:
            place_ += 1
        else:
            break
    return place_


def _wraps(text: str, following: Line) -> bool:
    """Whether a contents line without a page goes on in the next line."""
    rest = half_width(following.stripped)
    entry = _ENTRY.fullmatch(rest)
    return bool(entry and not marks_of(rest) and marks_of(text) and not ends_sentence(text))


def _printed_entries(lines: Sequence[Line]) -> list[tuple[str, int | None]]:
    entries: list[tuple[str, int | None]] = []
    waiting = ""
    for line in lines:
        text = half_width(line.stripped)
        match = _ENTRY.fullmatch(text)
        if match:
            printed = line.stripped[match.start("title") : match.end("title")]
            if waiting and marks_of(printed):
                entries.append((waiting, None))
                waiting = ""
            entries.append((waiting + printed, int(match[2])))
            waiting = ""
        elif _TITLE.fullmatch(re.sub(r"\s", "", text)):
            continue
        else:
            if waiting:
                entries.append((waiting, None))
            waiting = _ARTICLES.sub("", line.stripped)
    return [*entries, (waiting, None)] if waiting else entries


def _entry_path(path: Path, text: str) -> Path:
    for mark in marks_of(text):
        parents = place(path, mark, gaps=2)
        if parents is not None:
            return (*parents, numbered_level(parents, mark, text))
    marks = marks_of(text)
    if marks:
        return (numbered_level((), marks[0], text),)
    level: Level = named_level(text)
    return (level,)
