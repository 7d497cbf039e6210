"""The command as a person runs it: real processes, real exit codes."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.helpers.commands import tenkyo

# no table or lookup answers it, so that the search is opened
_SEARCHED = "標的型メール訓練の報告率についてどのように書かれていますか"


def test_the_answer_alone_goes_to_standard_output(data_dir: Path) -> None:
    done = tenkyo(data_dir, "ask", "意見1-2の提出者は誰ですか")
    assert done.returncode == 0
    assert done.stdout.startswith("意見1-2の提出者は(株)みぎわシステムズです。[1]")
    assert done.stderr == ""


def test_json_is_one_object_on_standard_output(data_dir: Path) -> None:
    done = tenkyo(data_dir, "ask", "--json", "意見1-2の提出者は誰ですか")
    assert json.loads(done.stdout)["citations"][0]["comment"] == "1-2"


def test_asking_an_empty_store_says_how_to_fill_it(tmp_path: Path) -> None:
    done = tenkyo(tmp_path, "ask", "何か")
    assert done.returncode == 1
    assert "tenkyo index" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("arguments", [("ask", " "), ("index",), ("nothing",), ("show", "無い")])
def test_wrong_use_is_exit_code_2_and_no_traceback(
    data_dir: Path, arguments: tuple[str, ...]
) -> None:
    done = tenkyo(data_dir, *arguments)
    assert done.returncode == 2, done.stderr
    assert "Traceback" not in done.stderr


def test_a_file_that_cannot_be_read_is_named_and_the_others_go_in(tmp_path: Path) -> None:
    broken = tmp_path / "壊れた.pdf"
    broken.write_bytes(b"%PDF-1.7\nnothing here")
    good = tmp_path / "良い.txt"
    good.write_text("方針\n\n1 目的\n\n窓口を一つにすることを目的とする。\n", encoding="utf-8")
    done = tenkyo(tmp_path / "data", "index", tmp_path / "壊れた.pdf", good)
    assert done.returncode == 1
    assert "壊れた.pdf" in done.stdout
    assert "良い.txt" in done.stdout
    assert tenkyo(tmp_path / "data", "ask", "窓口を一つにする目的").returncode == 0


def test_documents_shows_what_was_found_and_repaired(data_dir: Path) -> None:
    done = tenkyo(data_dir, "documents", "--verbose")
    assert done.returncode == 0
    for words in ("議事要旨", "戦略・方針", "意見 25", "脚注 8", "補修"):
        assert words in done.stdout


def test_a_unit_is_shown_by_its_id(data_dir: Path) -> None:
    done = tenkyo(data_dir, "show", "千早野市デジタル安全戦略#脚注5")
    assert done.returncode == 0
    assert done.stdout.startswith("千早野市デジタル安全戦略 脚注5")


def test_a_damaged_index_is_named_with_the_command_that_mends_it(tmp_path: Path) -> None:
    assert tenkyo(tmp_path, "index", "--sample").returncode == 0
    for file in tmp_path.glob("generations/*/words/*.store"):
        file.write_bytes(file.read_bytes()[:10])
    broken = tenkyo(tmp_path, "ask", _SEARCHED)
    assert broken.returncode == 1
    assert "tenkyo index --rebuild" in broken.stderr
    assert "Traceback" not in broken.stderr
    assert tenkyo(tmp_path, "index", "--rebuild").returncode == 0
    assert "報告率" in tenkyo(tmp_path, "ask", _SEARCHED).stdout


def test_chat_fills_an_empty_store_with_the_sample_and_answers(tmp_path: Path) -> None:
    done = tenkyo(tmp_path, "chat", asked="意見1-2の提出者は誰ですか\nそれに対する回答は？\n\n")
    assert done.returncode == 0, done.stderr
    assert "(株)みぎわシステムズ" in done.stdout
    assert "意見1-2（(株)みぎわシステムズ）は、意見を踏まえて修正する" in done.stdout
    assert "見本文書" in done.stderr


def test_a_cases_file_is_answered_in_one_process(data_dir: Path, tmp_path: Path) -> None:
    cases = tmp_path / "cases.jsonl"
    cases.write_text(
        '{"id": "a", "question": "意見1-2の提出者は誰ですか"}\n'
        '{"id": "b", "question": "それに対する回答は？", '
        '"history": [["意見3-1の提出者は誰ですか", "…"]]}\n',
        encoding="utf-8",
    )
    out = tmp_path / "results.jsonl"
    done = tenkyo(data_dir, "eval", "run", "--cases", cases, "--out", out)
    assert done.returncode == 0, done.stderr
    records = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert [record["id"] for record in records] == ["a", "b"]
    assert records[1]["citations"][0]["comment"] == "3-1"


def test_a_case_without_a_question_is_named(data_dir: Path, tmp_path: Path) -> None:
    cases = tmp_path / "cases.yaml"
    cases.write_text("cases:\n  - id: a\n", encoding="utf-8")
    done = tenkyo(data_dir, "eval", "run", "--cases", cases, "--out", tmp_path / "out.jsonl")
    assert done.returncode == 2
    assert "question" in done.stderr
    assert not (tmp_path / "out.jsonl").exists()


def test_a_cold_question_imports_neither_torch_nor_the_page(data_dir: Path) -> None:
    code = (
        "import sys\n"
        f"sys.argv = ['tenkyo', '--data-dir', {str(data_dir)!r}, 'ask', {_SEARCHED!r}]\n"
        "from ui.terminal import main\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "heavy = {'torch', 'sentence_transformers', 'transformers', 'gradio', 'langchain'}\n"
        "sys.exit('、'.join(sorted(heavy & set(sys.modules))) or None)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
