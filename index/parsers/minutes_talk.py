"""Talk: turns opened by a mark or a printed speaker, paragraphs where nothing is marked.

A turn goes on over paragraphs until the next one opens. Stage lines (`（資料説明）`,
`上記について、…意見が述べられた。`) are nobody's turn; they belong to the section.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.documents import RepairKind, Span
from index.parsers.agenda import AgendaEntry, category_heading, item_mark
from index.parsers.lines import is_cut, is_wrapped
from index.parsers.minutes_sections import cut_line
from index.parsers.speaker_labels import TURN_CIRCLE, SpeakerLabel, speaker_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.parsers.lines import Line
    from index.parsers.repairs import RepairLog

_DASH = re.compile(r"\s*[-－–−]\s+(?![・･-])(?=\S)")
_IN_BRACKETS = re.compile(
    r"[（(〔［\[][^（）()]*(?:[（(][^（）()]*[）)][^（）()]*)*[）)〕］\]]。?"
    r"|[【＜<][^【】＜＞<>。]{1,40}[】＞>]"
)
_STAGE = re.compile(
    r"(?:上記|以上|以下|前記|本件|議題|資料|事務局|説明|続いて|次に|出席者|構成員|委員|これ|また)[^。]{0,90}"
    r"(?:説明|意見|報告|質疑|討議|議論|発言|紹介|意見交換|審議)[^。]{0,25}"
    r"(?:行われ|述べられ|出され|あり|あっ|なされ|示され|行っ|行い)(?:まし)?た。?"
)


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn: its lines without mark and label, and the printed label."""

    lines: tuple[Line, ...]
    label: str | None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of unmarked talk.

    `number` counts the paragraphs as the source prints them, from 1. One that a page end
    cut in two counts twice and is known by its first half, so numbers may skip.
    """

    number: int
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Talk:
    """What stands below a heading: text of the section, agenda lists, turns."""

    stage: tuple[Line, ...]
    agenda: tuple[AgendaEntry, ...]
    turns: tuple[Turn, ...]


def is_stage_line(text: str) -> bool:
    """Whether a paragraph tells what happened instead of what somebody said."""
    return bool(_IN_BRACKETS.fullmatch(text.strip()) or _STAGE.fullmatch(text.strip()))


def read_talk(lines: Sequence[Line], families: frozenset[str], log: RepairLog) -> Talk:
    """Sort the lines below a heading into turns, agenda items and the section's text."""
    openings = _openings(lines, families)
    first = min(openings, default=len(lines))
    stage, agenda = _before_turns(lines[:first], log)
    turns: list[Turn] = []
    for place in range(first, len(lines)):
        line = lines[place]
        if place in openings:
            turns.append(_open(line, openings[place], log))
        elif _IN_BRACKETS.fullmatch(line.stripped) or category_heading(line.stripped):
            stage.append(line)
        else:
            turns[-1] = Turn((*turns[-1].lines, line), turns[-1].label)
    return Talk(tuple(stage), tuple(agenda), tuple(turns))


def paragraphs(lines: Sequence[Line]) -> tuple[Paragraph, ...]:
    """The paragraphs of unmarked talk, sentences cut by page ends whole again."""
    found: list[Paragraph] = []
    number = 0
    for place, line in enumerate(lines):
        before = lines[place - 1] if place else None
        wrapped = before is not None and _is_wrapped(before, line)
        number += not wrapped
        if before is not None and (wrapped or _is_cut(before, line, found[-1].lines[0])):
            found[-1] = Paragraph(found[-1].number, (*found[-1].lines, line))
        else:
            found.append(Paragraph(number, (line,)))
    return tuple(found)


def _is_wrapped(before: Line, after: Line) -> bool:
    return after.gap == 0 and before.page == after.page and is_wrapped(before, after)


def _is_cut(before: Line, after: Line, first: Line) -> bool:
    turned = before.page != after.page
    return (after.gap > 0 or turned) and is_cut(before, after, lifted=turned, first=first)


@dataclass(frozen=True, slots=True)
class _Opening:
    """How a line opens a turn: length of its mark, and its label."""

    mark: int
    label: SpeakerLabel | None


def _openings(lines: Sequence[Line], families: frozenset[str]) -> dict[int, _Opening]:
    """The lines that open turns.

    Where circles come with printed speakers, a bare circle opens a list item; labels
    without any mark must come at least twice, so that one `目的：…` is no speaker.
    """
    labels = {place: speaker_label(line.text, families) for place, line in enumerate(lines)}
    circles = {place for place, line in enumerate(lines) if TURN_CIRCLE.match(line.text)}
    named = {
        place: label
        for place, label in labels.items()
        if label and not category_heading(lines[place].text)
    }
    unmarked = [place for place in named if place not in circles]
    sure = [place for place in unmarked if lines[place].stripped.startswith(("【", "（", "("))]
    if len(unmarked) < 2 and not sure:
        named = {place: label for place, label in named.items() if place in circles}
    found = {place: _Opening(_mark_length(lines[place]), label) for place, label in named.items()}
    if len(named) >= 2 and 2 * len(named) >= len(circles):
        return found
    for place, line in enumerate(lines):
        mark = _bare_mark(line)
        if place not in found and mark and not _is_introduction(line, mark):
            found[place] = _Opening(mark, None)
    return found


def _mark_length(line: Line) -> int:
    match = TURN_CIRCLE.match(line.text)
    return match.end() if match else 0


def _bare_mark(line: Line) -> int:
    """Length of ○ or of a dash before prose; a dash before a phrase is a list item."""
    if match := TURN_CIRCLE.match(line.text):
        return match.end()
    match = _DASH.match(line.text)
    is_prose = "。" in line.text or len(line.stripped) >= 35
    return match.end() if match and is_prose else 0


def _is_introduction(line: Line, mark: int) -> bool:
    return is_stage_line(line.text[mark:])


def _open(line: Line, opening: _Opening, log: RepairLog) -> Turn:
    """The turn that a line opens; mark and label become structure."""
    start = line.span.start
    log.add(RepairKind.TURN_MARK, Span(start, start + opening.mark), "発言の記号")
    end = opening.label.end if opening.label else opening.mark
    text = opening.label.text if opening.label else None
    log.add(RepairKind.LABEL, Span(start + opening.mark, start + end), text or "")
    rest = cut_line(line, end)
    return Turn((rest,) if rest.stripped else (), text)


def _before_turns(lines: Sequence[Line], log: RepairLog) -> tuple[list[Line], list[AgendaEntry]]:
    """The section's own text and its agenda lists, before anybody speaks."""
    stage: list[Line] = []
    agenda: list[AgendaEntry] = []
    category: str | None = None
    for place, line in enumerate(lines):
        opened = category_heading(line.text)
        mark = item_mark(line) if category is not None else 0
        if opened is not None:
            category = opened
            log.add(RepairKind.LABEL, line.content, opened)
        elif mark:
            log.add(RepairKind.MARKUP, Span(line.span.start, line.span.start + mark), "箇条書き")
            agenda.append(AgendaEntry(category or "", (cut_line(line, mark),)))
        elif agenda and not stage and _is_wrapped(lines[place - 1], line):
            agenda[-1] = AgendaEntry(agenda[-1].category, (*agenda[-1].lines, line))
        else:
            stage.append(_without_dash(line, log))
    return stage, agenda


def _without_dash(line: Line, log: RepairLog) -> Line:
    """A stage line without the dash that a list gave it."""
    match = _DASH.match(line.text)
    if match is None:
        return line
    log.add(RepairKind.MARKUP, Span(line.span.start, line.span.start + match.end()), "箇条書き")
    return cut_line(line, match.end())
