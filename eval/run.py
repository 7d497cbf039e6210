"""Answers a whole file of cases in one process; what a killed run answered is kept.

While a run goes on its lines lie in `<out>.partial`, in the order in which they came; the
results file appears whole, in the order of the cases.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path

from assistant.assistant import Assistant
from assistant.contract import answer_object
from eval.cases import Case, CaseSet, load_case_set, load_questions
from eval.provenance import load_provenance, provenance_path, write_provenance
from eval.records import Provenance
from index.errors import TenkyoError, UsageError


@dataclass(frozen=True, slots=True)
class RunReport:
    """How a run went.

    Attributes:
        answered: How many cases were answered now.
        kept: How many answers of an earlier, interrupted run were kept.
        failed: Ids of the cases whose answering failed.
    """

    answered: int
    kept: int
    failed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Line:
    """One line of a results file."""

    case_id: str
    text: str
    failed: bool


def cases_to_answer(path: Path) -> CaseSet:
    """The set of a file, or its questions alone where it holds more than a set may.

    Raises:
        UsageError: A case lacks `id` or `question`, or the file cannot be read.
    """
    asked = load_questions(path)
    try:
        return load_case_set(path)
    except UsageError:  # others' files hold other fields; answering needs none of them
        cases = (Case(id=case.id, question=case.question, history=case.history) for case in asked)
        return CaseSet(set=path.stem, cases=tuple(cases))


def run_cases(
    assistant: Assistant,
    cases: tuple[Case, ...],
    out: Path,
    progress: Callable[[Case], None],
    *,
    provenance: Provenance,
    workers: int = 1,
    resume: bool = False,
) -> RunReport:
    """Answer every case and write one JSON object a line.

    A case whose answering fails becomes a line with `error`; asking again with `resume` tries
    only what is missing or failed.

    Args:
        assistant: Answers the questions.
        cases: What to answer; the file keeps their order.
        out: Where to write.
        progress: Called after each case.
        provenance: What the run is made with; written to `<out>.meta.json`.
        workers: How many questions are asked at once.
        resume: Keep answers that an earlier run with the same provenance wrote.

    Raises:
        UsageError: The file cannot be written.
    """
    partial = out.with_name(out.name + ".partial")
    kept = _kept(cases, out, partial, provenance) if resume else {}
    try:
        write_provenance(provenance, partial)
        with partial.open("w", encoding="utf-8") as written:
            lines = {}
            for case, line in _answered(assistant, cases, kept, workers):
                lines[case.id] = line
                written.write(line.text)
                written.flush()
                progress(case)
        partial.write_text("".join(lines[case.id].text for case in cases), encoding="utf-8")
        partial.replace(out)
        provenance_path(partial).replace(provenance_path(out))
    except OSError as error:
        raise UsageError(f"{out}: 書けません（{error.strerror}）。") from error
    failed = tuple(case.id for case in cases if lines[case.id].failed)
    return RunReport(len(cases) - len(kept), len(kept), failed)


def _answered(
    assistant: Assistant, cases: tuple[Case, ...], kept: dict[str, _Line], workers: int
) -> Iterator[tuple[Case, _Line]]:
    """Each case with its line, the kept ones first, the others as they come."""
    yield from ((case, kept[case.id]) for case in cases if case.id in kept)
    with ThreadPoolExecutor(max_workers=workers) as pool:
        waiting: dict[Future[_Line], Case] = {
            pool.submit(_line, assistant, case): case for case in cases if case.id not in kept
        }
        try:
            for done in as_completed(waiting):
                yield waiting[done], done.result()
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def _line(assistant: Assistant, case: Case) -> _Line:
    try:
        answer = assistant.answer(case.question, case.history)
        record = {"id": case.id, **answer_object(answer, assistant.library)}
        failed = False
    except TenkyoError as error:
        record = {"id": case.id, "question": case.question, "error": str(error)}
        failed = True
    return _Line(case.id, json.dumps(record, ensure_ascii=False) + "\n", failed)


def _kept(
    cases: tuple[Case, ...], out: Path, partial: Path, provenance: Provenance
) -> dict[str, _Line]:
    """The good lines of a run with the same provenance: an interrupted one, else a whole one."""
    questions = {case.id: case.question for case in cases}
    for path in (partial, out):
        if path.exists() and load_provenance(path) == provenance:
            found = (_read(text) for text in path.read_text(encoding="utf-8").split("\n"))
            return {line.case_id: line for line in found if line and line.case_id in questions}
    return {}


def _read(text: str) -> _Line | None:
    """A line that holds an answer; None for an error, and for the line a kill cut off."""
    try:
        record = json.loads(text)
    except ValueError:
        return None
    return None if "error" in record else _Line(record["id"], text + "\n", failed=False)
