"""Tables of public comments: the reference table, and the shapes other offices print."""

from __future__ import annotations

from collections import Counter

import pytest

from index.documents import (
    Comment,
    Document,
    DocumentKind,
    Outcome,
    RepairKind,
    Section,
    Span,
    SubmitterKind,
)
from index.parsers.comments import parse_comments
from index.parsers.comments_targets import targets_of
from tests.helpers.parsing import corpus_source, kind_of, text_source

HEADER = "No.\t提出者\t該当箇所\t御意見の概要\t御意見に対する考え方"


def parse(text: str) -> Document:
    return parse_comments(text_source(text), Span(0, len(text)))


def comments_of(document: Document) -> dict[str, Comment]:
    return {unit.key: unit for unit in document.units if isinstance(unit, Comment)}


@pytest.fixture(scope="module")
def strategy() -> Document:
    """The comments on the cyber security strategy of 2015, the last part of a bundle."""
    source = corpus_source("003")
    start = source.text.rindex("\n\n「", 0, source.text.index("枝番号")) + 2
    return parse_comments(source, Span(start, len(source.text)))


def test_strategy_table_gives_the_official_numbers(strategy: Document) -> None:
    comments = comments_of(strategy)
    kinds = Counter(comment.submitter_kind for comment in comments.values())
    assert len(comments) == 83
    assert len({comment.submitter for comment in comments.values()}) == 27
    assert kinds == {SubmitterKind.INDIVIDUAL: 30, SubmitterKind.ORGANISATION: 53}
    assert [(total.count, total.counter) for total in strategy.totals] == [(27, "者"), (83, "件")]
    assert strategy.warnings == ()


def test_strategy_outcomes_are_told_by_the_replies(strategy: Document) -> None:
    found: dict[Outcome, list[str]] = {outcome: [] for outcome in Outcome}
    for comment in comments_of(strategy).values():
        found[comment.outcome].append(comment.key)
        assert comment.outcome_evidence in comment.reply.text
        assert bool(comment.outcome_evidence) == (comment.outcome is not Outcome.EXPLAINED)
    revised = "6-3 6-5 6-6 7-1 7-3 9-1 11-6 13-1 20-1 20-2 22 23-3 23-5 24 25-6"
    assert " ".join(found[Outcome.REVISED]) == revised
    assert " ".join(found[Outcome.AGREEMENT]) == "10 13-3 13-6 13-11 16-2 26-1"
    assert len(found[Outcome.UNCHANGED]) == 17
    assert "25-1" in found[Outcome.EXPLAINED]  # another paper mentions it, in an aside
    assert "27-2" in found[Outcome.EXPLAINED]


def test_strategy_header_row_is_no_comment_in_any_of_its_45_places(strategy: Document) -> None:
    kinds = Counter(repair.kind for repair in strategy.repairs)
    assert kinds[RepairKind.TABLE_HEADER] == 45
    assert kinds[RepairKind.TABLE_CONTINUED] == 1
    assert kinds[RepairKind.MARKUP] == 418


def test_strategy_row_with_short_cells_was_taken_for_a_header(strategy: Document) -> None:
    assert comments_of(strategy)["16-4"].outcome is Outcome.FOR_REFERENCE


def test_strategy_row_cut_by_a_page_end_is_one_comment(strategy: Document) -> None:
    comment = comments_of(strategy)["2"]
    assert comment.branch is None
    assert comment.targets == ("5.2.2", "5.2.3")
    assert "ネットワーク全体からIOC(侵害指標)" in comment.opinion.text
    assert comment.text.endswith(comment.reply.text)
    assert comment.passage.start < comment.passage.end


def test_strategy_names_broken_by_a_narrow_column_are_whole(strategy: Document) -> None:
    names = {comment.submitter for comment in comments_of(strategy).values()}
    assert "NPO法人市民オンブズマン・ネットワーク行政" in names
    assert {"アーバーネットワークス(株)", "(一社)新経済連盟", "(株)MESSA"} <= names
    assert {"Virtual Engineering Community", "BSA ザ・ソフトウェア・アライアンス"} <= names
    assert sum(r.kind is RepairKind.LETTER_SPACING for r in strategy.repairs) >= 4


@pytest.mark.parametrize(
    ("key", "targets", "pages"),
    [
        ("1", ("5.2.3(1)ii",), "22"),
        ("6-5", ("5.2.3(1)ii",), "22"),
        ("7-2", ("5.2.3",), "22"),  # the level (1) is not printed
        ("11-4", ("5.1.1(3)",), "10"),
        ("13-2", ("5.1.1(2)", "5.1.1(3)"), "9,10"),
        ("13-5", ("5.1.3(1)",), "13"),  # (13頁) is no section
        ("18", ("5.1.1(2)", "5.1.1(3)"), "9,10"),
        ("25-3", ("5.1.1(1)", "5.1.1(4)"), "9,10"),
        ("27-1", ("5.1.2(3)", "5.2.2"), "12,18"),
        ("27-5", ("6",), "37"),
        ("3", (), ""),
        ("16-4", (), ""),
    ],
)
def test_strategy_targets(
    strategy: Document, key: str, targets: tuple[str, ...], pages: str
) -> None:
    comment = comments_of(strategy)[key]
    assert (comment.targets, comment.pages) == (targets, pages)


def test_strategy_quoted_draft_is_not_read_as_the_opinion(strategy: Document) -> None:
    comment = comments_of(strategy)["6-2"]
    assert comment.opinion.text.startswith("CISOを育成する")
    assert comment.reason.text.startswith("CISOの定義")
    assert comment.text.startswith("【記載内容】")
    assert "【意見内容】" not in comment.text
    assert sum(r.kind is RepairKind.LABEL for r in strategy.repairs) == 80


def test_strategy_loses_no_character(strategy: Document) -> None:
    kept: set[int] = set()
    for unit in strategy.units:
        for span in unit.passage.spans:
            assert strategy.source.text[span.start : span.end] in unit.text
            kept.update(range(span.start, span.end))
    for repair in strategy.repairs:
        kept.update(range(repair.span.start, repair.span.end))
    lost = [
        place
        for place in range(strategy.span.start, strategy.span.end)
        if place not in kept and not strategy.source.text[place].isspace()
    ]
    assert lost == []


def test_strategy_ids_and_labels(strategy: Document) -> None:
    comment = comments_of(strategy)["27-2"]
    assert comment.label == "意見27-2（個人(11)）"
    assert comment.local_id == "意見27-2"
    assert strategy.id == "サイバーセキュリティ戦略(案)に係る意見募集の結果"
    assert isinstance(strategy.units[0], Section)
    assert strategy.totals[0].unit_id == strategy.units[0].id


def test_table_without_submitter_column_takes_the_signature() -> None:
    text = (
        "番号\t該当部分\t意見の概要\t考え方\n"
        "１\t第３章２（１）\t灯りを増やしてほしい。（水辺町内会）\t御意見を踏まえ、次のように修正しました。\n"
        "２\t全般\t賛成する。\t御賛同ありがとうございます。\n"
    )
    found = comments_of(parse(text))
    assert found["1"].submitter == "水辺町内会"
    assert found["1"].targets == ("第3章2(1)",)
    assert found["1"].outcome is Outcome.REVISED
    assert found["2"].submitter_kind is SubmitterKind.UNKNOWN
    assert found["2"].label == "意見2"
    assert found["2"].outcome is Outcome.AGREEMENT


def test_merged_reply_cell_belongs_to_every_row_it_covers() -> None:
    text = (
        f"{HEADER}\n1\t甲社\t1.\t速くしてほしい。\t検討の参考とさせていただきます。\n"
        "2\t乙社\t1.\t遅くしてほしい。\t\n"
    )
    found = comments_of(parse(text))
    assert found["2"].reply.text == found["1"].reply.text
    assert found["2"].outcome is Outcome.FOR_REFERENCE
    assert found["2"].text.startswith("遅くしてほしい。\t検討の参考")


def test_merged_number_and_submitter_come_from_the_row_above() -> None:
    text = (
        "番号\t枝番号\t提出者\t概要\t考え方\n"
        "7\t1\t甲社\t案の一。\t原案どおりとします。\n\t2\t\t案の二。\t原案どおりとします。\n"
    )
    found = comments_of(parse(text))
    assert list(found) == ["7-1", "7-2"]
    assert found["7-2"].submitter == "甲社"


def test_reply_that_points_to_another_reply() -> None:
    text = (
        f"{HEADER}\n1\t甲社\t全般\tああ。\t原案のとおりとします。\n"
        "2\t個人\t全般\tいい。\tNo.1の回答のとおりです。5.2.3に記載のとおりです。\n"
        "3\t個人\t全般\tうう。\t意見99への回答をご参照ください。\n"
    )
    found = comments_of(parse(text))
    assert found["2"].see_also == ("1",)
    assert found["3"].see_also == ()  # no such comment


def test_cells_of_a_pdf_table_with_line_breaks() -> None:
    text = (
        "No.<br>\t提出者\t該当<br>箇所\t御意見の<br>概要\t考え方\n"
        "1\t水辺IT<br>観光(株)\t1.2<br>(3)\t長い意見が<br>折り返す。\t参考と<br>します。\n"
        "\t\t\t続きの文。\t\n"
    )
    document = parse(text)
    comment = comments_of(document)["1"]
    assert comment.submitter == "水辺IT観光(株)"
    assert comment.targets == ("1.2(3)",)
    assert comment.opinion.text == "長い意見が折り返す。続きの文。"
    assert comment.reply.text == "参考とします。"


def test_number_printed_twice_keeps_both_and_says_so() -> None:
    text = f"{HEADER}\n1\t甲社\t全般\tああ。\tはい。\n1\t乙社\t全般\tいい。\tはい。\n"
    document = parse(text)
    ids = [unit.local_id for unit in document.units]
    assert ids == ["意見1", "意見1~2"]
    assert any("重複" in warning for warning in document.warnings)


def test_count_that_contradicts_the_printed_total_is_reported() -> None:
    document = parse(
        f"意見募集の結果\n\n意見総数：2者から3件\n\n{HEADER}\n1\t甲社\t-\tああ。\tはい。\n"
    )
    assert [total.label for total in document.totals] == ["意見総数", "意見総数"]
    assert len(document.warnings) == 2


def test_column_that_says_whether_the_text_was_changed_decides() -> None:
    text = (
        "No.\t意見\t考え方\t修正の有無\n"
        "1\tああ。\tご指摘ありがとうございます。\t有\n2\tいい。\tはい。\t無\n"
    )
    found = comments_of(parse(text))
    assert (found["1"].outcome, found["1"].outcome_evidence) == (Outcome.REVISED, "有")
    assert found["2"].outcome is Outcome.EXPLAINED


def test_text_around_the_table_is_not_lost() -> None:
    document = parse(
        f"パブリックコメントの結果\n\n{HEADER}\n1\t甲社\t-\tああ。\tはい。\n\n※複数の意見をまとめた。\n"
    )
    assert [unit.local_id for unit in document.units] == ["前文", "意見1", "注記"]
    assert document.units[-1].text == "※複数の意見をまとめた。"


def test_minutes_and_rosters_are_no_comment_tables() -> None:
    roster = "出席者\n山田 太郎\t総務課長\n鈴木 花子\t意見聴取担当\n"
    assert kind_of(f"結果\n{HEADER}\n") is DocumentKind.COMMENTS
    assert kind_of(roster) is not DocumentKind.COMMENTS


@pytest.mark.parametrize(
    ("printed", "targets"),
    [
        ("５．１．１（１）", ("5.1.1(1)",)),
        ("第１章、第２章３", ("第1章", "第2章3")),
        ("第十二条第二項", ("第十二条第二項",)),
        ("2020年までの目標", ()),
        ("12ページ", ()),
        ("3. 目的(3)", ("3(3)",)),
        ("5.2.3、i.未然防止", ("5.2.3",)),
        ("全般", ()),
    ],
)
def test_targets_of(printed: str, targets: tuple[str, ...]) -> None:
    assert targets_of(printed) == targets
