"""Sets checked claims as Markdown with numbered citations, and as the JSON contract."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from assistant.answers import Citation, Claim, Layout, Reference
from assistant.query import Language
from assistant.tabular import set_table
from assistant.wording.english import text_in
from assistant.wording.phrases import joined, phrase


class _Numbering:
    """Gives each cited passage its number, the same passage the same number."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[str, str], int] = {}
        self.citations: list[Citation] = []

    def marker(self, reference: Reference) -> str:
        key = (reference.unit.id, reference.quote.text)
        if key not in self._numbers:
            self._numbers[key] = len(self._numbers) + 1
            self.citations.append(Citation(self._numbers[key], reference))
        return f"[{self._numbers[key]}]"

    def markers(self, references: Iterable[Reference]) -> str:
        return "".join(dict.fromkeys(self.marker(reference) for reference in references))


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _set(claim: Claim, numbering: _Numbering, language: Language) -> str:
    if claim.table is not None:
        return set_table(claim.table, numbering.markers)
    markers = numbering.markers(claim.references)
    match claim.layout:
        case Layout.QUOTE:
            labels = joined("、", dict.fromkeys(place.unit.label for place in claim.references))
            place = text_in(language, phrase("（{label}）", label=labels))
            return f"> 「{_one_line(claim.text)}」{markers}{place}"
        case Layout.ITEM:
            return f"- {_one_line(claim.text)}{markers}"
        case _:
            return f"{_one_line(claim.text)}{markers}"


def render(
    claims: Iterable[Claim], language: Language = Language.JAPANESE
) -> tuple[str, tuple[Citation, ...]]:
    """Markdown of the claims in order, and the citations their markers stand for."""
    numbering = _Numbering()
    blocks = []
    for layout, group in groupby(claims, key=lambda claim: claim.layout):
        lines = [_set(claim, numbering, language) for claim in group]
        separator = {Layout.ITEM: "\n", Layout.QUOTE: "\n>\n"}.get(layout, "\n\n")
        blocks.append(separator.join(lines))
    return "\n\n".join(blocks), tuple(numbering.citations)
