"""An indexing run in the terminal: its progress, and what it found."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType
from typing import Any, Self

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from index.reports import FileReport, FileStatus, IndexedDocument, IndexReport, Stage
from ui.listing import KINDS, repairs_line, units_line

_STATUS = {
    FileStatus.ADDED: "追加",
    FileStatus.REPLACED: "更新",
    FileStatus.UNCHANGED: "変更なし",
    FileStatus.MOVED: "移動",
    FileStatus.DUPLICATE: "重複",
    FileStatus.FAILED: "失敗",
    FileStatus.REMOVED: "削除",
}
_STAGE = {
    Stage.EMBEDDING: "埋め込みを計算しています",
    Stage.BUILDING: "次の索引を作っています",
    Stage.SAVING: "保存しています",
}


class IndexingProgress:
    """Shows on standard error how an indexing run gets on."""

    def __init__(self) -> None:
        self._progress = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            console=Console(stderr=True, highlight=False),
            transient=True,
        )
        self._task = self._progress.add_task("文書を読んでいます", total=None)

    def __enter__(self) -> Self:
        self._progress.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._progress.stop()

    def file_started(self, path: Path, number: int, total: int) -> None:
        """Show the file's name."""
        self._progress.update(self._task, description=path.name, completed=number - 1, total=total)

    def file_finished(self, report: FileReport) -> None:
        """Move the bar on."""
        del report
        self._progress.advance(self._task)

    def stage(self, stage: Stage) -> None:
        """Show the stage."""
        self._progress.update(self._task, description=_STAGE[stage])


def report_lines(report: IndexReport) -> list[str]:
    """What was done with each file and found in it, then the totals."""
    lines = [line for file in report.files for line in _file_lines(file)]
    totals = f"文書 {report.documents}件、検索単位 {report.chunks}件を収録しています"
    lines.append(f"{totals}（埋め込み: {report.embedder}、世代 {report.generation}）。")
    if report.failures:
        lines.append(
            f"{len(report.failures)}件のファイルは読めませんでした。理由は上のとおりです。"
        )
    return lines


def _file_lines(file: FileReport) -> list[str]:
    lines = [f"{_STATUS[file.status]}: {file.path}"]
    if file.reason:
        lines.append(f"  {file.reason}")
    for document in file.documents:
        lines += _document_lines(document)
    return lines


def _document_lines(document: IndexedDocument) -> list[str]:
    meeting = f"　第{document.meeting}回" if document.meeting is not None else ""
    return [
        f"  [{KINDS[document.kind]}]　{document.title}{meeting}",
        f"    {units_line(document.units)}",
        f"    {repairs_line(document.repairs)}",
        *(f"    注意: {warning}" for warning in document.warnings),
    ]


def report_object(report: IndexReport) -> dict[str, Any]:
    """The report as one JSON-ready object."""
    return {
        "files": [
            {
                "path": str(file.path),
                "status": file.status.value,
                "reason": file.reason or None,
                "documents": [_document_object(document) for document in file.documents],
            }
            for file in report.files
        ],
        "documents": report.documents,
        "chunks": report.chunks,
        "embedded": report.embedded,
        "without_vector": report.without_vector,
        "generation": report.generation,
        "embedder": report.embedder,
    }


def _document_object(document: IndexedDocument) -> dict[str, Any]:
    return {
        "id": document.id,
        "kind": document.kind.value,
        "title": document.title,
        "meeting": document.meeting,
        "units": {entry.kind.value: entry.count for entry in document.units},
        "repairs": {entry.kind.value: entry.count for entry in document.repairs},
        "warnings": list(document.warnings),
    }
