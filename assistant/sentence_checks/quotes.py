"""Words in quotation marks: one contiguous run of a cited unit."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answers import Fault
from assistant.sentence_checks.grounds import Finding, Ground, holds
from index.documents import Passage
from index.text.keys import find_quote, quote_key

#: Shorter ones are terms: they may stand in a heading or a label as well.
LONG_QUOTE = 12
_CLOSINGS = {
    "「": "」", "『": "』", "“": "”", "〝": "〟", "‘": "’", "«": "»", "‹": "›", "《": "》",
    "〈": "〉", "｢": "｣", "„": "“",
}  # fmt: skip
_APOSTROPHE = re.compile(r"(?<=[A-Za-z])[’'](?=[A-Za-z])")
_SINGLE = re.compile(r"(?<!\w)'([^'\n]{4,})'(?!\w)")
_STRAIGHT = '"＂'
_TRAILING = "。．.、，, "


@dataclass(frozen=True, slots=True)
class Quoted:
    """Quoted words and where they stand in the sentence, with their marks."""

    text: str
    start: int
    end: int


def quoted_parts(sentence: str) -> tuple[Quoted, ...]:
    """What stands in outermost quotation marks.

    A mark that is never closed quotes all that follows, and one that was never opened all
    that precedes: leaving a mark out must not be a way around the check.
    """
    sentence = _SINGLE.sub(r'"\1"', _APOSTROPHE.sub("_", sentence))
    parts: list[Quoted] = []
    stack: list[str] = []
    start = 0
    for place, character in enumerate(sentence):
        if stack and character == stack[-1]:
            stack.pop()
            if not stack:
                parts.append(Quoted(sentence[start + 1 : place], start, place + 1))
        elif character in _CLOSINGS or (character in _STRAIGHT and not stack):
            if not stack:
                start = place
            stack.append(_CLOSINGS.get(character, character))
        elif character in _CLOSINGS.values() and not stack:
            parts = [Quoted(sentence[:place], 0, place + 1)]
    if stack:
        parts.append(Quoted(sentence[start + 1 :], start, len(sentence)))
    return tuple(parts)


def outside_quotes(sentence: str) -> str:
    """The sentence with all quoted words left out; the marks stay."""
    pieces: list[str] = []
    done = 0
    for part in quoted_parts(sentence):
        pieces.append(f"{sentence[done : part.start]}「」")
        done = part.end
    return "".join((*pieces, sentence[done:]))


def find_in(quoted: str, ground: Ground) -> Passage | None:
    """The run of the unit's text that was quoted; a stop at the end need not stand there."""
    passage = ground.unit.passage
    return find_quote(quoted, passage) or find_quote(quoted.rstrip(_TRAILING), passage)


def quote_fault(sentence: str, grounds: Sequence[Ground]) -> Finding | None:
    """Quoted words that no cited unit holds as one run."""
    for part in quoted_parts(sentence):
        if quote_key(part.text) and not _stands(part.text, grounds):
            return Finding(Fault.QUOTE_NOT_FOUND, part.text)
    return None


def _stands(quoted: str, grounds: Sequence[Ground]) -> bool:
    if any(find_in(quoted, ground) is not None for ground in grounds):
        return True
    key = quote_key(quoted.rstrip(_TRAILING))
    if any(key in titles for ground in grounds for titles in ground.titles):
        return True
    return len(key) < LONG_QUOTE and holds(quoted, grounds)
