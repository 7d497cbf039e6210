"""Units cut into chunks, the pieces that are embedded and searched.

A chunk is a few whole sentences of one unit. The headings above it are searched with it, and
never quoted. The chunks of a unit, joined, are its passage.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator

from index.documents import (
    AgendaItem,
    Chunk,
    Comment,
    Document,
    Footnote,
    Passage,
    RosterEntry,
    Unit,
    Utterance,
    join_passages,
)
from index.text.sentences import split_sentences

TARGET = 300  # characters at which a chunk is full
LONGEST = 600  # characters at which a sentence is cut
SHORTEST = 60  # characters below which a last chunk joins the one before it

_PHRASE = 30  # characters before the mark of a footnote that may be what it is about
_PHRASE_BORDER = re.compile(r"[、。，．「」『』・\n]")
_PAUSE = re.compile(r"[、，,\n]")


def chunk_document(document: Document) -> Iterator[tuple[Unit, Chunk]]:
    """All chunks of a document in reading order, each with its unit.

    A footnote is searched with the words it hangs on as well, which it seldom repeats.
    """
    texts = {unit.id: unit.text for unit in document.units}
    for unit in document.units:
        noted = ""
        if isinstance(unit, Footnote) and unit.marker_unit and unit.marker_offset:
            noted = _last_phrase(texts.get(unit.marker_unit, "")[: unit.marker_offset])
        for chunk in chunk_unit(unit, noted):
            yield unit, chunk


def chunk_unit(unit: Unit, noted: str = "") -> tuple[Chunk, ...]:
    """The chunks of a unit in order; `<unit id>@1` is the first.

    What a comment asks and what is replied are never in one chunk.

    Args:
        unit: The unit.
        noted: Words elsewhere that it is about, searched as a heading.
    """
    headings = (*unit.locator.heading_path, noted) if noted else unit.locator.heading_path
    passages = [chunk for part in _parts(unit) for chunk in _gather(_sentences(part))]
    return tuple(
        Chunk(f"{unit.id}@{number}", unit.id, passage, headings)
        for number, passage in enumerate(passages, start=1)
    )


def unit_of_chunk(chunk_id: str) -> str:
    """Id of the unit a chunk is a part of."""
    return chunk_id.rpartition("@")[0]


def search_text(chunk: Chunk) -> str:
    """What is embedded of a chunk: the headings above it, then its text."""
    return "\n".join((*chunk.heading_path, chunk.text))


def names_in(unit: Unit) -> str:
    """Who wrote or said a unit, as far as the document says."""
    match unit:
        case Comment(submitter=submitter):
            return submitter
        case Utterance(attribution=by):
            return " ".join(name for name in (by.label, by.office, by.person) if name)
        case RosterEntry(name=name, offices=offices):
            return " ".join((name, *offices))
        case AgendaItem(category=category):
            return category
        case _:
            return ""


def digest(unit: Unit, chunk: Chunk) -> str:
    """Hash of all that is searched of a chunk."""
    searched = "\0".join((search_text(chunk), unit.label, names_in(unit)))
    return hashlib.sha256(searched.encode()).hexdigest()


def _last_phrase(text: str) -> str:
    """The last words of a text, back to a mark of punctuation."""
    return _PHRASE_BORDER.split(text[-_PHRASE:])[-1].strip()


def _parts(unit: Unit) -> Iterator[Passage]:
    """The passage of a unit, cut where a comment's reply begins."""
    border = _offset_of(unit.reply, unit.passage) if isinstance(unit, Comment) else None
    if border:
        yield unit.passage.slice(0, border)
        yield unit.passage.slice(border, len(unit.text))
    else:
        yield unit.passage


def _offset_of(part: Passage, whole: Passage) -> int | None:
    """Where in the text of `whole` the source character at which `part` begins stands."""
    offset = 0
    for span in whole.spans:
        if part and span.start <= part.start < span.end:
            return offset + part.start - span.start
        offset += len(span)
    return None


def _sentences(passage: Passage) -> Iterator[Passage]:
    """Sentences, the overlong ones cut at a comma near the limit."""
    for sentence in split_sentences(passage):
        rest = sentence
        while len(rest.text) > LONGEST:
            pauses = [match.end() for match in _PAUSE.finditer(rest.text, 0, LONGEST)]
            border = pauses[-1] if pauses else LONGEST
            yield rest.slice(0, border)
            rest = rest.slice(border, len(rest.text))
        yield rest


def _gather(sentences: Iterable[Passage]) -> list[Passage]:
    """Sentences joined until a chunk is full."""
    chunks: list[Passage] = []
    for sentence in sentences:
        if chunks and _fits(chunks[-1], sentence):
            chunks[-1] = join_passages(chunks[-1], sentence)
        else:
            chunks.append(sentence)
    if len(chunks) > 1 and len(chunks[-1].text) < SHORTEST:
        chunks[-2:] = [join_passages(*chunks[-2:])]
    return chunks


def _fits(chunk: Passage, sentence: Passage) -> bool:
    return len(chunk.text) + len(sentence.text) <= TARGET
