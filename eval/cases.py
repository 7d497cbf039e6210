"""Cases: a question, and where given what a right answer holds."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from index.errors import UsageError


class Case(BaseModel):
    """One question to answer; other fields of a case are the scorer's and pass through."""

    model_config = ConfigDict(frozen=True, extra="allow")

    id: str
    question: str
    history: tuple[tuple[str, str], ...] = ()


class CaseSet(BaseModel):
    """A file of cases."""

    model_config = ConfigDict(frozen=True, extra="allow")

    cases: tuple[Case, ...]


def _parse(path: Path) -> Any:
    try:
        if path.suffix == ".jsonl":
            lines = path.read_text(encoding="utf-8").splitlines()
            return [yaml.safe_load(line) for line in lines if line.strip()]
        return yaml.safe_load(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise UsageError(f"{path}: 読めません（{error.strerror}）。") from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: YAML・JSONとして読めません。\n{error}") from error


def load_cases(path: Path) -> tuple[Case, ...]:
    """Read a cases file: YAML, JSON or JSON lines, a list or an object with `cases`.

    Raises:
        UsageError: The file cannot be read, or a case lacks `id` or `question`.
    """
    loaded = _parse(path)
    if isinstance(loaded, list):
        loaded = {"cases": loaded}
    try:
        cases = CaseSet.model_validate(loaded).cases
    except ValidationError as error:
        first = error.errors()[0]
        place = " → ".join(str(part) for part in first["loc"])
        raise UsageError(f"{path}: {place}: {first['msg']}") from error
    repeated = {case.id for case in cases if sum(other.id == case.id for other in cases) > 1}
    if repeated:
        raise UsageError(f"{path}: 同じidが2度あります: {'、'.join(sorted(repeated))}")
    return cases
