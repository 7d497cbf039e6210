"""Answers from search: the sentences that answer, each a verified quote."""

from __future__ import annotations

from collections.abc import Collection

from index.library import Hit, Library

from assistant import wording
from assistant.answers import Claim, Draft, Layout, Reference, Status
from assistant.evidence import Evidence, rank_sentences
from assistant.focus import Focus, focus_on
from assistant.lookup import quoted
from assistant.mentions import fold
from assistant.query import Language, Query, QuestionKind
from index.documents import Comment, Unit, UnitKind, Utterance
from index.text.keys import quote_key

_UNITS_READ = 8
_RETRIEVED = 20
# Least share of the question's weighted words that the evidence must hold, and how many
# of its words may be unknown to the whole library; chosen on the sample cases.
_LEAST_COVERAGE = 0.4
_LEAST_ENGLISH_SIMILARITY = 0.3
_SUGGESTIONS = 3
_QUOTES = {QuestionKind.SUMMARY: 5, QuestionKind.LIST: 5}
_QUOTES_OTHERWISE = 2
_NEAR_BEST = 0.72  # share of the best score that a further sentence must reach


def answer_from_search(query: Query, library: Library) -> Draft:
    """Search, rank sentences, and quote what answers; refuse where nothing does."""
    focus = focus_on(query, library)
    hits = library.search(query.completed, within=_scope(query, library), limit=_RETRIEVED)
    retrieved = tuple(hit.unit_id for hit in hits)
    read = hits[:_UNITS_READ]
    units = {unit.id: unit for unit in library.catalog.units([hit.unit_id for hit in read])}
    scored = [(units[hit.unit_id], hit.score) for hit in read if hit.unit_id in units]
    ranked = rank_sentences(focus, scored, library)
    if not ranked or not _is_evidence(query, focus, ranked, hits):
        return _refuse(tuple(unit for unit, _ in scored[:_SUGGESTIONS]), retrieved)
    claims = _claims(query, focus, ranked)
    return Draft(Status.ANSWERED, tuple(claims), retrieved)


def _scope(query: Query, library: Library) -> Collection[str] | None:
    """Ids of the units a named meeting or submitter confines the question to."""
    catalog = library.catalog
    if query.submitters:
        return {comment.id for name in query.submitters for comment in catalog.comments_by(name)}
    if query.mentions.meetings:
        return {unit.id for document in query.documents for unit in catalog.units_of(document)}
    return None


def _is_evidence(
    query: Query, focus: Focus, ranked: tuple[Evidence, ...], hits: tuple[Hit, ...]
) -> bool:
    """Whether the sentences found speak of what the question asks."""
    if query.language is Language.ENGLISH:
        return hits[0].similarity >= _LEAST_ENGLISH_SIMILARITY
    best = ranked[0]
    together = " ".join(
        evidence.unit.text for evidence in ranked if evidence.unit.id == best.unit.id
    )
    return focus.coverage(together) >= _LEAST_COVERAGE


def _refuse(suggestions: tuple[Unit, ...], retrieved: tuple[str, ...]) -> Draft:
    sentences = ["収録している文書の中に、この質問に答える記載は見つかりませんでした。"]
    if suggestions:
        labels = "、".join(dict.fromkeys(unit.label for unit in suggestions))
        sentences.append(f"近い内容を含むかもしれない箇所（根拠ではありません）: {labels}")
    claims = tuple(Claim(sentence, (), Layout.NOTE) for sentence in sentences)
    return Draft(Status.NOT_IN_DOCUMENTS, claims, retrieved, suggestions)


def _claims(query: Query, focus: Focus, ranked: tuple[Evidence, ...]) -> list[Claim]:
    chosen = _choose(ranked, _QUOTES.get(query.kind, _QUOTES_OTHERWISE))
    best = chosen[0]
    claims = [_lead(query, focus, best)]
    claims += [quoted(evidence.unit, evidence.sentence) for evidence in chosen]
    claims += _attributions(query, chosen)
    return claims


def _choose(ranked: tuple[Evidence, ...], limit: int) -> list[Evidence]:
    """The best sentences, those of one unit in reading order, no sentence twice."""
    chosen: list[Evidence] = []
    keys: set[str] = set()
    for evidence in ranked:
        key = quote_key(evidence.sentence.text)
        if evidence.score < _NEAR_BEST * ranked[0].score or len(chosen) == limit:
            break
        if key not in keys:
            keys.add(key)
            chosen.append(evidence)
    order = {evidence.unit.id: place for place, evidence in reversed(list(enumerate(chosen)))}
    return sorted(chosen, key=lambda evidence: (order[evidence.unit.id], evidence.sentence.start))


def _lead(query: Query, focus: Focus, best: Evidence) -> Claim:
    """The answer in one sentence, as far as code can tell it from the best sentence."""
    reference = (Reference(best.unit, best.sentence),)
    unit = best.unit
    if query.kind is QuestionKind.WHO and isinstance(unit, Utterance):
        return Claim(wording.speaker(unit), reference)
    if query.kind is QuestionKind.WHO and isinstance(unit, Comment):
        text = f"{wording.comment_name(unit)}として{unit.submitter}から提出されています。"
        return Claim(text, reference)
    if query.kind is QuestionKind.OUTCOME and isinstance(unit, Comment):
        return Claim(wording.outcome(unit), reference)
    figure = focus.expected.search(fold(best.sentence.text))
    if query.kind is QuestionKind.COUNT and figure:
        return Claim(f"{figure.group()}と記載されています。", reference)
    return Claim(f"{unit.label}に、次の記載があります。", reference)


def _attributions(query: Query, chosen: list[Evidence]) -> list[Claim]:
    """Who speaks in the quoted turns, where the lead has not said it."""
    if query.kind is QuestionKind.WHO:
        return []
    turns = {
        evidence.unit.id: evidence
        for evidence in reversed(chosen)
        if evidence.unit.kind is UnitKind.UTTERANCE
    }
    return [
        Claim(
            f"{evidence.unit.label}: {wording.speaker(evidence.unit)}",
            (Reference(evidence.unit, evidence.sentence),),
        )
        for evidence in reversed(turns.values())
        if isinstance(evidence.unit, Utterance)
    ]
