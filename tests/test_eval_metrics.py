"""Each metric says what its name says, on answers made small enough to count by hand."""

from __future__ import annotations

import pytest

from eval.cases import Answerable, Case, Nugget, Weight
from eval.metrics import METRICS
from eval.metrics.attribution import Attribution, Confusion, FalseNaming, confusion, false_names
from eval.metrics.context import scoring_context
from eval.metrics.facts import NuggetRecall, VitalNuggets, forbidden_facts, says
from eval.metrics.latency import Latency, Quantile, Stage
from eval.metrics.status import AbstentionPrecision, AbstentionRecall, Hallucination, StatusAccuracy
from eval.records import Pair, Result, ResultTimings
from tests.helpers.made_results import (
    COMMENT,
    CONTEXT,
    ENTRY,
    OTHER_TURN,
    TURN,
    case,
    cite,
    result,
    value,
    who,
)


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
