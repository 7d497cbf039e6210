"""Made-up and real texts as sources, and what was parsed from them."""

from __future__ import annotations

from pathlib import Path

from index.documents import (
    Document,
    DocumentKind,
    Footnote,
    Passage,
    Section,
    SourceText,
    Span,
    Utterance,
)
from index.parsers import parse
from index.parsers.detect import detect
from index.parsers.minutes import parse_minutes
from tests.helpers.folders import corpus_file


def whole(text: str) -> Passage:
    """A text as one passage."""
    return Passage(text, (Span(0, len(text)),) if text else ())


def text_source(text: str, path: Path = Path("made-up.txt")) -> SourceText:
    return SourceText(path, text, (), (), "0" * 64, "text/plain")


def corpus_source(prefix: str) -> SourceText:
    """A file of the reference corpus as it stands, which no reader has touched."""
    path = corpus_file(prefix)
    return text_source(path.read_text(encoding="utf-8"), path)


def parse_text(text: str) -> Document:
    (document,) = parse(text_source(text))
    return document


def minutes_of(source: SourceText) -> Document:
    return parse_minutes(source, Span(0, len(source.text)))


def kind_of(text: str) -> DocumentKind:
    return detect(text_source(text), Span(0, len(text)))


def sections(document: Document) -> dict[str, Section]:
    return {unit.local_id: unit for unit in document.units if isinstance(unit, Section)}


def footnotes(document: Document) -> dict[int, Footnote]:
    return {unit.number: unit for unit in document.units if isinstance(unit, Footnote)}


def noted_words(document: Document, note: Footnote) -> str:
    """The words before a note's mark, as the section reads without it."""
    (section,) = [unit for unit in document.units if unit.id == note.marker_unit]
    return section.text[: note.marker_offset]


def utterances(document: Document, section: str) -> list[Utterance]:
    """The turns and paragraphs of one section."""
    return [
        unit
        for unit in document.units
        if isinstance(unit, Utterance) and unit.locator.section == section
    ]


def section_of(document: Document, number: str) -> Section:
    (found,) = (
        unit for unit in document.units if isinstance(unit, Section) and unit.number == number
    )
    return found


def lost_characters(document: Document) -> str:
    """Characters that are in no unit and in no repair."""
    kept: set[int] = set()
    for unit in document.units:
        for passage in (unit.passage, *unit.also_at):
            for span in passage.spans:
                kept.update(range(span.start, span.end))
    for repair in document.repairs:
        kept.update(range(repair.span.start, repair.span.end))
    text = document.source.text
    return "".join(c for place, c in enumerate(text) if place not in kept and not c.isspace())
