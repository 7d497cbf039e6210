"""Case files: a mistake is reported with its file and its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from eval.cases import Split, load_case_set, load_questions
from eval.lines import line_of
from index.errors import UsageError
from tests.helpers.folders import CASE_SETS

GOOD = """\
# a comment above
set: made
cases:
  - id: a
    question: 誰ですか。
    nuggets:
      - any_of: [甲]
        weight: vital
  - id: b
    question: いつですか。
"""


def mistakes(tmp_path: Path, text: str, name: str = "cases.yaml") -> list[str]:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError) as raised:
        load_case_set(path)
    return [line.removeprefix(f"{path}:") for line in str(raised.value).splitlines()]


def test_a_wrong_value_is_reported_on_its_line(tmp_path: Path) -> None:
    (line,) = mistakes(tmp_path, GOOD.replace("weight: vital", "weight: heavy"))
    assert line.startswith("8: ")
    assert "vital" in line


def test_a_misspelt_field_is_reported_where_it_stands(tmp_path: Path) -> None:
    (line,) = mistakes(tmp_path, GOOD + "    answerabel: 'no'\n")
    assert line.startswith("11: ")
    assert "answerabel" in line


def test_a_missing_field_is_reported_at_the_case_it_is_missing_from(tmp_path: Path) -> None:
    (line,) = mistakes(tmp_path, GOOD.replace("    question: いつですか。\n", ""))
    assert line.startswith("9: ")
    assert "question" in line


def test_all_mistakes_are_reported_at_once(tmp_path: Path) -> None:
    lines = mistakes(tmp_path, GOOD.replace("vital", "heavy") + "    status: 3\n")
    assert [line.partition(":")[0] for line in lines] == ["8", "11"]


def test_a_bare_yes_is_told_to_be_quoted(tmp_path: Path) -> None:
    (line,) = mistakes(tmp_path, GOOD + "    answerable: yes\n")
    assert "引用符" in line


@pytest.mark.parametrize("nugget", ["regex: '9('", "any_of: []", "any_of: ['']"])
def test_a_nugget_that_states_nothing_readable_is_reported(tmp_path: Path, nugget: str) -> None:
    (line,) = mistakes(tmp_path, GOOD.replace("any_of: [甲]", nugget))
    assert line.startswith("7: ")
    assert "Value error" not in line


def test_an_id_used_twice_is_reported_at_its_second_use(tmp_path: Path) -> None:
    (line,) = mistakes(tmp_path, GOOD.replace("id: b", "id: a"))
    assert line.startswith("9: ")


def test_a_broken_file_is_reported_on_its_line(tmp_path: Path) -> None:
    assert mistakes(tmp_path, GOOD + "   - [\n")[0].startswith(("11: ", "12: "))


def test_a_list_without_header_and_json_lines_have_lines_too(tmp_path: Path) -> None:
    listed = "- id: a\n  question: q\n- id: b\n  questoin: q\n"
    assert {line.partition(":")[0] for line in mistakes(tmp_path, listed)} == {"3", "4"}
    lines = '{"id": "a", "question": "q"}\n\n{"id": "b"}\n'
    assert mistakes(tmp_path, lines, "cases.jsonl")[0].startswith("3: ")


def test_a_file_with_only_questions_can_be_asked_but_keeps_no_typing_mistakes(
    tmp_path: Path,
) -> None:
    path = tmp_path / "asked.yaml"
    path.write_text("- id: 1\n  question: q\n  anything: else\n", encoding="utf-8")
    assert [case.id for case in load_questions(path)] == ["1"]
    with pytest.raises(UsageError, match=":1: "):
        load_case_set(path)


def test_the_deepest_place_that_exists_gives_the_line() -> None:
    assert line_of(GOOD, ("cases", 0, "nuggets", 0, "weight")) == 8
    assert line_of(GOOD, ("cases", 0, "nuggets", 7)) == 6
    assert line_of("", ("cases",)) == 1


@pytest.mark.parametrize(("name", "least"), [("sample", 14), ("reference", 27)])
def test_the_sets_hold_splits_hashes_and_evidence(name: str, least: int) -> None:
    found = load_case_set(CASE_SETS / f"{name}.yaml")
    held = [case.split for case in found.cases if case.split is not Split.DEV]
    assert held.count(Split.SMOKE) == 10
    assert len(held) >= least
    assert all(len(sha256) == 64 for sha256 in found.documents.values())
    counted = {case.id for case in found.cases if case.kind == "count"}
    for case in found.cases:
        wanted = case.split is not Split.DEV and bool(case.citations.required)
        wanted = wanted and case.id not in counted
        assert case.evidence_quote is not None or not wanted, case.id


def test_the_reference_set_prints_no_quote() -> None:
    for case in load_case_set(CASE_SETS / "reference.yaml").cases:
        if case.evidence_quote is not None:
            assert case.evidence_quote.text is None
            assert case.evidence_quote.sha256
            assert case.evidence_quote.length
