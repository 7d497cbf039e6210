"""The things that an English question names and that no document holds in any rendering."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.passages.attribute import asks_only
from assistant.passages.closeness import is_known
from assistant.passages.key_terms import is_put_in_other_words
from assistant.passages.topic import asks_what_a_document_says, is_place
from assistant.query import Language, Query
from assistant.understanding.focus import Focus
from assistant.understanding.from_english import matter_of
from assistant.understanding.from_english.lexicon import has_one_sense
from assistant.understanding.from_english.topics import Topics
from index.documents import Unit
from index.library import Library
from index.text.morphology import ContentWord, content_words, tokens
from index.text.sentences import split_sentences

# Chosen on the English questions among the sample and reference cases and 30 more: words that
# the documents put otherwise come to 0.44 and more, those of near misses to 0.36 at most.
_LEAST_CLOSE = 0.4
_NEW_THING = re.compile(r"[a-z-]{8,}(?<!ed)(?<!ing)(?<!ly)(?<!is[ez])")
_NAME = re.compile(r"[A-Z][a-z]+(?: [A-Z][a-z]+)+")
_DOCUMENT = re.compile(
    r"(?:(?:draft|cybersecurity|digital safety) )*"
    r"(?:strategy|policy|plan|papers?|drafts?|documents?|minutes|text|city|government)",
    re.IGNORECASE,
)
# of somebody to whom it was done nobody can be named where it was not
_DONE_TO = re.compile(r"who (?:was|were|got|ha(?:s|ve) been) (?P<done>[a-z]+ed)\b", re.IGNORECASE)
_FEW = 3
_MAIN = 2  # renderings of a word's main sense, which come first


def unheld_english(query: Query, focus: Focus, units: Sequence[Unit], library: Library) -> str:
    """A thing named in English that no document holds and no unit comes close to.

    An everyday word may be badly rendered, so that it is let pass where the rest is found.

    Args:
        query: The question as understood.
        focus: Its telling words.
        units: What search found.
        library: Tells what the documents hold.

    Returns:
        The word as the question writes it, "" where there is none.
    """
    if query.language is not Language.ENGLISH:
        return ""
    asked = matter_of(query.english)
    nothing_held = names_nothing_held(query, library)
    texts = [unit.text for unit in units]
    done = _DONE_TO.match(query.english)
    topics = Topics(library, asked)
    if compound := _unheld_compound(topics, asked, units):
        return compound
    if asks_what_a_document_says(query) and (apart := _never_together(topics, asked, units)):
        return apart
    for written, choices in topics.unheld(asked):
        words = [content_words(choice) for choice in choices[:_MAIN]]
        # a word that no list has (blockchain) tells as well
        is_new = _NEW_THING.fullmatch(written) is not None
        is_done = done is not None and done["done"] == written
        is_thing = [is_done or _names_a_thing(parts) for parts in words] or [
            written.islower() if nothing_held else is_new
        ]
        if not (any(is_thing) if nothing_held else all(is_thing)):
            continue
        if words and all(is_known(word.normal, library) for word in words[0]):
            continue
        own = library.similarities(written, texts).max() if " " not in written else 0.0
        close = max(own, 0.0, *(_closeness(parts, texts, library) for parts in words))
        if close >= _LEAST_CLOSE:
            continue
        if has_one_sense(written.casefold()) or not is_put_in_other_words(focus, units, library):
            return written
    return ""


def _unheld_compound(topics: Topics, asked: str, units: Sequence[Unit]) -> str:
    """A name of several words, or such a term asked about alone, that no sentence found speaks of.

    Its words may stand in other things: サイバー and 保険 of サイバー保険.
    """
    named = [term for term, _ in topics.choices(asked) if not _DOCUMENT.fullmatch(term)]
    sentences = [tokens(one.text) for unit in units for one in split_sentences(unit.passage)]
    for written, choices in topics.compounds(asked):
        if not (named == [written] or _NAME.fullmatch(written)):
            continue
        words = [{word.normal for word in content_words(choice)} for choice in choices]
        if not any(one and one.issubset(sentence) for one in words for sentence in sentences):
            return written
    return ""


def _never_together(topics: Topics, asked: str, units: Sequence[Unit]) -> str:
    """A topic told by two or three words side by side, of which no unit found has all."""
    named = {
        written: [tokens(choice) for choice in choices]
        for written, choices in topics.choices(asked)
        if not _DOCUMENT.fullmatch(written)
    }
    side_by_side = "".join(named).replace(" ", "") in asked.replace(" ", "")
    if not (side_by_side and 1 < len(named) <= _FEW):
        return ""
    together = any(
        all(any(frozenset(one) <= held for one in words) for words in named.values())
        for held in (frozenset(tokens(unit.text)) for unit in units)
    )
    return "" if together else " ".join(named)


def names_nothing_held(query: Query, library: Library) -> bool:
    """Whether an English question names no thing that documents hold, other than places."""
    if query.language is not Language.ENGLISH or query.documents or query.mentions:
        return False
    if asks_what_a_document_says(query):
        return False
    asked = matter_of(query.english)
    held = Topics(library, asked).held(asked)
    return not any(len(one) > 1 and _is_thing(one) and not is_place(one) for one in held)


def _is_thing(term: str) -> bool:
    words = content_words(term)
    if "・" in term:  # プライバシー・バイ・デザイン
        return any(word.is_thing for word in words)
    return _names_a_thing(words)


def _names_a_thing(words: tuple[ContentWord, ...]) -> bool:
    return bool(words) and all(
        word.part_of_speech == "名詞" and word.is_thing and not asks_only(word.surface)
        for word in words
    )


def _closeness(words: tuple[ContentWord, ...], texts: Sequence[str], library: Library) -> float:
    """How close a text comes to the word of a term that it comes least close to."""
    return min(float(library.similarities(word.surface, texts).max()) for word in words)
