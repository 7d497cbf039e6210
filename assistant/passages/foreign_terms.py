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
from index.text.morphology import ContentWord, content_words

# Chosen on the English questions among the sample and reference cases and 30 more: words that
# the documents put otherwise come to 0.44 and more, those of near misses to 0.36 at most.
_LEAST_CLOSE = 0.4
_NEW_THING = re.compile(r"[a-z-]{8,}(?<!ed)(?<!ing)(?<!ly)(?<!is[ez])")
_NAME = re.compile(r"[A-Z][a-z]+(?: [A-Z][a-z]+)+")
# of somebody to whom it was done nobody can be named where it was not
_DONE_TO = re.compile(r"who (?:was|were|got|has been|have been) (?P<done>[a-z]+ed)\b", re.IGNORECASE)
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

    def is_held(words: tuple[ContentWord, ...]) -> bool:
        return all(is_known(word.normal, library) for word in words)

    for written, choices in Topics(library, asked).unheld(asked):
        words = [content_words(choice) for choice in choices[:_MAIN]]
        # a word that no list has (blockchain) tells as well
        is_new = _NEW_THING.fullmatch(written) is not None
        if _NAME.fullmatch(written) and words and not any(map(is_held, words)):
            return written
        is_done = done is not None and done["done"] == written
        is_thing = [is_done or _names_a_thing(parts) for parts in words] or [
            written.islower() if nothing_held else is_new
        ]
        if not (any(is_thing) if nothing_held else all(is_thing)):
            continue
        if words and is_held(words[0]):
            continue
        own = library.similarities(written, texts).max() if " " not in written else 0.0
        close = max(own, 0.0, *(_closeness(parts, texts, library) for parts in words))
        if close >= _LEAST_CLOSE:
            continue
        if has_one_sense(written.casefold()) or not is_put_in_other_words(focus, units, library):
            return written
    return ""


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
