"""A generation of the search indexes: built from the catalog or the one before, then searched."""

import hashlib
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from index.stores.durable import copy_folder
from index.stores.interface import Changes, IndexEntry
from tests.helpers.made_entries import Source, entry, fresh


def content(folder: Path) -> dict[str, str]:
    """Hashes of a generation's files, but for the one that asking changes."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file() and path.name != "chroma.sqlite3"
    }


@pytest.mark.parametrize("count", [0, 1, 2, 99, 101, 1_500])
def test_a_generation_of_any_size_holds_what_the_catalog_holds(search_store, count):
    source = Source.of(map(entry, range(count)))
    search_store.add(1, fresh(source), source)
    search_store.check(1, source)
    with closing(search_store.open(1)) as index:
        for its in list(source.held.values())[:5]:
            assert index.by_vector(its.vector, 3)[0].chunk_id == its.chunk_id
            assert index.by_words((its.body[1],), 3)[0].chunk_id == its.chunk_id
        assert len(index.by_vector(entry(0).vector, 10)) == min(count, 10)


def test_asking_writes_to_no_file_of_the_indexes(search_store, tmp_path):
    """Rows short of the sync threshold were indexed by whoever asked first, on disk."""
    source = Source.of(map(entry, range(250)))
    search_store.add(1, fresh(source), source)
    before = content(tmp_path / "gen-1")
    with closing(search_store.open(1)) as index:
        index.by_vector(entry(3).vector, 100)
        index.by_words(("予算",), 100)
    assert content(tmp_path / "gen-1") == before


def test_the_next_generation_takes_over_all_but_the_changes(search_store, tmp_path):
    old = Source.of(map(entry, range(300)))
    search_store.add(1, fresh(old), old)
    before = content(tmp_path / "gen-1")
    changed = entry(5, words=("改めた",))
    kept = [its for its in old.held.values() if its.chunk_id not in ("文書#5@1", "文書#6@1")]
    new = Source.of([*kept, changed, entry(900)])
    removed = ("文書#5@1", "文書#6@1")
    search_store.add(2, Changes(1, removed, ("文書#5@1", "文書#900@1"), "版"), new)
    search_store.check(2, new)
    with closing(search_store.open(2)) as index:
        assert [hit.chunk_id for hit in index.by_words(("改めた",), 5)] == ["文書#5@1"]
        assert index.by_words(("語6",), 5) == ()
        assert index.by_vector(entry(900).vector, 1)[0].chunk_id == "文書#900@1"
    assert content(tmp_path / "gen-1") == before
    with closing(search_store.open(1)) as index:
        assert [hit.chunk_id for hit in index.by_words(("語6",), 5)] == ["文書#6@1"]


def test_a_base_of_another_recipe_is_not_used(search_store):
    old = Source.of(entry(number, words=("古い",)) for number in range(5))
    search_store.add(1, fresh(old, "旧版"), old)
    new = Source.of(entry(number, words=("新しい",)) for number in range(5))
    search_store.add(2, Changes(1, (), (), "新版"), new)
    with closing(search_store.open(2)) as index:
        assert index.by_words(("古い",), 5) == ()
        assert len(index.by_words(("新しい",), 5)) == 5


def test_a_chunk_without_vector_is_found_by_words_only(search_store):
    source = Source.of([entry(1), entry(2, vector=False)])
    search_store.add(1, fresh(source), source)
    search_store.check(1, source)
    with closing(search_store.open(1)) as index:
        assert [hit.chunk_id for hit in index.by_vector(entry(2).vector, 5)] == ["文書#1@1"]
        assert [hit.chunk_id for hit in index.by_words(("語2",), 5)] == ["文書#2@1"]


def test_two_hundred_equal_vectors_are_no_fault(search_store):
    """A row is not within the first 100 for its vector where more rows have the same."""
    one = entry(0).vector
    source = Source.of(
        IndexEntry(f"文書#{number}@1", f"文書#{number}", one, (), ("同文",), ())
        for number in range(200)
    )
    search_store.add(1, fresh(source), source)
    search_store.check(1, source)


def test_only_the_generations_asked_for_are_kept(search_store, tmp_path):
    source = Source.of([entry(1)])
    for number in (1, 2, 3):
        search_store.add(number, fresh(source), source)
    search_store.retain({2, 3})
    assert sorted(path.name for path in tmp_path.iterdir()) == ["gen-2", "gen-3"]


def test_words_count_where_they_stand_and_only_within_the_units_given(search_store):
    source = Source.of(
        [
            IndexEntry("甲#1@1", "甲#1", None, ("訓練",), ("本文",), ()),
            IndexEntry("甲#2@1", "甲#2", None, (), ("訓練", "本文"), ()),
            IndexEntry("乙#1@1", "乙#1", None, (), ("本文",), ("訓練",)),
            IndexEntry("乙#2@1", "乙#2", None, (), ("本文",), ()),
        ]
    )
    search_store.add(1, fresh(source), source)
    with closing(search_store.open(1)) as index:
        found = {hit.chunk_id for hit in index.by_words(("訓練",), 10)}
        assert found == {"甲#1@1", "甲#2@1", "乙#1@1"}
        only = index.by_words(("訓練", "本文"), 10, within={"乙#1", "乙#2", "丙#1"})
        assert [hit.chunk_id for hit in only] == ["乙#1@1", "乙#2@1"]
        assert index.by_words((), 10) == ()
        assert index.by_words(("訓練",), 10, within=()) == ()


def test_how_frequent_a_word_is_never_passes_one(search_store):
    """Removed chunks are still counted, so that all may have been more than there are."""
    old = Source.of(entry(number, words=("どこにも",)) for number in range(12))
    search_store.add(1, fresh(old), old)
    new = Source.of([entry(0, words=("どこにも", "一度"))] + [entry(n) for n in range(1, 4)])
    removed = tuple(old.chunk_ids())
    search_store.add(2, Changes(1, removed, tuple(new.chunk_ids()), "版"), new)
    with closing(search_store.open(2)) as index:
        everywhere, once, never = index.frequencies(("見出し", "一度", "ない"))
    assert everywhere == 1.0
    assert once == 0.25
    assert never == 0.0


def test_a_word_that_holds_a_mark_of_the_query_language_is_only_a_word(search_store):
    source = Source.of([entry(1, words=("5.2.3(1)ii", "27-2", 'a"b:c*'))])
    search_store.add(1, fresh(source), source)
    with closing(search_store.open(1)) as index:
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
