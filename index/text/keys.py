"""Keys for searching and comparing; the text itself is never changed.

`search_key` is what is matched by words. `quote_key` is what two quotes must share, and
`find_quote` finds a quote as one contiguous run: no fuzzy matching, ever.
"""

from __future__ import annotations

import bisect
import itertools
import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from index.text.characters import EXPONENT, JAPANESE_OR_PUNCTUATION, NOTHING_TO_READ, SAME_GLYPH

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.documents import Passage

# `平成 26 年` and `戦 略` lose their spaces; TAB and line ends are borders and stay.
_SPACE_IN_JAPANESE = re.compile(
    rf"(?<=[{JAPANESE_OR_PUNCTUATION}])[^\S\n\t]+(?=[{JAPANESE_OR_PUNCTUATION}0-9])"
    rf"|(?<=[0-9])[^\S\n\t]+(?=[{JAPANESE_OR_PUNCTUATION}])"
)
_SPACES = re.compile(r"[^\S\n\t]+")
# A character with what NFKC may compose with it (voicing marks, accents), so that the key
# of a text is the keys of its clusters, one after the other.
_CLUSTER = re.compile(rf"{EXPONENT}|\S[\u0300-\u036f\u3099\u309a\uff9e\uff9f]*")


def search_key(text: str) -> str:
    """The form in which words are searched.

    Footnote marks, ruby and tags out, NFKC, radicals and dashes in one spelling, spaces
    between Japanese characters (and beside digits among them) out, case folded.
    Line ends stay, so that the last word of a heading and the first of a paragraph do
    not become one.
    """
    bare = NOTHING_TO_READ.sub(lambda match: match["kept"] or "", text)
    folded = _fold(bare).casefold()
    return _SPACES.sub(" ", _SPACE_IN_JAPANESE.sub("", folded))


def quote_key(text: str) -> str:
    """The form in which two quotes are compared: all white space, tags and marks out."""
    return "".join(cluster.key for cluster in _clusters(text))


def find_quote(quote: str, passage: Passage, minimum: int = 1) -> Passage | None:
    """Find a quote as one contiguous run of a passage.

    Args:
        quote: The words claimed to stand in the passage.
        passage: Where they should stand.
        minimum: A quote whose key is shorter than this is never found.

    Returns:
        The first matching slice of the passage with its source spans, or None.
    """
    wanted = quote_key(quote)
    if len(wanted) < max(minimum, 1):
        return None
    key, starts, clusters = _keyed(passage.text)
    found = key.find(wanted)
    while found >= 0:
        first = bisect.bisect_right(starts, found) - 1
        last = bisect.bisect_left(starts, found + len(wanted)) - 1
        # `0年` must not be found in `⑩年`: a match begins and ends with whole characters.
        if starts[first] == found and starts[last + 1] == found + len(wanted):
            return passage.slice(clusters[first].start, clusters[last].end)
        found = key.find(wanted, found + 1)
    return None


@dataclass(frozen=True, slots=True)
class _Cluster:
    """Characters `start:end` of a text and what they are in the key."""

    start: int
    end: int
    key: str


@lru_cache(maxsize=512)
def _keyed(text: str) -> tuple[str, tuple[int, ...], tuple[_Cluster, ...]]:
    """The quote key of a text, where in it each cluster begins, and the clusters.

    Kept, because the same units are compared with quote after quote.
    """
    clusters = tuple(_clusters(text))
    starts = itertools.accumulate((len(cluster.key) for cluster in clusters), initial=0)
    return "".join(cluster.key for cluster in clusters), tuple(starts), clusters


def _fold(text: str) -> str:
    return unicodedata.normalize("NFKC", text).translate(SAME_GLYPH)


def _clusters(text: str) -> Iterator[_Cluster]:
    """All that a reader reads, without white space, tags and marks."""
    for start, end in _readable_ranges(text):
        for match in _CLUSTER.finditer(text, start, end):
            key = "".join(_fold(match.group()).split())
            if key:
                yield _Cluster(match.start(), match.end(), key)


def _readable_ranges(text: str) -> Iterator[tuple[int, int]]:
    done = 0
    for match in NOTHING_TO_READ.finditer(text):
        if match["kept"] is None:
            yield done, match.start()
            done = match.end()
    yield done, len(text)
