"""Feedback becomes candidates that a person has to finish."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from assistant.assistant import Assistant
from eval.candidates import Feedback, candidates, load_feedback, write_candidates
from eval.cases import Case, load_case_set
from eval.lint import Fault, lint
from index.errors import UsageError

REPLY = "千早野市デジタル安全戦略(案)に対する意見募集の結果#意見9"


def said(question: str, verdict: str = "up", **more: Any) -> Feedback:
    return Feedback.model_validate({"question": question, "verdict": verdict, **more})


def test_the_same_question_makes_one_candidate() -> None:
    found = candidates([said("意見 3 は？"), said("意見３は？"), said("意見4は？")])
    assert [case.question for case in found.cases] == ["意見３は？", "意見4は？"]
    assert "2件" in (found.cases[0].note or "")


def test_what_was_praised_is_cited_and_what_was_blamed_is_only_told() -> None:
    praised = candidates([said("q", citations=[REPLY, REPLY])]).cases[0]
    assert praised.citations.required == ((REPLY,),)
    blamed = candidates([said("q", citations=[REPLY]), said("q", "down", citations=[REPLY])])
    assert blamed.cases[0].citations.required == ()
    assert REPLY in (blamed.cases[0].note or "")


def test_what_people_wrote_reaches_the_person_who_edits() -> None:
    case = candidates([said("q", "down", comment="古い数です", answer="46台です")]).cases[0]
    assert "古い数です" in (case.note or "")
    assert "46台です" in (case.note or "")


def test_a_question_of_a_set_makes_no_candidate() -> None:
    known = Case(id="s001", question="意見3は？")
    assert candidates([said("意見 3 は？")], [known]).cases == ()


def test_ids_stay_when_more_is_said() -> None:
    first = candidates([said("q")]).cases[0]
    again = candidates([said("p"), said("q", "down"), said("q")]).cases
    assert first.id in [case.id for case in again]


def test_a_file_of_candidates_is_a_cases_file_and_is_never_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "candidates.yaml"
    found = candidates([said("yes"), said("q", "down", comment="1行目\n2行目: 'x'")])
    write_candidates(path, found)
    assert load_case_set(path) == found
    with pytest.raises(UsageError, match="上書き"):
        write_candidates(path, candidates([said("other")]))
    assert load_case_set(path) == found


def test_a_candidate_fails_lint_until_it_is_finished(sample: Assistant) -> None:
    found = candidates([said("相談窓口は土曜日も開きますか。", "down")])
    faults = [finding.fault for finding in lint(found, sample.library)]
    assert Fault.UNFINISHED in faults
    assert Fault.PASSES in faults


def test_a_broken_feedback_line_is_named(tmp_path: Path) -> None:
    path = tmp_path / "feedback.jsonl"
    good = json.dumps({"question": "q", "verdict": "up", "timestamp": "2025-01-31T09:00:00Z"})
    path.write_text(f'{good}\n\n{{"question": "q", "verdict": "so-so"}}\n', encoding="utf-8")
    with pytest.raises(UsageError, match=r"feedback\.jsonl:3: verdict"):
        load_feedback(path)
    with pytest.raises(UsageError, match="読めません"):
        load_feedback(tmp_path / "none.jsonl")
    path.write_text(good, encoding="utf-8")
    assert [record.question for record in load_feedback(path)] == ["q"]
