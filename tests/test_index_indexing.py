import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

import index.session
from index.documents import DocumentKind, UnitKind
from index.embedding import load_embedder
from index.errors import (
    EmbedderMismatchError,
    EmptyStoreError,
    StoreBusyError,
    StoreError,
    UsageError,
)
from index.indexing import index_paths
from index.intake import find_files, with_id
from index.library import Library
from index.locking import writer_lock
from index.parsers import parse
from index.readers import read
from index.reports import FileReport, FileStatus, Stage
from index.session import rebuild
from index.settings import EmbedderSettings, IndexSettings

SAMPLES = Path(__file__).parents[1] / "index" / "samples"
CORPUS = Path(__file__).parents[2] / "shared" / "corpus"
QUIET = index.reports.QuietObserver()


def policy(title: str, *sections: str) -> str:
    parts = [f"{number}. {text}" for number, text in enumerate(sections, start=1)]
    return "\n\n".join([title, *parts]) + "\n"


BUDGET = policy(
    "予算方針（案）",
    "目的\n\nこの方針は、市の予算を分かりやすく示すことを目的とする。",
    "配分\n\n予算は、図書館と公園に半分ずつ配分する。配分は毎年見直す。",
)
TRAINING = policy(
    "訓練方針（案）",
    "目的\n\nこの方針は、避難訓練の進め方を定める。",
    "回数\n\n避難訓練は、毎年3回以上行う。夜間の訓練を1回は含める。",
)


@dataclass
class Recorder:
    """Keeps what an observer is told."""

    events: list[object] = field(default_factory=list)

    def file_started(self, path: Path, number: int, total: int) -> None:
        self.events.append((path.name, number, total))

    def file_finished(self, report: FileReport) -> None:
        self.events.append(report.status)

    def stage(self, stage: Stage) -> None:
        self.events.append(stage)


@pytest.fixture
def settings(tmp_path):
    return IndexSettings(tmp_path / "data")


@pytest.fixture
def folder(tmp_path):
    place = tmp_path / "文書"
    place.mkdir()
    (place / "予算.txt").write_text(BUDGET, encoding="utf-8")
    (place / "訓練.txt").write_text(TRAINING, encoding="utf-8")
    return place


def statuses(report) -> dict[str, FileStatus]:
    return {file.path.name: file.status for file in report.files}


def held(settings) -> list[str]:
    with Library.open(settings) as library:
        return [record.id for record in library.catalog.documents()]


def answer(settings, question: str) -> str:
    with Library.open(settings) as library:
        library.check()
        return library.search(question)[0].passage.text


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


def test_the_same_content_twice_is_indexed_once(settings, folder):
    shutil.copy(folder / "予算.txt", folder / "予算の写し.txt")
    report = index_paths(settings, [folder])
    assert statuses(report)["予算の写し.txt"] is FileStatus.DUPLICATE
    assert "予算.txt" in next(file.reason for file in report.files if file.reason)
    assert len(held(settings)) == 2


def test_content_that_moved_to_a_file_looked_at_earlier_is_not_lost(settings, folder):
    """It is still noted under the later file, which holds something else by now."""
    index_paths(settings, [folder / "訓練.txt"])
    (folder / "予算.txt").write_text(TRAINING, encoding="utf-8")
    (folder / "訓練.txt").write_text(BUDGET, encoding="utf-8")
    assert FileStatus.DUPLICATE not in statuses(index_paths(settings, [folder])).values()
    assert {name.partition("~")[0] for name in held(settings)} == {"予算方針(案)", "訓練方針(案)"}


def test_a_renamed_file_keeps_its_documents(settings, folder):
    index_paths(settings, [folder])
    (folder / "予算.txt").rename(folder / "改名.txt")
    with Library.open(settings) as before:
        report = index_paths(settings, [folder], remove_missing=True)
        assert not before.is_current()
    assert statuses(report)["改名.txt"] is FileStatus.MOVED
    assert report.embedded == 0
    with Library.open(settings) as library:
        assert library.catalog.document("予算方針(案)").path.name == "改名.txt"


def test_two_files_that_swap_their_content_lose_nothing(settings, folder):
    index_paths(settings, [folder])
    (folder / "予算.txt").write_text(TRAINING, encoding="utf-8")
    (folder / "訓練.txt").write_text(BUDGET, encoding="utf-8")
    index_paths(settings, [folder])
    index_paths(settings, [folder])
    assert {name.partition("~")[0] for name in held(settings)} == {"予算方針(案)", "訓練方針(案)"}


def test_two_documents_of_one_title_get_different_ids(settings, folder):
    (folder / "予算改.txt").write_text(BUDGET.replace("半分ずつ", "七対三で"), encoding="utf-8")
    index_paths(settings, [folder])
    assert held(settings) == ["予算方針(案)", "予算方針(案)~2", "訓練方針(案)"]
    with Library.open(settings) as library:
        for unit in library.catalog.units_of("予算方針(案)~2"):
            assert unit.id.startswith("予算方針(案)~2#")
            assert unit.parent is None or unit.parent.startswith("予算方針(案)~2#")
    changed = BUDGET.replace("毎年見直す", "3年ごとに見直す")
    (folder / "予算.txt").write_text(changed, encoding="utf-8")
    index_paths(settings, [folder])
    assert held(settings) == ["予算方針(案)", "予算方針(案)~2", "訓練方針(案)"]


def test_all_references_move_with_an_id():
    (document,) = parse(read(SAMPLES / "strategy.txt"))
    moved = with_id(document, "別の名")
    ids = {unit.id for unit in moved.units}
    markers = {getattr(unit, "marker_unit", None) for unit in moved.units} - {None}
    parents = {unit.parent for unit in moved.units} - {None}
    assert markers
    assert parents
    assert markers | parents <= ids
    assert all(name.startswith("別の名#") for name in ids)
    assert with_id(moved, document.id) == document


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


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the reference corpus is not here")
def test_the_reference_corpus(settings):
    report = index_paths(settings, [CORPUS])
    assert not report.failures
    meetings = {document.meeting for file in report.files for document in file.documents}
    assert {22, 39} <= meetings
    with Library.open(settings) as library:
        library.check()
        assert library.catalog.comment_range().total == 83
