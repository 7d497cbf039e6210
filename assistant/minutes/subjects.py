"""Whom a question makes the subject of saying something: by name, name with office, or office."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from assistant.minutes.places import PLACE
from assistant.premises.offices_named import has_office, holds, nouns_of_offices
from assistant.understanding.mentions import fold
from index.documents import RosterEntry

SPEAKING = re.compile(
    r"発言|述べ|何と|言(?:って|い|っ|及|葉)|主張|指摘|提案|説明|挨拶|答え|要望|報告|意見|質問|尋ね|求め|訴え|心配|危惧|整理|約束|宣言|指示"
    r"|話(?:し|の|は|を|$)|(?:お願い|依頼|要請|懸念|見解|考え|立場)|触れ|頼(?:み|ん)|願(?:い|っ)"
    r"|締めくく|締め括|どう[^。]{0,4}まとめ"
)
SUBJECT = (
    rf"(?=は|が|の(?:第\d+回(?:の?会[合議])?で?の)?(?:{PLACE}の)?(?:発言|意見|挨拶|説明|主張|提案|要望|指摘|質問|報告|話|考え|見解|訴え|お?願い|依頼"
    r"|要請|懸念|求め|指示|言葉|回答|答え|立場|言い分)|による|から)"
)
TITLE = (
    r"(?:総理大臣|総理|首相|官房長官|長官|委員|構成員|議員|教授|大臣|政務官"
    r"|局長|部長|課長|社長|会長|理事長|さん|氏|様)"
)
_CALLED = re.compile(
    r"(?<![一-鿿々])(?P<family>[一-鿿々ヶ]{1,4}?)"
    r"(?P<title>委員|構成員|[一-鿿]{0,6}(?:大臣|総理|政務官|局長|部長|課長|室長|教授|社長|会長|理事長|議長|副長官))"
)
_OFFICE_ALONE = re.compile(
    r"(?<![一-鿿々ァ-ヶーA-Za-z])(?P<office>(?:[一-鿿々ァ-ヶーA-Za-z]{2,12}の)?[一-鿿々ァ-ヶーA-Za-z]{0,12}?"
    r"(?:大臣|総理|首相|政務官|委員長|長官|長官補|補佐官|管理監|政策監|局長|部長|課長|室長|教授|社長|会長|理事長?"
    rf"|議長|市長|弁護士)){SUBJECT}"
)


# the subject of saying, whatever it is called by
_DESCRIBED = re.compile(
    rf"(?:^|(?<=[、。でにて])|(?<=[回合]の))(?P<who>[一-鿿々ァ-ヶーA-Za-z・の側さん]{{2,24}}?){SUBJECT}"
)
_NO_WORD_OF_OFFICE = re.compile(
    r"の|人|方|委員|構成員|側|さん|代表者?|関係者|担当者?|出席者|市立|[・]"
)


def people_speaking(question: str, roster: tuple[RosterEntry, ...]) -> list[RosterEntry]:
    """The entries whose whole name, name with title, or office the question holds.

    Who has the office that stands with the name is meant, before others of the name.
    """
    found = [entry for entry in roster if entry.attended and _names(question, entry)]
    found = found or _only_holder(question, roster)
    by_office = [entry for entry in found if is_called_by_office(question, entry)]
    return by_office or found


def is_subject(question: str, entry: RosterEntry) -> bool:
    """Whether the question says that this one, present or not, said something."""
    attending = (replace(entry, attended=True),)
    return _names(question, entry) or bool(_only_holder(question, attending))


def _only_holder(question: str, roster: tuple[RosterEntry, ...]) -> list[RosterEntry]:
    """Whoever alone has the office that is the subject: 官房長官, 日本電気の社長, 総理."""
    for match in _OFFICE_ALONE.finditer(fold(question)):
        holders = [
            entry
            for entry in roster
            if entry.attended and has_office(match["office"], entry, roster)
        ]
        if len(holders) == 1:
            return holders
    return []


def described(question: str, roster: tuple[RosterEntry, ...]) -> list[RosterEntry]:
    """Whoever alone is all that the subject says: 消費者団体の人, 大学の先生, 県警."""
    for match in _DESCRIBED.finditer(fold(question)):
        words = nouns_of_offices(match["who"], roster)
        rest = match["who"]
        for word in sorted(words, key=len, reverse=True):
            rest = rest.replace(word, "")
        holders = [e for e in roster if e.attended and all(holds(e, w, roster) for w in words)]
        if words and len(holders) == 1 and not _NO_WORD_OF_OFFICE.sub("", rest):
            return holders
    return []


def is_called_by_office(question: str, entry: RosterEntry) -> bool:
    """Whether the office behind the family name is one of the entry's: 岸本消防局長."""
    calls = (match.group() for match in _CALLED.finditer(question))
    return any(
        entry.name.startswith(called[:end]) and any(called[end:] in one for one in entry.offices)
        for called in calls
        for end in range(1, len(called))
    )


def without_subject(question: str, entry: RosterEntry) -> str:
    """The question without the words that call this one: they tell nothing of the matter."""
    return re.sub(_called_by(entry), " ", question)


def _names(question: str, entry: RosterEntry) -> bool:
    return re.search(_called_by(entry), question) is not None


def _called_by(entry: RosterEntry) -> str:
    """How a question may call somebody whom it makes the subject, as a pattern."""
    families = "|".join(re.escape(entry.name[:end]) for end in range(len(entry.name), 0, -1))
    offices = [
        office
        for printed in entry.offices
        for office in re.split(r"[・(（)）、]", printed)
        if len(office) > 1 and office not in ("委員", "構成員")
    ]
    endings = sorted({end for office in offices for end in _endings(office)}, key=len)[::-1]
    titles = "|".join([TITLE, *map(re.escape, endings)])
    alone = "|".join([re.escape(entry.name), *map(re.escape, offices)])
    return rf"(?<![一-鿿])(?:(?:{families})(?:{titles})|{alone}){SUBJECT}"


def _endings(office: str) -> Iterator[str]:
    """An office and how its last letters call its holder: 補佐官; 市長 is no 副市長."""
    for start in range(len(office) - 1):
        if start == 0 or office[start - 1] not in "副准次":
            yield office[start:]
