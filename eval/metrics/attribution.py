"""Is the speaker named whom the documents name, on the ground they give, and nobody else.

The gold attribution is that of the first required group. `none` binds where the question asks
who; elsewhere nobody asked, and the case says nothing about the speaker. The submitter of a
comment is printed, so there `found` is whether the answer names the submitter.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from eval.cases import Case, GoldAttribution
from eval.metrics.context import ScoringContext
from eval.metrics.metric import CaseMetric
from eval.records import Detail, MetricResult, Pair, Result, ResultCitation
from index.text.keys import quote_key

_NONE, _PRINTED, _UNCITED = "none", "printed", "uncited"
_ARROW = "→"
_MARKER = re.compile(r"\[(\d+)\]")
_QUOTE_OR_ASIDE = re.compile(r"「[^「」]*」|（[^（）]*）")


@dataclass(frozen=True)
class Attribution(CaseMetric):
    """Share of the cases whose speaker is named on the right ground; the note is the confusion."""

    @property
    def name(self) -> str:
        """Its name."""
        return "attribution"

    def detail(self, pair: Pair, _context: ScoringContext, /) -> Detail:
        """None where the case says nothing about who speaks."""
        gold = binding_attribution(pair.case)
        if gold is None:
            return Detail(pair.case.id, None)
        found = _found_level(pair, gold)
        named = {person for person in _people(pair) if person}
        wrong = any(not _same(gold.person, one) for one in named) or (
            _needs_person(pair, gold) and not named
        )
        note = f"{gold.level}{_ARROW}{found}"
        if wrong:
            note += (
                f"；人物 {'、'.join(sorted(named)) or 'なし'}（正しくは {gold.person or 'なし'}）"
            )
        return Detail(pair.case.id, float(found == gold.level and not wrong), note)


@dataclass(frozen=True)
class FalseNaming(CaseMetric):
    """Share of the cases that name somebody whom the documents do not."""

    @property
    def name(self) -> str:
        """Its name."""
        return "false_naming"

    @property
    def higher_is_better(self) -> bool:
        """Lower is better."""
        return False

    def detail(self, pair: Pair, context: ScoringContext) -> Detail:
        """None where the case says nothing about who speaks."""
        if binding_attribution(pair.case) is None:
            return Detail(pair.case.id, None)
        names = false_names(pair, context)
        note = f"誤った名指し: {'、'.join(names)}" if names else ""
        return Detail(pair.case.id, float(bool(names)), note)


@dataclass(frozen=True, slots=True)
class Confusion:
    """How often a gold level was answered as a level (`uncited`: the turn is not cited)."""

    gold: str
    found: str
    count: int


def confusion(attribution: MetricResult) -> tuple[Confusion, ...]:
    """The confusion of levels in a result of `Attribution`."""
    levels = [
        detail.note.partition("；")[0].partition(_ARROW)
        for detail in attribution.details
        if detail.value is not None
    ]
    counts = Counter((gold, found) for gold, _, found in levels)
    return tuple(Confusion(gold, found, count) for (gold, found), count in sorted(counts.items()))


def binding_attribution(case: Case) -> GoldAttribution | None:
    """The gold attribution, where the case says anything about who speaks."""
    gold = case.attribution
    return gold if gold and (gold.level != _NONE or case.kind == "who") else None


def false_names(pair: Pair, context: ScoringContext) -> tuple[str, ...]:
    """Who is named although the gold attribution names nobody, or somebody else."""
    gold = binding_attribution(pair.case)
    if gold is None:
        return ()
    names = (*_named_speakers(pair, gold), *_named_in_lead(pair.result, gold, context))
    return tuple(dict.fromkeys(names))


def _named_speakers(pair: Pair, gold: GoldAttribution) -> list[str]:
    """Speakers that the citations of the gold turn name, and that are not the gold one."""
    speakers = [one.speaker for one in _gold_citations(pair) if one.speaker is not None]
    if gold.level == _NONE:
        return [name for one in speakers if (name := one.person or one.office)]
    return [one.person for one in speakers if one.person and not _same(gold.person, one.person)]


def _named_in_lead(
    result: Result, gold: GoldAttribution, context: ScoringContext
) -> tuple[str, ...]:
    """Known people in the first statement, quotes and asides left out, but the gold one."""
    lead, cited = _lead(result)
    if all(context.is_person(citation.id) for citation in cited):
        return ()  # an entry of a roster speaks for nobody
    key = quote_key(_bare(lead))
    allowed = quote_key(" ".join((gold.person or "", *_represented(cited))))
    named = [name for name in context.names if quote_key(name) in key]
    return tuple(sorted(name for name in named if quote_key(name) not in allowed))


def _represented(cited: tuple[ResultCitation, ...]) -> list[str]:
    """Absent members for whom the speakers attended; an answer may say so."""
    return [one.speaker.proxy_for for one in cited if one.speaker and one.speaker.proxy_for]


def _lead(result: Result) -> tuple[str, tuple[ResultCitation, ...]]:
    """The first line that states something with a marker and is no quote, and what it cites."""
    for line in result.answer.splitlines():
        numbers = set(_MARKER.findall(line))
        if numbers and not line.lstrip().startswith((">", "#")):
            return line, tuple(one for one in result.citations if str(one.n) in numbers)
    return "", ()


def _bare(text: str) -> str:
    while (emptied := _QUOTE_OR_ASIDE.sub("", text)) != text:
        text = emptied
    return text


def _gold_citations(pair: Pair) -> tuple[ResultCitation, ...]:
    groups = pair.case.citations.required
    return tuple(one for one in pair.result.citations if groups and one.id in groups[0])


def _needs_person(pair: Pair, gold: GoldAttribution) -> bool:
    """Whether the gold turn is cited and its speaker has a name to be told."""
    return gold.person is not None and any(one.speaker for one in _gold_citations(pair))


def _people(pair: Pair) -> list[str | None]:
    return [one.speaker.person for one in _gold_citations(pair) if one.speaker]


def _found_level(pair: Pair, gold: GoldAttribution) -> str:
    citations = _gold_citations(pair)
    if not citations:
        return _UNCITED
    bases = [one.speaker.basis for one in citations if one.speaker]
    if bases:
        return bases[0]
    named = gold.person and quote_key(gold.person) in quote_key(pair.result.answer)
    return _PRINTED if named else _NONE


def _same(gold: str | None, found: str) -> bool:
    return gold is not None and quote_key(gold) == quote_key(found)
