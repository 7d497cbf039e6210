"""A comparison as Markdown for a pull request."""

from __future__ import annotations

import re
from html import escape

from eval.gate import GateReport
from eval.records import CaseChange, CaseOutcome, Comparison, Flip, Provenance
from eval.reports import labels
from eval.reports.headline import of_comparison, of_gate
from eval.reports.table import change_row, flip_counts

# GitHub refuses a comment of more than 65,536 characters.
LIMIT = 60_000
_REMARK = 60  # room for the count of cases left out
_MOST_REASONS = 20


def markdown(comparison: Comparison, gate: GateReport | None = None, *, limit: int = LIMIT) -> str:
    """The verdict, the metric table, and each flipped case folded with both answers.

    Losses come first. Cases that no longer fit are counted, not shown.

    Args:
        comparison: Two scored runs.
        gate: What the gate said, where it was asked.
        limit: Most characters of the text.
    """
    flipped = [case for case in comparison.cases if case.flip is not Flip.TIE]
    flipped.sort(key=lambda case: case.flip is Flip.WIN)
    before = [f"## 評価の比較 {escape(comparison.after.set_name)}", _verdict(comparison, gate)]
    before += [_metrics(comparison)]
    runs = _runs(comparison)
    room = limit - len("\n\n".join([*before, runs])) - _REMARK
    return "\n\n".join([*before, *_fitting([*map(_folded, flipped)], room), runs]) + "\n"


def _verdict(comparison: Comparison, gate: GateReport | None) -> str:
    first = of_gate(gate) if gate else of_comparison(comparison)
    lines = [f"{first.mark} **{first.text}**"]
    if gate:
        lines.append(flip_counts(comparison))
    if first.reasons:
        lines.append(_fenced("\n".join(first.reasons[:_MOST_REASONS])))
    return "\n\n".join(lines)


def _metrics(comparison: Comparison) -> str:
    rows = [
        "| 指標 | 前 | 後 | 差 | 差の95%区間 | p | |",
        "|:--|--:|--:|--:|:-:|--:|:--|",
        *("| " + " | ".join(change_row(change)) + " |" for change in comparison.metrics),
    ]
    return "\n".join(rows)


def _fitting(blocks: list[str], room: int) -> list[str]:
    kept: list[str] = []
    for block in blocks:
        room -= len(block) + 2
        if room < 0:
            return [*kept, f"ほかに{len(blocks) - len(kept)}問が変わりました。"]
        kept.append(block)
    return kept


def _folded(case: CaseChange) -> str:
    # The summary is raw HTML, where Markdown, mentions and issue links do not work.
    heading = f"{labels.FLIP_MARKS[case.flip]} {labels.FLIPS[case.flip]}"
    name = f"<code>{escape(case.case_id)}</code>（{escape(labels.word(case.split))}）"
    question = f"<code>{escape(_one_line(case.question))}</code>"
    return "\n\n".join(
        [
            f"<details><summary>{heading} {name} {question}</summary>",
            _answer("前", case.before),
            _answer("後", case.after),
            "</details>",
        ]
    )


def _answer(name: str, outcome: CaseOutcome) -> str:
    state = "合格" if outcome.passed else "不合格"
    reasons = "\n".join(f"- {reason}" for reason in map(_one_line, outcome.reasons))
    answer = _fenced(outcome.answer) if outcome.answer else "（答えの記録なし）"
    parts = [f"**{name}: {state}**", answer]
    return "\n\n".join([*parts, *([_fenced(reasons)] if reasons else [])])


def _fenced(text: str) -> str:
    """A fence longer than any in the text, so that the text cannot leave it."""
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}text\n{text}\n{fence}"


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _runs(comparison: Comparison) -> str:
    return f"<sub>前: {_run(comparison.before)}<br>後: {_run(comparison.after)}</sub>"


def _run(provenance: Provenance) -> str:
    fields = (
        provenance.set_name,
        f"文書 {provenance.corpus[:12]}",
        f"索引 {provenance.index[:12]}",
        f"埋め込み {provenance.embedder}",
        f"対話モデル {provenance.chat_model or 'なし'}",
    )
    return escape("・".join(fields))
