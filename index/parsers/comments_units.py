"""The units of a table of public comments."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from index.documents import EMPTY_PASSAGE, Comment, Locator, Outcome, RepairKind, SourceText
from index.ids import unit_id
from index.parsers.comments_cells import CommentText, comment_text
from index.parsers.comments_table import Column, Entry, Table
from index.parsers.comments_targets import targets_of
from index.parsers.lines import half_width
from index.parsers.outcomes import Verdict, classify_reply
from index.parsers.submitters import mend_spaces, signature_of, submitter_kind

if TYPE_CHECKING:
    from index.parsers.repairs import RepairLog

_KEY = r"(?P<number>[0-9]+)(?:\s*[-‐－―]\s*(?P<branch>[0-9]+))?"
_NUMBER = re.compile(_KEY)
_POINTER = re.compile(
    rf"(?:No\.?|№|番号|意見|項番)\s*{_KEY}(?!\s*(?:[件者名]|[0-9]))"
    r"(?=[^。]{0,25}(?:回答|考え方|参照|同じ|同様|同旨|とおり|通り))",
    re.IGNORECASE,
)
_YES = re.compile(r"[有あ○〇]")


@dataclass(frozen=True, slots=True)
class CommentReader:
    """Makes one unit for each entry of a table."""

    source: SourceText
    document_id: str
    title: str
    log: RepairLog

    def read(self, table: Table, order: int) -> tuple[Comment, ...]:
        """All comments of a table.

        Args:
            table: The table.
            order: Reading order of the first comment within its document.
        """
        made: list[Comment] = []
        for entry in table.entries:
            above = made[-1] if made else None
            comment = self._comment(entry, above, order + len(made))
            taken = {other.id for other in made}
            made.append(replace(comment, id=_free(comment.id, taken)))
        known = {comment.key for comment in made}
        return tuple(
            replace(comment, see_also=tuple(key for key in comment.see_also if key in known))
            for comment in made
        )

    def _comment(self, entry: Entry, above: Comment | None, order: int) -> Comment:
        text = comment_text(self.source, entry, above.reply if above else EMPTY_PASSAGE, self.log)
        number, branch = _key(entry, above)
        key = f"{number}-{branch}" if branch is not None else str(number)
        submitter = self._submitter(entry, above, number, text)
        target = self._field(entry, Column.TARGET)
        verdict = _verdict(text)
        page = self.source.page_at(entry.rows[0].line.span.start)
        return Comment(
            id=unit_id(self.document_id, f"意見{key}"),
            label=f"意見{key}（{submitter}）" if submitter else f"意見{key}",
            locator=Locator(tuple(filter(None, (self.title, target))), page, None, order),
            passage=text.whole,
            number=number,
            branch=branch,
            submitter=submitter,
            submitter_kind=submitter_kind(submitter),
            target_text=target,
            targets=targets_of(target),
            pages=entry.text(Column.PAGES),
            opinion=text.opinion,
            reason=text.reason,
            reply=text.reply,
            outcome=verdict.outcome,
            outcome_evidence=verdict.evidence,
            see_also=_pointers(text.reply.text, key),
        )

    def _field(self, entry: Entry, column: Column) -> str:
        """A cell that became a field, without the spaces of a narrow column."""
        printed = entry.text(column)
        mended = mend_spaces(printed)
        if mended != printed:
            span = next(entry.rows[0].spans(column))
            self.log.add(RepairKind.LETTER_SPACING, span, mended)
        return mended

    def _submitter(
        self, entry: Entry, above: Comment | None, number: int, text: CommentText
    ) -> str:
        """The sender: from the column, from the row above, or from behind the opinion."""
        if Column.SUBMITTER not in entry.rows[0].columns:
            return signature_of(text.opinion.text)
        merged = above.submitter if above and above.number == number else ""
        return self._field(entry, Column.SUBMITTER) or merged


def _key(entry: Entry, above: Comment | None) -> tuple[int, int | None]:
    """Number and branch as printed; a number merged over rows comes from above."""
    match = _NUMBER.search(half_width(entry.rows[0].text(Column.NUMBER)))
    branch = _NUMBER.search(half_width(entry.rows[0].text(Column.BRANCH)))
    if match is None:
        number = (above.number if branch else above.number + 1) if above else 1
        return number, int(branch["number"]) if branch else None
    own = match["branch"] or (branch["number"] if branch else None)
    return int(match["number"]), int(own) if own else None


def _free(wanted: str, taken: set[str]) -> str:
    """The id, with `~2`, `~3` … where a table prints one number twice."""
    name, count = wanted, 1
    while name in taken:
        count += 1
        name = f"{wanted}~{count}"
    return name


def _verdict(text: CommentText) -> Verdict:
    """The outcome; a column 修正の有無 that says 有 decides before the reply's words."""
    if _YES.match(text.change.text):
        return Verdict(Outcome.REVISED, text.change.text)
    return classify_reply(text.reply.text)


def _pointers(reply: str, own: str) -> tuple[str, ...]:
    """Keys of the comments whose reply this reply points to."""
    keys = (
        f"{match['number']}-{match['branch']}" if match["branch"] else match["number"]
        for match in _POINTER.finditer(half_width(reply))
    )
    return tuple(key for key in dict.fromkeys(keys) if key != own)
