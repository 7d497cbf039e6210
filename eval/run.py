"""Answers a whole file of cases in one process."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from assistant.assistant import Assistant
from assistant.contract import answer_object
from eval.cases import AskedCase


def run_cases(
    assistant: Assistant,
    cases: tuple[AskedCase, ...],
    out: Path,
    progress: Callable[[AskedCase], None],
) -> None:
    """Answer every case and write one JSON object a line; the file appears whole.

    Args:
        assistant: Answers the questions.
        cases: What to answer, in order.
        out: Where to write; written beside and moved into place when complete.
        progress: Called after each case.
    """
    partial = out.with_name(out.name + ".partial")
    with partial.open("w", encoding="utf-8") as results:
        for case in cases:
            answer = assistant.answer(case.question, case.history)
            record = {"id": case.id, **answer_object(answer, assistant.library)}
            results.write(json.dumps(record, ensure_ascii=False) + "\n")
            progress(case)
    partial.replace(out)
