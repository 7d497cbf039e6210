"""From use to cases: what people said of answers becomes candidates for a set of cases.

A feedback file is JSON lines, each a question with its answer and a verdict. A candidate is
a case with all that could be guessed, and a note that begins with TODO and says what a
person has to decide; `eval.lint` reports cases whose TODO is still there. A person edits the
file and moves the cases into a set.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from eval.cases import Case, CaseSet, GoldCitations
from eval.lines import fault
from index.errors import UsageError
from index.text.keys import quote_key

TODO = "TODO"

_HEAD = """\
# Candidates from feedback: decide what each TODO asks, delete the notes, and move the cases
# into a set. `tenkyo eval lint` says what is still missing.
"""
_UP = "良いと評価された回答です。必須の引用（required）が正しいか確かめ、nuggetsを書いてください。"
_DOWN = "悪いと評価された回答です。正しい箇所（required）、status、nuggetsを書いてください。"
_CITED = "回答が引用した箇所: "
_SHOWN = 400  # characters of an answer that a note repeats


class _Dumper(yaml.SafeDumper):
    """Writes texts of several lines as they read."""


def _text(dumper: _Dumper, text: str) -> yaml.ScalarNode:
    style = "|" if "\n" in text else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _text)


class Verdict(StrEnum):
    """What a person thought of an answer."""

    UP = "up"
    DOWN = "down"


class Feedback(BaseModel):
    """One verdict on one answer; `citations` are the ids of the cited units."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    question: str
    answer: str = ""
    verdict: Verdict
    comment: str | None = None
    citations: tuple[str, ...] = ()
    timestamp: datetime | None = None


def load_feedback(path: Path) -> tuple[Feedback, ...]:
    """Read a feedback file.

    Raises:
        UsageError: The file cannot be read, or a line of it is not a feedback record.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise UsageError(f"{path}: 読めません（{error.strerror}）。") from error
    numbered = ((number, line) for number, line in enumerate(lines, start=1) if line.strip())
    return tuple(_feedback(path, number, line) for number, line in numbered)


def candidates(records: Iterable[Feedback], known: Iterable[Case] = ()) -> CaseSet:
    """One candidate for each question that was judged, in the order of first mention.

    Questions are the same where they differ in white space and width only. A question that
    was judged both ways counts as badly answered.

    Args:
        records: What people said.
        known: Cases that exist; their questions make no candidate.
    """
    groups: dict[str, list[Feedback]] = {}
    for record in records:
        groups.setdefault(quote_key(record.question), []).append(record)
    asked = {quote_key(case.question) for case in known}
    cases = tuple(_case(key, group) for key, group in groups.items() if key not in asked)
    return CaseSet(set="candidates", cases=cases)


def candidates_text(found: CaseSet) -> str:
    """Candidates as a cases file for a person to edit."""
    fields = found.model_dump(mode="json", exclude_defaults=True)
    return _HEAD + yaml.dump(fields, Dumper=_Dumper, allow_unicode=True, sort_keys=False)


def write_candidates(path: Path, found: CaseSet) -> None:
    """Write candidates to a new file.

    Raises:
        UsageError: There is such a file already; what a person edited is never overwritten.
    """
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(candidates_text(found))
    except FileExistsError as error:
        message = f"{path}: 既にあります。編集した候補は上書きしません。別の名前にしてください。"
        raise UsageError(message) from error
    except OSError as error:
        raise UsageError(f"{path}: 書けません（{error.strerror}）。") from error


def _feedback(path: Path, number: int, line: str) -> Feedback:
    try:
        return Feedback.model_validate_json(line)
    except ValidationError as error:
        faults = "\n".join(f"{path}:{number}: {fault(entry)}" for entry in error.errors())
        raise UsageError(faults) from error


def _case(key: str, group: list[Feedback]) -> Case:
    bad = [record for record in group if record.verdict is Verdict.DOWN]
    shown = (bad or group)[-1]
    required = () if bad else tuple((unit,) for unit in dict.fromkeys(shown.citations))
    return Case(
        id=f"c-{hashlib.sha256(key.encode()).hexdigest()[:8]}",
        question=shown.question,
        citations=GoldCitations(required=required),
        note=_note(group, shown, is_bad=bool(bad)),
    )


def _note(group: list[Feedback], shown: Feedback, *, is_bad: bool) -> str:
    comments = dict.fromkeys(record.comment for record in group if record.comment)
    lines = [f"{TODO}: {_DOWN if is_bad else _UP}"]
    lines += [f"コメント: {comment}" for comment in comments]
    if is_bad and shown.citations:
        lines.append(_CITED + "、".join(dict.fromkeys(shown.citations)))
    if shown.answer:
        lines.append(f"回答: {shown.answer[:_SHOWN]}")
    if len(group) > 1:
        lines.append(f"同じ質問への評価: {len(group)}件")
    return "\n".join(lines)
