"""Lint: a case that measures nothing is reported, and the sets of the repository measure."""

from __future__ import annotations

from typing import Any

import pytest

from assistant.assistant import Assistant
from eval.cases import Case, CaseSet, EvidenceQuote, load_case_set
from eval.lint import Fault, Finding, document_hashes, lint
from eval.measure import set_to_score
from eval.model_answers import model_answer
from eval.mutants import Mistake, mutants
from eval.quotes import find_evidence, hashed_quote
from tests.helpers.folders import CASE_SETS
from tests.helpers.sample_ids import FIFTH


def case_of(case_id: str, **changes: Any) -> Case:
    (found,) = (one for one in load_case_set(CASE_SETS / "sample.yaml").cases if one.id == case_id)
    return Case.model_validate({**found.model_dump(), **changes})


def findings(sample: Assistant, case: Case) -> tuple[Finding, ...]:
    documents = document_hashes(sample.library)
    return lint(CaseSet(documents=documents, cases=(case,)), sample.library)


def faults(sample: Assistant, case: Case) -> set[Fault]:
    return {finding.fault for finding in findings(sample, case)}


def test_nothing_is_wrong_with_the_sample_set(sample: Assistant) -> None:
    assert lint(load_case_set(CASE_SETS / "sample.yaml"), sample.library) == ()


def test_nothing_is_wrong_with_the_reference_set(reference: Assistant) -> None:
    assert (
        lint(set_to_score(str(CASE_SETS / "reference.yaml"), reference.library), reference.library)
        == ()
    )


def test_an_id_that_is_not_there_is_reported(sample: Assistant) -> None:
    wrong = f"{FIFTH}#4(2)-発言99"
    assert faults(sample, case_of("s003", citations={"required": [[wrong]]})) == {Fault.ID}


def test_other_documents_than_the_header_says_are_reported(sample: Assistant) -> None:
    header = document_hashes(sample.library) | {FIFTH: "0" * 64, "無い文書": "0" * 64}
    found = lint(CaseSet(documents=header, cases=()), sample.library)
    assert [finding.fault for finding in found] == [Fault.DOCUMENT, Fault.DOCUMENT]
    assert lint(CaseSet(cases=()), sample.library)[0].fault is Fault.DOCUMENT


def test_a_document_that_the_header_leaves_out_is_reported(sample: Assistant) -> None:
    header = document_hashes(sample.library)
    del header[FIFTH]
    found = lint(CaseSet(documents=header, cases=(case_of("s003"),)), sample.library)
    assert [(finding.case_id, finding.fault) for finding in found] == [("s003", Fault.DOCUMENT)]


def test_a_quote_that_is_not_one_run_is_reported_printed_or_hashed(sample: Assistant) -> None:
    unit = sample.library.catalog.unit(f"{FIFTH}#4(2)-発言2")
    printed = {"unit": unit.id, "text": "600台に減らすことを求めたい。"}
    assert faults(sample, case_of("s001", evidence_quote=printed)) == {Fault.QUOTE}
    hashed = hashed_quote(unit.id, "600台に増やすことを求めたい。")
    shorter = hashed.model_copy(update={"length": (hashed.length or 0) - 1})
    assert faults(sample, case_of("s001", evidence_quote=hashed.model_dump())) == set()
    assert faults(sample, case_of("s001", evidence_quote=shorter.model_dump())) == {Fault.QUOTE}


def test_a_hashed_quote_is_found_again_with_its_words(sample: Assistant) -> None:
    unit = sample.library.catalog.unit(f"{FIFTH}#4(2)-発言2")
    found = find_evidence(hashed_quote(unit.id, "600 台に増やすことを"), unit)
    assert found is not None
    assert found.text == "600台に増やすことを"
    assert find_evidence(EvidenceQuote(unit=unit.id), unit) is None


def test_a_case_that_expects_nothing_is_reported(sample: Assistant) -> None:
    bare = Case(id="x", question="600台に増やすよう求めたのは誰ですか。")
    assert faults(sample, bare) == {Fault.PASSES}
    assert any("空の回答" in finding.detail for finding in findings(sample, bare))


def test_a_case_to_refuse_without_status_is_reported(sample: Assistant) -> None:
    bare = Case(id="x", question="第7回では何が決まりましたか。")
    assert Fault.PASSES in faults(sample, bare)


def test_a_who_case_that_any_name_passes_is_reported(sample: Assistant) -> None:
    (finding,) = findings(sample, case_of("s002", attribution=None))
    assert finding.fault is Fault.PASSES
    assert "attribution" in finding.detail


def test_a_figure_that_may_be_another_is_reported(sample: Assistant) -> None:
    loose = [{"any_of": ["94秒", "95秒", "93秒"]}]
    found = findings(sample, case_of("s003", nuggets=loose))
    assert [finding.fault for finding in found] == [Fault.PASSES, Fault.PASSES]


def test_gold_that_contradicts_itself_is_reported(sample: Assistant) -> None:
    assert faults(sample, case_of("s003", forbidden=["94秒"])) == {Fault.REFERENCE}
    speaker = {"level": "printed", "person": "岸本 玲子"}
    assert Fault.REFERENCE in faults(sample, case_of("s003", attribution=speaker))


def test_a_nugget_that_its_unit_does_not_say_is_reported(sample: Assistant) -> None:
    unit = f"{FIFTH}#4(2)-発言5"
    unsaid = [{"any_of": ["95秒"], "unit": unit}]
    assert faults(sample, case_of("s003", nuggets=unsaid)) == {Fault.NUGGET}
    assert faults(sample, case_of("s003", nuggets=[{"regex": "9[0-9]秒", "unit": unit}])) == {
        Fault.PASSES  # 93, 94 and 95 all match
    }


def test_a_todo_that_is_left_is_reported(sample: Assistant) -> None:
    assert faults(sample, case_of("s003", note="TODO: 確かめる")) == {Fault.UNFINISHED}


@pytest.mark.parametrize(
    ("case_id", "expected"),
    [
        ("s001", {Mistake.EMPTY, Mistake.SPEAKER, Mistake.DOCUMENT, Mistake.QUOTE}),
        ("s003", {Mistake.EMPTY, Mistake.NUMBER, Mistake.DOCUMENT, Mistake.QUOTE}),
        ("s036", {Mistake.EMPTY, Mistake.ANSWERED}),
    ],
)
def test_a_case_is_tried_with_every_mistake_it_gives_occasion_for(
    sample: Assistant, case_id: str, expected: set[Mistake]
) -> None:
    case = case_of(case_id)
    made = mutants(case, model_answer(case, sample.library), sample.library)
    assert {mutant.mistake for mutant in made} == expected


def test_another_meeting_is_preferred_to_another_document(sample: Assistant) -> None:
    case = case_of("s001")
    made = mutants(case, model_answer(case, sample.library), sample.library)
    (moved,) = (mutant.result for mutant in made if mutant.mistake is Mistake.DOCUMENT)
    assert moved.citations[0].id.startswith("千早野市デジタル安全推進会議-第6回#")
