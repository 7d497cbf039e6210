"""Mends slips of the pen in a question: a letter typed twice, a particle left out.

What is mended is mostly grammar: a particle changes no fact that is asked for. Words and
names stay as they were typed, since a near name may be somebody else's; kana and spaces that
make a word unknown are the matter of `kana` and `spaces`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from assistant.understanding.endings import with_plain_ending
from assistant.understanding.from_english.lexicon import renderings
from assistant.understanding.from_english.topics import is_grammar
from assistant.understanding.kana import swapped, with_held_words, with_small_kana
from assistant.understanding.spaces import without_stray_spaces
from index.library import Library
from index.text.morphology import Word, words_of

_PARTICLE, _NOUN, _VERB = "助詞", "名詞", "動詞"
_NAMING = (_NOUN, "接尾辞", "代名詞")
_DOUBLED_SIGN = re.compile(r"([-.、。？?,])\1+")
# 「述べたは誰か」 for 「述べたのは誰か」
_CLAUSE_AS_SUBJECT = re.compile(r"(?<=[たいるだ])は(?=誰|だれ|どなた|何|なに|どこ|どの|いつ)")
# What follows a form of address or an office without a particle is no part of the name.
_ADDRESS = re.compile(r"^(?:さん|氏|様|殿)$")
_OFFICE = re.compile(r"(?:大臣|長官?|総理|知事|監|政務官|教授|委員|議員)$")
_INTERROGATIVE = re.compile(
    r"^(?:誰|だれ|どなた|何|なに|なん|いつ|どこ|どの|どんな|どう|いくつ|いくら|なぜ|どれ)$"
)
_IN_ALL = re.compile(r"^(?:全部|すべて|全て|合計|ぜんぶ)$")
_BOUND = re.compile(r"^(?:以[上下内]|未満|程度|前後|列挙|提示)$")  # 二つ以上
_HAS_A_DEPUTY = re.compile(r"(?:議|座|会|委員)長$")  # 議長代理 is an office of its own
_INSTEAD = re.compile(r"^(?:代わり|代り|かわり|代理)$")
_LATIN_WORD = re.compile(r"(?<![A-Za-z0-9-])[A-Z]{0,2}[a-z]{4,}(?![A-Za-z0-9-])")
_ENGLISH_INTERROGATIVES = frozenset({"which", "what", "when", "where", "whose", "whom", "many"})


def mended(question: str, library: Library) -> str:
    """A Japanese question without slips that its grammar shows; most stay as they are."""
    text = _DOUBLED_SIGN.sub(r"\1", without_stray_spaces(question))
    text = with_small_kana(with_plain_ending(text))
    text = _CLAUSE_AS_SUBJECT.sub("のは", _respelt(text, _repair))
    return with_held_words(text, library)


def mended_english(question: str) -> str:
    """An English question without letters typed twice or in the wrong order.

    The dictionary lacks too many words to mend more: it would make "sith" of "sixth".
    """
    return _LATIN_WORD.sub(_known_english, question)


def _respelt(text: str, repair: Callable[[Word, Word], str | None]) -> str:
    """The text with each word as `repair` has it after the word before; None leaves it."""
    words = words_of(text)
    written = [text[: words[0].end]] if words else [text]
    for before, word in pairwise(words):
        repaired = repair(before, word) if before.end == word.start else None
        written.append(text[before.end : word.end] if repaired is None else repaired)
    return "".join(written)


def _repair(before: Word, word: Word) -> str | None:
    """A word without its double, or with the particle that was left out before it."""
    if word.surface == before.surface and word.part_of_speech == _PARTICLE:
        return "" if len(word.surface) == 1 else None
    particle = _left_out(before, word) if before.part_of_speech in _NAMING else ""
    return f"{particle}{word.surface}" if particle else None


def _left_out(before: Word, word: Word) -> str:
    addressed = _ADDRESS.match(before.surface) is not None
    person = addressed or _OFFICE.search(before.surface) is not None
    if _IN_ALL.match(word.surface) or (person and _INTERROGATIVE.match(word.surface)):
        return "は"
    if person and word.part_of_speech == _VERB:
        return "が"
    counted = before.surface == "つ" and not _BOUND.match(word.surface)  # 三つスタンス
    belongs = (addressed or counted) and word.part_of_speech == _NOUN
    instead = _INSTEAD.match(word.surface) and not _HAS_A_DEPUTY.search(before.surface)
    return "の" if belongs or (person and instead) else ""


def _known_english(match: re.Match[str]) -> str:
    word = match.group()
    lower = word.lower()
    if _is_english(lower):
        return word
    edits = set(_undoubled(lower))
    if word.islower():  # a capital may open a name
        edits.update(swapped(lower))
    known = [edit for edit in edits if _is_english(edit)]
    if len(known) != 1:
        return word
    return known[0].capitalize() if word[0].isupper() else known[0]


def _is_english(word: str) -> bool:
    return word in _ENGLISH_INTERROGATIVES or is_grammar(word) or bool(renderings(word))


def _undoubled(word: str) -> Iterator[str]:
    for place, (letter, following) in enumerate(pairwise(word)):
        if letter == following:
            yield word[:place] + word[place + 1 :]
