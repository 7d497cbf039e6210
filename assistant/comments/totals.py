"""The totals that a consultation prints, and the figures counted from its comments."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assistant.answers import Claim, Reference
from assistant.lookup import quote_start
from assistant.understanding.mentions import fold
from assistant.wording.phrases import phrase
from index.documents import Comment, OfficialTotal, Passage, SubmitterKind, Unit
from index.library import Library
from index.stores.records import DocumentRecord

KIND_NAMES = {
    SubmitterKind.INDIVIDUAL: phrase("個人"),
    SubmitterKind.ORGANISATION: phrase("企業・団体"),
    SubmitterKind.UNKNOWN: phrase("提出者の記載がない者"),
}
_LABELS = {
    None: re.compile(
        r"^(?:意見|意見総数|総数|意見提出者|提出者|意見数|提出者の内訳|提出者数|合計)$"
    ),
    SubmitterKind.INDIVIDUAL: re.compile(r"^個人$"),
    SubmitterKind.ORGANISATION: re.compile(r"^(?:企業|団体|法人|組織|事業者)"),
    SubmitterKind.UNKNOWN: re.compile(r"(?!)"),
}
_BRACKETED = re.compile(r"\([^()]*\)")
COMMENTS, SUBMITTERS = "件", "者"


@dataclass(frozen=True, slots=True)
class Consultation:
    """One table of comments with the totals printed in its file."""

    record: DocumentRecord
    comments: tuple[Comment, ...]
    totals: tuple[OfficialTotal, ...]

    def of_kind(self, kind: SubmitterKind | None) -> tuple[Comment, ...]:
        """The comments of a kind of submitter, of all where None."""
        return tuple(c for c in self.comments if kind is None or c.submitter_kind is kind)

    def printed(self, kind: SubmitterKind | None, counter: str) -> tuple[OfficialTotal, ...]:
        """What is printed of a kind of submitter; that of the fullest summary first."""
        found = [
            total
            for total in self.totals
            if total.counter == counter and _LABELS[kind].search(fold(total.label))
        ]
        units = [total.unit_id for total in self.totals]
        return tuple(sorted(found, key=lambda total: -units.count(total.unit_id)))

    def printed_where(self, fits: Callable[[str], bool]) -> tuple[OfficialTotal, ...]:
        """Printed numbers of comments whose label fits, each label once."""
        found = {total.label: total for total in self.totals if total.counter == COMMENTS}
        return tuple(total for label, total in found.items() if fits(fold(label)))


def first_of_each(comments: Sequence[Comment]) -> tuple[Comment, ...]:
    """The first comment of every submitter."""
    first: dict[str, Comment] = {}
    for comment in comments:
        first.setdefault(comment.submitter, comment)
    return tuple(first.values())


def counted_units(comments: Sequence[Comment], counter: str) -> tuple[Comment, ...]:
    """What a figure of this counter counts: the comments, or one for each submitter."""
    return tuple(comments) if counter == COMMENTS else first_of_each(comments)


def consultations(documents: tuple[str, ...], library: Library) -> tuple[Consultation, ...]:
    """The tables of comments held; of those a question names only, where it names one."""
    catalog = library.catalog
    tables = [record for record in catalog.documents() if catalog.all_comments(within=[record.id])]
    named = [record for record in tables if record.id in documents]
    return tuple(
        Consultation(
            record,
            catalog.all_comments(within=[record.id]),
            tuple(
                total
                for other in catalog.documents()
                if other.path == record.path
                for total in catalog.totals(other.id)
            ),
        )
        for record in named or tables
    )


def figure(count: int, counter: str) -> str:
    """A number with its counter: 50件, 15者."""
    if counter == SUBMITTERS:
        return phrase("{count}者", count=count)
    return phrase("{count}件", count=count)


def total_reference(total: OfficialTotal, library: Library) -> Reference:
    """The line of the unit that prints a total."""
    unit = library.catalog.unit(total.unit_id)
    return Reference(unit, _line(unit, total))


def _line(unit: Unit, total: OfficialTotal) -> Passage:
    figure = re.compile(rf"(?<!\d){total.count}(?!\d)")
    label = _bare(total.label.split()[-1])
    lines: list[Passage] = []
    offset = 0
    for text in unit.text.split("\n"):
        line = unit.passage.slice(offset, offset + len(text)).strip()
        offset += len(text) + 1
        if figure.search(fold(line.text)):
            lines.append(line)
    with_label = [
        line
        for line in lines
        if label in _bare(line.text) or label in _bare(_BRACKETED.sub("", fold(line.text)))
    ]
    with_counter = [line for line in lines if f"{total.count}{total.counter}" in fold(line.text)]
    both = [line for line in with_label if line in with_counter]
    return next(iter(both or with_label or with_counter or lines), quote_start(unit.passage, 60))


def _bare(text: str) -> str:
    """A line without bracketed section numbers and white space, which a label leaves out."""
    return re.sub(r"\([\d.]+\)|\s", "", fold(text))


def differences(
    consultation: Consultation, kinds: Sequence[SubmitterKind | None], library: Library
) -> tuple[list[Claim], bool]:
    """A warning for every printed total that the list does not bear out.

    Returns:
        The warnings, and whether any printed total was compared.
    """
    warnings: list[Claim] = []
    compared = False
    for kind in kinds:
        for counter in (SUBMITTERS, COMMENTS):
            counted = counted_units(consultation.of_kind(kind), counter)
            for total in consultation.printed(kind, counter):
                compared = True
                if total.count != len(counted):
                    warnings.append(_warning(total, kind, counted, library))
    return warnings, compared


def _warning(
    total: OfficialTotal, kind: SubmitterKind | None, counted: tuple[Comment, ...], library: Library
) -> Claim:
    what = phrase("意見") if total.counter == COMMENTS else phrase("提出者")
    if kind:
        what = phrase("{kind}の{what}", kind=KIND_NAMES[kind], what=what)
    return Claim(
        phrase(
            "ご注意ください。{what}は、資料には{printed}と印刷されていますが、"
            "収録している一覧から数えると{counted}で、一致しません。",
            what=what,
            printed=figure(total.count, total.counter),
            counted=figure(len(counted), total.counter),
        ),
        (total_reference(total, library),),
        counted=counted,
    )
