"""One content in several files, files that move, and the ids of documents."""

import shutil

from index.indexing import index_paths
from index.intake import with_id
from index.library import Library
from index.parsers import parse
from index.readers import read
from index.reports import FileStatus
from tests.helpers.folders import SAMPLES
from tests.helpers.made_policies import BUDGET, TRAINING, held, statuses


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
