"""Plots as SVG text to set into a page. The one door to matplotlib.

Colours stand for CSS variables, so that the page's light and dark schemes apply, and text
stays text in the page's own font.
"""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from eval.records import Comparison, MetricChange, MetricResult, Score
from eval.reports import labels
from index.errors import UsageError

if TYPE_CHECKING:
    from types import ModuleType

    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_INK, _QUIET, _LINE, _GOOD, _BAD = "#010101", "#020202", "#030303", "#040404", "#050505"
_VARIABLES = {_INK: "ink", _QUIET: "quiet", _LINE: "line", _GOOD: "pass", _BAD: "fail"}
_ROW_HEIGHT, _EDGE, _WIDTH, _LABELS = 0.3, 0.35, 8.6, 2.7  # inches

_Row = TypeVar("_Row", MetricResult, MetricChange)


@dataclass(frozen=True, slots=True)
class Plot:
    """A drawing and what it shows, in words; folded where few will look."""

    svg: str
    caption: str
    folded: bool


def score_plots(score: Score) -> tuple[Plot, ...]:
    """Each metric's mean with its 95 % interval; units, their parents and durations apart."""
    measured = [metric for metric in score.metrics if metric.mean is not None]
    durations = [metric for metric in measured if labels.is_duration(metric.name)]
    shares = [metric for metric in measured if metric not in durations]
    parents = [metric for metric in shares if labels.is_parent(metric.name)]
    groups = (
        ("shares", "平均（点）と95%区間（線）", [one for one in shares if one not in parents]),
        ("parents", "親単位で見た平均と95%区間", parents),
        ("durations", "時間（ミリ秒）", durations),
    )
    return tuple(
        Plot(_drawn(name, group, _means), caption, name != "shares")
        for name, caption, group in groups
        if group
    )


def comparison_plots(comparison: Comparison) -> tuple[Plot, ...]:
    """Each metric's difference with its 95 % interval around nought."""
    changes = [
        change
        for change in comparison.metrics
        if not labels.is_duration(change.name)
        and (change.worse or not labels.is_parent(change.name))
        and labels.difference(change.before, change.after) is not None
    ]
    caption = "差（後 − 前。点）と95%区間（線）。✕は有意な悪化"
    return (
        (Plot(_drawn("change", changes, _differences), caption, folded=False),) if changes else ()
    )


def _means(axes: Axes, metrics: Sequence[MetricResult]) -> None:
    for row, metric in enumerate(metrics):
        if metric.mean is None:
            continue
        axes.barh(row, metric.mean, height=0.42, color=_GOOD, alpha=0.28)
        _interval(axes, row, metric.low, metric.high, _GOOD)
        axes.plot(metric.mean, row, "o", color=_GOOD, markersize=6, clip_on=False)
    if not labels.is_duration(metrics[0].name):
        axes.set_xlim(-0.01, 1.01)
    _named(axes, [labels.directed_label(metric.name) for metric in metrics])


def _differences(axes: Axes, changes: Sequence[MetricChange]) -> None:
    axes.axvline(0, color=_INK, linewidth=0.8)
    for row, change in enumerate(changes):
        colour, marker = (_BAD, "X") if change.worse else (_GOOD, "o")
        _interval(axes, row, change.low, change.high, colour)
        axes.plot(
            labels.difference(change.before, change.after) or 0.0,
            row,
            marker,
            color=colour,
            markersize=6,
        )
    reach = max(0.05, *(abs(edge) for edge in axes.get_xlim()))
    axes.set_xlim(-reach, reach)
    _named(axes, [labels.directed_label(change.name) for change in changes])


def _interval(axes: Axes, row: int, low: float | None, high: float | None, colour: str) -> None:
    if low is not None and high is not None:
        axes.plot([low, high], [row, row], color=colour, linewidth=2.4, solid_capstyle="round")


def _named(axes: Axes, names: list[str]) -> None:
    axes.set_yticks(range(len(names)), names)
    axes.set_ylim(len(names) - 0.45, -0.55)
    axes.tick_params(axis="y", length=0, labelcolor=_INK, labelsize=10)
    axes.tick_params(axis="x", length=0, labelcolor=_QUIET, labelsize=9)
    axes.grid(axis="x", color=_LINE, linewidth=0.8)
    axes.set_axisbelow(True)
    for spine in axes.spines.values():
        spine.set_visible(False)


def _drawn(name: str, rows: Sequence[_Row], draw: Callable[[Axes, Sequence[_Row]], None]) -> str:
    matplotlib, figure = _blank(len(rows))
    # No font of matplotlib's holds Japanese; it measures the text, and the page sets it.
    with warnings.catch_warnings(), matplotlib.rc_context(_settings(name)):
        warnings.filterwarnings("ignore", message="Glyph .* missing")
        draw(figure.add_axes(_place(figure)), rows)
        written = io.StringIO()
        figure.savefig(written, format="svg", transparent=True, metadata={"Date": None})
    return _inline(written.getvalue(), name)


def _blank(rows: int) -> tuple[ModuleType, Figure]:
    try:
        import matplotlib
        from matplotlib.figure import Figure
    except ImportError as error:
        raise UsageError(
            "HTMLの報告には matplotlib が要ります: pip install 'tenkyo[eval]' で入れてください。"
        ) from error
    return matplotlib, Figure(figsize=(_WIDTH, rows * _ROW_HEIGHT + _EDGE))


def _place(figure: Figure) -> tuple[float, float, float, float]:
    """Left, bottom, width and height of the axes, in shares of the figure."""
    height = float(figure.get_figheight())
    bottom = 0.3
    return (
        _LABELS / _WIDTH,
        bottom / height,
        1 - (_LABELS + 0.3) / _WIDTH,
        (height - bottom - 0.05) / height,
    )


def _settings(name: str) -> dict[str, str]:
    return {"svg.fonttype": "none", "svg.hashsalt": name}


def _inline(document: str, name: str) -> str:
    """The drawing without prologue, metadata and namespaces, its ids made its own."""
    svg = document[document.index("<svg") :]
    svg = re.sub(r"<metadata>.*?</metadata>", "", svg, flags=re.DOTALL)
    svg = re.sub(r' xmlns(:\w+)?="[^"]*"', "", svg).replace("xlink:href", "href")
    svg = re.sub(r' (width|height)="[\d.]+pt"', "", svg, count=2)
    svg = re.sub(r' id="|href="#|url\(#', lambda found: f"{found[0]}{name}-", svg)
    for colour, variable in _VARIABLES.items():
        svg = svg.replace(colour, f"var(--{variable})")
    return svg.strip()
