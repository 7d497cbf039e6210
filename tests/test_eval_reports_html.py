"""The HTML report shows every case, and nothing in an answer can act in it."""

from __future__ import annotations

import base64
import hashlib
import re
import sys
from dataclasses import replace
from html import escape
from html.parser import HTMLParser
from importlib.resources import files

import pytest

from eval.cases import Case, CaseSet
from eval.reports.answers import answer_html
from eval.reports.html import html
from eval.reports.table import table
from index.errors import UsageError
from tests.helpers.made_scores import (
    made_cases,
    made_comparison,
    made_outcome,
    made_results,
    made_score,
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
        made_score(),
        made_comparison(),
        case_set=made_cases(),
        results=made_results(),
        results_before=made_results(),
    )


def test_html_shows_every_case_once(compared: str) -> None:
    page = _Page(compared)
    ids = page.attributes("id")
    assert [name for name in ids if re.fullmatch(r"case-a\d", name)] == [
        f"case-a{number}" for number in range(1, 5)
    ]
    assert len(ids) == len(set(ids))
    assert all(escape(case.question) in compared for case in made_cases().cases)


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
    score = replace(made_score(), cases=(made_outcome(name),), metrics=(), errors=())
    page = _Page(html(score, case_set=CaseSet(cases=(Case(id=name, question=name),))))
    assert [tag for tag, _ in page.elements].count("script") == 1
    assert f"case-{name}" in page.attributes("id")


def test_html_sets_both_answers_side_by_side(compared: str) -> None:
    card = compared[compared.index('id="case-a3"') : compared.index('id="case-a4"')]
    assert card.index("前の誤り") < card.index("はい。")
    assert 'class="answers pair"' in card
    assert "a3に必須の典拠がない" in card


def test_html_beside_a_baseline_without_words_shows_one_answer() -> None:
    comparison = made_comparison()
    wordless = tuple(
        replace(change, before=replace(change.before, answer="", reasons=()))
        for change in comparison.cases
    )
    page = html(made_score(), replace(comparison, cases=wordless))
    assert 'class="answers pair"' not in page
    assert page.count('data-flip="loss"') == 1


def test_html_figures_are_those_of_score_and_comparison(compared: str) -> None:
    for made in (table(made_score()), table(made_comparison())):
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
        html(made_score())


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
