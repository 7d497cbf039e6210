"""Words of everyday speech and the words of official texts that mean the same."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def everyday_groups() -> dict[str, tuple[str, ...]]:
    """Of each word, as Sudachi normalises it, the names of the groups it is in."""
    text = files(__package__).joinpath("everyday.tsv").read_text("utf-8")
    found: dict[str, tuple[str, ...]] = {}
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        words = line.split("\t")
        for word in words:
            found[word] = (*found.get(word, ()), words[0])
    return found


@cache
def official_words(word: str) -> tuple[str, ...]:
    """The words that official texts have for one of everyday speech, as Sudachi normalises it.

    A group opens with the word of everyday speech.
    """
    text = files(__package__).joinpath("everyday.tsv").read_text("utf-8")
    groups = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    found = (others for first, *others in groups if first == word)
    return tuple(dict.fromkeys(other for others in found for other in others))
