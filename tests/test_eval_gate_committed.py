"""The answers of today against the committed baselines: what CI refuses to get worse.

A baseline of a set is renewed with `make bless`, after a look at what changed.
"""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant
from eval.baseline import baseline_path, load_baseline
from eval.gate import Verdict, judge
from eval.measure import measure, set_to_score
from eval.thresholds import load_thresholds
from tests.helpers.folders import CASE_SETS


def gate(asked: Assistant, cases: str, name: str) -> None:
    score = measure(Assistant(asked.library), set_to_score(cases, asked.library))
    report = judge(score, load_baseline(baseline_path(name)), load_thresholds())
    assert report.verdict is Verdict.PASS, "\n".join(found.message for found in report.findings)


def test_the_sample_set_did_not_get_worse(sample: Assistant) -> None:
    gate(sample, str(CASE_SETS / "sample.yaml"), "sample")


def test_the_reference_set_did_not_get_worse(reference: Assistant) -> None:
    gate(reference, str(CASE_SETS / "reference.yaml"), "reference")


@pytest.mark.parametrize("name", ["comment_sections", "opinion_replies"])
def test_the_sets_from_the_comments_did_not_get_worse(reference: Assistant, name: str) -> None:
    gate(reference, name, name)
