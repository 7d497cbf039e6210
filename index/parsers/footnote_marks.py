"""The marks of footnotes in running text: finding them and taking them out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.documents import RepairKind
from index.parsers.lines import half_width
from index.parsers.repairs import remove_spans

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from index.documents import Passage
    from index.parsers.lines import Line
    from index.parsers.repairs import RepairLog

RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_TO_DIGITS = str.maketrans(RAISED, "0123456789")
_EXPONENT = r"(?<![0-9][mM])(?<![0-9] [mM])(?<![0-9][kcmμ]m)(?<![0-9] [kcmμ]m)(?<![㎞㎝㎜])"
MARK = re.compile(
    rf"{_EXPONENT}(?P<raised>[{RAISED}]+)|<sup>\s*\(?(?P<tag>[0-9]{{1,3}})\)?\s*</sup>"
    r"|\[\^(?P<note>[0-9]{1,3})\]|[(（]\s*注\s*(?P<label>[0-9０-９]{1,3})\s*[)）]"
    r"|(?<!\s)[※＊](?P<star>[0-9０-９]{1,3})(?![0-9０-９])"
)
_JAPANESE = "ぁ-ゖァ-ヺー一-鿿々"
GLUED = re.compile(
    rf"(?<=[{_JAPANESE}」』）)])(?<!第)(?<!上記)(?<!前記)(?<!図)(?<!表)(?<!平成)(?<!令和)(?<!昭和)([0-9０-９]{{1,3}})"
    rf"(?=[ぁ-ん、。」）)])(?![つか])"
)


@dataclass(frozen=True, slots=True)
class Definition:
    """A footnote as it stands: its number, its lines, the length of the mark before it."""

    number: int
    form: str
    lines: tuple[Line, ...]
    mark_length: int

    @property
    def start(self) -> int:
        """Where it begins in the source."""
        return self.lines[0].content.start


@dataclass(frozen=True, slots=True)
class MarkPlace:
    """A mark found in a unit's text: which note, and where in text and source."""

    number: int
    start: int
    end: int
    source: int


def mark_number(match: re.Match[str]) -> int:
    """The number of a matched mark."""
    return digits_value(match[match.lastgroup or 0])


def digits_value(digits: str) -> int:
    """Raised, full-width or plain digits as a number."""
    plain = half_width(digits.translate(_TO_DIGITS))
    return int("".join(character for character in plain if character.isdigit()))


def find_marks(
    passages: Sequence[Passage], definitions: Sequence[Definition]
) -> tuple[tuple[MarkPlace, ...], ...]:
    """The marks in each passage that belong to one of the definitions."""
    numbers = {(_group(definition.form), definition.number) for definition in definitions}
    found = [list(_printed_marks(passage, numbers)) for passage in passages]
    seen = {mark.number: mark.source for marks in found for mark in marks}
    last = 0
    for definition in definitions:
        if definition.form == "bare" and definition.number not in seen:
            glued = _first_glued(passages, definition, last)
            if glued is not None:
                found[glued[0]].append(glued[1])
                seen[definition.number] = glued[1].source
        last = seen.get(definition.number, last)
    return tuple(tuple(sorted(marks, key=lambda mark: mark.start)) for marks in found)


def _group(form: str) -> str:
    return "raised" if form in ("bare", "raised", "tag") else form


def _printed_marks(passage: Passage, numbers: set[tuple[str, int]]) -> Iterator[MarkPlace]:
    for match in MARK.finditer(passage.text):
        number = mark_number(match)
        if (_group(str(match.lastgroup)), number) in numbers:
            source = passage.source_offset(match.start())
            yield MarkPlace(number, match.start(), match.end(), source)


def _first_glued(
    passages: Sequence[Passage], definition: Definition, after: int
) -> tuple[int, MarkPlace] | None:
    """The first bare digit glued into the text between the mark before and the note."""
    for place, passage in enumerate(passages):
        for match in GLUED.finditer(passage.text):
            source = passage.source_offset(match.start())
            if digits_value(match[1]) == definition.number and after <= source < definition.start:
                return place, MarkPlace(definition.number, match.start(), match.end(), source)
    return None


def without_marks(
    passage: Passage, marks: Sequence[MarkPlace], log: RepairLog
) -> tuple[Passage, tuple[tuple[MarkPlace, int], ...]]:
    """The passage without the marks, and each mark with its offset in what remains."""
    ranges = [(mark.start, mark.end) for mark in marks]
    removed = 0
    offsets: list[tuple[MarkPlace, int]] = []
    for mark in marks:
        offsets.append((mark, mark.start - removed))
        removed += mark.end - mark.start
    return remove_spans(passage, ranges, RepairKind.FOOTNOTE_MARK, log), tuple(offsets)
