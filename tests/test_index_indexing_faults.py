"""Another embedder, damage, a full disk and a second writer: what a run then does."""

import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

import index.session
from index.embedding import load_embedder
from index.errors import (
    EmbedderMismatchError,
    EmptyStoreError,
    StoreBusyError,
    StoreError,
)
from index.indexing import index_paths
from index.library import Library
from index.locking import writer_lock
from index.reports import FileStatus, Stage
from index.session import rebuild
from index.settings import EmbedderSettings, IndexSettings
from tests.helpers.made_policies import BUDGET, Recorder, answer, statuses

QUIET = index.reports.QuietObserver()


def test_another_embedder_is_refused_by_a_search_and_adopted_by_the_next_run(settings, folder):
    index_paths(settings, [folder])
    other = replace(settings, embedder=EmbedderSettings(passage_prefix="文書: "))
    with (
        Library.open(other) as library,
        pytest.raises(EmbedderMismatchError, match="tenkyo index --rebuild"),
    ):
        library.search("予算")
    recorder = Recorder()
    report = index_paths(other, [folder / "予算.txt"], observer=recorder)
    assert Stage.EMBEDDING in recorder.events
    assert set(statuses(report).values()) == {FileStatus.UNCHANGED}
    assert "3回以上" in answer(other, "避難訓練は毎年何回行うか")
    with Library.open(settings) as library, pytest.raises(EmbedderMismatchError):
        library.search("予算")


def test_rebuilding_adopts_the_configured_embedder(settings, folder):
    index_paths(settings, [folder])
    other = replace(settings, embedder=EmbedderSettings(passage_prefix="文書: "))
    assert rebuild(other, QUIET).generation == 2
    with Library.open(other) as library:
        embedder = load_embedder(other.embedder)
        chunks = library.catalog.chunk_rows(library.catalog.chunk_ids())
        vectors = embedder.embed_passages(
            ["\n".join((*row.chunk.heading_path, row.chunk.text)) for row in chunks]
        )
        for row, vector in zip(chunks, vectors, strict=True):
            assert row.embedding.vector @ vector == pytest.approx(1, abs=1e-5)


def test_rebuilding_mends_damaged_search_indexes(settings, folder):
    index_paths(settings, [folder])
    (damaged,) = settings.data_dir.rglob("data_level0.bin")
    os.truncate(damaged, 10)
    with (
        Library.open(settings) as library,
        pytest.raises(StoreError, match="tenkyo index --rebuild"),
    ):
        library.search("予算")
    rebuild(settings, QUIET)
    assert "半分ずつ" in answer(settings, "予算の配分")


def test_an_index_that_was_deleted_comes_back_with_the_next_run(settings, folder):
    index_paths(settings, [folder])
    shutil.rmtree(settings.data_dir / "generations")
    report = index_paths(settings, [folder])
    assert report.generation == 2
    assert "半分ずつ" in answer(settings, "予算の配分")


def test_nothing_to_rebuild(settings):
    with pytest.raises(EmptyStoreError):
        rebuild(settings, QUIET)


def test_a_failure_while_building_leaves_all_as_it_was(settings, folder, monkeypatch):
    index_paths(settings, [folder])
    (folder / "予算.txt").write_text(BUDGET.replace("半分", "三割"), encoding="utf-8")

    def no_space(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("index.stores.generations.sync_folder", no_space)
    with pytest.raises(StoreError, match="空き容量"):
        index_paths(settings, [folder])
    monkeypatch.undo()
    assert "半分" in answer(settings, "予算の配分")
    assert index_paths(settings, [folder]).generation == 2
    assert "三割" in answer(settings, "予算の配分")


def test_a_second_writer_is_told_which_process_writes(settings, folder):
    with writer_lock(settings.data_dir), pytest.raises(StoreBusyError, match=str(os.getpid())):
        index_paths(settings, [folder])
    index_paths(settings, [folder])


def test_a_writer_in_another_process_is_named(settings, folder):
    hold = (
        "import sys, time; from pathlib import Path; from index.locking import writer_lock\n"
        "with writer_lock(Path(sys.argv[1])): print('held', flush=True); time.sleep(60)"
    )
    with subprocess.Popen(
        [sys.executable, "-c", hold, str(settings.data_dir)],
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parents[1],
    ) as holder:
        assert holder.stdout is not None
        holder.stdout.readline()
        with pytest.raises(StoreBusyError, match=f"プロセス {holder.pid} "):
            index_paths(settings, [folder])
        holder.kill()
    assert index_paths(settings, [folder]).documents == 2


def test_a_data_directory_that_cannot_be_written(tmp_path, folder):
    (tmp_path / "data").write_text("a file stands where the directory should be")
    with pytest.raises(StoreError, match="書き込めません"):
        index_paths(IndexSettings(tmp_path / "data"), [folder])
