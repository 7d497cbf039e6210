"""The `tenkyo` command: the one place that prints.

Answers go to standard output, everything else to standard error. Exit codes: 0 done,
1 the work failed, 2 usage.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from index.errors import TenkyoError, UsageError
from index.settings import IndexSettings
from ui.evaluation import evaluation
from ui.serving import users

if TYPE_CHECKING:
    from assistant.assistant import Assistant
    from index.library import Library

app = typer.Typer(
    name="tenkyo",
    help="行政文書への質問に、典拠を示して答えます。",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)
app.add_typer(evaluation, name="eval")
app.add_typer(users, name="users")

_FAILED = 1
_USAGE = 2


@app.callback()
def _main(
    context: typer.Context,
    data_dir: Annotated[
        Path | None,
        typer.Option("--data-dir", help="データフォルダ（既定: TENKYO_DATA_DIR）。"),
    ] = None,
) -> None:
    context.obj = IndexSettings.from_environment(data_dir=data_dir)


def _settings(context: typer.Context) -> IndexSettings:
    settings = context.obj
    if not isinstance(settings, IndexSettings):
        raise TypeError("the callback sets the settings before any command runs")
    return settings


def _say(message: str) -> None:
    print(message, file=sys.stderr)


def _library(context: typer.Context) -> Library:
    from index.library import Library

    return Library.open(_settings(context))


def _assistant(context: typer.Context) -> Assistant:
    from assistant.chat.opening import open_assistant

    return open_assistant(_library(context))


@app.command()
def index(
    context: typer.Context,
    paths: Annotated[list[Path] | None, typer.Argument(help="ファイルまたはフォルダ。")] = None,
    sample: Annotated[bool, typer.Option("--sample", help="見本文書も索引する。")] = False,
    remove_missing: Annotated[
        bool, typer.Option("--remove-missing", help="なくなったファイルの文書を索引から除く。")
    ] = False,
    rebuild: Annotated[
        bool, typer.Option("--rebuild", help="目録から検索用の索引を作り直す。")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="結果をJSONで出力する。")] = False,
) -> None:
    """文書を読み、解析し、索引する。"""
    from index.indexing import index_paths
    from index.samples import sample_paths
    from ui.indexing import IndexingProgress, report_lines, report_object

    wanted = [*(paths or []), *(sample_paths() if sample else ())]
    if rebuild:
        _rebuild(_settings(context))
    elif not wanted:
        raise UsageError("索引するファイルかフォルダ、または --sample を指定してください。")
    if not wanted:
        return
    with IndexingProgress() as progress:
        report = index_paths(
            _settings(context), wanted, remove_missing=remove_missing, observer=progress
        )
    if as_json:
        print(json.dumps(report_object(report), ensure_ascii=False, indent=2))
    else:
        for line in report_lines(report):
            print(line)
    if report.failures:
        raise typer.Exit(_FAILED)


def _rebuild(settings: IndexSettings) -> None:
    from index.session import rebuild
    from ui.indexing import IndexingProgress

    with IndexingProgress() as progress:
        state = rebuild(settings, progress)
    _say(f"索引を作り直しました（埋め込み: {state.embedder.name}、世代 {state.generation}）。")


@app.command()
def documents(
    context: typer.Context,
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help="単位と補修の数も示す。")
    ] = False,
) -> None:
    """収録している文書の一覧。"""
    from ui.listing import document_lines

    for line in document_lines(_library(context), verbose=verbose):
        print(line)


@app.command()
def show(
    context: typer.Context,
    unit_id: Annotated[str, typer.Argument(metavar="ID", help="文書または単位のid。")],
) -> None:
    """文書または引用単位を一つ表示する。"""
    from ui.listing import shown_lines

    for line in shown_lines(_library(context), unit_id):
        print(line)


@app.command()
def ask(
    context: typer.Context,
    question: Annotated[str, typer.Argument(help="質問。")],
    history: Annotated[
        Path | None, typer.Option("--history", help="これまでの[質問, 回答]の組のJSON。")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="答えをJSONで出力する。")] = False,
) -> None:
    """一つの質問に答える。"""
    if not question.strip():
        raise UsageError("質問が空です。")
    turns = _read_history(history) if history else ()
    assistant = _assistant(context)
    answer = assistant.answer(question, turns)
    if as_json:
        from assistant.contract import answer_object

        print(json.dumps(answer_object(answer, assistant.library), ensure_ascii=False, indent=2))
        return
    from ui.answers import answer_lines

    for line in answer_lines(answer, assistant.library):
        print(line)


def _read_history(path: Path) -> tuple[tuple[str, str], ...]:
    try:
        turns = json.loads(path.read_text(encoding="utf-8"))
        return tuple((str(asked), str(answered)) for asked, answered in turns)
    except OSError as error:
        raise UsageError(f"{path}: 読めません（{error.strerror}）。") from error
    except (ValueError, TypeError) as error:
        raise UsageError(f"{path}: [[質問, 回答], …] の形のJSONではありません。") from error


@app.command()
def chat(context: typer.Context) -> None:
    """続けて質問する。索引が空なら、まず見本文書を索引する。"""
    from ui.chat import converse
    from ui.serving import index_samples_if_empty

    index_samples_if_empty(_settings(context), _say)
    converse(_assistant(context))


@app.command("ui")
def serve_ui(
    context: typer.Context,
    host: Annotated[
        str | None, typer.Option("--host", help="待ち受けるアドレス（既定: 127.0.0.1）。")
    ] = None,
    port: Annotated[
        int | None, typer.Option("--port", min=0, max=65535, help="ポート（既定: 7860）。")
    ] = None,
    in_browser: Annotated[bool, typer.Option("--open", help="画面をブラウザーで開く。")] = False,
) -> None:
    """画面・API・MCPを始める。索引が空なら、まず見本文書を索引する。"""
    from ui.serving import start_ui

    start_ui(_settings(context), host, port, _say, in_browser=in_browser)


@app.command("mcp")
def serve_mcp(context: typer.Context) -> None:
    """標準入出力でMCPサーバーになる。"""
    from ui.serving import start_mcp

    start_mcp(_settings(context), _say)


@app.command()
def doctor(context: typer.Context) -> None:
    """データ、索引、埋め込み、会話モデルを点検し、直し方を示す。"""
    from ui.doctor import examine

    healthy = True
    for finding in examine(_settings(context)):
        print(finding.line)
        healthy = healthy and finding.is_well
    if not healthy:
        raise typer.Exit(_FAILED)


def main() -> None:
    """Run the command; show an error of ours as one message."""
    try:
        app()
    except UsageError as error:
        _say(f"エラー: {error}")
        sys.exit(_USAGE)
    except TenkyoError as error:
        _say(f"エラー: {error}")
        sys.exit(_FAILED)
