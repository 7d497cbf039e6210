"""Units: what can be cited, each with its place in its document and who speaks in it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from index.passages import Passage


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
