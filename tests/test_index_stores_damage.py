"""Search indexes that are damaged, or lack what the catalog holds, are found out."""

import os
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from index.errors import StoreError
from index.stores.interface import Changes
from index.stores.manifest import MANIFEST_FILE, damaged_files, read_manifest
from tests.helpers.made_entries import Source, entry, fresh


def test_changes_that_do_not_lead_to_the_catalog_are_not_trusted(search_store):
    old = Source.of(map(entry, range(50)))
    search_store.add(1, fresh(old), old)
    new = Source.of(map(entry, range(10, 60)))
    search_store.add(2, Changes(1, ("文書#0@1",), ("文書#55@1",), "版"), new)
    search_store.check(2, new)


@pytest.mark.parametrize("name", ["data_level0.bin", "meta.json", "chroma.sqlite3", MANIFEST_FILE])
def test_a_damaged_base_is_not_used(search_store, tmp_path, name):
    source = Source.of(map(entry, range(30)))
    search_store.add(1, fresh(source), source)
    truncate(tmp_path / "gen-1", name)
    search_store.add(2, Changes(1, (), (), "版"), source)
    search_store.check(2, source)


def truncate(generation: Path, name: str) -> Path:
    (path,) = generation.rglob(name)
    os.truncate(path, path.stat().st_size // 2)
    return path


@pytest.mark.parametrize(
    "name",
    [
        *("data_level0.bin", "link_lists.bin", "length.bin", "header.bin"),
        *("index_metadata.pickle", "meta.json", MANIFEST_FILE),
    ],
)
def test_a_file_cut_short_is_found_before_it_is_opened(search_store, tmp_path, name):
    """Chroma ends the whole process over some of them."""
    source = Source.of(map(entry, range(300)))
    search_store.add(1, fresh(source), source)
    truncate(tmp_path / "gen-1", name)
    with pytest.raises(StoreError, match="tenkyo index --rebuild"):
        search_store.open(1)
    with pytest.raises(StoreError, match="tenkyo index --rebuild"):
        search_store.check(1, source)


def test_a_byte_changed_in_place_is_found(search_store, tmp_path):
    source = Source.of(map(entry, range(30)))
    search_store.add(1, fresh(source), source)
    (path,) = (tmp_path / "gen-1").rglob("data_level0.bin")
    data = bytearray(path.read_bytes())
    data[1000] ^= 0xFF
    path.write_bytes(data)
    with pytest.raises(StoreError, match="data_level0"):
        search_store.open(1)


def test_a_damaged_database_of_the_vectors_is_named(search_store, tmp_path):
    source = Source.of(map(entry, range(300)))
    search_store.add(1, fresh(source), source)
    truncate(tmp_path / "gen-1", "chroma.sqlite3")
    with pytest.raises(StoreError, match="tenkyo index --rebuild"):
        search_store.check(1, source)


def test_a_generation_that_lacks_rows_of_the_catalog_is_found(search_store):
    source = Source.of(map(entry, range(20)))
    search_store.add(1, fresh(source), source)
    more = Source.of(map(entry, range(21)))
    with pytest.raises(StoreError, match="語 1件、ベクトル 1件"):
        search_store.check(1, more)


def test_a_generation_of_other_vectors_is_found(search_store):
    """In a small index every row is among the first 100, whatever its vector is."""
    source = Source.of(map(entry, range(20)))
    search_store.add(1, fresh(source), source)
    other = replace(entry(3), vector=entry(99).vector)
    with pytest.raises(StoreError, match="見つからないベクトル 1件"):
        search_store.check(1, Source({**source.held, other.chunk_id: other}))


def test_a_generation_that_is_not_there(search_store):
    assert search_store.recipe(7) is None
    with pytest.raises(StoreError, match="gen-7"):
        search_store.open(7)


def test_a_half_built_folder_of_a_killed_run_is_built_over(search_store, tmp_path):
    source = Source.of(map(entry, range(5)))
    search_store.add(1, fresh(source), source)
    shutil.copytree(tmp_path / "gen-1" / "words", tmp_path / "gen-2" / "words")
    search_store.add(2, Changes(1, (), (), "版"), source)
    search_store.check(2, source)


def test_a_manifest_names_what_is_missing(search_store, tmp_path):
    source = Source.of([entry(1)])
    search_store.add(1, fresh(source), source)
    folder = tmp_path / "gen-1"
    manifest = read_manifest(folder)
    assert damaged_files(folder, manifest) == ()
    (folder / "words" / "meta.json").unlink()
    assert damaged_files(folder, manifest) == ("words/meta.json",)
    (folder / MANIFEST_FILE).write_text("{}")
    with pytest.raises(ValueError, match="manifest"):
        read_manifest(folder)
