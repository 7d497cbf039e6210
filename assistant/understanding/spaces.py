"""Takes spaces out of Japanese words and phrases, which are written without them.

Between two terms a space says that they are two (「GSOC 正式名称」), so that it is kept there.
"""

from __future__ import annotations

import re

from index.text.morphology import words_of

_JAPANESE = r"ぁ-ゖァ-ヺー一-鿿々"
_SPACES = r"[ \t\u3000]+"
# Particles and endings never stand apart from what they belong to.
_BY_HIRAGANA = re.compile(
    rf"(?<=[ぁ-ゖ、]){_SPACES}(?=[{_JAPANESE}A-Za-z0-9０-９「『(（])"
    rf"|(?<=[{_JAPANESE}A-Za-z0-9０-９」』)）]){_SPACES}(?=[ぁ-ゖ])"
    rf"|(?<=[0-9０-９]){_SPACES}(?=[年月日回章節項条番件人名社])"
    rf"|(?<=[第成和治]){_SPACES}(?=[0-9０-９])"
)
_BETWEEN = re.compile(rf"(?<=[{_JAPANESE}]){_SPACES}(?=[{_JAPANESE}])")
_SINGLE = re.compile(r"(?<![一-鿿々ァ-ヺー])[一-鿿々]$")
_SINGLE_AHEAD = re.compile(r"[一-鿿々](?![一-鿿々ァ-ヺー])")


def without_stray_spaces(question: str) -> str:
    """The question without the spaces that part what belongs together."""
    text = _BY_HIRAGANA.sub("", question)
    for match in reversed(list(_BETWEEN.finditer(text))):
        before, after = text[: match.start()], text[match.end() :]
        if _is_inside_a_word(before, after):
            text = before + after
    return text


def _is_inside_a_word(before: str, after: str) -> bool:
    """Whether a word spans the space, or a letter stands alone beside it (「何 件」)."""
    if _SINGLE.search(before) or _SINGLE_AHEAD.match(after):
        return True
    return any(word.start < len(before) < word.end for word in words_of(before + after))
