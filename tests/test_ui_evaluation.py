"""`tenkyo eval` as a person runs it: real processes, real files, real exit codes."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from eval.results import load_score
from tests.helpers.commands import tenkyo

CASES = """\
set: small
cases:
  - id: who
    split: smoke
    question: "意見1-2の提出者は誰ですか"
    answerable: "yes"
    status: answered
    citations:
      required: [["千早野市デジタル安全戦略(案)に対する意見募集の結果#意見1-2"]]
    nuggets: [{any_of: ["みぎわシステムズ"]}]
  - id: nothing
    split: smoke
    question: "カレーライスのおいしい作り方を教えてください"
    answerable: "no"
    status: out_of_scope
"""


@pytest.fixture(scope="module")
def cases(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("cases") / "small.yaml"
    path.write_text(CASES, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def results(data_dir: Path, cases: Path) -> Path:
    out = cases.with_name("results.jsonl")
    done = tenkyo(data_dir, "eval", "run", "--cases", cases, "--out", out)
    assert done.returncode == 0, done.stderr
    assert "2問" in done.stderr
    assert done.stdout == ""
    return out


@pytest.fixture(scope="module")
def baseline(data_dir: Path, cases: Path, results: Path) -> Path:
    path = cases.with_name("baseline.json")
    done = tenkyo(
        data_dir, "eval", "bless", "--cases", cases, "--results", results, "--baseline", path
    )
    assert done.returncode == 0, done.stderr
    return path


def changed(results: Path, name: str, **fields: object) -> Path:
    """The results with the first answer changed, and what they were made with."""
    first, *others = results.read_text(encoding="utf-8").splitlines()
    out = results.with_name(name)
    record = {**json.loads(first), **fields}
    lines = [json.dumps(record, ensure_ascii=False), *others]
    out.write_text("\n".join(lines) + "\n", encoding="utf-8")
    made_with = results.with_name(results.name + ".meta.json").read_text(encoding="utf-8")
    out.with_name(name + ".meta.json").write_text(made_with, encoding="utf-8")
    return out


def gate(
    data_dir: Path, cases: Path, results: Path, baseline: Path
) -> subprocess.CompletedProcess[str]:
    return tenkyo(
        *(data_dir, "eval", "gate", "--cases", cases),
        *("--results", results, "--baseline", baseline),
    )


def test_the_gate_passes_what_was_blessed(
    data_dir: Path, cases: Path, results: Path, baseline: Path
) -> None:
    done = gate(data_dir, cases, results, baseline)
    assert done.returncode == 0, done.stdout
    assert "✅" in done.stdout


def test_the_gate_answers_the_set_itself_where_no_results_are_given(
    data_dir: Path, cases: Path, baseline: Path
) -> None:
    done = tenkyo(data_dir, "eval", "gate", "--cases", cases, "--baseline", baseline)
    assert done.returncode == 0, done.stdout


def test_a_case_that_fails_now_is_exit_code_1_and_named(
    data_dir: Path, cases: Path, results: Path, baseline: Path
) -> None:
    refused = changed(results, "worse.jsonl", status="not_in_documents", answer="", citations=[])
    done = gate(data_dir, cases, refused, baseline)
    assert done.returncode == 1
    assert "who" in done.stdout


def test_a_failed_call_is_exit_code_2(
    data_dir: Path, cases: Path, results: Path, baseline: Path
) -> None:
    failed = changed(results, "failed.jsonl", error="応答なし")
    done = gate(data_dir, cases, failed, baseline)
    assert done.returncode == 2
    assert "who" in done.stdout


def test_a_missing_baseline_is_exit_code_2(data_dir: Path, cases: Path, results: Path) -> None:
    done = gate(data_dir, cases, results, cases.with_name("none.json"))
    assert done.returncode == 2
    assert "bless" in done.stdout
    assert "Traceback" not in done.stderr


def test_an_empty_store_is_exit_code_2(tmp_path: Path, cases: Path, baseline: Path) -> None:
    done = tenkyo(tmp_path, "eval", "gate", "--cases", cases, "--baseline", baseline)
    assert done.returncode == 2


def test_results_of_which_nobody_knows_the_documents_are_exit_code_2(
    data_dir: Path, cases: Path, results: Path, baseline: Path
) -> None:
    others = changed(results, "others.jsonl")
    others.with_name("others.jsonl.meta.json").unlink()
    assert gate(data_dir, cases, others, baseline).returncode == 2


def test_a_failed_run_cannot_be_blessed(data_dir: Path, cases: Path, results: Path) -> None:
    failed = changed(results, "unblessed.jsonl", error="応答なし")
    path = cases.with_name("never.json")
    done = tenkyo(
        data_dir, "eval", "bless", "--cases", cases, "--results", failed, "--baseline", path
    )
    assert done.returncode == 1
    assert "who" in done.stderr
    assert not path.exists()


def test_a_score_is_shown_and_two_are_compared(data_dir: Path, cases: Path, results: Path) -> None:
    out = cases.with_name("score.json")
    done = tenkyo(data_dir, "eval", "score", "--cases", cases, "--results", results, "--out", out)
    assert done.returncode == 0, done.stderr
    assert "2/2" in done.stdout
    assert len(load_score(out).cases) == 2
    refused = changed(results, "refused.jsonl", status="not_in_documents", answer="")
    compared = tenkyo(data_dir, "eval", "compare", out, refused, "--cases", cases)
    assert compared.returncode == 0, compared.stderr
    assert "who" in compared.stdout


def test_comparing_results_without_their_cases_says_what_is_missing(
    data_dir: Path, results: Path
) -> None:
    done = tenkyo(data_dir, "eval", "compare", results, results)
    assert done.returncode == 2
    assert "--cases" in done.stderr


@pytest.mark.parametrize(
    ("form", "sign"), [("table", "比較"), ("markdown", "##"), ("junit", "<?xml"), ("html", "<!")]
)
def test_a_report_is_written(
    data_dir: Path, cases: Path, results: Path, baseline: Path, form: str, sign: str
) -> None:
    out = cases.with_name(f"report.{form}")
    done = tenkyo(
        *(data_dir, "eval", "report", "--cases", cases, "--results", results),
        *("--baseline", baseline, "--format", form, "--out", out),
    )
    assert done.returncode == 0, done.stderr
    assert out.read_text(encoding="utf-8").startswith(sign)


@pytest.mark.parametrize(
    "arguments",
    [("--format", "markdown"), ("--format", "pdf")],
    ids=["nothing to compare with", "no such form"],
)
def test_a_report_that_cannot_be_made_is_exit_code_2(
    data_dir: Path, cases: Path, results: Path, arguments: tuple[str, str]
) -> None:
    done = tenkyo(data_dir, "eval", "report", "--cases", cases, "--results", results, *arguments)
    assert done.returncode == 2, done.stdout
    assert "Traceback" not in done.stderr


def test_a_set_with_a_wrong_id_does_not_pass_lint(data_dir: Path, cases: Path) -> None:
    broken = cases.with_name("broken.yaml")
    broken.write_text(CASES.replace("#意見1-2", "#意見99"), encoding="utf-8")
    done = tenkyo(data_dir, "eval", "lint", "--cases", broken)
    assert done.returncode == 1
    assert "意見99" in done.stdout


def test_feedback_becomes_candidates_that_are_never_overwritten(
    data_dir: Path, tmp_path: Path
) -> None:
    feedback = tmp_path / "feedback.jsonl"
    feedback.write_text('{"question": "何か", "verdict": "down"}\n', encoding="utf-8")
    out = tmp_path / "candidates.yaml"
    done = tenkyo(data_dir, "eval", "candidates", feedback, "--out", out)
    assert done.returncode == 0, done.stderr
    assert "何か" in out.read_text(encoding="utf-8")
    assert tenkyo(data_dir, "eval", "candidates", feedback, "--out", out).returncode == 2


def test_runs_over_other_cases_are_not_compared(
    data_dir: Path, cases: Path, results: Path, baseline: Path
) -> None:
    other = cases.with_name("other.yaml")
    other.write_text(CASES.replace("smoke", "dev"), encoding="utf-8")
    done = tenkyo(data_dir, "eval", "compare", baseline, results, "--cases", other)
    assert done.returncode == 2
    assert "質問集の内容" in done.stderr


def test_a_score_file_of_something_else_is_named(data_dir: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.json"
    other.write_text("{}", encoding="utf-8")
    done = tenkyo(data_dir, "eval", "compare", other, other)
    assert done.returncode == 2
    assert "other.json" in done.stderr
