"""The table beside what people would build otherwise."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant
from eval.cases import Case, CaseSet
from eval.records import Result
from index.errors import UsageError
from index.library import Library
from ui import evaluation_reports
from ui.evaluation_reports import peer_lines

CASE_SET = CaseSet(
    set="made",
    cases=(Case(id="a", question="カレーライスのおいしい作り方を教えてください", answerable="no"),),
)


def test_a_peer_that_never_refuses_stands_beside_the_product(
    sample: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    def answered(name: str, library: Library, case_set: CaseSet) -> tuple[Result, ...]:
        return tuple(
            Result(id=case.id, question=case.question, status="answered", answer=name)
            for case in case_set.cases
        )

    monkeypatch.setattr(evaluation_reports, "answer_with_peer", answered)
    lines = peer_lines(sample, CASE_SET, ("naive", "other"))
    assert lines[1].split() == ["指標", "tenkyo", "naive", "other"]
    assert lines[3].split() == ["合格", "1/1", "0/1", "0/1"]


def test_an_unknown_peer_is_named(sample: Assistant) -> None:
    with pytest.raises(UsageError, match="nobody"):
        peer_lines(sample, CASE_SET, ("nobody",))
