"""The embedding model that ships, and the loading of others."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from index.embedding import SHIPPED_MODEL, EmbedderSettings, load_embedder
from index.embedding.prefixes import Prefixes, choose_prefixes
from index.errors import ModelError

TEXTS = [
    "重要インフラ事業者は、障害が起きたときに所管省庁へ報告する。",
    "パンを焼くには、小麦粉と水と酵母を混ぜて生地を寝かせる。",
    "Who is responsible for critical infrastructure protection?",
    "第39回会合 5.2.3(1)ii 令和3年9月28日",
]


@pytest.fixture(scope="module")
def embedder():
    return load_embedder(EmbedderSettings())


@pytest.fixture(scope="module")
def through_library():
    return load_embedder(EmbedderSettings(), through_library=True)


def test_vectors_have_unit_length_and_the_stated_dimension(embedder):
    vectors = embedder.embed_passages(TEXTS)
    assert vectors.shape == (len(TEXTS), embedder.dimension)
    assert vectors.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)


def test_numpy_gives_what_sentence_transformers_gives(embedder, through_library):
    assert through_library.dimension == embedder.dimension
    assert through_library.late_interaction is None
    expected = through_library.embed_passages(TEXTS)
    np.testing.assert_allclose(embedder.embed_passages(TEXTS), expected, atol=1e-3)
    expected = through_library.embed_queries(TEXTS)
    np.testing.assert_allclose(embedder.embed_queries(TEXTS), expected, atol=1e-3)


def test_vectors_do_not_depend_on_the_batch(embedder):
    alone = np.concatenate([embedder.embed_passages([text]) for text in TEXTS])
    together = embedder.embed_passages(TEXTS * 300)[: len(TEXTS)]
    np.testing.assert_allclose(alone, together, atol=1e-6)


def test_related_texts_are_nearer_than_unrelated_ones_in_both_languages(embedder):
    passages = embedder.embed_passages(TEXTS[:2])
    questions = [
        "重要インフラで障害が起きたら誰に報告しますか",
        "how to bake bread from flour and yeast",
    ]
    similarity = embedder.embed_queries(questions) @ passages.T
    assert similarity[0, 0] > similarity[0, 1]
    assert similarity[1, 1] > similarity[1, 0]


@pytest.mark.parametrize("text", ["", "　\n", "※◆→…"])
def test_text_without_a_known_token_gives_zeros(embedder, text):
    assert not embedder.embed_passages([text]).any()
    assert not embedder.embed_queries([text]).any()


def test_no_texts_give_no_rows(embedder, through_library):
    assert embedder.embed_passages([]).shape == (0, embedder.dimension)
    assert through_library.embed_queries([]).shape == (0, embedder.dimension)


def test_neither_torch_nor_the_training_is_imported_for_the_shipped_model():
    program = (
        "import sys\n"
        "from index.embedding import EmbedderSettings, load_embedder\n"
        "embedder = load_embedder(EmbedderSettings())\n"
        "embedder.embed_queries(['政策'])\n"
        "embedder.late_interaction.encode_passage('政策')\n"
        "unwanted = {'torch', 'sentence_transformers', 'transformers', 'scipy', 'index.training'}\n"
        "heavy = unwanted & set(sys.modules)\n"
        "assert not heavy, heavy\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True)


def test_prefixes_are_put_before_the_texts(embedder):
    prefixed = load_embedder(EmbedderSettings(query_prefix="質問 ", passage_prefix="文書 "))
    plain_query = embedder.embed_queries(["質問 " + TEXTS[0]])
    plain_passage = embedder.embed_passages(["文書 " + TEXTS[0]])
    np.testing.assert_array_equal(prefixed.embed_queries(TEXTS[:1]), plain_query)
    np.testing.assert_array_equal(prefixed.embed_passages(TEXTS[:1]), plain_passage)


def test_prefixes_are_put_before_the_texts_of_library_models(through_library):
    settings = EmbedderSettings(query_prefix="質問 ", passage_prefix="文書 ")
    prefixed = load_embedder(settings, through_library=True)
    expected = through_library.embed_queries(["質問 " + TEXTS[0]])
    np.testing.assert_allclose(prefixed.embed_queries(TEXTS[:1]), expected, atol=1e-6)
    assert prefixed.fingerprint != through_library.fingerprint


@pytest.mark.parametrize(
    ("name", "prefixes"),
    [
        ("intfloat/multilingual-e5-small", Prefixes("query: ", "passage: ")),
        ("e5-base-v2", Prefixes("query: ", "passage: ")),
        ("cl-nagoya/ruri-v3-310m", Prefixes("検索クエリ: ", "検索文書: ")),
        ("cl-nagoya/ruri-small-v2", Prefixes("クエリ: ", "文章: ")),
        ("someone/else", Prefixes()),
    ],
)
def test_prefixes_of_known_families(name, prefixes):
    assert choose_prefixes(name, EmbedderSettings()) == prefixes


def test_settings_go_before_the_family_and_the_family_before_saved_prompts():
    saved = {"query": "Q: ", "document": "D: "}
    assert choose_prefixes("someone/else", EmbedderSettings(), saved) == Prefixes("Q: ", "D: ")
    assert choose_prefixes("cl-nagoya/ruri-v3-30m", EmbedderSettings(), saved).query != "Q: "
    chosen = choose_prefixes("intfloat/e5-base", EmbedderSettings(query_prefix=""), saved)
    assert chosen == Prefixes("", "passage: ")


def test_fingerprint_tells_prefixes_and_weights_apart(embedder, tmp_path):
    again = load_embedder(EmbedderSettings(model=str(SHIPPED_MODEL)))
    assert again.fingerprint == embedder.fingerprint
    other = load_embedder(EmbedderSettings(query_prefix="質問 "))
    assert other.fingerprint != embedder.fingerprint
    folder = _copied(tmp_path)
    weights = bytearray((folder / "model.safetensors").read_bytes())
    weights[-1] ^= 1
    (folder / "model.safetensors").write_bytes(bytes(weights))
    assert load_embedder(EmbedderSettings(model=str(folder))).fingerprint != embedder.fingerprint


def test_damaged_folder_names_the_setting_and_the_folder(tmp_path):
    folder = _copied(tmp_path)
    (folder / "model.safetensors").write_bytes(b"not a model")
    with pytest.raises(ModelError, match="TENKYO_EMBEDDER") as caught:
        load_embedder(EmbedderSettings(model=str(folder)))
    assert str(folder) in str(caught.value)


def test_damaged_listing_is_a_model_error(tmp_path):
    folder = _copied(tmp_path)
    (folder / "modules.json").write_text("{", encoding="utf-8")
    with pytest.raises(ModelError, match="TENKYO_EMBEDDER"):
        load_embedder(EmbedderSettings(model=str(folder)))


def test_missing_model_names_the_setting_and_never_falls_back(tmp_path, monkeypatch):
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    missing = str(tmp_path / "no-such-model")
    with pytest.raises(ModelError, match="TENKYO_EMBEDDER") as caught:
        load_embedder(EmbedderSettings(model=missing))
    assert missing in str(caught.value)


def test_shipped_folder_is_small_and_carries_its_licence():
    files = [path for path in SHIPPED_MODEL.rglob("*") if path.is_file()]
    assert sum(path.stat().st_size for path in files) <= 16_000_000
    licence = (SHIPPED_MODEL / "LICENSE").read_text("utf-8")
    sources = "JaQuAD JGLUE law.e-gov.go.jp team-mirai/policy owasp-mastg-ja Top10 lawqa_jp EJDict "
    for source in (sources + "SudachiDict AMI-Meeting-Parallel-Corpus").split():
        assert source in licence
    assert "CC BY-SA 4.0" in licence


def test_shipped_modules_are_those_the_loader_reads():
    modules = json.loads((SHIPPED_MODEL / "modules.json").read_text("utf-8"))
    kinds = [module["type"].rpartition(".")[2] for module in modules]
    assert kinds == ["StaticEmbedding", "Normalize"]


def test_late_interaction_ranks_a_paraphrase_above_other_texts(embedder):
    late = embedder.late_interaction
    passages = [late.encode_passage(text) for text in (*TEXTS[:2], "")]
    scores = late.score("重要インフラの障害は誰に届け出るのか", passages)
    assert scores.shape == (3,)
    assert scores[0] > scores[1] > scores[2] == 0


def test_late_interaction_of_a_text_with_itself_is_one(embedder):
    late = embedder.late_interaction
    scores = late.score(TEXTS[0], [late.encode_passage(TEXTS[0])])
    np.testing.assert_allclose(scores, 1, atol=1e-5)


def test_late_interaction_agrees_with_its_definition(embedder):
    late = embedder.late_interaction
    query, passage = late.token_ids(TEXTS[0]), late.encode_passage(TEXTS[3])
    rows = np.array([embedder._table[ids] for ids in (*query, *passage)])
    lengths = np.linalg.norm(rows, axis=1)
    units, weights = rows / lengths[:, None], lengths[: len(query)] ** 2
    nearest = (units[: len(query)] @ units[len(query) :].T).max(axis=1)
    expected = (weights * nearest).sum() / weights.sum()
    np.testing.assert_allclose(late.score(TEXTS[0], [passage]), expected, atol=1e-5)


def test_late_interaction_without_tokens_scores_nothing(embedder):
    late = embedder.late_interaction
    assert late.score("※", [late.encode_passage(TEXTS[0])]).tolist() == [0]
    assert late.score(TEXTS[0], []).tolist() == []
    assert late.score(TEXTS[0], [late.encode_passage("")]).tolist() == [0]


def test_passage_tokens_are_distinct_known_ids(embedder):
    late = embedder.late_interaction
    tokens = late.encode_passage(TEXTS[0] * 2 + "※")
    assert tokens.dtype == np.int32
    assert sorted(set(tokens.tolist())) == tokens.tolist()
    assert 0 not in tokens


def _copied(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SHIPPED_MODEL, tmp_path / "model"))
