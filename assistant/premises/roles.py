"""Refuses a question about what an office-holder said where nobody of that office was.

「第22回で総理大臣は何と述べましたか」 takes for granted that a prime minister attended. The
roster and the headings of the minutes tell; an office that is named with a person's name is
checked in `premise_people`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answers import Claim, Draft, Layout, Status
from assistant.premises.offices_named import has_office, holds, nouns_of_offices
from assistant.premises.people import SPEAKING, as_printed, holds_office, minutes_asked_about
from assistant.query import Language, Query
from assistant.understanding.mentions import fold
from assistant.wording import frames as wording
from assistant.wording.phrases import phrase
from index.documents import RosterEntry, Section, UnitKind
from index.library import Library
from index.stores.records import DocumentRecord
from index.text.morphology import NameKind, proper_names

_OFFICES = (
    r"副総理|総理大臣|総理|首相|副大臣|大臣政務官|政務官|大臣|副長官補|副長官|長官|補佐官|委員長"
    r"|副知事|知事|副市長|市長|町長|村長|区長|副議長|議長|局長|部長|課長|室長|次官|署長|所長|審議官"
    r"|参事官|座長|部会長|管理監|政策監|教育長|会長|理事長|館長|校長|学長|総裁|警視総監|検事総長|大使|総領事"
)
_SPEAKER = re.compile(
    rf"(?P<role>[一-鿿々ァ-ヶーA-Z]{{0,12}}?(?:{_OFFICES}))(?:\(|\))?"
    r"(?=、?(?:は|が|から|による|の(?:発言|意見|挨拶|説明|主張|提案|要望|指摘|質問|報告|答弁|冒頭"
    r"|締め括り)))"
)
# 「県警の課長は」: a body that is no meeting, and a rank
_OWNED = re.compile(
    rf"(?P<role>[一-鿿々ァ-ヶーA-Z]{{2,12}}(?<!会議)(?<!会合)の(?:{_OFFICES}))"
    r"(?=(?:は|が|から|による|の(?:発言|意見|説明|主張|提案|要望|指摘|質問|報告)))"
)
# 「出席していた法務大臣の名前」 takes for granted that there was one
_ATTENDEE = re.compile(
    rf"(?:出席|参加|同席)し(?:て(?:い)?)?た(?P<role>[一-鿿々ァ-ヶーA-Z]{{0,12}}?(?:{_OFFICES}))"
    r"(?=の(?:お?名前|氏名)|(?:は|って)、?(?:誰|だれ|どなた))"
)
_IN_BRACKETS = re.compile(rf"\((?P<role>[一-鿿々ァ-ヶーA-Z]{{0,12}}?(?:{_OFFICES}))\)")
_OTHER_BODY = re.compile(r"(?:大統領|米国|英国|各国|外国|海外|他国|同国)")
_ENGLISH_SPEAKING = re.compile(
    r"\b(?:say|said|report|speak|spoke|speech|remark|propose|ask|address|explain|state|comment)",
    re.IGNORECASE,
)
# "Minister of Education" is put in Japanese as 教育の大臣
_FIELD_BEFORE = re.compile(r"(?<=[一-鿿])の(?=(?:副|政務)?(?:大臣|長官|局長|部長|課長))")
_PORTFOLIOS = {
    "justice": "法務",
    "education": "文部科学",
    "foreign affairs": "外務",
    "defen[cs]e": "防衛",
    "finance": "財務",
    "health": "厚生労働",
    "agriculture": "農林水産",
    "environment": "環境",
    "(?:land|transport|infrastructure)": "国土交通",
    "(?:the )?economy": "経済産業",
    "(?:internal affairs|communications)": "総務",
    "digital (?:affairs|transformation)": "デジタル",
}
_FAMILY_NAME = 2  # characters
_SHOWN = 4
_FIELD = re.compile(rf"(?:{_OFFICES})$")


def missing_role(query: Query, library: Library) -> Draft | None:
    """A refusal where no attendee of the meetings asked about held the office."""
    records = minutes_asked_about(query, library)
    role = _role(query)
    absent = _only_elsewhere(query, records, library)
    if absent is not None:
        return absent
    if role is None or not records or query.people or query.submitters:
        return None
    if any(role.startswith(name[:_FAMILY_NAME]) for name in library.catalog.roster_names()):
        return None  # a person's name that the dictionary takes for something else
    entries = [entry for record in records for entry in library.catalog.roster(record.id)]
    if not entries or _is_there(role, entries, records, library):
        return None
    if not query.mentions.meetings and _is_spoken_of(role, library):
        return None
    place = wording.document_place(records[0]) if len(records) == 1 else "収録している議事要旨"
    note = phrase("{place}の出席者に、{called}の記載はありません。", place=place, called=role)
    shown = [*_of_field(role, entries), *_elsewhere(role, records, library)][:_SHOWN]
    printed = (as_printed(entry, library) for entry in dict.fromkeys(shown))
    return Draft(Status.PREMISE_WRONG, (Claim(note, (), Layout.NOTE), *printed))


def _only_elsewhere(
    query: Query, records: Sequence[DocumentRecord], library: Library
) -> Draft | None:
    """A refusal where who held all of 「県警の課長」 was at other meetings alone."""
    owned = _OWNED.search(fold(query.completed))
    if owned is None or not SPEAKING.search(query.completed) or not query.mentions.meetings:
        return None
    held = [e for other in library.catalog.documents() for e in library.catalog.roster(other.id)]
    words = nouns_of_offices(owned["role"], held)
    holders = [e for e in held if all(holds(e, word, held) for word in words)]
    asked = {record.id for record in records}
    here = [entry for entry in holders if entry.id.partition("#")[0] in asked]
    if len(words) < len(("body", "rank")) or not holders or here or len(records) != 1:
        return None
    place = wording.document_place(records[0])
    note = phrase(
        "{place}の出席者に、{called}の記載はありません。", place=place, called=owned["role"]
    )
    printed = (as_printed(entry, library) for entry in holders[:_SHOWN])
    return Draft(Status.PREMISE_WRONG, (Claim(note, (), Layout.NOTE), *printed))


def _role(query: Query) -> str | None:
    """The office whose holder is asked about as a speaker, without anybody's name."""
    question = fold(query.completed)
    if query.language is Language.ENGLISH:
        if portfolio := _portfolio(query.english):
            return f"{portfolio}大臣"
        question = _FIELD_BEFORE.sub("", question)
    if SPEAKING.search(question):
        match = _SPEAKER.search(question)
    else:
        in_brackets = _ENGLISH_SPEAKING.search(question) and _IN_BRACKETS.search(question)
        match = in_brackets or _ATTENDEE.search(question)
    if match is None or _OTHER_BODY.search(match["role"]):
        return None
    people = [name for name in proper_names(question) if name.kind is NameKind.PERSON]
    if any(match.start() - 1 <= name.end <= match.end() for name in people):
        return None
    return match["role"]


def _portfolio(question: str) -> str:
    """What the minister whom an English question asks about is minister of; "" where of none."""
    if not _ENGLISH_SPEAKING.search(question):
        return ""
    named = (
        japanese
        for english, japanese in _PORTFOLIOS.items()
        if re.search(
            rf"(?<!vice-)(?<!vice )\b(?:minister (?:of|for) (?:the )?{english}\b"
            rf"|{english} minister\b)",
            question,
            re.IGNORECASE,
        )
    )
    return next(named, "")


def _is_there(
    role: str, entries: Sequence[RosterEntry], records: Sequence[DocumentRecord], library: Library
) -> bool:
    """Whether an attendee, or the heading of a speech, has the office."""
    if any(holds_office(role, e) or has_office(role, e, entries) for e in entries):
        return True
    headings = (
        unit.title
        for record in records
        for unit in library.catalog.units_of(record.id, UnitKind.SECTION)
        if isinstance(unit, Section)
    )
    return any(role in fold(heading) for heading in headings)


def _is_spoken_of(role: str, library: Library) -> bool:
    """Whether some text holds the office, so that no meeting need be meant."""
    return any(
        role in fold(unit.text)
        for record in library.catalog.documents()
        for unit in library.catalog.units_of(record.id)
    )


def _of_field(role: str, entries: Sequence[RosterEntry]) -> list[RosterEntry]:
    """Attendees of the same field: the minister, where the vice-minister is asked for."""
    field = _FIELD.sub("", role)
    if not field:
        return []
    return [entry for entry in entries if any(field in fold(office) for office in entry.offices)]


def _elsewhere(role: str, records: Sequence[DocumentRecord], library: Library) -> list[RosterEntry]:
    """Who had the office at the meetings that were not asked about."""
    asked = {record.id for record in records}
    return [
        entry
        for record in library.catalog.documents()
        if record.id not in asked
        for entry in library.catalog.roster(record.id)
        if holds_office(role, entry)
    ]
