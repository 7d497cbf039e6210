"""From a set of cases to a score: answers to a file, the file to figures.

A set is a file, or the name of one of the two sets that any library with a table of comments
brings with it (`eval.free_sets`).
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from assistant.assistant import Assistant
from eval.cases import Case, CaseSet, load_case_set
from eval.free_sets import (
    COMMENT_SECTIONS,
    OPINION_REPLIES,
    answer_free_set,
    comment_section_set,
    opinion_reply_set,
)
from eval.metrics.context import scoring_context
from eval.provenance import (
    corpus_hash,
    load_provenance,
    provenance_of,
    write_provenance,
)
from eval.records import Provenance, Score
from eval.results import load_results
from eval.run import RunReport, cases_to_answer, run_cases
from eval.scorer import score_run
from eval.short_names import resolve
from index.errors import UsageError
from index.library import Library

# What is known of results that came without a provenance.
UNKNOWN = Provenance("", "", "", "", "", "", None, "")

_FREE_SETS: dict[str, Callable[[Library], CaseSet]] = {
    COMMENT_SECTIONS: comment_section_set,
    OPINION_REPLIES: opinion_reply_set,
}


def set_to_answer(cases: str, library: Library) -> CaseSet:
    """The set of a name or file; of any file with `id` and `question`.

    Raises:
        UsageError: There is no such set, the file is wrong, or several documents fit a name.
    """
    return _free(cases, library) or resolve(cases_to_answer(Path(cases)), library)


def set_to_score(cases: str, library: Library) -> CaseSet:
    """The set of a name or file with what is expected of the answers.

    Raises:
        UsageError: There is no such set, the file is wrong, or several documents fit a name.
    """
    return _free(cases, library) or resolve(load_case_set(Path(cases)), library)


def _free(cases: str, library: Library) -> CaseSet | None:
    if cases not in _FREE_SETS:
        return None
    found = _FREE_SETS[cases](library)
    if not found.cases:
        raise UsageError(
            f"質問集「{cases}」は意見募集の結果の表から作りますが、収録している文書にありません。"
        )
    return found


def answer_set(
    assistant: Assistant,
    case_set: CaseSet,
    out: Path,
    progress: Callable[[Case], None] = lambda _: None,
    *,
    workers: int = 1,
    resume: bool = False,
) -> RunReport:
    """Answer a set and write its results with their provenance.

    Args:
        assistant: Answers the questions.
        case_set: What to answer.
        out: The results file.
        progress: Called after each case.
        workers: How many questions are asked at once.
        resume: Keep what an earlier run of the same provenance answered.

    Raises:
        UsageError: The file cannot be written.
    """
    provenance = provenance_of(assistant.library, case_set, case_set.set)
    if case_set.set in _FREE_SETS:
        return _answer_free(assistant.library, case_set, out, progress)
    return run_cases(
        assistant,
        case_set.cases,
        out,
        progress,
        provenance=provenance,
        workers=workers,
        resume=resume,
    )


def _answer_free(
    library: Library, case_set: CaseSet, out: Path, progress: Callable[[Case], None]
) -> RunReport:
    results = answer_free_set(library, case_set)
    try:
        out.write_text(
            "".join(f"{result.model_dump_json()}\n" for result in results), encoding="utf-8"
        )
        write_provenance(provenance_of(library, case_set, case_set.set), out)
    except OSError as error:
        raise UsageError(f"{out}: 書けません（{error.strerror}）。") from error
    for case in case_set.cases:
        progress(case)
    return RunReport(len(case_set.cases), 0, ())


def score_file(case_set: CaseSet, results: Path, library: Library) -> Score:
    """Score a results file.

    The score tells which corpus, index and models made the results; it tells nothing of them
    where no provenance lies beside the file, as with another program's results.

    Raises:
        UsageError: The file cannot be read, or answers other questions, or other documents
            than the library's.
    """
    found = load_results(results)
    made_with = load_provenance(results)
    if made_with is not None and made_with.corpus != corpus_hash(library):
        raise UsageError(
            f"{results}: いま収録している文書とは別の文書で答えた結果です。"
            "tenkyo eval run をもう一度実行してください。"
        )
    return score_run(case_set, found, scoring_context(library), made_with or UNKNOWN)


def measure(
    assistant: Assistant,
    case_set: CaseSet,
    progress: Callable[[Case], None] = lambda _: None,
    *,
    workers: int = 1,
) -> Score:
    """Answer a set and score it at once, leaving no file."""
    with TemporaryDirectory() as folder:
        out = Path(folder) / "results.jsonl"
        answer_set(assistant, case_set, out, progress, workers=workers)
        return score_file(case_set, out, assistant.library)
