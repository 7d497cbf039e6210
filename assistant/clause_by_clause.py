"""Answers the clauses of a question one after the other, each in the light of those before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.answers import Draft, Status
from assistant.gather import gather
from assistant.query import Language, Query, QuestionKind
from assistant.render import render
from assistant.understanding.clauses import clauses_asked, points_back
from assistant.understanding.expected_forms import asked_term
from assistant.understanding.followups.turns import topic_of
from assistant.understanding.mentions import find_mentions, fold
from assistant.understanding.understand import understand
from assistant.understanding.vocabulary import Vocabulary
from index.library import Library
from index.text.morphology import content_words

_ANSWERED = (Status.ANSWERED, Status.PARTIAL)
_FIRST = (*_ANSWERED, Status.NOT_IN_DOCUMENTS)
_LATER = (*_FIRST, Status.PREMISE_WRONG)
_COMMENT = re.compile(r"意見\s*\d+(?:-\d+)?")
_ENOUGH_NOUNS = 3  # with which a clause says itself what it is about
_ENDING = 4  # characters in which a clause keeps its own way of asking


@dataclass(frozen=True, slots=True)
class Part:
    """One clause of a question, and what it is answered with."""

    clause: str
    draft: Draft

    @property
    def is_answered(self) -> bool:
        """Whether anything answers it."""
        return self.draft.status in _ANSWERED


def clause_by_clause(query: Query, library: Library) -> tuple[Part, ...]:
    """The clauses of a Japanese question with their answers, in order.

    Returns:
        Empty where it is but one, where the first takes something wrong for granted, or where
        what a later one speaks of cannot be told.
    """
    clauses = () if query.language is Language.ENGLISH else clauses_asked(query.completed)
    if clauses == (fold(query.completed).strip().removesuffix("。"),):
        return ()
    vocabulary = Vocabulary(library)
    parts: list[Part] = []
    for clause in clauses:
        part = _later(clause, parts, vocabulary) if parts else _first(clause, query, vocabulary)
        if part is None or part.draft.status not in (_LATER if parts else _FIRST):
            return ()
        parts.append(part)
    return tuple(parts)


def _first(clause: str, query: Query, vocabulary: Vocabulary) -> Part:
    """The first clause, which may ask of what an earlier answer named."""
    own = understand(clause, vocabulary)
    part = Part(clause, gather(own, vocabulary.library))
    if not query.among or (part.is_answered and not part.draft.retrieved):
        return part
    among = replace(own, among=query.among, near=query.near, apart_from=query.apart_from)
    return Part(clause, gather(among, vocabulary.library))


def _later(clause: str, before: Sequence[Part], vocabulary: Vocabulary) -> Part | None:
    """A later clause; None where it cannot be told what it speaks of."""
    first, library = before[0], vocabulary.library
    history = tuple((part.clause, render(part.draft.claims)[0]) for part in before)
    comment = _COMMENT.search(first.clause)
    back = points_back(clause)
    if comment and not back and not re.search(r"\d", clause):
        same = understand(f"{comment.group()}について、{clause}", vocabulary)
        return Part(clause, gather(same, library))
    query = understand(clause, vocabulary, history)
    part = Part(clause, gather(query, library))
    swapped = not _keeps_its_ending(query, clause)
    bare = swapped or _is_bare(query)
    if not before[-1].is_answered and (back or bare):
        return None
    if bare and (swapped or not (part.is_answered and _tells_its_matter(query, part.draft))):
        about = understand(_on_the_matter_of(first.clause, clause), vocabulary)
        on_topic = Part(clause, gather(about, library))
        part = on_topic if on_topic.is_answered or swapped else part
    # 「個人は何件で、企業は何件ですか」 counts of the same, not of what was found, nor anywhere
    strays = bare and part.draft.retrieved and not first.draft.retrieved
    besides = query.among and not back
    return None if query.kind is QuestionKind.COUNT and (strays or besides) else part


def _on_the_matter_of(first: str, clause: str) -> str:
    """A clause at the meeting, else on the matter, of which the first one asks."""
    meetings = find_mentions(first).meetings
    if len(meetings) == 1:
        return f"第{meetings[0]}回会合で、{clause}"
    return f"{asked_term(first) or topic_of(first)}について、{clause}"


def _is_bare(part: Query) -> bool:
    """Whether a clause names no place, and was not completed: 「目標は何%ですか」."""
    named = part.mentions or part.documents or part.submitters or part.people or part.among
    return not named and part.completed == part.question


def _keeps_its_ending(part: Query, clause: str) -> bool:
    """Whether it was not taken for another subject of the question before it (「…では？」)."""
    return part.completed.rstrip("。?？").endswith(clause.rstrip("。?？")[-_ENDING:])


def _tells_its_matter(part: Query, draft: Draft) -> bool:
    """Whether a bare clause was answered from tables, or says enough of what it is about."""
    words = content_words(part.completed)
    nouns = [word for word in words if word.part_of_speech == "名詞" and len(word.surface) > 1]
    return not draft.retrieved or len(nouns) >= _ENOUGH_NOUNS
