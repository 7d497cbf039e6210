"""Tables, Markdown and JUnit reports hold every case and the score's own figures."""

from __future__ import annotations

import re
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
from rich.cells import cell_len

from eval.gate import Finding, GateReport, Step, Verdict
from eval.metrics import METRICS
from eval.metrics.metric import Metric
from eval.records import (
    Flip,
    Violation,
    ViolationKind,
)
from eval.reports.headline import Level, of_score
from eval.reports.junit import junit
from eval.reports.labels import directed_label
from eval.reports.markdown import markdown
from eval.reports.table import table, table_lines
from tests.helpers.made_scores import HOSTILE, made_comparison, made_outcome, made_score


def test_table_figures_are_those_of_the_score() -> None:
    rows = {row[0]: row[1:] for row in table(made_score()).rows}
    assert rows["引用のF1"] == ("0.541", "0.510～0.572", "3")
    assert rows["典拠のない文の割合 ↓"] == ("0.500", "0.469～0.531", "2")
    assert rows["全体の時間（中央値） ↓"][0] == "627.2 ms"
    assert rows["断りの再現率"] == ("—", "—", "0")


@pytest.mark.parametrize("metric", METRICS, ids=lambda metric: metric.name)
def test_every_metric_has_a_label_that_tells_its_direction(metric: Metric) -> None:
    label = directed_label(metric.name)
    assert metric.name not in label
    assert label.endswith("↓") is not metric.higher_is_better


def test_table_of_a_comparison_names_what_is_worse() -> None:
    rows = table(made_comparison()).rows
    assert rows[0][1:] == ("0.912", "0.541", "-0.371", "-0.500～-0.123", "<0.001", "悪化")
    assert rows[1][1:] == ("0.600", "0.500", "-0.100", "-0.200～+0.050", "0.250", "")


def test_table_columns_line_up_under_wide_characters() -> None:
    title, *grid = table_lines(made_score())[: 3 + len(made_score().metrics)]
    assert title == "評価 見本"
    assert len({cell_len(line) for line in grid}) == 1


def test_table_of_a_score_tells_failed_calls() -> None:
    assert any("測れなかった質問 1: a4" in line for line in table_lines(made_score()))


def test_markdown_shows_losses_first_and_no_ties() -> None:
    text = markdown(made_comparison())
    folded = re.findall(r"<details><summary>(. ..) <code>(a\d)</code>", text)
    assert folded == [("▼ 負け", "a2"), ("▲ 勝ち", "a3")]
    assert "前の答え" in text
    assert "a2の&lt;問い&gt;" in text
    assert "| 引用のF1 | 0.912 | 0.541 | -0.371 | -0.500～-0.123 | <0.001 | 悪化 |" in text


def test_markdown_of_a_hostile_answer_stays_in_its_fence() -> None:
    text = markdown(made_comparison())
    start = text.index("`````text\n") + len("`````text\n")
    assert text[start : text.index("\n`````", start)] == HOSTILE


def test_markdown_fits_a_comment() -> None:
    comparison = made_comparison()
    loss = next(case for case in comparison.cases if case.flip is Flip.LOSS)
    many = replace(comparison, cases=(loss,) * 50)
    text = markdown(many, limit=6_000)
    shown = text.count("<details>")
    assert len(text) <= 6_000
    assert 0 < shown < 50
    assert f"ほかに{50 - shown}問が変わりました。" in text


def test_markdown_says_what_the_gate_says() -> None:
    gate = GateReport(Verdict.UNMEASURABLE, (Finding(Step.MEASURABLE, "文書が違います"),))
    text = markdown(made_comparison(), gate)
    assert "⚠️ **測れませんでした**" in text
    assert "文書が違います" in text


def test_junit_counts_failures_apart_from_failed_calls() -> None:
    root = ET.fromstring(junit(made_score()))
    suite = root[0]
    assert (suite.get("tests"), suite.get("failures"), suite.get("errors")) == ("4", "1", "1")
    assert [case.get("name") for case in suite.iter("testcase")] == ["a1", "a2", "a3", "a4"]
    failure = suite.find("testcase[@name='a2']/failure")
    assert failure is not None
    assert failure.get("message") == "a2に必須の典拠がない"
    assert suite.find("testcase[@name='a4']/error") is not None
    assert suite.find("testcase[@name='a1']").get("time") == "1.234"  # type: ignore[union-attr]


def test_junit_holds_characters_that_xml_cannot() -> None:
    failure = ET.fromstring(junit(made_score())).find(".//failure")
    assert failure is not None
    assert "<script>alert(1)</script>" in (failure.text or "")
    assert "\ufffd\ufffd" in (failure.text or "")


def test_a_run_with_failed_calls_is_never_good() -> None:
    failed = replace(made_score(), cases=(made_outcome("a1"),), errors=("a1",))
    broken = Violation("a1", ViolationKind.FALSE_NAME, "別の人")
    assert of_score(failed).level is Level.UNKNOWN
    assert of_score(replace(failed, errors=(), violations=(broken,))).level is Level.BAD
    assert of_score(replace(failed, errors=())).level is Level.GOOD
    assert of_score(replace(made_score(), errors=())).level is Level.MIXED
