"""Footnotes: lifted out of the sentences they cut, and hung on their marks.

A definition is a line that begins with a raised digit, with `（注1）` or `※1`, or with a
bare digit where the text before it holds the raised mark of that number and no definition
yet, or a bare digit glued into a Japanese sentence.
"""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from index.documents import RepairKind
from index.parsers.footnote_marks import GLUED, MARK, RAISED, Definition, digits_value, mark_number
from index.parsers.lines import ends_sentence, is_cut, opens_block

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.parsers.lines import Line
    from index.parsers.repairs import RepairLog

_DEFINITION = re.compile(
    rf"(?P<raised>[{RAISED}]+)\s*(?=\S)|\[\^(?P<note>[0-9]{{1,3}})\]:?\s*(?=\S)"
    r"|(?P<label>[(（]\s*注\s*(?:[0-9０-９]{1,3})\s*[)）]|注\s*[0-9０-９]{1,3}\s*[)）.:：]?)\s*(?=\S)"
    r"|[※＊*](?P<star>[0-9０-９]{1,3})[\s　]*(?=\S)|(?P<bare>[0-9]{1,3})[\s　]+(?=\S)"
)


class FootnoteLifter:
    """Separates definitions from the lines of the text."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        self._defined: dict[str, int] = {}
        self._places = [(line, list(MARK.finditer(line.text))) for line in lines]
        self._labels = {
            (match.lastgroup, mark_number(match))
            for _, matches in self._places
            for match in matches
            if match.start() > 0
        }
        self._heading_numbers = _plain_heading_numbers(lines)

    def lift(self, log: RepairLog) -> tuple[tuple[Line, ...], tuple[Definition, ...]]:
        """The lines that remain and the definitions; those that cut a sentence are counted."""
        kept: list[Line] = []
        found: list[Definition] = []
        cuts: list[tuple[Line | None, list[Line]]] = []
        position = 0
        while position < len(self._lines):
            definition = self._definition(position)
            if definition is None:
                kept.append(self._lines[position])
                cuts.append((kept[-1], []))
                position += 1
                continue
            found.append(definition)
            if cuts:
                cuts[-1][1].extend(definition.lines)
            position += len(definition.lines)
        for (before, lifted), (after, _) in itertools.pairwise(cuts):
            if before and after and lifted and is_cut(before, after, opens_block, lifted=True):
                for line in lifted:
                    log.add(RepairKind.FOOTNOTE_LIFTED, line.content, line.stripped[:20])
        return tuple(kept), tuple(found)

    def _definition(self, position: int) -> Definition | None:
        line = self._lines[position]
        match = _DEFINITION.match(line.stripped)
        if match is None or not match.lastgroup or "\t" in line.text:
            return None
        form = match.lastgroup
        number = digits_value(match[form])
        if not self._is_definition(position, form, number):
            return None
        self._defined[form if form != "bare" else "raised"] = number
        lines = self._with_continuation(position, form)
        return Definition(number, form, lines, match.end())

    def _is_definition(self, position: int, form: str, number: int) -> bool:
        last = self._defined.get(form if form != "bare" else "raised", 0)
        if form in ("raised", "note"):
            return number == last + 1 or number == 1 or (form, number) in self._labels
        if form in ("label", "star"):
            return (form, number) in self._labels and self._lines[position].indent < 60
        return number == last + 1 and self._is_bare_definition(position, number)

    def _is_bare_definition(self, position: int, number: int) -> bool:
        """`5 …` is footnote 5 where its mark stands before it and no heading 5 is due."""
        line = self._lines[position]
        if number in self._heading_numbers and not ends_sentence(line.text):
            return False
        earlier = (match for _, marks in self._places[:position] for match in marks)
        if any(mark_number(match) == number for match in earlier):
            return True
        if not (ends_sentence(line.text) or self._at_page_foot(position)):
            return False
        before = "".join(near.text for near in self._lines[max(0, position - 40) : position])
        return any(digits_value(match[1]) == number for match in GLUED.finditer(before))

    def _at_page_foot(self, position: int) -> bool:
        line = self._lines[position]
        if line.page is None:
            return False
        later = self._lines[position + 1 :]
        rest = [other for other in later[:12] if other.page == line.page]
        return len(rest) < 8

    def _with_continuation(self, position: int, form: str) -> tuple[Line, ...]:
        """A definition's lines: to the foot of the page, else as far as it is wrapped."""
        lines = [self._lines[position]]
        for place, line in enumerate(self._lines[position + 1 :], position + 1):
            before = lines[-1]
            starts_next = _DEFINITION.match(line.stripped) and self._may_start(place)
            if starts_next or line.page != before.page or "\t" in line.text:
                break
            foot = line.page is not None and form != "label"
            ended = ends_sentence(before.text)
            if ended and (not foot or line.text[0] == "　" or opens_block(line.stripped)):
                break
            if not foot and (line.gap or opens_block(line.stripped)):
                break
            lines.append(line)
        return tuple(lines)

    def _may_start(self, position: int) -> bool:
        match = _DEFINITION.match(self._lines[position].stripped)
        if not match or not match.lastgroup:
            return False
        return self._is_definition(position, match.lastgroup, digits_value(match[match.lastgroup]))


def _plain_heading_numbers(lines: Sequence[Line]) -> frozenset[int]:
    """Numbers of lines such as `2 目的`: short, no end of a sentence, from 1 on."""
    found: set[int] = set()
    for line in lines:
        match = _DEFINITION.match(line.stripped)
        short = len(line.stripped) <= 45 and not ends_sentence(line.text)
        if match and match.lastgroup == "bare" and short:
            found.add(int(match["bare"]))
    return frozenset(found if 1 in found else ())
