"""Reports hold every case and the score's own figures, and nothing in an answer can act."""

from __future__ import annotations

import base64
import hashlib
import re
import sys
from dataclasses import replace
from html import escape
from html.parser import HTMLParser
from importlib.resources import files
from xml.etree import ElementTree as ET

import pytest
from rich.cells import cell_len

from eval.cases import Case, CaseSet, GoldCitations, Nugget
from eval.gate import Finding, GateReport, Step, Verdict
from eval.metrics import METRICS
from eval.metrics.metric import Metric
from eval.records import (
    CaseChange,
    CaseOutcome,
    Comparison,
    Detail,
    Flip,
    MetricChange,
    MetricResult,
    Provenance,
    Result,
    ResultCitation,
    Score,
    Violation,
    ViolationKind,
)
from eval.reports.answers import answer_html
from eval.reports.headline import Level, of_score
from eval.reports.html import html
from eval.reports.junit import junit
from eval.reports.labels import directed_label
from eval.reports.markdown import markdown
from eval.reports.table import table, table_lines
from index.errors import UsageError

HOSTILE = (
    '<script>alert(1)</script> <img src="http://evil.example/x.png" onerror=alert(2)>\n\n'
    "[押す](javascript:alert(3)) ![図](http://evil.example/y.png) [1]: http://evil.example\n\n"
    "</details></div>```\n````\n| a | \x0c\x00 & ]]> {{ 7*7 }} <http://evil.example>"
)
PROVENANCE = Provenance("見本", "c" * 64, "d" * 64, "i" * 64, "p" * 64, "embedder-x", None, "1")


def _outcome(name: str, *, passed: bool = True, answer: str = "はい。[1]") -> CaseOutcome:
    reasons = () if passed else (f"{name}に必須の典拠がない",)
    return CaseOutcome(name, "regression", "文書", passed, reasons, answer)


def _metric(name: str, values: dict[str, float | None], *, higher: bool = True) -> MetricResult:
    measured = [value for value in values.values() if value is not None]
    mean = sum(measured) / len(measured)
    details = tuple(Detail(case_id, value) for case_id, value in values.items())
    return MetricResult(name, higher, mean, mean - 0.03125, mean + 0.03125, details)


def _score() -> Score:
    cases = (
        _outcome("a1"),
        _outcome("a2", passed=False, answer=HOSTILE),
        replace(_outcome("a3"), split="dev"),
        _outcome("a4", passed=False, answer=""),
    )
    metrics = (
        _metric("citation_f1", {"a1": 1.0, "a2": 0.1234, "a3": 0.5, "a4": None}),
        _metric("uncited_claims", {"a1": 0.25, "a2": 0.75}, higher=False),
        _metric("latency_total_median_ms", {"a1": 1234.5, "a2": 20.0}, higher=False),
        MetricResult(
            "abstention_recall", higher_is_better=True, mean=None, low=None, high=None, details=()
        ),
    )
    return Score(PROVENANCE, cases, metrics, (), ("a4",))


def _comparison() -> Comparison:
    score = _score()
    before = {case.case_id: case for case in score.cases}
    before["a2"] = _outcome("a2", answer="前の答え")
    before["a3"] = _outcome("a3", passed=False, answer="前の誤り")
    flips = {"a2": Flip.LOSS, "a3": Flip.WIN}
    changes = tuple(
        CaseChange(
            case.case_id,
            case.split,
            f"{case.case_id}の<問い>",
            flips.get(case.case_id, Flip.TIE),
            before[case.case_id],
            case,
        )
        for case in score.cases
    )
    metrics = (
        MetricChange("citation_f1", 0.912, 0.541, -0.5, -0.123, 0.0004, worse=True),
        MetricChange("uncited_claims", 0.6, 0.5, -0.2, 0.05, 0.25, worse=False),
        MetricChange("abstention_recall", None, None, None, None, None, worse=False),
    )
    return Comparison(replace(PROVENANCE, embedder="embedder-w"), PROVENANCE, metrics, changes)


def _cases() -> CaseSet:
    made = [
        Case(
            id=f"a{number}",
            question=f"問い{number} <b>",
            persona="official",
            kind="who" if number % 2 else "fact",
            citations=GoldCitations(required=((f"文書#単位{number}", "文書#別"),)),
            nuggets=(Nugget(any_of=("必須の語", "<別の語>")),),
        )
        for number in range(1, 5)
    ]
    return CaseSet(set="見本", cases=tuple(made))


def _results() -> tuple[Result, ...]:
    quoted = ResultCitation(n=1, id="文書#単位1", label="第1節", quote="引いた<語>", text="")
    return tuple(
        Result(id=f"a{number}", status="answered", citations=(quoted,)) for number in (1, 2, 3)
    )


class _Page(HTMLParser):
    """The elements of a page, with their attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def handle_data(self, data: str) -> None:
        self.text += data

    def attributes(self, name: str) -> list[str]:
        return [attributes[name] for _, attributes in self.elements if name in attributes]


@pytest.fixture(scope="module")
def compared() -> str:
    return html(
        _score(),
        _comparison(),
        case_set=_cases(),
        results=_results(),
        results_before=_results(),
    )


def test_table_figures_are_those_of_the_score() -> None:
    rows = {row[0]: row[1:] for row in table(_score()).rows}
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
    rows = table(_comparison()).rows
    assert rows[0][1:] == ("0.912", "0.541", "-0.371", "-0.500～-0.123", "<0.001", "悪化")
    assert rows[1][1:] == ("0.600", "0.500", "-0.100", "-0.200～+0.050", "0.250", "")


def test_table_columns_line_up_under_wide_characters() -> None:
    title, *grid = table_lines(_score())[: 3 + len(_score().metrics)]
    assert title == "評価 見本"
    assert len({cell_len(line) for line in grid}) == 1


def test_table_of_a_score_tells_failed_calls() -> None:
    assert any("測れなかった質問 1: a4" in line for line in table_lines(_score()))


def test_markdown_shows_losses_first_and_no_ties() -> None:
    text = markdown(_comparison())
    folded = re.findall(r"<details><summary>(. ..) <code>(a\d)</code>", text)
    assert folded == [("▼ 負け", "a2"), ("▲ 勝ち", "a3")]
    assert "前の答え" in text
    assert "a2の&lt;問い&gt;" in text
    assert "| 引用のF1 | 0.912 | 0.541 | -0.371 | -0.500～-0.123 | <0.001 | 悪化 |" in text


def test_markdown_of_a_hostile_answer_stays_in_its_fence() -> None:
    text = markdown(_comparison())
    start = text.index("`````text\n") + len("`````text\n")
    assert text[start : text.index("\n`````", start)] == HOSTILE


def test_markdown_fits_a_comment() -> None:
    comparison = _comparison()
    loss = next(case for case in comparison.cases if case.flip is Flip.LOSS)
    many = replace(comparison, cases=(loss,) * 50)
    text = markdown(many, limit=6_000)
    shown = text.count("<details>")
    assert len(text) <= 6_000
    assert 0 < shown < 50
    assert f"ほかに{50 - shown}問が変わりました。" in text


def test_markdown_says_what_the_gate_says() -> None:
    gate = GateReport(Verdict.UNMEASURABLE, (Finding(Step.MEASURABLE, "文書が違います"),))
    text = markdown(_comparison(), gate)
    assert "⚠️ **測れませんでした**" in text
    assert "文書が違います" in text


def test_junit_counts_failures_apart_from_failed_calls() -> None:
    root = ET.fromstring(junit(_score()))
    suite = root[0]
    assert (suite.get("tests"), suite.get("failures"), suite.get("errors")) == ("4", "1", "1")
    assert [case.get("name") for case in suite.iter("testcase")] == ["a1", "a2", "a3", "a4"]
    failure = suite.find("testcase[@name='a2']/failure")
    assert failure is not None
    assert failure.get("message") == "a2に必須の典拠がない"
    assert suite.find("testcase[@name='a4']/error") is not None
    assert suite.find("testcase[@name='a1']").get("time") == "1.234"  # type: ignore[union-attr]


def test_junit_holds_characters_that_xml_cannot() -> None:
    failure = ET.fromstring(junit(_score())).find(".//failure")
    assert failure is not None
    assert "<script>alert(1)</script>" in (failure.text or "")
    assert "\ufffd\ufffd" in (failure.text or "")


def test_html_shows_every_case_once(compared: str) -> None:
    page = _Page(compared)
    ids = page.attributes("id")
    assert [name for name in ids if re.fullmatch(r"case-a\d", name)] == [
        f"case-a{number}" for number in range(1, 5)
    ]
    assert len(ids) == len(set(ids))
    assert all(escape(case.question) in compared for case in _cases().cases)


def test_html_links_lead_to_something_on_the_page(compared: str) -> None:
    page = _Page(compared)
    assert {link[1:] for link in page.attributes("href")} <= set(page.attributes("id"))
    assert '<a class="marker" href="#cite-a1-1">[1]</a>' in compared
    assert "<blockquote>引いた&lt;語&gt;</blockquote>" in compared


def test_html_asks_nothing_of_the_network(compared: str) -> None:
    page = _Page(compared)
    assert all(link.startswith("#") for link in page.attributes("href"))
    assert not page.attributes("src")
    assert not {"link", "iframe", "object", "base", "img"} & {tag for tag, _ in page.elements}
    quiet = compared.replace(escape("http://evil.example"), "")
    assert "http" not in re.sub("http-equiv", "", quiet)
    assert not re.search(r"@import|url\((?!#)", compared)


def test_html_of_a_hostile_answer_holds_one_script(compared: str) -> None:
    page = _Page(compared)
    assert [tag for tag, _ in page.elements].count("script") == 1
    assert not [name for _, found in page.elements for name in found if name.startswith("on")]
    assert "{{ 7*7 }}" in page.text
    script = re.search(r"<script>(.*?)</script>", compared, re.DOTALL)
    assert script is not None
    digest = base64.b64encode(hashlib.sha256(script[1].encode()).digest()).decode()
    assert f"script-src 'sha256-{digest}'" in page.attributes("content")[-1]


def test_html_escapes_a_hostile_id_and_question() -> None:
    name = '"><script>x</script>'
    score = replace(_score(), cases=(_outcome(name),), metrics=(), errors=())
    page = _Page(html(score, case_set=CaseSet(cases=(Case(id=name, question=name),))))
    assert [tag for tag, _ in page.elements].count("script") == 1
    assert f"case-{name}" in page.attributes("id")


def test_html_sets_both_answers_side_by_side(compared: str) -> None:
    card = compared[compared.index('id="case-a3"') : compared.index('id="case-a4"')]
    assert card.index("前の誤り") < card.index("はい。")
    assert 'class="answers pair"' in card
    assert "a3に必須の典拠がない" in card


def test_html_beside_a_baseline_without_words_shows_one_answer() -> None:
    comparison = _comparison()
    wordless = tuple(
        replace(change, before=replace(change.before, answer="", reasons=()))
        for change in comparison.cases
    )
    page = html(_score(), replace(comparison, cases=wordless))
    assert 'class="answers pair"' not in page
    assert page.count('data-flip="loss"') == 1


def test_html_figures_are_those_of_score_and_comparison(compared: str) -> None:
    for made in (table(_score()), table(_comparison())):
        for row in made.rows:
            cells = "".join(f"<td>{escape(cell)}</td>" for cell in row[1:])
            assert f'<th scope="row">{row[0]}</th>{cells}' in compared


def test_html_says_what_was_expected(compared: str) -> None:
    card = compared[compared.index('id="case-a2"') : compared.index('id="case-a3"')]
    assert "<code>文書#単位2</code> または <code>文書#別</code>" in card
    assert "<q>必須の語</q> または <q>&lt;別の語&gt;</q>" in card


def test_html_plots_follow_the_colour_scheme(compared: str) -> None:
    drawings = re.findall(r"<svg.*?</svg>", compared, re.DOTALL)
    assert len(drawings) == 3
    assert "引用のF1</text>" in drawings[0]
    assert all("var(--pass)" in drawing for drawing in drawings)
    assert not re.search(r"#0[1-5]0\d0\d|#000000", "".join(drawings))


def test_html_without_matplotlib_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    with pytest.raises(UsageError, match="matplotlib"):
        html(_score())


def test_a_run_with_failed_calls_is_never_good() -> None:
    failed = replace(_score(), cases=(_outcome("a1"),), errors=("a1",))
    broken = Violation("a1", ViolationKind.FALSE_NAME, "別の人")
    assert of_score(failed).level is Level.UNKNOWN
    assert of_score(replace(failed, errors=(), violations=(broken,))).level is Level.BAD
    assert of_score(replace(failed, errors=())).level is Level.GOOD
    assert of_score(replace(_score(), errors=())).level is Level.MIXED


def test_a_marker_without_citation_stays_text() -> None:
    made = answer_html("> 引用[1][2]\n\n- 項目[3]", "cite-x", {1})
    assert made.count("<a ") == 1
    assert "[2]" in made
    assert "<blockquote>" in made
    assert "<li>項目[3]</li>" in made


def _luminance(colour: str) -> float:
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_colours_can_be_read_in_both_schemes(scheme: int) -> None:
    style = (files("eval.reports") / "templates" / "report.css").read_text(encoding="utf-8")
    block = re.findall(r":root \{(.*?)\}", style, re.DOTALL)[scheme]
    colours = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6})", block))
    pairs = [
        (ink, paper) for ink in ("ink", "quiet", "pass", "fail") for paper in ("paper", "sheet")
    ]
    pairs += [("pass", "pass-tint"), ("fail", "fail-tint"), ("error", "error-tint")]
    for front, back in pairs:
        light, dark = sorted((_luminance(colours[front]), _luminance(colours[back])), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= 4.5, (front, back)
