"""Whether the text of a page is text: fonts without character maps give garbage."""

from __future__ import annotations

import re
import unicodedata

from index.text.characters import JAPANESE, SAME_GLYPH

# Prose has 0.9 and more, in any 400 characters of it; garbage next to nothing.
_LEAST_SHARE = 0.3
_FEWEST_CHARACTERS = 20  # on less there is nothing to judge

_UNJUDGED = re.compile(
    r"[\s\d.,:;%/()\[\]+\-–—_…‥・･、。，．「」『』（）【】〔〕〈〉《》●○■□◆◇▲△▼▽※→⇒①-⑳]+"
)
_LETTERS = re.compile(rf"[{JAPANESE}]|(?<![A-Za-z])[A-Za-z]{{2,20}}(?![A-Za-z])")


def share_of_letters(text: str) -> float | None:
    """Share of kana, kanji and Latin words in a text, digits and punctuation aside.

    None where too few characters are left to judge by.
    """
    folded = unicodedata.normalize("NFKC", text).translate(SAME_GLYPH)
    judged = len(_UNJUDGED.sub("", folded))
    if judged < _FEWEST_CHARACTERS:
        return None
    return sum(len(match.group()) for match in _LETTERS.finditer(folded)) / judged


def is_garbage(text: str) -> bool:
    """Whether a page cannot be text of any document that we read."""
    share = share_of_letters(text)
    return share is not None and share < _LEAST_SHARE
