"""The sentences of one answer as they come: each checked, mended once, or left out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from assistant.answers import Claim, Fault, Layout, Removal
from assistant.chat.brief import Brief
from assistant.chat.sentences import Sentence, claim_of
from assistant.events import BlockState, BlockWritten
from assistant.query import Language
from assistant.render import render
from assistant.sentence_checks.grounds import Finding
from assistant.sentence_checks.prose import ProseChecker

_WAITING = "…"  # words that were not checked are never shown


@dataclass
class _Line:
    """A sentence with its claims, or with what is wrong with it."""

    sentence: Sentence
    claims: tuple[Claim, ...]
    finding: Finding | None


@dataclass
class Composition:
    """Sentences and blocks in the order in which the model set them."""

    brief: Brief
    checker: ProseChecker
    language: Language
    repaired: int = 0
    removals: list[Removal] = field(default_factory=list)
    _lines: list[_Line] = field(default_factory=list)
    _cited_in_vain: set[str] = field(default_factory=set)
    _cut_without_source: bool = False

    def add(self, sentence: Sentence) -> Iterator[BlockWritten]:
        """Check a sentence, or set the block that it names; those that fail wait for repair."""
        number = len(self._lines)
        yield BlockWritten(number, _WAITING, BlockState.PENDING)
        line = self._slot(sentence) if sentence.slot else self._checked(sentence)
        self._lines.append(line)
        if line.finding is None:
            yield self._shown(number)

    def failing(self) -> tuple[tuple[int, Sentence, Finding], ...]:
        """The sentences that do not stand, with their numbers and what is wrong."""
        return tuple(
            (number, line.sentence, line.finding)
            for number, line in enumerate(self._lines)
            if line.finding is not None
        )

    def mend(self, number: int, sentence: Sentence | None) -> Iterator[BlockWritten]:
        """Put a sentence in the place of one that failed; leave the place empty if it fails too."""
        old = self._lines[number]
        line = self._checked(sentence) if sentence is not None and not sentence.slot else old
        if line.finding is None:
            self.repaired += 1
            self._lines[number] = line
            yield self._shown(number)
            return
        self.removals.append(Removal(line.sentence.text, line.finding.fault, line.finding.detail))
        self._cited_in_vain |= {
            unit.id for one in old.sentence.numbers if (unit := self.brief.unit(one))
        }
        self._cut_without_source |= not old.sentence.numbers
        self._lines[number] = _Line(old.sentence, (), None)
        yield BlockWritten(number, "", BlockState.REMOVED)

    @property
    def sentences(self) -> int:
        """How many sentences were written; blocks are none."""
        return sum(line.sentence.slot is None for line in self._lines)

    @property
    def prose(self) -> tuple[Claim, ...]:
        """The sentences that stand."""
        return tuple(claim for claim in self._set() if claim.layout is Layout.PROSE)

    def claims(self) -> tuple[tuple[Claim, ...], int]:
        """The answer's claims, and how many of the extractive answer had to be added.

        Behind what the model wrote come what was found in units that no sentence cites or
        that a sentence cited which was left out, so that it takes nothing with it, and the
        blocks that the model did not place.
        """
        placed = self._set()
        held = {id(claim) for claim in placed}
        blocks = [claim for block in self.brief.blocks for claim in block.claims]
        cited = {place.unit.id for claim in self.prose for place in claim.references}
        # What a sentence without markers told may have come from any of the units.
        cited = set() if self._cut_without_source else cited - self._cited_in_vain
        missing = [
            claim
            for claim in self.brief.findings
            if not all(reference.unit.id in cited for reference in claim.references)
        ]
        left = [claim for claim in blocks if id(claim) not in held]
        return (*placed, *missing, *left), len(missing)

    def _set(self) -> list[Claim]:
        return [claim for line in self._lines for claim in line.claims]

    def _slot(self, sentence: Sentence) -> _Line:
        block = self.brief.block(sentence.slot or "")
        placed = {id(claim) for claim in self._set()}
        claims = block.claims if block else ()
        return _Line(sentence, tuple(one for one in claims if id(one) not in placed), None)

    def _checked(self, sentence: Sentence) -> _Line:
        units = [self.brief.unit(number) for number in sentence.numbers]
        given = [unit for unit in units if unit is not None]
        if len(given) < len(units):
            unknown = "".join(f"[{one}]" for one in sentence.numbers if not self.brief.unit(one))
            finding: Finding | None = Finding(Fault.UNKNOWN_MARKER, unknown)
        else:
            finding = self.checker.finding(sentence.text, given, self.language)
        return _Line(sentence, () if finding else (claim_of(sentence, given),), finding)

    def _shown(self, number: int) -> BlockWritten:
        """A line as it is set, its citations numbered as far as they are known now."""
        before = [claim for line in self._lines[:number] for claim in line.claims]
        claims = self._lines[number].claims
        if not claims:
            return BlockWritten(number, "", BlockState.REMOVED)
        earlier, _ = render(before)
        text, _ = render((*before, *claims))
        return BlockWritten(number, text[len(earlier) :].strip(), BlockState.CHECKED)
