"""Whether what was found speaks of the things that a question names.

People ask in everyday words for what documents say in official ones, so that many words of a
good question stand nowhere. Of those only one that names a thing tells that the documents do
not speak of it: what is done, and how things are, is put in other words (見送る, 却下する), a
thing hardly is (量子, 俳優). A name, a loanword or an acronym has one wording; for a common
noun the question may have its own (旅行者 for 訪日客), and it is let pass where the rest of
the question is found.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from assistant.passages.closeness import is_in, is_known, nearest, stands_in_full
from assistant.passages.things_named import Term, things_named
from assistant.query import Query, QuestionKind
from assistant.understanding.focus import Focus
from assistant.understanding.mentions import fold
from assistant.understanding.speaking import SAID_BY
from index.documents import Comment, Unit
from index.library import Library
from index.text.keys import search_key
from index.text.morphology import concepts, meanings, proper_names, tokens

# Chosen on the sample and reference cases together with 283 questions written for this from the
# documents alone, 140 of them near misses, and once more on 169 terms of later questions that no
# document holds. Loanwords of near misses come to 0.28 at most. How close a common noun comes
# tells nothing by itself, as letters are shared (量子 and 量): what tells is the weight
# of the rest of the question that one unit holds, 16 or more where it is a paraphrase, and
# whether a sentence comes near the question as a whole.
_LEAST_CLOSE_LOANWORD = 0.3
_LEAST_FOUND = 0.5  # how close a text must come to a word to hold it in other words
_OUTWEIGHS = 15.2  # as telling as 2.2 words that no text holds
_OUTWEIGHS_IF_FAR = 18.0  # the same, where no sentence comes near the question
_LEAST_CLOSE = 0.66  # how close a text must come to the word itself where it does not
_FAR = 0.32  # a sentence that comes no nearer to the question
_NEAR = 0.5
# The same for a word that is held, but by none of the units found: what is found says as little
# of 128 such words of questions that can be answered; with a sentence near it of none.
_OUTWEIGHS_IF_HELD = 11.0
_OUTWEIGHS_IF_NEAR = 9.0
_NEAR_IF_HELD = 0.4
# Of two things that no document has, one at least comes nearer in each of nine such questions
# that can be answered; in 29 others neither does, but for two.
_STRANGE = 0.45
_MOST_STRANGE = 1
_WHETHER_WRITTEN = re.compile(
    r"どこかに[^。]{0,4}(?:記載|記述|書|載|言及|触れ)|(?:書かれ|示され|定められ|決められ|触れられ|記され|述べられ|設けられ)て(?:い|お)(?:ます|る|ります|り)か?の?[?？。]*$"
    r"|(?:定め|規定|決まり|ルール|記[載述]|言及|基準|対策|施策|取組|支援|説明|目標)(?:は|が|って)、?(?:何か)?"
    r"(?:あり(?:ます|まし)|ある|ない)|(?:書いて|載って|触れて|定めて|示して|挙げて)(?:あり|い)ますか"
)
_OPEN = re.compile(r"どう|何(?!か)|どの|どん|どこ(?!か)|誰|いつ|いく|なぜ|どれ|どち")
_CUT_SHORT = re.compile(r"[A-Z][a-z]{3,}")  # Info, of Information


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
    read = _Read(focus, tuple(units), library, within)
    terms = [
        term
        for term in things_named(query)
        if not (_is_put_otherwise(term, library) or _is_glossed(term, query, library))
    ]
    lacking = next((term.written for term in terms if read.lacks(term, partly=partly)), "")
    if lacking:
        return lacking
    strange = [term.written for term in terms if read.is_strange(term)]
    most = 0 if asks_whether_written(query) else _MOST_STRANGE
    return strange[0] if len(strange) > most else ""


def asks_whether_written(query: Query) -> bool:
    """Whether it is asked if documents say anything of a thing: 「…の定めはありますか」."""
    question = query.completed
    return _WHETHER_WRITTEN.search(question) is not None and _OPEN.search(question) is None


def is_put_in_other_words(focus: Focus, units: Sequence[Unit], library: Library) -> bool:
    """Whether the units say so much of a question that the rest may be put otherwise there."""
    texts = [unit.text for unit in units]
    found = _weight_found(focus, texts, library)
    near = nearest(focus.question, units, library)
    return found >= _OUTWEIGHS and (found >= _OUTWEIGHS_IF_FAR or near >= _FAR)


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


@dataclass(frozen=True)
class _Read:
    """The units that were read for a question, and what they say of the things it names."""

    focus: Focus
    units: tuple[Unit, ...]
    library: Library
    within: frozenset[str] | None

    def is_strange(self, term: Term) -> bool:
        """Whether no document has a thing, and none of these units comes near to it."""
        held = _is_held(term, self.library, self.within) or self._has(term, self._texts)
        return not held and self._close(term) < _STRANGE

    def lacks(self, term: Term, *, partly: bool) -> bool:
        """Whether none speaks of a thing, nor may speak of it in other words.

        Args:
            term: The thing.
            partly: Whether others than these units may speak of the rest of the question.
        """
        senders = [sender for unit in self.units for sender in _sender(unit)]
        if _is_held(term, self.library, self.within) or self._has(term, senders):
            return not (partly or self._has(term, self._texts)) and self._lacks_held(term)
        if term.has_one_wording and self._close(term) < _LEAST_CLOSE_LOANWORD:
            return True
        return not partly and not self._says_otherwise(term)

    def _lacks_held(self, term: Term) -> bool:
        """The same of a thing that only other units have."""
        if not term.has_one_wording:
            found = self._found(term)
            is_far = self._near < _NEAR_IF_HELD
            return found < (_OUTWEIGHS_IF_HELD if is_far else _OUTWEIGHS_IF_NEAR)
        if stands_in_full(term.written, self._texts, self.library):
            return False
        may_be_meant = not term.is_name and _is_written(term, self.library, self.within)
        return self._close(term) < _LEAST_CLOSE_LOANWORD and not may_be_meant

    def _says_otherwise(self, term: Term) -> bool:
        """Whether what is said comes as near to the question as it must in other words."""
        found = self._found(term)
        if found >= _OUTWEIGHS:
            return found >= _OUTWEIGHS_IF_FAR or self._near >= _FAR
        return self._close(term) >= _LEAST_CLOSE and self._near >= _NEAR

    @cached_property
    def _texts(self) -> list[str]:
        return [
            " ".join((*unit.locator.heading_path, *_sender(unit), unit.text)) for unit in self.units
        ]

    @cached_property
    def _near(self) -> float:
        return nearest(self.focus.question, self.units, self.library)

    def _close(self, term: Term) -> float:
        """How close the texts come to the remotest of its words."""
        close = (self.library.similarities(part, self._texts).max() for part in term.parts)
        return min(map(float, close))

    def _has(self, term: Term, texts: Sequence[str]) -> bool:
        """Whether one of the texts has the term, or another word of the same meaning."""
        written = search_key(term.written)
        # お金 is a part of what 身代金 means, and no 身代金
        same = {term.normal, *meanings(term.normal)} if term.normal else frozenset()
        return any(written in search_key(text) or same & self.focus.forms(text) for text in texts)

    def _found(self, term: Term) -> float:
        """Weight of the other telling words that the best text holds, or means."""
        rest = _rest(self.focus, term, self.library)
        return _weight_found(rest, self._texts, self.library)


def _sender(unit: Unit) -> tuple[str, ...]:
    """Who sent a comment: a sender may be called by the business in its name (携帯電話会社)."""
    return (unit.submitter,) if isinstance(unit, Comment) else ()


def _is_held(term: Term, library: Library, within: frozenset[str] | None) -> bool:
    if term.normal and (within is None or not term.has_one_wording):
        if is_known(term.normal, library):
            return True
        if not _CUT_SHORT.fullmatch(term.written):
            within = frozenset()  # it may still be what places are called
    return _is_written(term, library, within) or _is_meant(term, library, within)


def _is_put_otherwise(term: Term, library: Library) -> bool:
    """Whether no text has a loanword, but one has what it means: 被害 for トラブル."""
    return (
        term.is_loanword and not _is_written(term, library, None) and is_known(term.normal, library)
    )


def _is_glossed(term: Term, query: Query, library: Library) -> bool:
    """Whether the question says in brackets what else the thing is called, which is known."""
    text = fold(query.completed)
    glossed = re.search(rf"{re.escape(fold(term.written))}\((?P<gloss>[^()]+)\)", text)
    return glossed is not None and is_known(search_key(glossed["gloss"]), library)


def _is_meant(term: Term, library: Library, within: frozenset[str] | None) -> bool:
    """Whether one of the units has another word of the same meaning."""
    units = library.catalog.units(within or ()) if term.normal else ()
    if term.is_name:  # what a part of a name means is not the name
        return any(meanings(term.normal).intersection(concepts(unit.text)) for unit in units)
    return any(is_in(term.normal, frozenset(concepts(unit.text))) for unit in units)


def _is_written(term: Term, library: Library, within: frozenset[str] | None) -> bool:
    """Whether a text has the word itself, or places are called by it: スライド, 脚注."""
    written = search_key(term.written)
    return any(
        ((within is None or unit.id in within) and written in search_key(unit.text))
        or written in search_key(unit.label)
        for record in library.catalog.documents()
        for unit in library.catalog.units_of(record.id)
    )


def _rest(focus: Focus, term: Term, library: Library) -> Focus:
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
