import threading
from contextlib import closing
from dataclasses import replace

import numpy as np
import pytest

from index.chunk_cache import ChunkCache
from index.documents import UnitKind
from index.embedding import load_embedder
from index.indexing import index_paths
from index.library import Library
from index.search import FOREIGN, JAPANESE, Searcher
from index.settings import EmbedderSettings, IndexSettings
from index.stores.generations import search_store
from tests.helpers.folders import SAMPLES

QUESTIONS = (
    "迷惑電話防止機器を何台に増やすのか",
    "訓練で開封率より大切な指標は何か",
    "職員の研修",
    "重大な事案は何時間以内に報告するのか",
    "How many call-blocking devices are planned?",
)


class WithoutTokens:
    """The shipped embedder, as if it had no token table."""

    late_interaction = None

    def __init__(self) -> None:
        self._embedder = load_embedder(EmbedderSettings())
        self.name = "without-tokens"
        self.dimension = self._embedder.dimension
        self.fingerprint = self._embedder.fingerprint
        self.embed_passages = self._embedder.embed_passages
        self.embed_queries = self._embedder.embed_queries


@pytest.fixture(scope="module")
def settings(tmp_path_factory):
    made = IndexSettings(tmp_path_factory.mktemp("search"))
    index_paths(made, sorted(SAMPLES.glob("*.txt")))
    return made


@pytest.fixture(scope="module")
def library(settings):
    with Library.open(settings) as opened:
        yield opened


def searcher(library: Library, embedder: object = None) -> Searcher:
    index = search_store(library.settings.data_dir).open(library.state.generation)
    found = embedder or load_embedder(EmbedderSettings())
    return Searcher(index, ChunkCache(library.catalog), found)


def test_a_question_finds_the_turn_that_answers_it(library):
    hits = library.search("迷惑電話防止機器を400台から600台に増やすよう求めた発言")
    found = [hit.unit_id for hit in hits[:3]]
    assert "千早野市デジタル安全推進会議-第5回#4(2)-発言2" in found


@pytest.mark.parametrize("question", QUESTIONS)
def test_hits_are_units_of_the_catalog_each_once_and_best_first(library, question):
    hits = library.search(question, limit=8)
    assert len(hits) == 8
    ids = [name for hit in hits for name in (hit.unit_id, *hit.same_as)]
    assert len(ids) == len(set(ids)) == len(library.catalog.units(ids))
    scores = [hit.score for hit in hits]
    assert scores == sorted(scores, reverse=True)
    for hit in hits:
        (chunk,) = library.catalog.chunks([hit.chunk_id])
        assert hit.passage == chunk.passage
        assert hit.unit_id == chunk.unit_id
        assert hit.ranks.words or hit.ranks.vectors
        assert hit.ranks.late is not None


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_search_is_repeatable(library, settings, question):
    with Library.open(settings) as other:
        assert other.search(question) == library.search(question)


def test_the_heading_is_searched_and_not_quoted(library):
    section = next(
        unit
        for unit in library.catalog.units_of("千早野市デジタル安全戦略", UnitKind.SECTION)
        if len(unit.locator.heading_path) > 1
    )
    above = section.locator.heading_path[0]
    found = library.search(f"{above} {section.text[:40]}", limit=5)
    hit = next(hit for hit in found if hit.unit_id == section.id)
    assert above not in hit.passage.text


def test_a_comment_is_found_by_its_submitter_and_by_its_number(library):
    comment = library.catalog.all_comments()[0]
    index = search_store(library.settings.data_dir).open(library.state.generation)
    with closing(index):
        from index.text.morphology import tokens

        for question in (comment.submitter, comment.key):
            found = [hit.chunk_id for hit in index.by_words(tokens(question), 5)]
            assert any(name.startswith(f"{comment.id}@") for name in found), question


def test_within_looks_at_those_units_only(library):
    minutes = library.catalog.find_documents(meeting=6)[0].id
    ids = {unit.id for unit in library.catalog.units_of(minutes, UnitKind.UTTERANCE)}
    hits = library.search("訓練の指標", within=ids, limit=50)
    assert hits
    assert {hit.unit_id for hit in hits} <= ids
    assert library.search("訓練の指標", within=[]) == ()
    assert library.search("訓練の指標", within=["ない#1"]) == ()


@pytest.mark.parametrize("question", QUESTIONS)
def test_within_everything_finds_what_a_search_without_limits_finds(library, question):
    everything = {
        unit.id
        for record in library.catalog.documents()
        for unit in library.catalog.units_of(record.id)
    }
    free = library.search(question, limit=5)
    within = library.search(question, within=everything, limit=5)
    assert [hit.unit_id for hit in within] == [hit.unit_id for hit in free]
    assert [hit.score for hit in within] == pytest.approx([hit.score for hit in free], abs=1e-4)


def test_without_a_token_table_the_ranks_are_fused(library):
    with closing(searcher(library, WithoutTokens())) as fused:
        hits = fused.search("迷惑電話防止機器を何台に増やすのか", limit=5)
    assert all(hit.ranks.late is None for hit in hits)
    for hit in hits:
        places = [place for place in (hit.ranks.words, hit.ranks.vectors) if place]
        assert hit.score == pytest.approx(sum(1 / (60 + place) for place in places))
    assert "発言2" in hits[0].unit_id


def test_the_closest_text_is_the_most_similar(library):
    texts = ["図書館の予約", "迷惑電話防止機器の貸出し", "職員の訓練"]
    closeness = library.similarities("迷惑電話を防ぐ機器を貸すのか", texts)
    assert closeness.argmax() == 1
    with closing(searcher(library, WithoutTokens())) as fused:
        assert fused.similarities("迷惑電話を防ぐ機器を貸すのか", texts).argmax() == 1


def test_a_word_is_found_by_another_word_of_the_same_meaning(library):
    by_words = [hit for hit in library.search("情報が漏れる", limit=80) if hit.ranks.words]
    assert any("漏えい" in hit.passage.text for hit in by_words)
    assert not any("漏れる" in hit.passage.text for hit in by_words)


def test_a_question_of_symbols_finds_nothing_and_fails_nothing(library):
    for question in ("", "　", "？！", "…"):
        hits = library.search(question)
        assert all(hit.ranks.words is None for hit in hits)


def test_a_question_that_is_a_long_text(library):
    assert library.search("訓練の指標について教えてください。" * 300)


def test_a_question_in_english_is_answered_by_vectors_and_meanings(library):
    hits = library.search("elderly people and telephone fraud", limit=3)
    assert any("詐欺" in hit.passage.text for hit in hits)


@pytest.mark.parametrize(
    ("question", "weight"),
    [("elderly people and telephone fraud", FOREIGN.dense), ("職員の研修", JAPANESE.dense)],
)
def test_the_cosine_weighs_more_in_a_question_without_japanese(library, question, weight):
    embedder = load_embedder(EmbedderSettings())
    (asked,) = embedder.embed_queries([question])
    hits = [hit for hit in library.search(question, limit=80) if hit.ranks.words is None]
    assert hits
    for hit in hits:
        (row,) = library.catalog.chunk_rows([hit.chunk_id])
        expected = JAPANESE.late * hit.ranks.late + weight * (row.embedding.vector @ asked)
        assert hit.score == pytest.approx(expected, abs=1e-4)
    assert FOREIGN.dense > JAPANESE.dense


def test_units_that_say_the_same_are_one_hit_with_both_places(tmp_path):
    same = "三. 配分\n\n予算は、図書館と公園に半分ずつ配分することを原則とする。"
    for name in ("甲", "乙"):
        text = f"{name}方針（案）\n\n1. 目的\n\nこれは{name}の方針である。\n\n2. {same[3:]}\n"
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    settings = IndexSettings(tmp_path / "data")
    index_paths(settings, [tmp_path / "甲.txt", tmp_path / "乙.txt"])
    with Library.open(settings) as library:
        hits = library.search("図書館と公園の予算の配分", limit=2)
        assert {hits[0].unit_id, *hits[0].same_as} == {"甲方針(案)#2", "乙方針(案)#2"}
        assert hits[1].unit_id not in hits[0].same_as


def test_a_row_that_the_catalog_does_not_hold_is_dropped(library):
    class Cut(ChunkCache):
        def rows_of(self, unit_ids):
            return [row for row in super().rows_of(unit_ids) if "発言" not in row.chunk.unit_id]

    index = search_store(library.settings.data_dir).open(library.state.generation)
    embedder = load_embedder(EmbedderSettings())
    with closing(Searcher(index, Cut(library.catalog), embedder)) as cut:
        hits = cut.search("迷惑電話防止機器を何台に増やすのか", limit=5)
    assert hits
    assert all("発言" not in hit.unit_id for hit in hits)


def test_a_chunk_without_vector_is_scored_by_its_words(library):
    class Bare(ChunkCache):
        def rows_of(self, unit_ids):
            none = np.zeros(0, dtype=np.int32)
            return [
                replace(row, embedding=replace(row.embedding, vector=None, tokens=none))
                for row in super().rows_of(unit_ids)
            ]

    index = search_store(library.settings.data_dir).open(library.state.generation)
    embedder = load_embedder(EmbedderSettings())
    with closing(Searcher(index, Bare(library.catalog), embedder)) as bare:
        hits = bare.search("迷惑電話防止機器", limit=3)
        assert hits[0].score == pytest.approx(1.0)
        assert hits[0].ranks.words == 1
        everything = [unit.id for unit in library.catalog.units_of("千早野市デジタル安全戦略")]
        within = bare.search("デジタル", within=everything, limit=3)
        assert all(hit.ranks.vectors is None for hit in within)


def test_many_threads_ask_one_library(settings):
    with Library.open(settings) as library:
        expected = {question: library.search(question) for question in QUESTIONS}
    wrong: list[str] = []

    def ask(opened: Library, question: str) -> None:
        for _ in range(10):
            found = opened.search(question)
            units = opened.catalog.units(hit.unit_id for hit in found)
            if found != expected[question] or len(units) != len(found):
                wrong.append(question)

    with Library.open(settings) as library:
        threads = [threading.Thread(target=ask, args=(library, each)) for each in QUESTIONS * 2]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert wrong == []
