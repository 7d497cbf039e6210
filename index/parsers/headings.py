"""Which lines are headings, and which number each has in its document.

A heading's number is the successor of an open one, a first one below it, or stands in the
contents page; a number in running text is seldom any of these. A heading is short, does
not end a sentence, and is not one of a list whose items follow each other line by line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from index.parsers.contents import Contents, Entry, heading_key
from index.parsers.levels import (
    Path,
    above_container,
    named_level,
    numbered_level,
    place,
)
from index.parsers.marks import CONTAINERS, Mark, Style, marks_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.parsers.heading_look import HeadingLook
    from index.parsers.lines import Line

_CAPTION = re.compile(r"[(（][^()（）]{1,30}[)）]")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading among the lines of a document.

    Attributes:
        first: Place of its first line (of the caption above it, where it has one).
        body: Place of the first line of its text; the heading's own line where the text
            begins on that line, as in an article.
        path: The headings above it and itself.
        title: The heading without its number.
        page: Printed page by the contents page.
    """

    first: int
    body: int
    path: Path
    title: str
    page: int | None = None


@dataclass(slots=True)
class HeadingFinder:
    """Walks over lines and collects headings.

    Attributes:
        lines: The document's lines, contents page and footnotes taken out.
        contents: The contents page.
        look: Tells headings from list items and running text.
        warnings: What a person should look at.
    """

    lines: Sequence[Line]
    contents: Contents
    look: HeadingLook
    warnings: list[str] = field(default_factory=list)
    _path: Path = ()
    _main: Path = ()
    _entry: int = 0
    _last_article: tuple[int, ...] = (0,)

    def find(self) -> tuple[Heading, ...]:
        """All headings, in order."""
        headings: list[Heading] = []
        position = 0
        while position < len(self.lines):
            heading = self._confirmed(position) or self._named(position) or self._next(position)
            if heading:
                headings.append(heading)
            position = max(heading.body, position + 1) if heading else position + 1
        return tuple(headings)

    def _confirmed(self, position: int) -> Heading | None:
        """A heading that the contents page lists, on one line or two."""
        if "\t" in self.lines[position].text:
            return None
        texts = [line.stripped for line in self.lines[position : position + 2]]
        keys = [heading_key("".join(texts[: count + 1])) for count in range(len(texts))]
        for offset, entry in enumerate(self.contents.entries[self._entry :]):
            if entry.key and entry.key in keys:
                self._entry += offset + 1
                count = keys.index(entry.key) + 1
                return self._from_entry(entry, position, "".join(texts[:count]), count)
        return None

    def _from_entry(self, entry: Entry, position: int, printed: str, count: int) -> Heading:
        mark = entry.path[-1].mark
        parents = entry.path[:-1]
        level = numbered_level(parents, mark, printed) if mark else named_level(printed)
        if mark:
            self._path = (*parents, level)
        own = marks_of(printed)
        title = printed[own[0].length :] if own and mark else printed
        return Heading(position, position + count, (*parents, level), title, entry.page)

    def _named(self, position: int) -> Heading | None:
        """A heading without number that such documents have: はじめに, 附則, 別紙1."""
        leaf = self.look.is_leaf_name(position)
        if not leaf and not self.look.is_annex_name(position):
            return None
        level = named_level(self.lines[position].stripped.split()[0])
        if not leaf:
            if self._path and self._path[0].mark:
                self._main = self._path
            self._path = (level,)
        return Heading(position, position + 1, (level,), self.lines[position].stripped)

    def _next(self, position: int) -> Heading | None:
        """A heading whose number follows from those before it."""
        text = self.lines[position].stripped
        for mark in marks_of(text):
            parents = self._parents(mark)
            skipped = parents is None and bool(self._path) and self.look.stands_alone(position)
            if skipped:
                parents = place(self._path, mark, gaps=1)
            if parents is None or not self.look.fits(position, mark):
                continue
            level = numbered_level(parents, mark, text)
            if self.contents.lists(mark) and not self._expected(level.number):
                continue
            if skipped:
                self.warnings.append(f"見出し「{text[:30]}」の前の番号が見つかりません。")
            return self._accept(position, mark, parents)
        return None

    def _parents(self, mark: Mark) -> Path | None:
        """The headings above `mark`: after a reference box the main text may go on.

        Articles are numbered through all chapters.
        """
        within = self._path[-1].mark if self._path else None
        if within and within.style is Style.ARTICLE and mark.style not in CONTAINERS:
            return None  # paragraphs and items of an article are its text
        if mark.style is not Style.ARTICLE:
            parents = place(self._path, mark)
            in_annex = bool(self._path) and self._path[0].mark is None
            return place(self._main, mark) if parents is None and in_annex else parents
        restarts = bool(self._path) and self._path[-1].mark is None and mark.values == (1,)
        is_next = self._last_article < mark.values and mark.values[0] <= self._last_article[0] + 1
        return above_container(self._path, mark) if is_next or restarts else None

    def _expected(self, number: str) -> bool:
        """Whether the contents page lists this number further on, under another title."""
        for offset, entry in enumerate(self.contents.entries[self._entry :]):
            if entry.path[-1].number == number:
                self._entry += offset + 1
                self.warnings.append(f"見出し {number} の題名が目次と一致しません。")
                return True
        return False

    def _accept(self, position: int, mark: Mark, parents: Path) -> Heading:
        text = self.lines[position].stripped
        if mark.style is Style.ARTICLE:
            return self._article(position, mark, parents)
        last = position
        if mark.style is Style.PLAN:
            self._path = (*parents, numbered_level(parents, mark, text[: mark.length]))
            inline = bool(text[mark.length :])
            return Heading(position, position + 1 - inline, self._path, text[: mark.length])
        if not text[mark.length :] or self.look.goes_on(position):
            last += 1
            text = (
                f"{text} {self.lines[last].stripped}"
                if not text[mark.length :]
                else (text + self.lines[last].stripped)
            )
        self._path = (*parents, numbered_level(parents, mark, text))
        return Heading(position, last + 1, self._path, text[mark.length :].strip())

    def _article(self, position: int, mark: Mark, parents: Path) -> Heading:
        """An article: its caption may stand on the line above, its text on its own line."""
        caption = self.lines[position - 1].stripped if position else ""
        has_caption = bool(_CAPTION.fullmatch(caption))
        printed = self.lines[position].stripped[: mark.length].strip()
        heading = printed + caption if has_caption else printed
        self._path = (*parents, numbered_level(parents, mark, heading))
        self._last_article = mark.values
        title = caption.strip("()（）") if has_caption else printed
        return Heading(position - has_caption, position, self._path, title)


def unnumbered_headings(look: HeadingLook) -> tuple[Heading, ...]:
    """Headings of a text that numbers none: marked lines, else short lines on their own.

    The first line of the text is taken for its title unless it is marked.
    """
    headings: list[Heading] = []
    for position, line in enumerate(look.lines):
        found = position in look.marked if look.marked else look.is_caption(position)
        if not found:
            continue
        level = named_level(line.stripped)
        headings.append(Heading(position, position + 1, (level,), line.stripped))
    return tuple(headings)
