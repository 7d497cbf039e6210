"""The types that everything else speaks: sources, documents, units, chunks.

All offsets count characters (not bytes) of `SourceText.text`. A `Passage` is a text
together with the source spans it was taken from; its text is exactly the
concatenation of those slices. Nothing is ever inserted into a passage: what a repair
removes (a page number, a line break inside a Japanese sentence, an HTML tag) lies
between two spans and is counted as a `Repair`.
"""

from __future__ import annotations

import bisect
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of characters of a source text."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Passage:
    """A text and the source spans whose slices, joined, are that text."""

    text: str
    spans: tuple[Span, ...]

    def __post_init__(self) -> None:
        if sum(map(len, self.spans)) != len(self.text):
            raise ValueError("the spans of a passage must add up to its text")

    def __bool__(self) -> bool:
        return bool(self.text)

    @property
    def start(self) -> int:
        """First character in the source."""
        return min((span.start for span in self.spans), default=0)

    @property
    def end(self) -> int:
        """One past the last character in the source."""
        return max((span.end for span in self.spans), default=0)

    def slice(self, start: int, end: int) -> Passage:
        """The part `start:end` (offsets of this passage's text) with its source spans."""
        start, end, _ = slice(start, end).indices(len(self.text))
        pieces: list[Span] = []
        offset = 0
        for span in self.spans:
            low, high = max(start - offset, 0), min(end - offset, len(span))
            if low < high:
                pieces.append(Span(span.start + low, span.start + high))
            offset += len(span)
        return Passage(self.text[start:end], tuple(pieces))

    def strip(self) -> Passage:
        """Without leading and trailing white space."""
        left = len(self.text) - len(self.text.lstrip())
        return self.slice(left, max(left, len(self.text.rstrip())))

    def source_offset(self, offset: int) -> int:
        """Source offset of the character at `offset` of this passage's text."""
        for span in self.spans:
            if offset < len(span):
                return span.start + offset
            offset -= len(span)
        return self.end


EMPTY_PASSAGE = Passage("", ())


def join_passages(*passages: Passage) -> Passage:
    """One passage after the other; touching spans are merged."""
    spans: list[Span] = []
    for span in (span for passage in passages for span in passage.spans if len(span)):
        if spans and spans[-1].end == span.start:
            spans[-1] = Span(spans[-1].start, span.end)
        else:
            spans.append(span)
    return Passage("".join(passage.text for passage in passages), tuple(spans))


class RepairKind(StrEnum):
    """What was mended or left out between the source and the units."""

    LINE_BREAK = "line_break"  # a break inside a sentence
    PAGE_BREAK = "page_break"  # a sentence cut by a page end, joined
    PAGE_FURNITURE = "page_furniture"  # page numbers, running heads, end marks
    CONTENTS_LINE = "contents_line"  # a line of the table of contents
    FOOTNOTE_LIFTED = "footnote_lifted"  # a footnote taken out of the sentence it cut
    FOOTNOTE_MARK = "footnote_mark"  # the mark of a footnote in running text
    RUBY = "ruby"  # reading aids such as ^{かつ}
    MARKUP = "markup"  # HTML tags, Markdown marks
    TURN_MARK = "turn_mark"  # ○ or - that opens a turn of talk
    LETTER_SPACING = "letter_spacing"  # spaces between the letters of one word
    TABLE_HEADER = "table_header"  # a repeated header row
    TABLE_CONTINUED = "table_continued"  # a row continued on the next page
    TABLE_KEY = "table_key"  # cells that became fields, separators between cells
    DUPLICATE = "duplicate"  # a passage that stands twice
    WHITE_SPACE = "white_space"  # indents, blank lines
    LABEL = "label"  # marks that became structure: 【意見内容】, roster notes
    ENCODING = "encoding"  # BOM, CP932, private-use glyphs


@dataclass(frozen=True, slots=True)
class Repair:
    """One repair: what kind, where in the source, and what it did."""

    kind: RepairKind
    span: Span
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the source: its number as a reader of the file counts it, from 1."""

    number: int
    span: Span


@dataclass(frozen=True, slots=True)
class SourceText:
    """The text of one file.

    Attributes:
        path: The file.
        text: All its text; a table row is one line with TAB between the cells and
            `<br>` between the lines of one cell.
        pages: Pages in order, empty where the format has none.
        repairs: What the reader itself mended.
        sha256: Hex digest of the file's bytes.
        media_type: `text/plain` or `application/pdf`.
    """

    path: Path
    text: str
    pages: tuple[Page, ...]
    repairs: tuple[Repair, ...]
    sha256: str
    media_type: str

    def passage(self, start: int, end: int) -> Passage:
        """The source's text `start:end` as a passage."""
        return Passage(self.text[start:end], (Span(start, end),) if end > start else ())

    def page_at(self, offset: int) -> int | None:
        """Number of the page that holds the character at `offset`."""
        place = bisect.bisect_right([page.span.start for page in self.pages], offset) - 1
        return self.pages[place].number if place >= 0 else None


class Basis(StrEnum):
    """Why a speaker is named, or that none is."""

    PRINTED = "printed"
    HEADING = "heading"
    SELF_REFERENCE = "self_reference"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who speaks in a turn, and on what ground.

    Attributes:
        label: The speaker as printed, where printed.
        office: The office, e.g. 総務大臣.
        person: The person's name, only where the roster of that meeting gives exactly one.
        basis: The ground.
        evidence: The words of the document that show it ("" where there are none).
        proxy_for: The absent member ("name office") for whom `person` attended.
    """

    label: str | None
    office: str | None
    person: str | None
    basis: Basis
    evidence: str = ""
    proxy_for: str | None = None


NO_ATTRIBUTION = Attribution(None, None, None, Basis.NONE)


class UnitKind(StrEnum):
    """What a unit is."""

    SECTION = "section"
    UTTERANCE = "utterance"
    COMMENT = "comment"
    FOOTNOTE = "footnote"
    ROSTER_ENTRY = "roster_entry"
    AGENDA_ITEM = "agenda_item"
    SLIDE = "slide"


@dataclass(frozen=True, slots=True)
class Locator:
    """Where a unit stands.

    Attributes:
        heading_path: Headings from the document's top down to the unit's own section,
            each as printed, e.g. ("5. 目的達成のための施策", "5.2. …", "5.2.3 …").
        page: Page of the source file, where it has pages.
        section: Normalised section number the unit is or stands in, e.g. `5.2.3(1)ii`.
        order: Reading order within the document, from 0.
    """

    heading_path: tuple[str, ...]
    page: int | None
    section: str | None
    order: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """What can be cited.

    Attributes:
        id: `<document id>#<local id>`, see `index.ids`.
        label: What an official would write, e.g. 第39回会合 議事要旨 4(2) 発言5.
        locator: Where it stands.
        passage: Its whole text. A section's text begins with its own heading line and
            does not hold its subsections.
        parent: Id of the unit that holds it (section of a turn, section above), if any.
        also_at: Passages elsewhere in the document that say the same (doubled blocks).
    """

    id: str
    label: str
    locator: Locator
    passage: Passage
    parent: str | None = None
    also_at: tuple[Passage, ...] = ()

    @property
    def kind(self) -> UnitKind:
        """The kind of this unit."""
        return UNIT_KINDS[type(self)]

    @property
    def text(self) -> str:
        """The unit's whole text."""
        return self.passage.text

    @property
    def local_id(self) -> str:
        """The part of the id after `#`."""
        return self.id.partition("#")[2]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section(Unit):
    """A numbered (or unnumbered) section.

    Attributes:
        number: Normalised full number, e.g. `5.2.3(1)ii`; a name such as 前文 where the
            document prints no number.
        title: The heading without its number.
        level: Depth from 1.
        printed_page: Page that the contents page gives for it, where it does.
    """

    number: str
    title: str
    level: int
    printed_page: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Utterance(Unit):
    """One turn of talk, or one paragraph where the minutes mark no turns.

    `number` counts within its section from 1; `is_turn` is False for paragraph units.
    """

    number: int
    attribution: Attribution
    is_turn: bool = True


class SubmitterKind(StrEnum):
    """Who sent a comment."""

    INDIVIDUAL = "individual"
    ORGANISATION = "organisation"
    UNKNOWN = "unknown"  # the table prints no submitter


class Outcome(StrEnum):
    """What came of a comment, by the words of the reply."""

    REVISED = "revised"
    UNCHANGED = "unchanged"
    ALREADY_COVERED = "already_covered"
    FOR_REFERENCE = "for_reference"
    AGREEMENT = "agreement"
    EXPLAINED = "explained"


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment(Unit):
    """One public comment with its reply.

    Attributes:
        number: 番号 as printed.
        branch: 枝番号, None where there is none.
        submitter: Name with damage mended, e.g. 個人(11).
        submitter_kind: Individual or organisation.
        target_text: 該当箇所 as printed.
        targets: Normalised section numbers in it, e.g. ("5.2.3(1)ii",); empty for 全般.
        pages: ページ数 as printed, "" where none.
        opinion: The opinion.
        reason: The reason, where it stands apart.
        reply: The government's reply.
        outcome: What came of it.
        outcome_evidence: The words of the reply that decide the outcome.
        see_also: Comment keys ("27-2") the reply points to.
    """

    number: int
    branch: int | None
    submitter: str
    submitter_kind: SubmitterKind
    target_text: str
    targets: tuple[str, ...]
    pages: str
    opinion: Passage
    reason: Passage
    reply: Passage
    outcome: Outcome
    outcome_evidence: str
    see_also: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """`27-2`, or `10` where the comment has no branch."""
        return f"{self.number}-{self.branch}" if self.branch is not None else str(self.number)


@dataclass(frozen=True, slots=True, kw_only=True)
class Footnote(Unit):
    """A footnote; `marker_unit` and `marker_offset` say which text it hangs on.

    `marker_offset` is the offset in the marker unit's text of the character that
    follows the (removed) mark, so `text[:marker_offset]` ends with the noted words.
    """

    number: int
    marker_unit: str | None
    marker_offset: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RosterEntry(Unit):
    """One person of the roster.

    Attributes:
        name: Without spaces.
        offices: One or more offices.
        group: The heading of the group, e.g. 出席者 or その他出席者.
        proxy_for: Name of the absent member this person stands for.
        attended: False for a member who was represented by a proxy.
    """

    name: str
    offices: tuple[str, ...]
    group: str
    proxy_for: str | None = None
    attended: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItem(Unit):
    """One item of the agenda; `category` is 討議事項, 決定事項, 報告 or ""."""

    number: int
    category: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Slide(Unit):
    """One slide; `title` as printed on it."""

    number: int
    title: str


UNIT_KINDS: dict[type[Unit], UnitKind] = {
    Section: UnitKind.SECTION,
    Utterance: UnitKind.UTTERANCE,
    Comment: UnitKind.COMMENT,
    Footnote: UnitKind.FOOTNOTE,
    RosterEntry: UnitKind.ROSTER_ENTRY,
    AgendaItem: UnitKind.AGENDA_ITEM,
    Slide: UnitKind.SLIDE,
}


class DocumentKind(StrEnum):
    """What kind of document this is."""

    MINUTES = "minutes"
    POLICY = "policy"
    COMMENTS = "comments"
    SLIDES = "slides"
    COVER = "cover"


@dataclass(frozen=True, slots=True)
class OfficialTotal:
    """A total that a document itself prints, e.g. ("意見総数", 83, "件", unit id)."""

    label: str
    count: int
    counter: str
    unit_id: str


@dataclass(frozen=True, slots=True)
class Document:
    """One document: a file, or one part of a bundled file.

    Attributes:
        id: See `index.ids`.
        kind: Its kind.
        title: As printed, white space mended.
        body: The council or office that issued it, if printed.
        meeting: Meeting number; a key only together with `body`.
        date: ISO 8601 date, or year and month where the day is not printed.
        source: The text it was parsed from.
        span: The part of the source that is this document.
        units: All units in reading order.
        repairs: What parsing mended.
        totals: Totals the document itself prints.
        warnings: What a person should look at, in Japanese.
    """

    id: str
    kind: DocumentKind
    title: str
    body: str | None
    meeting: int | None
    date: str | None
    source: SourceText
    span: Span
    units: tuple[Unit, ...]
    repairs: tuple[Repair, ...] = ()
    totals: tuple[OfficialTotal, ...] = ()
    warnings: tuple[str, ...] = field(default=())

    def passage_of(self, span: Span) -> Passage:
        """A slice of the source."""
        return self.source.passage(span.start, span.end)


@dataclass(frozen=True, slots=True)
class Chunk:
    """What is embedded and searched: a part of one unit.

    The heading path is searched with it and never quoted. Chunks of a unit, joined in
    order, are the unit's passage.
    """

    id: str
    unit_id: str
    passage: Passage
    heading_path: tuple[str, ...]

    @property
    def text(self) -> str:
        """The chunk's own text."""
        return self.passage.text
