"""The program that trains the shipped model, on a few made-up texts."""

import gzip
import json
from dataclasses import replace

import numpy as np
import pytest

from index.embedding import EmbedderSettings, LateInteraction, load_embedder
from index.training.cooccurrence import count_neighbours, count_pairs, positive_information
from index.training.encoding import encode
from index.training.evaluation import evaluate, read_task, table
from index.training.export import export_model, quantise
from index.training.lexicon import is_latin, learn_lexicon
from index.training.ranking import first_rank, gain_at_ten, reciprocal_rank_fusion
from index.training.settings import TrainingSettings
from index.training.sources import Source
from index.training.trainer import encode_source, train_table

PASSAGES = ["政府は戦略を決定した", "猫は魚を食べる", "山に雪が降る", "列車は駅に着いた"]
QUESTIONS = [
    "戦略を決めたのは誰か",
    "魚を食べるのは何か",
    "雪はどこに降るか",
    "列車はどこに着いたか",
]


@pytest.fixture(scope="module")
def tokenizer():
    from tokenizers import Tokenizer

    from index.embedding import SHIPPED_MODEL

    return Tokenizer.from_file(str(SHIPPED_MODEL / "tokenizer.json"))


@pytest.fixture(scope="module")
def random_table(tokenizer):
    shape = (tokenizer.get_vocab_size(), 16)
    rows = np.random.default_rng(0).standard_normal(shape, dtype=np.float32)
    rows[0] = 0
    return rows


def test_training_brings_questions_to_their_passages(tokenizer, random_table):
    settings = replace(TrainingSettings(), epochs=20, learning_rate=0.1)
    pairs = list(zip(QUESTIONS, PASSAGES, strict=True)) * 3
    encoded = encode_source(tokenizer, Source("made", 1.0, pairs), 64)
    trained = train_table(random_table, [encoded], settings)
    assert trained.shape == random_table.shape
    assert not trained[0].any()
    for question, passage in zip(QUESTIONS, range(len(PASSAGES)), strict=True):
        late = LateInteraction(trained, tokenizer)
        scores = late.score(question, [late.encode_passage(text) for text in PASSAGES])
        assert scores.argmax() == passage


def test_training_is_repeatable(tokenizer, random_table):
    settings = replace(TrainingSettings(), epochs=2)
    pairs = list(zip(QUESTIONS, PASSAGES, strict=True)) * 3
    encoded = encode_source(tokenizer, Source("made", 1.0, pairs), 64)
    first, second = (train_table(random_table, [encoded], settings) for _ in range(2))
    np.testing.assert_allclose(first, second, atol=1e-5)


def test_exported_model_is_read_back_within_a_step_of_8_bits(tokenizer, random_table, tmp_path):
    export_model(tmp_path / "model", random_table, tokenizer)
    embedder = load_embedder(EmbedderSettings(model=str(tmp_path / "model")))
    ids = tokenizer.encode(PASSAGES[0]).ids
    mean = random_table[ids].mean(axis=0)
    vector = embedder.embed_passages(PASSAGES[:1])[0]
    np.testing.assert_allclose(vector, mean / np.linalg.norm(mean), atol=0.02)


def test_quantised_rows_keep_zero_rows():
    numbers, factors = quantise(np.array([[0, 0], [1, -2]], dtype=np.float32))
    assert numbers.dtype == np.int8
    np.testing.assert_allclose(numbers * factors[:, None], [[0, 0], [1, -2]], atol=0.01)


def test_lexicon_prefers_the_word_that_recurs():
    pairs = [(["cat"], ["猫"]), (["black", "cat"], ["黒い", "猫"]), (["black"], ["黒い"])]
    lexicon = learn_lexicon(pairs)
    words, weights = lexicon.entries["猫"]
    assert words[int(np.argmax(weights))] == "cat"
    english = lexicon.translate(["黒い", "NISC", "未知"], np.random.default_rng(0))
    assert english[1:] == ["NISC"]


def test_latin_text_is_told_from_japanese():
    assert is_latin("cyber security")
    assert not is_latin("サイバー security")
    assert not is_latin("2021")


def test_neighbours_are_counted_within_a_text_only(tokenizer):
    texts = encode(tokenizer, ["猫", "魚"])
    assert count_neighbours(texts, tokenizer.get_vocab_size(), 5).nnz == 0
    both = count_pairs(texts.select(np.array([0])), texts.select(np.array([1])), 40_000)
    assert both.nnz == 2
    assert (positive_information(both).data > 0).all()


def test_ranks_and_gains():
    assert first_rank(np.array([0.1, 0.9, 0.5]), [0, 2]) == 2
    assert gain_at_ten(np.array([1, 11])) == 0.5
    fused = reciprocal_rank_fusion([np.array([3.0, 2, 1]), np.array([3.0, 1, 2])])
    assert fused.argmax() == 0


@pytest.mark.parametrize("name", ["task.json", "task.json.gz"])
def test_evaluation_reads_both_forms_and_writes_a_row_for_each_method(tmp_path, name):
    questions = [[QUESTIONS[0], [0, 3]], [QUESTIONS[1], 1]]
    content = json.dumps({"passages": PASSAGES, "questions": questions}).encode()
    path = tmp_path / name
    path.write_bytes(gzip.compress(content) if name.endswith(".gz") else content)
    ranks = evaluate(read_task(path), load_embedder(EmbedderSettings()))
    assert {len(row) for row in ranks.values()} == {2}
    assert "| combined | 1.000" in table(ranks)
