"""Tables of public comments to documents.

A comment's text is its opinion, reason and reply, in this order and with one TAB of the
source between the columns. Number, submitter, place and page became fields.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.documents import Document, DocumentKind, Locator, Section, SourceText, Span
from index.ids import document_slug, unit_id
from index.parsers.comments_head import read_head
from index.parsers.comments_table import read_table
from index.parsers.comments_units import CommentReader
from index.parsers.furniture import without_furniture
from index.parsers.lines import join, lines_of
from index.parsers.repairs import RepairLog

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.documents import Comment, OfficialTotal
    from index.parsers.lines import Line

PREFACE, NOTES = "前文", "注記"


def parse_comments(source: SourceText, span: Span) -> Document:
    """Read one document that is a table of public comments.

    Args:
        source: The file.
        span: The part of it that is the document: lines before the table (title,
            official totals) become the section 前文, lines after it the section 注記.
    """
    log = RepairLog()
    table = read_table(without_furniture(source, lines_of(source, span), log), log)
    head = read_head(table.before, source.path.stem)
    document_id = document_slug(head.title)
    preface = _section(source, document_id, head.title, PREFACE, table.before, 0, log)
    comments = CommentReader(source, document_id, head.title, log).read(table, len(preface))
    order = len(preface) + len(comments)
    notes = _section(source, document_id, head.title, NOTES, table.after, order, log)
    totals = head.totals(preface[0].id) if preface else ()
    return Document(
        id=document_id,
        kind=DocumentKind.COMMENTS,
        title=head.title,
        body=head.body,
        meeting=None,
        date=head.date,
        source=source,
        span=span,
        units=(*preface, *comments, *notes),
        repairs=log.result(),
        totals=totals,
        warnings=_warnings(comments, totals),
    )


def _section(
    source: SourceText,
    document_id: str,
    title: str,
    name: str,
    lines: Sequence[Line],
    order: int,
    log: RepairLog,
) -> tuple[Section, ...]:
    """The lines before or after the table as one section, nothing where there are none."""
    if not lines:
        return ()
    passage = join(source, lines, log, mend_pages=False)
    section = Section(
        id=unit_id(document_id, name),
        label=f"{title.replace('「', '').replace('」', '')} {name}",
        locator=Locator((title,), source.page_at(passage.start), name, order),
        passage=passage,
        number=name,
        title=title if name == PREFACE else name,
        level=1,
    )
    return (section,)


def _warnings(comments: Sequence[Comment], totals: Sequence[OfficialTotal]) -> tuple[str, ...]:
    """What does not add up, for a person to look at."""
    found: list[str] = []
    counts = {"件": len(comments), "者": len({comment.submitter for comment in comments})}
    for counter, count in counts.items():
        printed = [total.count for total in totals if total.counter == counter]
        if printed and count not in printed:
            found.append(f"表から数えた{count}{counter}は、文書に印刷された数と一致しません。")
    found += [
        f"{comment.label}: 番号が重複しています。"
        for comment in comments
        if "~" in comment.local_id
    ]
    found += [f"{comment.label}: 考え方の欄が空です。" for comment in comments if not comment.reply]
    return tuple(found)
