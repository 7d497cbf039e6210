"""The head of minutes: which body met, for which time, and what the record is called."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.ids import document_slug, minutes_id
from index.parsers.lines import half_width
from index.parsers.marks import kanji_value
from index.parsers.minutes_dates import first_date

if TYPE_CHECKING:
    from collections.abc import Sequence

KIND = re.compile(
    r"議\s*事\s*(?:要\s*旨|概\s*要|要\s*録|録|の\s*概\s*要)|会\s*議\s*(?:録|概要)|速記録"
)
_WORD = r"会合|会議|部会|総会|定例会|例会|委員会|分科会|幹事会|本部会合|本部会議|審議会|検討会"
_MEETING = re.compile(
    rf"第\s*(?P<number>[0-9]+|[一二三四五六七八九十百]+)\s*(?:回\s*(?P<word>{_WORD})?|(?P<bare>会合|会議|部会))"
)
_LEFT_OVER = re.compile(r"[（(【]\s*[)）】]|[（(【]?(?:案|未定稿|暫定版|速報版)[)）】]?|^の|の$")


@dataclass(frozen=True, slots=True)
class MinutesHead:
    """What the first lines of minutes say.

    Attributes:
        title: Council, meeting and kind of record, as printed.
        prefix: How labels begin, e.g. 第39回会合 議事要旨.
        body: The council's own name, the last word of the printed line.
        meeting: The meeting's number.
        date: ISO date, where the head prints one.
    """

    title: str
    prefix: str
    body: str | None
    meeting: int | None
    date: str | None

    @property
    def document_id(self) -> str:
        """See `index.ids`."""
        if self.body and self.meeting is not None:
            return minutes_id(self.body, self.meeting)
        return document_slug(self.title)


def read_head(texts: Sequence[str], fallback: str) -> MinutesHead:
    """Read the lines before the first section.

    Args:
        texts: Those lines, stripped.
        fallback: Title where nothing can be one.
    """
    date = next((iso for text in texts if (iso := first_date(text))), None)
    place, match = _meeting_line(texts)
    kind = next((found.group() for text in texts if (found := KIND.search(text))), "議事録")
    kind = re.sub(r"\s+", "", kind)
    if match is None:
        title = " ".join(text for text in texts if not first_date(text)) or fallback
        body = _own_name(KIND.sub("", texts[0])) if texts else None
        return MinutesHead(title, title, body, None, date)
    body = _body(texts, place, match)
    word = match["word"] or match["bare"] or ""
    number = kanji_value(match["number"])
    title = " ".join(filter(None, (body, re.sub(r"\s+", "", match.group()), kind)))
    return MinutesHead(title, f"第{number}回{word} {kind}", body, number, date)


def _meeting_line(texts: Sequence[str]) -> tuple[int, re.Match[str] | None]:
    for place, text in enumerate(texts):
        if match := _MEETING.search(half_width(text)):
            return place, match
    return 0, None


def _body(texts: Sequence[str], place: int, match: re.Match[str]) -> str | None:
    """The council: on the meeting's line, else on the line above it or below."""
    own_line = half_width(texts[place])
    rest = own_line[: match.start()] + " " + own_line[match.end() :]
    others = [*reversed(texts[:place]), *texts[place + 1 :]]
    for text in (rest, *others):
        name = _own_name(text)
        if name and not first_date(text):
            return name
    return None


def _own_name(text: str) -> str | None:
    """The last word of a line without the kind of record; None where nothing is left."""
    bare = _LEFT_OVER.sub("", KIND.sub(" ", text).strip()).strip()
    words = bare.split()
    return words[-1] if words and len(words[-1]) >= 3 else None
