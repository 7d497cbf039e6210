"""The number of comments on a section as the documents print it."""

from __future__ import annotations

from assistant.answers import Claim, Reference
from assistant.comments.totals import figure
from assistant.lookup import quote_start
from assistant.wording.phrases import phrase
from index.documents import Comment, OfficialTotal, Passage, Section, Unit
from index.library import Library
from index.text.keys import search_key


def printed_totals(
    section: Section, comments: list[Comment], counted: int, library: Library
) -> list[Claim]:
    """What the documents of the same file print as the number of comments on this section."""
    paths = {library.catalog.document(comment.id.partition("#")[0]).path for comment in comments}
    title = search_key(section.title)
    return [
        _printed_total(total, counted, library)
        for record in library.catalog.documents()
        if record.path in paths
        for total in library.catalog.totals(record.id)
        if search_key(total.label).startswith(title) and total.counter == "件"
    ]


def _printed_total(total: OfficialTotal, counted: int, library: Library) -> Claim:
    unit = library.catalog.unit(total.unit_id)
    differs = "" if total.count == counted else phrase("節番号から数えた上の件数とは一致しません。")
    text = phrase(
        "公表資料の集計では、{label}は{figure}です。{differs}",
        label=total.label,
        figure=figure(total.count, total.counter),
        differs=differs,
    )
    return Claim(text, (Reference(unit, _line_with(total, unit)),))


def _line_with(total: OfficialTotal, unit: Unit) -> Passage:
    """The line of a unit that prints a total."""
    offset = 0
    wanted = search_key(total.label)[:6]
    for line in unit.text.splitlines(keepends=True):
        end = offset + len(line)
        if wanted in search_key(line) and str(total.count) in search_key(line):
            return unit.passage.slice(offset, end).strip()
        offset = end
    return quote_start(unit.passage)
