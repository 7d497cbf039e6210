"""Figures of a sentence, with what they count: 83件 is not 83者, and 三十五件 is 35件."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from assistant.answers import Fault
from assistant.sentence_checks.dates import dates_in
from assistant.sentence_checks.grounds import Finding, Ground, holds
from assistant.sentence_checks.ids import ID

_DIGITS = {character: value for value, character in enumerate("〇一二三四五六七八九")}
_SMALL = {"十": 10, "百": 100, "千": 1000}
_LARGE = {"万": 10**4, "億": 10**8, "兆": 10**12}
_COUNTER_WORDS = (
    "パーセント ポイント 万円 か月 ヶ月 カ月 箇月 か所 箇所 ヶ所 ケ所 カ所 か国 ヶ国 省庁 団体 "
    "機関 システム 世帯 分野 項目 種類 段階 時間 日間 年間 週間 年度 ページ 文字 件 人 名 者 社 "
    "回 年 月 日 割 % つ 個 点 章 節 条 円 倍 分 秒 台 週 歳 校 部 本 枚 号 位 通 度 票 桁 か 群 "
    "班 層 時"
)
_COUNTERS = _COUNTER_WORDS.split()
#: Counters that mean the same.
_SAME = {
    "名": "人", "者": "人", "パーセント": "%", "箇所": "か所", "ヶ所": "か所", "ケ所": "か所",
    "カ所": "か所", "ヶ月": "か月", "カ月": "か月", "箇月": "か月", "ヶ国": "か国",
}  # fmt: skip
_COUNTER = "|".join(map(re.escape, _COUNTERS))
_ARABIC = r"\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_KANJI = "〇一二三四五六七八九十百千万億兆"
_QUANTITY = re.compile(
    rf"(?:(?P<mixed>(?:{_ARABIC})(?:[十百千万億兆]+(?:{_ARABIC})?)*)"
    rf"|(?<![第統同単均唯随専画{_KANJI}])(?P<kanji>[{_KANJI}]+(?={_COUNTER})|[{_KANJI}]{{2,}})"
    rf")(?P<counter>{_COUNTER})?"
)
_PAGE = "ページ"
_OF_DATES = frozenset({"年", "年度", "月", "日"})
_ENUMERATOR = re.compile(r"(?:^|(?<=[\s(]))\d{1,2}[.)](?=\D)", re.MULTILINE)
_YEARS = range(1800, 2200)  # a bare number that is a year counts nothing but years
_VAGUE = re.compile(
    r"過半数|半数|半分|[十百千]数|倍以上|大多数|大半|全員|全会一致|満場一致|倍増|半減|[数何][十百千万億]|ゼロ|皆無"
    r"|[月火水木金土日]曜|午前|午後|[先来今]週|昨日|[翌前](?:日|年|月|週)|年末|年度末|年内|[上下]半期"
    r"|[春夏秋冬](?:頃|ごろ|まで|に|から)"
    r"|\b(?:hundreds?|thousands?|millions?|dozens?|majority|unanimous\w*|half|twice|doubled?)\b"
)
_PART = re.compile(rf"(?P<number>{_ARABIC}|[〇一二三四五六七八九]+)|(?P<scale>[十百千万億兆])")
#: Words that hold a numeral and count nothing.
_NO_COUNT = re.compile(
    rf"(?<![{_KANJI}])(?:一人一人|一人ひとり|一つひとつ|一つ一つ|一つには|一つは|一部|一層|一体|一方|一定|一般|一切|一度"
    r"|一分|十分|一本化|一号|万一|一日も)"
)
_TEEN_WORDS = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty"
)
_TEN_WORDS = "thirty forty fifty sixty seventy eighty ninety"
_UNIT_WORDS = "one two three four five six seven eight nine"
_UNITS = _UNIT_WORDS.split()
_TENS = {word: 10 * place for place, word in enumerate(_TEN_WORDS.split(), start=3)}
_ENGLISH = {word: value for value, word in enumerate(_TEEN_WORDS.split(), start=2)} | _TENS
_ENGLISH_NUMBER = re.compile(
    rf"\b(?:(?P<tens>{'|'.join(_TENS)}|twenty)-(?P<unit>{'|'.join(_UNITS)})"
    rf"|(?P<word>{'|'.join(_ENGLISH)}))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A value and the counter behind it ("" where there is none)."""

    value: Decimal
    counter: str
    surface: str

    def agrees(self, other: Quantity) -> bool:
        """Whether both may mean the same: equal values, and no contradicting counters."""
        counters = {self.counter, other.counter}
        if self.value != other.value or len(counters) == 1:
            return self.value == other.value
        if self.value in _YEARS and "" in counters:
            return not counters.isdisjoint({"年", "年度"})
        return not counters.isdisjoint({"", "つ"})


def quantities(text: str) -> tuple[Quantity, ...]:
    """The figures of a folded text; dates and ids are none."""
    return tuple(_quantities(_without(text)))


def _quantities(text: str) -> Iterator[Quantity]:
    for match in _QUANTITY.finditer(_NO_COUNT.sub(" ", text)):
        counter = match["counter"] or ""
        value = _value(match["mixed"] or match["kanji"])
        yield Quantity(value, _SAME.get(counter, counter), match.group())
    for match in _ENGLISH_NUMBER.finditer(text):
        if match["word"]:
            value = Decimal(_ENGLISH[match["word"].casefold()])
        else:
            tens = _ENGLISH[match["tens"].casefold()]
            value = Decimal(tens + _UNITS.index(match["unit"].casefold()) + 1)
        yield Quantity(value, "", match.group())


def _without(text: str) -> str:
    """The text with its dates and ids blanked out."""
    spans = [(found.start, found.end) for found in dates_in(text)]
    spans += [match.span() for match in ID.finditer(text)]
    letters = list(text)
    for start, end in spans:
        letters[start:end] = " " * (end - start)
    return "".join(letters)


def _value(printed: str) -> Decimal:
    """`1万1,800`, `三十五`, `二〇`, `1.5億` as a number."""
    total = section = Decimal(0)
    current: Decimal | None = None
    for match in _PART.finditer(printed):
        if match["number"]:
            current = _plain(match["number"])
        elif match["scale"] in _SMALL:
            section += (Decimal(1) if current is None else current) * _SMALL[match["scale"]]
            current = None
        else:
            section += current or 0
            total += (section or Decimal(1)) * _LARGE[match["scale"]]
            section, current = Decimal(0), None
    return total + section + (current or 0)


def _plain(number: str) -> Decimal:
    if number[0] in _DIGITS:
        return Decimal("".join(str(_DIGITS[digit]) for digit in number))
    return Decimal(number.replace(",", ""))


def number_fault(text: str, grounds: Sequence[Ground]) -> Finding | None:
    """A figure that no cited unit holds.

    Args:
        text: The sentence, folded by `search_key`.
        grounds: The cited units.
    """
    stated = quantities(text)
    for match in _VAGUE.finditer(text):
        if not holds(match.group(), grounds):
            return Finding(Fault.NUMBER_NOT_FOUND, match.group())
    if not stated:
        return None
    known = [found for ground in grounds for found in _known(ground.words, ground.body)]
    for quantity in stated:
        if not any(quantity.agrees(other) for other in known):
            return Finding(Fault.NUMBER_NOT_FOUND, quantity.surface)
    return None


@lru_cache(maxsize=512)
def _known(words: str, body: str) -> tuple[Quantity, ...]:
    """Figures that a sentence may take from a unit.

    The parts of its dates are among them, since a sentence may say only `19日`. A bare number
    counts anything if it stands in the unit's own text; in a label or heading, only pages.
    """
    own = quantities(_ENUMERATOR.sub(" ", body))
    around = (
        quantity if quantity.counter else replace(quantity, counter=_PAGE)
        for quantity in quantities(_ENUMERATOR.sub(" ", words))
    )
    of_dates = (quantity for quantity in _quantities(words) if quantity.counter in _OF_DATES)
    return (*own, *around, *of_dates)
