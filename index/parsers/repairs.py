"""Mending passages visibly: whatever goes is counted.

Each function takes a passage and gives one with less text; `RepairLog` keeps what went,
with its place in the source.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from index.documents import Passage, Repair, RepairKind, Span, join_passages

if TYPE_CHECKING:
    from collections.abc import Iterable

_JAPANESE = r"々〆〇ぁ-ゖァ-ヺー一-鿿㐀-䶿豈-﫿⺀-⿟"
_RUBY = re.compile(r"\^\{[^{}\n]{1,30}\}")
_BOLD = re.compile(r"\*\*|(?<![A-Za-z0-9_])__(?=\S)|(?<=\S)__(?![A-Za-z0-9_])")
_SPACED_CAPITALS = re.compile(
    r"(?<![A-Za-z0-9] )(?<![A-Za-z0-9])[A-Z](?:(?P<gap> )[A-Za-z](?![A-Za-z]))+(?![A-Za-z])"
    r"|(?<![A-Za-z0-9] )(?<![A-Za-z0-9])[A-Z] [A-Z]{2,5}(?![A-Za-z])"
)
_SPACED_JAPANESE = re.compile(
    rf"(?<![{_JAPANESE}])(?<![{_JAPANESE}][ 　])[{_JAPANESE}]"
    rf"(?:[ 　][{_JAPANESE}](?![{_JAPANESE}])){{3,}}"
)


class RepairLog:
    """Collects what parsing mended; `result()` freezes it."""

    def __init__(self) -> None:
        self._repairs: list[Repair] = []

    def add(self, kind: RepairKind, span: Span, detail: str = "") -> None:
        """Count one repair; an empty span is not one."""
        if len(span):
            self._repairs.append(Repair(kind, span, detail))

    def extend(self, repairs: Iterable[Repair]) -> None:
        """Count repairs made elsewhere."""
        self._repairs.extend(repairs)

    def result(self) -> tuple[Repair, ...]:
        """All repairs, in source order."""
        return tuple(sorted(self._repairs, key=lambda repair: (repair.span, repair.kind)))


def remove(passage: Passage, pattern: re.Pattern[str], kind: RepairKind, log: RepairLog) -> Passage:
    """The passage without every match of `pattern`, each counted as a repair."""
    found = [match.span() for match in pattern.finditer(passage.text)]
    return remove_spans(passage, found, kind, log)


def remove_spans(
    passage: Passage, ranges: Iterable[tuple[int, int]], kind: RepairKind, log: RepairLog
) -> Passage:
    """The passage without the given ranges of its text, in order, each counted."""
    kept: list[Passage] = []
    done = 0
    for start, end in ranges:
        kept.append(passage.slice(done, start))
        dropped = passage.slice(start, end)
        for span in dropped.spans:
            log.add(kind, span, dropped.text.strip())
        done = end
    return join_passages(*kept, passage.slice(done, len(passage.text))) if kept else passage


def tidy(passage: Passage, log: RepairLog) -> Passage:
    """The passage without ruby, bold marks and spaces between the letters of a word."""
    passage = remove(passage, _RUBY, RepairKind.RUBY, log)
    passage = remove(passage, _BOLD, RepairKind.MARKUP, log)
    return without_letter_spacing(passage, log)


def without_letter_spacing(passage: Passage, log: RepairLog) -> Passage:
    """`W i n n y` to `Winny`, `お は よ う` to `おはよう`; other spaces stay."""
    ranges = [
        (match.start() + offset, match.start() + offset + 1)
        for pattern in (_SPACED_CAPITALS, _SPACED_JAPANESE)
        for match in pattern.finditer(passage.text)
        for offset, character in enumerate(match.group())
        if character in " 　"
    ]
    return remove_spans(passage, sorted(ranges), RepairKind.LETTER_SPACING, log)
