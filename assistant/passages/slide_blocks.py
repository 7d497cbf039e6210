"""The blocks of a slide: a line says little without the headings above it and the lines beside it.

Slides mark their headings by a number (`1. …`), by a square (`■ …`), or by a motto between
tildes on the line below.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.documents import Passage, Slide

_NUMBERED = re.compile(r"\d{1,2}(?:[.．]\s*|\s+)(?=[^\d\s])")
_MARKED = re.compile(r"[■●◆□◇➤▶]")
_MOTTO = re.compile(r"[～〜~]")
_LONGEST = 450  # characters of a block that is quoted whole
_LINES_BELOW = 2
_LEVELS = (1, 2, 3)


@dataclass(frozen=True, slots=True)
class _Line:
    """A line with its range in the slide's text; level 1 to 3 of a heading, 0 of another line."""

    start: int
    end: int
    text: str
    level: int


def headings_above(slide: Slide, sentence: Passage) -> str:
    """The headings under which a sentence of a slide stands."""
    start = _place(slide, sentence)
    held: dict[int, str] = {}
    for line in _lines(slide):
        if line.start > start:
            break
        if line.level:
            held = {level: text for level, text in held.items() if level < line.level}
            if line.end <= start:
                held[line.level] = line.text
    return " ".join(held.values())


def block_of(slide: Slide, sentence: Passage) -> Passage:
    """The heading over a sentence of a slide with all lines of its block.

    A numbered heading opens all that follows up to the next number. Of a long block the
    sentence is given with what may be below it.
    """
    at, lines = _place(slide, sentence), _lines(slide)
    heading = next((line for line in reversed(lines) if line.level and line.start <= at), None)
    end = len(slide.text)
    if heading is not None:
        level = heading.level if at < heading.end else max(_LEVELS)
        closing = (
            line.start for line in lines if line.start > heading.start and 0 < line.level <= level
        )
        end = next(closing, end)
        block = slide.passage.slice(heading.start, end).strip()
        if len(block.text) <= _LONGEST:
            return block
    below = [line.end for line in lines if at <= line.start < end][:_LINES_BELOW]
    return slide.passage.slice(at, max(below, default=at + len(sentence.text))).strip()


def _place(slide: Slide, sentence: Passage) -> int:
    """Where in the text of a slide the sentence begins: of equal lines, this one."""
    places = [match.start() for match in re.finditer(re.escape(sentence.text), slide.text)]
    same = (at for at in places if slide.passage.slice(at, at + 1).start == sentence.start)
    return next(same, places[0] if places else 0)


def _lines(slide: Slide) -> list[_Line]:
    texts = slide.text.splitlines(keepends=True)
    lines, offset = [], 0
    for text, below in zip(texts, [*texts[1:], ""], strict=True):
        bare = text.strip()
        level = 1 if _NUMBERED.match(bare) else 3 if _MARKED.match(bare) else 0
        if not level and _MOTTO.match(below.strip()):
            level = 2
        lines.append(_Line(offset, offset + len(text), bare, level))
        offset += len(text)
    return lines
