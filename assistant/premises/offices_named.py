"""Which words of a question are offices or bodies of a roster, and who holds them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from assistant.minutes.attendance import KNOWN
from assistant.minutes.ministries import ministries_named
from assistant.query import Query
from assistant.understanding.mentions import fold
from index.documents import RosterEntry
from index.parsers.offices import ends_office, organisations
from index.text.morphology import content_words

_BORDERS = re.compile(r"[・、兼()（）\s]")
_COMPANY = r"株式会社|\(株\)|有限会社|合同会社"
_PRIVATE = rf"{_COMPANY}|大学|法人(?<!行政法人)|弁護士|会議所|協会|連合会|連盟|組合|財団|銀行|学会"
_STATE = r"内閣|大臣|政務官|官房|総理|国家公安|[^市県都府]庁|(?<!反)省"
_KINDS = tuple(
    (re.compile(called), re.compile(office))
    for called, office in (
        (r"(?:企業|(?:株式|有限|合同)?会社)(?:人|員|関係者)?|産業界", _COMPANY),
        # who holds no office of the state or a city, as councils call their outside members
        (r"民間人?|有識者|学識(?:経験)?者|外部(?:委員|の?有識者)?", _PRIVATE),
        (
            r"(?:企業|会社)の?(?:経営者|経営陣|トップ|社長)|経営者|経営陣",
            r"社長|会長(?!代)|代表取締役|執行役",
        ),
        (r"学者|研究者|大学人|大学関係者|先生方?", r"大学|教授|研究員"),
        (
            r"(?:政府|行政|官庁|役所|市)の?(?:側|関係者|職員|人|方(?![法針]))|官僚|公務員|役人",
            rf"^(?!.*(?:{_PRIVATE}))",
        ),
        (r"国の?(?:側|関係者|職員|人|方(?![法針]))", _STATE),
        (r"県の?(?:側|関係者|職員|人|方(?![法針]))", r"県(?!庁所在)"),
    )
)
_ANY_KIND = re.compile("|".join(called.pattern for called, _ in _KINDS))
_LETTER = re.compile(r"[一-鿿々ァ-ヶー]")
_SHORT_OFFICES = {"総理": "総理大臣", "首相": "総理大臣"}
_BELOW = re.compile(r"[副准次補代]")
_SHORTEST_OFFICE = 4
_HEADED = re.compile(
    r"(?P<of>[一-鿿ァ-ヶー]{2,8}(?:の[一-鿿ァ-ヶー]{2,8})?)の(?:長|トップ|責任者|ボス)(?![一-鿿])"
)
_HEAD = re.compile(r"(?<!副)(?:長|大臣|総監|総理)$")
_CALLED_OFFICE = re.compile(r"(?<![一-鿿ァ-ヶー])[一-鿿ァ-ヶー]{1,8}?(?:大臣|長官|委員長|政務官)")
_MEMBERS = ("委員", "構成員")
_GAP = re.compile(r"(?<=大学)(?=教授|准教授|学長)")
_RANK = re.compile(r"[長員官臣授士監事役補任席表]$")
# 外務大臣 is no part of 外務大臣政務官, nor 市長 of 副市長
_SURE_RANK = re.compile(r"(?:大臣|政務官|長官|補佐官|知事|教授|[市町村区局部課室議署所校社会]長)$")
# whom the proxies stood for
REPRESENTED = re.compile(r"[^、。はがで]+(?:の(?=代わり|代理|代役|名代)|に(?=代わっ))")


def grouped(words: Sequence[str], question: str) -> list[list[str]]:
    """The words, those side by side (「外務省と経産省から」) as one group of which one will do."""
    groups: list[list[str]] = []
    for word in words:
        joins = groups and re.search(
            rf"{re.escape(groups[-1][-1])}[省庁]?(?:から)?(?:と|や|か|、|・|及び|または|又は|もしくは|若しくは|あるいは|\bor\b)[^、。]{{0,2}}"
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
    return nouns_of_offices(REPRESENTED.sub("", fold(query.completed)), entries)


def nouns_of_offices(text: str, entries: Sequence[RosterEntry]) -> list[str]:
    """Ministries, kinds of people and nouns in a text that some office of the roster holds."""
    offices = " ".join(words for entry in entries for words in _printed_and_spoken_for(entry))
    whole = text
    ministries = ministries_named(text, entries)
    for ministry in ministries:
        text = text.replace(ministry.written, "、")
    places = {match.group(): match.start() for match in _ANY_KIND.finditer(text)}
    text = _ANY_KIND.sub(lambda match: "、" * len(match.group()), text)
    for pattern in KNOWN:
        text = pattern.sub("、", text)
    found = list(dict.fromkeys(ministry.stem for ministry in ministries))
    for noun in _nouns(text, offices):
        if noun in _MEMBERS and not any(_is_rank(o, noun) for e in entries for o in e.offices):
            continue  # 委員 of 委員会 is nobody's office
        if len(noun) > 1 and noun in offices and not noun.isdigit():
            places.setdefault(noun, whole.find(noun))
    return [*found, *sorted(places, key=lambda word: places[word])]


def _nouns(text: str, offices: str) -> list[str]:
    """The nouns of a text; neighbours that an office holds together are one (大臣政務官)."""
    found: list[tuple[str, int]] = []
    for word in content_words(text):
        if word.part_of_speech != "名詞":
            continue
        end = _end_in(offices, text, word.start, word.end)  # 監 of 管理監 is no noun by itself
        if found and found[-1][1] >= word.end:
            continue
        if (
            found
            and found[-1][1] == word.start
            and found[-1][0] + text[word.start : end] in offices
        ):
            found[-1] = (found[-1][0] + text[word.start : end], end)
        else:
            found.append((text[word.start : end], end))
    return [surface for surface, _ in found]


def _end_in(offices: str, text: str, start: int, end: int) -> int:
    """Where the run of letters ends that begins with a noun and that some office holds."""
    while end < len(text) and _LETTER.match(text[end]) and text[start : end + 1] in offices:
        end += 1
    return end


def holds(entry: RosterEntry, word: str, entries: Sequence[RosterEntry]) -> bool:
    """Whether an entry has the office; 大臣 is neither 大臣政務官 nor 副大臣."""
    for called, printed in _KINDS:
        if called.fullmatch(word):
            return any(printed.search(fold(office)) for office in entry.offices)
    if _GAP.search(word):  # 大学教授 is also the 教授 of a 大学's faculty
        return all(holds(entry, part, entries) for part in _GAP.split(word))
    if _SURE_RANK.search(word) or (
        _RANK.search(word)
        and any(_is_rank(office, word) for other in entries for office in other.offices)
    ):
        return any(_is_rank(office, word) for office in entry.offices)
    return any(word in words for words in _printed_and_spoken_for(entry))


def has_office(called: str, entry: RosterEntry, entries: Sequence[RosterEntry]) -> bool:
    """Whether all that an office is called stands in the entry's: IT担当大臣, 日本電気の社長."""
    full = _SHORT_OFFICES.get(called, called)
    for ministry in ministries_named(full, entries):
        full = full.replace(ministry.written, f"{ministry.stem}省")
    if any(ends_office(full, office) for office in entry.offices):
        return True
    if any(_shortens(full, part) for office in entry.offices for part in _BORDERS.split(office)):
        return True
    words = nouns_of_offices(full, entries)
    rest = full
    for word in sorted(words, key=len, reverse=True):
        rest = rest.replace(word, "", 1)
    covered = bool(words) and not rest.replace("の", "").replace("省", "")
    return covered and all(holds(entry, word, entries) for word in words)


def spelt_out(question: str, entries: Sequence[RosterEntry]) -> str:
    """The question with offices in full that it shortens and only one office can be."""
    printed = {part for e in entries for o in e.offices for part in _BORDERS.split(fold(o))}

    def full(match: re.Match[str]) -> str:
        called = match.group()
        if any(called in part for part in printed):
            return called
        meant = [part for part in printed if _shortens(called, part)]
        return meant[0] if len(meant) == 1 else called

    headed = _HEADED.sub(lambda match: _headed(match, printed), fold(question))
    return _CALLED_OFFICE.sub(full, headed if headed != fold(question) else question)


def _headed(match: re.Match[str], printed: Iterable[str]) -> str:
    """The only office at the head of what is named: 病院の事務方の長, 消防のトップ."""
    named = [part.removesuffix("方") for part in match["of"].split("の")]
    meant = [
        part
        for part in printed
        if _HEAD.search(part) and all(len(name) > 1 and name in part for name in named)
    ]
    return meant[0] if len(meant) == 1 else match.group()


def _shortens(called: str, office: str) -> bool:
    """Whether the letters of one stand in the other in their order: 国家公安委員長, 経産大臣."""
    rest = iter(office)
    return (
        len(called) >= _SHORTEST_OFFICE
        and called[0] == office[:1]
        and office.endswith(called[-2:])
        and _BELOW.findall(called) == _BELOW.findall(office)
        and all(letter in rest for letter in called)
    )


def _printed_and_spoken_for(entry: RosterEntry) -> tuple[str, ...]:
    """The offices of an entry, and the bodies they belong to: 教育委員会 of 教育長."""
    offices = tuple(map(fold, entry.offices))
    return (*offices, *(body for office in offices for body in sorted(organisations(office))))


def _is_rank(office: str, word: str) -> bool:
    return any(
        part.endswith(word) and not part.removesuffix(word).endswith(("副", "准"))
        for part in _BORDERS.split(fold(office))
    )
