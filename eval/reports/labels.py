"""The words and figures that every report prints alike."""

from __future__ import annotations

import re

from eval.records import Flip, Score, ViolationKind

ABSENT = "—"

_METRICS = {
    "citation_precision": "引用の適合率",
    "citation_recall": "引用の再現率",
    "citation_f1": "引用のF1",
    "retrieval_recall_5": "検索の再現率（5件）",
    "retrieval_recall_10": "検索の再現率（10件）",
    "retrieval_ndcg_10": "検索のnDCG（10件）",
    "retrieval_first": "検索の最初の正解（RR）",
    "id_validity": "実在するidの割合",
    "uncited_claims": "典拠のない文の割合",
    "verbatim_quotes": "原文どおりの引用の割合",
    "vital_nuggets": "必須の事実",
    "nugget_recall": "事実の再現率",
    "status_accuracy": "状態の正しさ",
    "abstention_precision": "断りの適合率",
    "abstention_recall": "断りの再現率",
    "hallucination": "根拠なしに答えた割合",
    "attribution": "発言者の正しさ",
    "false_naming": "誤った名指しの割合",
}
# A comparison does not tell the direction, so it is known here by name.
_LOWER_IS_BETTER = frozenset({"uncited_claims", "hallucination", "false_naming"})
_PARENT = "_parent"
_DURATION = re.compile(r"latency_(?P<stage>[a-z]+)_(?P<quantile>[a-z0-9]+)_ms")
_STAGES = {"understand": "質問の理解", "gather": "検索", "verify": "検証", "total": "全体"}
_QUANTILES = {"median": "中央値", "p95": "95%点"}
_WORDS = {
    "smoke": "スモーク",
    "regression": "回帰",
    "dev": "開発",
    "official": "行政職員",
    "newcomer": "初めての人",
    "engineer": "技術者",
    "who": "誰が",
    "fact": "事実",
    "where": "どこに",
    "list": "列挙",
    "count": "件数",
    "define": "定義",
    "compare": "比較",
    "outcome": "対応",
    "replied": "回答",
    "refuse": "答えない",
    "summary": "要約",
    "answered": "回答",
    "partial": "一部のみ回答",
    "not_in_documents": "収録文書に記載なし",
    "premise_wrong": "質問の前提が違う",
    "ambiguous": "質問を絞ってもらう",
    "out_of_scope": "対象外の質問",
    "printed": "記載あり",
    "heading": "見出し",
    "self_reference": "推定",
    "none": "記載なし",
}
VIOLATIONS = {
    ViolationKind.INVALID_ID: "存在しないid",
    ViolationKind.FALSE_NAME: "誤った名指し",
    ViolationKind.INVENTED_QUOTE: "原文にない引用",
    ViolationKind.FORBIDDEN_FACT: "禁じた内容",
    ViolationKind.MISSING_CASE: "結果のない質問",
}
FLIPS = {Flip.WIN: "勝ち", Flip.LOSS: "負け", Flip.TIE: "引き分け"}
FLIP_MARKS = {Flip.WIN: "▲", Flip.LOSS: "▼", Flip.TIE: "＝"}


def metric_label(name: str) -> str:
    """The metric in Japanese, or its name where it has none."""
    if duration := _DURATION.fullmatch(name):
        stage, quantile = duration["stage"], duration["quantile"]
        return f"{_STAGES.get(stage, stage)}の時間（{_QUANTILES.get(quantile, quantile)}）"
    base = name.removesuffix(_PARENT)
    label = _METRICS.get(base, base)
    return f"{label}・親単位" if base != name else label


def directed_label(name: str) -> str:
    """The metric in Japanese, with an arrow where lower is better."""
    lower = name in _LOWER_IS_BETTER or is_duration(name)
    return metric_label(name) + (" ↓" if lower else "")


def word(value: str) -> str:
    """A status, split, persona or kind in Japanese, or as it is."""
    return _WORDS.get(value, value)


def is_parent(name: str) -> bool:
    """Whether the metric counts the unit that holds the right one as right."""
    return name.endswith(_PARENT)


def is_duration(name: str) -> bool:
    """Whether the metric is milliseconds, not a share."""
    return name.endswith("_ms")


def figure(name: str, value: float | None) -> str:
    """A value of the metric: three decimals, or milliseconds."""
    if value is None:
        return ABSENT
    return f"{value:.1f} ms" if is_duration(name) else f"{value:.3f}"


def signed(name: str, value: float | None) -> str:
    """A difference, with its sign."""
    if value is None:
        return ABSENT
    return f"{value:+.1f} ms" if is_duration(name) else f"{value:+.3f}"


def interval(name: str, low: float | None, high: float | None) -> str:
    """A 95 % interval."""
    if low is None or high is None:
        return ABSENT
    return f"{figure(name, low)}～{figure(name, high)}"


def signed_interval(name: str, low: float | None, high: float | None) -> str:
    """The 95 % interval of a difference."""
    if low is None or high is None:
        return ABSENT
    return f"{signed(name, low)}～{signed(name, high)}"


def probability(value: float | None) -> str:
    """A p value."""
    if value is None:
        return ABSENT
    return "<0.001" if value < 0.001 else f"{value:.3f}"


def difference(before: float | None, after: float | None) -> float | None:
    """After minus before, None where either was not measured."""
    return None if before is None or after is None else after - before


def passed_count(score: Score) -> str:
    """How many cases passed of how many."""
    return f"{sum(case.passed for case in score.cases)}/{len(score.cases)}"
