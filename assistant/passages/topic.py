"""Whether a question is about anything that the documents speak of at all."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.passages.attribute import asked_attribute, asks_only
from assistant.passages.closeness import is_known, nearest
from assistant.passages.deeds import is_said_of
from assistant.passages.scope import ABOUT_COMMENTS
from assistant.query import Language, Query, QuestionKind
from assistant.understanding.focus import Focus
from assistant.understanding.mentions import fold
from assistant.understanding.speaking import ASKS_WHO_SAID, OF_MINUTES
from index.documents import Unit
from index.library import Library
from index.text.keys import search_key
from index.text.morphology import ContentWord, NameKind, content_words, proper_names, tokens
from index.text.sentences import split_sentences

# Chosen on 262 questions of the sample and reference cases and of lists written from the
# documents alone, 21 of them about other things. Questions that can be answered and of whose
# things none is held come to 0.53 and more by what one unit holds of their words; those about
# other things to 0.34 at most.
_LEAST_HELD_OF_OTHER_THINGS = 0.36
_MOSTLY_UNKNOWN = 0.6  # share of telling nouns that no document holds
_LEAST_HELD = 0.6  # share of their weight that one unit then must hold to the letter
# Questions about other things come to 0.52 at most, places left aside.
_NEAR = 0.55
_COMMON = 0.008  # share of chunks
# Dates and numbers are in every document, and are about nothing.
_NUMBER = re.compile(
    r"(?:明治|大正|昭和|平成|令和)?[\d何数一二三四五六七八九十]+.{0,3}"
    r"|(?:明治|大正|昭和|平成|令和)?[\d元年月日時分]+|[ぁ-ゖ]+"
)
_ASKED_OF_DOCUMENTS = re.compile(r"記載|書[いか]|載[っせ]|述べ|定め|触れ|言及|扱|文書|資料|紹介")
# What a policy or the like says of a thing is asked; that it says nothing answers that.
_SAID_BY_A_DOCUMENT = re.compile(
    r"(?:戦略|方針|計画|指針|大綱|条例|意見募集の結果|議事要旨|スライド)(?:\(?(?:素?案)\)?)?(?:の(?:中|本文))?"
    r"(?:(?:では?|に(?:は|も)?|は)[^。]*(?:記載|書[いか]|述べ|定め|触れ|言及|扱[いっ]|規定)"
    r"|では|において|によ(?:れば|ると))|定義され"
    r"|(?:考え方|方針|記述|定め|決まり|ルール)は、?どこに"
    r"|(?:触れ|言及し|記載し|書い|載っ|載せ)て[いあ]る(?:箇所|か所|場所|ところ|部分)"
    r"|どこかに[^。]{0,4}(?:記載|記述|書|載|言及|触れ)|(?:という|」の)(?:用語|言葉|語)?の?(?:説明|定義|意味)[^。]*(?:載|書|あ[りる])"
)
# What a policy may do, and what a term means, is asked of policies only.
_OF_POLICY = re.compile(r"対策|施策|取組|取り組み|政策|方針|備え|規制|体制")
_BEGINS_IN_KANJI = re.compile(r"[一二三四五六七八九十][一-鿿]")  # 五輪, not 何日
_CALENDAR = re.compile(r"[年月日時分秒週]+")  # of 何月何日


def is_off_topic(query: Query, focus: Focus, units: Sequence[Unit], library: Library) -> bool:
    """Whether the documents are about something else than the question.

    Args:
        query: The question as understood.
        focus: Its telling words.
        units: What search found.
        library: Tells what the documents hold.
    """
    if _is_asked_of_documents(query) or ABOUT_COMMENTS.search(query.completed):
        return False
    texts = [unit.text for unit in units]
    things = _things(query, library)
    if query.kind is QuestionKind.WHO and (
        ASKS_WHO_SAID.search(query.completed)
        or (OF_MINUTES.search(query.completed) and any(_is_held(t, library) for t in things))
    ):
        return False  # who said something is asked of documents only
    is_english = query.language is Language.ENGLISH
    if not is_english and _is_of_nothing_known(focus, things, library):
        return True
    if not (is_english or things):
        return False  # what is done can be said in other words
    if nearest(_without_places(focus.question), units, library) >= _NEAR:
        return False
    focus = _without_parts(focus, things, library)
    if _unknown(focus, library) >= _MOSTLY_UNKNOWN and _held(focus, texts, library) < _LEAST_HELD:
        return True
    long_words = tuple(word for word in focus.words if len(word[0]) > 1)
    long_held = _held(replace(focus, words=long_words), texts, library)
    if is_english or long_held >= _LEAST_HELD_OF_OTHER_THINGS:
        return False
    held_things = [thing for thing in things if _is_held(thing, library)]
    others = [thing for thing in things if thing not in held_things]
    if all(is_place(_written(thing)) for thing in others):
        return False  # of another place the same may be asked
    # a single letter (市, 表) or a place is held everywhere and tells nothing
    return all(len(_written(thing)) == 1 or is_place(_written(thing)) for thing in held_things)


def _is_of_nothing_known(
    focus: Focus, things: Sequence[tuple[ContentWord, ...]], library: Library
) -> bool:
    """Whether no document knows any telling word, places left aside: 「…市は明日晴れますか」."""
    written = [_written(thing) for thing in things if is_place(_written(thing))]
    places = {part for place in written for part in tokens(place)}
    told = [word for word, _ in focus.words if word not in places]
    senders = search_key(" ".join(library.catalog.submitters()))
    known = (is_known(word, library) or word in senders for word in told)
    return bool(told) and not any(known)


def _is_asked_of_documents(query: Query) -> bool:
    """Whether documents are named or meant, or what they alone tell is asked."""
    named = query.mentions or query.documents or query.people or query.submitters
    told = query.kind is QuestionKind.DEFINE or _OF_POLICY.search(query.completed)
    return bool(named or told or asks_what_a_document_says(query))


def asks_what_a_document_says(query: Query) -> bool:
    """Whether it is asked what a policy, or another kind of document, says of a thing."""
    return _SAID_BY_A_DOCUMENT.search(query.completed) is not None


def names_only_unheld(query: Query, units: Sequence[Unit], library: Library) -> bool:
    """Whether no thing that the question names is held, deeds (更新) left aside.

    Who asks what the documents say, or of another place, or comes near to what a unit says,
    asks about their matter.
    """
    if _is_asked_of_documents(query) or _ASKED_OF_DOCUMENTS.search(query.completed):
        return False
    if query.kind is QuestionKind.WHO and ASKS_WHO_SAID.search(query.completed):
        return False
    if nearest(_without_places(query.completed), units, library) >= _NEAR:
        return False
    attribute = asked_attribute(query.completed)  # a fee may be asked of anything
    asked = attribute.words if attribute else ""
    named = [run for run in _things(query, library) if any(word.is_thing for word in run)]
    other = [run for run in named if not is_place(_written(run))]
    other = [run for run in other if _written(run) != asked] or other
    return bool(other) and not any(_is_held(run, library) for run in other)


def _without_places(question: str) -> str:
    """The question without the names of places: of any place the weather can be asked."""
    for name in proper_names(question):
        if name.kind is NameKind.PLACE:
            question = question.replace(name.surface, " ")
    return question


def _without_parts(
    focus: Focus, things: Sequence[tuple[ContentWord, ...]], library: Library
) -> Focus:
    """The telling words without places, those that only ask, and parts of words not held.

    A text that has 確定 and 申告 does not speak of 確定申告; one of 演習 may of 予行演習.
    """
    parts = {
        part
        for word in (word for thing in things for word in thing)
        if not is_known(word.normal, library)
        for part in tokens(word.surface)
        if part != word.normal and library.word_frequencies((part,))[0] < _COMMON
    }
    asking = {
        part
        for word in content_words(focus.question)
        if asks_only(word.surface)
        for part in (word.normal, *tokens(word.surface))
    }
    places = {
        part for thing in things if is_place(_written(thing)) for part in tokens(_written(thing))
    }
    dropped = parts | asking | places
    words = (one for one in focus.words if one[0] not in dropped)
    return replace(focus, words=tuple(one for one in words if not _CALENDAR.fullmatch(one[0])))


def _held(focus: Focus, texts: Sequence[str], library: Library) -> float:
    """The greatest share of the words' weight that one text holds to the letter, 0 to 1.

    Of a word that no document knows a text may have the letters, not the meaning of a part.
    """
    known = tuple(one for one in focus.words if is_known(one[0], library))
    total = sum(weight for _, weight in focus.words)
    told = replace(focus, words=known)
    of_known = sum(weight for _, weight in known)
    spelt = [(word, weight) for word, weight in focus.words if (word, weight) not in known]
    return max(
        (
            (
                told.coverage(text) * of_known
                + sum(weight for word, weight in spelt if word in search_key(text))
            )
            / total
            for text in texts
            if total
        ),
        default=0.0,
    )


def is_place(owner: str) -> bool:
    """Whether a word is the name of a place and nothing else: 東京, 千早野市."""
    names = proper_names(owner)
    if not names or any(name.kind is not NameKind.PLACE for name in names):
        return False
    # 千早野市 may be taken apart; 東京大会 is more than a place
    return len(owner) <= sum(len(name.surface) for name in names) + 1


def _unknown(focus: Focus, library: Library) -> float:
    """Share of the nouns of the question that no indexed text holds, 0 to 1.

    Whole words count, not their parts: 天気予報 is one. Verbs are left out, since anything
    can be said in other verbs.
    """
    words = content_words(focus.question)
    nouns = list(dict.fromkeys(w.normal for w in words if w.part_of_speech == "名詞"))
    return sum(not is_known(noun, library) for noun in nouns) / max(len(nouns), 1)


def _is_common(word: ContentWord, library: Library) -> bool:
    """Whether the documents speak much of what is done: 会合, 訓練, not 更新."""
    return library.word_frequencies((word.normal,))[0] >= _COMMON


def _things(query: Query, library: Library) -> list[tuple[ContentWord, ...]]:
    """What the question names with nouns, neighbours as one: 表計算ソフト, not 重複, 方法."""
    runs: list[tuple[ContentWord, ...]] = []
    question = fold(query.completed)
    for word in content_words(question):
        if word.part_of_speech != "名詞":
            continue
        if runs and runs[-1][-1].end == word.start:
            runs[-1] = (*runs[-1], word)
        else:
            runs.append((word,))
    return [
        run
        for run in runs
        if any(word.is_thing or _is_common(word, library) for word in run)
        and not asks_only(_written(run))
        and not is_said_of(question, run[0].start, run[-1].end)
        and not _is_number(run)
        and not _CALENDAR.fullmatch(_written(run))
    ]


def _is_number(run: tuple[ContentWord, ...]) -> bool:
    """Whether it is a number or a date; 五輪, a word of its own, is none."""
    written = _written(run)
    is_word = len(run) == 1 and run[0].is_thing and _BEGINS_IN_KANJI.match(written)
    return _NUMBER.fullmatch(written) is not None and not is_word


def _written(run: tuple[ContentWord, ...]) -> str:
    return "".join(word.surface for word in run)


def _is_held(run: tuple[ContentWord, ...], library: Library) -> bool:
    """Whether all words of a thing are known, or some text has it as it is written.

    A compound that stands nowhere so (人材不足) may stand in a sentence by its words.
    """
    if all(is_known(word.normal, library) for word in run):
        return len(run) == 1 or not run[0].is_thing or _stands(run, library)
    return _stands(run, library) or _stands_apart(run, library)


def _stands(run: tuple[ContentWord, ...], library: Library) -> bool:
    written = search_key(_written(run))
    return any(
        written in search_key(unit.text)
        for record in library.catalog.documents()
        for unit in library.catalog.units_of(record.id)
    )


def _stands_apart(run: tuple[ContentWord, ...], library: Library) -> bool:
    """Whether one sentence has all the words that a thing is made of."""
    written = _written(run)
    parts = frozenset(part for part in tokens(written) if part != written)
    return len(parts) > 1 and any(
        parts.issubset(tokens(sentence.text))
        for record in library.catalog.documents()
        for unit in library.catalog.units_of(record.id)
        for sentence in split_sentences(unit.passage)
    )
