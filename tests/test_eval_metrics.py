"""Each metric says what its name says, on answers made small enough to count by hand."""

from __future__ import annotations

import pytest

from eval.cases import Answerable, Case, GoldAttribution, GoldCitations, Nugget, Weight
from eval.metrics import METRICS
from eval.metrics.attribution import Attribution, Confusion, FalseNaming, confusion, false_names
from eval.metrics.citations import CitationF1, CitationPrecision, CitationRecall, IdValidity
from eval.metrics.claims import UncitedClaims
from eval.metrics.context import KnownUnit, ScoringContext, scoring_context
from eval.metrics.facts import NuggetRecall, VitalNuggets, forbidden_facts, says
from eval.metrics.gold import Level
from eval.metrics.latency import Latency, Quantile, Stage
from eval.metrics.metric import CaseMetric
from eval.metrics.quotes import VerbatimQuotes, invented_quotes
from eval.metrics.ranking import RankMeasure, Retrieval
from eval.metrics.status import AbstentionPrecision, AbstentionRecall, Hallucination, StatusAccuracy
from eval.records import Pair, Result, ResultCitation, ResultSpeaker, ResultTimings

TURN, OTHER_TURN, PLAN, ENTRY = (
    "会議-第1回#2-発言1",
    "会議-第1回#2-発言2",
    "計画#3.1",
    "会議-第1回#出席者1",
)
COMMENT = "結果#意見1"
TEXTS = {
    TURN: "窓口を土曜日も開けるべきだ。利用は月に46台である。",
    OTHER_TURN: "予算は三千万円である。",
    PLAN: "3.1 窓口\n窓口を市役所の二階に置く。",
    ENTRY: "出席者 青木 一郎 委員",
    COMMENT: "受付の時間を延ばしてほしい。",
}
PARENTS = {TURN: "会議-第1回#2", OTHER_TURN: "会議-第1回#2", PLAN: "計画#3"}
CONTEXT = ScoringContext.of(
    (
        *(
            KnownUnit(one, PARENTS.get(one), text, text, is_person=one == ENTRY)
            for one, text in TEXTS.items()
        ),
        KnownUnit("会議-第1回#2", None, "2 議事", "2 議事"),
        KnownUnit("計画#3", None, "3 施策", "3 施策"),
    ),
    ["青木一郎", "石田花子", "個人(1)", "個人(11)"],
)


def case(**fields: object) -> Case:
    return Case.model_validate({"id": "c1", "question": "問い", **fields})


def asks_for(*groups: tuple[str, ...], optional: tuple[str, ...] = ()) -> Case:
    return case(citations=GoldCitations(required=groups, optional=optional))


def cite(unit_id: str, n: int = 1, quote: str | None = None, **speaker: str) -> ResultCitation:
    return ResultCitation(
        n=n,
        id=unit_id,
        quote=TEXTS.get(unit_id, "")[:6] if quote is None else quote,
        text=TEXTS.get(unit_id, ""),
        speaker=ResultSpeaker(**speaker) if speaker else None,
    )


def result(*citations: ResultCitation, **fields: object) -> Result:
    return Result.model_validate(
        {"id": "c1", "status": "answered", "citations": citations, **fields}
    )


def value(metric: CaseMetric, asked: Case, answered: Result) -> float | None:
    return metric.detail(Pair(asked, answered), CONTEXT).value


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


class TestFacts:
    @pytest.mark.parametrize(
        ("answer", "fact", "held"),
        [
            ("利用は４６ 台です。", "46台", True),
            ("利用は146台です。", "46台", False),
            ("割合は10.5%です。", "10", False),
            ("1,200世帯です。", "200世帯", False),
            ("三つで4[1]6台です。", "46台", False),
            ("平成26 年度4.2 6人です。", "26人", False),
            ("About 10 percent.", "about 10", True),
        ],
    )
    def test_a_figure_is_found_whole_only(self, answer: str, fact: str, held: bool) -> None:
        assert says(answer, fact) is held

    def test_one_vital_fact_missing_is_zero_whatever_else_is_there(self) -> None:
        nuggets = (
            Nugget(any_of=("46台", "四十六台")),
            Nugget(regex="二階|2階"),
            Nugget(any_of=("土曜日",), weight=Weight.OKAY),
        )
        asked = case(nuggets=nuggets)
        answered = result(answer="四十六台で、土曜日です。[1]")
        assert value(VitalNuggets(), asked, answered) == 0
        assert value(NuggetRecall(), asked, answered) == pytest.approx(2 / 3)
        assert value(VitalNuggets(), asked, result(answer="46台、2階。[1]")) == 1

    def test_a_forbidden_fact_is_found(self) -> None:
        asked = case(forbidden=("三階",))
        assert forbidden_facts(asked, result(answer="窓口は三階です。[1]")) == ("三階",)
        assert forbidden_facts(asked, result(answer="窓口は二階です。[1]")) == ()


class TestStatus:
    def test_where_the_documents_answer_in_part_both_words_are_right(self) -> None:
        asked = case(answerable=Answerable.PARTIAL, status="partial")
        assert value(StatusAccuracy(), asked, result(status="answered")) == 1
        assert value(StatusAccuracy(), asked, result(status="not_in_documents")) == 0

    def test_a_refusal_for_another_reason_is_a_wrong_status_but_an_abstention(self) -> None:
        asked = case(answerable=Answerable.NO, status="premise_wrong")
        answered = result(status="not_in_documents")
        assert value(StatusAccuracy(), asked, answered) == 0
        assert value(AbstentionRecall(), asked, answered) == 1
        assert value(Hallucination(), asked, answered) == 0

    def test_refusing_what_can_be_answered_costs_precision(self) -> None:
        refused = result(status="not_in_documents")
        assert value(AbstentionPrecision(), case(answerable=Answerable.YES), refused) == 0
        assert value(AbstentionPrecision(), case(answerable=Answerable.NO), refused) == 1
        assert value(AbstentionPrecision(), case(answerable=Answerable.NO), result()) is None

    def test_answering_what_nothing_answers_is_made_up(self) -> None:
        asked = case(answerable=Answerable.NO)
        assert value(Hallucination(), asked, result(status="partial")) == 1
        assert value(Hallucination(), case(answerable=Answerable.YES), result()) is None


def who(level: str, person: str | None = None, unit: str = TURN, **fields: object) -> Case:
    gold = GoldAttribution(level=level, person=person)
    return case(
        kind="who", attribution=gold, citations=GoldCitations(required=((unit,),)), **fields
    )


class TestAttribution:
    def named(self, asked: Case, answered: Result) -> tuple[str, ...]:
        return false_names(Pair(asked, answered), CONTEXT)

    def test_the_gold_speaker_is_no_false_name(self) -> None:
        answered = result(
            cite(TURN, person="青木一郎", basis="printed"), answer="発言者は青木一郎です。[1]"
        )
        asked = who("printed", "青木 一郎")
        assert self.named(asked, answered) == ()
        assert value(Attribution(), asked, answered) == 1

    def test_another_speaker_in_the_citation_is_one(self) -> None:
        answered = result(cite(TURN, person="石田花子", basis="printed"), answer="発言[1]")
        assert self.named(who("printed", "青木一郎"), answered) == ("石田花子",)
        assert value(Attribution(), who("printed", "青木一郎"), answered) == 0

    def test_another_speaker_in_the_words_alone_is_one(self) -> None:
        speaker = cite(TURN, person="青木一郎", basis="printed")
        answered = result(speaker, answer="発言者は石田花子です。[1]")
        assert self.named(who("printed", "青木一郎"), answered) == ("石田花子",)

    def test_a_name_or_office_where_the_minutes_give_none_is_one(self) -> None:
        for speaker in ({"person": "青木一郎"}, {"office": "委員"}):
            answered = result(cite(TURN, basis="self_reference", **speaker), answer="発言[1]")
            assert self.named(who("none"), answered)
            assert value(FalseNaming(), who("none"), answered) == 1

    def test_a_name_for_another_turn_behind_the_lead_is_none(self) -> None:
        answered = result(
            cite(TURN, basis="none"),
            cite(OTHER_TURN, 2, person="石田花子", basis="printed"),
            answer="発言者は特定できません。[1]\n\n別の発言は石田花子のものです。[2]",
        )
        assert self.named(who("none"), answered) == ()

    def test_a_member_whose_proxy_spoke_may_be_told(self) -> None:
        speaker = {"person": "青木一郎", "basis": "printed", "proxy_for": "石田花子 局長"}
        answered = result(cite(TURN, **speaker), answer="発言者は石田花子の代理の青木一郎です。[1]")
        assert self.named(who("printed", "青木一郎"), answered) == ()

    def test_entries_of_a_roster_speak_for_nobody(self) -> None:
        answered = result(cite(ENTRY), answer="- 青木一郎（委員）[1]")
        assert self.named(who("none", unit=ENTRY), answered) == ()

    def test_another_submitter_is_one_even_where_the_names_are_alike(self) -> None:
        answered = result(cite(COMMENT), answer="意見1の提出者は個人(11)です。[1]")
        asked = who("printed", "個人(1)", unit=COMMENT)
        assert self.named(asked, answered) == ("個人(11)",)
        assert value(Attribution(), asked, answered) == 0

    def test_where_nobody_asked_who_a_gold_of_none_says_nothing(self) -> None:
        asked = who("none").model_copy(update={"kind": "fact"})
        answered = result(cite(TURN, person="青木一郎", basis="self_reference"), answer="発言[1]")
        assert self.named(asked, answered) == ()
        assert value(Attribution(), asked, answered) is None

    def test_the_confusion_counts_levels_and_turns_not_cited(self) -> None:
        asked = who("printed", "青木一郎")
        pairs = [
            Pair(asked, result(cite(TURN, person="青木一郎", basis="printed"))),
            Pair(asked, result(cite(TURN, basis="none"))),
            Pair(asked, result(cite(OTHER_TURN))),
        ]
        assert confusion(Attribution().score(pairs, CONTEXT)) == (
            Confusion("printed", "none", 1),
            Confusion("printed", "printed", 1),
            Confusion("printed", "uncited", 1),
        )


def test_latency_is_a_quantile_and_results_without_times_are_not_measured() -> None:
    times = [result(timings=ResultTimings(gather_ms=ms, verify_ms=1)) for ms in (10, 20, 90)]
    pairs = [Pair(case(), one) for one in (*times, result())]
    assert Latency(Stage.GATHER, Quantile.MEDIAN).score(pairs, CONTEXT).mean == 20
    total = Latency(Stage.TOTAL, Quantile.P95).score(pairs, CONTEXT)
    assert total.mean == pytest.approx(84)
    assert [detail.value for detail in total.details] == [11, 21, 91, None]


def test_a_failed_call_is_measured_by_no_metric_and_names_are_distinct() -> None:
    failed = Result(id="c1", error="接続できません")
    asked = who("printed", "青木一郎", answerable="no", nuggets=[{"any_of": ["46台"]}])
    scored = [metric.score([Pair(asked, failed)], CONTEXT) for metric in METRICS]
    assert {one.mean for one in scored} == {None}
    assert all("接続できません" in one.details[0].note for one in scored)
    assert len({one.name for one in scored}) == len(METRICS)


def test_the_context_of_a_library_holds_its_units_people_and_submitters(sample) -> None:
    context = scoring_context(sample.library)
    assert "千早野市デジタル安全推進会議-第5回#4(2)-発言2" in context.unit_ids
    assert context.family("千早野市デジタル安全推進会議-第5回#4(2)-発言2") == {
        "千早野市デジタル安全推進会議-第5回#4(2)-発言2",
        "千早野市デジタル安全推進会議-第5回#4(2)",
    }
    assert {"篠宮かおり", "個人(1)"} <= context.names
    assert context.is_person("千早野市デジタル安全推進会議-第5回#出席者3")
