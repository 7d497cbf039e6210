"""Which words of a question are offices or bodies of a roster, and who holds them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.minutes.attendance import KNOWN
from assistant.minutes.ministries import ministries_named
from assistant.query import Query
from assistant.understanding.mentions import fold
from index.documents import RosterEntry
from index.parsers.offices import organisations
from index.text.morphology import content_words

_BORDERS = re.compile(r"[・、兼()（）\s]")
_COMPANY = re.compile(r"企業|会社")
_COMPANY_OFFICE = re.compile(r"株式会社|\(株\)|有限会社|合同会社")
# 民間 is who holds no office of the state or a city, as councils call their outside members
_PRIVATE = "民間"
_PRIVATE_OFFICE = re.compile(
    rf"{_COMPANY_OFFICE.pattern}|大学|法人(?<!行政法人)|弁護士|会議所|協会|連合会|連盟|組合|財団|銀行|学会"
)
_GAP = re.compile(r"(?<=大学)(?=教授|准教授|学長)")
_RANK = re.compile(r"[長員官臣授士監事役補任席表]$")
REPRESENTED = re.compile(r"[^、。はでに]+の(?=代わり|代理)")  # whom the proxies stood for


def grouped(words: Sequence[str], question: str) -> list[list[str]]:
    """The words, those side by side (「外務省と経産省から」) as one group of which one will do."""
    groups: list[list[str]] = []
    for word in words:
        joins = groups and re.search(
            rf"{re.escape(groups[-1][-1])}[省庁]?(?:から)?(?:と|や|、|・|及び|または)[^、。]{{0,2}}"
            rf"{re.escape(word)}",
            question,
        )
        if joins:
            groups[-1].append(word)
        else:
            groups.append([word])
    return groups


def office_words(query: Query, entries: Sequence[RosterEntry]) -> list[str]:
    """Nouns of the question that some office of the roster holds."""
    offices = " ".join(words for entry in entries for words in _printed_and_spoken_for(entry))
    text = REPRESENTED.sub("", fold(query.completed))
    ministries = ministries_named(text, entries)
    for ministry in ministries:
        text = text.replace(ministry.written, "、")
    for pattern in KNOWN:
        text = pattern.sub("、", text)
    nouns = _nouns(text, offices)
    return list(dict.fromkeys(ministry.stem for ministry in ministries)) + [
        noun
        for noun in nouns
        if (len(noun) > 1 and noun in offices and not noun.isdigit())
        or _COMPANY.fullmatch(noun)
        or noun == _PRIVATE
    ]


def _nouns(text: str, offices: str) -> list[str]:
    """The nouns of a text; neighbours that an office holds together are one (大臣政務官)."""
    found: list[tuple[str, int]] = []
    for word in content_words(text):
        if word.part_of_speech != "名詞":
            continue
        if found and found[-1][1] == word.start and found[-1][0] + word.surface in offices:
            found[-1] = (found[-1][0] + word.surface, word.end)
        else:
            found.append((word.surface, word.end))
    return [surface for surface, _ in found]


def holds(entry: RosterEntry, word: str, entries: Sequence[RosterEntry]) -> bool:
    """Whether an entry has the office; 大臣 is neither 大臣政務官 nor 副大臣."""
    if word == _PRIVATE:
        return any(_PRIVATE_OFFICE.search(fold(office)) for office in entry.offices)
    if _GAP.search(word):  # 大学教授 is also the 教授 of a 大学's faculty
        return all(holds(entry, part, entries) for part in _GAP.split(word))
    if _COMPANY.fullmatch(word):
        return any(_COMPANY_OFFICE.search(fold(office)) for office in entry.offices)
    if _RANK.search(word) and any(
        _is_rank(office, word) for other in entries for office in other.offices
    ):
        return any(_is_rank(office, word) for office in entry.offices)
    return any(word in words for words in _printed_and_spoken_for(entry))


def _printed_and_spoken_for(entry: RosterEntry) -> tuple[str, ...]:
    """The offices of an entry, and the bodies they belong to: 教育委員会 of 教育長."""
    offices = tuple(map(fold, entry.offices))
    return (*offices, *(body for office in offices for body in sorted(organisations(office))))


def _is_rank(office: str, word: str) -> bool:
    return any(
        part.endswith(word) and not part.removesuffix(word).endswith("副")
        for part in _BORDERS.split(fold(office))
    )
