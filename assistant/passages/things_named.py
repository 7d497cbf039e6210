"""The things that a question names, as it writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.passages.attribute import asks_only
from assistant.passages.deeds import deeds_asked_for, is_said_of
from assistant.query import Language, Query
from index.text.morphology import ContentWord, content_words, tokens

#: Loanwords and acronyms, which no other words can stand for.
ONE_WORDING = re.compile(r"[ァ-ヶー]{3,}|[A-Za-z]{3,}|[一-鿿]+[A-Za-z]{2,}")
# What places and documents are called, which no text need say of itself.
_PARTS_OF_DOCUMENTS = frozenset(
    ("スライド", "脚注", "資料", "目次", "戦略", "方針", "計画", "指針", "大綱", "条例")
)
_CAPITALS = re.compile(r"[A-Z]{2}[A-Za-z]*")
_KATAKANA = re.compile(r"[ァ-ヶー]{2,}")
# Words in plain letters, single letters, and what may be said of anything name nothing.
_PLAIN = re.compile(
    r"[ぁ-ゖ]+|.|何.*|[一-鿿]数|自体|自身|同士|機械|道具|品物|事件|事故|出来事|仕事|お?金|場所|題名|文面|会場|場面"
    r"|本文|文章|言葉|呼び名|地元|現地|自前|自家|無料|有料|年月|業者|議事録|議事|会議録|書類|原稿|アルファベット|文字|英字|ローマ字|カタカナ|平成|令和|昭和"
)


@dataclass(frozen=True, slots=True)
class Term:
    """A thing that a question names: as written, its words, and whether no other will do.

    Attributes:
        written: As the question writes it.
        parts: Its words.
        normal: Its search form; "" where it is several words.
        has_one_wording: Whether no other word says the same.
        is_name: Whether it is a proper noun.
    """

    written: str
    parts: tuple[str, ...]
    normal: str
    has_one_wording: bool
    is_name: bool = False

    @property
    def is_loanword(self) -> bool:
        """Whether it is a loanword and no name, for which there may be a native word."""
        is_word = bool(self.normal) and not self.is_name
        return is_word and _KATAKANA.fullmatch(self.written) is not None


def things_named(query: Query) -> Iterator[Term]:
    """The things that a question names, those first that it asks for by what was done."""
    # Of an English question only names are sure: the word lists render the rest badly.
    is_english = query.language is Language.ENGLISH
    words = content_words(query.completed)
    deeds = deeds_asked_for(query, words)
    for deed in deeds:
        yield Term(deed.surface, (deed.surface,), deed.normal, has_one_wording=True)
    for run in _runs(words):
        parts = tuple(word.surface for word in run)
        written, first = "".join(parts), run[0]
        if first in deeds or written in _PARTS_OF_DOCUMENTS or asks_only(written):
            continue
        if len(run) > 1 and not is_english:
            yield Term(written, parts, "", has_one_wording=True)
            continue
        # how things are, and what is done, is said in other words: 「側は多勢で」「先延ばしできる」
        is_told = is_said_of(query.completed, first.start, run[-1].end)
        if is_told and not first.is_name:
            continue
        is_key = first.is_thing and not asks_only(written)
        is_plain = _PLAIN.fullmatch(written) is not None
        stayed = is_english and _CAPITALS.fullmatch(written)  # GDPR, which no word list has
        if first.is_name or (is_key and (stayed or not is_english) and not is_plain):
            one_wording = first.is_name or ONE_WORDING.fullmatch(written) is not None
            is_name = first.is_name and not (is_english or is_plain)
            parts = _short_words(written) if one_wording else parts
            yield Term(written, parts, first.normal, one_wording, is_name)


def _short_words(loanword: str) -> tuple[str, ...]:
    """The words that a loanword is made of: マイナンバー and カード."""
    return tuple(word for word in tokens(loanword) if word != loanword) or (loanword,)


def _runs(words: Sequence[ContentWord]) -> Iterator[tuple[ContentWord, ...]]:
    """The nouns; loanwords that are written together are one (ブロックチェーン)."""
    run: tuple[ContentWord, ...] = ()
    for word in words:
        is_loanword = _KATAKANA.fullmatch(word.surface) is not None
        joins = run and run[-1].end == word.start and _KATAKANA.fullmatch(run[-1].surface)
        if run and not (joins and is_loanword):
            yield run
            run = ()
        if word.part_of_speech == "名詞":
            run = (*run, word)
    if run:
        yield run
