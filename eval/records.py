"""The types that every part of the evaluation speaks: results, scores, comparisons.

Cases are in `eval.cases`: people write those files, so pydantic checks them there.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from pydantic import BaseModel, ConfigDict

from eval.cases import Case


class ResultSpeaker(BaseModel):
    """The speaker of a cited turn, as `ask --json` prints it."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    label: str | None = None
    office: str | None = None
    person: str | None = None
    basis: str = "none"
    evidence: str | None = None
    proxy_for: str | None = None


class ResultCitation(BaseModel):
    """One citation, as `ask --json` prints it."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    n: int
    id: str
    label: str = ""
    quote: str
    text: str
    verified: bool = True
    speaker: ResultSpeaker | None = None


class ResultTimings(BaseModel):
    """Milliseconds a stage."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    understand_ms: float = 0.0
    gather_ms: float = 0.0
    verify_ms: float = 0.0


class Result(BaseModel):
    """One line of a results file: the `ask --json` object plus the case's id.

    `error` is set instead of an answer where the call failed.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    id: str
    question: str = ""
    status: str = ""
    answer: str = ""
    citations: tuple[ResultCitation, ...] = ()
    retrieved: tuple[str, ...] = ()
    timings: ResultTimings = ResultTimings()
    error: str | None = None


@dataclass(frozen=True, slots=True)
class Provenance:
    """What a run was made with; two runs compare only where corpus and set are equal.

    Attributes:
        set_name: Name of the set of cases.
        cases: Hash of the cases (ids, questions and expectations).
        corpus: Hash of the indexed documents (ids and sha256 of their files).
        index: Hash of parser and index code and of the embedder's fingerprint.
        prompts: Hash of the prompt templates.
        embedder: Name of the embedding model.
        chat_model: Name of the chat model, None for extractive answers.
        scorer: Version of the scorer; raised by hand when a metric changes its meaning.
        assistant: Hash of the code that turns a question into an answer.
    """

    set_name: str
    cases: str
    corpus: str
    index: str
    prompts: str
    embedder: str
    chat_model: str | None
    scorer: str
    assistant: str = ""


@dataclass(frozen=True, slots=True)
class Pair:
    """A case with what was answered."""

    case: Case
    result: Result


@dataclass(frozen=True, slots=True)
class Detail:
    """What a metric says of one case.

    Attributes:
        case_id: The case.
        value: The figure, usually 0 to 1; None where the metric does not apply.
        note: Why, for a person: what is missing or wrong.
    """

    case_id: str
    value: float | None
    note: str = ""


@dataclass(frozen=True, slots=True)
class MetricResult:
    """A metric over a run.

    Attributes:
        name: Its name, e.g. `citation_f1`.
        higher_is_better: Direction.
        mean: Mean over the cases it applies to; None where there is none.
        low: Lower end of the 95 % confidence interval, None where too few cases.
        high: Upper end.
        details: One for each case, in the order of the set.
    """

    name: str
    higher_is_better: bool
    mean: float | None
    low: float | None
    high: float | None
    details: tuple[Detail, ...]


class ViolationKind(StrEnum):
    """What must never happen, in whatever share of cases."""

    INVALID_ID = "invalid_id"  # a cited or retrieved id that the library does not hold
    FALSE_NAME = "false_name"  # a speaker named against the gold attribution
    INVENTED_QUOTE = "invented_quote"  # a quote that is not one run of its unit
    FORBIDDEN_FACT = "forbidden_fact"  # a statement or citation the case forbids
    MISSING_CASE = "missing_case"  # a case of the set without a result


@dataclass(frozen=True, slots=True)
class Violation:
    """One breach."""

    case_id: str
    kind: ViolationKind
    detail: str


@dataclass(frozen=True, slots=True)
class CaseOutcome:
    """Whether one case passed: status, required citations, vital nuggets, no violation.

    Attributes:
        case_id: The case.
        split: smoke, regression or dev.
        cluster: Document the case is about, for clustered statistics.
        passed: Whether all that it requires was met.
        reasons: What was not met, for a person.
        answer: The answer, for reports.
        question: The question, for reports.
    """

    case_id: str
    split: str
    cluster: str
    passed: bool
    reasons: tuple[str, ...]
    answer: str
    question: str = ""


@dataclass(frozen=True, slots=True)
class Score:
    """A scored run."""

    provenance: Provenance
    cases: tuple[CaseOutcome, ...]
    metrics: tuple[MetricResult, ...]
    violations: tuple[Violation, ...]
    errors: tuple[str, ...]  # ids of cases whose call failed


@dataclass(frozen=True, slots=True)
class MetricChange:
    """A metric in two runs over the same cases.

    Attributes:
        name: Its name.
        before: Mean in the first run.
        after: Mean in the second.
        low: Lower end of the 95 % interval of the difference.
        high: Upper end.
        p_value: Paired permutation test, clustered by document, Holm-corrected.
        worse: Whether it is significantly worse.
    """

    name: str
    before: float | None
    after: float | None
    low: float | None
    high: float | None
    p_value: float | None
    worse: bool


class Flip(StrEnum):
    """How a case changed between two runs."""

    WIN = "win"  # failed before, passes now
    LOSS = "loss"  # passed before, fails now
    TIE = "tie"


@dataclass(frozen=True, slots=True)
class CaseChange:
    """One case in two runs."""

    case_id: str
    split: str
    question: str
    flip: Flip
    before: CaseOutcome
    after: CaseOutcome


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two scored runs side by side."""

    before: Provenance
    after: Provenance
    metrics: tuple[MetricChange, ...]
    cases: tuple[CaseChange, ...]
