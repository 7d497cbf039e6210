"""Answers from search: the sentences that answer, each a verified quote."""

from __future__ import annotations

from dataclasses import replace

from assistant.answers import Claim, Draft, Layout, Status
from assistant.compose import compose
from assistant.evidence import rank_sentences
from assistant.focus import Focus, asked_term, focus_on
from assistant.query import Query, QuestionKind
from assistant.scope import bounds, search
from assistant.sufficiency import sufficiency
from index.documents import Unit
from index.library import Library

_UNITS_READ = 8
_RETRIEVED = 20
_SUGGESTIONS = 3
_NOT_FOUND = "収録している文書の中に、この質問に答える記載は見つかりませんでした。"
_OUT_OF_SCOPE = (
    "収録している文書が扱っていない事柄についての質問のため、お答えできません。"
    "収録している文書の一覧は tenkyo documents で確かめられます。"
)


def answer_from_search(query: Query, library: Library) -> Draft:
    """Search, rank sentences, and quote what answers; refuse where nothing does."""
    focus = focus_on(query, library)
    hits = search(query, _wanted(query, focus), library, _RETRIEVED)
    units = library.catalog.units([hit.unit_id for hit in hits[:_UNITS_READ]])
    scores = {hit.unit_id: hit.score for hit in hits}
    ranked = rank_sentences(focus, [(unit, scores[unit.id]) for unit in units], library)
    best_first = (*(evidence.unit.id for evidence in ranked), *(hit.unit_id for hit in hits))
    retrieved = tuple(dict.fromkeys(best_first))
    bounded = bounds(query, library) is not None
    status = sufficiency(query, focus, units, library, bounded=bounded)
    if not ranked or status is not Status.ANSWERED:
        return _refuse(status, units[:_SUGGESTIONS], retrieved)
    return replace(compose(query, focus, ranked, library), retrieved=retrieved)


def _wanted(query: Query, focus: Focus) -> str:
    """What to search for: the term where one is asked for, else all telling words."""
    term = asked_term(query.completed) if query.kind is QuestionKind.DEFINE else None
    return term or focus.question


def _refuse(status: Status, suggestions: tuple[Unit, ...], retrieved: tuple[str, ...]) -> Draft:
    if status is Status.OUT_OF_SCOPE:
        note = Claim(_OUT_OF_SCOPE, (), Layout.NOTE)
        return Draft(status, (note,), retrieved)
    sentences = [_NOT_FOUND]
    if suggestions:
        labels = "、".join(dict.fromkeys(unit.label for unit in suggestions))
        sentences.append(f"近い内容を含むかもしれない箇所（根拠ではありません）: {labels}")
    claims = tuple(Claim(sentence, (), Layout.NOTE) for sentence in sentences)
    return Draft(Status.NOT_IN_DOCUMENTS, claims, retrieved, suggestions)
