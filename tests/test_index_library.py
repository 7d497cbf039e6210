"""A library that is open while others index: what it answers from, and what it loads."""

import subprocess
import sys
from pathlib import Path

import pytest

from index.errors import (
    StoreError,
)
from index.indexing import index_paths
from index.library import Library
from tests.helpers.made_policies import BUDGET


def test_the_last_generation_but_one_is_kept_for_readers(settings, folder):
    for number in range(4):
        changed = BUDGET.replace("毎年", f"{number + 2}年ごとに")
        (folder / "予算.txt").write_text(changed, encoding="utf-8")
        index_paths(settings, [folder])
    kept = sorted(path.name for path in (settings.data_dir / "generations").iterdir())
    assert kept == ["gen-3", "gen-4"]


def test_a_library_that_is_open_answers_as_before_until_it_is_refreshed(settings, folder):
    index_paths(settings, [folder])
    with Library.open(settings) as library:
        assert library.refreshed() is library
        before = library.search("予算の配分")
        changed = BUDGET.replace("半分ずつ", "七対三で")
        (folder / "予算.txt").write_text(changed, encoding="utf-8")
        index_paths(settings, [folder])
        assert library.search("予算の配分") == before
        assert "半分ずつ" in library.catalog.source_text("予算方針(案)").text
        with library.refreshed() as refreshed:
            assert refreshed is not library
            assert "七対三で" in refreshed.search("予算の配分")[0].passage.text


def test_a_library_opened_just_before_a_run_searches_the_old_generation(settings, folder):
    index_paths(settings, [folder])
    with Library.open(settings) as library:
        (folder / "予算.txt").write_text(BUDGET.replace("半分", "三割"), encoding="utf-8")
        index_paths(settings, [folder])
        assert "半分" in library.search("予算の配分")[0].passage.text


def test_a_library_overtaken_twice_says_so(settings, folder):
    index_paths(settings, [folder])
    with Library.open(settings) as library:
        for share in ("三割", "四割"):
            (folder / "予算.txt").write_text(BUDGET.replace("半分", share), encoding="utf-8")
            index_paths(settings, [folder])
        with pytest.raises(StoreError, match="もう一度実行"):
            library.search("予算の配分")


def test_opening_needs_no_heavy_library(settings, folder):
    index_paths(settings, [folder])
    script = (
        "import sys; from pathlib import Path\n"
        "from index.library import Library; from index.settings import IndexSettings\n"
        "library = Library.open(IndexSettings(Path(sys.argv[1])))\n"
        "assert library.catalog.documents()\n"
        "heavy = {'chromadb', 'tantivy', 'tokenizers', 'sudachipy', 'torch', 'pypdf'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script, str(settings.data_dir)],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[1],
    )
    assert ran.stdout.strip() == "[]"
