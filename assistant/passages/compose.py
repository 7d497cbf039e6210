"""Arranges the sentences that answer: the answer first, then its words, then who speaks."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.answers import Claim, Draft, Layout, Reference, Status
from assistant.lookup import answer_about_comments, noted_words, quote_start, quoted
from assistant.passages.evidence import Evidence, widened
from assistant.passages.scope import asks_for_a_speaker
from assistant.passages.summary import attributions, behind, is_heading, summarise
from assistant.policies.whereabouts import neighbours, whereabouts
from assistant.query import Query, QuestionKind
from assistant.understanding.focus import Focus, asked_term
from assistant.understanding.kinds import asks_who_and_what_came_of_it, asks_why_not
from assistant.understanding.mentions import fold
from assistant.wording import frames as wording
from assistant.wording.phrases import joined, phrase
from index.documents import Basis, Comment, Footnote, Outcome, Passage, Slide, Unit, Utterance
from index.library import Library
from index.text.keys import find_quote, quote_key, search_key

_QUOTES = {QuestionKind.LIST: 5}
_QUOTES_OTHERWISE = 3
_LONGEST_QUOTE = 500  # characters of a quote that neighbouring sentences were joined to
_QUOTES_AT_HOME = 4
_SHORT_TURN = 200  # characters of a turn that is quoted whole
_LINES_BELOW = 2  # of a slide
_NEAR_AT_HOME = 0.45
_NEAR_BEST = 0.7  # share of the best closeness that a sentence elsewhere must reach
_AS_CLOSE = 0.9  # share of the best turn's score that makes another turn worth showing
_SPEAKERS = 3
_COMMENTS = 2
_CHANGED = re.compile(
    r"(?:どこ|どう|何|どのよう)[^。]{0,8}(?:変わ|変更|修正|直)|(?:修正|変更)(?:され|した)(?:内容|箇所|文)"
)
_SPEAKS_OF_IT = 0.95  # share of the question's words beside a figure that make it the answer


def compose(query: Query, focus: Focus, ranked: tuple[Evidence, ...], library: Library) -> Draft:
    """An answer from ranked sentences.

    Args:
        query: The question as understood.
        focus: What it asks for.
        ranked: Sentences, best first, at least one.
        library: Holds the policies that comments changed.
    """
    comments = _comments_asked_about(query, ranked)
    if comments:
        return _about_comments(query, comments, library)
    if asks_for_a_speaker(query) and asks_who_and_what_came_of_it(_both_forms(query)):
        first = ranked[0].unit
        if isinstance(first, Comment):
            return _about_comments(query, [first], library)
    if asks_for_a_speaker(query):
        return _speakers(ranked)
    if query.kind is QuestionKind.SUMMARY:
        return summarise(query, focus, ranked, library)
    explained = query.kind is QuestionKind.DEFINE
    chosen = _choose(ranked, _QUOTES.get(query.kind, _QUOTES_OTHERWISE), explained=explained)
    first = chosen[0].unit
    lead: tuple[Claim, ...] = (_lead(query, focus, chosen[0]),)
    beside: tuple[Claim, ...] = ()
    if query.kind is QuestionKind.WHERE:
        lead = whereabouts(first, chosen[0].sentence, library)
        beside = neighbours(first, library)
    quotes = _quotes(chosen)
    if query.kind is QuestionKind.DEFINE and isinstance(first, Utterance):
        quotes = [_onward(chosen[0])]
    noted = noted_words(first, library) if isinstance(first, Footnote) else ()
    spoken = attributions(claim.references[0] for claim in quotes)
    claims = (*lead, *quotes, *beside, *noted, *spoken)
    return Draft(Status.ANSWERED, claims)


def _both_forms(query: Query) -> str:
    """The question as asked and as the rules read it."""
    return f"{query.question} {query.completed}"


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
        note = phrase("質問に当てはまりうる箇所が{count}つあります。", count=len(others) + 1)
        claims.insert(0, Claim(note, (), Layout.NOTE))
    nameless = _is_nameless(units[0][0].unit)  # whoever else comes close did not say just this
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
        text: str = phrase(
            "次の意見（{comment}）の提出者は{submitter}です。",
            comment=wording.comment_name(unit),
            submitter=unit.submitter,
        )
    else:
        text = wording.turn(unit) if isinstance(unit, Utterance) else f"{unit.label}: "
    return [Claim(text, reference), *_quotes(quotes)]


def _is_own(evidence: Evidence) -> bool:
    """Whether the words are the speaker's own, not the reply to a comment."""
    unit = evidence.unit
    return not isinstance(unit, Comment) or find_quote(evidence.sentence.text, unit.reply) is None


def _is_nameless(unit: Unit) -> bool:
    return isinstance(unit, Utterance) and unit.attribution.basis is Basis.NONE


def _comments_asked_about(query: Query, ranked: tuple[Evidence, ...]) -> list[Comment]:
    """The comment whose reply or outcome is asked for, and others that come as close to it.

    It is told by what the opinion says, not by words of its reply. What changed can only be
    asked of a comment that changed something; why nothing did, of one that did not, where such
    a one comes as close.
    """
    if query.kind not in (QuestionKind.REPLIED, QuestionKind.OUTCOME):
        return []
    best: dict[str, tuple[Comment, float]] = {}
    for evidence in sorted(ranked, key=lambda evidence: not _is_own(evidence)):
        unit = evidence.unit
        if isinstance(unit, Comment):
            best.setdefault(unit.id, (unit, evidence.score))
    if _CHANGED.search(query.completed):
        revised = {key: it for key, it in best.items() if it[0].outcome is Outcome.REVISED}
        best = revised or best
    by_score = sorted(best.values(), key=lambda one: -one[1])
    close = [comment for comment, score in by_score if score >= _AS_CLOSE * by_score[0][1]]
    if asks_why_not(query.completed):
        close = [one for one in close if one.outcome is not Outcome.REVISED] or close
    return close[:_COMMENTS]


def _about_comments(query: Query, comments: list[Comment], library: Library) -> Draft:
    draft = answer_about_comments(query, comments, library)
    if len(comments) == 1:
        return draft
    note = phrase("質問に当てはまりうる意見が{count}つあります。", count=len(comments))
    return replace(draft, claims=(Claim(note, (), Layout.NOTE), *draft.claims))


def _choose(ranked: tuple[Evidence, ...], limit: int, *, explained: bool = False) -> list[Evidence]:
    """The best sentences, behind the best those of one unit in reading order, none twice.

    What the best unit says around its best sentence belongs to the answer, so that its
    sentences need to come less close than those of other units. Where a term is to be
    `explained`, what stands behind the sentence that has it belongs to the answer too.
    """
    ranked = tuple(evidence for evidence in ranked if not is_heading(evidence)) or ranked
    best = ranked[0]
    chosen: list[Evidence] = []
    keys: set[str] = set()
    for evidence in ranked:
        at_home = evidence.unit.id == best.unit.id
        least = _NEAR_AT_HOME if at_home else _NEAR_BEST
        answers = at_home and evidence.fits  # the form asked for stands beside its matter
        if evidence.closeness < least * best.closeness and not answers:
            continue
        of_kind = sum((other.unit.id == best.unit.id) == at_home for other in chosen)
        if of_kind == (max(limit, _QUOTES_AT_HOME) if at_home else limit - 1):
            continue
        if best.fits and not (evidence.fits or at_home):
            continue  # the form asked for was found: what lacks it only distracts
        key = quote_key(evidence.sentence.text)
        if key not in keys:
            keys.add(key)
            chosen.append(evidence)
    # what stands behind tells more of a term than what has the term, and a line on a slide
    # opens what the lines below it say
    further = 1 if explained else _LINES_BELOW * isinstance(best.unit, Slide)
    following = behind(best, ranked)[:further]
    chosen += [evidence for evidence in following if evidence not in chosen]
    order = {evidence.unit.id: place for place, evidence in reversed(list(enumerate(chosen)))}
    return sorted(chosen, key=lambda one: (order[one.unit.id], one is not best, one.sentence.start))


def _quotes(chosen: list[Evidence]) -> list[Claim]:
    """Quotes of the sentences in their order; neighbours in one unit become one quote."""
    passages: list[tuple[Unit, Passage]] = []
    for evidence in chosen:
        unit, passage = evidence.unit, _with_its_turn(evidence)
        joined_up = None
        if passages and passages[-1][0].id == unit.id:
            joined_up = _joined(unit.passage, passages[-1][1], passage)
        if joined_up is None:
            passages.append((unit, passage))
        else:
            passages[-1] = (unit, joined_up)
    return [quoted(unit, passage) for unit, passage in passages]


def _with_its_turn(evidence: Evidence) -> Passage:
    """The sentence, or the whole of a short turn: half a remark leaves out what it comes to."""
    whole = evidence.unit.passage.strip()
    is_short = isinstance(evidence.unit, Utterance) and len(whole.text) <= _SHORT_TURN
    return whole if is_short else widened(evidence)


def _onward(evidence: Evidence) -> Claim:
    """A turn from the sentence that uses the term: what speakers mean by it they say next."""
    whole = evidence.unit.passage
    start = max(whole.text.find(evidence.sentence.text), 0)
    return quoted(evidence.unit, quote_start(whole.slice(start, len(whole.text)).strip()))


def _joined(whole: Passage, first: Passage, second: Passage) -> Passage | None:
    """Two passages of a unit as one, where they meet or overlap; None where they do not."""
    start, end = whole.text.find(first.text), whole.text.find(second.text)
    if start < 0 or end < 0 or whole.text[start + len(first.text) : end].strip():
        return None
    begin, stop = min(start, end), max(start + len(first.text), end + len(second.text))
    return whole.slice(begin, stop) if stop - begin <= _LONGEST_QUOTE else None


def _lead(query: Query, focus: Focus, best: Evidence) -> Claim:
    """The answer in one sentence, as far as code can tell it from the best sentence."""
    reference = (Reference(best.unit, best.sentence),)
    unit = best.unit
    figures = _figures(focus, best)
    if figures:
        text = phrase("{figures}と記載されています。", figures=joined("、", figures))
        return Claim(text, reference)
    term = asked_term(query.completed) if query.kind is QuestionKind.DEFINE else None
    if term and search_key(term) in search_key(best.sentence.text):
        text = phrase(
            "「{term}」については、{label}に次の記載があります。", term=term, label=unit.label
        )
        return Claim(text, reference)
    return Claim(phrase("{label}に、次の記載があります。", label=unit.label), reference)


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
