"""Puts the places and dates of an English question as a Japanese one writes them."""

from __future__ import annotations

import re
from calendar import month_abbr, month_name
from decimal import Decimal
from functools import partial

_ONES_TEXT = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
    "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
)
_ONES = _ONES_TEXT.split()
_TENS = {"twent": 20, "thirt": 30, "fort": 40, "fift": 50, "sixt": 60, "sevent": 70}
_ORDINALS = {word: number for number, word in enumerate(_ONES, start=1)} | {
    f"{tens}{end}": value + unit
    for tens, value in _TENS.items()
    for unit, end in enumerate(("ieth", *(f"y-{word}" for word in _ONES[:9])))
}
_ORDINAL = rf"(?:\d+(?:st|nd|rd|th)|{'|'.join(sorted(_ORDINALS, key=len, reverse=True))})"
_ORDINAL_WORD = re.compile(
    rf"\b(?:{'|'.join(sorted(_ORDINALS, key=len, reverse=True))})\b", re.IGNORECASE
)
_MONTHS = {
    name.casefold(): number
    for names in (month_name, month_abbr)
    for number, name in enumerate(names)
    if name
}
_MONTH = rf"(?P<month>{'|'.join(sorted(_MONTHS, key=len, reverse=True))})\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_CARDINAL_TEXT = "two three four five six seven eight nine ten eleven twelve"
_CARDINALS = {word: number for number, word in enumerate(_CARDINAL_TEXT.split(), start=2)}
_CARDINAL = re.compile(rf"(?<![\w-])(?:{'|'.join(_CARDINALS)})(?![\w-])", re.IGNORECASE)
_GREAT_NUMBER = re.compile(
    r"\b(?P<number>\d[\d,]*(?:\.\d+)?)\s+(?P<unit>thousand|million|billion|trillion)\b",
    re.IGNORECASE,
)
_THOUSANDS = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_MYRIADS = ((10**12, "兆"), (10**8, "億"), (10**4, "万"))
_ERAS = {"meiji": "明治", "taisho": "大正", "showa": "昭和", "heisei": "平成", "reiwa": "令和"}
_NUMBERS = r"\d+(?:-\d+)?"
_SECTION = r"\d+(?:\.\d+)*(?:\s*\(\d+\))?(?:\s*(?:viii|vii|vi|iv|ix|iii|ii|i|v|x)\b)?"
_MEETINGS = re.compile(
    rf"(?P<ordinals>{_ORDINAL}(?:(?:,\s*|,?\s+(?:and|or)\s+)(?:the\s+)?{_ORDINAL})*)\s+meetings?\b"
    r"|\bmeetings?\s+(?:nos?\.?\s*|numbers?\s+)?(?P<numbers>\d+(?:(?:,\s*|\s+and\s+)\d+)*)\b",
    re.IGNORECASE,
)
# 「which meeting was longer, the 22nd or the 39th?」
_BARE_MEETINGS = re.compile(
    rf"(?<!on )(?:\bthe\s+|(?<=: )|(?<=, ))"
    rf"(?P<ordinals>{_ORDINAL}(?:(?:,\s*|,?\s+(?:and|or)\s+)(?:the\s+)?{_ORDINAL})*)"
    r"(?=\s*(?:[?.,:;]|$)|\s+(?:or|and|than|but|last(?:ed)?|took|ran|was|is|had|has|did|dealt)\b)",
    re.IGNORECASE,
)
_OF_A_MEETING = re.compile(r"\bmeetings?\b", re.IGNORECASE)
_OR_MEETING = re.compile(
    r"(?<=回会合)(?:,\s*|,?\s+(?:and|or|vs\.?|versus)\s+)(?:the\s+)?(?=第\d+回会合)", re.IGNORECASE
)
_LISTS = (
    (
        re.compile(
            r"\b(?:comments?|opinions?|submissions?)\s+(?:nos?\.?\s*|numbers?\s+|#\s*)?"
            rf"(?P<list>{_NUMBERS}(?:(?:,\s*|\s+and\s+|,\s*and\s+){_NUMBERS})*)\b",
            re.IGNORECASE,
        ),
        "意見{}",
    ),
    (re.compile(rf"\bnos?\.\s*(?P<list>{_NUMBERS})\b", re.IGNORECASE), "意見{}"),
    (
        re.compile(r"\bfootnotes?\s+(?P<list>\d+(?:(?:,\s*|\s+and\s+)\d+)*)\b", re.IGNORECASE),
        "脚注{}",
    ),
    (re.compile(r"\b(?:remark|turn|utterance)\s+(?P<list>\d+)\b", re.IGNORECASE), "発言{}"),
    (re.compile(r"\bindividual\s+(?:no\.?\s*)?\(?(?P<list>\d+)\)?", re.IGNORECASE), "個人({})"),
    (re.compile(r"\barticle\s+(?P<list>\d+)\b", re.IGNORECASE), "第{}条"),
)
_SECTIONS = re.compile(
    rf"\b(?:sections?|chapters?|items?)\s+(?P<list>{_SECTION}(?:(?:,\s*|\s+and\s+){_SECTION})*)",
    re.IGNORECASE,
)
_DATES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b{_MONTH}\s+{_DAY},?\s+{_YEAR}\b",
        rf"\b{_DAY}\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}\b",
        r"\b(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)\b",
        rf"\b{_MONTH},?\s+(?:of\s+)?{_YEAR}\b",
        rf"\b{_MONTH}\s+{_DAY}\b",
    )
)
_FISCAL = re.compile(rf"\b(?:FY\s*|fiscal\s+(?:year\s+)?){_YEAR}\b", re.IGNORECASE)
_ERA = re.compile(rf"\b(?P<era>{'|'.join(_ERAS)})\s+(?P<year>\d+)\b", re.IGNORECASE)
_NTH_COMMENT = re.compile(
    r"\b(?P<number>\d+)(?:st|nd|rd|th) (?:comment|opinion|submission)\b", re.IGNORECASE
)
_TIMES = re.compile(
    r"\b(?:(?P<number>\d+)\s+times|(?P<once>once)|twice)"
    r"(?:\s+(?:a|an|per|every|each)\s+(?P<period>year|month|week|day))?\b",
    re.IGNORECASE,
)
_SPAN = re.compile(
    r"\b(?P<number>\d+)[\s-](?P<unit>year|month|week|hour|minute)s?\b"
    r"(?!\s+(?:old|of age|ago|later))",
    re.IGNORECASE,
)
_SPANS = {"year": "年間", "month": "か月", "week": "週間", "hour": "時間", "minute": "分"}
_PERIODS = {"year": "年", "month": "月", "week": "週", "day": "日"}
_OTHER_ORDINAL = re.compile(r"\b(?P<number>\d+)(?:st|nd|rd|th)\b", re.IGNORECASE)
_ALONE = re.compile(rf"(?<![\d.,-]){_YEAR}(?![\d.,-]\d|年)\b")


def with_japanese_places(question: str) -> str:
    """The question with 第39回会合, 5.2.3, 意見27-2, 脚注11 and 2014年 for their English names."""
    text = _MEETINGS.sub(_meetings, _GREAT_NUMBER.sub(_great_number, question))
    text = _SPAN.sub(_span, _TIMES.sub(_times, text))
    for pattern, form in _LISTS:
        text = pattern.sub(partial(_all_of, form), text)
    text = _SECTIONS.sub(_sections, text)
    for pattern in _DATES:
        text = pattern.sub(_date, text)
    text = _FISCAL.sub(lambda match: f"{match['year']}年度", text)
    text = _ERA.sub(lambda match: f"{_ERAS[match['era'].casefold()]}{match['year']}年", text)
    text = _ALONE.sub(lambda match: f"{match['year']}年", text)
    if "回会合" in text or _OF_A_MEETING.search(text):
        text = _OR_MEETING.sub("と", _BARE_MEETINGS.sub(_meetings, text))
    text = _NTH_COMMENT.sub(r"\g<number>番目の意見", text)
    return _OTHER_ORDINAL.sub(r"第\g<number>", text)


def in_digits(question: str) -> str:
    """The question with 6th for sixth and 4 for four."""
    text = _ORDINAL_WORD.sub(lambda match: _with_ending(_number(match.group())), question)
    return _CARDINAL.sub(lambda match: str(_CARDINALS[match.group().casefold()]), text)


def _with_ending(number: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{'th' if number // 10 == 1 else ending}"


def _meetings(match: re.Match[str]) -> str:
    words = re.findall(rf"{_ORDINAL}|\d+", match.group(), re.IGNORECASE)
    return "と".join(f"第{_number(word)}回会合" for word in words)


def _great_number(match: re.Match[str]) -> str:
    """25億 for "2.5 billion"; digits where no myriad divides it."""
    value = Decimal(match["number"].replace(",", "")) * _THOUSANDS[match["unit"].casefold()]
    for myriad, name in _MYRIADS:
        if value >= myriad:
            return f"{(value / myriad).normalize():f}{name}"
    return f"{value.normalize():f}"


def _span(match: re.Match[str]) -> str:
    return f"{match['number']}{_SPANS[match['unit'].casefold()]}"


def _times(match: re.Match[str]) -> str:
    """年2回 for "twice a year"; "once" alone may mean 「かつて」."""
    period = _PERIODS.get((match["period"] or "").casefold(), "")
    if match["once"] and not period:
        return match.group()
    return f"{period}{match['number'] or (1 if match['once'] else 2)}回"


def _number(ordinal: str) -> int:
    digits = re.match(r"\d+", ordinal)
    return int(digits.group()) if digits else _ORDINALS[ordinal.casefold()]


def _all_of(form: str, match: re.Match[str]) -> str:
    return "と".join(form.format(number) for number in re.findall(_NUMBERS, match["list"]))


def _sections(match: re.Match[str]) -> str:
    numbers = [number.replace(" ", "") for number in re.findall(_SECTION, match["list"])]
    return "と".join(f"第{number}章" if number.isdigit() else number for number in numbers)


def _date(match: re.Match[str]) -> str:
    parts = match.groupdict()
    month = parts["month"]
    number = int(month) if month.isdigit() else _MONTHS[month.casefold()]
    year = f"{parts['year']}年" if parts.get("year") else ""
    day = f"{int(parts['day'])}日" if parts.get("day") else ""
    return f"{year}{number}月{day}"
