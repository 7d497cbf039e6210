"""Words of Japanese text by Sudachi, and the numbers and ids that stay whole.

The only file that imports sudachipy. Building the dictionary takes 0.06 s and happens at
the first call; each thread has its own tokenizers, the dictionary is shared.
"""

from __future__ import annotations

import re
import threading
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from typing import TYPE_CHECKING, cast

from index.text.everyday import everyday_groups
from index.text.keys import search_key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sudachipy import Dictionary, Morpheme, Tokenizer

# Sudachi refuses input of more than 49,149 bytes; a character has at most four.
_LONGEST_INPUT = 12_000
_BORDER = re.compile(r"[。\n]")
_NOT_SEARCHED = frozenset(
    {"助詞", "助動詞", "補助記号", "空白", "接続詞", "連体詞", "感動詞", "代名詞"}
)
# Words of grammar that Sudachi calls nouns and verbs, as normalised forms.
_GRAMMAR_WORDS = (
    "為る 有る 居る おる 成る 行く 言う おく つく よる 因る 出来る 掛かる 対する 関する "
    "下さる 致す 頂く 御 こと 事 物 為 とも 等 的 よう"
)
_GRAMMAR = frozenset(_GRAMMAR_WORDS.split())
_CONTENT = frozenset({"名詞", "動詞", "形容詞", "形状詞", "副詞"})
CONCEPT = "≈"  # opens the token of a meaning; no word begins so
_SECTION = r"\d+(?:\.\d+)+(?:\(\d+\))?(?:[ivx]+(?![a-z]))?|\d+\(\d+\)(?:[ivx]+(?![a-z]))?"
_ORDINAL = r"第\d+(?:回|章|節|条|項|号|部|版|期|次|款|編)"
_ID = re.compile(
    rf"(?P<section>{_SECTION})|(?P<ordinal>{_ORDINAL})|(?P<branch>\d+(?:-\d+)+)"
    r"|(?P<amount>\d{1,3}(?:,\d{3})+(?!\d))|(?P<word>[一-鿿々ァ-ヺー]{1,6})(?P<rank>\(\d+\))"
)
_NAME_LETTERS = re.compile(r"[一-鿿々ァ-ヺー]{2,}")
_SECTION_PART = re.compile(r"[\d.]+|\(\d+\)|[ivx]+")


@dataclass(frozen=True, slots=True)
class ContentWord:
    """A word that carries meaning.

    Attributes:
        start: Its first character in the text.
        end: One past its last character.
        surface: As written.
        normal: Sudachi's normalised form, case folded: one for all spellings.
        part_of_speech: 名詞, 動詞, 形容詞, 形状詞 or 副詞.
        is_name: Whether it is a proper noun.
        is_thing: Whether it is a noun and no verb (議案, not 採択), quality or number.
    """

    start: int
    end: int
    surface: str
    normal: str
    part_of_speech: str
    is_name: bool
    is_thing: bool


@dataclass(frozen=True, slots=True)
class Word:
    """Any word of a text, its range in the text and its part of speech (名詞, 助詞, …)."""

    start: int
    end: int
    surface: str
    part_of_speech: str


class NameKind(StrEnum):
    """What a proper noun names."""

    PERSON = "person"
    PLACE = "place"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Name:
    """A proper noun: its range in the text, how it is written, its search form and kind."""

    start: int
    end: int
    surface: str
    normal: str
    kind: NameKind


def tokens(text: str) -> tuple[str, ...]:
    """The search tokens of a text, in order.

    Normalised forms (取組 = 取り組み, サーバ = サーバー) of the longest words Sudachi knows
    and of their parts, so that both サイバー攻撃 and 攻撃 find it; without particles,
    grammar words and punctuation. Numbers and ids stay whole (`27-2`, `第39回`); a
    section number also gives the sections above it within the number: `5.2.3(1)ii`,
    `5.2.3(1)`, `5.2.3`.
    """
    found: list[str] = []
    key = search_key(text)
    done = 0
    for match in _ID.finditer(key):
        # The word of `個人(11)` is searched too, its number only as part of the id.
        found.extend(_words(key[done : match.start("rank") if match["rank"] else match.start()]))
        found.extend(_ids(match))
        done = match.end()
    found.extend(_words(key[done:]))
    return tuple(found)


def concepts(text: str) -> tuple[str, ...]:
    """The meanings that words of a text share with other words, in order.

    Sudachi's dictionary says which synonym groups a word is in: オリンピック and 五輪 are in
    one, モラル and 倫理, 米国 and アメリカ. Each group is a token of its own.
    """
    return tuple(
        f"{CONCEPT}{group}"
        for _, morpheme in _morphemes(search_key(text))
        for group in dict.fromkeys(
            group
            for part in (morpheme, *_parts(morpheme))
            if _is_searched(part)
            for group in _groups(part)
        )
    )


@lru_cache(maxsize=8192)
def meanings(word: str) -> frozenset[str]:
    """The meanings of a word itself, without those of its parts: 制度 is no マイナンバー制度."""
    whole = [morpheme for _, morpheme in _morphemes(search_key(word)) if _is_searched(morpheme)]
    if len(whole) != 1:
        return frozenset()
    # as they stand in the word: alone, a part may be another entry, of other groups
    parts = [part for part in _parts(whole[0]) if _is_searched(part)]
    of_parts = {group for part in parts if len(parts) > 1 for group in _groups(part)}
    return frozenset(f"{CONCEPT}{group}" for group in _groups(whole[0]) if group not in of_parts)


def content_words(text: str) -> tuple[ContentWord, ...]:
    """Nouns, verbs, adjectives and adverbs with their places in the text."""
    return tuple(
        ContentWord(
            offset + morpheme.begin(),
            offset + morpheme.end(),
            morpheme.surface(),
            _normal(morpheme),
            morpheme.part_of_speech()[0],
            morpheme.part_of_speech()[1] == "固有名詞",
            morpheme.part_of_speech()[1] == "固有名詞" or morpheme.part_of_speech()[2] == "一般",
        )
        for offset, morpheme in _morphemes(text)
        if morpheme.part_of_speech()[0] in _CONTENT and _is_searched(morpheme)
    )


def words_of(text: str) -> tuple[Word, ...]:
    """All words of a text in order, those of grammar too."""
    return tuple(
        Word(
            offset + morpheme.begin(),
            offset + morpheme.end(),
            morpheme.surface(),
            morpheme.part_of_speech()[0],
        )
        for offset, morpheme in _morphemes(text)
    )


def proper_names(text: str) -> tuple[Name, ...]:
    """Proper nouns with their places in the text, and whether people or places bear them."""
    kinds = {"人名": NameKind.PERSON, "地名": NameKind.PLACE}
    return tuple(
        Name(
            offset + morpheme.begin(),
            offset + morpheme.end(),
            morpheme.surface(),
            _normal(morpheme),
            kinds.get(morpheme.part_of_speech()[2], NameKind.OTHER),
        )
        for offset, morpheme in _morphemes(text)
        if morpheme.part_of_speech()[1] == "固有名詞"
    )


def readings(text: str) -> tuple[tuple[str, str], ...]:
    """Each word as written, with its reading in katakana as the dictionary gives it."""
    return tuple((morpheme.surface(), morpheme.reading_form()) for _, morpheme in _morphemes(text))


def reading(text: str) -> str:
    """How a text is read, in katakana, for Japanese sorting; Latin words may stay as they are."""
    return "".join(morpheme.reading_form() for _, morpheme in _morphemes(text))


def unknown_nouns(text: str) -> tuple[str, ...]:
    """Nouns in katakana or kanji that the dictionary does not hold, as written.

    Names that are rare or made up are among them.
    """
    return tuple(
        morpheme.surface()
        for _, morpheme in _morphemes(text)
        if morpheme.is_oov()
        and morpheme.part_of_speech()[0] == "名詞"
        and _NAME_LETTERS.fullmatch(morpheme.surface())
    )


def _ids(match: re.Match[str]) -> Iterator[str]:
    if match["section"]:
        parts = _SECTION_PART.findall(match.group())
        yield from ("".join(parts[:length]) for length in range(len(parts), 0, -1))
    else:
        yield match.group().replace(",", "")


def _words(text: str) -> Iterator[str]:
    for _, morpheme in _morphemes(text):
        if not _is_searched(morpheme):
            continue
        yield _normal(morpheme)
        yield from (_normal(part) for part in _parts(morpheme) if _is_searched(part))


def _parts(morpheme: Morpheme) -> tuple[Morpheme, ...]:
    """The short words a word is made of; the word itself where it is short."""
    from sudachipy import SplitMode

    return tuple(morpheme.split(SplitMode.A))


def _groups(morpheme: Morpheme) -> tuple[int | str, ...]:
    return (*morpheme.synonym_group_ids(), *everyday_groups().get(_normal(morpheme), ()))


def _is_searched(morpheme: Morpheme) -> bool:
    part_of_speech = morpheme.part_of_speech()
    return (
        part_of_speech[0] not in _NOT_SEARCHED
        and part_of_speech[1] != "助動詞語幹"
        and morpheme.normalized_form() not in _GRAMMAR
        and not morpheme.surface().isspace()
    )


def _normal(morpheme: Morpheme) -> str:
    return cast("str", morpheme.normalized_form()).casefold()


def _morphemes(text: str) -> Iterator[tuple[int, Morpheme]]:
    """Morphemes of a text of any length, each with the offset of its piece."""
    for start, end in _pieces(text):
        for morpheme in _tokenizer().tokenize(text[start:end]):
            yield start, morpheme


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """Ranges that Sudachi takes, cut behind a sentence or a line where there is one."""
    start = 0
    while len(text) - start > _LONGEST_INPUT:
        borders = [match.end() for match in _BORDER.finditer(text, start, start + _LONGEST_INPUT)]
        end = borders[-1] if borders else start + _LONGEST_INPUT
        yield start, end
        start = end
    if start < len(text):
        yield start, len(text)


@cache
def _dictionary() -> Dictionary:
    from sudachipy import Dictionary

    return Dictionary()


_LOCAL = threading.local()


def _tokenizer() -> Tokenizer:
    """This thread's tokenizer; one must not be shared between threads."""
    tokenizer: Tokenizer | None = getattr(_LOCAL, "tokenizer", None)
    if tokenizer is None:
        from sudachipy import SplitMode

        tokenizer = _LOCAL.tokenizer = _dictionary().tokenizer(mode=SplitMode.C)
    return tokenizer
