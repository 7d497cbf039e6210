"""From what a model writes to claims: lines, sentences, and the units their markers mean."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from html import unescape

from assistant.answers import Claim, Layout, Reference
from assistant.sentence_checks.quotes import quoted_parts
from index.documents import Passage, Span, Unit
from index.text.keys import find_quote, quote_key
from index.text.sentences import split_sentences

_MARK = r"[\[［]\s*(\d{1,4}(?:\s*[,，、]\s*\d{1,4})*)\s*[\]］]"
_MARKS = re.compile(_MARK)
_SLOT = re.compile(r"^\s*[\[［]([A-Z])[\]］]\s*[。．.]?\s*$")
_BULLET = re.compile(r"^\s*(?:[-*・•●]\s*|\d{1,2}[.)．）]\s+)")
_ENGLISH_END = re.compile(rf"(?<=[.!?])((?:\s*{_MARK})*)\s+(?=[A-Z“\"\[])")
_LONGEST_QUOTE = 300


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a model.

    Attributes:
        text: Without its markers.
        numbers: Those of its markers, each once.
        slot: The letter of a block, where the line is nothing but that.
    """

    text: str
    numbers: tuple[int, ...] = ()
    slot: str | None = None


@dataclass
class SentenceReader:
    """Takes text as it comes and gives the sentences of every line that is complete."""

    _rest: str = field(default="", init=False)

    def feed(self, piece: str) -> Iterator[Sentence]:
        """The sentences that a further piece of text completes."""
        *lines, self._rest = f"{self._rest}{piece}".split("\n")
        for line in lines:
            yield from sentences_of(line)

    def finish(self) -> Iterator[Sentence]:
        """The sentences of the last line."""
        rest, self._rest = self._rest, ""
        yield from sentences_of(rest)


def sentences_of(line: str) -> Iterator[Sentence]:
    """The sentences of a line; markers behind a full stop belong to the sentence before it."""
    # The model was shown `&lt;` for `<` and may write either.
    bare = unescape(_BULLET.sub("", line)).replace("**", "").strip()
    if not bare:
        return
    if slot := _SLOT.match(bare):
        yield Sentence(bare, slot=slot[1])
        return
    pieces: list[str] = []
    for part in split_sentences(Passage(bare, (Span(0, len(bare)),))):
        leading = re.match(rf"(?:\s*{_MARK})+[。．.]?\s*", part.text)
        if pieces and leading:
            pieces[-1] += leading.group()
            rest = part.text[leading.end() :]
        else:
            rest = part.text
        if rest.strip():
            pieces += _ENGLISH_END.sub(r"\1\n", rest).split("\n")
    for piece in pieces:
        sentence = _sentence(piece)
        if sentence.text:
            yield sentence


def _sentence(piece: str) -> Sentence:
    """Markers are taken out; what looks like one inside a quote is the document's."""
    quotes = [(part.start, part.end) for part in quoted_parts(piece)]
    numbers: list[int] = []
    kept: list[str] = []
    done = 0
    for match in _MARKS.finditer(piece):
        if any(start < match.start() < end - 1 for start, end in quotes):
            continue
        numbers += map(int, re.findall(r"\d+", match.group()))
        kept.append(piece[done : match.start()])
        done = match.end()
    text = "".join((*kept, piece[done:])).strip()
    return Sentence(re.sub(r"\s+([。．.])$", r"\1", text), tuple(dict.fromkeys(numbers)))


def claim_of(sentence: Sentence, units: Sequence[Unit]) -> Claim:
    """The sentence as a claim on the units that its markers mean."""
    references = tuple(
        Reference(unit, passage) for unit in units for passage in _passages(sentence.text, unit)
    )
    return Claim(sentence.text, references, Layout.PROSE)


def _passages(text: str, unit: Unit) -> list[Passage]:
    """The runs of a unit that a sentence quotes, else its sentence that comes closest."""
    quoted = (find_quote(part.text, unit.passage, 4) for part in quoted_parts(text))
    found = [passage for passage in quoted if passage is not None]
    return found or [_closest(text, unit.passage)]


def _closest(text: str, passage: Passage) -> Passage:
    """The sentence of a passage that shares most pairs of letters with a text."""
    wanted = _pairs(text)
    sentences = [sentence.strip() for sentence in split_sentences(passage)]
    best = max(sentences, key=lambda one: len(_pairs(one.text) & wanted), default=passage)
    return best.slice(0, _LONGEST_QUOTE)


def _pairs(text: str) -> frozenset[str]:
    key = quote_key(text)
    return frozenset(key[start : start + 2] for start in range(len(key) - 1))
