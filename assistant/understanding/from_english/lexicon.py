"""English words and their Japanese renderings.

`terms.tsv` holds terms of government and information technology in our own words.
`words.tsv.gz` holds everyday words: EJDict (kujirahand/EJDict, CC0), cut down by
`python -m index.training.dictionary` to renderings that Japanese texts use.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files

LONGEST = 7  # words of a term
_IRREGULAR_TEXT = (
    "said:say sent:send held:hold made:make gave:give took:take taken:take began:begin "
    "begun:begin spoke:speak spoken:speak rose:rise fell:fall led:lead built:build "
    "kept:keep met:meet won:win lost:lose paid:pay bought:buy brought:bring taught:teach "
    "thought:think wrote:write written:write chose:choose chosen:choose grew:grow "
    "grown:grow shown:show children:child men:man women:woman found:find told:tell went:go "
    "came:come got:get"
)
_IRREGULAR = dict(pair.split(":") for pair in _IRREGULAR_TEXT.split())
# Endings of inflected words, and what stands in their place in the dictionary.
_ENDINGS = (
    ("'s", ""),
    ("ies", "y"),
    ("es", ""),
    ("s", ""),
    ("ied", "y"),
    ("ed", ""),
    ("ed", "e"),
    ("ing", ""),
    ("ing", "e"),
    ("ly", ""),
)
_SHORTEST_STEM = 3
_DOUBLED = re.compile(r"([bdgklmnprt])\1$")


def renderings(phrase: str) -> tuple[str, ...]:
    """Japanese renderings of a term or word, in any of its inflections; none where unknown.

    Args:
        phrase: Lower case, single spaces.
    """
    if phrase in _terms():
        return _terms()[phrase]
    *before, last = phrase.split(" ")
    for stem in _stems(last):
        found = _lookup(" ".join((*before, stem)), single=not before)
        if found:
            return found
    return ()


def is_term(phrase: str) -> bool:
    """Whether the phrase is a term of our own list, in any inflection of its last word."""
    *before, last = phrase.split(" ")
    return any(" ".join((*before, stem)) in _terms() for stem in _stems(last))


def _lookup(phrase: str, *, single: bool) -> tuple[str, ...]:
    return _terms().get(phrase, ()) or (_words().get(phrase, ()) if single else ())


def _stems(word: str) -> Iterator[str]:
    yield word
    if word in _IRREGULAR:
        yield _IRREGULAR[word]
    for ending, instead in _ENDINGS:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= _SHORTEST_STEM:
            yield stem + instead
            if _DOUBLED.search(stem):
                yield stem[:-1]


@cache
def _terms() -> dict[str, tuple[str, ...]]:
    text = files(__package__).joinpath("terms.tsv").read_text("utf-8")
    return _table(line for line in text.splitlines() if not line.startswith("#"))


@cache
def _words() -> dict[str, tuple[str, ...]]:
    packed = files(__package__).joinpath("words.tsv.gz").read_bytes()
    return _table(gzip.decompress(packed).decode("utf-8").splitlines())


def _table(lines: Iterable[str]) -> dict[str, tuple[str, ...]]:
    rows = (line.split("\t") for line in lines if line)
    return {english: tuple(japanese.split(",")) for english, japanese in rows}
