"""Whether a value that was found is that of what the question asks about.

A number of people stands in many sentences (350名, 数百名). It answers 「防衛隊の隊員は何名」 only
where the things that the question names stand beside it.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Sequence

from assistant.passages.attribute import asks_only
from assistant.passages.closeness import is_in, is_known, stands_in_full
from assistant.passages.evidence import Evidence
from assistant.passages.values import PEOPLE, SHARE, AskedValue
from assistant.query import Language, Query
from assistant.understanding.focus import Focus
from assistant.understanding.mentions import fold
from assistant.understanding.named_policy import named_policy
from index.documents import Unit, Utterance
from index.library import Library
from index.text.keys import search_key
from index.text.morphology import NameKind, content_words, meanings, proper_names

# Of the questions for a number of people among the sample and reference cases and 80 written
# from the documents alone, those that can be answered come to 0.75 and more, the others to
# 0.61 at most.
_LEAST_NAMED = 0.68
# The word lists render many things in other words. Of 60 English questions for a day, a share or
# a number of cases those that can be answered come to 0.52 and more, the others to 0.46 at most.
_LEAST_NAMED_IN_ENGLISH = 0.5
_LEAST_PEOPLE_NAMED_IN_ENGLISH = 0.4
_LEAST_NAMED_OF_A_SHARE = 0.2  # whose whole is told in the sentences before it
_GOES_ON = 2  # paragraphs
_RUN = re.compile(r"[一-鿿々ァ-ヶーA-Za-z][一-鿿々ァ-ヶーA-Za-z0-9]+")
_SAID_OF = re.compile(r"([一-鿿々ァ-ヶー]+)(?:は|が|:)\s*(?:約|およそ|延べ|合わせて|全部で)?\s*$")
_FOUNDED_WHEN = re.compile(r"(?:設置|設立|創設|発足)はいつ")
_SET_UP = re.compile(r"(?:設置|設立|創設|発足)$")
_IS_FOUNDED = (
    r"[^、。(ぁ-ん]{0,6}(?:\([^)]*\))?\s*(?:を|が|は|とし|の?(?:設置|設立|創設|発足|新設))"
)
_ASKING = re.compile(
    r"[何幾].*|誰|人数|名数|総数|人員|定員|要員|人手|陣容|体制|頭数|職員数|台数|計画|予定|第?[\d]+.*|時点"
)


def is_bound(
    value: AskedValue,
    query: Query,
    focus: Focus,
    ranked: Sequence[Evidence],
    library: Library,
) -> bool:
    """Whether such a value stands beside most of the things that the question names.

    Args:
        value: What is asked for.
        query: The question as understood.
        focus: Gives the words of a text.
        ranked: The sentences found.
        library: Tells what the documents hold, and how often.
    """
    beside, least = _named_beside(value, query, focus, ranked, library)
    return max(beside.values(), default=0.0) >= least


def bound_first(
    value: AskedValue,
    query: Query,
    focus: Focus,
    ranked: Sequence[Evidence],
    library: Library,
) -> tuple[Evidence, ...]:
    """The sentences, before all others those with such a value beside what the question names."""
    beside, least = _named_beside(value, query, focus, ranked, library)
    if not least:
        return tuple(ranked)
    return tuple(
        one
        for _, one in sorted(
            enumerate(ranked), key=lambda placed: -max(beside.get(placed[0], 0.0), least * 0.99)
        )
    )


def _named_beside(
    value: AskedValue,
    query: Query,
    focus: Focus,
    ranked: Sequence[Evidence],
    library: Library,
) -> tuple[dict[int, float], float]:
    """Of each sentence with a value the weight of what is named there, and the least weight."""
    weights = dict(_things(query, library))
    asked = fold(query.completed)
    beside = {
        place: sum(w for thing, w in weights.items() if _is_named(thing, one, focus, library))
        for place, one in enumerate(ranked)
        if value.found_in(one.sentence.text, asked)
        and not is_of_other_place(asked, one, focus)
        and not _counts_another(value, asked, one, focus)
        and not _founds_another(query, weights, one)
    }
    of_people = value.name == PEOPLE
    in_english = _LEAST_PEOPLE_NAMED_IN_ENGLISH if of_people else _LEAST_NAMED_IN_ENGLISH
    in_japanese = _LEAST_NAMED_OF_A_SHARE if value.name == SHARE else _LEAST_NAMED
    least = in_english if query.language is Language.ENGLISH else in_japanese
    return beside, least * sum(weights.values())


def _founds_another(query: Query, things: Iterable[str], evidence: Evidence) -> bool:
    """Whether something is set up there, but nothing that the question names.

    「警察庁と連携して対話を立ち上げる」 does not tell when the 警察庁 was set up.
    """
    if query.language is not Language.ENGLISH or not _FOUNDED_WHEN.search(query.completed):
        return False
    text = fold(evidence.around)
    places = {name.surface for name in proper_names(text) if name.kind is NameKind.PLACE}
    return not any(
        re.search(rf"{re.escape(_SET_UP.sub('', fold(thing)))}{_IS_FOUNDED}", text)
        for thing in things
        if thing not in places
    )


def _counts_another(value: AskedValue, asked: str, evidence: Evidence, focus: Focus) -> bool:
    """Whether each such figure is said of a thing that the question does not name.

    「…の流出に係る意見は3件」 counts opinions, not what leaked.
    """
    forms, text = focus.forms(asked), fold(evidence.sentence.text)
    before = [_SAID_OF.search(text[: match.start()]) for match in value.form.finditer(text)]
    return all(
        noun is not None and not any(is_in(word.normal, forms) for word in content_words(noun[1]))
        for noun in before
    )


def is_of_other_place(asked: str, evidence: Evidence, focus: Focus) -> bool:
    """Whether the sentence speaks of another place (仏国) than the one that is asked about.

    Args:
        asked: The question.
        evidence: The sentence.
        focus: Gives the words of a text.
    """
    places = [name.normal for name in proper_names(asked) if name.kind is NameKind.PLACE]
    sentence = evidence.sentence.text
    forms = focus.forms(sentence)
    if not places or any(is_in(place, forms) for place in places):
        return False
    return any(name.kind is NameKind.PLACE for name in proper_names(sentence))


def _things(query: Query, library: Library) -> Iterator[tuple[str, float]]:
    """What the question names and documents hold, with how telling it is.

    A name that no document writes so is taken by those of its words that are held: 技術者 of
    セキュリティ技術者.
    """
    texts = [
        search_key(unit.text)
        for record in library.catalog.documents()
        for unit in library.catalog.units_of(record.id)
    ]
    question = named_policy(library).sub(" ", fold(query.completed))
    for run in dict.fromkeys(_RUN.findall(question)):
        if asks_only(run) or _ASKING.fullmatch(run):
            continue
        key = search_key(run)
        held = sum(key in text for text in texts)
        if held:
            yield run, math.log(len(texts) / held)
            continue
        for word in content_words(run):
            if word.is_thing and len(word.surface) > 1 and is_known(word.normal, library):
                (share,) = library.word_frequencies((word.normal,))
                yield word.surface, -math.log(max(share, 1 / len(texts)))


def _is_named(thing: str, evidence: Evidence, focus: Focus, library: Library) -> bool:
    """Whether the sentence, what stands before it or its heading names the thing."""
    before = _paragraphs_before(evidence.unit, library)
    text = f"{' '.join(evidence.unit.locator.heading_path)} {before} {evidence.around}"
    if search_key(thing) in search_key(text):
        return True
    words, forms = content_words(thing), focus.forms(text)
    # what a part of a word means does not name it: 推進機構 is no 年金機構
    if words and all({word.normal, *meanings(word.normal)} & forms for word in words):
        return True
    return stands_in_full(thing, (text,), library)


def _paragraphs_before(unit: Unit, library: Library) -> str:
    """The paragraphs that one of minutes without marks of turns goes on from.

    Who speaks in it may have named before what is counted: 「1,900台」 of the servers.
    """
    if not isinstance(unit, Utterance) or unit.is_turn:
        return ""
    said = library.catalog.units_of(unit.id.partition("#")[0], unit.kind)
    beside = [one for one in said if one.parent == unit.parent]
    place = [one.id for one in beside].index(unit.id)
    return " ".join(one.text for one in beside[max(place - _GOES_ON, 0) : place])
