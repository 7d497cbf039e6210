"""What the minutes of a meeting say about one aspect of it, as a cell of a table."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assistant.answers import Claim, Reference
from assistant.lookup import quote_start
from assistant.tabular import nothing
from assistant.wording import frames as wording
from assistant.wording.phrases import joined, phrase
from index.documents import (
    AgendaItem,
    RosterEntry,
    Section,
    Unit,
    UnitKind,
    Utterance,
)
from index.library import Library
from index.stores.records import DocumentRecord
from index.text.sentences import split_sentences

_CHAIR = re.compile(r"(?<!副)(?:議長|会長|座長|部会長|委員長)(?!代理|代行|補佐)")
_CHAIR_OFFICE = re.compile(r"(?:^|[（(・、])(?:議長|座長|部会長)(?:$|[）)・、])")
_DECISION = re.compile(r"決定(?:した|とした|となった|された|を行った)")


@dataclass(frozen=True, slots=True)
class Aspect:
    """One aspect in which meetings can be compared.

    Attributes:
        name: As it stands in the table.
        asked: How a question asks for it.
        cell: What the minutes say about it.
        units: What is counted where it is asked in which meeting there are more; None
            where nothing can be counted.
        counter: The counter of those.
    """

    name: str
    asked: re.Pattern[str]
    cell: Callable[[DocumentRecord, Library], Claim]
    units: Callable[[DocumentRecord, Library], Sequence[Unit]] | None = None
    counter: str = ""


def attendees(record: DocumentRecord, library: Library) -> tuple[RosterEntry, ...]:
    """Who attended, proxies included and those they stood for left out."""
    return tuple(entry for entry in library.catalog.roster(record.id) if entry.attended)


def proxies(record: DocumentRecord, library: Library) -> tuple[RosterEntry, ...]:
    """Who attended for somebody else."""
    return tuple(entry for entry in attendees(record, library) if entry.proxy_for)


def line(entry: RosterEntry) -> Reference:
    """The line of the roster."""
    return Reference(entry, entry.passage.strip())


def _titled(titles: Sequence[str]) -> Callable[[DocumentRecord, Library], Claim]:
    """The words under the first heading that is one of `titles`."""

    def cell(record: DocumentRecord, library: Library) -> Claim:
        for section in _sections(record, library):
            if section.title.strip() in titles:
                heading = section.text.find("\n") % (len(section.text) + 1)
                body = section.passage.slice(heading, len(section.text)).strip()
                if body:
                    return Claim(body.text, (Reference(section, body),))
        return nothing()

    return cell


def _sections(record: DocumentRecord, library: Library) -> list[Section]:
    units = library.catalog.units_of(record.id, UnitKind.SECTION)
    return [unit for unit in units if isinstance(unit, Section)]


def roster_reference(record: DocumentRecord, library: Library) -> tuple[Reference, ...]:
    """The heading of the roster, which shows whom it does not hold."""
    found = [section for section in _sections(record, library) if "出席者" in section.title]
    return tuple(Reference(unit, quote_start(unit.passage, 60)) for unit in found[:1])


def _people(
    chosen: Callable[[DocumentRecord, Library], tuple[RosterEntry, ...]],
) -> Callable[[DocumentRecord, Library], Claim]:
    def cell(record: DocumentRecord, library: Library) -> Claim:
        entries = chosen(record, library)
        if not entries:
            return Claim(phrase("0人"), roster_reference(record, library))
        return Claim(
            phrase("{number}人", number=len(entries)), (line(entries[0]),), counted=entries
        )

    return cell


def _names(record: DocumentRecord, library: Library) -> Claim:
    entries = proxies(record, library)
    if not entries:
        return Claim(phrase("0人"), roster_reference(record, library))
    names = joined("、", map(wording.person, entries))
    text = phrase("{number}人: {names}", number=len(entries), names=names)
    return Claim(text, tuple(map(line, entries)), counted=entries)


def agenda(record: DocumentRecord, library: Library) -> tuple[AgendaItem, ...]:
    """All items of the agenda."""
    units = library.catalog.units_of(record.id, UnitKind.AGENDA_ITEM)
    return tuple(unit for unit in units if isinstance(unit, AgendaItem))


def decided(record: DocumentRecord, library: Library) -> tuple[AgendaItem, ...]:
    """The items that were for decision."""
    return tuple(item for item in agenda(record, library) if "決定" in item.category)


def _items(
    chosen: Callable[[DocumentRecord, Library], tuple[AgendaItem, ...]],
) -> Callable[[DocumentRecord, Library], Claim]:
    def cell(record: DocumentRecord, library: Library) -> Claim:
        items = chosen(record, library)
        if not items:
            return nothing()
        text = phrase(
            "{number}件: {items}",
            number=len(items),
            items=" ／ ".join(" ".join(item.text.split()) for item in items),
        )
        return Claim(text, tuple(Reference(i, i.passage.strip()) for i in items), counted=items)

    return cell


def _decisions(record: DocumentRecord, library: Library) -> Claim:
    """The items for decision, else the sentence that records one."""
    if decided(record, library):
        return _items(decided)(record, library)
    for section in _sections(record, library):
        for sentence in split_sentences(section.passage):
            if _DECISION.search(sentence.text):
                return Claim(sentence.text.strip(), (Reference(section, sentence.strip()),))
    return nothing()


def _chair(record: DocumentRecord, library: Library) -> Claim:
    """Whom the roster calls the chair, else the turn whose heading names one."""
    for entry in attendees(record, library):
        if any(_CHAIR_OFFICE.search(office) for office in entry.offices):
            return Claim(wording.person(entry), (line(entry),))
    for turn in library.catalog.units_of(record.id, UnitKind.UTTERANCE):
        if isinstance(turn, Utterance) and _CHAIR.search(turn.attribution.label or ""):
            return _chair_by_heading(turn, library)
    return nothing()


def _chair_by_heading(turn: Utterance, library: Library) -> Claim:
    heading = library.catalog.unit(turn.parent) if turn.parent else turn
    references = (Reference(heading, quote_start(heading.passage, 60)),)
    person = turn.attribution.person
    if person is None:
        text = phrase(
            "氏名の記載なし（見出しに「{evidence}」とある）", evidence=turn.attribution.evidence
        )
        return Claim(text, references)
    text = phrase(
        "{person}（見出しに「{label}」とある）", person=person, label=turn.attribution.label
    )
    entries = library.catalog.roster(turn.id.partition("#")[0])
    return Claim(text, (*references, *(line(entry) for entry in entries if entry.name == person)))


def people_aspect(
    name: str, chosen: Callable[[DocumentRecord, Library], tuple[RosterEntry, ...]]
) -> Aspect:
    """How many of those chosen attended."""
    asked = re.compile(r"(?<!代理)出席|参加者|参加した|顔を出|名を連ね|メンバー|構成員|顔ぶれ|人数")
    return Aspect(name, asked, _people(chosen), chosen, phrase("人"))


#: How long a meeting lasted, of which its hours tell.
LASTED = re.compile(
    r"何分間|何時間(?!帯|前|後)|長さ|所要|どの?(?:くらい|ぐらい|ほど)(?:続|かか|長)"
    r"|(?<![一-鿿])(?:長い|長く|長かっ|短い|短く|短かっ)|\bhow long\b|\b(?:longer|shorter)\b",
    re.IGNORECASE,
)

#: In the order in which minutes give them.
ASPECTS: tuple[Aspect, ...] = (
    Aspect(
        phrase("日時"),
        re.compile(
            r"日時|時刻|時間帯?|いつ|開催日|日付|時期|開催年|年月日|何[年月日時曜]|曜日|何分間?|何時間?|所要"
            r"|開始|終了|開会|閉会|始[まめ]|終[わえ]|(?<![一-鿿])(?:長[いくさか]|短[いくさか])|\bwhen\b|\bdate\b",
            re.IGNORECASE,
        ),
        _titled(("日時", "開催日時", "開催日", "日付", "開催時間")),
    ),
    Aspect(
        phrase("場所"),
        re.compile(r"場所|会場|どこ(?!が)|部屋|会議室|建物|何階|\bwhere\b", re.IGNORECASE),
        _titled(("場所", "開催場所", "会場")),
    ),
    Aspect(
        phrase("議長"),
        re.compile(r"(?<!副)議長(?!代理)|座長|司会"),
        _chair,
    ),
    people_aspect(phrase("出席者"), attendees),
    Aspect(
        phrase("代理出席"),
        re.compile(r"代理"),
        _names,
        proxies,
        phrase("人"),
    ),
    Aspect(
        phrase("議題"),
        re.compile(
            r"議題|議事(?!要旨|録|概要)|討議事項|案件|話題|話(?:され|し合わ)|議論(?:され|にな)"
        ),
        _items(agenda),
        agenda,
        phrase("件"),
    ),
    Aspect(
        phrase("決定事項"),
        re.compile(r"決定|決ま|決め"),
        _decisions,
        decided,
        phrase("件"),
    ),
)
