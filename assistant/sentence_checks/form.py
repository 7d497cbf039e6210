"""Whether it is a sentence at all, in the language of the question."""

from __future__ import annotations

import re
import unicodedata

from assistant.answers import Fault
from assistant.query import Language
from assistant.sentence_checks.grounds import Finding
from assistant.sentence_checks.quotes import outside_quotes

LONGEST = 600  # characters; more than that in one sentence is no answer
_MARKUP = re.compile(
    r"https?:|www\.|\]\(|!\[|<[/!a-z][^>]*>?|```|\{\{|^>|^\||^#|javascript:|\|.*\|", re.IGNORECASE
)
_JAPANESE = ("HIRAGANA", "KATAKANA", "CJK", "HALFWIDTH", "IDEOGRAPHIC")
_PROSE_JAPANESE = 0.1  # share of hiragana that Japanese prose hardly ever lacks
_PROSE_ENGLISH = 0.4  # share of Latin letters; names and labels stay in Japanese


def form_fault(sentence: str, language: Language) -> Finding | None:
    """Markup, links, a monster, or another language than that of the question."""
    if len(sentence) > LONGEST:
        return Finding(Fault.NOT_A_SENTENCE, f"{len(sentence)}")
    if found := _MARKUP.search(sentence):
        return Finding(Fault.NOT_A_SENTENCE, found.group())
    # Invisible characters would let a name pass that nobody sees to be cut in two.
    if any(unicodedata.category(letter) in ("Cf", "Cc", "Co") for letter in sentence):
        return Finding(Fault.NOT_A_SENTENCE, "U+200B")
    if not _is_in(language, outside_quotes(sentence)):
        return Finding(Fault.WRONG_LANGUAGE, language.value)
    return None


def _is_in(language: Language, text: str) -> bool:
    letters = [letter for letter in text if unicodedata.category(letter)[0] == "L"]
    names = [unicodedata.name(letter, "") for letter in letters]
    hiragana = sum(name.startswith("HIRAGANA") for name in names)
    latin = sum(name.startswith(("LATIN", "FULLWIDTH LATIN")) for name in names)
    japanese = sum(name.startswith(_JAPANESE) for name in names)
    if not letters or latin + japanese < len(letters):
        return False
    if language is Language.ENGLISH:
        return latin >= _PROSE_ENGLISH * len(letters)
    return hiragana >= max(1, _PROSE_JAPANESE * len(letters)) and japanese >= latin
