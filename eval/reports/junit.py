"""A score as JUnit XML, which CI services show case by case."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import asdict
from xml.etree import ElementTree as ET

from eval.records import CaseOutcome, Provenance, Score

# Characters that XML 1.0 cannot hold even escaped; text from PDF files has some.
_INVALID = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def junit(score: Score) -> str:
    """One test case for each case: a failure with its reasons, an error where the call failed."""
    cases = list(_cases(score))
    counts = {
        "tests": str(len(cases)),
        "failures": str(_count(cases, "failure")),
        "errors": str(_count(cases, "error")),
        "skipped": "0",
    }
    suite = _element("testsuite", name=score.provenance.set_name, **counts)
    suite.append(_properties(score.provenance))
    suite.extend(cases)
    root = _element("testsuites", name="tenkyo", **counts)
    root.append(suite)
    ET.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _cases(score: Score) -> Iterator[ET.Element]:
    name = score.provenance.set_name
    errors, seconds = set(score.errors), _seconds(score)
    for outcome in score.cases:
        case = _test_case(name, outcome.split, outcome.case_id)
        case.set("time", f"{seconds.get(outcome.case_id, 0.0):.3f}")
        if outcome.case_id in errors:
            case.append(_fault("error", outcome))
        elif not outcome.passed:
            case.append(_fault("failure", outcome))
        yield case
        errors.discard(outcome.case_id)
    for case_id in sorted(errors):
        case = _test_case(name, "unknown", case_id)
        case.append(_element("error", message="答える途中で失敗しました"))
        yield case


def _test_case(set_name: str, split: str, case_id: str) -> ET.Element:
    return _element("testcase", classname=f"{set_name}.{split}", name=case_id)


def _seconds(score: Score) -> dict[str, float]:
    """How long each case took, as far as the score tells."""
    return {
        detail.case_id: detail.value / 1000
        for metric in score.metrics
        if metric.name == "latency_total_median_ms"
        for detail in metric.details
        if detail.value is not None
    }


def _fault(tag: str, outcome: CaseOutcome) -> ET.Element:
    """The reasons in the attribute that services list, and again above the answer."""
    reasons = outcome.reasons or ("理由の記録なし",)
    fault = _element(tag, message="；".join(reasons), type=tag)
    fault.text = _clean("\n".join([*reasons, "", outcome.answer]))
    return fault


def _properties(provenance: Provenance) -> ET.Element:
    properties = ET.Element("properties")
    for name, value in asdict(provenance).items():
        properties.append(_element("property", name=name, value=value or ""))
    return properties


def _count(cases: list[ET.Element], tag: str) -> int:
    return sum(case.find(tag) is not None for case in cases)


def _element(tag: str, **attributes: str) -> ET.Element:
    return ET.Element(tag, {name: _clean(value) for name, value in attributes.items()})


def _clean(text: str) -> str:
    return _INVALID.sub("\ufffd", text)
