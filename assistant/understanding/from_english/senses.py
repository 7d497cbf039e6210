"""Chooses between the renderings of English words by what stands together in the documents.

All renderings of a word count as one word, and a passage that holds many of the question's
words tells in which sense each is meant (Pirkola 1998, Ballesteros & Croft 1998): of 技師 and
機関士, 進路 and 講座 those that stand beside what else is asked about.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from math import log

from index.library import Library
from index.text.morphology import tokens

_BEST = 6  # passages that decide
_SHARPNESS = 3  # how much more a passage with more of the words counts
_LEAST_SHARE = 1e-4


def meant(words: Sequence[tuple[str, ...]], library: Library) -> tuple[str | None, ...]:
    """Of each word's renderings the one that fits the others.

    Args:
        words: The renderings of each word that the documents hold, likeliest first.
        library: The documents.

    Returns:
        One rendering for each word; None where no passage with others of the words holds it.
    """
    holding = [{choice: library.chunks_with(tokens(choice)) for choice in word} for word in words]
    weights = [_weight(word, library) for word in words]
    totals: dict[str, float] = defaultdict(float)
    for choices, weight in zip(holding, weights, strict=True):
        for chunk in frozenset().union(*choices.values()):
            totals[chunk] += weight
    best = sorted(totals, key=lambda chunk: (-totals[chunk], chunk))[:_BEST]
    return tuple(_fitting(choices, {chunk: totals[chunk] for chunk in best}) for choices in holding)


def _fitting(choices: dict[str, frozenset[str]], best: dict[str, float]) -> str | None:
    scores = {
        choice: sum(best[chunk] ** _SHARPNESS for chunk in best if chunk in chunks)
        for choice, chunks in choices.items()
    }
    choice = max(scores, key=scores.__getitem__, default=None)
    return choice if choice is not None and scores[choice] > 0 else None


def _weight(word: Sequence[str], library: Library) -> float:
    """How much a word tells: less the more passages hold any of its renderings."""
    shares = [min(library.word_frequencies(tokens(choice))) for choice in word]
    return -log(min(1.0, max(_LEAST_SHARE, sum(shares))))
