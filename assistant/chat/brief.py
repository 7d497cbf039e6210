"""What a chat model is given: units as data, what code found in them, and finished blocks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby
from string import ascii_uppercase

from assistant.answers import Claim, Draft, Layout
from assistant.chat.model import estimated_tokens
from assistant.query import Language
from assistant.render import render
from assistant.sentence_checks.prose import ProseChecker
from assistant.wording import frames as wording
from index.documents import Basis, Comment, Unit, Utterance
from index.library import Library
from index.stores.records import DocumentRecord

_MOST_UNITS = 14
_FURTHER_UNITS = 4  # of those that search brought and the draft does not cite
_LONGEST_UNIT = 2_400  # characters
_AROUND = 900  # characters shown on either side of a quote in a longer unit
_LONGEST_BLOCK = 600  # characters of a block that the model is shown
_MARKER = re.compile(r"\[\d+\]")


@dataclass(frozen=True, slots=True)
class Source:
    """A unit under its number in the prompt, and what is shown of its text."""

    number: int
    unit: Unit
    document: DocumentRecord
    shown: str


@dataclass(frozen=True, slots=True)
class Block:
    """Claims made by code that the model may place, and not touch."""

    name: str
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Brief:
    """All that the model is given for one answer.

    Attributes:
        sources: The units, numbered from 1.
        findings: What code found in them: leads and quotes that the model words anew.
        blocks: Figures, lists, tables, notes and who speaks on what ground: set by code.
    """

    sources: tuple[Source, ...]
    findings: tuple[Claim, ...]
    blocks: tuple[Block, ...]

    def unit(self, number: int) -> Unit | None:
        """The unit of a number, None where it was never given."""
        return self.sources[number - 1].unit if 1 <= number <= len(self.sources) else None

    def block(self, name: str) -> Block | None:
        """The block of a name, None where there is none."""
        return next((block for block in self.blocks if block.name == name), None)

    @property
    def units_text(self) -> str:
        """The units as data; no text of theirs can end its own tag."""
        return "\n".join(_set_source(source) for source in self.sources)

    @property
    def findings_text(self) -> str:
        """The findings, each with the numbers of its units."""
        numbers = {source.unit.id: source.number for source in self.sources}
        lines = []
        for claim in self.findings:
            of = (numbers.get(reference.unit.id) for reference in claim.references)
            units = ",".join(str(number) for number in dict.fromkeys(of) if number)
            tag = "quote" if claim.layout is Layout.QUOTE else "finding"
            lines.append(f'<{tag} units="{units}">{_data(claim.text)}</{tag}>')
        return "\n".join(lines)

    @property
    def blocks_text(self) -> str:
        """The blocks, each under its letter."""
        return "\n".join(
            f'<block name="{block.name}">\n{_data(_shown_block(block))}\n</block>'
            for block in self.blocks
        )


def make_brief(
    draft: Draft,
    checker: ProseChecker,
    further: Iterable[Claim],
    found: Iterable[Unit],
    tokens: int,
) -> Brief:
    """The brief for a draft.

    Args:
        draft: The extractive answer.
        checker: Tells which of its claims a model could say as well.
        further: Claims of code beside the draft's, such as counts that a step asked for.
        found: Units that further steps or searches brought.
        tokens: About how many tokens the units may take.
    """
    library = checker.library
    fixed = [(is_fixed(claim, checker), claim) for claim in (*draft.claims, *further)]
    groups = [
        tuple(claim for _, claim in group)
        for held, group in groupby(fixed, key=lambda pair: pair[0])
        if held
    ]
    blocks = [Block(name, claims) for name, claims in zip(ascii_uppercase, groups, strict=False)]
    findings = tuple(claim for held, claim in fixed if not held)
    cited = (*findings, *(claim for _, claim in fixed))
    quotes = _quotes(cited)
    read = library.catalog.units(draft.retrieved[:_FURTHER_UNITS])
    units = {unit.id: unit for unit in (*_units(cited), *found, *read)}
    sources = _sources(list(units.values())[:_MOST_UNITS], quotes, library, tokens)
    return Brief(sources, findings, tuple(blocks))


def is_fixed(claim: Claim, checker: ProseChecker) -> bool:
    """Whether code sets a claim, and no model words it.

    It counts, lists or notes; it says who speaks on what ground; or it says what code knows
    by more than the words of the units (what a footnote hangs on, that there is nothing).
    """
    if claim.layout is Layout.QUOTE:
        return False
    if claim.layout is not Layout.LEAD or claim.counted or not claim.references:
        return True
    if checker.removal(claim, Language.JAPANESE) is not None:
        return True
    return any(
        isinstance(unit, Utterance)
        and (wording.speaker(unit) in claim.text or wording.NAMELESS in claim.text)
        for unit in _units([claim])
    )


def _units(claims: Iterable[Claim]) -> list[Unit]:
    return [reference.unit for claim in claims for reference in claim.references]


def _quotes(claims: Iterable[Claim]) -> dict[str, list[str]]:
    quotes: dict[str, list[str]] = {}
    for claim in claims:
        for reference in claim.references:
            quotes.setdefault(reference.unit.id, []).append(reference.quote.text)
    return quotes


def _sources(
    units: Sequence[Unit], quotes: dict[str, list[str]], library: Library, tokens: int
) -> tuple[Source, ...]:
    sources: list[Source] = []
    for unit in units:
        shown = _shown_unit(unit, quotes.get(unit.id, []))
        tokens -= estimated_tokens(shown)
        if tokens < 0 and sources:
            break
        document = library.catalog.document(unit.id.partition("#")[0])
        sources.append(Source(len(sources) + 1, unit, document, shown))
    return tuple(sources)


def _shown_unit(unit: Unit, quotes: Sequence[str]) -> str:
    """The unit's text, of a very long one its beginning and what stands around its quotes."""
    text = unit.text
    if len(text) <= _LONGEST_UNIT:
        return text
    ranges = [(0, _AROUND)]
    for quote in quotes:
        start = text.find(quote)
        if start >= 0:
            ranges.append((max(0, start - _AROUND), start + len(quote) + _AROUND))
    pieces, done = [], 0
    for start, end in sorted(ranges):
        pieces.append(text[max(start, done) : end] if end > done else "")
        done = max(done, end)
    return "\n…\n".join(filter(None, pieces))


def _set_source(source: Source) -> str:
    unit, document = source.unit, source.document
    facts = {
        "n": str(source.number),
        "label": unit.label,
        "document": document.title,
        "body": document.body,
        "date": document.date,
        "page": str(unit.locator.page) if unit.locator.page else None,
        **_voice(unit),
    }
    attributes = " ".join(f'{name}="{escape(fact)}"' for name, fact in facts.items() if fact)
    return f"<unit {attributes}>\n{_data(source.shown)}\n</unit>"


def _voice(unit: Unit) -> dict[str, str | None]:
    if isinstance(unit, Comment):
        return {"submitter": unit.submitter, "outcome": wording.OUTCOME_NAMES[unit.outcome]}
    if not isinstance(unit, Utterance):
        return {}
    by = unit.attribution
    if by.basis is Basis.NONE:
        return {"speaker": None, "basis": by.basis.value}
    named = "・".join(dict.fromkeys(filter(None, (by.label, by.office, by.person))))
    return {"speaker": named, "basis": by.basis.value, "proxy_for": by.proxy_for}


def _shown_block(block: Block) -> str:
    text, _ = render(block.claims)
    bare = _MARKER.sub("", text)
    return bare if len(bare) <= _LONGEST_BLOCK else f"{bare[:_LONGEST_BLOCK]}…"


def _data(text: str) -> str:
    return escape(text, quote=False)
