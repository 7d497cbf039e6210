"""Cases: a question, and what a right answer to it holds.

Gold is keyed to unit ids or the ids of their parents, never to chunks, so that it
outlives every re-chunking.
"""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import Path
from typing import Any, Self, TypeVar

import yaml
from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    ValidationError,
    field_validator,
    model_validator,
)

from eval.lines import CaseFile
from index.errors import UsageError


class Split(StrEnum):
    """What a case is used for."""

    SMOKE = "smoke"
    REGRESSION = "regression"
    DEV = "dev"


class Answerable(StrEnum):
    """Whether the documents answer it."""

    YES = "yes"
    PARTIAL = "partial"
    NO = "no"


class Weight(StrEnum):
    """Whether an answer without the nugget is wrong, or only poorer."""

    VITAL = "vital"
    OKAY = "okay"


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Nugget(_Strict):
    """A fact an answer should hold: one of some wordings, or a regular expression."""

    any_of: tuple[str, ...] = ()
    regex: str | None = None
    weight: Weight = Weight.VITAL
    unit: str | None = None

    @field_validator("regex")
    @classmethod
    def _readable(cls, regex: str | None) -> str | None:
        try:
            re.compile(regex or "")
        except re.error as error:
            raise ValueError(f"正規表現として読めません（{error}）。") from error
        return regex

    @model_validator(mode="after")
    def _states_something(self) -> Self:
        if not any(self.any_of) and not self.regex:
            raise ValueError("any_of か regex のどちらかを書いてください。")
        return self


class GoldCitations(_Strict):
    """Unit ids: all groups of `required`, one of each; `forbidden` must not be cited."""

    required: tuple[tuple[str, ...], ...] = ()
    optional: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()


class GoldAttribution(_Strict):
    """Who speaks, and on what ground."""

    level: str
    office: str | None = None
    person: str | None = None


class EvidenceQuote(_Strict):
    """The words of the document that answer, or where those may not be printed their hash.

    `sha256` and `length` are of the normalised quote (`index.text.keys.quote_key`).
    """

    unit: str
    text: str | None = None
    sha256: str | None = None
    length: int | None = None


class Case(_Strict):
    """One question."""

    id: str
    question: str
    history: tuple[tuple[str, str], ...] = ()
    split: Split = Split.DEV
    persona: str | None = None
    kind: str | None = None
    answerable: Answerable | None = None
    reason: str | None = None
    status: str | None = None
    citations: GoldCitations = GoldCitations()
    nuggets: tuple[Nugget, ...] = ()
    forbidden: tuple[str, ...] = ()
    attribution: GoldAttribution | None = None
    evidence_quote: EvidenceQuote | None = None
    note: str | None = None


class CaseSet(_Strict):
    """A file of cases; `documents` holds the sha256 of each document it was written for.

    A document is named by its id, or by the end of it (`eval.short_names`).
    """

    set: str = "unnamed"
    documents: dict[str, str] = Field(default_factory=dict)
    cases: tuple[Case, ...]


class AskedCase(BaseModel):
    """A case as far as answering it goes; what else it holds is the scorer's."""

    model_config = ConfigDict(frozen=True, extra="ignore", coerce_numbers_to_str=True)

    id: str
    question: str
    history: tuple[tuple[str, str], ...] = ()


class AskedSet(BaseModel):
    """Cases to answer, in any file that has `cases`."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    cases: tuple[AskedCase, ...]


_Set = TypeVar("_Set", CaseSet, AskedSet)


def _read(path: Path) -> CaseFile:
    try:
        return CaseFile(path, path.read_text(encoding="utf-8"))
    except OSError as error:
        raise UsageError(f"{path}: 読めません（{error.strerror}）。") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{path}: UTF-8として読めません。UTF-8で保存し直してください。") from error


def _parse(file: CaseFile) -> Any:
    if file.path.suffix != ".jsonl":
        return _load(file.path, file.text)
    lines = enumerate(file.text.splitlines())
    return [_load(file.path, line, above) for above, line in lines if line.strip()]


def _load(path: Path, text: str, above: int = 0) -> Any:
    """A YAML or JSON text, below as many lines of its file."""
    try:
        return yaml.safe_load(text)
    except yaml.MarkedYAMLError as error:
        line = above + 1 + (error.problem_mark.line if error.problem_mark else 0)
        raise UsageError(f"{path}:{line}: YAML・JSONとして読めません。\n{error}") from error
    except yaml.YAMLError as error:
        raise UsageError(f"{path}: YAML・JSONとして読めません。\n{error}") from error


def _validated(path: Path, model: type[_Set]) -> _Set:
    file = _read(path)
    loaded = _parse(file)
    if isinstance(loaded, list):
        loaded = {"set": path.stem, "cases": loaded}
    try:
        found = model.model_validate(loaded)
    except ValidationError as error:
        raise UsageError(file.places(error.errors())) from error
    _require_distinct(file, [case.id for case in found.cases])
    return found


def _require_distinct(file: CaseFile, ids: list[str]) -> None:
    for place, case_id in enumerate(ids):
        if case_id in ids[:place]:
            line = file.line(("cases", place, "id"))
            raise UsageError(f"{file.path}:{line}: 同じidが2度あります: {case_id}")


def load_case_set(path: Path) -> CaseSet:
    """Read a cases file to score by: YAML, JSON or JSON lines, a list or `cases`.

    Raises:
        UsageError: The file cannot be read, or a field is missing, wrong or unknown.
    """
    return _validated(path, CaseSet)


def load_questions(path: Path) -> tuple[AskedCase, ...]:
    """Read any cases file to answer: only `id`, `question` and `history` are looked at.

    Raises:
        UsageError: The file cannot be read, or a case lacks `id` or `question`.
    """
    return _validated(path, AskedSet).cases
