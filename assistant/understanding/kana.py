"""Mends kana that were typed wrong: a large letter for a small one, a lost ー, a near word.

Only what no document holds is changed, and only into a word that is held; so no name
becomes another that might have been meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from assistant.understanding.from_english.loanwords import written
from index.library import Library
from index.text.morphology import Word, tokens, unknown_nouns, words_of

_KATAKANA = "".join(map(chr, range(ord("ァ"), ord("ヶ") + 1))) + "ー"
_KATAKANA_WORD = re.compile(r"[ァ-ヺー]{3,}")
_SHORTEST_MENDED = 5  # letters of a word of which any one may be wrong
_LARGE = "アイウエオツヤユヨワあいうえおつやゆよわ"
_SMALL = dict(zip(_LARGE, "ァィゥェォッャュョヮぁぃぅぇぉっゃゅょゎ", strict=True))
_DOUBLED_STOP = re.compile(r"(?<=[一-鿿ぁ-ゖ])つ(?=[たてち])")
_GLIDE = re.compile(r"(?<=[きしちにひみりぎじびぴ])[やゆよ]")
_SUPPOSED = re.compile(r"(?<=[でま])しよう(?=か?[?？。]?$)")


def with_small_kana(text: str) -> str:
    """The text with っ, ゃ, ゅ and ょ where large letters cut a word to pieces."""
    text = _SUPPOSED.sub("しょう", text)
    for pattern, least in ((_DOUBLED_STOP, 0), (_GLIDE, 1)):
        for match in pattern.finditer(text):  # the length stays the same
            place = match.start()
            small = f"{text[:place]}{_SMALL[match.group()]}{text[place + 1 :]}"
            words = words_of(small)
            joins = any(word.start < place < word.end for word in words)
            split = words_of(text)
            begins = any(
                word.start == place and (word.part_of_speech == "動詞" or _lists(before, word))
                for before, word in pairwise(split)
            )
            if joins and not begins and len(split) - len(words) >= least:
                text = small
    return text


def _lists(before: Word, word: Word) -> bool:
    """Whether や joins a noun to the next: 「作りや狙い」."""
    has_kanji = re.search(r"[一-鿿]", before.surface) is not None
    return word.surface == "や" and before.part_of_speech == "名詞" and has_kanji


def with_held_words(text: str, library: Library) -> str:
    """The text with a held word for one in katakana that is not, where just one comes near."""
    for word in dict.fromkeys(_KATAKANA_WORD.findall(text)):
        if word in _runs(library):
            continue
        if meant := _runs(library).intersection(_misspelt(word)):
            text = text.replace(word, min(meant))
            continue
        if _is_held(word, library):
            continue
        edits = set(_misspelt(word))
        if word in unknown_nouns(text) and len(word) >= _SHORTEST_MENDED:
            edits.update(one_edit_away(word, _KATAKANA))
        near = {edit for edit in edits if "ーー" not in edit and _is_held(edit, library)}
        if len({tokens(edit) for edit in near}) == 1:
            text = text.replace(word, min(near))
    return text


@lru_cache(maxsize=4)
def _runs(library: Library) -> frozenset[str]:
    """The words in katakana of all documents, as they stand there."""
    return frozenset(_KATAKANA_WORD.findall(written(library)))


def _is_held(word: str, library: Library) -> bool:
    """Whether it is one word, or one that the dictionary takes apart, of some document."""
    return len(words_of(word)) == 1 and library.word_frequencies(tokens(word)[:1])[0] > 0


def _misspelt(word: str) -> Iterator[str]:
    """The word with one letter made small, and with one ー more."""
    for place, letter in enumerate(word):
        head, tail = word[:place], word[place + 1 :]
        if letter in _SMALL:
            yield f"{head}{_SMALL[letter]}{tail}"
        if letter != "ー":
            yield f"{head}{letter}ー{tail}"


def swapped(word: str) -> Iterator[str]:
    """All strings that a swap of neighbours makes of a word."""
    for place in range(len(word) - 1):
        yield word[:place] + word[place + 1] + word[place] + word[place + 2 :]


def one_edit_away(word: str, letters: str) -> Iterator[str]:
    """All strings that one swap, deletion, replacement or insertion makes of a word.

    Source: Norvig, How to Write a Spelling Corrector (2007).
    """
    yield from swapped(word)
    for place in range(len(word) + 1):
        head, tail = word[:place], word[place:]
        yield from (f"{head}{letter}{tail}" for letter in letters)
        if tail:
            yield head + tail[1:]
            yield from (f"{head}{letter}{tail[1:]}" for letter in letters)
