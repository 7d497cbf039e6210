"""Scores for the `tenkyo eval` commands, from whatever a person points at."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from rich.console import Console
from rich.progress import Progress

from assistant.assistant import Assistant
from eval.baseline import baseline_path, load_baseline
from eval.cases import Case
from eval.compare import compare
from eval.gate import GateReport, differences, judge
from eval.measure import measure, score_file, set_to_score
from eval.records import Comparison, Score
from eval.reports.headline import of_gate
from eval.results import load_score
from eval.thresholds import DEFAULT_THRESHOLDS, load_thresholds
from index.errors import UsageError
from index.library import Library


@contextmanager
def progress_bar(total: int) -> Iterator[Callable[[Case], None]]:
    """A bar on standard error; what it gives is to be called after each case."""
    with Progress(console=Console(stderr=True)) as progress:
        task = progress.add_task("回答中", total=total)
        yield lambda _: progress.advance(task)


def scored(library: Library, cases: str, results: Path | None, workers: int = 1) -> Score:
    """The score of a results file, or of answering the set now."""
    case_set = set_to_score(cases, library)
    if results is not None:
        return score_file(case_set, results, library)
    with progress_bar(len(case_set.cases)) as advance:
        return measure(Assistant(library), case_set, advance, workers=workers)


def compared(
    open_library: Callable[[], Library], cases: str | None, before: Path, after: Path
) -> Comparison:
    """Two runs side by side, each a score (`eval score --out`), a baseline or results (`.jsonl`).

    Args:
        open_library: Gives what results were asked of; called only where some are scored.
        cases: The set, needed for results.
        before: The first run.
        after: The second run.

    Raises:
        UsageError: A file is wrong, the set is needed and not given, or the runs are of
            different cases or documents.
    """
    first, second = (_score_of(open_library, cases, path) for path in (before, after))
    if other := differences(second.provenance, first.provenance):
        raise UsageError("\n".join(("二つの実行は比べられません。", *other)))
    return compare(first, second)


def _score_of(open_library: Callable[[], Library], cases: str | None, path: Path) -> Score:
    if path.suffix != ".jsonl":
        return load_score(path)
    if cases is None:
        raise UsageError(f"{path}: 結果を比べるには、採点のため --cases も指定してください。")
    return scored(open_library(), cases, path)


def judged(score: Score, baseline: Path | None, thresholds: Path | None) -> GateReport:
    """What the gate says; the files default to those that ship."""
    held = load_baseline(baseline or baseline_path(score.provenance.set_name))
    return judge(score, held, load_thresholds(thresholds or DEFAULT_THRESHOLDS))


def gate_lines(report: GateReport) -> Iterator[str]:
    """The verdict, then each finding."""
    headline = of_gate(report)
    yield f"{headline.mark} {headline.text}"
    yield from (f"- {reason}" for reason in headline.reasons)
