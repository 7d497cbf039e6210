"""Answering a set: what is written, what a failed call leaves, what a killed run keeps."""

from __future__ import annotations

import json
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest

from assistant.answers import Answer
from assistant.assistant import Assistant
from eval.cases import Case, CaseSet
from eval.measure import answer_set, score_file, set_to_answer, set_to_score
from eval.provenance import load_provenance, provenance_of, provenance_path
from eval.results import load_results
from eval.run import run_cases
from index.errors import ModelError, UsageError

WHO = "意見1-2の提出者は誰ですか"
FOLLOW_UP = "それに対する回答は？"
TERM = "報告率とは何ですか"

CASE_SET = CaseSet(
    set="made",
    cases=(
        Case(id="a", question=WHO),
        Case(id="b", question=FOLLOW_UP, history=(("意見3-1の提出者は誰ですか", "…"),)),
        Case(id="c", question=TERM),
    ),
)


@dataclass(frozen=True)
class Watched(Assistant):
    """An assistant that fails where it is told to, and remembers what it was asked."""

    failing: frozenset[str] = frozenset()
    killed_at: str | None = None
    asked: list[str] = field(default_factory=list)

    def answer(self, question: str, history: Sequence[tuple[str, str]] = ()) -> Answer:
        self.asked.append(question)
        if question in self.failing:
            raise ModelError("モデルが応答しません。")
        if question == self.killed_at:
            raise KeyboardInterrupt
        return super().answer(question, history)


def watched(sample: Assistant, **behaviour: Any) -> Watched:
    return Watched(sample.library, **behaviour)


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]


def test_each_line_is_what_ask_prints_with_the_id_in_the_order_of_the_set(
    sample: Assistant, tmp_path: Path
) -> None:
    out = tmp_path / "results.jsonl"
    done: list[str] = []
    report = answer_set(sample, CASE_SET, out, lambda case: done.append(case.id), workers=3)
    records = lines(out)
    assert [record["id"] for record in records] == ["a", "b", "c"]
    assert list(records[0])[:3] == ["id", "question", "status"]
    assert records[1]["citations"][0]["comment"] == "3-1"
    assert sorted(done) == ["a", "b", "c"]
    assert report.failed == ()
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "results.jsonl",
        "results.jsonl.meta.json",
    ]


def test_the_run_says_what_it_was_made_with(sample: Assistant, tmp_path: Path) -> None:
    out = tmp_path / "results.jsonl"
    answer_set(sample, CASE_SET, out)
    assert load_provenance(out) == provenance_of(sample.library, CASE_SET, "made")


def test_a_failed_call_is_a_line_with_its_error_and_is_counted(
    sample: Assistant, tmp_path: Path
) -> None:
    out = tmp_path / "results.jsonl"
    report = answer_set(watched(sample, failing=frozenset({FOLLOW_UP})), CASE_SET, out)
    assert report.failed == ("b",)
    assert lines(out)[1] == {"id": "b", "question": FOLLOW_UP, "error": "モデルが応答しません。"}
    assert load_results(out)[1].error == "モデルが応答しません。"
    assert score_file(CASE_SET, out, sample.library).errors == ("b",)


def test_resuming_asks_only_what_failed(sample: Assistant, tmp_path: Path) -> None:
    out = tmp_path / "results.jsonl"
    answer_set(watched(sample, failing=frozenset({FOLLOW_UP})), CASE_SET, out)
    again = watched(sample)
    report = answer_set(again, CASE_SET, out, resume=True)
    assert again.asked == [FOLLOW_UP]
    assert (report.answered, report.kept, report.failed) == (1, 2, ())
    assert [record["id"] for record in lines(out)] == ["a", "b", "c"]


def test_a_killed_run_leaves_no_results_and_is_resumed_where_it_stopped(
    sample: Assistant, tmp_path: Path
) -> None:
    out = tmp_path / "results.jsonl"
    with pytest.raises(KeyboardInterrupt):
        answer_set(watched(sample, killed_at=TERM), CASE_SET, out)
    assert not out.exists()
    partial = tmp_path / "results.jsonl.partial"
    with partial.open("a", encoding="utf-8") as file:
        file.write('{"id": "c", "quest')  # cut off in the middle of a line
    again = watched(sample)
    answer_set(again, CASE_SET, out, resume=True)
    assert again.asked == [TERM]
    assert [record["id"] for record in lines(out)] == ["a", "b", "c"]
    assert not partial.exists()


def test_without_resume_everything_is_asked_again(sample: Assistant, tmp_path: Path) -> None:
    out = tmp_path / "results.jsonl"
    answer_set(sample, CASE_SET, out)
    again = watched(sample)
    answer_set(again, CASE_SET, out)
    assert len(again.asked) == 3


@pytest.mark.parametrize("changed", ["corpus", "cases", "index", "prompts", "embedder"])
def test_answers_made_with_something_else_are_not_kept(
    sample: Assistant, tmp_path: Path, changed: str
) -> None:
    out = tmp_path / "results.jsonl"
    made_with = provenance_of(sample.library, CASE_SET, "made")
    other = replace(made_with, **{changed: "other"})
    run_cases(sample, CASE_SET.cases, out, lambda _: None, provenance=other)
    again = watched(sample)
    report = run_cases(
        again, CASE_SET.cases, out, lambda _: None, provenance=made_with, resume=True
    )
    assert len(again.asked) == 3
    assert report.kept == 0


def test_several_workers_ask_at_the_same_time(sample: Assistant, tmp_path: Path) -> None:
    together = threading.Barrier(3, timeout=20)

    @dataclass(frozen=True)
    class Waiting(Assistant):
        def answer(self, question: str, history: Sequence[tuple[str, str]] = ()) -> Answer:
            together.wait()  # breaks unless all three are asked at once
            return super().answer(question, history)

    answer_set(Waiting(sample.library), CASE_SET, tmp_path / "results.jsonl", workers=3)
    assert len(lines(tmp_path / "results.jsonl")) == 3


def test_a_file_that_holds_more_than_a_set_may_is_answered_all_the_same(
    sample: Assistant, tmp_path: Path
) -> None:
    path = tmp_path / "others.yaml"
    path.write_text(f"cases:\n  - {{id: 7, question: {WHO}, gold: x}}\n", encoding="utf-8")
    case_set = set_to_answer(str(path), sample.library)
    assert case_set.set == "others"
    assert [case.id for case in case_set.cases] == ["7"]
    with pytest.raises(UsageError, match="gold"):
        set_to_score(str(path), sample.library)


def test_a_folder_that_does_not_exist_is_named(sample: Assistant, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="missing"):
        answer_set(sample, CASE_SET, tmp_path / "missing" / "results.jsonl")


def test_results_of_other_questions_are_not_scored(sample: Assistant, tmp_path: Path) -> None:
    out = tmp_path / "results.jsonl"
    answer_set(sample, CASE_SET, out)
    reworded = CASE_SET.cases[0].model_copy(update={"question": "別の質問"})
    other = CASE_SET.model_copy(update={"cases": (reworded, *CASE_SET.cases[1:])})
    with pytest.raises(UsageError, match="a"):
        score_file(other, out, sample.library)


def test_results_of_other_documents_are_not_scored(sample: Assistant, tmp_path: Path) -> None:
    out = tmp_path / "results.jsonl"
    made_with = provenance_of(sample.library, CASE_SET, "made")
    other = replace(made_with, corpus="other")
    run_cases(sample, CASE_SET.cases, out, lambda _: None, provenance=other)
    with pytest.raises(UsageError, match="別の文書"):
        score_file(CASE_SET, out, sample.library)


def test_what_a_results_file_without_provenance_was_made_with_is_unknown(
    sample: Assistant, tmp_path: Path
) -> None:
    out = tmp_path / "results.jsonl"
    answer_set(sample, CASE_SET, out)
    provenance_path(out).unlink()
    assert score_file(CASE_SET, out, sample.library).provenance.corpus == ""


@pytest.mark.parametrize("name", ["comment_sections", "opinion_replies"])
def test_a_set_from_the_comments_is_answered_and_scored(
    sample: Assistant, tmp_path: Path, name: str
) -> None:
    case_set = set_to_score(name, sample.library)
    out = tmp_path / "results.jsonl"
    report = answer_set(sample, case_set, out)
    assert report.answered == len(case_set.cases) > 0
    score = score_file(case_set, out, sample.library)
    assert score.errors == ()
    assert score.provenance.set_name == name
