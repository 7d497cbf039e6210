"""Answers from search: the sentences that answer, each a verified quote."""

from __future__ import annotations

from dataclasses import replace

from assistant.answers import Claim, Draft, Layout, Status
from assistant.compose import compose
from assistant.evidence import Evidence, rank_sentences
from assistant.focus import Focus, asked_term, focus_on
from assistant.query import Language, Query, QuestionKind
from assistant.scope import search
from index.documents import Unit
from index.library import Library

_UNITS_READ = 8
_RETRIEVED = 20
# Chosen on the sample cases: what separates questions that the documents answer from
# questions about something else.
_LEAST_COVERAGE = 0.25
_MOSTLY_UNKNOWN = 0.5
_LEAST_SIMILARITY = 0.3
_LEAST_ENGLISH_SIMILARITY = 0.36
_SUGGESTIONS = 3


def answer_from_search(query: Query, library: Library) -> Draft:
    """Search, rank sentences, and quote what answers; refuse where nothing does."""
    focus = focus_on(query, library)
    hits = search(query, _wanted(query, focus), library, _RETRIEVED)
    units = library.catalog.units([hit.unit_id for hit in hits[:_UNITS_READ]])
    scores = {hit.unit_id: hit.score for hit in hits}
    ranked = rank_sentences(focus, [(unit, scores[unit.id]) for unit in units], library)
    best_first = (*(evidence.unit.id for evidence in ranked), *(hit.unit_id for hit in hits))
    retrieved = tuple(dict.fromkeys(best_first))
    if not ranked or not _is_evidence(query, focus, ranked):
        return _refuse(units[:_SUGGESTIONS], retrieved)
    return replace(compose(query, focus, ranked), retrieved=retrieved)


def _wanted(query: Query, focus: Focus) -> str:
    """What to search for: the term where one is asked for, else all telling words."""
    term = asked_term(query.completed) if query.kind is QuestionKind.DEFINE else None
    return term or focus.question


def _is_evidence(query: Query, focus: Focus, ranked: tuple[Evidence, ...]) -> bool:
    """Whether the sentences found speak of what the question asks.

    A paraphrase shares few words with its answer but most of them are known to the
    library; a question about something else shares few and many are unknown.
    """
    similarity = max(evidence.similarity for evidence in ranked)
    if query.language is Language.ENGLISH:
        return similarity >= _LEAST_ENGLISH_SIMILARITY
    coverage = max(
        focus.coverage(unit.text)
        for unit in {evidence.unit.id: evidence.unit for evidence in ranked}.values()
    )
    if query.submitters:
        return True  # the search was confined to what this submitter sent
    if focus.unknown >= _MOSTLY_UNKNOWN and coverage < _LEAST_COVERAGE:
        return False
    return similarity >= _LEAST_SIMILARITY


def _refuse(suggestions: tuple[Unit, ...], retrieved: tuple[str, ...]) -> Draft:
    sentences = ["収録している文書の中に、この質問に答える記載は見つかりませんでした。"]
    if suggestions:
        labels = "、".join(dict.fromkeys(unit.label for unit in suggestions))
        sentences.append(f"近い内容を含むかもしれない箇所（根拠ではありません）: {labels}")
    claims = tuple(Claim(sentence, (), Layout.NOTE) for sentence in sentences)
    return Draft(Status.NOT_IN_DOCUMENTS, claims, retrieved, suggestions)
