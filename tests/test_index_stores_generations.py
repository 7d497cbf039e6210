import hashlib
import os
import shutil
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
import pytest

from index.errors import StoreError
from index.stores.durable import copy_folder
from index.stores.generations import LocalSearchStore
from index.stores.interface import Changes, IndexEntry, VectorBatch
from index.stores.manifest import MANIFEST_FILE, damaged_files, read_manifest

DIMENSION = 16
WORDS = ("予算", "人材", "訓練", "報告", "戦略", "暗号")


def entry(number: int, *, vector: bool = True, words: tuple[str, ...] = ()) -> IndexEntry:
    generator = np.random.default_rng(number)
    row = generator.normal(size=DIMENSION).astype(np.float32)
    return IndexEntry(
        chunk_id=f"文書#{number}@1",
        unit_id=f"文書#{number}",
        vector=row / np.linalg.norm(row) if vector else None,
        heading=("見出し",),
        body=words or (WORDS[number % len(WORDS)], f"語{number}"),
        names=(f"名{number}",),
    )


@dataclass
class Source:
    """A catalog of made-up entries."""

    held: dict[str, IndexEntry] = field(default_factory=dict)

    @classmethod
    def of(cls, entries: Iterable[IndexEntry]) -> "Source":
        return cls({its.chunk_id: its for its in entries})

    def chunk_ids(self) -> frozenset[str]:
        return frozenset(self.held)

    def entries(self, chunk_ids: Iterable[str]) -> Iterator[IndexEntry]:
        return (self.held[chunk_id] for chunk_id in chunk_ids)

    def vectors(self) -> Iterator[VectorBatch]:
        found = [its for its in self.held.values() if its.vector is not None]
        for start in range(0, len(found), 1_000):
            page = found[start : start + 1_000]
            yield VectorBatch(
                [its.chunk_id for its in page], np.stack([its.vector for its in page])
            )


def fresh(source: Source, recipe: str = "版") -> Changes:
    return Changes(None, (), tuple(source.chunk_ids()), recipe)


def content(folder: Path) -> dict[str, str]:
    """Hashes of a generation's files, but for the one that asking changes."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file() and path.name != "chroma.sqlite3"
    }


@pytest.fixture
def store(tmp_path):
    return LocalSearchStore(tmp_path)


@pytest.mark.parametrize("count", [0, 1, 2, 99, 101, 1_500])
def test_a_generation_of_any_size_holds_what_the_catalog_holds(store, count):
    source = Source.of(map(entry, range(count)))
    store.add(1, fresh(source), source)
    store.check(1, source)
    with closing(store.open(1)) as index:
        for its in list(source.held.values())[:5]:
            assert index.by_vector(its.vector, 3)[0].chunk_id == its.chunk_id
            assert index.by_words((its.body[1],), 3)[0].chunk_id == its.chunk_id
        assert len(index.by_vector(entry(0).vector, 10)) == min(count, 10)


def test_asking_writes_to_no_file_of_the_indexes(store, tmp_path):
    """Rows short of the sync threshold were indexed by whoever asked first, on disk."""
    source = Source.of(map(entry, range(250)))
    store.add(1, fresh(source), source)
    before = content(tmp_path / "gen-1")
    with closing(store.open(1)) as index:
        index.by_vector(entry(3).vector, 100)
        index.by_words(("予算",), 100)
    assert content(tmp_path / "gen-1") == before


def test_the_next_generation_takes_over_all_but_the_changes(store, tmp_path):
    old = Source.of(map(entry, range(300)))
    store.add(1, fresh(old), old)
    before = content(tmp_path / "gen-1")
    changed = entry(5, words=("改めた",))
    kept = [its for its in old.held.values() if its.chunk_id not in ("文書#5@1", "文書#6@1")]
    new = Source.of([*kept, changed, entry(900)])
    removed = ("文書#5@1", "文書#6@1")
    store.add(2, Changes(1, removed, ("文書#5@1", "文書#900@1"), "版"), new)
    store.check(2, new)
    with closing(store.open(2)) as index:
        assert [hit.chunk_id for hit in index.by_words(("改めた",), 5)] == ["文書#5@1"]
        assert index.by_words(("語6",), 5) == ()
        assert index.by_vector(entry(900).vector, 1)[0].chunk_id == "文書#900@1"
    assert content(tmp_path / "gen-1") == before
    with closing(store.open(1)) as index:
        assert [hit.chunk_id for hit in index.by_words(("語6",), 5)] == ["文書#6@1"]


def test_changes_that_do_not_lead_to_the_catalog_are_not_trusted(store):
    old = Source.of(map(entry, range(50)))
    store.add(1, fresh(old), old)
    new = Source.of(map(entry, range(10, 60)))
    store.add(2, Changes(1, ("文書#0@1",), ("文書#55@1",), "版"), new)
    store.check(2, new)


def test_a_base_of_another_recipe_is_not_used(store):
    old = Source.of(entry(number, words=("古い",)) for number in range(5))
    store.add(1, fresh(old, "旧版"), old)
    new = Source.of(entry(number, words=("新しい",)) for number in range(5))
    store.add(2, Changes(1, (), (), "新版"), new)
    with closing(store.open(2)) as index:
        assert index.by_words(("古い",), 5) == ()
        assert len(index.by_words(("新しい",), 5)) == 5


@pytest.mark.parametrize("name", ["data_level0.bin", "meta.json", "chroma.sqlite3", MANIFEST_FILE])
def test_a_damaged_base_is_not_used(store, tmp_path, name):
    source = Source.of(map(entry, range(30)))
    store.add(1, fresh(source), source)
    truncate(tmp_path / "gen-1", name)
    store.add(2, Changes(1, (), (), "版"), source)
    store.check(2, source)


def test_a_chunk_without_vector_is_found_by_words_only(store):
    source = Source.of([entry(1), entry(2, vector=False)])
    store.add(1, fresh(source), source)
    store.check(1, source)
    with closing(store.open(1)) as index:
        assert [hit.chunk_id for hit in index.by_vector(entry(2).vector, 5)] == ["文書#1@1"]
        assert [hit.chunk_id for hit in index.by_words(("語2",), 5)] == ["文書#2@1"]


def test_two_hundred_equal_vectors_are_no_fault(store):
    """A row is not within the first 100 for its vector where more rows have the same."""
    one = entry(0).vector
    source = Source.of(
        IndexEntry(f"文書#{number}@1", f"文書#{number}", one, (), ("同文",), ())
        for number in range(200)
    )
    store.add(1, fresh(source), source)
    store.check(1, source)


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
def test_a_file_cut_short_is_found_before_it_is_opened(store, tmp_path, name):
    """Chroma ends the whole process over some of them."""
    source = Source.of(map(entry, range(300)))
    store.add(1, fresh(source), source)
    truncate(tmp_path / "gen-1", name)
    with pytest.raises(StoreError, match="tenkyo index --rebuild"):
        store.open(1)
    with pytest.raises(StoreError, match="tenkyo index --rebuild"):
        store.check(1, source)


def test_a_byte_changed_in_place_is_found(store, tmp_path):
    source = Source.of(map(entry, range(30)))
    store.add(1, fresh(source), source)
    (path,) = (tmp_path / "gen-1").rglob("data_level0.bin")
    data = bytearray(path.read_bytes())
    data[1000] ^= 0xFF
    path.write_bytes(data)
    with pytest.raises(StoreError, match="data_level0"):
        store.open(1)


def test_a_damaged_database_of_the_vectors_is_named(store, tmp_path):
    source = Source.of(map(entry, range(300)))
    store.add(1, fresh(source), source)
    truncate(tmp_path / "gen-1", "chroma.sqlite3")
    with pytest.raises(StoreError, match="tenkyo index --rebuild"):
        store.check(1, source)


def test_a_generation_that_lacks_rows_of_the_catalog_is_found(store):
    source = Source.of(map(entry, range(20)))
    store.add(1, fresh(source), source)
    more = Source.of(map(entry, range(21)))
    with pytest.raises(StoreError, match="語 1件、ベクトル 1件"):
        store.check(1, more)


def test_a_generation_of_other_vectors_is_found(store):
    """In a small index every row is among the first 100, whatever its vector is."""
    source = Source.of(map(entry, range(20)))
    store.add(1, fresh(source), source)
    other = replace(entry(3), vector=entry(99).vector)
    with pytest.raises(StoreError, match="見つからないベクトル 1件"):
        store.check(1, Source({**source.held, other.chunk_id: other}))


def test_a_generation_that_is_not_there(store):
    assert store.recipe(7) is None
    with pytest.raises(StoreError, match="gen-7"):
        store.open(7)


def test_only_the_generations_asked_for_are_kept(store, tmp_path):
    source = Source.of([entry(1)])
    for number in (1, 2, 3):
        store.add(number, fresh(source), source)
    store.retain({2, 3})
    assert sorted(path.name for path in tmp_path.iterdir()) == ["gen-2", "gen-3"]


def test_a_half_built_folder_of_a_killed_run_is_built_over(store, tmp_path):
    source = Source.of(map(entry, range(5)))
    store.add(1, fresh(source), source)
    shutil.copytree(tmp_path / "gen-1" / "words", tmp_path / "gen-2" / "words")
    store.add(2, Changes(1, (), (), "版"), source)
    store.check(2, source)


def test_words_count_where_they_stand_and_only_within_the_units_given(store):
    source = Source.of(
        [
            IndexEntry("甲#1@1", "甲#1", None, ("訓練",), ("本文",), ()),
            IndexEntry("甲#2@1", "甲#2", None, (), ("訓練", "本文"), ()),
            IndexEntry("乙#1@1", "乙#1", None, (), ("本文",), ("訓練",)),
            IndexEntry("乙#2@1", "乙#2", None, (), ("本文",), ()),
        ]
    )
    store.add(1, fresh(source), source)
    with closing(store.open(1)) as index:
        found = {hit.chunk_id for hit in index.by_words(("訓練",), 10)}
        assert found == {"甲#1@1", "甲#2@1", "乙#1@1"}
        only = index.by_words(("訓練", "本文"), 10, within={"乙#1", "乙#2", "丙#1"})
        assert [hit.chunk_id for hit in only] == ["乙#1@1", "乙#2@1"]
        assert index.by_words((), 10) == ()
        assert index.by_words(("訓練",), 10, within=()) == ()


def test_how_frequent_a_word_is_never_passes_one(store):
    """Removed chunks are still counted, so that all may have been more than there are."""
    old = Source.of(entry(number, words=("どこにも",)) for number in range(12))
    store.add(1, fresh(old), old)
    new = Source.of([entry(0, words=("どこにも", "一度"))] + [entry(n) for n in range(1, 4)])
    removed = tuple(old.chunk_ids())
    store.add(2, Changes(1, removed, tuple(new.chunk_ids()), "版"), new)
    with closing(store.open(2)) as index:
        everywhere, once, never = index.frequencies(("見出し", "一度", "ない"))
    assert everywhere == 1.0
    assert once == 0.25
    assert never == 0.0


def test_a_word_that_holds_a_mark_of_the_query_language_is_only_a_word(store):
    source = Source.of([entry(1, words=("5.2.3(1)ii", "27-2", 'a"b:c*'))])
    store.add(1, fresh(source), source)
    with closing(store.open(1)) as index:
        for word in source.held["文書#1@1"].body:
            assert len(index.by_words((word,), 10)) == 1
        assert index.by_words(("5.2.3",), 10) == ()


def test_a_database_is_copied_whole_while_another_writes_to_it(tmp_path):
    """Who opens a Chroma folder writes a row into its database, if only to ask."""
    source, target = tmp_path / "a", tmp_path / "b"
    source.mkdir()
    with closing(sqlite3.connect(source / "x.sqlite3")) as database:
        database.execute("CREATE TABLE t (v)")
        database.execute("INSERT INTO t VALUES (1)")
        database.commit()
        database.execute("INSERT INTO t VALUES (2)")
        copy_folder(source, target)
        database.rollback()
    with closing(sqlite3.connect(target / "x.sqlite3")) as copy:
        assert copy.execute("SELECT v FROM t").fetchall() == [(1,)]


def test_a_manifest_names_what_is_missing(store, tmp_path):
    source = Source.of([entry(1)])
    store.add(1, fresh(source), source)
    folder = tmp_path / "gen-1"
    manifest = read_manifest(folder)
    assert damaged_files(folder, manifest) == ()
    (folder / "words" / "meta.json").unlink()
    assert damaged_files(folder, manifest) == ("words/meta.json",)
    (folder / MANIFEST_FILE).write_text("{}")
    with pytest.raises(ValueError, match="manifest"):
        read_manifest(folder)
