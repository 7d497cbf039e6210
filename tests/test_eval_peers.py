"""The pipelines that others would build: their chunks are mapped to our units truly."""

from __future__ import annotations

import socket
import sys
from dataclasses import dataclass
from importlib.util import find_spec

import pytest

from assistant.assistant import Assistant
from eval.cases import AskedCase, AskedSet, Case, CaseSet
from eval.peers import answer_with_peer, peer_names
from eval.peers.answering import answer_case
from eval.peers.mapping import UnitMap, covered_part
from eval.peers.registry import load_peer
from eval.peers.retrieval import PeerText, RetrievedChunk
from index.documents import Passage, Span
from index.embedding import load_embedder
from index.errors import UsageError
from index.settings import EmbedderSettings

_LIBRARIES = {
    "langchain": "langchain_text_splitters",
    "llama-index": "llama_index",
    "haystack": "haystack",
}
_CHUNKS = {"langchain": 4, "llama-index": 2, "haystack": 10}
_TEXTS = (
    PeerText("水道", "浄水場の設備は毎年点検します。水質の検査は月に二度行います。\n" * 60),
    PeerText("図書館", "図書館は土曜日も開きます。本は二週間まで借りられます。\n" * 60),
    PeerText("消防", "消防署は救急車を三台持ちます。訓練は春と秋に行います。\n" * 60),
)


def _require(name: str) -> None:
    if find_spec(_LIBRARIES[name]) is None:
        pytest.skip(f"{_LIBRARIES[name]} (extra `peers`) is not installed")


@pytest.fixture(params=peer_names())
def peer_name(request: pytest.FixtureRequest) -> str:
    _require(request.param)
    return str(request.param)


def _chunk_of(sample: Assistant, unit_id: str) -> RetrievedChunk:
    """A chunk that holds exactly the words of a unit."""
    unit = sample.library.catalog.unit(unit_id)
    source = sample.library.catalog.source_text(unit_id.partition("#")[0])
    span = Span(unit.passage.start, unit.passage.end)
    return RetrievedChunk(str(source.path), span, source.text[span.start : span.end])


def test_the_words_a_chunk_holds_of_a_unit_leave_out_what_a_repair_removed() -> None:
    passage = Passage("前半後半", (Span(10, 12), Span(15, 17)))
    assert covered_part(passage, Span(11, 16)) == Passage("半後", (Span(11, 12), Span(15, 16)))


@pytest.mark.parametrize("span", [Span(12, 15), Span(0, 10), Span(17, 99)])
def test_a_chunk_beside_a_unit_holds_nothing_of_it(span: Span) -> None:
    assert not covered_part(Passage("前半後半", (Span(10, 12), Span(15, 17))), span)


def test_a_footnote_lifted_from_before_its_text_does_not_turn_a_quote_around() -> None:
    passage = Passage("本文注記", (Span(20, 22), Span(5, 7)))
    assert covered_part(passage, Span(0, 30)).text == "本文注記"


def test_the_unit_that_a_chunk_holds_most_of_comes_first(sample: Assistant) -> None:
    units = UnitMap(sample.library)
    meeting = "千早野市デジタル安全推進会議-第5回"
    exact = _chunk_of(sample, f"{meeting}#4(2)-発言5")
    wider = RetrievedChunk(exact.key, Span(exact.span.start - 10, exact.span.end + 10), "")
    found = units.covered(wider)
    assert found[0].unit.id == f"{meeting}#4(2)-発言5"
    assert {part.unit.id for part in found[1:]} >= {f"{meeting}#4(2)-発言6"}
    assert not any(part.is_mostly_there for part in found[1:])


@dataclass(frozen=True)
class _Fixed:
    """A pipeline that always finds the same."""

    chunks: tuple[RetrievedChunk, ...]

    def retrieve(self, question: str) -> tuple[RetrievedChunk, ...]:
        return self.chunks


def test_only_what_the_best_chunk_holds_half_of_is_cited_and_all_is_retrieved(
    sample: Assistant,
) -> None:
    units = UnitMap(sample.library)
    meeting = "千早野市デジタル安全推進会議-第5回"
    first = _chunk_of(sample, f"{meeting}#4(2)-発言5")
    wider = RetrievedChunk(first.key, Span(first.span.start, first.span.end + 10), "最初の塊")
    second = _chunk_of(sample, f"{meeting}#4(2)-発言1")
    case = AskedCase(id="a", question="何秒ですか。")
    result = answer_case(case, _Fixed((wider, second)), units)
    assert result.answer == "最初の塊"
    assert [citation.id for citation in result.citations] == [f"{meeting}#4(2)-発言5"]
    assert result.retrieved == tuple(f"{meeting}#4(2)-発言{number}" for number in (5, 6, 1))
    assert result.status == "answered"
    assert answer_case(case, _Fixed(()), units).status == "not_in_documents"


def test_a_chunk_of_one_file_holds_no_unit_of_another(sample: Assistant) -> None:
    units = UnitMap(sample.library)
    for text in units.texts:
        whole = RetrievedChunk(text.key, Span(0, len(text.text)), text.text)
        paths = {
            str(sample.library.catalog.source_text(part.unit.id.partition("#")[0]).path)
            for part in units.covered(whole)
        }
        assert paths == {text.key}


def test_every_unit_lies_in_a_chunk_that_is_its_whole_file(sample: Assistant) -> None:
    units = UnitMap(sample.library)
    wholes = (RetrievedChunk(text.key, Span(0, len(text.text)), "") for text in units.texts)
    held = [part.unit.id for whole in wholes for part in units.covered(whole)]
    documents = sample.library.catalog.documents()
    expected = [
        unit.id
        for document in documents
        for unit in sample.library.catalog.units_of(document.id)
        if unit.text.strip()
    ]
    assert sorted(held) == sorted(expected)


def test_an_unknown_pipeline_is_refused_with_the_names_there_are() -> None:
    with pytest.raises(UsageError, match="langchain、llama-index、haystack"):
        load_peer("ragflow")


@pytest.mark.parametrize("name", peer_names())
def test_a_missing_library_says_what_to_install(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in list(sys.modules):
        if module.startswith((f"eval.peers.{name.replace('-', '_')}_", _LIBRARIES[name])):
            monkeypatch.delitem(sys.modules, module)
    monkeypatch.setitem(sys.modules, _LIBRARIES[name], None)
    with pytest.raises(UsageError, match=r"pip install 'tenkyo\[peers\]'"):
        load_peer(name)


def test_a_pipeline_finds_the_file_of_a_sentence_and_the_place_in_it(
    peer_name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("a pipeline reached for the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    peer = load_peer(peer_name)(_TEXTS, load_embedder(EmbedderSettings()))
    texts = {text.key: text.text for text in _TEXTS}
    for text in _TEXTS:
        found = peer.retrieve(text.text[:14])
        assert found[0].key == text.key
        assert 1 < len(found) <= _CHUNKS[peer_name]
        assert all(texts[c.key][c.span.start : c.span.end] == c.text for c in found)


def test_a_pipeline_cites_units_that_exist_with_words_that_stand_in_them(
    peer_name: str, sample: Assistant
) -> None:
    cases = AskedSet(
        cases=(
            AskedCase(id="a", question="訓練で出動指令は平均何秒遅れましたか。"),
            AskedCase(
                id="b", question="意見3の提出者は誰ですか。", history=(("前の質問", "答え"),)
            ),
            AskedCase(id="c", question="意見3の提出者は誰ですか。"),
        )
    )
    results = answer_with_peer(peer_name, sample.library, cases)
    assert [result.id for result in results] == ["a", "b", "c"]
    assert results[1].citations == results[2].citations
    for result in results:
        ids = [citation.id for citation in result.citations]
        assert ids
        assert set(ids) <= set(result.retrieved)
        assert len(sample.library.catalog.units(result.retrieved)) == len(result.retrieved)
        assert result.retrieved[0] == ids[0]
        assert all(citation.quote in citation.text for citation in result.citations)
        assert all(citation.quote.strip() for citation in result.citations)


def test_a_set_with_expectations_is_answered_like_one_without(
    peer_name: str, sample: Assistant
) -> None:
    asked = AskedSet(cases=(AskedCase(id="a", question="相談窓口はどこですか。"),))
    scored = CaseSet(cases=(Case(id="a", question="相談窓口はどこですか。"),))
    (first,) = answer_with_peer(peer_name, sample.library, asked)
    (second,) = answer_with_peer(peer_name, sample.library, scored)
    assert first.answer == second.answer
    assert first.retrieved == second.retrieved


def test_haystack_reports_nothing_to_its_makers() -> None:
    _require("haystack")
    load_peer("haystack")
    from haystack.telemetry import _telemetry

    assert _telemetry.telemetry is None
