"""Reading results files; reading and writing scores."""

from __future__ import annotations

from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from eval.records import Result, Score
from index.errors import UsageError

_SCORE = TypeAdapter(Score)


def load_results(path: Path) -> tuple[Result, ...]:
    """The results of a file of JSON lines, in its order.

    Raises:
        UsageError: The file cannot be read, a line is no result, or a case stands twice.
    """
    lines = _text(path).split("\n")  # never splitlines: an answer may hold U+2028
    results: dict[str, Result] = {}
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        result = _result(line, f"{path} {number}行目")
        if result.id in results:
            raise UsageError(f"{path} {number}行目: id「{result.id}」の結果が2度あります。")
        results[result.id] = result
    return tuple(results.values())


def save_score(score: Score, path: Path) -> None:
    """Write a score as JSON."""
    try:
        path.write_text(_SCORE.dump_json(score, indent=1).decode() + "\n", encoding="utf-8")
    except OSError as error:
        raise UsageError(f"{path}: 書けません（{error.strerror}）。") from error


def load_score(path: Path) -> Score:
    """Read a score.

    Raises:
        UsageError: The file cannot be read or holds no score.
    """
    try:
        return _SCORE.validate_json(_text(path))
    except ValidationError as error:
        raise UsageError(
            f"{path}: 採点結果として読めません（{_fault(error)}）。"
            "tenkyo eval score で作ったファイルを指定してください。"
        ) from error


def _result(line: str, place: str) -> Result:
    try:
        return Result.model_validate_json(line)
    except ValidationError as error:
        raise UsageError(f"{place}: 結果として読めません（{_fault(error)}）。") from error


def _fault(error: ValidationError) -> str:
    first = error.errors()[0]
    field = ".".join(str(part) for part in first["loc"])
    return f"{field}: {first['msg']}" if field else first["msg"]


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise UsageError(f"{path}: 読めません（{error.strerror}）。") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{path}: UTF-8として読めません。UTF-8で保存し直してください。") from error
