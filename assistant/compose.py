"""Arranges the sentences that answer: the answer first, then its words, then who speaks."""

from __future__ import annotations

from assistant import wording
from assistant.answers import Claim, Draft, Layout, Reference, Status
from assistant.evidence import Evidence, widened
from assistant.focus import Focus, asked_term
from assistant.lookup import answer_about_comments, quoted
from assistant.mentions import fold
from assistant.query import Query, QuestionKind
from assistant.scope import asks_for_a_speaker
from assistant.summary import attributions, summarise
from index.documents import Basis, Comment, Footnote, Unit, Utterance
from index.library import Library
from index.text.keys import find_quote, quote_key

_QUOTES = {QuestionKind.LIST: 5}
_QUOTES_OTHERWISE = 2
_NEAR_BEST = 0.72  # share of the best score that a further sentence must reach
_AS_CLOSE = 0.9  # share of the best turn's score that makes another turn worth showing
_SPEAKERS = 3
_SPEAKS_OF_IT = 0.95  # share of the question's words beside a figure that make it the answer


def compose(query: Query, focus: Focus, ranked: tuple[Evidence, ...], library: Library) -> Draft:
    """An answer from ranked sentences.

    Args:
        query: The question as understood.
        focus: What it asks for.
        ranked: Sentences, best first, at least one.
        library: Holds the policies that comments changed.
    """
    comment = _comment_asked_about(query, ranked)
    if comment is not None:
        return answer_about_comments(query, [comment], library)
    if asks_for_a_speaker(query):
        return _speakers(ranked)
    if query.kind is QuestionKind.SUMMARY:
        return summarise(query, ranked, library)
    chosen = _choose(ranked, _QUOTES.get(query.kind, _QUOTES_OTHERWISE))
    lead = _lead(query, focus, chosen[0])
    quotes = [_quote(evidence) for evidence in chosen]
    claims = (lead, *quotes, *attributions(claim.references[0] for claim in quotes))
    return Draft(Status.ANSWERED, claims)


def _speakers(ranked: tuple[Evidence, ...]) -> Draft:
    """Who said what is asked for: the turn that fits best, and others that come close.

    The unit decides, not one sentence: a proposal is argued over several sentences, and
    who sums it up in one did not make it. Turns are shown in the order of the minutes.
    """
    best: dict[str, list[Evidence]] = {}
    for evidence in sorted(ranked, key=lambda evidence: evidence.unit_rank):
        best.setdefault(evidence.unit.id, []).append(evidence)
    units = list(best.values())
    close = [sentences for sentences in units if _closeness(sentences, units[0]) >= _AS_CLOSE]
    first, *others = sorted(close[:_SPEAKERS], key=_reading_order)
    claims = [claim for sentences in (first, *others) for claim in _said(sentences)]
    if others:
        note = f"質問に当てはまりうる箇所が{len(others) + 1}つあります。"
        claims.insert(0, Claim(note, (), Layout.NOTE))
    nameless = all(_is_nameless(sentences[0].unit) for sentences in (first, *others))
    return Draft(Status.PARTIAL if nameless else Status.ANSWERED, tuple(claims))


def _closeness(sentences: list[Evidence], best: list[Evidence]) -> float:
    return sentences[0].unit_score / best[0].unit_score


def _reading_order(sentences: list[Evidence]) -> tuple[str, int]:
    unit = sentences[0].unit
    return unit.id.partition("#")[0], unit.locator.order


def _said(sentences: list[Evidence]) -> list[Claim]:
    """Who says the quoted words, then the words."""
    unit = sentences[0].unit
    own = [evidence for evidence in sentences if _is_own(evidence)] or sentences
    quotes = sorted(own[:_QUOTES_OTHERWISE], key=lambda evidence: evidence.sentence.start)
    reference = (Reference(unit, quotes[0].sentence),)
    if isinstance(unit, Comment):
        text = f"次の意見（{wording.comment_name(unit)}）の提出者は{unit.submitter}です。"
    else:
        text = f"{unit.label}: {wording.speaker(unit) if isinstance(unit, Utterance) else ''}"
    return [Claim(text, reference), *map(_quote, quotes)]


def _is_own(evidence: Evidence) -> bool:
    """Whether the words are the speaker's own, not the reply to a comment."""
    unit = evidence.unit
    return not isinstance(unit, Comment) or find_quote(evidence.sentence.text, unit.reply) is None


def _is_nameless(unit: Unit) -> bool:
    return isinstance(unit, Utterance) and unit.attribution.basis is Basis.NONE


def _comment_asked_about(query: Query, ranked: tuple[Evidence, ...]) -> Comment | None:
    """The comment whose reply or outcome is asked for: the first that was found."""
    if query.kind not in (QuestionKind.REPLIED, QuestionKind.OUTCOME):
        return None
    found = (evidence.unit for evidence in ranked)
    return next((unit for unit in found if isinstance(unit, Comment)), None)


def _choose(ranked: tuple[Evidence, ...], limit: int) -> list[Evidence]:
    """The best sentences, those of one unit in reading order, no sentence twice."""
    chosen: list[Evidence] = []
    keys: set[str] = set()
    for evidence in ranked:
        key = quote_key(evidence.sentence.text)
        if evidence.score < _NEAR_BEST * ranked[0].score or len(chosen) == limit:
            break
        if ranked[0].fits and not (evidence.fits or _is_same_note(evidence, ranked[0])):
            continue  # the form asked for was found: what lacks it only distracts
        if key not in keys:
            keys.add(key)
            chosen.append(evidence)
    order = {evidence.unit.id: place for place, evidence in reversed(list(enumerate(chosen)))}
    return sorted(chosen, key=lambda evidence: (order[evidence.unit.id], evidence.sentence.start))


def _is_same_note(evidence: Evidence, best: Evidence) -> bool:
    """Whether both are sentences of one footnote, which is about one thing."""
    return isinstance(best.unit, Footnote) and evidence.unit.id == best.unit.id


def _quote(evidence: Evidence) -> Claim:
    return quoted(evidence.unit, widened(evidence))


def _lead(query: Query, focus: Focus, best: Evidence) -> Claim:
    """The answer in one sentence, as far as code can tell it from the best sentence."""
    reference = (Reference(best.unit, best.sentence),)
    unit = best.unit
    figures = _figures(focus, best)
    if figures:
        return Claim(f"{'、'.join(figures)}と記載されています。", reference)
    term = asked_term(query.completed) if query.kind is QuestionKind.DEFINE else None
    if term:
        return Claim(f"「{term}」については、{unit.label}に次の記載があります。", reference)
    return Claim(f"{unit.label}に、次の記載があります。", reference)


def _figures(focus: Focus, best: Evidence) -> list[str]:
    """The figures or dates that are asked for, as the sentence writes them.

    One of each form: where the sentence holds several, code cannot tell which is meant.
    """
    found: list[str] = []
    noted = isinstance(best.unit, Footnote)  # what a footnote is about stands where its mark is
    if (best.coverage if noted else focus.coverage(best.sentence.text)) < _SPEAKS_OF_IT:
        return []
    for form in focus.expected:
        text = fold(best.sentence.text)
        words = list(dict.fromkeys(match.group() for match in form.finditer(text)))
        if len(words) != 1 or not any(map(str.isdigit, words[0])):
            return []
        found += words
    return found
