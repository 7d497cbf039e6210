"""Arranges the sentences that answer: the answer first, then its words, then who speaks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.answers import Claim, Draft, Layout, Reference, Status
from assistant.lookup import answer_about_comments, noted_words, quote_start, quoted
from assistant.passages.binding import is_of_other_place
from assistant.passages.evidence import Evidence
from assistant.passages.quoting import quotes_of
from assistant.passages.scope import asks_for_a_speaker
from assistant.passages.summary import attributions, behind, is_heading, summarise
from assistant.passages.things_named import ONE_WORDING
from assistant.passages.values import asked_value
from assistant.passages.who_said import is_own, who_said
from assistant.policies.whereabouts import neighbours, whereabouts
from assistant.query import Language, Query, QuestionKind
from assistant.understanding.expected_forms import asked_term
from assistant.understanding.focus import Focus
from assistant.understanding.kinds import asks_who_and_what_came_of_it
from assistant.understanding.mentions import fold
from assistant.understanding.reply_asking import asks_why_not
from assistant.understanding.several import asks_one_thing
from assistant.wording.phrases import joined, phrase
from index.documents import Comment, DocumentKind, Footnote, Outcome, Section, Slide, Utterance
from index.library import Library
from index.text.keys import quote_key, search_key

_QUOTES = {QuestionKind.LIST: 5}
_QUOTES_OTHERWISE = 3
_QUOTES_AT_HOME = 4
_NEAR_AT_HOME = 0.45
_NEAR_BEST = 0.7  # share of the best closeness that a sentence elsewhere must reach
_NEAR_BEST_PLACE = 0.85  # the same, where a place is asked for
_SAME = 0.95  # share of the best sentence's closeness that one of the same words reaches
_OF_OTHERS = re.compile(r"意見|コメント|要望|回答|提出|発言|会合|会議|議事")
_AS_CLOSE = 0.9  # share of the best comment's score that makes another worth showing
_COMMENTS = 2
_CHANGED = re.compile(
    r"(?:どこ|どう|何|どのよう)[^。]{0,8}(?:変わ|変更|修正|直)|(?:修正|変更)(?:され|した)(?:内容|箇所|文)"
)
# 「…のもとになった意見はどれで、その文はどの節に入ったか」
_LED_TO = re.compile(r"意見[^。]*(?:どの(?:節|章|項|箇所)|どこ|何[節章項])")
_SPEAKS_OF_IT = 0.95  # share of the question's words beside a figure that make it the answer


def compose(query: Query, focus: Focus, ranked: tuple[Evidence, ...], library: Library) -> Draft:
    """An answer from ranked sentences.

    Args:
        query: The question as understood.
        focus: What it asks for.
        ranked: Sentences, best first, at least one.
        library: Holds the policies that comments changed.
    """
    comments = _comments_asked_about(query, focus, ranked)
    if comments:
        return _about_comments(query, comments, library)
    best = ranked[0].unit
    if (
        query.kind is QuestionKind.WHERE
        and isinstance(best, Comment)
        and _LED_TO.search(query.completed)
    ):
        return _about_comments(replace(query, kind=QuestionKind.OUTCOME), [best], library)
    if asks_for_a_speaker(query) and asks_who_and_what_came_of_it(_both_forms(query)):
        first = ranked[0].unit
        if isinstance(first, Comment):
            return _about_comments(query, [first], library)
    if asks_for_a_speaker(query):
        return who_said(query, focus, ranked, library)
    if query.kind is QuestionKind.SUMMARY:
        return summarise(query, focus, ranked, library)
    if query.kind is QuestionKind.WHERE and not _OF_OTHERS.search(query.completed):
        ranked = _laid_down_first(ranked, library)
    explained = query.kind is QuestionKind.DEFINE
    told = ranked[0].fits and _asks_one_value(query)
    ranked = _of_the_place_asked(query, focus, ranked) if told else ranked
    limit = _QUOTES.get(query.kind, _QUOTES_OTHERWISE)
    elsewhere = _NEAR_BEST_PLACE if query.kind is QuestionKind.WHERE else _NEAR_BEST
    chosen = _choose(ranked, limit, elsewhere, explained=explained, told=told)
    first = chosen[0].unit
    lead: tuple[Claim, ...] = (_lead(query, focus, chosen[0]),)
    beside: tuple[Claim, ...] = ()
    if query.kind is QuestionKind.WHERE:
        lead = whereabouts(first, chosen[0].sentence, library)
        beside = neighbours(first, library)
    quotes = quotes_of(chosen, alone=told or query.kind is QuestionKind.WHERE)
    if query.kind is QuestionKind.DEFINE and isinstance(first, Utterance):
        quotes = [_onward(chosen[0])]
    noted = noted_words(first, library) if isinstance(first, Footnote) else ()
    spoken = attributions(claim.references[0] for claim in quotes)
    claims = (*lead, *quotes, *beside, *noted, *spoken)
    return Draft(Status.ANSWERED, claims)


def _laid_down_first(ranked: tuple[Evidence, ...], library: Library) -> tuple[Evidence, ...]:
    """With a sentence of a policy first that says the same as the comment that comes first."""
    best = ranked[0]
    if not isinstance(best.unit, Comment):
        return ranked
    own = next(
        (
            one
            for one in ranked
            if one.coverage >= _SAME * best.coverage
            and one.similarity >= _SAME * best.similarity
            and isinstance(one.unit, Section | Footnote)
            and library.catalog.document(one.unit.id.partition("#")[0]).kind is DocumentKind.POLICY
        ),
        None,
    )
    return (own, *(one for one in ranked if one is not own)) if own else ranked


def _of_the_place_asked(
    query: Query, focus: Focus, ranked: tuple[Evidence, ...]
) -> tuple[Evidence, ...]:
    """Without sentences on other countries: their figures stand in the same form."""
    asked, best = fold(query.completed), ranked[0]
    kept = (one for one in ranked[1:] if not is_of_other_place(asked, one, focus))
    return (best, *kept)


def _asks_one_value(query: Query) -> bool:
    """Whether a figure or a date is all that is asked for."""
    is_value = query.language is Language.JAPANESE and asked_value(query.completed) is not None
    return is_value and asks_one_thing(query.completed)


def _both_forms(query: Query) -> str:
    """The question as asked and as the rules read it."""
    return f"{query.question} {query.completed}"


def _comments_asked_about(
    query: Query, focus: Focus, ranked: tuple[Evidence, ...]
) -> list[Comment]:
    """The comment whose reply or outcome is asked for, and others that come as close to it.

    It is told by what the opinion says, not by words of its reply. What changed can only be
    asked of a comment that changed something; why nothing did, of one that did not, where such
    a one comes as close.
    """
    if query.kind not in (QuestionKind.REPLIED, QuestionKind.OUTCOME):
        return []
    best: dict[str, tuple[Comment, float]] = {}
    for evidence in sorted(ranked, key=lambda evidence: not is_own(evidence)):
        unit = evidence.unit
        if isinstance(unit, Comment):
            best.setdefault(unit.id, (unit, evidence.score))
    best = _naming(query, focus, best) or best
    if _CHANGED.search(query.completed):
        revised = {key: it for key, it in best.items() if it[0].outcome is Outcome.REVISED}
        best = revised or best
    by_score = sorted(best.values(), key=lambda one: -one[1])
    close = [comment for comment, score in by_score if score >= _AS_CLOSE * by_score[0][1]]
    if asks_why_not(query.completed):
        close = [one for one in close if one.outcome is not Outcome.REVISED] or close
    return close[:_COMMENTS]


def _naming(
    query: Query, focus: Focus, comments: dict[str, tuple[Comment, float]]
) -> dict[str, tuple[Comment, float]]:
    """The comments that have the loanwords and acronyms of the question, for which no other do.

    None where the best has one of them: the rest may name what the opinion is about.
    """
    senders = search_key(" ".join(query.submitters))
    words = (search_key(word) for word, _ in focus.words if ONE_WORDING.fullmatch(word))
    names = [word for word in words if word not in senders]
    texts = {key: search_key(comment.text) for key, (comment, _) in comments.items()}
    held = [name for name in names if any(name in text for text in texts.values())]
    best = max(comments, key=lambda key: comments[key][1], default="")
    if any(name in texts[best] for name in held):
        return {}
    return {
        key: comments[key]
        for key, text in texts.items()
        if held and all(name in text for name in held)
    }


def _about_comments(query: Query, comments: list[Comment], library: Library) -> Draft:
    draft = answer_about_comments(query, comments, library)
    if len(comments) == 1:
        return draft
    note = phrase("質問に当てはまりうる意見が{count}つあります。", count=len(comments))
    return replace(draft, claims=(Claim(note, (), Layout.NOTE), *draft.claims))


def _choose(
    ranked: tuple[Evidence, ...], limit: int, elsewhere: float, *, explained: bool, told: bool
) -> list[Evidence]:
    """The best sentences, behind the best those of one unit in reading order, none twice.

    What the best unit says around its best sentence belongs to the answer, so that its
    sentences need to come less close than those of other units, and so do footnotes on what
    was chosen; where a figure is asked for and `told` by the best, only with such figures.
    Where a term is to be `explained`, what stands behind the sentence that has it belongs to
    the answer too.
    """
    ranked = tuple(evidence for evidence in ranked if not is_heading(evidence)) or ranked
    best = ranked[0]
    chosen: list[Evidence] = []
    keys: set[str] = set()
    for evidence in ranked:
        at_home = evidence.unit.id == best.unit.id
        least = _NEAR_AT_HOME if at_home or _notes_one_of(evidence, chosen) else elsewhere
        # the form asked for stands beside its matter; a line of a slide has its own
        answers = at_home and evidence.fits and not isinstance(best.unit, Slide)
        if evidence.closeness < least * best.closeness and not answers:
            continue
        of_kind = sum((other.unit.id == best.unit.id) == at_home for other in chosen)
        if of_kind == (max(limit, _QUOTES_AT_HOME) if at_home else limit - 1):
            continue
        if best.fits and not (evidence.fits or (at_home and not told)):
            continue  # the form asked for was found: what lacks it only distracts
        key = quote_key(evidence.sentence.text)
        if key not in keys:
            keys.add(key)
            chosen.append(evidence)
    # what stands behind tells more of a term than what has the term
    following = behind(best, ranked)[:1] if explained else []
    chosen += [evidence for evidence in following if evidence not in chosen]
    order = {evidence.unit.id: place for place, evidence in reversed(list(enumerate(chosen)))}
    return sorted(chosen, key=lambda one: (order[one.unit.id], one is not best, one.sentence.start))


def _notes_one_of(evidence: Evidence, chosen: Sequence[Evidence]) -> bool:
    """Whether it is of a footnote whose mark stands in a unit that was chosen."""
    unit = evidence.unit
    return isinstance(unit, Footnote) and unit.marker_unit in {one.unit.id for one in chosen}


def _onward(evidence: Evidence) -> Claim:
    """A turn from the sentence that uses the term: what speakers mean by it they say next."""
    whole = evidence.unit.passage
    start = max(whole.text.find(evidence.sentence.text), 0)
    return quoted(evidence.unit, quote_start(whole.slice(start, len(whole.text)).strip()))


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
