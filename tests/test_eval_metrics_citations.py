"""Each metric of what was found, cited and quoted, on answers small enough to count by hand."""

from __future__ import annotations

import pytest

from eval.cases import Case
from eval.metrics.citations import CitationF1, CitationPrecision, CitationRecall, IdValidity
from eval.metrics.claims import UncitedClaims
from eval.metrics.gold import Level
from eval.metrics.quotes import VerbatimQuotes, invented_quotes
from eval.metrics.ranking import RankMeasure, Retrieval
from eval.records import Pair
from tests.helpers.made_results import (
    COMMENT,
    CONTEXT,
    ENTRY,
    OTHER_TURN,
    PLAN,
    TURN,
    asks_for,
    case,
    cite,
    result,
    value,
)


class TestRetrieval:
    def ranked(self, measure: RankMeasure, asked: Case, *ids: str, level: Level = Level.UNIT):
        return value(Retrieval(measure, level), asked, result(retrieved=ids))

    def test_any_unit_of_a_group_finds_it_and_the_second_takes_no_place(self) -> None:
        asked = asks_for((TURN, OTHER_TURN), (PLAN,))
        assert self.ranked(RankMeasure.NDCG_10, asked, TURN, OTHER_TURN, PLAN) == pytest.approx(1)
        assert self.ranked(RankMeasure.RECALL_5, asked, OTHER_TURN, ENTRY) == 0.5

    def test_recall_at_five_does_not_see_the_sixth(self) -> None:
        wrong = tuple(f"計画#{n}" for n in range(10, 15))
        asked = asks_for((PLAN,))
        assert self.ranked(RankMeasure.RECALL_5, asked, *wrong, PLAN) == 0
        assert self.ranked(RankMeasure.RECALL_10, asked, *wrong, PLAN) == 1
        assert self.ranked(RankMeasure.FIRST, asked, *wrong, PLAN) == pytest.approx(1 / 6)

    def test_an_optional_unit_is_no_first_hit_but_counts_for_the_order(self) -> None:
        asked = asks_for((PLAN,), optional=(TURN,))
        assert self.ranked(RankMeasure.FIRST, asked, TURN, PLAN) == 0.5
        first = self.ranked(RankMeasure.NDCG_10, asked, TURN, PLAN)
        assert first is not None
        assert 0 < first < 1
        assert self.ranked(RankMeasure.NDCG_10, asked, PLAN, TURN) == pytest.approx(1)

    def test_the_neighbouring_turn_is_right_at_parent_level_only(self) -> None:
        asked = asks_for((TURN,))
        assert self.ranked(RankMeasure.FIRST, asked, OTHER_TURN) == 0
        assert self.ranked(RankMeasure.FIRST, asked, OTHER_TURN, level=Level.PARENT) == 1

    def test_nothing_retrieved_is_zero_and_nothing_asked_for_is_not_measured(self) -> None:
        assert self.ranked(RankMeasure.NDCG_10, asks_for((TURN,))) == 0
        assert self.ranked(RankMeasure.NDCG_10, case(), TURN) is None


class TestCitations:
    def test_all_groups_are_required_and_one_unit_of_each_is_enough(self) -> None:
        asked = asks_for((TURN, OTHER_TURN), (PLAN,))
        assert value(CitationRecall(Level.UNIT), asked, result(cite(TURN))) == 0.5
        assert value(CitationRecall(Level.UNIT), asked, result(cite(OTHER_TURN), cite(PLAN))) == 1

    def test_optional_is_right_and_all_else_is_wrong(self) -> None:
        asked = asks_for((TURN,), optional=(PLAN,))
        cited = result(cite(TURN), cite(PLAN), cite(COMMENT), cite(COMMENT, quote="別"))
        assert value(CitationPrecision(Level.UNIT), asked, cited) == pytest.approx(2 / 3)
        assert value(CitationF1(Level.UNIT), asked, cited) == pytest.approx(0.8)

    def test_an_answer_without_citations_has_f1_zero_and_no_precision(self) -> None:
        assert value(CitationPrecision(Level.UNIT), asks_for((TURN,)), result()) is None
        assert value(CitationF1(Level.UNIT), asks_for((TURN,)), result()) == 0

    def test_the_neighbouring_turn_is_right_at_parent_level_only(self) -> None:
        asked, answered = asks_for((TURN,)), result(cite(OTHER_TURN))
        assert value(CitationF1(Level.UNIT), asked, answered) == 0
        assert value(CitationF1(Level.PARENT), asked, answered) == 1
        assert value(CitationF1(Level.PARENT), asked, result(cite(PLAN))) == 0

    def test_an_id_that_does_not_exist_is_told(self) -> None:
        detail = IdValidity().detail(
            Pair(case(), result(cite(TURN), cite("計画#9"), retrieved=[PLAN, "なし#1"])), CONTEXT
        )
        assert detail.value == 0.5
        assert "計画#9" in detail.note
        assert "なし#1" in detail.note


class TestClaims:
    def uncited(self, answer: str, **fields: object) -> float | None:
        return value(UncitedClaims(), case(), result(cite(TURN), answer=answer, **fields))

    def test_a_marker_covers_the_sentences_before_it_on_its_line_but_none_behind(self) -> None:
        assert self.uncited("記載はありません。誰の発言かは分かりません。[1]") == 0
        assert self.uncited("窓口は二階です。[1]土曜日も開きます。") == 0.5
        assert self.uncited("窓口は二階です。[1]\n\n土曜日も開きます。") == 0.5
        assert self.uncited("窓口は二階です[1]。土曜日も開きます[1]。") == 0

    def test_quotes_labels_and_items_are_read_as_the_product_sets_them(self) -> None:
        quote = "> 「窓口を置く。開ける。」[1]（第1回会合 議事要旨 2 発言1（青木））"
        assert self.uncited(f"{quote}\n\n- 窓口 対応: 修正[1]") == 0
        assert self.uncited("> 「窓口を置く。開ける。」（第1回会合）") == 1

    def test_headings_and_words_about_the_answer_state_nothing(self) -> None:
        assert self.uncited("## 窓口の場所\n質問に当てはまりうる箇所が2つあります。") is None
        assert self.uncited("次のとおりです。\n窓口は二階です。[1]") == 0

    def test_a_marker_that_stands_for_no_citation_covers_nothing(self) -> None:
        assert self.uncited("窓口は二階です。[7]") == 1

    def test_an_english_sentence_without_a_marker_is_found(self) -> None:
        assert self.uncited("The desk is upstairs. [1] It opens on Saturday.") == 0.5

    def test_a_refusal_has_nothing_to_cite(self) -> None:
        assert self.uncited("窓口の記載はどこにもありません。", status="not_in_documents") is None


class TestQuotes:
    def test_white_space_does_not_matter_and_a_letter_does(self) -> None:
        assert (
            value(VerbatimQuotes(), case(), result(cite(PLAN, quote="窓口を 市役所の\n二階"))) == 1
        )
        assert value(VerbatimQuotes(), case(), result(cite(PLAN, quote="窓口を市役所の三階"))) == 0

    def test_two_passages_run_together_are_no_quote(self) -> None:
        answered = result(cite(TURN, quote="窓口を土曜日も46台である。"))
        assert invented_quotes(answered, CONTEXT) == ("窓口を土曜日も46台である。",)

    def test_a_quote_altered_in_the_answer_alone_is_invented(self) -> None:
        answer = "> 「窓口を日曜日も開けるべきだ。」[1]（第1回会合）"
        assert invented_quotes(result(cite(TURN), answer=answer), CONTEXT)
        right = answer.replace("日曜日", "土曜日")
        assert not invented_quotes(result(cite(TURN), answer=right), CONTEXT)

    def test_a_quote_inside_a_sentence_must_stand_in_a_cited_unit(self) -> None:
        answer = "「窓口を市役所の三階に置くこと」とされています。[1]"
        assert invented_quotes(result(cite(PLAN), answer=answer), CONTEXT)
        asked = result(cite(PLAN), answer=answer, question="「窓口を市役所の三階に置くこと」か。")
        assert not invented_quotes(asked, CONTEXT)

    def test_a_quote_from_an_unknown_id_is_not_verbatim_but_left_to_the_id_check(self) -> None:
        answered = result(cite("計画#9", quote="何か"))
        assert value(VerbatimQuotes(), case(), answered) == 0
        assert invented_quotes(answered, CONTEXT) == ()
