"""Refuses questions that join what does not belong together: a meeting and a date, say."""

from __future__ import annotations

import re

from assistant.answers import Claim, Draft, Layout, Reference, Status
from assistant.lookup import words_in
from assistant.query import Query
from assistant.understanding.mentions import fold
from assistant.wording import frames as wording
from assistant.wording.phrases import joined, phrase
from index.documents import DocumentKind
from index.ids import document_slug
from index.library import Library
from index.stores.records import DocumentRecord
from index.text.eras import find_dates

_BODY = re.compile(
    r"(?P<body>[一-鿿々ァ-ヶーA-Za-z]{2,}(?:会議|委員会|審議会|本部|協議会|検討会|研究会|懇談会))"
    r"の?\s*(?=第\s*\d+\s*回|議事(?:要旨|録))"
)
_POINTING = re.compile(r"^(?:この|その|同|本|当|各|両)")
_DATED_MEETING = re.compile(
    r"(?:年(?:\d+月)?(?:\d+日)?|月\d+日|\d+日)(?:に(?:開催|開か|行わ)れた|開催)?の?[、,]?第\d+回"
    r"|第\d+回(?:会合|会議|の会合|の会議)?は、?[^。、]*(?:年|日)に(?:開|行)"
    r"|第\d+回(?:会合|会議)?[(]\d{4}年"
)
_COMMENT_AT_MEETING = re.compile(r"第\d+回(?:の?会合|の?会議)?(?:で|における|での|の)、?意見\s*\d+")


def _note(text: str) -> Claim:
    return Claim(text, (), Layout.NOTE)


def wrong_body(query: Query, library: Library) -> Draft | None:
    """Minutes of a body of which none are held."""
    match = _BODY.search(fold(query.completed))
    held = library.catalog.find_documents(kind=DocumentKind.MINUTES)
    if match is None or not held or _POINTING.match(match["body"]):
        return None
    asked = document_slug(match["body"])
    bodies = [document_slug(record.body or record.title) for record in held]
    if any(asked in body or body in asked for body in bodies):
        return None
    listed = joined("、", (wording.held_document(record) for record in held))
    note = _note(phrase("{names}の議事要旨は収録されていません。", names=match["body"]))
    return Draft(
        Status.NOT_IN_DOCUMENTS,
        (note, _note(phrase("収録している議事要旨: {listed}。", listed=listed))),
    )


def wrong_date(query: Query, library: Library) -> Draft | None:
    """A meeting said to be of a date that is not its own."""
    text = fold(query.completed)
    if len(query.mentions.meetings) != 1 or not _DATED_MEETING.search(text):
        return None
    records = [library.catalog.document(document) for document in query.documents]
    dates = [mention.iso for mention in find_dates(text) if not mention.relative]
    known = [record for record in records if record.meeting is not None and record.date]
    if not dates or not known or any(_agrees(dates, record) for record in known):
        return None
    notes = [
        _note(
            phrase(
                "{place}にある開催日は{date}です。",
                place=wording.document_place(record),
                date=wording.written_date(record.date or ""),
            )
        )
        for record in known
    ]
    asked = joined("・", map(wording.written_date, dict.fromkeys(dates)))
    wrong = phrase(
        "{asked}に開かれた第{meeting}回は、収録している文書にありません。",
        asked=asked,
        meeting=known[0].meeting,
    )
    return Draft(Status.PREMISE_WRONG, (_note(wrong), *notes))


def _agrees(dates: list[str], record: DocumentRecord) -> bool:
    """Whether one date is that of the meeting, as exactly as it is given."""
    return any(
        (record.date or "").startswith(date) or date.startswith(record.date or "") for date in dates
    )


def wrong_meeting_of_comment(query: Query, library: Library) -> Draft | None:
    """A comment said to be one of a meeting; comments are sent, not made at meetings."""
    if not query.mentions.comments or not _COMMENT_AT_MEETING.search(fold(query.completed)):
        return None
    key = query.mentions.comments[0]
    comments = library.catalog.comments(key.number, key.branch)
    document = library.catalog.document(comments[0].id.partition("#")[0])
    place = document.title if "「" in document.title else wording.document_place(document)
    return Draft(
        Status.PREMISE_WRONG,
        (
            _note(phrase("意見{key}は会議で出された意見ではありません。", key=key)),
            Claim(
                phrase("意見{key}は{place}に収録されています。", key=key, place=place),
                (Reference(comments[0], words_in(comments[0], comments[0].submitter)),),
            ),
        ),
    )


def wrong_submitter(query: Query, library: Library) -> Draft | None:
    """A numbered comment said to be that of somebody who did not send it."""
    if len(query.submitters) != 1 or len(query.mentions.comments) != 1:
        return None
    key, named = query.mentions.comments[0], query.submitters[0]
    comments = library.catalog.comments(key.number, key.branch)
    if not comments or any(named in comment.text for comment in comments):
        return None
    submitters = dict.fromkeys(comment.submitter for comment in comments)
    if named in submitters:
        return None
    return Draft(
        Status.PREMISE_WRONG,
        (
            _note(phrase("意見{key}の提出者は{named}ではありません。", key=key, named=named)),
            *(
                Claim(
                    phrase(
                        "{comment}の提出者は{submitter}です。",
                        comment=wording.comment_name(comment),
                        submitter=comment.submitter,
                    ),
                    (Reference(comment, words_in(comment, comment.submitter)),),
                )
                for comment in comments
            ),
        ),
    )
