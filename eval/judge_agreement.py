"""What a judge's verdicts come to, and whether people would agree with them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from eval.judge import Aspect, Judgement
from index.errors import UsageError


class HumanLabel(BaseModel):
    """What a person says of one answer."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    aspect: Aspect
    passes: bool


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far judge and people agree, over the answers that both judged.

    Attributes:
        labelled: How many those are.
        share: Share with the same verdict; None where there are none.
        kappa: Cohen's kappa (1960); None where it is undefined, since both always say the same.
    """

    labelled: int
    share: float | None
    kappa: float | None


@dataclass(frozen=True, slots=True)
class JudgeSummary:
    """The judgements of one aspect, counted."""

    aspect: Aspect
    passed: int
    failed: int
    unmeasured: int
    agreement: Agreement

    @property
    def pass_rate(self) -> float | None:
        """Share of what was measured that passed; None where nothing was."""
        measured = self.passed + self.failed
        return self.passed / measured if measured else None


def summarise(
    judgements: Sequence[Judgement], aspect: Aspect, labels: Sequence[HumanLabel] = ()
) -> JudgeSummary:
    """Count the judgements of an aspect, and compare them with people's labels."""
    own = [judgement for judgement in judgements if judgement.aspect is aspect]
    verdicts = {one.case_id: one.verdict.passes for one in own if one.verdict is not None}
    passed = sum(verdicts.values())
    both = [
        (verdicts[label.id], label.passes)
        for label in labels
        if label.aspect is aspect and label.id in verdicts
    ]
    return JudgeSummary(
        aspect, passed, len(verdicts) - passed, len(own) - len(verdicts), _agreement(both)
    )


def load_labels(path: Path) -> tuple[HumanLabel, ...]:
    """Read people's labels: a YAML or JSON list of `id`, `aspect`, `passes`.

    Raises:
        UsageError: The file cannot be read, or a field is missing, wrong or unknown.
    """
    try:
        loaded = yaml.safe_load(path.read_text(encoding="utf-8"))
        return TypeAdapter(tuple[HumanLabel, ...]).validate_python(loaded)
    except OSError as error:
        raise UsageError(f"{path}: 読めません（{error.strerror}）。") from error
    except (yaml.YAMLError, UnicodeDecodeError, ValidationError) as error:
        raise UsageError(f"{path}: 人手の判定として読めません。\n{error}") from error


def _agreement(both: Sequence[tuple[bool, bool]]) -> Agreement:
    if not both:
        return Agreement(0, None, None)
    judge, people = zip(*both, strict=True)
    share = sum(one == other for one, other in both) / len(both)
    if len({*judge, *people}) < 2:
        return Agreement(len(both), share, None)
    from sklearn.metrics import cohen_kappa_score  # type: ignore[import-untyped]

    return Agreement(len(both), share, float(cohen_kappa_score(judge, people)))
