"""What a document says of itself before its text begins: title, date, issuing body."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.parsers.lines import display_width, ends_sentence, half_width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.parsers.lines import Line

_ERAS = {"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018}
_UNKNOWN = r"[〇○◯●×\u25cf＿_\s]{1,4}"
_DATE = re.compile(
    rf"(?:(?P<era>{'|'.join(_ERAS)})\s*(?P<count>元|[0-9]{{1,2}})|(?P<year>(?:18|19|20)[0-9]{{2}}))"
    rf"\s*年(?:\s*(?P<month>[0-9]{{1,2}}|{_UNKNOWN})\s*月)?"
    rf"(?:\s*(?P<day>[0-9]{{1,2}}|{_UNKNOWN})\s*日)?"
)
_DATE_TAIL = re.compile(r"[\s()（）月火水木金土日・祝版付け現在案改定訂最終公表発行]*")
_DECIDED = re.compile(
    r"(?P<body>\S{2,40}?)\s*(?:決定|了承|策定|取りまとめ|とりまとめ|報告|答申|申合せ|申し合わせ|議決|公表|制定|改定|改訂)"
)
_BODY = re.compile(
    r"\S{2,40}(?:会議|本部|委員会|審議会|協議会|検討会|研究会|懇談会|部会|省|庁|府|局|センター|課|室|市|町|村|区|都|道|県|財団|法人|機構|協会|連盟)"
)
_RESOURCE = re.compile(
    r"[※(（【\[]?(?:参考)?(?:資料|別添|別紙|参考)\s*[0-9]*(?:\s*[-‐－―−の]\s*[0-9]+)*[)）】\]]?"
)
_SUBTITLE = re.compile(r"[～〜~―—－-].*[～〜~―—－-]")
_NOT_TITLE = re.compile(r"[・■□●○◯◆◇▲➤※①-⑳\-*「]?\s?(?:[-・■●◆▲➤※①-⑳]|\(注|（注)")


@dataclass(frozen=True, slots=True)
class TitlePage:
    """Title, date and body as printed; `None` where they are not."""

    title: str | None
    date: str | None
    body: str | None


def read_title_page(lines: Sequence[Line]) -> TitlePage:
    """Read the lines before the text.

    The title is the first line (with those it wraps onto) that is no date, no issuing
    body, no number of a handout, no list item and no sentence.
    """
    dates = [found for line in lines if (found := whole_date(line.stripped))]
    bodies = [found for line in lines if (found := issuing_body(line.stripped))]
    return TitlePage(_title(lines), dates[0] if dates else None, bodies[0] if bodies else None)


def whole_date(text: str) -> str | None:
    """The date of a line that holds nothing else, as far as it is known.

    `平成27年8月` gives `2015-08`, `平成26年○月○日` gives `2014`.
    """
    folded = half_width(text).strip(" ()（）")
    match = _DATE.match(folded)
    if not match or not _DATE_TAIL.fullmatch(folded[match.end() :]):
        return None
    return iso_date(match)


def iso_date(match: re.Match[str]) -> str | None:
    """A matched date as `2015-08-20`, `2015-08` or `2015`."""
    count = match["count"]
    era = match["era"]
    year = int(match["year"]) if era is None else _ERAS[era] + (1 if count == "元" else int(count))
    parts = [f"{year:04d}"]
    for name, highest in (("month", 12), ("day", 31)):
        value = match[name]
        if value is None or not value.isdigit() or not 1 <= int(value) <= highest:
            break
        parts.append(f"{int(value):02d}")
    return "-".join(parts)


def issuing_body(text: str) -> str | None:
    """The council or office of a line such as `…会議決定` or `…省…局`."""
    words = half_width(text).strip(" ()（）【】")
    if ends_sentence(words) or display_width(words) > 40:
        return None
    last = words.split()[-1] if words.split() else ""
    decided = _DECIDED.fullmatch(last)
    if decided and _BODY.fullmatch(decided["body"]):
        return decided["body"]
    return last if _BODY.fullmatch(last) else None


def is_resource_label(text: str) -> bool:
    """Whether a line holds only the number of a handout: 資料2-5."""
    folded = half_width(text).strip()
    return bool(_RESOURCE.fullmatch(folded)) and any(one.isdigit() for one in folded)


def mended_title(text: str) -> str:
    """A printed title without the white space that extraction left."""
    spaced = re.sub(r"[\s　]+", " ", text).strip()
    return re.sub(
        r"(?<=[^\x00-\x7f]) (?=[^\x00-\x7f(])| (?=[(（)）」』])|(?<=[（「『]) ", "", spaced
    )


def _title(lines: Sequence[Line]) -> str | None:
    for place, line in enumerate(lines):
        if not _may_be_title(line):
            continue
        parts = [line.stripped]
        for before, after in zip(lines[place:], lines[place + 1 :], strict=False):
            goes_on = after.gap == 0 and after.page == before.page and _may_be_title(after)
            if not goes_on or _SUBTITLE.fullmatch(after.stripped) or len(parts) == 3:
                break
            parts.append(after.stripped)
        return mended_title("".join(parts))
    return None


def _may_be_title(line: Line) -> bool:
    text = line.stripped
    return not (
        whole_date(text)
        or issuing_body(text)
        or is_resource_label(text)
        or ends_sentence(text)
        or "\t" in line.text
        or len(text) > 80
        or _NOT_TITLE.match(text)
        or _SUBTITLE.fullmatch(text)
        or len(text) < 2
    )
