"""Finds the units that an earlier answer named, by their labels and numbers.

An answer of ours carries labels such as 「第39回会合 議事要旨 4(2) 発言5」 and 「意見27-2」;
one that somebody retold names ranges (意見23-1から23-5まで) and numbers without 意見. Only
what the catalog holds counts, so that a figure is never taken for a place. Words that an
answer quotes are not its own and name nothing.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from assistant.understanding.vocabulary import Vocabulary
from index.documents import Comment, DocumentKind, Section, Unit, UnitKind
from index.ids import document_slug, normalise_section

_MARKER = re.compile(r"\[\d+\]")
_QUOTED = re.compile(r"「[^「」]{16,}」")
_ROW = re.compile(r"^(?:-|\||\d+\.)\s")
_LISTED = re.compile(r"[、，,・/]|及び|並びに|と(?=[一-鿿ァ-ヶ])|\band\b")
# What follows the last heading of such a line: 「…の連携の5つです〔戦略案 4〕。」
_ENDING = re.compile(r"(?:の\d+つ)?(?:です|である|など|等|で(?=す)|[\s。.〔\[(（]).*$|の\d+つ$")
_CIRCLED = re.compile(r"[①-⑳]")
_COUNTED = r"(?!\s*(?:件|者|人|名|社|つ|割|年|月|日|回|章|%|\d)|\.\d|\(\d+\))"
_KEY = rf"\d+(?:\s*[-‐–の]\s*\d+)?{_COUNTED}"
_RANGE = re.compile(
    r"^\s*(?:から|~|〜|to|through)\s*(?:意見|コメント|comments?|No\.)?\s*$", re.IGNORECASE
)
_BETWEEN = r"\s*(?:、|,|・|と|及び|や|から|~|〜|\band\b|\bor\b|\bto\b|\bthrough\b)\s*(?:意見\s*)?"
_RUN = (
    r"(?:(?P<opener>意見|コメント|comments?,?|No\.)\s*(?:番号)?\s*)?"
    rf"(?P<run>(?<![\d.\-/第資料]){_KEY}(?:{_BETWEEN}{_KEY})*)"
)
_SECTION = (
    r"(?<![\d.\-/])(?P<section>第\d+章(?:\d+(?:\.\d+)*)?(?:\(\d+\))?"
    r"|\d+(?:\.\d+)+(?:\.?\(\d+\))?|\d+\.?\(\d+\))"
    r"(?P<sub>[①-⑳]|(?:viii|vii|vi|iv|ix|iii|ii|i|v|x)(?![a-z]))?"
    r"(?!\s*(?:[\d万億%人件円倍年月日社名者]|インチ))"
)
_TURN = (
    r"(?:第\s*(?P<meeting>\d+)\s*回[^\d\n]{0,14})?(?P<within>\d[\d.]*(?:\(\d+\))?)?[\s\-の]*"
    r"(?P<what>発言|段落|議題|出席者)\s*(?P<number>\d+)"
)
_PLACE = re.compile(
    rf"{_TURN}|脚注\s*(?P<footnote>\d+)|スライド\s*(?P<slide>\d+)|{_SECTION}|{_RUN}", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Named:
    """What an answer named.

    Attributes:
        units: All units, in the order in which it names them.
        items: Those of them that it lists.
    """

    units: tuple[Unit, ...] = ()
    items: tuple[Unit, ...] = ()


def read_answer(answer: str, documents: tuple[str, ...], vocabulary: Vocabulary) -> Named:
    """The units that an answer named.

    Args:
        answer: Its Markdown.
        documents: Ids of those that the question was about, for numbers without a title.
        vocabulary: The names the library holds.
    """
    lines = [_MARKER.sub("", line) for line in answer.splitlines()]
    reader = _Reader(vocabulary, documents or vocabulary.documents_named(answer))
    found = [(line, tuple(_unique(reader.units(line)))) for line in lines]
    units = tuple(_unique(unit for _, named in found for unit in named))
    rows = tuple(_unique(named[0] for line, named in found if _ROW.match(line) and named))
    return Named(units, rows if len(rows) > 1 else _of_one_kind(units))


def own_text(answer: str) -> str:
    """An answer without the words that it quotes."""
    return "\n".join(_own_words(line) for line in answer.splitlines())


def _own_words(line: str) -> str:
    line = _MARKER.sub("", line)
    if line.startswith(">"):
        return line.rpartition("」")[2]
    return _QUOTED.sub("「」", line)


def _of_one_kind(units: tuple[Unit, ...]) -> tuple[Unit, ...]:
    """The comments where there are any, else the kind of unit that is named most often."""
    kinds = [type(unit) for unit in units]
    if not kinds:
        return ()
    kind = Comment if Comment in kinds else max(kinds, key=kinds.count)
    return tuple(unit for unit in units if isinstance(unit, kind))


def _unique(units: Iterator[Unit]) -> list[Unit]:
    return list({unit.id: unit for unit in units}.values())


def _half_width(text: str) -> str:
    """NFKC, but circled numbers stay what they are."""
    return "".join(
        letter if _CIRCLED.match(letter) else unicodedata.normalize("NFKC", letter)
        for letter in text
    )


@dataclass(frozen=True)
class _Reader:
    """Resolves places of one answer; a title that was named last says where a number is."""

    vocabulary: Vocabulary
    documents: tuple[str, ...]

    def units(self, line: str) -> Iterator[Unit]:
        text = _half_width(_own_words(line))
        documents, end, found = self.documents, 0, False
        for match in _PLACE.finditer(text):
            documents = self._documents_called(text[end : match.end()]) or documents
            end = match.end()
            for unit in self._named(match, documents):
                found = True
                yield unit
        titled = () if _ROW.match(line) or found else tuple(self._titled(text, documents))
        if titled:
            yield from titled
        elif not found and _ROW.match(line):
            yield from self._headed(line)
        elif not found:
            yield from self._people(text, documents)

    def _documents_called(self, words: str) -> tuple[str, ...]:
        named = self.vocabulary.documents_named(words)
        return named or self.vocabulary.places.documents_by_short_name(words)

    def _named(self, match: re.Match[str], documents: tuple[str, ...]) -> Iterator[Unit]:
        catalog = self.vocabulary.library.catalog
        if match["what"]:
            yield from self._of_meeting(match, documents)
        elif match["footnote"]:
            note = int(match["footnote"])
            yield from catalog.footnotes(note, documents) or catalog.footnotes(note)[:1]
        elif match["slide"]:
            yield from catalog.units(f"{doc}#スライド{match['slide']}" for doc in documents)
        elif match["section"]:
            number = normalise_section(match["section"]) + (match["sub"] or "").lower()
            yield from catalog.sections(number, documents) or catalog.sections(number)[:1]
        else:
            yield from self._comments(match["run"], named=match["opener"] is not None)

    def _of_meeting(self, match: re.Match[str], documents: tuple[str, ...]) -> Iterator[Unit]:
        if match["meeting"]:
            meetings = (int(match["meeting"]),)
            documents = self.vocabulary.meetings_held(meetings, match.string) or documents
        local = f"{match['what']}{match['number']}"
        place = f"{match['within']}-" if match["within"] else ""
        names = (f"{place}{local}", local)
        for document in documents:
            ids = [f"{document}#{name}" for name in names]
            yield from self.vocabulary.library.catalog.units(ids)[:1]

    def _comments(self, run: str, *, named: bool) -> Iterator[Comment]:
        """The comments of a list of keys; a range stands for all between its ends."""
        catalog = self.vocabulary.library.catalog
        keys = list(re.finditer(r"\d+(?:\s*[-‐–の]\s*\d+)?", run))
        last: Comment | None = None
        end = 0
        for key in keys:
            number, _, branch = re.sub(r"\s*[-‐–の]\s*", "-", key.group()).partition("-")
            if not (named or branch):
                continue
            found = catalog.comments(int(number), int(branch) if branch else None)
            if last and found and _RANGE.match(run[end : key.start()]):
                order = (last.locator.order, found[0].locator.order)
                document = last.id.partition("#")[0]
                between = catalog.all_comments(within=[document])
                yield from (c for c in between if order[0] < c.locator.order < order[1])
            yield from found
            last, end = found[-1] if found else None, key.end()

    def _headed(self, row: str) -> Iterator[Unit]:
        """The section or item of an agenda whose first line a row of a list is, else a person."""
        words = document_slug(_ROW.sub("", row))
        found = self._first_lines.get(words)
        if found is not None:
            yield found
        else:
            yield from self._people(row, self.documents)

    def _titled(self, text: str, documents: tuple[str, ...]) -> Iterator[Unit]:
        """The sections whose headings a line names one after another; none for fewer than two."""
        words = [document_slug(_ENDING.sub("", word)) for word in _LISTED.split(text)]
        for parent in self._headings(documents):
            found = [parent[word] for word in words if word in parent]
            if len(found) > 1:
                yield from found
                return

    def _headings(self, documents: tuple[str, ...]) -> Iterator[dict[str, Unit]]:
        """The headings of the sections below each section, of the documents asked about first."""
        catalog = self.vocabulary.library.catalog
        held = [record.id for record in catalog.documents()]
        for document in (*documents, *(other for other in held if other not in documents)):
            below: dict[str | None, dict[str, Unit]] = {}
            for unit in catalog.units_of(document, UnitKind.SECTION):
                if isinstance(unit, Section):
                    below.setdefault(unit.parent, {})[document_slug(unit.title)] = unit
            yield from below.values()

    @cached_property
    def _first_lines(self) -> dict[str, Unit]:
        catalog = self.vocabulary.library.catalog
        documents = self.documents or tuple(record.id for record in catalog.documents())
        units = (
            unit
            for document in documents
            for kind in (UnitKind.SECTION, UnitKind.AGENDA_ITEM)
            for unit in catalog.units_of(document, kind)
        )
        return {document_slug(unit.text.partition("\n")[0]): unit for unit in units}

    def _people(self, text: str, documents: tuple[str, ...]) -> Iterator[Unit]:
        names = self.vocabulary.people_named(text)
        catalog = self.vocabulary.library.catalog
        minutes = [record.id for record in catalog.find_documents(kind=DocumentKind.MINUTES)]
        held = [document for document in documents if document in minutes] or minutes
        for document in held if names else ():
            yield from (entry for entry in catalog.roster(document) if entry.name in names)
