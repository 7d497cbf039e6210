"""Arranges the sentences that answer: the answer first, then its words, then who speaks."""

from __future__ import annotations

import re

from assistant import wording
from assistant.answers import Claim, Draft, Reference, Status
from assistant.evidence import Evidence
from assistant.focus import Focus
from assistant.lookup import answer_about_comments, quoted
from assistant.mentions import fold
from assistant.query import Query, QuestionKind
from index.documents import Basis, Comment, Passage, UnitKind, Utterance
from index.text.keys import quote_key
from index.text.sentences import split_sentences

_QUOTES = {QuestionKind.SUMMARY: 5, QuestionKind.LIST: 5}
_QUOTES_OTHERWISE = 2
_NEAR_BEST = 0.72  # share of the best score that a further sentence must reach
_LONGEST = 400  # characters of a quote that was widened to the sentence before
# A sentence that opens with one of these says little without the one before it.
_LEANS_BACK = re.compile(
    r"^(?:この|その|これ|それ|こう|そう|また、その|また、この|あわせて|このため|そのため|特に|例えば)"
)


def compose(query: Query, focus: Focus, ranked: tuple[Evidence, ...]) -> Draft:
    """An answer from ranked sentences.

    Args:
        query: The question as understood.
        focus: What it asks for.
        ranked: Sentences, best first, at least one.
    """
    comment = _comment_asked_about(query, ranked)
    if comment is not None:
        return answer_about_comments(query, [comment])
    chosen = _choose(ranked, _QUOTES.get(query.kind, _QUOTES_OTHERWISE))
    lead = _lead(query, focus, chosen[0])
    claims = (lead, *map(_quote, chosen), *_attributions(query, chosen))
    return Draft(_status(query, chosen[0]), claims)


def _comment_asked_about(query: Query, ranked: tuple[Evidence, ...]) -> Comment | None:
    """The comment whose reply or outcome is asked for: the first that was found."""
    if query.kind not in (QuestionKind.REPLIED, QuestionKind.OUTCOME):
        return None
    found = (evidence.unit for evidence in ranked)
    return next((unit for unit in found if isinstance(unit, Comment)), None)


def _status(query: Query, best: Evidence) -> Status:
    """Partial where a name is asked for and the minutes print none."""
    unit = best.unit
    nameless = isinstance(unit, Utterance) and unit.attribution.basis is Basis.NONE
    return Status.PARTIAL if query.kind is QuestionKind.WHO and nameless else Status.ANSWERED


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


def _quote(evidence: Evidence) -> Claim:
    return quoted(evidence.unit, _widened(evidence))


def _widened(evidence: Evidence) -> Passage:
    """The sentence, with the one before it where it leans back on that."""
    if not _LEANS_BACK.match(evidence.sentence.text):
        return evidence.sentence
    whole = evidence.unit.passage
    offset = 0
    before = 0
    for sentence in split_sentences(whole):
        end = offset + len(sentence.text)
        if sentence.start <= evidence.sentence.start < sentence.end:
            wide = whole.slice(before, end).strip()
            return wide if len(wide.text) <= _LONGEST else evidence.sentence
        before, offset = offset, end
    return evidence.sentence


def _lead(query: Query, focus: Focus, best: Evidence) -> Claim:
    """The answer in one sentence, as far as code can tell it from the best sentence."""
    reference = (Reference(best.unit, best.sentence),)
    unit = best.unit
    if query.kind is QuestionKind.WHO and isinstance(unit, Utterance):
        return Claim(wording.speaker(unit), reference)
    if query.kind is QuestionKind.WHO and isinstance(unit, Comment):
        text = f"{wording.comment_name(unit)}として{unit.submitter}から提出されています。"
        return Claim(text, reference)
    figure = focus.expected.search(fold(best.sentence.text))
    if query.kind is QuestionKind.COUNT and figure:
        return Claim(f"{figure.group()}と記載されています。", reference)
    return Claim(f"{unit.label}に、次の記載があります。", reference)


def _attributions(query: Query, chosen: list[Evidence]) -> tuple[Claim, ...]:
    """Who speaks in the quoted turns, where the lead has not said it."""
    first = chosen[0].unit.id if query.kind is QuestionKind.WHO else None
    turns = {
        evidence.unit.id: evidence
        for evidence in reversed(chosen)
        if evidence.unit.kind is UnitKind.UTTERANCE and evidence.unit.id != first
    }
    return tuple(
        Claim(
            f"{evidence.unit.label}: {wording.speaker(evidence.unit)}",
            (Reference(evidence.unit, evidence.sentence),),
        )
        for evidence in reversed(turns.values())
        if isinstance(evidence.unit, Utterance)
    )
