"""Recognises the places a question names: meetings, sections, comments, footnotes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Hashable, Iterable
from typing import TypeVar

from assistant.query import CommentKey, Mentions
from assistant.understanding.notation import plain_notation
from index.ids import normalise_section

Item = TypeVar("Item", bound=Hashable)

_KANJI_DIGITS = {digit: value for value, digit in enumerate("〇一二三四五六七八九")}
_KANJI_NUMBER = re.compile(r"(?<=第)[〇一二三四五六七八九十百]+(?=[回章節条])")

_MEETING = re.compile(
    r"第\s*(\d+)\s*回|(\d+)\s*回目の?(?:会合|会議|部会|協議会)|(\d+)(?:st|nd|rd|th)\s+meeting"
    r"|meeting\s+(?:no\.?\s*)?(\d+)",
    re.IGNORECASE,
)
_EVENT = (
    r"(?:訓練|演習|講座|研修|大会|国会|対話|調査|試験|セミナー|フォーラム|競技会?|講習会?"
    r"|コンテスト)"
)
_OTHER_EVENT = re.compile(
    rf"{_EVENT}の?第\s*\d+\s*回|第\s*\d+\s*回の?[^、。のはがでにを]{{0,6}}{_EVENT}"
)
_COMMENT = re.compile(
    r"(?:意見|コメント|comment|No\.?)\s*(?:番号|No\.?|#)?\s*(\d+)"
    r"(?!\s*(?:件|者|人|名|つ|個|割|\d))"
    r"(?:\s*(?:[-‐–—−の]|番の)\s*(\d+)(?!\s*(?:件|者|人|名|点|社|つ(?!目)|項目|か所))(?:つ目|番目)?)?"
    r"|(?<![\d.])(\d+)\s*(?:番の\s*(\d+)\s*(?:つ目|番目)|[-‐–−]\s*(\d+)\s*の?\s*(?:意見|コメント))",
    re.IGNORECASE,
)
_RANGE = re.compile(
    r"(?:意見|コメント)\s*(\d+)\s*(?:から|~|～|〜)\s*(?:意見|コメント)?\s*(\d+)(?![\d.\-件者])"
)
_LONGEST_RANGE = 30  # comments
_SECTION = re.compile(
    r"(?<![\d.])(第\d+章\d+(?:\.\d+)*(?:\s*\(\s*\d+\s*\))?"
    r"|\d+(?:\s*\.\s*\d+)+\.?(?:\s*[、,]?\s*\(\s*\d+\s*\))?|\d+\s*\(\s*\d+\s*\))"
    r"(?P<circled>[①-⑳])?"
    r"(?!\s*(?:[\d万億兆千百%人件倍円年月日社名者]|インチ))"
    r"(?:\s*[、.,]?\s*(?<![a-z])(?P<roman>viii|vii|vi|iv|ix|iii|ii|i|v|x)(?![a-z]))?",
    re.IGNORECASE,
)
_CHAPTER = re.compile(
    r"第\s*(\d+)\s*([章節条])|(?<![\d.])(\d+)\s*[章節](?!\d)|(?:section|chapter)\s+(\d+)(?![\d.(])",
    re.IGNORECASE,
)
_FOOTNOTE = re.compile(r"(?:脚注|注釈?)\s*(\d+)|footnote\s+(\d+)", re.IGNORECASE)
_TURN = re.compile(r"発言\s*(\d+)|段落\s*(\d+)")


def _kanji_to_digits(match: re.Match[str]) -> str:
    """Kanji number below 1,000 as digits (三十九 → 39)."""
    total, digit = 0, 0
    for letter in match.group():
        if letter in _KANJI_DIGITS:
            digit = digit * 10 + _KANJI_DIGITS[letter]
        else:
            total += (digit or 1) * {"十": 10, "百": 100}[letter]
            digit = 0
    return str(total + digit)


def fold(question: str) -> str:
    """Full-width forms to half width and kanji numbers after 第 to digits."""
    return _KANJI_NUMBER.sub(_kanji_to_digits, unicodedata.normalize("NFKC", question))


def _unique(items: Iterable[Item]) -> tuple[Item, ...]:
    return tuple(dict.fromkeys(items))


def _first_number(match: re.Match[str]) -> int:
    return int(next(group for group in match.groups() if group))


def _comment_keys(text: str) -> tuple[CommentKey, ...]:
    keys = [
        CommentKey(number, None)
        for match in _RANGE.finditer(text)
        for number in range(int(match[1]), int(match[2]) + 1)[:_LONGEST_RANGE]
    ]
    for match in _COMMENT.finditer(_RANGE.sub(" ", text)):
        numbers = [int(group) for group in match.groups() if group]
        keys.append(CommentKey(numbers[0], numbers[1] if len(numbers) > 1 else None))
    return _unique(keys)


def _sections(text: str) -> tuple[str, ...]:
    found = [
        (
            match.start(),
            normalise_section(match[1].replace("、", "").replace(",", ""))
            + (match["circled"] or "")
            + (match["roman"] or "").lower(),
        )
        for match in _SECTION.finditer(text)
    ]
    for match in _CHAPTER.finditer(_SECTION.sub(lambda m: "、" * len(m.group()), text)):
        plain = match[1] if match[2] in ("章", "節") else None
        number = plain or match[3] or match[4] or f"第{match[1]}条"
        found.append((match.start(), number))
    return _unique(number for _, number in sorted(found))


def _without_events(text: str) -> str:
    """The text without the numbers of other events: 合同訓練の第1回, 第187回国会."""
    return _OTHER_EVENT.sub(lambda match: "、" * len(match.group()), text)


def events_in_a_row(question: str) -> tuple[int, ...]:
    """The numbers of events that are no meetings: 2 of 合同訓練の第2回."""
    found = (match.group() for match in _OTHER_EVENT.finditer(plain_notation(question)))
    return _unique(_first_number(match) for event in found for match in _MEETING.finditer(event))


def find_mentions(question: str) -> Mentions:
    """All places that `question` names by number."""
    text = plain_notation(question)
    comments = _comment_keys(text)
    without_comments = _COMMENT.sub(" ", text)
    plain = _without_events(text)
    return Mentions(
        meetings=_unique(_first_number(match) for match in _MEETING.finditer(plain)),
        sections=_sections(without_comments),
        comments=comments,
        footnotes=_unique(_first_number(match) for match in _FOOTNOTE.finditer(text)),
        turns=_unique(_first_number(match) for match in _TURN.finditer(text)),
    )
