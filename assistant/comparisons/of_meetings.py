"""Sets two or more meetings side by side: when, where, who attended, what was dealt with."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answers import Claim, Draft, Reference, Status
from assistant.comments.residue import left_over
from assistant.comparisons.comparing import ALSO_AT, COMPARING, MORE_OR_LESS, SOONER
from assistant.comparisons.meeting_aspects import (
    ASPECTS,
    LASTED,
    Aspect,
    attendees,
    people_aspect,
    roster_reference,
)
from assistant.comparisons.of_rosters import cannot_tell, compare_rosters, rosters_of
from assistant.comparisons.roster_differences import who_was_only_at_one
from assistant.minutes.attendance import (
    KNOWN,
    asks_what_was_said,
    asks_who_attended,
    may_ask_who_attended,
    speaks_of_people,
)
from assistant.minutes.called import people_called
from assistant.minutes.choosing import entries_of_office, everybody
from assistant.minutes.hours import minutes_printed
from assistant.query import Query
from assistant.tabular import named, table_claim
from assistant.understanding.mentions import fold
from assistant.wording.phrases import joined, phrase
from index.documents import DocumentKind, Unit
from index.library import Library
from index.stores.records import DocumentRecord
from index.text.keys import quote_key

_ALL_MEETINGS = re.compile(
    r"両(?:方の?)?(?:会合|会議|回|議事)"
    r"|(?:二|2)(?:つ|回)の(?:会合|会議|議事)|(?:二|2)回(?:とも|連続|続け)"
    r"|両方(?:に|で|と)|(?:どちら|いずれ|どっち)(?:の(?:会合|会議|回)|に?も)"
    r"|\bboth (?:of the )?meetings\b|\beach meeting\b",
    re.IGNORECASE,
)
_KNOWN = (
    *(aspect.asked for aspect in ASPECTS),
    COMPARING,
    ALSO_AT,
    re.compile(
        r"出席|顔を出|名を連ね|参加|来て|引き続|続投|残[っりる]|\b(?:meetings?|minutes|between|held)\b"
    ),
    re.compile(
        r"議事要旨|議事録|会合|会議|回|両|二つ|2つ|人数|構成員|委員|開催|開か|行わ|月|日|年"
    ),
    re.compile(
        r"先|後|早|遅|続|時間|同時|刻|共通|同じ|一覧|表|点|項目|事項|概要|内容|氏名|顔ぶれ|取り上げ|扱|場合|別々|別の"
    ),
)
# who was at both is counted as one set; the numbers of both are two
_AT_BOTH = re.compile(
    r"(?:両方|両会[合議]|両回|とも|どちらに?も|いずれに?も|にも|続けて|連続|共通)[^、。]{0,12}"
    r"(?:出席(?:し|者は|の)|参加し|来[たて]|出[たて]|い[たる]|名前|顔|の(?:人|者|方|メンバー))"
)
# 「市長が出席したのはどちらの会議」 asks meeting by meeting
_AT_WHICH = re.compile(r"(?:どちら|どっち|いずれ)の(?:会合|会議|回)(?!(?:に|で)?も)")
_DATE, _PLACE, _CHAIR, _ATTENDEES, *_ = ASPECTS


def compare_meetings(query: Query, library: Library) -> Draft | None:
    """A table of the aspects asked for, all of them where none is; None for a topic."""
    text = fold(query.completed)
    difference = who_was_only_at_one(query, library)
    if difference is not None:
        return difference
    records = _records(query, text, library)
    asks = asks_who_attended(text) or may_ask_who_attended(text) or speaks_of_people(text)
    said = asks_what_was_said(text)
    people = asks and not said and not people_called(text, everybody(library))
    if people and _AT_WHICH.search(text) and not MORE_OR_LESS.search(text):
        return None
    asked = [aspect for aspect in ASPECTS if aspect.asked.search(text)]
    compared = COMPARING.search(text) or (people and ALSO_AT.search(text))
    # of two meetings that are named what their heads say is set side by side, whatever the verb
    if len(records) < 2 or not (compared or (asked and not people)):
        return None
    if people and not asked:
        asked = [_ATTENDEES]
    if SOONER.search(text) and not asked:
        asked = [_DATE]
    offices = _offices(query, records, library) if _ATTENDEES in asked else ()
    known = (*(re.compile(re.escape(office)) for office in offices), *_KNOWN, *KNOWN)
    if query.people or query.mentions.sections:
        return None
    words = left_over(query, library, known)
    if words and (not compared or _ATTENDEES not in asked or said):
        return None
    notes = [cannot_tell(words)] if words else []
    of_people = [aspect.name for aspect in asked] == [_ATTENDEES.name]
    if of_people and (_AT_BOTH.search(text) or not _only_numbers(text)):
        return compare_rosters(query, records, words, library)
    asked, told = _confined(asked, query, records, words, library)
    notes = list(told) or notes
    rows = [
        (named(aspect.name), *(aspect.cell(record, library) for record in records))
        for aspect in asked or ASPECTS
    ]
    columns = ("", *map(_name, records))
    claims = (*notes, *_leads(asked, text, records, library), table_claim(columns, rows))
    return Draft(Status.ANSWERED, claims)


def _name(record: DocumentRecord) -> str:
    return phrase("第{number}回", number=record.meeting)


def _records(query: Query, text: str, library: Library) -> list[DocumentRecord]:
    """The minutes that are compared, in the order in which the question names them."""
    catalog, numbers = library.catalog, query.mentions.meetings
    if not numbers and _ALL_MEETINGS.search(text):
        held = catalog.find_documents(kind=DocumentKind.MINUTES)
        return sorted(held, key=lambda record: record.date or "") if len(held) == 2 else []
    found = [catalog.document(document) for document in query.documents]
    minutes = [record for record in found if record.meeting in numbers]
    return sorted(minutes, key=lambda record: numbers.index(record.meeting or 0))


def _offices(query: Query, records: Sequence[DocumentRecord], library: Library) -> tuple[str, ...]:
    """Words of offices that narrow down whose attendance is compared."""
    rosters = [library.catalog.roster(record.id) for record in records]
    found = (entries_of_office(query, roster)[0] for roster in rosters)
    words = dict.fromkeys(word for words in found for word in words)
    return tuple(word for word in words if not _ATTENDEES.asked.search(word))


def _confined(
    asked: list[Aspect],
    query: Query,
    records: Sequence[DocumentRecord],
    words: Sequence[str],
    library: Library,
) -> tuple[list[Aspect], tuple[Claim, ...]]:
    """The aspects with only those attendees who hold the offices that a question names."""
    if _ATTENDEES not in asked:
        return asked, ()
    rosters = rosters_of(query, records, words, library)
    if not rosters.role:
        return asked, rosters.notes
    chosen = {entry.id for entries in rosters.entries for entry in entries}
    of_role = people_aspect(
        rosters.role,
        lambda record, held: tuple(e for e in attendees(record, held) if e.id in chosen),
    )
    return [of_role if aspect is _ATTENDEES else aspect for aspect in asked], rosters.notes


def _only_numbers(text: str) -> bool:
    return bool(re.search(r"人数|何人|何名|出席者数|数は|数を", text) or MORE_OR_LESS.search(text))


def _leads(
    asked: Sequence[Aspect], text: str, records: Sequence[DocumentRecord], library: Library
) -> list[Claim]:
    """The result in a sentence: which has more, which came first, what is the same."""
    if LASTED.search(text) and _DATE in asked:
        return _longer(records, library)
    if MORE_OR_LESS.search(text) or _only_numbers(text):
        return [_more(aspect, records, library) for aspect in asked if aspect.units is not None]
    if SOONER.search(text):
        return _sooner(records, library)
    same = [claim for aspect in asked for claim in _same(aspect, records, library)]
    if same:
        return same
    aspects = asked or (_DATE,)
    cells = [aspect.cell(record, library) for record in records for aspect in aspects[:1]]
    if not all(cell.references for cell in cells):
        return []
    text = phrase("{names}を並べると、次のとおりです。", names=joined("と", map(_name, records)))
    return [Claim(text, tuple(place for cell in cells for place in cell.references[:1]))]


def _same(aspect: Aspect, records: Sequence[DocumentRecord], library: Library) -> list[Claim]:
    """That all minutes say the same words of an aspect; of items, which they share."""
    if aspect.units is not None:
        return [] if aspect.counter != "件" else _same_items(aspect, records, library)
    cells = [aspect.cell(record, library) for record in records]
    if len({quote_key(cell.text) for cell in cells}) > 1 or not cells[0].references:
        return []
    text = phrase("{aspect}は、どちらも{words}です。", aspect=aspect.name, words=cells[0].text)
    return [Claim(text, tuple(place for cell in cells for place in cell.references))]


def _same_items(aspect: Aspect, records: Sequence[DocumentRecord], library: Library) -> list[Claim]:
    assert aspect.units is not None  # noqa: S101 - the caller chose it by this
    items = [tuple(aspect.units(record, library)) for record in records]
    if not all(items):
        return []
    keys = [{quote_key(item.text) for item in found} for found in items]
    if set.intersection(*keys):
        return []  # the table shows them
    text = phrase("同じ題名の{aspect}は、どちらの議事要旨にもありません。", aspect=aspect.name)
    return [Claim(text, tuple(_first(found) for found in items))]


def _more(aspect: Aspect, records: Sequence[DocumentRecord], library: Library) -> Claim:
    assert aspect.units is not None  # noqa: S101 - the caller chose it by this
    counts = [tuple(aspect.units(record, library)) for record in records]
    references = [
        (_first(units),) if units else roster_reference(record, library)
        for record, units in zip(records, counts, strict=True)
    ]
    what = phrase("{aspect}の数", aspect=aspect.name)
    return which_has_more(what, list(map(_name, records)), counts, references, aspect.counter)


def _first(units: Sequence[Unit]) -> Reference:
    return Reference(units[0], units[0].passage.strip())


def which_has_more(
    what: str,
    names: Sequence[str],
    counts: Sequence[tuple[Unit, ...]],
    references: Sequence[tuple[Reference, ...]],
    counter: str,
) -> Claim:
    """Which of several holds most, with the number of each.

    Args:
        what: What is counted.
        names: Of those compared.
        counts: The units that each holds, in the same order.
        references: What shows them.
        counter: The counter of what is counted.
    """
    figures = joined(
        "、",
        (
            phrase("{name}が{number}{counter}", name=name, number=len(units), counter=counter)
            for name, units in zip(names, counts, strict=True)
        ),
    )
    most = max(map(len, counts))
    first = [name for name, units in zip(names, counts, strict=True) if len(units) == most]
    if len(first) == len(names):
        text = phrase("{what}は、{figures}で、同じです。", what=what, figures=figures)
    else:
        text = phrase(
            "{what}は、{figures}で、{first}の方が多くなっています。",
            what=what,
            figures=figures,
            first=joined("・", first),
        )
    places = tuple(place for found in references for place in found)
    return Claim(text, places, tallies=tuple(counts))


def _longer(records: Sequence[DocumentRecord], library: Library) -> list[Claim]:
    """Which meeting took longer, and how many minutes each."""
    cells = [_DATE.cell(record, library) for record in records]
    printed = [minutes_printed(cell.text) for cell in cells]
    if not all(printed):
        return []
    minutes = [found[0] for found in printed]
    figures = joined(
        "、",
        (
            phrase("{name}が{minutes}分間", name=_name(record), minutes=lasted)
            for record, lasted in zip(records, minutes, strict=True)
        ),
    )
    longest = [_name(r) for r, long in zip(records, minutes, strict=True) if long == max(minutes)]
    if len(longest) == len(records):
        text = phrase("開始から終了までは、{figures}で、同じです。", figures=figures)
    else:
        text = phrase(
            "開始から終了までは、{figures}で、{first}の方が長くなっています。",
            figures=figures,
            first=joined("・", longest),
        )
    return [Claim(text, tuple(place for cell in cells for place in cell.references))]


def _sooner(records: Sequence[DocumentRecord], library: Library) -> list[Claim]:
    dated = sorted((record for record in records if record.date), key=lambda r: r.date or "")
    cells = [_DATE.cell(record, library) for record in dated]
    if len(dated) < 2 or not all(cell.references for cell in cells):
        return []
    first, *others = map(_name, dated)
    text = phrase(
        "{first}の方が、{others}より先に開かれています。", first=first, others=joined("・", others)
    )
    return [Claim(text, tuple(place for cell in cells for place in cell.references))]
