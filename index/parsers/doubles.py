"""Blocks that stand twice in a document.

An editor's slip leaves a run of paragraphs in two places, word for word or nearly so.
Both places are kept on one unit, so that a search finds one answer and shows both.
"""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

#: Ratcliff/Obershelp similarity from which two paragraphs are the same one.
SAME = 0.92
#: Shorter paragraphs are alike by chance (`異議なし。`, `資料1に基づき説明があった。`).
SHORTEST = 40


def doubled(texts: Sequence[str]) -> dict[int, int]:
    """Which texts repeat an earlier one.

    Args:
        texts: Paragraphs in reading order.

    Returns:
        Place of each repeating text, with the place of the first text it repeats.
    """
    repeats: dict[int, int] = {}
    for later in range(len(texts)):
        for earlier in range(later):
            if earlier not in repeats and is_same(texts[earlier], texts[later]):
                repeats[later] = earlier
                break
    return repeats


def is_same(one: str, other: str) -> bool:
    """Whether two paragraphs say the same in nearly the same words."""
    shorter, longer = sorted((len(one), len(other)))
    if shorter < SHORTEST or 2 * shorter < SAME * (shorter + longer):
        return False
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.quick_ratio() >= SAME and matcher.ratio() >= SAME
