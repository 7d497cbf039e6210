"""Which files go into the store, which stay in it, and which are told to be at fault."""

import shutil

import pytest

from index.documents import DocumentKind, UnitKind
from index.errors import (
    EmptyStoreError,
    UsageError,
)
from index.indexing import index_paths
from index.intake import find_files
from index.library import Library
from index.reports import FileStatus, Stage
from tests.helpers.folders import CORPUS, SAMPLES
from tests.helpers.made_policies import BUDGET, Recorder, answer, held, statuses


def test_new_files_go_in_and_the_same_again_changes_nothing(settings, folder):
    first = index_paths(settings, [folder])
    assert statuses(first) == {"予算.txt": FileStatus.ADDED, "訓練.txt": FileStatus.ADDED}
    assert (first.documents, first.generation, first.embedded) == (2, 1, first.chunks)
    assert held(settings) == ["予算方針(案)", "訓練方針(案)"]
    again = index_paths(settings, [folder])
    assert set(statuses(again).values()) == {FileStatus.UNCHANGED}
    assert (again.generation, again.embedded) == (1, 0)
    assert answer(settings, "避難訓練は毎年何回行うか").startswith("2. 回数")


def test_what_was_found_in_each_file_is_reported(settings):
    report = index_paths(settings, [SAMPLES / "minutes-01.txt"])
    (file,) = report.files
    (minutes,) = file.documents
    assert (minutes.kind, minutes.meeting) == (DocumentKind.MINUTES, 5)
    counts = {entry.kind: entry.count for entry in minutes.units}
    assert counts[UnitKind.UTTERANCE] > 10
    assert counts[UnitKind.ROSTER_ENTRY] > 10
    assert sum(entry.count for entry in minutes.repairs) > 0


def test_a_changed_file_replaces_what_it_said(settings, folder):
    index_paths(settings, [folder])
    changed = BUDGET.replace("図書館と公園に半分ずつ", "図書館と学校に三分の一ずつ")
    (folder / "予算.txt").write_text(changed, encoding="utf-8")
    report = index_paths(settings, [folder])
    assert statuses(report)["予算.txt"] is FileStatus.REPLACED
    assert (report.embedded, report.generation) == (1, 2)
    assert "三分の一" in answer(settings, "予算の配分")
    with Library.open(settings) as library:
        assert all(
            "半分" not in hit.passage.text for hit in library.search("予算の配分 公園に半分")
        )


def test_a_file_that_is_gone_stays_until_it_is_asked_to_go(settings, folder):
    index_paths(settings, [folder])
    (folder / "訓練.txt").unlink()
    index_paths(settings, [folder])
    assert len(held(settings)) == 2
    report = index_paths(settings, [folder], remove_missing=True)
    assert statuses(report)["訓練.txt"] is FileStatus.REMOVED
    assert held(settings) == ["予算方針(案)"]
    assert "避難訓練" not in answer(settings, "避難訓練は毎年何回行うか")


def test_only_what_came_from_the_paths_given_is_removed(settings, folder, tmp_path):
    other = tmp_path / "別"
    other.mkdir()
    shutil.move(folder / "訓練.txt", other / "訓練.txt")
    index_paths(settings, [folder, other])
    (other / "訓練.txt").unlink()
    assert statuses(index_paths(settings, [folder], remove_missing=True)) == {
        "予算.txt": FileStatus.UNCHANGED
    }
    shutil.rmtree(other)
    report = index_paths(settings, [other], remove_missing=True)
    assert statuses(report) == {"訓練.txt": FileStatus.REMOVED}


def test_removing_the_last_document_empties_the_store(settings, folder):
    index_paths(settings, [folder / "予算.txt"])
    (folder / "予算.txt").unlink()
    index_paths(settings, [folder / "予算.txt"], remove_missing=True)
    with pytest.raises(EmptyStoreError, match="tenkyo index"):
        Library.open(settings)


def test_a_file_that_cannot_be_read_is_reported_and_the_others_go_in(settings, folder):
    (folder / "壊れ.pdf").write_bytes(b"%PDF-1.7\nbroken")
    (folder / "空.txt").write_bytes(b"")
    report = index_paths(settings, [folder])
    assert {file.path.name for file in report.failures} == {"壊れ.pdf", "空.txt"}
    assert all(file.path.name in file.reason for file in report.failures)
    assert len(held(settings)) == 2


def test_what_was_indexed_of_a_file_stays_when_it_becomes_unreadable(settings, folder):
    index_paths(settings, [folder])
    (folder / "訓練.txt").write_bytes(b"\xff\xfe\x00\x80" * 40)
    report = index_paths(settings, [folder], remove_missing=True)
    assert statuses(report)["訓練.txt"] is FileStatus.FAILED
    assert len(held(settings)) == 2
    assert "3回以上" in answer(settings, "避難訓練は毎年何回行うか")


def test_a_first_run_in_which_every_file_fails_leaves_an_empty_store(settings, tmp_path):
    (tmp_path / "空.txt").write_bytes(b"")
    report = index_paths(settings, [tmp_path / "空.txt"])
    assert (len(report.failures), report.documents, report.chunks) == (1, 0, 0)
    with pytest.raises(EmptyStoreError):
        Library.open(settings)


def test_folders_are_walked_and_what_is_no_document_is_passed_over(tmp_path):
    for name in ("a.txt", "b.md", "下/c.TXT", ".隠し.txt", ".git/d.txt", "e.csv", "f.png"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    (tmp_path / "拡張子なし").write_bytes(b"%PDF-1.4 ...")
    found = [path.relative_to(tmp_path).as_posix() for path in find_files([tmp_path])]
    assert found == sorted(["a.txt", "b.md", "下/c.TXT", "拡張子なし"])
    assert len(find_files([tmp_path / "e.csv", tmp_path, tmp_path / "a.txt"])) == 5


def test_a_path_that_does_not_exist_is_a_usage_error(settings, tmp_path):
    with pytest.raises(UsageError, match="ない場所"):
        index_paths(settings, [tmp_path / "ない場所"])
    assert not settings.data_dir.exists()


def test_an_observer_hears_of_each_file_and_stage(settings, folder):
    recorder = Recorder()
    index_paths(settings, [folder], observer=recorder)
    added = FileStatus.ADDED
    files = [("予算.txt", 1, 2), added, ("訓練.txt", 2, 2), added]
    assert recorder.events == [*files, Stage.BUILDING, Stage.SAVING]


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the reference corpus is not here")
def test_the_reference_corpus(settings):
    report = index_paths(settings, [CORPUS])
    assert not report.failures
    meetings = {document.meeting for file in report.files for document in file.documents}
    assert {22, 39} <= meetings
    with Library.open(settings) as library:
        library.check()
        assert library.catalog.comment_range().total == 83
