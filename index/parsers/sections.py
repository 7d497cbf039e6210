"""Building section units from headings and lines."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from index.documents import (
    EMPTY_PASSAGE,
    Locator,
    Passage,
    RepairKind,
    Section,
    SourceText,
    Span,
    join_passages,
)
from index.ids import unit_id
from index.parsers.lines import join, separator
from index.parsers.titles import mended_title

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.parsers.headings import Heading
    from index.parsers.lines import Line
    from index.parsers.repairs import RepairLog

#: What stands before the first heading.
FRONT = "前文"
#: The one section of a text that has no headings at all.
WHOLE = "本文"
_BRACKETS = str.maketrans("", "", "「」『』")


@dataclass(slots=True)
class LocalIds:
    """Hands out local ids; one that is taken becomes `…~2`."""

    warnings: list[str] = field(default_factory=list)
    _taken: Counter[str] = field(default_factory=Counter)

    def take(self, local_id: str) -> str:
        """An id that no other unit of the document has."""
        self._taken[local_id] += 1
        count = self._taken[local_id]
        if count == 1:
            return local_id
        self.warnings.append(
            f"番号「{local_id}」が{count}回現れます（{local_id}~{count} とします）。"
        )
        return self.take(f"{local_id}~{count}")


def document_label(title: str) -> str:
    """How labels name a document: its title without 「」."""
    return title.translate(_BRACKETS)


@dataclass(slots=True)
class SectionBuilder:
    """Makes sections of one document.

    Attributes:
        source: The file.
        lines: The document's lines, contents page and footnotes taken out.
        log: Counts repairs.
        document_id: Id of the document.
        title: Its title.
        minimum: Width from which a line may be wrapped.
    """

    source: SourceText
    lines: Sequence[Line]
    log: RepairLog
    document_id: str
    title: str
    minimum: float
    ids: LocalIds = field(default_factory=LocalIds)

    @property
    def warnings(self) -> tuple[str, ...]:
        """What a person should look at."""
        return tuple(self.ids.warnings)

    def build(self, headings: Sequence[Heading]) -> tuple[Section, ...]:
        """The text before the first heading, then one section for each heading."""
        starts = [*(heading.first for heading in headings), len(self.lines)]
        first, ends = starts[0], starts[1:]
        sections: list[Section] = []
        if first and (front := self._front(first, bool(headings))).passage:
            sections.append(front)
        by_number: dict[str, str] = {}
        for heading, end in zip(headings, ends, strict=True):
            section = self._section(heading, end, by_number)
            by_number[section.number] = section.id
            sections.append(section)
        return tuple(sections)

    def label(self, local_id: str) -> str:
        """The label of a unit of this document."""
        return f"{document_label(self.title)} {local_id}"

    def _front(self, end: int, before_headings: bool) -> Section:
        name = FRONT if before_headings else WHOLE
        local_id = self.ids.take(name)
        passage = join(self.source, self.lines[:end], self.log, minimum=self.minimum)
        return Section(
            id=unit_id(self.document_id, local_id),
            label=self.label(local_id),
            locator=Locator((), self.source.page_at(passage.start), name, 0),
            passage=passage,
            number=name,
            title=name,
            level=1,
        )

    def _section(self, heading: Heading, end: int, by_number: dict[str, str]) -> Section:
        number = heading.path[-1].number
        local_id = self.ids.take(number)
        passage = self._passage(heading, end)
        parents = [level.number for level in heading.path[:-1] if level.number in by_number]
        return Section(
            id=unit_id(self.document_id, local_id),
            label=self.label(local_id),
            locator=Locator(
                tuple(level.heading for level in heading.path),
                self.source.page_at(passage.start),
                number,
                0,
            ),
            passage=passage,
            parent=by_number[parents[-1]] if parents else None,
            number=number,
            title=mended_title(heading.title),
            level=len(heading.path),
            printed_page=heading.page,
        )

    def _passage(self, heading: Heading, end: int) -> Passage:
        """The heading's lines, a line end, and the text up to the next heading."""
        head = self.lines[heading.first : heading.body]
        body = self.lines[heading.body : end]
        passages = [join(self.source, head, self.log, minimum=10.0)] if head else []
        if head and body:
            gap = Span(head[-1].content.end, body[0].content.start)
            passages.append(separator(self.source, gap))
        if body:
            passages.append(join(self.source, body, self.log, minimum=self.minimum))
        return join_passages(*passages) if passages else EMPTY_PASSAGE

    def note_passage(self, lines: Sequence[Line], mark_length: int) -> Passage:
        """The text of a footnote without the mark before it."""
        passage = join(self.source, lines, self.log, minimum=self.minimum)
        for span in passage.slice(0, mark_length).spans:
            self.log.add(RepairKind.FOOTNOTE_MARK, span, passage.text[:mark_length].strip())
        return passage.slice(mark_length, len(passage.text))
