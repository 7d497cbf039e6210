"""Does every statement of an answer carry a marker."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from eval.metrics.context import ScoringContext
from eval.metrics.metric import CaseMetric
from eval.records import Detail, Pair, Result

_MARKER = re.compile(r"\[\d+\]")
_BRACKETED = re.compile(r"「[^「」]*」|（[^（）]*）|\([^()]*\)")
# a stop with the markers behind it; `.` is one only where a word ends before white space
_END = re.compile(r"(?:[。！？]+|(?<=[A-Za-z)\]])[.!?](?=\s|\[|$))(?:\s*\[\d+\])*")
_RULE = re.compile(r"\|(?:\s*:?-+:?\s*\|)+$")  # below the head of a Markdown table
_LEADING_MARKS = re.compile(r"^(?:[>\-*・•#\s]|\d+[.)]\s)+")
_WORDS = re.compile(r"[ぁ-ゖァ-ヺ一-鿿A-Za-z]")
_FEWEST_LETTERS = 4
# about the answer or the collection, not about what documents say
_ABOUT_ITSELF = re.compile(
    r"収録|当てはまりうる|ください|でしょうか|この質問|次の(?:とおり|通り)|以下の(?:とおり|通り)|[?？：:]$"
)
_STATING = frozenset({"answered", "partial"})


@dataclass(frozen=True)
class UncitedClaims(CaseMetric):
    """Share of the statements of an answer that no marker covers.

    A marker covers its sentence and those before it on the same line (a claim of ours is one
    line, and may have several sentences); one that stands for no citation covers nothing.
    Headings, questions and sentences about the collection state nothing. Of answers that
    answer; a refusal has nothing to cite.
    """

    @property
    def name(self) -> str:
        """Its name."""
        return "uncited_claims"

    @property
    def higher_is_better(self) -> bool:
        """Lower is better."""
        return False

    def detail(self, pair: Pair, _context: ScoringContext, /) -> Detail:
        """None where the answer states nothing."""
        claims = _claims(pair.result) if pair.result.status in _STATING else ()
        if not claims:
            return Detail(pair.case.id, None)
        bare = [claim.text for claim in claims if not claim.covered]
        note = f"典拠のない文: {'／'.join(bare)}" if bare else ""
        return Detail(pair.case.id, len(bare) / len(claims), note)


@dataclass(frozen=True, slots=True)
class _Claim:
    text: str
    covered: bool


def _claims(result: Result) -> tuple[_Claim, ...]:
    held = {f"[{citation.n}]" for citation in result.citations}
    answer = _MARKER.sub(lambda mark: mark.group() if mark.group() in held else "", result.answer)
    lines = (line for line in _without_tables(answer) if not line.lstrip().startswith("#"))
    return tuple(claim for line in lines for claim in _claims_of_line(line))


def _without_tables(answer: str) -> Iterator[str]:
    """The lines, of a table only the rows with markers: its head and 記載なし state nothing."""
    lines = answer.splitlines()
    for line, below in itertools.zip_longest(lines, lines[1:], fillvalue=""):
        if not line.startswith("|"):
            yield line
        elif _MARKER.search(line) and not _RULE.match(below):
            yield line.strip("| ")


def _claims_of_line(line: str) -> tuple[_Claim, ...]:
    text = _without_brackets(_LEADING_MARKS.sub("", line))
    ends = [0, *(end.end() for end in _END.finditer(text)), len(text)]
    parts = (text[start:end] for start, end in itertools.pairwise(ends))
    sentences = [part for part in parts if _states(part)]
    marked = [place for place, one in enumerate(sentences) if _MARKER.search(one)]
    last = marked[-1] if marked else -1
    return tuple(_Claim(one.strip(), place <= last) for place, one in enumerate(sentences))


def _without_brackets(text: str) -> str:
    """Quotes and asides emptied, so that a full stop in them ends no sentence."""
    while True:
        emptied = _BRACKETED.sub(_emptied, text)
        if emptied == text:
            return text
        text = emptied


def _emptied(match: re.Match[str]) -> str:
    # a quote is something stated, an aside such as the label of a source is not
    markers = "".join(_MARKER.findall(match.group()))
    return ("引用文言" if match.group().startswith("「") else "") + markers


def _states(sentence: str) -> bool:
    if _MARKER.search(sentence):
        return True
    if _ABOUT_ITSELF.search(sentence.strip()):
        return False
    return len(_WORDS.findall(sentence)) >= _FEWEST_LETTERS
