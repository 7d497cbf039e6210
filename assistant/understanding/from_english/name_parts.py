"""The words of an English name: its terms, their order, and the one name that they tell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from assistant.understanding.from_english.lexicon import LONGEST, is_term, renderings

LEFT_OUT = ("the", "of", "for", "and", "on", "npo", "nonprofit", "inc", "ltd", "corporation")
_FEWEST = 2  # terms


def told_by_words(spelled: str, names: Iterable[str]) -> str | None:
    """The one name in which every term of a name stands, in their order: 新経済連盟."""
    held = tuple(names)
    for order in orders(spelled):
        terms = tuple(parts(order))
        found = [name for name in held if len(terms) >= _FEWEST and _stand_in(terms, name)]
        if len(found) == 1:
            return found[0]
    return None


def _stand_in(terms: tuple[str, ...], name: str) -> bool:
    start = 0
    for term in terms:
        ends = [
            name.find(japanese, start) + len(japanese)
            for japanese in renderings(term)
            if japanese in name[start:]
        ]
        if not ends:
            return False
        start = min(ends)
    return True


def runs(words: tuple[tuple[str, str], ...]) -> Iterator[tuple[tuple[str, str], ...]]:
    """Up to three words in a row, the longest last: となり組 is written as one in Latin letters."""
    for length in (1, 2, 3):
        for start in range(len(words) - length + 1):
            yield words[start : start + length]


def orders(spelled: str) -> Iterator[str]:
    """A name as it is, and with what follows "of" or "for" in front."""
    yield spelled
    for link in (" of ", " for "):
        before, found, after = spelled.partition(link)
        if found:
            yield f"{after} {before}"


def parts(spelled: str) -> Iterator[str]:
    """The longest known terms of a name, one after another."""
    words = [word for word in spelled.casefold().split() if word not in LEFT_OUT]
    start = 0
    while start < len(words):
        for length in range(min(LONGEST, len(words) - start), 0, -1):
            part = " ".join(words[start : start + length])
            if length == 1 or is_term(part):
                yield part
                start += length
                break
