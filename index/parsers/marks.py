"""The numbers that headings and list items begin with, in every style of official Japan."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from index.parsers.lines import half_width

_GOJUON = (
    "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"
)
_IROHA = "イロハニホヘトチリヌルヲワカヨタレソツネナラム"
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿"
_PLANS = "甲乙丙丁戊"
_DIGITS = {character: value for value, character in enumerate("〇一二三四五六七八九")}
_ROMAN_LETTERS = {"i": 1, "v": 5, "x": 10, "l": 50}
_NUMERAL = r"[0-9]{1,3}|[〇一二三四五六七八九十百]{1,5}"
_UNITS = "編部章節款条"

_NAMED = re.compile(rf"第\s*({_NUMERAL})\s*([{_UNITS}])(?:\s*の\s*({_NUMERAL}))?(?=[\s(<「]|$)")
_ORDINAL = re.compile(rf"第\s*({_NUMERAL})(?=[\s、.])")
_DECIMAL = re.compile(
    r"([0-9]{1,2}(?:\s?[.\-‐―−]\s?[0-9]{1,2}(?![0-9]))*)(\s?[.、)])?(?=(\s)|(.)|$)"
)
_BRACKETED = re.compile(
    r"[(〔]\s*([0-9]{1,2}|[ivx]{1,5}|[ア-ン]|[a-zA-Z]|[一二三四五六七八九十]{1,3})\s*[)〕]"
)
_LETTERED = re.compile(r"([ivxIVX]{1,5}|[a-zA-Z])([.)])\s*")
_SPACED_ROMAN = re.compile(r"([IVX]{1,5})(\s)")
_GLYPH_ROMAN = re.compile(r"([Ⅰ-Ⅻⅰ-ⅻ])[.、)]?")
_KANA = re.compile(r"([ア-ン])([.、)]|\s)")
_KANJI = re.compile(r"([一二三四五六七八九十]{1,3})([、.]|\s)")
_PLAN = re.compile(rf"【\s*([{_PLANS}])案\s*】")


class Style(StrEnum):
    """The look of a number; containers come first, outermost first."""

    BOOK = "編"
    PART = "部"
    CHAPTER = "章"
    CLAUSE = "節"
    SUBCLAUSE = "款"
    ORDINAL = "第"
    ARTICLE = "条"
    ROMAN = "Ⅰ"
    DECIMAL = "1.1"
    PAREN = "(1)"
    KANJI = "一"
    PAREN_KANJI = "(一)"
    KANA = "ア"
    IROHA = "イロハ"
    PAREN_KANA = "(ア)"
    PAREN_IROHA = "(イロハ)"
    CIRCLED = "①"
    SMALL_ROMAN = "i"
    PAREN_ROMAN = "(i)"
    LETTER = "a"
    CAPITAL = "A"
    PAREN_LETTER = "(a)"
    PLAN = "甲案"


CONTAINERS = (
    Style.BOOK,
    Style.PART,
    Style.CHAPTER,
    Style.CLAUSE,
    Style.SUBCLAUSE,
    Style.ORDINAL,
    Style.ARTICLE,
)


@dataclass(frozen=True, slots=True)
class Mark:
    """The number at the start of a line.

    Attributes:
        style: Its look.
        form: The sign behind it (`.`, `)`, `、` or nothing); one level keeps one form.
        values: Its value, several for `5.2.3`.
        number: Its own normalised form, e.g. `5.2.3`, `(1)`, `ii`, `第3章`.
        length: Characters of the line it takes, white space behind it included.
    """

    style: Style
    form: str
    values: tuple[int, ...]
    number: str
    length: int

    @property
    def key(self) -> tuple[Style, int, str]:
        """Marks of one level share it: style, depth of a decimal, sign behind it."""
        return (self.style, len(self.values), self.form if len(self.values) == 1 else "")


def kanji_value(numeral: str) -> int:
    """`12`, `十二` or `一二` as a number."""
    if numeral.isascii():
        return int(numeral)
    if not set(numeral) & set("十百"):
        return int("".join(str(_DIGITS[character]) for character in numeral))
    total = digit = 0
    for character in numeral:
        if character in "十百":
            total += (digit or 1) * (10 if character == "十" else 100)
            digit = 0
        else:
            digit = _DIGITS[character]
    return total + digit


def roman_value(numeral: str) -> int:
    """`iv` as 4; 0 where the letters are no number in the usual spelling."""
    letters = unicodedata.normalize("NFKC", numeral).lower()
    values = [_ROMAN_LETTERS.get(letter, 0) for letter in letters]
    total = sum(
        -value if value < following else value
        for value, following in zip(values, [*values[1:], 0], strict=True)
    )
    return total if 0 not in values and _roman_of(total) == letters else 0


def _roman_of(value: int) -> str:
    parts: list[str] = []
    for letter, worth in (
        ("l", 50),
        ("xl", 40),
        ("x", 10),
        ("ix", 9),
        ("v", 5),
        ("iv", 4),
        ("i", 1),
    ):
        count, value = divmod(value, worth)
        parts.append(letter * count)
    return "".join(parts)


def marks_of(line: str) -> tuple[Mark, ...]:
    """Every reading of the number that a line begins with (`イ` and `i` have two)."""
    text = half_width(line)
    for read in (
        _read_named,
        _read_plan,
        _read_bracketed,
        _read_glyph,
        _read_letters,
        _read_decimal,
    ):
        marks = read(text)
        if marks:
            return tuple(_with_space(mark, text) for mark in marks)
    return ()


def _with_space(mark: Mark, text: str) -> Mark:
    rest = text[mark.length :]
    length = mark.length + len(rest) - len(rest.lstrip())
    return Mark(mark.style, mark.form, mark.values, mark.number, length)


def _read_named(text: str) -> list[Mark]:
    if match := _NAMED.match(text):
        values = tuple(kanji_value(part) for part in match.group(1, 3) if part)
        number = f"第{values[0]}{match[2]}" + "".join(f"の{value}" for value in values[1:])
        return [Mark(Style(match[2]), "", values, number, match.end())]
    if match := _ORDINAL.match(text):
        value = kanji_value(match[1])
        return [Mark(Style.ORDINAL, "", (value,), f"第{value}", match.end())]
    return []


def _read_plan(text: str) -> list[Mark]:
    if match := _PLAN.match(text):
        value = _PLANS.index(match[1]) + 1
        return [Mark(Style.PLAN, "", (value,), f"【{match[1]}案】", match.end())]
    return []


def _read_bracketed(text: str) -> list[Mark]:
    match = _BRACKETED.match(text)
    if not match:
        return []
    inner, number = match[1], f"({match[1]})"
    readings: list[tuple[Style, int]] = []
    if inner.isdigit() and inner.isascii():
        readings.append((Style.PAREN, int(inner)))
    elif inner[0] in _GOJUON:
        readings.append((Style.PAREN_KANA, _GOJUON.index(inner) + 1))
        readings.append((Style.PAREN_IROHA, _IROHA.find(inner) + 1))
    elif inner.isascii():
        readings.append((Style.PAREN_ROMAN, roman_value(inner)))
        if len(inner) == 1:
            readings.append((Style.PAREN_LETTER, ord(inner.lower()) - ord("a") + 1))
    else:
        readings.append((Style.PAREN_KANJI, kanji_value(inner)))
    return [Mark(style, "", (value,), number, match.end()) for style, value in readings if value]


def _read_glyph(text: str) -> list[Mark]:
    if text[:1] in _CIRCLED and text:
        return [Mark(Style.CIRCLED, "", (_CIRCLED.index(text[0]) + 1,), text[0], 1)]
    if match := _GLYPH_ROMAN.match(text):
        style = Style.ROMAN if match[1] < "ⅰ" else Style.SMALL_ROMAN
        number = unicodedata.normalize("NFKC", match[1])
        return [Mark(style, "", (roman_value(match[1]),), number, match.end())]
    if match := _KANA.match(text):
        form = match[2].strip()
        readings = [
            (Style.KANA, _GOJUON.find(match[1]) + 1),
            (Style.IROHA, _IROHA.find(match[1]) + 1),
        ]
        return [
            Mark(style, form, (value,), match[1], match.end()) for style, value in readings if value
        ]
    if match := _KANJI.match(text):
        value = kanji_value(match[1])
        return [Mark(Style.KANJI, match[2].strip(), (value,), match[1], match.end())]
    return []


def _read_letters(text: str) -> list[Mark]:
    match = _LETTERED.match(text) or _SPACED_ROMAN.match(text)
    if not match:
        return []
    letters, form = match[1], match[2].strip()
    marks: list[Mark] = []
    if roman_value(letters) and letters in (letters.lower(), letters.upper()):
        style = Style.SMALL_ROMAN if letters.islower() else Style.ROMAN
        marks.append(Mark(style, form, (roman_value(letters),), letters, match.end()))
    if len(letters) == 1 and form:
        style = Style.LETTER if letters.islower() else Style.CAPITAL
        marks.append(
            Mark(style, form, (ord(letters.lower()) - ord("a") + 1,), letters, match.end())
        )
    return marks


def _read_decimal(text: str) -> list[Mark]:
    match = _DECIMAL.match(text)
    if not match:
        return []
    number = re.sub(r"[‐―−]", "-", re.sub(r"\s", "", match[1]))
    values = tuple(int(part) for part in re.split(r"[.\-]", number))
    form = (match[2] or "").strip()
    first = re.match(r"([0-9]{1,2})\s?\.\s", match[1])
    single = [Mark(Style.DECIMAL, ".", (int(first[1]),), first[1], first.end())] if first else []
    if not form and match[4] and (len(values) == 1 or match[4].isascii()):
        return single  # a bare number stands apart from its heading
    return [Mark(Style.DECIMAL, form, values, number, match.end()), *single]
