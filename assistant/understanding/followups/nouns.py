"""Finds the noun of the last question that a new one takes the place of.

That is the one which stands in the same case and comes closest in meaning, by the
similarity of the embedder: 英国 takes the place of 米国, not of 協力.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from assistant.understanding.followups.places_named import COMMENT, MEETING, SECTION
from assistant.understanding.followups.short import TOPICAL, Short
from assistant.understanding.followups.turns import Conversation
from index.text.morphology import content_words, proper_names, words_of

_GENERIC = re.compile(
    r"^(?:意見|コメント|回答|件数|会合|会議|議事要旨|文書|資料|理由|内容|記載|発言|議論|他|ほか|意味|定義"
    r"|(?:戦略|方針|計画|大綱|素)?案|戦略|方針|略|略称|正式名称|名称|目的|背景|提出者?|全部|合計|こと|もの|方|人)+$"
)
_TOPIC_CLASS = re.compile(rf"^(?:{TOPICAL}|について|に関して)$")
_BEHIND = re.compile(
    rf"(?:からは|からも|に対しては|との間では|について|に関して|{TOPICAL}|から|とは|では|には|との|での|への"
    r"|[がをにでとへのや])"
)
# what a name before it makes one of a class: 欧州の国々
_CLASS = re.compile(
    r"^(?:国|国々|各国|諸国|地域|会社|企業|団体|組織|機関|省庁|自治体|大学|人|人々|方々|委員|大臣|側|場合)$"
)
_SAME_PARTICLE = 0.2
_SAME_ENDING = 0.2
_SAME_SCRIPT = 0.3
_BOTH_NAMES = 0.5
_NEAR_ENOUGH = 0.04  # similarity of two things of a kind; others come out at about zero


@dataclass(frozen=True, slots=True)
class _Phrase:
    start: int
    end: int
    text: str
    particle: str


def replaced_noun(short: Short, last: str, talk: Conversation) -> str:
    """The noun of the last question that another one stands beside, "" where none is near."""
    plain = not re.search("[のや・と]", short.name)
    found = _closest(short, _noun_phrases(last, short_is_plain=plain), talk)
    return found.text if found else ""


def with_noun(short: Short, last: str, talk: Conversation) -> str | None:
    """A noun in the place of that which stands in the same case and comes closest in meaning."""
    plain = not re.search("[のや・と]", short.name)
    phrases = _noun_phrases(last, short_is_plain=plain)
    best = _closest(short, phrases, talk)
    if best is None:
        return None
    before = (one for one in phrases if one.end + 1 == best.start and one.particle == "の")
    behind = (one for one in phrases if best.end + 1 == one.start and best.particle == "の")
    owner, owned = next(before, None), next(behind, None)
    is_name = bool(proper_names(short.name))
    start = owner.start if owner and _CLASS.match(best.text) else best.start
    end = owned.end if owned and _CLASS.match(owned.text) and is_name else best.end
    return last[:start] + short.name + last[end:]


def _closest(short: Short, found: list[_Phrase], talk: Conversation) -> _Phrase | None:
    """That which stands in the same case and comes closest in meaning."""
    phrases = [phrase for phrase in found if phrase.text not in short.name]
    if not phrases:
        return None
    library = talk.vocabulary.library
    nearness = library.similarities(short.name, [phrase.text for phrase in phrases])
    is_name = bool(proper_names(short.name))
    scores = [
        float(near)
        + _SAME_PARTICLE * _same_case(phrase.particle, short.particle)
        + _SAME_ENDING * (phrase.text[-1] == short.name[-1])
        + _BOTH_NAMES * (is_name and bool(proper_names(phrase.text)))
        + _SAME_SCRIPT * (phrase.text.isascii() is short.name.isascii())
        for near, phrase in zip(nearness, phrases, strict=True)
    ]
    place = scores.index(max(scores))
    best = phrases[place]
    if nearness[place] < _NEAR_ENOUGH and best.text[-1] != short.name[-1]:
        return None
    for near, phrase in zip(nearness, phrases, strict=True):
        if phrase.end + 1 == best.start and phrase.particle == "の" and near > nearness[place]:
            best = phrase
    return best


def _same_case(one: str, other: str) -> bool:
    if _TOPIC_CLASS.match(one) and _TOPIC_CLASS.match(other):
        return True
    return bool(one and other) and one.removesuffix("は") == other.removesuffix("は")


def _noun_phrases(text: str, *, short_is_plain: bool) -> list[_Phrase]:
    """Runs of nouns, those joined by の and や as one more, with the particle behind."""
    runs: list[tuple[int, int]] = []
    suffixes = {word.start: word.end for word in words_of(text) if word.part_of_speech == "接尾辞"}
    for word in content_words(text):
        if word.part_of_speech != "名詞":
            continue
        start = runs.pop()[0] if runs and runs[-1][1] == word.start else word.start
        runs.append((start, suffixes.get(word.end, word.end)))
    joined = (
        []
        if short_is_plain
        else [(a, d) for (a, b), (c, d) in pairwise(runs) if text[b:c] in "のや"]
    )
    found = []
    for start, end in (*runs, *joined):
        name = text[start:end]
        behind = _BEHIND.match(text[end:])
        is_place = MEETING.search(name) or COMMENT.search(name) or SECTION.search(name)
        if not (_GENERIC.match(name) or is_place or re.search(r"\d", name)):
            found.append(_Phrase(start, end, name, behind.group() if behind else ""))
    return found
