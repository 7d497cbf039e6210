"""The words by which a question asks for groups of a size, or at a place of the ranking."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.understanding.numerals import value_of

_DIGIT = r"(?:\d+|[一二三四五六七八九十])"
_OPEN = r"(?:誰|だれ|どなた|どこ|どれ|どの[^、。はがをに]{1,8}|どんな[^、。はがをに]{1,8}|何)"
_MANY = r"(?:多い|多かった|(?:数)?多く(?!の(?!意見|コメント))|たくさん|いっぱい|大量に)"
#: 「誰が多い」, 「たくさん出したのは」, 「意見が多い節は」, 「意見が集中した節」.
_MOST_PLAINLY = (
    rf"{_OPEN}[^、。]{{0,14}}?{_MANY}(?![がは、])|(?:意見|コメント)[^、。]{{0,8}}?集中"
    rf"|{_MANY}(?:[^、。]{{0,12}}?(?:た|ている))?(?!もの|意見が)[^、。はがをにる]{{1,8}}"
    rf"(?:(?:は|って)(?:、?{_OPEN}|[?？。\s]*$)|を(?:教|挙|示|知))"
)
MOST = re.compile(
    r"(?:最も|一番|1番|いちばん|最大|もっとも)(?![^。、]{0,16}?少)|最多|多かった(?:の|提出者|分野|人)"
    rf"|トップ(?!\d)|{_MOST_PLAINLY}|\bmost\b",
    re.IGNORECASE,
)
FEWEST = re.compile(
    r"(?:最も|一番|1番|いちばん|もっとも)[^。、]{0,16}?少|最少|(?:番目|次)に[^。、]{0,6}?少"
    r"|\b(?:fewest|least)\b",
    re.IGNORECASE,
)
RANKED = re.compile(
    r"ベスト\s*\d|多い(?:順|ほう|方)(?:から|に|で)?|少ない順|(?:件|数|件数|多さ|多寡)の?順|ランキング|順位|上位"
)
FIRST_FEW = re.compile(
    rf"(?:上位|トップ|ベスト|top\s*)(?P<number>{_DIGIT})|(?P<after>{_DIGIT})位(?:まで|以内)",
    re.IGNORECASE,
)
_PLACE = re.compile(
    rf"(?P<place>{_DIGIT})(?:番目に[^、。]{{0,6}}?[多少]|番手|位(?!まで|以))|次(?:に[多少]|点|いで)"
)
_BOUND = re.compile(
    rf"(?P<number>{_DIGIT})\s*(?:件|個|つ|回)\s*(?:の意見)?(?P<way>以上|より多|を超|以下|未満|より少|だけ|のみ|しか|ずつ|ちょうど)"
    rf"|(?:ちょうど|わずか|1人)?(?P<exactly>{_DIGIT})\s*(?:件|つ)(?:の意見)?を?(?:出し|提出し|寄せ)|(?P<several>複数(?:の|件)?)"
    r"|(?P<single>単独の意見|意見を?(?:一つ|ひとつ)(?:だけ|のみ|しか))"
    r"|(?P<none>(?:1|一)件も|(?:一つ|ひとつ)も|ゼロ|(?<!\d)0件|(?:なかった|ない|ていない)(?=分野|部分|テーマ|領域))"
)
#: What a question may ask of groups, in words.
GROUPING = (MOST, FEWEST, RANKED, FIRST_FEW, _PLACE, _BOUND)


@dataclass(frozen=True, slots=True)
class Bound:
    """How many comments a group must have: at least, and at most."""

    least: int
    most: int

    def holds(self, size: int) -> bool:
        """Whether a group of this size is within it."""
        return self.least <= size <= self.most


def bound_asked(text: str) -> Bound | None:
    """The size that the groups asked for must have."""
    match = _BOUND.search(text)
    if match is None:
        return None
    if match["several"]:
        return Bound(2, 10_000)
    if match["none"]:
        return Bound(0, 0)
    number = value_of(match["number"] or match["exactly"] or "1")
    way = match["way"] or ""
    if way.startswith(("以上",)):
        return Bound(number, 10_000)
    if way.startswith(("より多", "を超")):
        return Bound(number + 1, 10_000)
    if way.startswith("以下"):
        return Bound(1, number)
    if way.startswith(("未満", "より少")):
        return Bound(1, number - 1)
    return Bound(number, number)


def places_asked(text: str) -> frozenset[int]:
    """The places of the ranking that are asked for; the first too where the most are."""
    found = frozenset(value_of(match["place"] or "2") for match in _PLACE.finditer(text))
    return found | {1} if found and MOST.search(text) else found
