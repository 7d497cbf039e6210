"""Answers about a person of a roster whom the question calls by name: as what, and where."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answers import Claim, Draft, Layout, Reference, Status
from assistant.comments.residue import left_over
from assistant.minutes.attendance import KNOWN, asks_what_was_said
from assistant.minutes.called import Called, people_called
from assistant.minutes.choosing import entries_of_office, everybody
from assistant.minutes.rosters import nobody, present, standing_for
from assistant.premises.offices_named import office_words
from assistant.query import Query
from assistant.understanding.mentions import fold
from assistant.wording import frames as wording
from assistant.wording.phrases import joined, phrase
from index.documents import DocumentKind, RosterEntry
from index.library import Library
from index.stores.records import DocumentRecord

_AS_WHAT = re.compile(
    r"役職|肩書|誰|だれ|どなた|何の|所属|職|会社|企業|大学|勤|身分|何者|どこの|どんな|どういう"
)
_ATTENDING = re.compile(
    r"出席|参加|来|出[たてま]|い(?:た|まし|る|ます)|居|欠席|不在|メンバー|両方|どちらにも|名簿"
)
_EVERY = re.compile(
    r"両方|[二2]つの(?:会合|会議|名簿)|両会|どちらに?も|いずれに?も|回とも|一方|片方|連続|それぞれ"
)
_KNOWN = (
    *KNOWN,
    re.compile(r"両方|どちら|片方|一方|連続|続け|二回|2回|\d回とも|同姓|姓|名字|苗字|人物|存在"),
    re.compile(r"違|変[わ化]|同じ|異な|比べ|いつから|時点|(?:二|2|両)つ|名簿|会合|会議"),
    re.compile(
        r"職業|勤|身分|何者|普段|会社|企業|大学|機関|組織|団体|担当|専門|仕事|立場|経歴|紹介|本来|普段"
    ),
)


def answer_about_person(query: Query, library: Library) -> Draft | None:
    """The roster entries of whoever is called; all of them where several share the name."""
    mentions = query.mentions
    if asks_what_was_said(query.completed) or mentions.sections or mentions.comments:
        return None
    held = everybody(library)
    called = people_called(query.completed, held, query.people)
    if not called or not _is_all_that_is_asked(called, query, library):
        return None
    parts = [_about(one, query, library) for one in called]
    claims = tuple(dict.fromkeys(claim for part in parts for claim in part.claims))
    statuses = [part.status for part in parts]
    worst = (Status.AMBIGUOUS, Status.PREMISE_WRONG)
    status = next((status for status in worst if status in statuses), Status.ANSWERED)
    return Draft(status, claims) if claims else None


def _is_all_that_is_asked(called: Sequence[Called], query: Query, library: Library) -> bool:
    """Whether the question holds no word but the names, their offices and the asking."""
    offices = office_words(query, everybody(library))
    names = sorted({one.written for one in called}, key=len, reverse=True)
    words = map(re.escape, (*names, *offices))
    known = (*(re.compile(word, re.IGNORECASE) for word in words), *_KNOWN)
    return not left_over(query, library, known)


def _about(called: Called, query: Query, library: Library) -> Draft:
    records = [
        record
        for record in library.catalog.find_documents(kind=DocumentKind.MINUTES)
        if not query.mentions.meetings or record.id in query.documents
    ]
    of_office = entries_of_office(query, called.entries)[1] or called.entries
    asked = tuple(e for e in of_office if e.id.partition("#")[0] in {r.id for r in records})
    found = asked or of_office
    names = dict.fromkeys(entry.name for entry in found)
    text = fold(query.completed)
    as_what = _AS_WHAT.search(text) is not None
    if len(names) > 1:
        note = phrase(
            "「{family}」という姓の出席者は{count}人います。どちらについての質問か、"
            "氏名で指定してください。",
            family=called.family,
            count=len(names),
        )
        claims = (Claim(note, (), Layout.NOTE), *map(_entry, found))
        return Draft(Status.AMBIGUOUS, claims)
    if asked and as_what and not _ATTENDING.search(text):
        return Draft(Status.ANSWERED, (*map(_entry, asked), *_proxies(asked, library)))
    if not (query.mentions.meetings or _EVERY.search(text)) and asked:
        held_at = {entry.id.partition("#")[0] for entry in asked}
        records = [record for record in records if record.id in held_at]
    told = tuple(claim for record in records for claim in _at(record, found, called, library))
    if asked:
        return Draft(Status.ANSWERED, told)
    if not as_what:
        return Draft(Status.ANSWERED, told)
    return Draft(Status.PREMISE_WRONG, (*told, *map(_entry, found)))


def _at(
    record: DocumentRecord, found: Sequence[RosterEntry], called: Called, library: Library
) -> list[Claim]:
    """Whether somebody was at one meeting, and who stood for one who was not."""
    here = [entry for entry in found if entry.id.partition("#")[0] == record.id]
    if not here:
        return nobody(record, joined("・", called.names) or called.family, library)
    return [*present(record, here), *_proxies(here, library)]


def _proxies(entries: Sequence[RosterEntry], library: Library) -> list[Claim]:
    """The lines of those who attended in place of these."""
    away = [entry for entry in entries if not entry.attended]
    return [_entry(entry) for entry in standing_for(away, everybody(library))]


def _entry(entry: RosterEntry) -> Claim:
    text = phrase("{person}（{label}）", person=wording.person(entry), label=entry.label)
    return Claim(text, (Reference(entry, entry.passage.strip()),), Layout.ITEM)
