"""Cases and results made small enough to count by hand, over five units."""

from __future__ import annotations

from eval.cases import Case, GoldAttribution, GoldCitations
from eval.metrics.context import KnownUnit, ScoringContext
from eval.metrics.metric import CaseMetric
from eval.records import Pair, Result, ResultCitation, ResultSpeaker

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


def who(level: str, person: str | None = None, unit: str = TURN, **fields: object) -> Case:
    gold = GoldAttribution(level=level, person=person)
    return case(
        kind="who", attribution=gold, citations=GoldCitations(required=((unit,),)), **fields
    )
