"""English words and their Japanese renderings.

`terms.tsv` holds terms of government and information technology in our own words.
`words.tsv.gz` holds everyday words: EJDict (kujirahand/EJDict, CC0) and SudachiDict, cut by
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
    "said:say sent:send held:hold made:make gave:give given:give took:take taken:take "
    "began:begin begun:begin spoke:speak spoken:speak rose:rise risen:rise fell:fall "
    "fallen:fall led:lead built:build kept:keep met:meet won:win lost:lose paid:pay "
    "bought:buy brought:bring taught:teach thought:think wrote:write written:write "
    "chose:choose chosen:choose grew:grow grown:grow shown:show children:child men:man "
    "women:woman found:find told:tell went:go gone:go came:come got:get lent:lend "
    "spent:spend stood:stand understood:understand stole:steal stolen:steal broke:break "
    "broken:break drew:draw drawn:draw drove:drive driven:drive felt:feel fought:fight "
    "forgot:forget forgotten:forget hid:hide hidden:hide knew:know known:know laid:lay "
    "left:leave meant:mean ran:run sat:sit saw:see seen:see sold:sell shot:shoot "
    "slept:sleep sought:seek swept:sweep threw:throw thrown:throw wore:wear worn:wear "
    "bound:bind caught:catch dealt:deal heard:hear bore:bear borne:bear "
    "withdrew:withdraw withdrawn:withdraw criteria:criterion analyses:analysis "
    "crises:crisis people's:people lives:life"
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
_BRITISH = re.compile(r"(?<=\w{3})is(?=(?:e[sdr]?|ing|ations?|ational)$)")
_DOUBLED = re.compile(r"([bdgklmnprt])\1$")


# 「minister of justice」 is the justice minister of the list
_OFFICE_OF = re.compile(r"^(?P<office>minister|ministry|agency) (?:of|for) (?:the )?(?P<what>.+)$")


def renderings(phrase: str) -> tuple[str, ...]:
    """Japanese renderings of a term or word, in any of its inflections; none where unknown.

    Args:
        phrase: Lower case, single spaces.
    """
    phrase = _as_listed(phrase)
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
    *before, last = _as_listed(phrase).split(" ")
    return any(" ".join((*before, stem)) in _terms() for stem in _stems(last))


def has_one_sense(phrase: str) -> bool:
    """Whether it is a term of our own list and no everyday word: ransomware, but not "mark"."""
    return is_term(phrase) and not any(stem in _words() for stem in _stems(phrase))


def _as_listed(phrase: str) -> str:
    office = None if phrase in _terms() else _OFFICE_OF.match(phrase)
    return f"{office['what']} {office['office']}" if office else phrase


def _lookup(phrase: str, *, single: bool) -> tuple[str, ...]:
    return _terms().get(phrase, ()) or (_words().get(phrase, ()) if single else ())


def _stems(word: str) -> Iterator[str]:
    if word in _IRREGULAR:
        yield _IRREGULAR[word]
    yield word
    if american := _BRITISH.sub("iz", word) if _BRITISH.search(word) else "":
        yield from _stems(american)
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
