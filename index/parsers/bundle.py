"""Splitting a source that holds several documents.

A list of handouts in front names the parts. A part begins where its title stands again;
one whose title was lost (a picture on a title slide) begins where its kind shows: at the
labels of a summary of opinions, or at the first item of a navigation list that the slides
repeat. A table of comments begins at the title above its first header row, list or not.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.documents import DocumentKind, Span
from index.parsers.comments_table import header_columns
from index.parsers.cover import handouts
from index.parsers.detect import detect, summary_start
from index.parsers.lines import ends_sentence, lines_of
from index.parsers.slides import line_key, navigation_runs
from index.parsers.titles import is_resource_label

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from index.documents import SourceText
    from index.parsers.cover import Handout
    from index.parsers.lines import Line

_OPINIONS = re.compile(r"意見|パブリック|パブコメ")
_SAME = re.compile(r"に(?:対する|係る|関する|ついての)")


@dataclass(frozen=True, slots=True)
class Part:
    """One document of a source; `title` where only the list of handouts prints it."""

    kind: DocumentKind
    span: Span
    title: str | None = None


def split(source: SourceText) -> tuple[Part, ...]:
    """The documents of a source in order; together they hold all of it."""
    lines = lines_of(source)
    listed = handouts(lines)
    starts = _listed_starts(lines, listed) if listed else {}
    if not starts:
        starts = dict.fromkeys(_unlisted_starts(lines), None)
    places = sorted(starts)
    if not places:
        whole = Span(0, len(source.text))
        return (Part(detect(source, whole), whole),)
    parts: list[Part] = []
    if places[0] > 0:
        front = Span(0, lines[places[0]].span.start)
        parts.append(Part(DocumentKind.COVER if listed else detect(source, front), front))
    else:
        starts[0] = starts.get(0)
    for number, place in enumerate(places):
        later = places[number + 1 : number + 2]
        start = lines[place].span.start if parts else 0
        span = Span(start, lines[later[0]].span.start if later else len(source.text))
        parts.append(Part(detect(source, span), span, starts[place]))
    return tuple(parts)


def title_key(text: str) -> str:
    """A title without white space, brackets 「」 and the choice of に対する or に係る."""
    folded = unicodedata.normalize("NFKC", text)
    return _SAME.sub("に係る", re.sub(r"[\s「」『』]+", "", folded))


def _listed_starts(lines: Sequence[Line], listed: Sequence[Handout]) -> dict[int, str | None]:
    """Places where the listed documents begin, with the title where only the list has it."""
    printed: dict[int, int] = {}
    after = listed[-1].place + 1
    for number, handout in enumerate(listed):
        place = _title_place(lines, handout.title, after)
        if place is not None:
            printed[number] = place
            after = place + 1
    starts: dict[int, str | None] = dict.fromkeys(printed.values())
    for number, handout in enumerate(listed):
        if number in printed:
            continue
        low = max([listed[-1].place, *(at for other, at in printed.items() if other < number)])
        high = min([len(lines), *(at for other, at in printed.items() if other > number)])
        place = _start_by_kind(lines[low + 1 : high], handout.title)
        if place is not None:
            starts.setdefault(low + 1 + place, handout.title)
    return starts


def _title_place(lines: Sequence[Line], title: str, after: int) -> int | None:
    """The first line, or two, from `after` on that is the title."""
    key = title_key(title)
    for place in range(after, len(lines)):
        one = lines[place].stripped
        two = one + lines[place + 1].stripped if place + 1 < len(lines) else one
        if key in (title_key(one), title_key(two)):
            return place
    return None


def _start_by_kind(lines: Sequence[Line], title: str) -> int | None:
    """Where a document without its title begins among lines that hold it."""
    if _OPINIONS.search(title):
        return summary_start(lines)
    runs = navigation_runs(lines)
    if len(runs) < 2:
        return None
    first = line_key(lines[runs[0][0]].stripped)
    for place, line in enumerate(lines[: runs[0][0] + 1]):
        if line_key(line.stripped) == first:
            return place
    return None


def _unlisted_starts(lines: Sequence[Line]) -> Iterator[int]:
    """Without a list: where a table of comments, or a summary of opinions, follows a text."""
    table = next((place for place, line in enumerate(lines) if _is_header(line)), None)
    before = lines if table is None else lines[:table]
    title = _opinion_title(lines, table) if table is not None else None
    summary = summary_start(before)
    if summary is not None:
        own_title = _opinion_title(lines, summary)
        summary = own_title if own_title is not None else summary
        has_text_before = summary > 5
        if has_text_before:
            yield summary
    if table is None or table <= 5:
        return
    if title is not None and title > 5 and title != summary:
        yield title
    elif title is None and summary is None:
        yield table


def _is_header(line: Line) -> bool:
    return "\t" in line.text and header_columns(line.stripped) is not None


def _opinion_title(lines: Sequence[Line], place: int) -> int | None:
    """The title of a result of opinions in the few lines above `place`."""
    for above in range(place - 1, max(place - 7, -1), -1):
        text = lines[above].stripped
        if ends_sentence(text) or "\t" in lines[above].text or len(text) > 80:
            return None
        if _OPINIONS.search(text) and "結果" in text + "".join(
            line.stripped for line in lines[above + 1 : place] if not is_resource_label(line.text)
        ):
            return above
    return None
