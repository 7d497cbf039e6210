"""The things that a question names, and whether what was found speaks of them.

People ask in everyday words for what documents say in official ones, so that many words of a
good question stand nowhere. Of those only one that names a thing tells that the documents do
not speak of it: what is done, and how things are, is put in other words (見送る, 却下する), a
thing hardly is (量子, 俳優). A name, a loanword or an acronym has one wording; for a common
noun the question may have its own (旅行者 for 訪日客), and it is let pass where the rest of
the question is found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.passages.attribute import asks_only
from assistant.passages.closeness import is_in, is_known, stands_in_full
from assistant.query import Language, Query, QuestionKind
from assistant.understanding.focus import Focus
from assistant.understanding.speaking import SAID_BY
from index.documents import Comment, Unit
from index.library import Library
from index.text.keys import search_key
from index.text.morphology import (
    ContentWord,
    concepts,
    content_words,
    meanings,
    proper_names,
    tokens,
)

# Chosen on the sample and reference cases together with 283 questions written for this from the
# documents alone, 140 of them near misses. Loanwords of near misses come to 0.28 at most. Common
# nouns come to 0.65 where single letters are shared (量子, 量), and those of paraphrases below
# that only where the words that are found weigh 15.8 or more.
_LEAST_CLOSE_LOANWORD = 0.3
_LEAST_CLOSE = 0.66
_LEAST_FOUND = 0.5  # how close a text must come to a word to hold it in other words
_OUTWEIGHS = 15.2  # as telling as 2.2 words that no text holds
_ONE_WORDING = re.compile(r"[ァ-ヶー]{3,}|[A-Za-z]{3,}|[一-鿿]+[A-Za-z]{2,}")
# Who did something is asked for by what was done: 落札した会社はどこ.
_DOER = re.compile(
    r"(?P<deed>[一-鿿]{2})(?:し|され)(?:た|ている)(?:会社|企業|業者|団体|組織|機関|国|人|者|方)は"
    r"(?:どこ|誰|だれ|どなた|何)"
)
# What places are called, which no text need say of itself.
_PARTS_OF_DOCUMENTS = frozenset(("スライド", "脚注", "資料"))
_CAPITALS = re.compile(r"[A-Z]{2}[A-Za-z]*")
_KATAKANA = re.compile(r"[ァ-ヶー]{2,}")
_DONE = re.compile(r"(?:でき|出来|す[るれべ]|し(?:た|て|な|ま|よう|つつ)|され|させ|せず)")
_LONGEST_ENDING = 4  # letters between what is done and the end of the question: されてい
# Nouns of verbs: 遅れ, 騒ぎ, 触れ込み
_DEED = re.compile(r"(?:[一-鿿][ぁ-ゖ]?){1,2}(?<=[一-鿿])[いえきぎけげしせちてびべみめりれ]")
_QUALITY = re.compile(r"(?:で(?!き)|だ|な(?=の)|である|です)")
_BEYOND = re.compile(r"もな[いくかさ]")  # 途方もない
# Whether something was done is answered by what says that it was: 犯人は逮捕されましたか.
_WHETHER = re.compile(r"(?:まし)?た(?:の|ん)?(?:です|でしょう)?か[。?？]?$")
_OPEN = re.compile(r"誰|だれ|どなた|何|なに|なん|どこ|どれ|どの|どう|どん|どち|いつ|いく|なぜ")
# Words in plain letters, single letters, and what may be said of anything name nothing.
_PLAIN = re.compile(
    r"[ぁ-ゖ]+|.|何.*|[一-鿿]数|機械|道具|品物|事件|事故|出来事|仕事|お?金|場所|題名|文面|会場|場面"
    r"|地元|現地|自前|自家|無料|有料|年月|業者|議事録|議事|会議録|書類|原稿|アルファベット|文字|英字|ローマ字|カタカナ|平成|令和|昭和"
)


def uncovered_term(
    query: Query,
    focus: Focus,
    units: Sequence[Unit],
    library: Library,
    within: frozenset[str] | None = None,
    *,
    partly: bool = False,
) -> str:
    """A thing the question names that no document holds and no unit comes close to.

    Args:
        query: The question as understood.
        focus: Its telling words.
        units: What search found.
        library: Tells what the documents hold.
        within: Ids of the only units that may hold it; None for all.
        partly: Whether others than these units may speak of the rest of the question.

    Returns:
        The word as the question writes it, "" where there is none.
    """
    if query.kind is QuestionKind.WHO:
        query = replace(query, completed=SAID_BY.sub("、", query.completed))
    texts = [" ".join((*unit.locator.heading_path, *_sender(unit), unit.text)) for unit in units]
    senders = [sender for unit in units for sender in _sender(unit)]
    for term in _terms(query):
        is_held = _is_held(term, library, within) or _is_there(term, focus, senders)
        if is_held and (partly or not term.has_one_wording or _is_there(term, focus, texts)):
            continue
        if is_held and stands_in_full(term.written, texts, library):
            continue
        close = min(float(library.similarities(part, texts).max()) for part in term.parts)
        if term.has_one_wording and close < _LEAST_CLOSE_LOANWORD:
            if is_held and not term.is_name and _is_written(term, library, within):
                continue
            return term.written
        if partly or is_held:
            continue
        rest = _rest(focus, term, library)
        if close < _LEAST_CLOSE and _weight_found(rest, texts, library) < _OUTWEIGHS:
            return term.written
    return ""


def units_with(name: str, within: frozenset[str] | None, library: Library) -> frozenset[str]:
    """Ids of the units that hold a proper noun, or another of the same meaning (仏国, フランス).

    Args:
        name: As a question writes it.
        within: Ids of the only units that may answer; None for all.
        library: Holds the units.

    Returns:
        None of them where it is no proper noun: what is done may be said in other words.
    """
    same = frozenset(meaning for one in proper_names(name) for meaning in meanings(one.normal))
    if [one.surface for one in proper_names(name)] != [name]:
        return frozenset()
    key = search_key(name)
    return frozenset(
        unit.id
        for record in library.catalog.documents()
        for unit in library.catalog.units_of(record.id)
        if (within is None or unit.id in within)
        and (key in search_key(unit.text) or same.intersection(concepts(unit.text)))
    )


@dataclass(frozen=True, slots=True)
class _Term:
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


def _terms(query: Query) -> Iterator[_Term]:
    # Of an English question only names are sure: the word lists render the rest badly.
    is_english = query.language is Language.ENGLISH
    words = content_words(query.completed)
    deeds = _deeds_asked_for(query, words)
    for deed in deeds:
        yield _Term(deed.surface, (deed.surface,), deed.normal, has_one_wording=True)
    for run in _runs(words):
        parts = tuple(word.surface for word in run)
        written, first = "".join(parts), run[0]
        if first in deeds or written in _PARTS_OF_DOCUMENTS or asks_only(written):
            continue
        if len(run) > 1 and not is_english:
            yield _Term(written, parts, "", has_one_wording=True)
            continue
        # how things are, and what is done, is said in other words: 「側は多勢で」「先延ばしできる」
        is_told = is_said_of(query.completed, first.start, run[-1].end)
        if is_told and not first.is_name:
            continue
        is_key = first.is_thing and not asks_only(written)
        is_plain = _PLAIN.fullmatch(written) is not None
        stayed = is_english and _CAPITALS.fullmatch(written)  # GDPR, which no word list has
        if first.is_name or (is_key and (stayed or not is_english) and not is_plain):
            one_wording = first.is_name or _ONE_WORDING.fullmatch(written) is not None
            is_name = first.is_name and not (is_english or is_plain)
            parts = _short_words(written) if one_wording else parts
            yield _Term(written, parts, first.normal, one_wording, is_name)


def _sender(unit: Unit) -> tuple[str, ...]:
    """Who sent a comment: a sender may be called by the business in its name (携帯電話会社)."""
    return (unit.submitter,) if isinstance(unit, Comment) else ()


def _short_words(loanword: str) -> tuple[str, ...]:
    """The words that a loanword is made of: マイナンバー and カード."""
    return tuple(word for word in tokens(loanword) if word != loanword) or (loanword,)


def _deeds_asked_for(query: Query, words: Sequence[ContentWord]) -> tuple[ContentWord, ...]:
    """What somebody is asked for by who did it, or what is asked whether it was done."""
    text = query.completed
    doing = _DOER.search(text)
    if doing:
        return tuple(word for word in words if word.surface == doing["deed"])
    end = _WHETHER.search(text)
    if end is None or query.kind is not QuestionKind.FACT or _OPEN.search(text) or not words:
        return ()
    last = words[-1]
    is_done = last.part_of_speech == "動詞" or _DONE.match(text, last.end)
    return (last,) if is_done and last.end >= end.start() - _LONGEST_ENDING else ()


def is_said_of(question: str, start: int, end: int) -> bool:
    """Whether a noun is what is done or how something is (先延ばしできる), not a thing.

    Args:
        question: The question.
        start: The noun's first character in it.
        end: One past its last character.
    """
    if _DONE.match(question, end) or _DEED.fullmatch(question[start:end]):
        return True
    if _BEYOND.match(question, end):
        return True
    return _QUALITY.match(question, end) is not None and question[:start].endswith(("は", "が"))


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


def _is_held(term: _Term, library: Library, within: frozenset[str] | None) -> bool:
    if term.normal and (within is None or not term.has_one_wording):
        if is_known(term.normal, library):
            return True
        within = frozenset()  # it may still be what places are called
    return _is_written(term, library, within) or _is_meant(term, library, within)


def _is_meant(term: _Term, library: Library, within: frozenset[str] | None) -> bool:
    """Whether one of the units has another word of the same meaning."""
    units = library.catalog.units(within or ()) if term.normal else ()
    if term.is_name:  # what a part of a name means is not the name
        return any(meanings(term.normal).intersection(concepts(unit.text)) for unit in units)
    return any(is_in(term.normal, frozenset(concepts(unit.text))) for unit in units)


def _is_written(term: _Term, library: Library, within: frozenset[str] | None) -> bool:
    """Whether a text has the word itself, or places are called by it: スライド, 脚注."""
    written = search_key(term.written)
    return any(
        ((within is None or unit.id in within) and written in search_key(unit.text))
        or written in search_key(unit.label)
        for record in library.catalog.documents()
        for unit in library.catalog.units_of(record.id)
    )


def _is_there(term: _Term, focus: Focus, texts: Sequence[str]) -> bool:
    """Whether one of the texts has the term, or another word of the same meaning."""
    written = search_key(term.written)
    return any(
        written in search_key(text) or (term.normal and is_in(term.normal, focus.forms(text)))
        for text in texts
    )


def _rest(focus: Focus, term: _Term, library: Library) -> Focus:
    """The telling words of the question without the term and its parts.

    Where documents know what it is a kind of (国 of 出身国) they may put it otherwise.
    """
    own = tokens(term.written)
    if not own or is_known(own[-1], library):
        return focus
    return replace(focus, words=tuple(one for one in focus.words if one[0] not in own))


def _weight_found(focus: Focus, texts: Sequence[str], library: Library) -> float:
    """Weight of the telling words of the question that the best text holds, or means."""
    found = [0.0] * len(texts)
    for word, weight in focus.words:
        close = library.similarities(word, texts)
        for place, text in enumerate(texts):
            if is_in(word, focus.forms(text)) or close[place] >= _LEAST_FOUND:
                found[place] += weight
    return max(found, default=0.0)
