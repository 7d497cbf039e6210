"""What kind of document a region is, told by its content and never by a file name."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from index.documents import DocumentKind
from index.parsers.comments_table import header_columns
from index.parsers.contents import take_contents
from index.parsers.cover import handouts
from index.parsers.lines import ends_sentence, half_width, lines_of, opens_block
from index.parsers.repairs import RepairLog
from index.parsers.slides import navigation_runs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.documents import SourceText, Span
    from index.parsers.lines import Line

_MINUTES_TITLE = re.compile(
    r"(?:議\s*事\s*(?:要\s*旨|概\s*要|要\s*録|録|メモ)|会\s*議\s*(?:録|概\s*要)|速\s*記\s*録|発\s*言\s*録)"
)
_TIME = re.compile(r"[0-9.．、()\s]*(?:日\s*時|開催日時?|開催期日)(?:[\s:：].*)?")
_ATTENDANCE = re.compile(r"[0-9.．、()\s]*(?:出\s*席\s*(?:者|委員|構成員)|構成員|参加者).{0,20}")
_SUMMARY_LABEL = re.compile(
    r"[■□◆◇●○・\-*]?\s*(?:[0-9]{1,2}[.．]?\s*)?"
    r"(?:実施方法|実施期間|募集期間|意見募集(?:の)?(?:期間|方法|対象)|意見総数|意見(?:の)?提出(?:者|数|件数)|意見数|意見の内訳|意見内容の内訳|提出意見)"
)
_HEAD_LINES = 10


def detect(source: SourceText, span: Span) -> DocumentKind:
    """The kind of a region; a policy document where nothing speaks for another kind."""
    lines = lines_of(source, span)
    if any(header_columns(line.stripped) for line in lines if "\t" in line.text):
        return DocumentKind.COMMENTS
    if _is_minutes(lines):
        return DocumentKind.MINUTES
    if summary_start(lines) is not None and _prose_share(lines) < 0.5:
        return DocumentKind.SLIDES
    listed = handouts(lines)
    if listed and len(lines) <= 3 * len(listed) + 12:
        return DocumentKind.COVER
    return DocumentKind.SLIDES if _is_deck(lines) else DocumentKind.POLICY


def summary_start(lines: Sequence[Line]) -> int | None:
    """Where a summary of opinions begins: two of its labels within twelve lines."""
    places = [
        place
        for place, line in enumerate(lines)
        if "\t" not in line.text
        and len(line.stripped) <= 80
        and not ends_sentence(line.text)
        and _SUMMARY_LABEL.match(half_width(line.stripped))
    ]
    for first, second in itertools.pairwise(places):
        if second - first <= 12:
            return first
    return None


def _is_minutes(lines: Sequence[Line]) -> bool:
    head = [half_width(line.stripped) for line in lines[:_HEAD_LINES]]
    if any(_MINUTES_TITLE.search(text) and not ends_sentence(text) for text in head):
        return True
    near = [half_width(line.stripped) for line in lines[:40]]
    return any(_TIME.fullmatch(text) for text in near) and any(
        _ATTENDANCE.fullmatch(text) for text in near
    )


def _is_deck(lines: Sequence[Line]) -> bool:
    """Little running text, many list items, no contents page; or navigation on each slide."""
    if len(lines) < 12 or take_contents(lines, RepairLog())[2] is not None:
        return False
    if len(navigation_runs(lines)) >= 3:
        return True
    items = sum(opens_block(line.stripped) for line in lines) / len(lines)
    return _prose_share(lines) < 0.25 and items >= 0.4


def _prose_share(lines: Sequence[Line]) -> float:
    """Share of the characters that stand in sentences outside of lists."""
    total = sum(len(line.stripped) for line in lines)
    prose = sum(
        len(line.stripped)
        for line in lines
        if ends_sentence(line.text) and not opens_block(line.stripped)
    )
    return prose / total if total else 0.0
