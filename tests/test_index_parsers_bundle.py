"""Files that hold several documents, and the kind of each."""

from __future__ import annotations

import itertools

import pytest

from index.documents import Document, DocumentKind, Section
from index.parsers import parse
from index.parsers.bundle import split
from index.readers import read
from tests.helpers.folders import SAMPLES, corpus_file
from tests.helpers.parsing import text_source

KIND = DocumentKind


def corpus_documents(prefix: str) -> tuple[Document, ...]:
    return parse(read(corpus_file(prefix)))


TABLE = (
    "番号\t提出者\t該当箇所\t意見の概要\t考え方\n"
    "1\t個人(1)\t1\t良い。\t承ります。\n2\t(株)青波\t2\t直すべき。\t参考とします。\n"
)


def test_bundle_of_2015_gives_the_cover_and_five_documents_in_order() -> None:
    documents = corpus_documents("003")
    assert [document.kind for document in documents] == [
        KIND.COVER, KIND.SLIDES, KIND.SLIDES, KIND.POLICY, KIND.SLIDES, KIND.COMMENTS,
    ]  # fmt: skip
    assert [document.date for document in documents] == [None, "2015-08", None, "2015", None, None]
    assert documents[0].id == "サイバーセキュリティ戦略(案)-資料一覧"
    assert documents[2].title == "サイバーセキュリティ戦略（案）の概要"
    assert documents[3].id == "サイバーセキュリティ戦略(案)"
    assert documents[4].title.endswith("意見募集の結果の概要")
    assert documents[5].title.endswith("に係る意見募集の結果")
    assert len({document.id for document in documents}) == 6


def test_bundle_of_2015_is_divided_without_gap_or_overlap() -> None:
    documents = corpus_documents("003")
    text = documents[0].source.text
    spans = [document.span for document in documents]
    assert spans[0].start == 0
    assert spans[-1].end == len(text)
    assert all(before.end == after.start for before, after in itertools.pairwise(spans))
    for document in documents:
        for unit in document.units:
            assert document.span.start <= unit.passage.start
            assert unit.passage.end <= document.span.end
    starts = [text[span.start : span.start + 12] for span in spans[1:]]
    assert starts[1].startswith("1 サイバー空間")
    assert starts[3].startswith("■ 実施方法")
    assert starts[4].startswith("「サイバーセキュリティ")


def test_other_corpus_files_hold_one_document_each() -> None:
    kinds = [
        [document.kind for document in corpus_documents(prefix)] for prefix in ("000", "001", "002")
    ]
    assert kinds == [[KIND.MINUTES], [KIND.MINUTES], [KIND.POLICY]]


def test_samples_are_told_by_their_content() -> None:
    kinds = {
        path.name: [document.kind for document in parse(read(path))]
        for path in sorted(SAMPLES.glob("*.*"))
        if path.suffix in (".txt", ".pdf")
    }
    if not kinds:
        pytest.skip("見本がありません")
    for name, found in kinds.items():
        assert found == [KIND(name.split("-")[0].split(".")[0].replace("strategy", "policy"))]


def test_cover_list_names_the_parts() -> None:
    source = text_source(
        "第二回打合せ資料\n\n資料1-1 防災計画\n\n資料1-2 防災計画に対する意見募集\nの結果\n\n"
        "防災計画\n\n令和5年4月\n\n1. 目的\n\n町を守る。\n\n2. 方法\n\n訓練を行う。\n\n"
        "「防災計画」に関する意見募集の結果\n\n" + TABLE
    )
    parts = split(source)
    assert [part.kind for part in parts] == [KIND.COVER, KIND.POLICY, KIND.COMMENTS]
    cover, plan, comments = parse(source)
    (listed,) = cover.units
    assert isinstance(listed, Section)
    assert "意見募集の結果" in listed.text  # the wrapped title is whole
    assert (plan.title, plan.date) == ("防災計画", "2023-04")
    assert len([unit for unit in comments.units if unit.kind == "comment"]) == 2


def test_a_text_that_only_mentions_handouts_is_no_bundle() -> None:
    (document,) = parse(
        text_source(
            "計画\n\n1. 目的\n\n資料1 を参照する。\n資料2 も参照する。\n\n2. 方法\n\n別に定める。\n"
        )
    )
    assert document.kind is KIND.POLICY


def test_a_table_of_comments_behind_a_plan_is_a_document_of_its_own() -> None:
    source = text_source(
        "防災計画\n\n1. 目的\n\n町を守る。\n\n2. 方法\n\n訓練を行う。\n\n3. 期間\n\n"
        "三年とする。\n\n"
        "意見募集の結果について\n\n" + TABLE
    )
    assert [part.kind for part in split(source)] == [KIND.POLICY, KIND.COMMENTS]


def test_a_summary_above_its_table_belongs_to_the_table() -> None:
    source = text_source(
        "「防災計画」に対する意見募集の結果\n\n令和5年4月\n青波町\n\n■ 募集期間：5月1日～31日\n\n"
        "■ 意見総数：2者から2件\n\n・全般に係る意見：2件\n\n" + TABLE
    )
    assert [part.kind for part in split(source)] == [KIND.COMMENTS]


def test_two_documents_of_one_title_get_two_ids() -> None:
    plan = "防災計画\n\n令和5年4月\n\n1. 目的\n\n町を守る。\n\n2. 方法\n\n訓練を行う。\n\n"
    source = text_source("会議資料\n\n資料1 防災計画\n\n資料2 防災計画\n\n" + plan + plan)
    documents = parse(source)
    assert [document.id for document in documents] == [
        "会議資料-資料一覧",
        "防災計画",
        "防災計画~2",
    ]
    assert all(unit.id.startswith("防災計画~2#") for unit in documents[2].units)
