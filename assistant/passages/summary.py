"""Answers to 「…について教えてください」: a few sentences over several units, one per idea.

They stand in reading order, grouped by document. A sentence that says nearly the same as
one already chosen becomes a further reference of that one, so that both places are kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from assistant.answers import Claim, Draft, Layout, Reference, Status
from assistant.lookup import noted_words, quote_start
from assistant.passages.evidence import Evidence, widened
from assistant.passages.slide_blocks import block_of
from assistant.query import Query
from assistant.understanding.focus import Focus
from assistant.wording import frames as wording
from assistant.wording.phrases import joined, phrase
from index.documents import Basis, Comment, Footnote, Passage, Section, Slide, Utterance
from index.library import Library
from index.text.keys import find_quote, quote_key

_IDEAS = 7
_REPLY = 200  # characters of a reply that is told with its comment
_PER_UNIT = 2  # sentences of one unit, so that no single turn fills the answer
_AT_HOME = 4  # the same, of the unit that says most of the matter
_SPEAKS_OF_IT = 0.4  # coverage of the best below which others are likely to be about other things
_FEW = 3  # below so many ideas a unit may give more
_NEAR_BEST = 0.65  # share of the best score that a further sentence must reach
_AS_TOPICAL = 0.5  # share of the question's words in the most topical sentence to reach
_AS_TOPICAL_AT_HOME = 0.25  # the same, where the matter was named a few sentences before
_TELLING = 0.6  # share of the heaviest word's weight that makes a word of the matter
_TELLS_LITTLE = 18  # characters; shorter pieces are headings or greetings
# A footnote that only dates a source: 「2014年5月19日…会議決定。」
_DATES_A_SOURCE = re.compile(
    r"[\d年月日\s（(]{6,}[^。、]{0,40}(?:決定|改[訂定]|公表|策定|施行)[)）]?。?"
)
_SAME_IDEA = 0.85  # share of the shorter sentence's letter trigrams that both hold
_GRAM = 3
_VOICED = re.compile(r"意見|発言|議論|指摘|要望|懸念|声が")
_WRITTEN = re.compile(r"記載|記述|規定|方針|施策|取組")
_TOPIC = re.compile(r"(?:^|[、は]|[年回会]で)(?P<topic>[^、。は?？「」]{2,25}?)(?:について|に関し)")
_DIGIT = re.compile(r"\d")  # a figure in the heading would have to stand in what is quoted


@dataclass(frozen=True, slots=True)
class _Idea:
    """A sentence as it is quoted, and the other places that say the same."""

    evidence: Evidence
    quote: Passage
    also: tuple[Reference, ...] = ()

    @property
    def reference(self) -> Reference:
        return Reference(self.evidence.unit, self.quote)

    @property
    def document(self) -> str:
        return self.evidence.unit.id.partition("#")[0]

    def claim(self) -> Claim:
        return Claim(self.quote.text, (self.reference, *self.also), Layout.QUOTE)


def summarise(query: Query, focus: Focus, ranked: Sequence[Evidence], library: Library) -> Draft:
    """Three to seven sentences, fewer where fewer come close to the best.

    Args:
        query: The question as understood.
        focus: What it asks for.
        ranked: Sentences, best first, at least one.
        library: Gives the documents' names.
    """
    wanted = _on_the_matter(focus, _wanted(query, ranked))
    ideas = _ideas(wanted, _IDEAS if wanted[0].coverage >= _SPEAKS_OF_IT else _FEW)
    match = _TOPIC.search(query.completed)
    about: str = ""
    if match and not _DIGIT.search(match[0]):
        about = phrase("{topic}について、", topic=match["topic"].strip())
    ideas += _replies(query, ideas)
    claims: list[Claim] = []
    for document in dict.fromkeys(idea.document for idea in ideas):
        place = wording.document_place(library.catalog.document(document))
        of_document = [idea for idea in ideas if idea.document == document]
        claims += _under(
            phrase("{about}{place}に次の記載があります。", about=about, place=place), of_document
        )
        about = ""
    first = ideas[0].evidence.unit
    if isinstance(first, Footnote):  # a note says little without what it is put to
        claims += noted_words(first, library)
    return Draft(Status.ANSWERED, tuple(claims))


def _replies(query: Query, ideas: Sequence[_Idea]) -> list[_Idea]:
    """The beginning of the reply to the comment that says most, where only it is quoted."""
    first, unit = ideas[0], ideas[0].evidence.unit
    if not isinstance(unit, Comment) or not unit.reply or _VOICED.search(query.completed):
        return []
    if any(
        idea.evidence.unit.id == unit.id and idea.quote.start >= unit.reply.start for idea in ideas
    ):
        return []
    return [_Idea(replace(first.evidence, sentence=unit.reply), quote_start(unit.reply, _REPLY))]


def ideas_of(ranked: Sequence[Evidence], limit: int) -> list[Claim]:
    """The best ideas as quotes, in reading order.

    Args:
        ranked: Sentences, best first, at least one.
        limit: How many ideas at most.
    """
    ordered = sorted(
        _ideas(ranked, limit),
        key=lambda idea: (idea.evidence.unit.locator.order, idea.evidence.sentence.start),
    )
    return [idea.claim() for idea in ordered]


def _under(heading: str, ideas: list[_Idea]) -> list[Claim]:
    """The heading line, the ideas in reading order, and who speaks in them."""
    ordered = sorted(
        ideas, key=lambda idea: (idea.evidence.unit.locator.order, idea.evidence.sentence.start)
    )
    references = tuple(idea.reference for idea in ordered)
    quotes = (idea.claim() for idea in ordered)
    return [Claim(heading, references[:1]), *quotes, *attributions(references)]


def _ideas(ranked: Sequence[Evidence], limit: int) -> list[_Idea]:
    """The best sentences, one per idea; more of one unit only where there are few."""
    least = _NEAR_BEST * ranked[0].score
    most = max(evidence.coverage for evidence in ranked)
    home = ranked[0].unit.id
    near = [
        evidence
        for evidence in ranked
        if evidence.score >= least
        and evidence.coverage
        >= (_AS_TOPICAL_AT_HOME if evidence.unit.id == home else _AS_TOPICAL) * most
        and len(evidence.sentence.text) >= _TELLS_LITTLE
        and not is_heading(evidence)
        and not _DATES_A_SOURCE.fullmatch(evidence.sentence.text.strip())
    ] or ranked[:1]
    ideas = _collapsed(near, limit, {home: _AT_HOME})
    if len(ideas) < _FEW:
        further = [evidence for evidence in behind(ranked[0], ranked) if evidence not in near]
        ideas = _collapsed((*near, *further[: max(_FEW - len(near), 0)]), limit, {home: limit})
    return ideas


def behind(first: Evidence, ranked: Sequence[Evidence]) -> list[Evidence]:
    """What its unit says after a sentence, in reading order: a matter goes on without its name."""
    found = (
        evidence
        for evidence in ranked
        if evidence.unit.id == first.unit.id and evidence.sentence.start >= first.sentence.end
    )
    return sorted(found, key=lambda evidence: evidence.sentence.start)


def is_heading(evidence: Evidence) -> bool:
    """Whether the sentence is the heading line with which a section begins."""
    unit = evidence.unit
    return isinstance(unit, Section) and evidence.sentence.end <= unit.passage.start + len(
        unit.text.partition("\n")[0]
    )


def _collapsed(ranked: Sequence[Evidence], limit: int, of_unit: Mapping[str, int]) -> list[_Idea]:
    ideas: list[_Idea] = []
    for evidence in ranked:
        unit = evidence.unit
        quote = block_of(unit, evidence.sentence) if isinstance(unit, Slide) else widened(evidence)
        same = next(
            (n for n, idea in enumerate(ideas) if same_idea(quote.text, idea.quote.text)), None
        )
        if same is not None:
            known = ideas[same]
            if unit.id not in {known.evidence.unit.id, *(place.unit.id for place in known.also)}:
                ideas[same] = replace(known, also=(*known.also, Reference(unit, quote)))
        elif len(ideas) < limit and sum(i.evidence.unit.id == unit.id for i in ideas) < of_unit.get(
            unit.id, _PER_UNIT
        ):
            ideas.append(_Idea(evidence, quote))
    return ideas


def attributions(references: Iterable[Reference]) -> tuple[Claim, ...]:
    """Who speaks in quoted turns, each turn once, those that nobody is named for together."""
    turns: dict[str, Reference] = {}
    for reference in references:
        turns.setdefault(reference.unit.id, reference)
    claims: list[Claim] = []
    nameless: list[Reference] = []
    for reference in turns.values():
        unit = reference.unit
        if not isinstance(unit, Utterance):
            continue
        if unit.attribution.basis is Basis.NONE:
            nameless.append(reference)
        else:
            claims.append(Claim(wording.turn(unit), (reference,)))
    if nameless:
        labels = joined("、", (reference.unit.label for reference in nameless))
        text = phrase("{label}: {speaker}", label=labels, speaker=wording.NAMELESS)
        claims.append(Claim(text, tuple(nameless)))
    return tuple(claims)


def same_idea(one: str, other: str) -> bool:
    """Whether the shorter text nearly stands in the longer, by its letter trigrams."""
    first, second = _grams(one), _grams(other)
    shorter = min(len(first), len(second))
    return shorter > 0 and len(first & second) >= _SAME_IDEA * shorter


def _grams(text: str) -> frozenset[str]:
    key = quote_key(text)
    return frozenset(key[start : start + _GRAM] for start in range(len(key) - _GRAM + 1))


def _on_the_matter(focus: Focus, ranked: Sequence[Evidence]) -> Sequence[Evidence]:
    """What holds a telling word that the best holds; of the best's unit all, it may go on."""
    best = ranked[0]
    held = focus.held(best.around)
    least = _TELLING * max(held.values(), default=0.0)
    telling = {word for word, weight in held.items() if weight >= least}
    return [
        evidence
        for evidence in ranked
        if evidence.unit.id == best.unit.id or telling & focus.held(evidence.around).keys()
    ]


def _wanted(query: Query, ranked: Sequence[Evidence]) -> Sequence[Evidence]:
    """People's own words, or what was laid down, where the question asks for one of them."""
    for words, test in ((_VOICED, _is_voiced), (_WRITTEN, _is_written)):
        wanted = [evidence for evidence in ranked if test(evidence)]
        if wanted and words.search(query.completed):
            return wanted
    return ranked


def _is_voiced(evidence: Evidence) -> bool:
    unit = evidence.unit
    if isinstance(unit, Comment):
        return find_quote(evidence.sentence.text, unit.reply) is None
    return isinstance(unit, Utterance)


def _is_written(evidence: Evidence) -> bool:
    return isinstance(evidence.unit, Section | Footnote)
