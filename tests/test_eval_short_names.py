"""Short names: the end of an id stands for the id, in the header of a set and in its gold."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.assistant import Assistant
from eval.cases import CaseSet, load_case_set
from eval.lint import document_hashes, lint
from eval.measure import set_to_answer, set_to_score
from eval.provenance import cases_hash
from eval.short_names import resolve
from index.errors import UsageError
from tests.helpers.folders import CASE_SETS

SAMPLE = CASE_SETS / "sample.yaml"
BODY = "千早野市デジタル安全推進会議-"


def test_a_set_with_short_names_is_the_set_with_whole_ids(
    sample: Assistant, tmp_path: Path
) -> None:
    written = SAMPLE.read_text(encoding="utf-8")
    path = tmp_path / "short.yaml"
    path.write_text(written.replace(BODY, ""), encoding="utf-8")
    assert cases_hash(load_case_set(path)) != cases_hash(load_case_set(SAMPLE))
    found = set_to_score(str(path), sample.library)
    assert found == load_case_set(SAMPLE) == set_to_answer(str(path), sample.library)


def test_only_ids_are_replaced(sample: Assistant) -> None:
    name, sha256 = "第5回", document_hashes(sample.library)[f"{BODY}第5回"]
    case = {
        "id": "a",
        "question": name,
        "forbidden": [name],
        "nuggets": [{"any_of": [name]}],
        "citations": {"forbidden": [f"{name}#4(2)-発言1", f"{name}の次#1"]},
    }
    made = CaseSet.model_validate({"documents": {name: sha256}, "cases": [case]})
    (found,) = resolve(made, sample.library).cases
    assert found.citations.forbidden == (f"{BODY}第5回#4(2)-発言1", "第5回の次#1")
    assert (found.question, found.forbidden, found.nuggets[0].any_of) == (name, (name,), (name,))


def test_a_name_whose_file_is_another_is_left_for_lint_to_report(sample: Assistant) -> None:
    made = CaseSet(documents={"第5回": "0" * 64}, cases=())
    assert resolve(made, sample.library) == made
    (finding,) = lint(made, sample.library)
    assert "「第5回」は索引されていません" in str(finding)


def test_a_name_that_several_documents_of_a_file_fit_is_refused(reference: Assistant) -> None:
    held = document_hashes(reference.library)
    (sha256,) = {held[one] for one in held if one.endswith("の概要")}
    with pytest.raises(UsageError, match="「の概要」で終わる文書が2件"):
        resolve(CaseSet(documents={"の概要": sha256}, cases=()), reference.library)


def test_an_id_is_never_taken_for_the_end_of_another(reference: Assistant) -> None:
    held = document_hashes(reference.library)
    assert resolve(CaseSet(documents=held, cases=()), reference.library).documents == held
