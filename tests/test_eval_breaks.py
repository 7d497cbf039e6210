"""Breaking the product on purpose is noticed by the gate, each time.

The breaks are in the product or in the catalog it reads, never in a file of results. What is
scored against is the unbroken library.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest

import assistant.outside as pipeline
from assistant.answers import Claim, Draft, Layout, Status
from assistant.assistant import Assistant
from assistant.lookup import quote_start, quoted
from assistant.query import Query
from eval.baseline import bless, load_baseline
from eval.cases import CaseSet, load_case_set
from eval.gate import GateReport, Verdict, judge
from eval.measure import answer_set, score_file
from eval.records import Score
from eval.thresholds import load_thresholds
from index.documents import Comment, Footnote, Unit, Utterance
from index.library import Library
from index.search import Hit
from index.stores.catalog import Catalog
from tests.helpers.folders import CASE_SETS

Break = Callable[[pytest.MonkeyPatch, Library], None]
Gate = Callable[[Break], GateReport]


def unbroken(patch: pytest.MonkeyPatch, library: Library) -> None:
    """Nothing is changed."""


def drop_footnotes(patch: pytest.MonkeyPatch, library: Library) -> None:
    whole = Catalog._units

    def without(catalog: Catalog, condition: object) -> tuple[Unit, ...]:
        return tuple(unit for unit in whole(catalog, condition) if not isinstance(unit, Footnote))

    patch.setattr(Catalog, "_units", without)


def shift_comment_ids(patch: pytest.MonkeyPatch, library: Library) -> None:
    """A number leads to the comment after it."""
    found = Catalog.comments
    comments = library.catalog.all_comments()
    following = dict(zip((c.id for c in comments), (*comments[1:], comments[0]), strict=True))

    def shifted(catalog: Catalog, *arguments: object, **named: object) -> tuple[Comment, ...]:
        return tuple(following[comment.id] for comment in found(catalog, *arguments, **named))

    patch.setattr(Catalog, "comments", shifted)


def swap_two_speakers(patch: pytest.MonkeyPatch, library: Library) -> None:
    """The two persons who speak most often change their turns."""
    spoken = [
        unit.attribution
        for record in library.catalog.documents()
        for unit in library.catalog.units_of(record.id)
        if isinstance(unit, Utterance) and unit.attribution.person
    ]
    turns: dict[str, int] = {}
    for attribution in spoken:
        turns[attribution.person or ""] = turns.get(attribution.person or "", 0) + 1
    one, other = sorted(turns, key=lambda person: -turns[person])[:2]
    held = {attribution.person: attribution for attribution in spoken}
    exchanged = {one: held[other], other: held[one]}
    whole = Catalog._units

    def swapped(catalog: Catalog, condition: object) -> tuple[Unit, ...]:
        return tuple(
            replace(unit, attribution=exchanged[unit.attribution.person])
            if isinstance(unit, Utterance) and unit.attribution.person in exchanged
            else unit
            for unit in whole(catalog, condition)
        )

    patch.setattr(Catalog, "_units", swapped)


def return_the_second_hit(patch: pytest.MonkeyPatch, library: Library) -> None:
    found = Library.search

    def without_the_first(*arguments: object, **named: object) -> tuple[Hit, ...]:
        return found(*arguments, **named)[1:]

    patch.setattr(Library, "search", without_the_first)


def answer_from_another_document(patch: pytest.MonkeyPatch, library: Library) -> None:
    found = Library.search

    def elsewhere(*arguments: object, **named: object) -> tuple[Hit, ...]:
        hits = found(*arguments, **named)
        best = {hit.unit_id.partition("#")[0] for hit in hits[:1]}
        return tuple(hit for hit in hits if hit.unit_id.partition("#")[0] not in best)

    patch.setattr(Library, "search", elsewhere)


def cut_lists_at_three(patch: pytest.MonkeyPatch, library: Library) -> None:
    found = pipeline.gather_in_parts

    def shortened(*arguments: object) -> Draft:
        draft, items = found(*arguments), count()
        claims = (c for c in draft.claims if c.layout is not Layout.ITEM or next(items) < 3)
        return replace(draft, claims=tuple(claims))

    patch.setattr(pipeline, "gather_in_parts", shortened)


def refuse_everything(patch: pytest.MonkeyPatch, library: Library) -> None:
    refusal = Draft(Status.NOT_IN_DOCUMENTS, (Claim("見つかりません。", (), Layout.NOTE),))
    patch.setattr(pipeline, "gather_in_parts", lambda *_: refusal)


def never_refuse(patch: pytest.MonkeyPatch, library: Library) -> None:
    """Where there is nothing to say, whatever search brings first is said."""
    found = pipeline.gather_in_parts

    def unasked(query: Query, asked: Library) -> Draft:
        draft = found(query, asked)
        if draft.status in (Status.ANSWERED, Status.PARTIAL, Status.AMBIGUOUS):
            return draft
        unit = asked.catalog.unit(asked.search(query.completed, limit=1)[0].unit_id)
        return Draft(Status.ANSWERED, (quoted(unit, quote_start(unit.passage)),))

    patch.setattr(pipeline, "gather_in_parts", unasked)


BREAKS = (
    drop_footnotes,
    shift_comment_ids,
    swap_two_speakers,
    return_the_second_hit,
    cut_lists_at_three,
    refuse_everything,
    never_refuse,
    answer_from_another_document,
)


def gate_over(asked: Assistant, case_set: CaseSet, folder: Path) -> Gate:
    """A gate with a baseline of the unbroken product."""
    numbers = count()
    baseline = folder / "baseline.json"

    def score(broken: Break) -> Score:
        with pytest.MonkeyPatch.context() as patch:
            broken(patch, asked.library)
            out = folder / f"{next(numbers)}.jsonl"
            answer_set(Assistant(asked.library), case_set, out)
        return score_file(case_set, out, asked.library)

    bless(score(unbroken), baseline)
    return lambda broken: judge(score(broken), load_baseline(baseline), load_thresholds())


@pytest.fixture(scope="module")
def gate(sample: Assistant, tmp_path_factory: pytest.TempPathFactory) -> Gate:
    return gate_over(
        sample, load_case_set(CASE_SETS / "sample.yaml"), tmp_path_factory.mktemp("breaks")
    )


def test_the_unbroken_product_passes(gate: Gate) -> None:
    report = gate(unbroken)
    assert report.verdict is Verdict.PASS, report.findings


@pytest.mark.parametrize("broken", BREAKS, ids=lambda broken: broken.__name__)
def test_each_break_is_caught(gate: Gate, broken: Break) -> None:
    report = gate(broken)
    assert report.verdict is Verdict.WORSE
    assert any(finding.case_ids for finding in report.findings)
