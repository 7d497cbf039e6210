"""A score, alone or beside an earlier one, as one HTML file. The one door to Jinja.

The page asks nothing of the network: styles, script and plots are in it, and its
Content-Security-Policy forbids the rest. Colours are of the kind that Okabe and Ito,
"Color Universal Design" (2008), recommend: blue against vermilion, never colour alone.
"""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from eval.cases import CaseSet, Split
from eval.gate import GateReport
from eval.records import Comparison, Provenance, Result, Score
from eval.reports import labels
from eval.reports.headline import Headline, of_comparison, of_gate, of_score
from eval.reports.plots import comparison_plots, score_plots
from eval.reports.table import Table, table
from eval.reports.views import CaseView, case_views

if TYPE_CHECKING:
    from jinja2 import Environment

_PROVENANCE = {
    "set_name": "質問集",
    "cases": "質問集の内容",
    "corpus": "文書",
    "index": "索引",
    "prompts": "指示文",
    "embedder": "埋め込みモデル",
    "chat_model": "対話モデル",
    "scorer": "採点プログラムの版",
    "assistant": "答え方のプログラム",
}
_HASHES = frozenset({"cases", "corpus", "index", "prompts", "assistant"})


@dataclass(frozen=True, slots=True)
class Origin:
    """One line of where a run comes from; `before` is empty where there is one run."""

    label: str
    value: str
    before: str
    is_hash: bool


@dataclass(frozen=True, slots=True)
class Choice:
    """A value to filter by."""

    value: str
    label: str
    count: int
    passed: int


def html(
    score: Score,
    comparison: Comparison | None = None,
    *,
    case_set: CaseSet | None = None,
    results: Iterable[Result] = (),
    results_before: Iterable[Result] = (),
    gate: GateReport | None = None,
) -> str:
    """A page for a person to read, complete in itself.

    Args:
        score: The run, in a comparison the later one.
        comparison: The run beside an earlier one.
        case_set: Gives questions and what was expected.
        results: Give the run's citations with their quotes.
        results_before: The same of the earlier run.
        gate: What the gate said, where it was asked.

    Raises:
        UsageError: matplotlib is not installed.
    """
    environment = _environment()
    cases = case_views(score, comparison, case_set, results, results_before)
    script = _source(environment, "report.js")
    return environment.get_template("report.html.j2").render(
        title=f"評価報告 {score.provenance.set_name}",
        style=_source(environment, "report.css"),
        script=script,
        script_hash=_hash(script),
        headline=_headline(score, comparison, gate),
        provenance=score.provenance,
        origins=_origins(score.provenance, comparison.before if comparison else None),
        counts=_counts(cases),
        splits=sorted(_choices(cases, "split"), key=_split_order),
        personas=_choices(cases, "persona"),
        kinds=_choices(cases, "kind"),
        tables=_tables(score, comparison),
        plots=(*(comparison_plots(comparison) if comparison else ()), *score_plots(score)),
        cases=cases,
        compared=comparison is not None,
    )


def _headline(score: Score, comparison: Comparison | None, gate: GateReport | None) -> Headline:
    if gate is not None:
        return of_gate(gate)
    return of_comparison(comparison) if comparison is not None else of_score(score)


def _tables(score: Score, comparison: Comparison | None) -> tuple[Table, ...]:
    return (*((table(comparison),) if comparison else ()), table(score))


def _origins(after: Provenance, before: Provenance | None) -> tuple[Origin, ...]:
    earlier = asdict(before) if before else {}
    return tuple(
        Origin(
            _PROVENANCE[name],
            value or "なし（原文の抜き出し）",
            (earlier[name] or "なし（原文の抜き出し）") if earlier else "",
            name in _HASHES,
        )
        for name, value in asdict(after).items()
    )


def _counts(cases: Sequence[CaseView]) -> dict[str, int]:
    return Counter([*(case.state for case in cases), *(case.flip for case in cases)])


def _choices(cases: Sequence[CaseView], field: str) -> tuple[Choice, ...]:
    counted = Counter(str(getattr(case, field)) for case in cases)
    passed = Counter(str(getattr(case, field)) for case in cases if case.state == "pass")
    return tuple(
        Choice(value, labels.word(value), count, passed[value]) for value, count in counted.items()
    )


def _split_order(choice: Choice) -> int:
    order = [split.value for split in Split]
    return order.index(choice.value) if choice.value in order else len(order)


def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("eval.reports"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["word"] = labels.word
    return environment


def _source(environment: Environment, name: str) -> str:
    source: str = environment.get_template(name).render()
    return source


def _hash(script: str) -> str:
    """The script as the Content-Security-Policy names it."""
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
