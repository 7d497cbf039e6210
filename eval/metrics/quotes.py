"""Is every quote one run of the words of its unit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from eval.metrics.context import ScoringContext
from eval.metrics.metric import CaseMetric
from eval.records import Detail, Pair, Result
from index.text.keys import quote_key

_BLOCK_QUOTE = re.compile(r"^>\s*「(?P<quote>.+)」\[(?P<number>\d+)\]")
_INLINE_QUOTE = re.compile(r"「([^「」]+)」")
_MARKER = re.compile(r"\[(\d+)\]")
_SHORTEST_INLINE = 12  # shorter ones are words and titles, not quotes


@dataclass(frozen=True)
class VerbatimQuotes(CaseMetric):
    """Share of the quotes that stand in their unit, letter by letter, white space aside.

    Quotes are those of the citations, the block quotes of the answer (in the unit of their
    marker), and what stands in 「」 with 12 or more characters on a line with markers (in the
    words of a unit so marked, or in the question).
    """

    @property
    def name(self) -> str:
        """Its name."""
        return "verbatim_quotes"

    def detail(self, pair: Pair, context: ScoringContext) -> Detail:
        """None where nothing is quoted."""
        quotes = tuple(_quotes(pair.result, context))
        if not quotes:
            return Detail(pair.case.id, None)
        invented = [quote.text for quote in quotes if not quote.verbatim]
        note = f"原文にない引用: {'／'.join(invented)}" if invented else ""
        return Detail(pair.case.id, 1 - len(invented) / len(quotes), note)


def invented_quotes(result: Result, context: ScoringContext) -> tuple[str, ...]:
    """Quotes that do not stand in their unit; those of unknown ids are left to the id check."""
    found = (quote.text for quote in _quotes(result, context) if quote.known and not quote.verbatim)
    return tuple(dict.fromkeys(found))


@dataclass(frozen=True, slots=True)
class _Quote:
    text: str
    verbatim: bool
    known: bool = True


def _quotes(result: Result, context: ScoringContext) -> Iterator[_Quote]:
    for citation in result.citations:
        verbatim = context.quotes(citation.quote, citation.id)
        yield _Quote(citation.quote, verbatim, citation.id in context.units)
    ids = {str(citation.n): citation.id for citation in result.citations}
    for line in result.answer.splitlines():
        block = _BLOCK_QUOTE.match(line.strip())
        if block is None:
            yield from _inline_quotes(line, result.question, ids, context)
        else:
            unit_id = ids.get(block["number"], "")
            verbatim = context.quotes(block["quote"], unit_id)
            yield _Quote(block["quote"], verbatim, not unit_id or unit_id in context.units)


def _inline_quotes(
    line: str, question: str, ids: dict[str, str], context: ScoringContext
) -> Iterator[_Quote]:
    marked = [ids.get(number, "") for number in _MARKER.findall(line)]
    if not marked:
        return
    asked = quote_key(question)
    for text in _INLINE_QUOTE.findall(line):
        key = quote_key(text)
        if len(key) >= _SHORTEST_INLINE and key not in asked:
            yield _Quote(text, any(context.mentions(text, unit_id) for unit_id in marked))
