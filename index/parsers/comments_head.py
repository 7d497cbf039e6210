"""What stands before a table of comments: title, date, office, official totals."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.documents import OfficialTotal
from index.parsers.lines import half_width
from index.parsers.minutes_dates import first_date
from index.parsers.submitters import mend_spaces

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from index.parsers.lines import Line

_TITLE = re.compile(r"意見|パブリック|パブコメ|考え方")
_NOT_A_TITLE = re.compile(r"[■●○◆・※<＜]|.*[：:]")
_DOCUMENT_NUMBER = re.compile(r"[（(【]?(?:資料|別紙|別添|参考)\s*[0-9０-９‐－ー―-]*[)）】]?")
_OFFICE = re.compile(r"\S{2,30}(?:省|庁|府|局|部|課|室|委員会|会議|本部|センター|機構|事務局)")
_TOTAL = re.compile(r"(?P<label>[^、（）()]*?)(?P<count>[0-9][0-9,]*)\s*(?P<counter>[者件名通])")
_ASIDE = re.compile(r"[（(](?![^（）()]*[0-9]\s*[者件名通])[^（）()]*[)）]")
_BEFORE_LABEL, _BEHIND_LABEL = "■●○◆・※のから 　", "：:／/はがから 　"
_DEFAULT_LABELS = {"者": "意見提出者", "名": "意見提出者", "件": "意見", "通": "意見"}


@dataclass(frozen=True, slots=True)
class CommentsHead:
    """The head of a table of comments.

    Attributes:
        title: As printed, white space mended.
        date: ISO date, where a line of its own prints one.
        body: The office, where a line of its own prints one.
        counts: Label, count and counter of each printed total.
    """

    title: str
    date: str | None
    body: str | None
    counts: tuple[tuple[str, int, str], ...]

    def totals(self, section_id: str) -> tuple[OfficialTotal, ...]:
        """The printed totals, citable as the section that prints them."""
        return tuple(OfficialTotal(*count, section_id) for count in self.counts)


def read_head(lines: Sequence[Line], fallback: str) -> CommentsHead:
    """Read the lines before a table.

    Args:
        lines: Those lines.
        fallback: Title where no line can be one.
    """
    texts = [line.stripped for line in lines]
    texts = [text for text in texts if not _DOCUMENT_NUMBER.fullmatch(text)]
    titles = [text for text in texts if not _NOT_A_TITLE.match(text)]
    named = next((text for text in titles if _TITLE.search(text)), None)
    dates = [text for text in texts if len(text) <= 20 and first_date(text)]
    offices = [text for text in titles if _OFFICE.fullmatch(text)]
    return CommentsHead(
        title=mend_spaces(named or next(iter(titles), fallback)),
        date=first_date(dates[0]) if dates else None,
        body=offices[0] if offices else None,
        counts=tuple(count for text in texts for count in _counts(text)),
    )


def _counts(text: str) -> Iterator[tuple[str, int, str]]:
    """`意見総数：27者から83件` gives ("意見総数", 27, "者") and ("意見総数", 83, "件")."""
    label = ""
    for match in _TOTAL.finditer(half_width(_ASIDE.sub("", text))):
        label = match["label"].lstrip(_BEFORE_LABEL).rstrip(_BEHIND_LABEL) or label
        name = label or _DEFAULT_LABELS[match["counter"]]
        yield name[-30:], int(match["count"].replace(",", "")), match["counter"]
