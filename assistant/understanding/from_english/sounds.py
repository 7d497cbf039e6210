"""Compares how a Latin spelling and a Japanese word sound.

Japanese names are compared by their reading in Latin letters, long vowels taken as short:
Onodera = 小野寺, Satō = Sato = 佐藤. A loanword is written after its sound, with vowels put
in; so only the consonants are compared, those that Japanese does not tell apart as one:
Trend Micro = トレンドマイクロ.
"""

from __future__ import annotations

import re
import unicodedata

_AS_HEPBURN = (
    ("TU", "TSU"),
    ("TI", "CHI"),
    ("SI", "SHI"),
    ("HU", "FU"),
    ("ZI", "JI"),
    ("DU", "ZU"),
    ("DI", "JI"),
)
_SHORT = re.compile(r"(?<=o)[ou]|(?<=u)u|(?<=[aeo])h(?![aeiouy])|(?<=i)i|(?<=e)[ei]$")
# English spellings as Japanese hears them, in this order.
_HEARD = (
    (r"sch|sh|th|c(?=[eiy])", "s"),
    (r"ch|tch", "C"),
    (r"ph", "f"),
    (r"gh", ""),
    (r"gn(?![aeiouy])", "n"),
    (r"ck|qu|q|c", "k"),
    (r"dg(?=e)|g(?=[eiy])", "j"),
    (r"x", "ks"),
    (r"l", "R"),
    (r"r(?=[aeiouyR])", "R"),
    (r"r", ""),
    (r"v", "b"),
    (r"z", "s"),
)
_JAPANESE = ((r"sh|z|ts(?=u)", "s"), (r"ch", "C"), (r"r", "R"), (r"v", "b"), (r"dj", "j"))


def romaji(katakana: str) -> str:
    """A reading in Latin letters, Hepburn without long vowels: オノデラ → onodera."""
    written = ""
    for letter in unicodedata.normalize("NFKC", katakana):
        name = unicodedata.name(letter, "")
        if not name.startswith("KATAKANA LETTER "):
            continue
        sound = name.removeprefix("KATAKANA LETTER ")
        if sound == "SMALL TU":
            continue
        if sound.startswith("SMALL "):
            written = _contracted(written, sound.removeprefix("SMALL "))
            continue
        written += dict(_AS_HEPBURN).get(sound, sound)
    return plain(written)


def _contracted(before: str, small: str) -> str:
    """キ + ャ → KYA, シ + ャ → SHA, フ + ァ → FA."""
    base = before.rstrip("AIUEO")
    hard = base.endswith(("SH", "CH", "J")) or not small.startswith("Y")
    return base + (small.removeprefix("Y") if hard else small)


def plain(latin: str) -> str:
    """A Latin spelling of a Japanese name in small letters without marks and long vowels."""
    bare = unicodedata.normalize("NFKD", latin).casefold()
    letters = "".join(letter for letter in bare if letter.isascii() and letter.isalpha())
    return _SHORT.sub("", letters)


def consonants_of_english(word: str) -> str:
    """The consonants that a Japanese ear hears in an English word; V for a vowel in front."""
    letters = re.sub(r"re?\b", "", word.casefold())  # heard as a long vowel: secure, fire
    letters = re.sub(r"[^a-z]", "", letters)
    letters = re.sub(r"([b-df-hj-np-tv-z])\1", r"\1", letters)
    for spelling, heard in _HEARD:
        letters = re.sub(spelling, heard, letters)
    return _skeleton(letters)


def consonants_of_katakana(katakana: str) -> str:
    """The consonants of a katakana word, in the form of `consonants_of_english`."""
    letters = romaji(katakana)
    for spelling, heard in _JAPANESE:
        letters = re.sub(spelling, heard, letters)
    return _skeleton(letters)


def _skeleton(letters: str) -> str:
    letters = letters[0] + letters[1:].replace("y", "") if letters else ""
    front = "V" if letters[:1] in tuple("aeiouy") else ""
    return front + re.sub(r"[aeiouyh]", "", letters)
