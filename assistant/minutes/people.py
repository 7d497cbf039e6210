"""Answers about a person of a roster whom the question names by the family name alone."""

from __future__ import annotations

import re

from assistant.answers import Claim, Draft, Layout, Reference, Status
from assistant.query import Query
from assistant.wording import frames as wording
from assistant.wording.phrases import phrase
from index.documents import DocumentKind, RosterEntry
from index.library import Library

_NAMED = re.compile(r"(?P<family>[一-鿿々ヶ]{1,4}?)(?:さん|氏|様)(?![一-鿿])")
_ASKS_WHO = re.compile(r"役職|肩書|誰|だれ|どなた|何の|所属|職")


def answer_about_person(query: Query, library: Library) -> Draft | None:
    """The roster entries of a person; all of them where several share the name."""
    match = _NAMED.search(query.completed)
    if match is None or not _ASKS_WHO.search(query.completed):
        return None
    entries = _entries(match["family"], query, library)
    if not entries:
        return None
    claims = [_entry(entry) for entry in entries]
    names = {entry.name for entry in entries}
    if len(names) == 1:
        return Draft(Status.ANSWERED, tuple(claims))
    note = Claim(
        phrase(
            "「{family}」という姓の出席者は{count}人います。どちらについての質問か、"
            "氏名で指定してください。",
            family=match["family"],
            count=len(names),
        ),
        (),
        Layout.NOTE,
    )
    return Draft(Status.AMBIGUOUS, (note, *claims))


def _entries(family: str, query: Query, library: Library) -> list[RosterEntry]:
    documents = query.documents or tuple(
        record.id for record in library.catalog.documents() if record.kind is DocumentKind.MINUTES
    )
    return [
        entry
        for document in documents
        for entry in library.catalog.roster(document)
        if entry.name.startswith(family)
    ]


def _entry(entry: RosterEntry) -> Claim:
    text = phrase("{person}（{label}）", person=wording.person(entry), label=entry.label)
    return Claim(text, (Reference(entry, entry.passage.strip()),), Layout.ITEM)
