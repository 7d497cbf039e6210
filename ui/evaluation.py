"""The `tenkyo eval` commands.

Tables and reports go to standard output, everything else to standard error. Exit codes:
0 done or not worse, 1 worse or a call failed, 2 usage or unmeasurable.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from index.errors import TenkyoError, UsageError
from index.settings import IndexSettings

if TYPE_CHECKING:
    from index.library import Library

evaluation = typer.Typer(
    help="質問集で答えを測り、悪くなっていないか確かめます。", no_args_is_help=True
)

Cases = Annotated[
    str,
    typer.Option(
        "--cases",
        help="質問集（YAML・JSON・JSONL）、または comment_sections・opinion_replies"
        "（収録した意見の表から作る質問集）。",
    ),
]
Results = Annotated[Path, typer.Option("--results", help="eval run の結果（JSON Lines）。")]
MaybeResults = Annotated[
    Path | None,
    typer.Option("--results", help="eval run の結果（省略時はここで質問集に答える）。"),
]
Workers = Annotated[int, typer.Option("--workers", min=1, help="同時に尋ねる数。")]
Baseline = Annotated[
    Path | None,
    typer.Option("--baseline", help="基準（既定: 製品に付いている、質問集の名前のもの）。"),
]
ThresholdsFile = Annotated[
    Path | None, typer.Option("--thresholds", help="指標の下限（既定: 製品に付いているもの）。")
]

_FAILED = 1


@evaluation.command("run")
def run(
    context: typer.Context,
    cases: Cases,
    out: Annotated[Path, typer.Option("--out", help="結果（JSON Lines）。")],
    workers: Workers = 1,
    resume: Annotated[
        bool, typer.Option("--resume", help="同じ条件で途中まで答えた結果を引き継ぐ。")
    ] = False,
) -> None:
    """質問集のすべてに一つのプロセスで答える。答えられない問いがあれば終了コード1。"""
    from assistant.assistant import Assistant
    from eval.measure import answer_set, set_to_answer
    from ui.evaluation_scores import progress_bar

    assistant = Assistant(_library(context))
    case_set = set_to_answer(cases, assistant.library)
    with progress_bar(len(case_set.cases)) as advance:
        report = answer_set(assistant, case_set, out, advance, workers=workers, resume=resume)
    kept = f"（うち{report.kept}問は前の結果）" if report.kept else ""
    _say(f"{len(case_set.cases)}問{kept}の結果を {out} に書きました。")
    if report.failed:
        _say(f"{len(report.failed)}問は失敗しました: {'、'.join(report.failed)}")
        raise typer.Exit(_FAILED)


@evaluation.command("score")
def score(
    context: typer.Context,
    cases: Cases,
    results: Results,
    out: Annotated[
        Path | None, typer.Option("--out", help="採点（JSON。eval compare で比べられる）。")
    ] = None,
) -> None:
    """結果を採点し、指標の表を示す。"""
    from eval.reports.table import table_lines
    from eval.results import save_score
    from ui.evaluation_scores import scored

    found = scored(_library(context), cases, results)
    _print(table_lines(found))
    if out is not None:
        save_score(found, out)
        _say(f"採点を {out} に書きました。")


@evaluation.command("compare")
def compare(
    context: typer.Context,
    before: Annotated[Path, typer.Argument(metavar="A", help="前の採点か結果、または基準。")],
    after: Annotated[Path, typer.Argument(metavar="B", help="後の採点か結果。")],
    cases: Annotated[
        str | None, typer.Option("--cases", help="質問集（結果 .jsonl を比べるとき）。")
    ] = None,
) -> None:
    """二つの実行を比べる。"""
    from eval.reports.table import table_lines
    from ui.evaluation_scores import compared

    _print(table_lines(compared(lambda: _library(context), cases, before, after)))


@evaluation.command("bless")
def bless(
    context: typer.Context,
    cases: Cases,
    results: MaybeResults = None,
    baseline: Baseline = None,
    workers: Workers = 1,
) -> None:
    """確かめた結果を基準にする。失敗も欠けもない結果だけが基準になる。"""
    from eval.baseline import baseline_path
    from eval.baseline import bless as blessed
    from ui.evaluation_scores import scored

    found = scored(_library(context), cases, results, workers)
    path = baseline or baseline_path(found.provenance.set_name)
    blessed(found, path)
    _say(f"基準を {path} に書きました。")


@evaluation.command("gate")
def gate(
    context: typer.Context,
    cases: Cases,
    results: MaybeResults = None,
    baseline: Baseline = None,
    thresholds: ThresholdsFile = None,
    workers: Workers = 1,
) -> None:
    """基準より悪くなっていないか確かめる。0 合格、1 悪化、2 測れない。"""
    from eval.gate import unmeasurable
    from ui.evaluation_scores import gate_lines, judged, scored

    try:
        found = judged(scored(_library(context), cases, results, workers), baseline, thresholds)
    except TenkyoError as error:
        found = unmeasurable(str(error))
    _print(gate_lines(found))
    raise typer.Exit(found.verdict.value)


@evaluation.command("report")
def report(
    context: typer.Context,
    cases: Cases,
    results: Results,
    before: Annotated[
        Path | None, typer.Option("--before", help="比べる前の結果（JSON Lines）。")
    ] = None,
    baseline: Baseline = None,
    form: Annotated[
        str, typer.Option("--format", help="形式: table・markdown・junit・html。")
    ] = "table",
    out: Annotated[Path | None, typer.Option("--out", help="書き先（既定: 標準出力）。")] = None,
) -> None:
    """結果の報告を作る。--before か --baseline があれば、比べて示す。"""
    from eval.measure import set_to_score
    from ui.evaluation_reports import report_form, report_text

    wanted = report_form(form)
    library = _library(context)
    case_set = set_to_score(cases, library)
    text = report_text(wanted, library, case_set, results, before, baseline)
    if out is None:
        _print([text.rstrip("\n")])
        return
    try:
        out.write_text(text, encoding="utf-8")
    except OSError as error:
        raise UsageError(f"{out}: 書けません（{error.strerror}）。") from error
    _say(f"報告を {out} に書きました。")


@evaluation.command("lint")
def lint(context: typer.Context, cases: Cases) -> None:
    """質問集の誤りを探す。見つかれば終了コード1。"""
    from eval.lint import lint as linted
    from eval.measure import set_to_score

    library = _library(context)
    faults = linted(set_to_score(cases, library), library)
    _print(str(fault) for fault in faults)
    if faults:
        raise typer.Exit(_FAILED)
    _say("誤りは見つかりませんでした。")


@evaluation.command("candidates")
def candidates(
    feedback: Annotated[Path, typer.Argument(help="評価の記録（JSON Lines）。")],
    out: Annotated[Path, typer.Option("--out", help="候補（YAML。既にあれば書かない）。")],
    known: Annotated[
        list[Path] | None, typer.Option("--known", help="既にある質問集（同じ問いを除く）。")
    ] = None,
) -> None:
    """使った人の評価から、質問集の候補を作る。"""
    from eval.candidates import candidates as made
    from eval.candidates import load_feedback, write_candidates
    from eval.cases import load_case_set

    cases = [case for path in known or [] for case in load_case_set(path).cases]
    found = made(load_feedback(feedback), cases)
    write_candidates(out, found)
    _say(f"{len(found.cases)}件の候補を {out} に書きました。")


@evaluation.command("peers")
def peers(
    context: typer.Context,
    cases: Cases,
    names: Annotated[
        list[str] | None, typer.Option("--peer", help="比べる相手（既定: すべて）。")
    ] = None,
) -> None:
    """同じ質問集・同じ採点で、ほかの作り方と比べる（追加の依存 peers が要ります）。"""
    from assistant.assistant import Assistant
    from eval.measure import set_to_score
    from eval.peers import peer_names
    from ui.evaluation_reports import peer_lines

    assistant = Assistant(_library(context))
    case_set = set_to_score(cases, assistant.library)
    _print(peer_lines(assistant, case_set, tuple(names or peer_names())))


def _library(context: typer.Context) -> Library:
    from index.library import Library

    settings = context.obj
    if not isinstance(settings, IndexSettings):
        raise TypeError("the callback sets the settings before any command runs")
    return Library.open(settings)


def _print(lines: Iterable[str]) -> None:
    for line in lines:
        typer.echo(line)


def _say(message: str) -> None:
    typer.echo(message, err=True)
