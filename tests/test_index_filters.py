"""A narrowed library answers from its part alone, and says so where that is why it cannot."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant.answers import Status
from assistant.assistant import Assistant
from assistant.contract import answer_object
from index.documents import Basis, Comment, DocumentKind, Outcome, UnitKind, Utterance
from index.errors import UsageError
from index.filters import UnitFilter
from index.stores.catalog import Catalog
from tests.helpers.sample_ids import FIFTH, STRATEGY

SUBMITTER = "(株)みぎわシステムズ"
NOTHING = UnitFilter(documents=("無い文書",))

READS: dict[str, Callable[[Catalog], object]] = {
    "documents": lambda catalog: catalog.documents(),
    "find_documents": lambda catalog: catalog.find_documents(kind=DocumentKind.MINUTES),
    "units": lambda catalog: catalog.units([f"{FIFTH}#1"]),
    "units_of": lambda catalog: catalog.units_of(STRATEGY),
    "comments": lambda catalog: catalog.comments(1),
    "all_comments": lambda catalog: catalog.all_comments(),
    "comments_by": lambda catalog: catalog.comments_by(SUBMITTER),
    "comments_on": lambda catalog: catalog.comments_on("4.1.2"),
    "submitters": lambda catalog: catalog.submitters(),
    "sections": lambda catalog: catalog.sections("1"),
    "footnotes": lambda catalog: catalog.footnotes(1),
    "roster": lambda catalog: catalog.roster(FIFTH),
    "roster_names": lambda catalog: catalog.roster_names(),
    "neighbours": lambda catalog: catalog.neighbours(f"{FIFTH}#1"),
    "chunk_ids": lambda catalog: catalog.chunk_ids(),
    "unit_ids": lambda catalog: catalog.unit_ids(),
    "chunk_rows_of": lambda catalog: catalog.chunk_rows_of([f"{FIFTH}#1"]),
    "vectors": lambda catalog: tuple(catalog.vectors()),
}


@pytest.mark.parametrize("name", READS)
def test_no_reader_lets_through_what_is_filtered_out(name: str, sample: Assistant) -> None:
    assert READS[name](sample.library.catalog)
    assert not READS[name](sample.library.narrowed(NOTHING).catalog)


def test_what_is_filtered_out_cannot_be_named_by_its_id(sample: Assistant) -> None:
    catalog = sample.library.narrowed(NOTHING).catalog
    with pytest.raises(UsageError):
        catalog.document(STRATEGY)
    with pytest.raises(UsageError):
        catalog.unit(f"{FIFTH}#1")
    assert catalog.comment_range().total == 0


@pytest.mark.parametrize(
    ("wanted", "fits"),
    [
        (UnitFilter(documents=(FIFTH,)), lambda unit: unit.id.startswith(FIFTH)),
        (UnitFilter(meetings=(5,)), lambda unit: unit.id.startswith(FIFTH)),
        (UnitFilter(kinds=(UnitKind.FOOTNOTE,)), lambda unit: unit.kind is UnitKind.FOOTNOTE),
        (
            UnitFilter(document_kinds=(DocumentKind.COMMENTS,), kinds=(UnitKind.COMMENT,)),
            lambda unit: isinstance(unit, Comment),
        ),
        (
            UnitFilter(bases=(Basis.PRINTED,)),
            lambda unit: isinstance(unit, Utterance) and unit.attribution.basis is Basis.PRINTED,
        ),
        (
            UnitFilter(submitters=(SUBMITTER,), outcomes=(Outcome.REVISED,)),
            lambda unit: (
                isinstance(unit, Comment)
                and (unit.submitter, unit.outcome) == (SUBMITTER, Outcome.REVISED)
            ),
        ),
    ],
)
def test_a_filter_keeps_all_that_fits_it_and_nothing_else(
    wanted: UnitFilter, fits: Callable[[object], bool], sample: Assistant
) -> None:
    whole, part = sample.library, sample.library.narrowed(wanted)
    everything = whole.catalog.units(whole.catalog.unit_ids())
    kept = {unit.id for unit in everything if fits(unit)}
    assert kept
    assert set(part.catalog.unit_ids()) == kept
    assert {hit.unit_id for hit in part.search("市民への周知と端末の貸出し", limit=50)} <= kept
    counted = sum(entry.count for record in part.catalog.documents() for entry in record.units)
    assert counted == len(kept)


def test_turns_and_comments_stand_beside_each_other(sample: Assistant) -> None:
    both = UnitFilter(bases=(Basis.NONE,), outcomes=(Outcome.REVISED,))
    kinds = {record.kind for record in sample.library.narrowed(both).catalog.documents()}
    assert kinds == {DocumentKind.MINUTES, DocumentKind.COMMENTS}


def test_a_count_under_a_filter_is_of_the_part_not_the_printed_total(sample: Assistant) -> None:
    of_one = Assistant(sample.library.narrowed(UnitFilter(submitters=(SUBMITTER,))))
    held = len(of_one.library.catalog.all_comments())
    answer = of_one.answer("意見は全部で何件ありますか")
    assert f"{held}件" in answer.text
    assert "25件" not in answer.text


def test_a_place_outside_the_filter_is_not_said_to_be_missing(sample: Assistant) -> None:
    minutes = Assistant(sample.library.narrowed(UnitFilter(documents=(FIFTH,))))
    answer = minutes.answer("意見1-2の提出者は誰ですか")
    assert answer.status is Status.NOT_IN_DOCUMENTS
    assert "絞り込み" in answer.text
    assert "意見1-2" in answer.text
    assert "収録されていません" not in answer.text
    assert answer.citations == ()


def test_what_no_document_holds_is_still_refused_under_a_filter(sample: Assistant) -> None:
    minutes = Assistant(sample.library.narrowed(UnitFilter(documents=(FIFTH,))))
    answer = minutes.answer("意見99-9の提出者は誰ですか")
    assert answer.status in (Status.NOT_IN_DOCUMENTS, Status.PREMISE_WRONG)
    assert "絞り込みの条件に合う文書だけ" in answer.text


def test_the_object_says_what_was_filtered(sample: Assistant) -> None:
    part = Assistant(sample.library.narrowed(UnitFilter(meetings=(5,))))
    record = answer_object(part.answer("600台に増やすよう求めたのは誰ですか"), part.library)
    assert record["query"]["filters"]["meetings"] == [5]
    whole = answer_object(sample.answer("意見1-2の提出者は誰ですか"), sample.library)
    assert whole["query"]["filters"] is None


@pytest.mark.parametrize("wanted", [NOTHING, UnitFilter(kinds=(UnitKind.FOOTNOTE,))])
@pytest.mark.parametrize(
    "question",
    [
        "脚注1は何を説明していますか",
        "第5回会合の出席者は誰ですか",
        "意見は何件ですか",
        "どのような文書が入っていますか",
        "3.2には何が書いてありますか",
        "市民向けの相談窓口について教えてください",
    ],
)
def test_every_way_to_answer_stands_a_filter(
    question: str, wanted: UnitFilter, sample: Assistant
) -> None:
    part = Assistant(sample.library.narrowed(wanted))
    held = set(part.library.catalog.unit_ids())
    answer = part.answer(question)
    assert {citation.reference.unit.id for citation in answer.citations} <= held
