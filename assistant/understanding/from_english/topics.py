"""Puts what an English question is about into Japanese words, for search and for reading.

Word by word: the longest known term first, and of several renderings one that the documents
use and that comes closest to the whole question. Names and unknown words stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from assistant.understanding.from_english.lexicon import LONGEST, is_term, renderings
from assistant.understanding.from_english.loanwords import LONGEST as LONGEST_BY_SOUND
from assistant.understanding.from_english.loanwords import loanword, printed_name, written
from assistant.understanding.from_english.places import in_digits
from assistant.understanding.from_english.senses import meant
from index.library import Library
from index.text.morphology import tokens

_PIECE = re.compile(
    r"\d+(?:\.\d+)*(?:\(\d+\)[ivx]*)?(?:と\d+(?:\.\d+)*(?:\(\d+\)[ivx]*)?)+(?![\d年月日歳])|"
    r"(?:[A-Za-z][A-Za-z'.&/-]*)?[一-鿿々ァ-ヶーぁ-ん][^\s,;:!?\"“”.]*|"
    r"[A-Za-z][A-Za-z'.&/-]*[A-Za-z]|[A-Za-z]|\d[\d.,]*\d(?:\(\d+\)[ivx]*)?(?![\d年月日歳])|[^\sA-Za-z,;:!?\"“”.'‘’]+"
    r"|[,;:]"
)
_KATAKANA = re.compile(r"[ァ-ヶー・]+$")
_MAIN = 2  # renderings of a word's main sense, which come first
_JAPANESE = re.compile(r"[一-鿿々ァ-ヶーぁ-ん\d]")
# Words of grammar and of asking: their sense is in the form of the question.
_GRAMMAR_TEXT = (
    "a an the this that these those it its their his her our your my they them he she we i "
    "you is are was were be been being am do does did done has have had having will would "
    "shall should can could may might must not no as so such than then there here also "
    "only just very any some each every all both either more most much many other another "
    "same own too even what which who whom whose when where why how if whether while "
    "because although though since until please me us exactly actually according say says said "
    "tell told "
    "one ones there's i'd like know want mention mentioned mentions document documents "
    "still yet instead cannot longer somebody someone anybody called during about far kind sort "
    "way ways without besides up out off down back "
    "set hit think thinks believe giving going whole i'm alone simply types type given "
    "give gives made make makes take takes took get gets receive receives received earn earns"
)
_GRAMMAR = frozenset(_GRAMMAR_TEXT.split())
_LINKS_TEXT = (
    "of in on at by from to for with within into between among through against under over "
    "and or after before via per , ; : but"
)
_OWNING = ("of", "at", "in", "for")  # the analysts at NISC: NISCの分析官
_LINKS = frozenset(_LINKS_TEXT.split())
# 「the head of the fire bureau」 is 消防局長
_HEAD = "長"
_OFFICE_WITH_HEAD = re.compile(r"(?:局|部|課|室|院|署|所|館|校|班|委員会|センター)$")
_HEAD_BEHIND = re.compile(
    r"(?<=[局部課室院署所館校班])(?:・|の)?(?:長官|部長・局長|局長|部長|長)(?![一-鿿])"
)
_DRAFT = "案"
_ABBREVIATIONS = re.compile(r"^(?P<one>[A-Z]{2,})(?:s|'s)$")
_FIRST_OF_TERM = 0.1  # how much closer another rendering of a term must come than the first
_HELD_LEAST = 1e-9


@dataclass(frozen=True)
class Topics:
    """Renders words of a question for one library.

    Attributes:
        library: What is asked about.
        question: The whole question, English but for its names and places.
    """

    library: Library
    question: str

    def japanese(self, words: str) -> str:
        """The Japanese of some words of the question: 制御システムの認証制度・発電所."""
        pieces = list(self._pieces(words))
        parts: list[list[tuple[str, bool]]] = [[]]
        for piece, links in pieces:
            if links and piece in _OWNING:
                parts.append([])
            else:
                parts[-1].append((piece, links))
        phrases = list(filter(None, map(self._joined, reversed(parts))))
        for place in range(len(phrases) - 1, 0, -1):
            if phrases[place] == _HEAD and _OFFICE_WITH_HEAD.search(phrases[place - 1]):
                phrases[place - 1 : place + 1] = [f"{phrases[place - 1]}{_HEAD}"]
        return _HEAD_BEHIND.sub(_HEAD, "の".join(phrases))

    def unheld(self, words: str) -> Iterator[tuple[str, tuple[str, ...]]]:
        """The terms that no document holds, remote renderings apart, each with its renderings."""
        for part, links in self._parts(words):
            choices = () if links or _stays(part) else self._choices(part)
            if not (links or _stays(part) or self._held(part)):
                yield part, choices

    def compounds(self, words: str) -> Iterator[tuple[str, tuple[str, ...]]]:
        """The terms of several words, each with its renderings, where no document writes one so."""
        for part, links in self._parts(words):
            choices = () if links or " " not in part or _stays(part) else self._choices(part)
            if choices and not any(choice in self._written for choice in choices):
                yield part, choices

    def choices(self, words: str) -> Iterator[tuple[str, tuple[str, ...]]]:
        """The terms, each with its renderings; what stays as it is is its own."""
        for part, links in self._parts(words):
            if not links:
                yield part, ((part,) if _stays(part) else self._choices(part)) or (part,)

    def held(self, words: str) -> Iterator[str]:
        """The terms that some document holds, in the rendering that fits the question."""
        for part, links in self._parts(words):
            if not links and (self._is_held(part) if _stays(part) else self._held(part)):
                yield self._rendered(part)

    def _joined(self, pieces: list[tuple[str, bool]]) -> str:
        """Pieces side by side where the documents write them so, else with a dot between."""
        text, before = "", ""
        if len(pieces) > 1 and pieces[0][0] == _DRAFT:  # 「the draft strategy」 is 戦略案
            return f"{self._joined(pieces[1:])}{_DRAFT}"
        for piece, links in pieces:
            if links:
                before = ""
                continue
            beside = before.isdecimal() or before.endswith("の")
            beside = beside or bool(before and f"{before}{piece}" in self._written)
            text = f"{text}{'・' if text and not beside else ''}{piece}"
            before = piece
        return text.removesuffix("の")

    @cached_property
    def _written(self) -> str:
        return written(self.library)

    def _pieces(self, words: str) -> Iterator[tuple[str, bool]]:
        """Each term in Japanese, and the words that only link terms."""
        for part, links in self._parts(words):
            owner = "の" if part.endswith("'s") else ""
            yield (part, True) if links else (f"{self._rendered(part)}{owner}", False)

    def _parts(self, words: str) -> Iterator[tuple[str, bool]]:
        """The longest known terms, and the words that only link them."""
        found = _PIECE.findall(words)
        start = 0
        while start < len(found):
            name = printed_name(found[start:], self.library)
            length = name or self._longest_term(found[start:])
            part = " ".join(found[start : start + length])
            start += length
            if name:
                yield part, False
                continue
            folded = part.casefold().removesuffix("'s")
            if folded in _LINKS:
                yield folded, True
            elif folded not in _GRAMMAR or _is_name(part):  # ITS is none of its kind
                yield part, False

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
        if _stays(part) or printed_name(part.split(" "), self.library):
            return _ABBREVIATIONS.sub(r"\g<one>", part).removesuffix("'s")
        choices = self._choices(part)
        if not choices and "-" in part:
            return self.japanese(in_digits(part.replace("-", " ")))
        held = self._held(part)
        if len(held) < 2:
            return next(iter((*held, *choices)), part)
        return self._meant.get(part.casefold()) or self._closest(part, held)

    def _choices(self, part: str) -> tuple[str, ...]:
        """The renderings of a term; a loanword of the documents that sounds like it first."""
        heard = loanword(part, self.library)
        choices = renderings(part.casefold())
        if heard and " " in part:
            return (heard,)
        return tuple(dict.fromkeys((*choices, heard))) if heard else choices

    def _held(self, part: str) -> tuple[str, ...]:
        """Those of its renderings that the documents hold; none where only remote ones are."""
        choices = self._choices(part)
        held = tuple(choice for choice in choices if self._is_held(choice))
        near = is_term(part.casefold()) or any(
            choice in choices[:_MAIN] or _KATAKANA.match(choice) for choice in held
        )
        return held if near else ()

    def _closest(self, part: str, held: tuple[str, ...]) -> str:
        close = self.library.similarities(self.question, held)
        close[0] += _FIRST_OF_TERM if is_term(part.casefold()) else 0.0
        return held[int(close.argmax())]

    @cached_property
    def _meant(self) -> dict[str, str | None]:
        """The renderings that stand together in the documents, by the words of the question."""
        parts = [part for part, links in self._parts(self.question) if not links]
        words = {
            part.casefold(): held
            for part in parts
            if (held := (part,) if _stays(part) and self._is_held(part) else self._held(part))
        }
        return dict(zip(words, meant(tuple(words.values()), self.library), strict=True))

    def _is_held(self, japanese: str) -> bool:
        words = tokens(japanese)
        return bool(words) and min(self.library.word_frequencies(words)) > _HELD_LEAST


def is_grammar(word: str) -> bool:
    """Whether a word of small letters only links words, asks, or says that there is speech."""
    return word in _GRAMMAR or word in _LINKS


def _stays(part: str) -> bool:
    """Whether a part is Japanese already, or a name that no term is."""
    return bool(_JAPANESE.search(part)) or (_is_name(part) and not is_term(part.casefold()))


def _is_name(part: str) -> bool:
    """Whether a word is written in capitals, as abbreviations are: NISC, IoT."""
    return " " not in part and sum(letter.isupper() for letter in part) > 1
