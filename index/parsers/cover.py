"""A list of handouts in front of a bundle."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.documents import Document, DocumentKind, Locator, Section, SourceText, Span
from index.ids import document_slug, unit_id
from index.parsers.furniture import without_furniture
from index.parsers.lines import Line, ends_sentence, half_width, join, lines_of
from index.parsers.repairs import RepairLog
from index.parsers.sections import document_label
from index.parsers.titles import mended_title, read_title_page

if TYPE_CHECKING:
    from collections.abc import Sequence

LIST = "資料一覧"
_ENTRY = re.compile(
    r"[※*]?\s*(?P<number>(?:参考)?資料\s*[0-9]+(?:\s*[-‐－―−の]\s*[0-9]+)*)[\s:.、]+(?P<title>\S.*)"
)
_FARTHEST = 60


@dataclass(frozen=True, slots=True)
class Handout:
    """One entry of the list: its number, its title as printed, place of its first line."""

    number: str
    title: str
    place: int


def handouts(lines: Sequence[Line]) -> tuple[Handout, ...]:
    """The list of handouts at the start of a text; empty where there are not two."""
    found: list[Handout] = []
    for place, line in enumerate(lines[:_FARTHEST]):
        match = _ENTRY.fullmatch(half_width(line.stripped))
        if match and not ends_sentence(line.text) and "\t" not in line.text:
            printed = line.stripped[match.start("title") :]
            number = re.sub(r"[‐－―−の]", "-", re.sub(r"\s", "", match["number"]))
            found.append(Handout(number, _with_next(printed, lines, place), place))
        elif found and place - found[-1].place > 6:
            break
    numbers = [handout.number for handout in found]
    listed = len(found) >= 2 and found[0].place <= 8 and len(set(numbers)) == len(numbers)
    return tuple(found) if listed else ()


def _with_next(printed: str, lines: Sequence[Line], place: int) -> str:
    """A title with the line onto which it wraps (no blank line between)."""
    following = lines[place + 1 : place + 2]
    if following and not following[0].gap and not _ENTRY.match(half_width(following[0].stripped)):
        return mended_title(printed + following[0].stripped)
    return mended_title(printed)


def parse_cover(source: SourceText, span: Span) -> Document:
    """The list as one document with one section."""
    log = RepairLog()
    lines = without_furniture(source, lines_of(source, span), log)
    listed = handouts(lines)
    page = read_title_page(lines[: listed[0].place] if listed else lines[:6])
    title = page.title or LIST
    document_id = document_slug(title if title == LIST else f"{title}-{LIST}")
    passage = join(source, lines, log, mend_pages=False)
    section = Section(
        id=unit_id(document_id, LIST),
        label=f"{document_label(title)} {LIST}",
        locator=Locator((), source.page_at(passage.start), LIST, 0),
        passage=passage,
        number=LIST,
        title=LIST,
        level=1,
    )
    return Document(
        id=document_id,
        kind=DocumentKind.COVER,
        title=title,
        body=page.body,
        meeting=None,
        date=page.date,
        source=source,
        span=span,
        units=(section,),
        repairs=log.result(),
    )
