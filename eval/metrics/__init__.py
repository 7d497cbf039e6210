"""The metrics, each a small class that gives a summary and what it says of each case."""

from __future__ import annotations

from eval.metrics.attribution import Attribution, FalseNaming
from eval.metrics.citations import CitationF1, CitationPrecision, CitationRecall, IdValidity
from eval.metrics.claims import UncitedClaims
from eval.metrics.facts import NuggetRecall, VitalNuggets
from eval.metrics.gold import Level
from eval.metrics.latency import Latency, Quantile, Stage
from eval.metrics.metric import Metric
from eval.metrics.quotes import VerbatimQuotes
from eval.metrics.ranking import RankMeasure, Retrieval
from eval.metrics.status import AbstentionPrecision, AbstentionRecall, Hallucination, StatusAccuracy

METRICS: tuple[Metric, ...] = (
    *(Retrieval(measure, level) for level in Level for measure in RankMeasure),
    *(kind(level) for level in Level for kind in (CitationPrecision, CitationRecall, CitationF1)),
    IdValidity(),
    VerbatimQuotes(),
    UncitedClaims(),
    VitalNuggets(),
    NuggetRecall(),
    StatusAccuracy(),
    AbstentionPrecision(),
    AbstentionRecall(),
    Hallucination(),
    Attribution(),
    FalseNaming(),
    *(Latency(stage, quantile) for stage in Stage for quantile in Quantile),
)
