"""What `tenkyo eval report` and `tenkyo eval peers` print."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from assistant.assistant import Assistant
from eval.baseline import load_baseline
from eval.cases import CaseSet
from eval.compare import compare
from eval.gate import GateReport, judge
from eval.measure import measure, score_file
from eval.metrics.context import scoring_context
from eval.peers import answer_with_peer
from eval.provenance import provenance_of
from eval.records import Comparison, Score
from eval.reports import labels
from eval.reports.html import html
from eval.reports.junit import junit
from eval.reports.markdown import markdown
from eval.reports.table import Table, aligned, table_lines
from eval.results import load_results
from eval.scorer import score_run
from eval.thresholds import load_thresholds
from index.errors import UsageError
from index.library import Library


class ReportFormat(StrEnum):
    """What a report is written as."""

    TABLE = "table"
    MARKDOWN = "markdown"
    JUNIT = "junit"
    HTML = "html"


def report_form(name: str) -> ReportFormat:
    """The form of this name.

    Raises:
        UsageError: There is none.
    """
    try:
        return ReportFormat(name)
    except ValueError as error:
        raise UsageError(f"--format は {'・'.join(ReportFormat)} のどれかです。") from error


def report_text(
    form: ReportFormat,
    library: Library,
    case_set: CaseSet,
    results: Path,
    before: Path | None,
    baseline: Path | None,
) -> str:
    """A report on a results file.

    Args:
        form: Its form; Markdown needs `before` or `baseline`.
        library: What was asked.
        case_set: The cases.
        results: The run's results.
        before: An earlier run's results to compare with.
        baseline: A baseline to judge by, and to compare with where there is no earlier run.

    Raises:
        UsageError: A file is wrong, or nothing to compare with is given where it is needed.
    """
    score = score_file(case_set, results, library)
    held = load_baseline(baseline) if baseline else None
    gate = judge(score, held, load_thresholds()) if held else None
    earlier = score_file(case_set, before, library) if before else held
    comparison = compare(earlier, score) if earlier else None
    match form:
        case ReportFormat.JUNIT:
            return junit(score)
        case ReportFormat.TABLE:
            return "\n".join(table_lines(comparison or score)) + "\n"
        case ReportFormat.MARKDOWN:
            return _markdown(comparison, gate)
        case ReportFormat.HTML:
            return html(
                score,
                comparison,
                case_set=case_set,
                results=load_results(results),
                results_before=load_results(before) if before else (),
                gate=gate,
            )


def _markdown(comparison: Comparison | None, gate: GateReport | None) -> str:
    if comparison is None:
        raise UsageError("Markdownの報告は比較です。--before か --baseline を指定してください。")
    return markdown(comparison, gate)


def peer_lines(assistant: Assistant, case_set: CaseSet, names: tuple[str, ...]) -> list[str]:
    """A table of the metrics, a column for the product and one for each peer.

    Raises:
        UsageError: There is no such peer, or its library is not installed.
    """
    library = assistant.library
    answers = {name: answer_with_peer(name, library, case_set) for name in names}
    made_with = provenance_of(library, case_set, case_set.set)
    context = scoring_context(library)
    scores = {"tenkyo": measure(assistant, case_set)}
    for name, results in answers.items():
        scores[name] = score_run(case_set, results, context, made_with)
    rows = [("合格", *map(_passed, scores.values()))]
    for metric in scores["tenkyo"].metrics:
        arrow = "" if metric.higher_is_better else " ↓"
        cells = (_mean(score, metric.name) for score in scores.values())
        rows.append((labels.metric_label(metric.name) + arrow, *cells))
    return aligned(Table(f"比較 {case_set.set}", ("指標", *scores), tuple(rows), ()))


def _passed(score: Score) -> str:
    return f"{sum(case.passed for case in score.cases)}/{len(score.cases)}"


def _mean(score: Score, name: str) -> str:
    means = {metric.name: metric.mean for metric in score.metrics}
    return labels.figure(name, means.get(name))
