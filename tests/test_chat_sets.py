"""Both evaluation sets, answered through a model that is honest and through one that lies."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pytest

from assistant.answers import Answer
from assistant.assistant import Assistant, Gathered, Question
from assistant.contract import answer_object
from eval.cases import Case
from eval.measure import set_to_score
from eval.metrics import METRICS
from eval.metrics.context import ScoringContext, scoring_context
from eval.metrics.metric import CaseMetric
from eval.records import Pair, Result
from eval.scorer import outcome_of, violations_of
from tests.helpers.chat_lies import Lie
from tests.helpers.chat_server import chat_server
from tests.helpers.chat_setting import worded
from tests.helpers.chat_writers import Adversary, honest
from tests.helpers.folders import CASE_SETS

FACTS_AND_CITATIONS = re.compile(r"nugget|citation|id_validity|quote|attribution|status")


@dataclass(frozen=True)
class AskedSet:
    """A set with its extractive drafts, made once for both writers."""

    assistant: Assistant
    context: ScoringContext
    gathered: tuple[tuple[Case, Gathered], ...]


def ask(asked: Assistant, name: str) -> AskedSet:
    cases = set_to_score(str(CASE_SETS / f"{name}.yaml"), asked.library).cases
    gathered = (
        (case, asked.gather(asked.understand(Question(case.question, case.history))))
        for case in cases
    )
    return AskedSet(asked, scoring_context(asked.library), tuple(gathered))


@pytest.fixture(scope="module")
def sample_set(sample: Assistant) -> AskedSet:
    return ask(sample, "sample")


@pytest.fixture(scope="module")
def reference_set(reference: Assistant) -> AskedSet:
    return ask(reference, "reference")


def result(case: Case, answer: Answer, assistant: Assistant) -> Pair:
    found = {"id": case.id, **answer_object(answer, assistant.library)}
    return Pair(case, Result.model_validate(found))


MOST_CUT = 0.03  # share of answers in which a true sentence may fall to a check that is strict


def losses(asked: AskedSet) -> list[str]:
    """Where an honest writer's answers are worse than the extractive ones."""
    found: list[str] = []
    cut: list[str] = []
    with chat_server(honest) as server:
        writing = worded(asked.assistant.library, server)
        for case, gathered in asked.gathered:
            extracted = result(case, asked.assistant.check(gathered), asked.assistant)
            answer = writing.check(writing.write(gathered))
            written = result(case, answer, asked.assistant)
            if answer.writing and answer.writing.fallback:
                found.append(f"{case.id}: {answer.writing}")
            if answer.verification.removed:
                cut.append(f"{case.id}: {answer.verification.removed}")
            found += worse(extracted, written, asked.context)
    return found if len(cut) <= MOST_CUT * len(asked.gathered) else found + cut


def worse(before: Pair, after: Pair, context: ScoringContext) -> list[str]:
    found = [f"{one.case_id}: {one.detail}" for one in violations_of(after, context)]
    if outcome_of(before, context).passed and not outcome_of(after, context).passed:
        found.append(f"{after.case.id}: {outcome_of(after, context).reasons}")
    for metric in METRICS:
        if not isinstance(metric, CaseMetric) or not FACTS_AND_CITATIONS.search(metric.name):
            continue
        old, new = (metric.detail(pair, context).value for pair in (before, after))
        if old is not None and (new is None or new < old):
            found.append(f"{after.case.id}: {metric.name} {old} → {new}")
    return found


def standing_lies(asked: AskedSet) -> tuple[list[tuple[str, Lie]], Adversary, int]:
    """The lies that stand in final answers, all that were told, and the true sentences kept."""
    standing: list[tuple[str, Lie]] = []
    kept = 0
    adversary = Adversary(share=3)
    with chat_server(adversary) as server:
        writing = worded(asked.assistant.library, server)
        for case, gathered in asked.gathered:
            done = len(adversary.told)
            answer = writing.check(writing.write(gathered))
            text = plain(answer.text)
            kept += answer.writing.sentences - answer.writing.removed if answer.writing else 0
            standing += [
                (case.id, lie)
                for lie in adversary.told[done:]
                if plain(lie.sentence) in text or (lie.words and plain(lie.words) in text)
            ]
    return standing, adversary, kept


def plain(text: str) -> str:
    return re.sub(r"\[\d+\]|\s", "", text)


def test_an_honest_writer_loses_nothing_on_the_sample_set(sample_set: AskedSet) -> None:
    assert losses(sample_set) == []


def test_an_honest_writer_loses_nothing_on_the_reference_set(reference_set: AskedSet) -> None:
    assert losses(reference_set) == []


def test_no_lie_stands_on_the_sample_set(sample_set: AskedSet) -> None:
    standing, adversary, kept = standing_lies(sample_set)
    assert standing == []
    assert len({lie.kind for lie in adversary.told}) > 35
    assert kept > 50  # what is true between the lies stays


def test_no_lie_stands_on_the_reference_set(reference_set: AskedSet) -> None:
    standing, adversary, kept = standing_lies(reference_set)
    assert standing == []
    assert len({lie.kind for lie in adversary.told}) > 35
    assert kept > 100
