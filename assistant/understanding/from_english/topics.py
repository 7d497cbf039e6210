"""Puts what an English question is about into Japanese words, for search and for reading.

Word by word: the longest known term first, and of several renderings one that the documents
use and that comes closest to the whole question. Names and unknown words stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.understanding.from_english.lexicon import LONGEST, is_term, renderings
from assistant.understanding.from_english.loanwords import LONGEST as LONGEST_BY_SOUND
from assistant.understanding.from_english.loanwords import loanword
from index.library import Library
from index.text.morphology import tokens

_PIECE = re.compile(
    r"(?:[A-Za-z][A-Za-z'.&/-]*)?[一-鿿々ァ-ヶーぁ-ん][^\s,;:!?\"“”.]*|"
    r"[A-Za-z][A-Za-z'.&/-]*[A-Za-z]|[A-Za-z]|\d[\d.,]*\d(?:\(\d+\)[ivx]*)?(?![\d年月日歳])|[^\sA-Za-z,;:!?\"“”.'‘’]+"
    r"|[,;:]"
)
_HIRAGANA = re.compile(r"[ぁ-ん]$")
_JAPANESE = re.compile(r"[一-鿿々ァ-ヶーぁ-ん\d]")
# Words of grammar and of asking: their sense is in the form of the question.
_GRAMMAR_TEXT = (
    "a an the this that these those it its their his her our your my they them he she we i "
    "you is are was were be been being am do does did done has have had having will would "
    "shall should can could may might must not no as so such than then there here also "
    "only just very any some each every all both either more most much many other another "
    "same own too even what which who whom whose when where why how if whether while "
    "because since until please me us exactly actually according say says said tell told "
    "one ones there's i'd like know want mention mentioned mentions document documents "
    "still yet during about far kind sort way ways without besides up out off down back "
    "set hit think thinks believe giving going whole i'm alone simply types type given "
    "give gives made make makes take takes took get gets"
)
_GRAMMAR = frozenset(_GRAMMAR_TEXT.split())
_LINKS_TEXT = (
    "of in on at by from to for with within into between among through against under over "
    "and or after before via per , ; : but"
)
_LINKS = frozenset(_LINKS_TEXT.split())
_FIRST_OF_TERM = 0.1  # how much closer another rendering of a term must come than the first
_HELD_LEAST = 1e-9


@dataclass(frozen=True)
class Topics:
    """Renders words of a question for one library."""

    library: Library
    question: str

    def japanese(self, words: str) -> str:
        """The Japanese of some words of the question: 制御システムの認証制度・発電所."""
        pieces = list(self._pieces(words))
        parts: list[list[tuple[str, bool]]] = [[]]
        for piece, links in pieces:
            if links and piece == "of":
                parts.append([])
            else:
                parts[-1].append((piece, links))
        return "の".join(filter(None, map(self._joined, reversed(parts))))

    def _joined(self, pieces: list[tuple[str, bool]]) -> str:
        text, linked = "", False
        for piece, links in pieces:
            if links:
                linked = True
                continue
            apart = linked or _HIRAGANA.search(text) or text.isascii() or piece.isascii()
            text, linked = f"{text}{'・' if text and apart else ''}{piece}", False
        return text

    def _pieces(self, words: str) -> Iterator[tuple[str, bool]]:
        """Each term in Japanese, and the words that only link terms."""
        found = _PIECE.findall(words)
        start = 0
        while start < len(found):
            length = self._longest_term(found[start:])
            part = " ".join(found[start : start + length])
            start += length
            folded = part.casefold().removesuffix("'s")
            if folded in _LINKS:
                yield folded, True
            elif folded not in _GRAMMAR:
                yield self._rendered(part), False

    def _longest_term(self, found: list[str]) -> int:
        for length in range(min(LONGEST, len(found)), 1, -1):
            part = " ".join(found[:length]).casefold()
            if is_term(part) or self._sounds_like_a_term(part, length):
                return length
        return 1

    def _sounds_like_a_term(self, part: str, length: int) -> bool:
        ends = part.split(" ")[0], part.split(" ")[-1]
        whole = length <= LONGEST_BY_SOUND and not _GRAMMAR.union(_LINKS).intersection(ends)
        return whole and part.isascii() and loanword(part, self.library) is not None

    def _rendered(self, part: str) -> str:
        if _JAPANESE.search(part) or (_is_name(part) and not is_term(part.casefold())):
            return part
        heard = loanword(part, self.library)
        choices = renderings(part.casefold())
        if heard and (" " in part or not any(map(self._is_held, choices))):
            return heard
        if not choices and "-" in part:
            return self.japanese(part.replace("-", " "))
        held = [choice for choice in choices if self._is_held(choice)]
        if len(held) < 2:
            return next(iter((*held, *choices)), part)
        close = self.library.similarities(self.question, held)
        close[0] += _FIRST_OF_TERM if is_term(part.casefold()) else 0.0
        return held[int(close.argmax())]

    def _is_held(self, japanese: str) -> bool:
        words = tokens(japanese)
        return bool(words) and min(self.library.word_frequencies(words)) > _HELD_LEAST


def _is_name(part: str) -> bool:
    """Whether a word is written in capitals, as abbreviations are: NISC, IoT."""
    return " " not in part and sum(letter.isupper() for letter in part) > 1
