"""The floors that hold whatever the baseline says; see `thresholds.yaml`."""

from __future__ import annotations

from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from index.errors import UsageError

DEFAULT_THRESHOLDS = Path(__file__).with_name("thresholds.yaml")
_ALL = "all"


class Thresholds(BaseModel):
    """Floors of metrics by set, and the metrics that never decide.

    Attributes:
        floors: For each set, and for `all`, the least mean of a metric (the most, where
            lower is better).
        ungated: Metrics that are reported only; a name that ends in `*` stands for all that
            begin so.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    floors: dict[str, dict[str, float]] = Field(default_factory=dict)
    ungated: tuple[str, ...] = ()

    def of_set(self, name: str) -> dict[str, float]:
        """Floors by metric of the set of this name, those for all sets included."""
        return self.floors.get(_ALL, {}) | self.floors.get(name, {})

    def decides(self, metric: str) -> bool:
        """Whether the gate looks at this metric."""
        return not any(
            metric.startswith(name[:-1]) if name.endswith("*") else metric == name
            for name in self.ungated
        )


def load_thresholds(path: Path = DEFAULT_THRESHOLDS) -> Thresholds:
    """Read a thresholds file.

    Raises:
        UsageError: It cannot be read, or holds something else.
    """
    try:
        return Thresholds.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))
    except OSError as error:
        raise UsageError(f"{path}: 読めません（{error.strerror}）。") from error
    except yaml.YAMLError as error:
        raise UsageError(f"{path}: YAMLとして読めません。\n{error}") from error
    except ValidationError as error:
        first = error.errors()[0]
        place = " → ".join(str(part) for part in first["loc"])
        raise UsageError(f"{path}: {place}: {first['msg']}") from error
