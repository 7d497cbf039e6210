"""The forms in which official texts say what a term means or what it is short for."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from assistant.lookup import quote_start
from index.documents import Footnote, Passage, Unit
from index.library import Library
from index.text.keys import search_key
from index.text.sentences import split_sentences

_LATER = r"\([^()]*?(?:以下|以降)、?(?:単に)?"
_SHORTEST_MEANING = 2
_NO_LONG_FORM = re.compile(
    r"^(?:案|素案|原案|仮称|改定版|概要|以下|注|再掲|図|表|令和|平成|昭和|第?\d|p\.|※|例えば|例:|等|[ivx]+$)"
    r"|閣議決定|会議決定|年法律|資料"
)
_NOUN = r"[一-鿿々ァ-ヶーA-Za-z0-9・]"
_READING = re.compile(r"[ァ-ヶー]{2,10}")  # CSIRT(シーサート)
_IN_BRACKETS = re.compile(r"[^(]\([^()「]+\)$")
_LATIN_IN_BRACKETS = re.compile(r"\([a-z0-9/&. \-]+\)$|^[a-z0-9/\-]{2,12}\(", re.IGNORECASE)
_ADNOMINAL = re.compile(r"[のるういたなす]$")
_BESIDE_JAPANESE = re.compile(r"(?<=[^\x00-\x7f]) | (?=[^\x00-\x7f()])| (?=\([^)])")
_LATIN_TERM = re.compile(r"[「\s]*[A-Za-z]")
_ABBREVIATION = re.compile(r"[A-Za-z0-9/\-]{2,12}")
_BEFORE_MARK = 60  # characters before a footnote's mark that may be what it explains
_OF_LONG_NAME = 0.8  # share of an abbreviation's letters that the long name has
_SAID_LATER = re.compile(r"\((?:[^()]*(?:以下|以降)[^()]*)\)?[」』)]*$")


class Relation(StrEnum):
    """What a passage says about a term."""

    SHORT = "short"  # the term is short for `other`
    LONG = "long"  # `other` is short for the term
    MEANING = "meaning"  # it explains the term


@dataclass(frozen=True, slots=True)
class Definition:
    """A passage that says what a term means.

    Attributes:
        relation: What it says.
        other: The other name, as the text writes it; "" where it explains.
        unit: Where it stands.
        words: The sentence, or the footnote.
    """

    relation: Relation
    other: str
    unit: Unit
    words: Passage


def pattern_is_latin(pattern: str) -> bool:
    """Whether the term of a pattern is written in Latin letters."""
    return pattern.startswith("(?<![a-z0-9])")


def term_pattern(term: str) -> str:
    """A pattern of a term in any spacing, with or without the long vowel at its end."""
    letters = [letter for letter in search_key(term) if not letter.isspace()]
    loose = {"ー": "ー?", "・": "", "-": "-?"}
    pattern = r"[\s・]?".join(loose.get(letter, re.escape(letter)) for letter in letters)
    if re.search(r"[ァ-ヶ]$", term):
        pattern += "ー?"
    if letters and letters[0].isascii() and letters[0].isalnum():
        pattern = rf"(?<![a-z0-9]){pattern}"
    if letters and letters[-1].isascii() and letters[-1].isalnum():
        pattern += r"(?![a-z0-9])"
    return pattern


def definitions(term: str, unit: Unit, library: Library) -> Iterator[Definition]:
    """What a unit says about the meaning of a term, in reading order."""
    pattern = term_pattern(term)
    if isinstance(unit, Footnote):
        yield from _by_footnote(pattern, unit, library)
    if not re.search(pattern, search_key(unit.text)):
        return
    for sentence in split_sentences(unit.passage):
        key = _BESIDE_JAPANESE.sub("", search_key(sentence.text))
        if re.search(pattern, key):
            for relation, form in _FORMS:
                match = re.search(form.replace("TERM", pattern), key)
                if match and (found := _definition(relation, match, unit, sentence.strip())):
                    yield found
                    break


# A name that is only the end of a longer one is not the name that is abbreviated.
_WHOLE = r"(?<![一-鿿々ァ-ヶー・A-Za-z0-9])"
_FORMS: tuple[tuple[Relation, str], ...] = (
    (Relation.SHORT, rf"「(?P<other>[^「」]{{2,60}})」?{_LATER}「TERM」"),
    (Relation.SHORT, rf"(?P<other>{_NOUN}{{2,60}})」?{_LATER}「TERM」"),
    (Relation.LONG, rf"{_WHOLE}TERM」?{_LATER}「(?P<other>[^「」]+)」"),
    (Relation.MEANING, rf"{_LATER}「TERM」"),
    (Relation.MEANING, r"「?TERM」?とは、?.{6,}"),
    (Relation.MEANING, r"「TERM」と(?:いう(?=[。)])|呼|称|定義|位置[付づ]け)"),
    (Relation.MEANING, r"「TERM」を[^。]{0,20}定義"),
    (Relation.LONG, rf"{_WHOLE}TERM」?(?:の|とし、)略称は、?「?(?P<other>[A-Za-z0-9]{{2,12}})"),
    (Relation.SHORT, r"「?(?P<other>[A-Za-z][A-Za-z \-]{5,80})」?とし、略称は、?「?TERM"),
    (Relation.SHORT, r"TERM」?は、?「?(?P<other>[^「」。、]{3,60})」?の略"),
    (Relation.LONG, rf"{_WHOLE}TERM」?\([^()]*?[:、]\s?(?P<other>[A-Za-z0-9]{{2,12}})\)"),
    (Relation.LONG, r"(?<![A-Za-z])(?P<other>[A-Za-z0-9/\-]{2,12})\(TERM\)"),
    (Relation.SHORT, rf"{_WHOLE}TERM」?\((?P<other>[^()]{{2,80}})\)"),
    (Relation.SHORT, rf"(?P<other>(?=[^()]*[一-鿿ァ-ヶ]){_NOUN}{{3,60}})」?\(TERM\)"),
    (Relation.SHORT, r"(?P<other>[A-Za-z][A-Za-z \-]{5,80})\(TERM\)"),
    (Relation.MEANING, r"すなわち、?「?TERM"),
    (Relation.MEANING, r"TERM」?(?:のこと)?を(?:いう|指す|意味する|総称)"),
    (Relation.MEANING, r".{12,}は、?「?TERM」?として[^。]{0,12}(?:位置[付づ]け|指定|定め|防護)"),
)


def _definition(
    relation: Relation, match: re.Match[str], unit: Unit, sentence: Passage
) -> Definition | None:
    if relation is Relation.MEANING:
        return Definition(relation, "", unit, sentence)
    other = match["other"].strip(" 」「").removeprefix("- ")
    printed = re.search(
        term_pattern(other), unicodedata.normalize("NFKC", sentence.text), re.IGNORECASE
    )
    if _NO_LONG_FORM.search(other) or len(other) < _SHORTEST_MEANING or printed is None:
        return None
    explains = Definition(Relation.MEANING, "", unit, sentence)
    behind = match.group().endswith(f"({match['other']})")
    if behind and not _LATIN_TERM.match(match.group()):
        # 「電磁パルス(EMP)」 asked by its long form; an English name explains it only
        if not _ABBREVIATION.fullmatch(other):
            return explains
        relation = Relation.LONG
    elif (
        _IN_BRACKETS.search(match.group())
        and not behind
        and not _LATIN_IN_BRACKETS.search(match.group())
        and not _abbreviates(match.group().partition("(")[2], other)
    ):
        return None  # 「法的根拠(…基本法)」 names an example, no abbreviation
    elif relation is Relation.SHORT and not behind and _is_part_of_a_phrase(match):
        return explains
    if relation is Relation.SHORT and _READING.fullmatch(other):
        return explains
    return Definition(relation, " ".join(printed.group().split()), unit, sentence)


def _abbreviates(short: str, long: str) -> bool:
    """Whether a name is made of letters of a longer one, in their order: 行革 of 行政改革."""
    letters = short.rstrip(")")
    blocks = SequenceMatcher(None, letters, long, autojunk=False).get_matching_blocks()
    shared = sum(block.size for block in blocks)
    return len(letters) < len(long) and shared >= _OF_LONG_NAME * len(letters)


def _is_part_of_a_phrase(match: re.Match[str]) -> bool:
    """Whether the noun is the end of a clause that defines: 従業員が50人以下の事業者."""
    return _ADNOMINAL.search(match.string[: match.start("other")]) is not None


def _by_footnote(pattern: str, footnote: Footnote, library: Library) -> Iterator[Definition]:
    """What a footnote says, where the words it hangs on are the term."""
    if footnote.marker_unit is None or footnote.marker_offset is None:
        return
    noted = library.catalog.unit(footnote.marker_unit).text[: footnote.marker_offset]
    before = _BESIDE_JAPANESE.sub("", search_key(noted[-_BEFORE_MARK:]))
    ends = [words.rstrip("」』) ") for words in (before, _SAID_LATER.sub("", before))]
    ends += [words.removesuffix("等") for words in ends]
    if not any(re.search(rf"{_WHOLE}{pattern}$", words) for words in ends):
        return
    words = quote_start(footnote.passage)
    short = re.match(r"(?P<other>[^。]{3,80}?)\s*の略", footnote.text.strip())
    if short:
        yield Definition(Relation.SHORT, short["other"].strip("「」 "), footnote, words)
        return
    spelled = re.match(r"(?P<other>[A-Za-z][A-Za-z \-]{5,80})(?=[（(。])", footnote.text.strip())
    if spelled and pattern_is_latin(pattern):
        yield Definition(Relation.SHORT, spelled["other"].strip(), footnote, words)
        return
    called = re.search(r"略称は、?\s*「?(?P<other>[A-Za-z0-9]{2,12})", footnote.text)
    if called:
        yield Definition(Relation.LONG, called["other"], footnote, words)
        return
    yield Definition(Relation.MEANING, "", footnote, words)
