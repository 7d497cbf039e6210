"""Checks what a question takes for granted: that what it names is held, and belongs together."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from assistant.answers import Claim, Draft, Layout, Status
from assistant.premises.dates import later_than_held, undated_decision
from assistant.premises.decisions import not_absent, not_turned_down
from assistant.premises.outcomes import nobody_opposed, wrong_figure, wrong_outcome
from assistant.premises.pairs import (
    wrong_body,
    wrong_date,
    wrong_meeting_of_comment,
    wrong_submitter,
)
from assistant.premises.people import missing_person
from assistant.premises.roles import missing_role
from assistant.premises.submitters import missing_submitter
from assistant.premises.titles import missing_title
from assistant.premises.wishes import not_met
from assistant.query import CommentKey, Query
from assistant.understanding.mentions import fold
from assistant.wording import frames as wording
from assistant.wording.phrases import joined, phrase
from index.documents import DocumentKind
from index.library import Library
from index.stores.records import DocumentRecord
from index.text.eras import find_dates

_MEETING_THEN = re.compile(
    r"(?:に(?:開|行)(?:かれ|われ|催され)た|に開催された)?の?(?:会[合議](?!室)|部会|協議会|議事(?:要旨|録))"
)
_MEETING = re.compile(r"会合|会議|部会|議事|第\d+回")
_NEXT = re.compile(r"第\s*(?P<number>\d+)\s*回(?:の?会[合議])?の(?:次|翌)の?(?:会[合議]|回)")
_MEETING_OF_A_YEAR = re.compile(r"年(?:\d+月(?:\d+日)?)?(?:に(?:開|行)|の(?:会合|会議))")
_BODY_OF_A_YEAR = re.compile(
    r"年(?:\d+月(?:\d+日)?)?の[一-鿿々ァ-ヶー]{2,}(?:会合|会議|部会|委員会)"
)
# what only minutes tell; what a meeting decided other documents say too
_AT_A_MEETING = re.compile(r"意見|発言|議論|出席|欠席|議題|議事|誰|どなた|話(?:題|し合)|やり?取り")


_YEAR_LENGTH = len("2025")


def check_premise(query: Query, library: Library) -> Draft | None:
    """A refusal naming what is held, where the question names what is not."""
    return next(filter(None, (check(query, library) for check in _CHECKS)), None)


def _refusal(status: Status, *sentences: str) -> Draft:
    return Draft(status, tuple(Claim(sentence, (), Layout.NOTE) for sentence in sentences))


def _missing_meeting(query: Query, library: Library) -> Draft | None:
    held = _minutes(library)
    numbers = {record.meeting for record in held}
    asked = (*query.mentions.meetings, *_following(query, library))
    missing = [number for number in asked if number not in numbers]
    if not missing:
        return None
    names = joined("・", (phrase("第{number}回", number=number) for number in missing))
    note = phrase("{names}の議事要旨は収録されていません。", names=names)
    return _refusal(Status.NOT_IN_DOCUMENTS, note, _held_minutes(held))


def _following(query: Query, library: Library) -> list[int]:
    """The numbers of meetings asked about as 第N回の次の会合, of which the Nth says nothing."""
    units = (unit for d in query.documents for unit in library.catalog.units_of(d))
    if any("次回" in unit.text for unit in units):
        return []
    return [int(match["number"]) + 1 for match in _NEXT.finditer(fold(query.completed))]


def _missing_year(query: Query, library: Library) -> Draft | None:
    """A meeting of a year or of a day of which no minutes are held."""
    text = fold(query.completed)
    of_a_day = _missing_day(text, library)
    if of_a_day:
        return of_a_day
    of_a_meeting = _MEETING_OF_A_YEAR.search(text) or (
        _BODY_OF_A_YEAR.search(text) and _AT_A_MEETING.search(text)
    )
    if not (of_a_meeting and _MEETING.search(text)):
        return None
    years = {mention.iso[:4] for mention in find_dates(query.completed) if not mention.relative}
    held = _minutes(library)
    if not years or any(record.date and record.date[:4] in years for record in held):
        return None
    text = phrase(
        "{years}年の会議の議事要旨は収録されていません。", years=joined("・", sorted(years))
    )
    return _refusal(Status.NOT_IN_DOCUMENTS, text, _held_minutes(held))


def _missing_day(text: str, library: Library) -> Draft | None:
    """A meeting named by its day or month, which would be told by its number were it held."""
    held = _minutes(library)
    missing = [
        mention.surface
        for mention in find_dates(text)
        if not mention.relative
        and len(mention.iso) > _YEAR_LENGTH
        and _MEETING_THEN.match(text, mention.end)
        and not any((record.date or "").startswith(mention.iso) for record in held)
    ]
    if not missing:
        return None
    note = phrase("{days}の会議の議事要旨は収録されていません。", days=joined("・", missing))
    return _refusal(Status.NOT_IN_DOCUMENTS, note, _held_minutes(held))


def _held_minutes(held: Sequence[DocumentRecord]) -> str:
    listed = joined("、", (wording.held_document(record) for record in held)) or phrase("なし")
    return phrase("収録している議事要旨: {listed}。", listed=listed)


def _minutes(library: Library) -> list[DocumentRecord]:
    records = library.catalog.documents()
    return [record for record in records if record.kind is DocumentKind.MINUTES]


def _missing_comment(query: Query, library: Library) -> Draft | None:
    missing = [key for key in query.mentions.comments if not library.catalog.comments(*_pair(key))]
    if not missing:
        return None
    names = joined("・", (phrase("意見{key}", key=key) for key in missing))
    held = library.catalog.comment_range()
    if not held.total:
        return _refusal(Status.NOT_IN_DOCUMENTS, phrase("意見募集の結果は収録されていません。"))
    siblings = library.catalog.comments(missing[0].number, None)
    listed = phrase(
        "収録している意見は{total}件（番号{first}～{last}）です。",
        total=held.total,
        first=held.first,
        last=held.last,
    )
    if siblings and siblings[0].branch is None:
        listed = phrase("意見{number}に枝番号はありません。", number=missing[0].number)
    elif siblings:
        listed = phrase(
            "意見{number}の枝番号は{keys}です。",
            number=missing[0].number,
            keys=joined("、", (comment.key for comment in siblings)),
        )
    return _refusal(
        Status.PREMISE_WRONG, phrase("{names}という意見は収録されていません。", names=names), listed
    )


def _pair(key: CommentKey) -> tuple[int, int | None]:
    return key.number, key.branch


def _missing_section(query: Query, library: Library) -> Draft | None:
    catalog = library.catalog
    missing = [
        number
        for number in query.mentions.sections
        # an article is mostly one of a law, which documents only speak of
        if not (number.endswith("条") or catalog.sections(number, within=query.documents or None))
    ]
    if not missing:
        return None
    names = joined("・", missing)
    document = catalog.document(query.documents[0]) if query.documents else None
    place = wording.document_place(document) if document else phrase("収録している文書")
    parent = _nearest_section(missing[0], query, library)
    return _refusal(
        Status.PREMISE_WRONG,
        phrase("{place}に{names}という節はありません。", place=place, names=names),
        *parent,
    )


def _nearest_section(number: str, query: Query, library: Library) -> tuple[str, ...]:
    """What the section above holds, where there is one."""
    above = number
    while above := above[: max(above.rfind("."), above.rfind("("), 0)]:
        found = library.catalog.sections(above, within=query.documents or None)
        if found:
            children = library.catalog.children(found[0].id)
            listed = joined("、", (f"{child.number} {child.title}" for child in children))
            text = phrase(
                "{above} {title}の下にあるのは、{listed}です。",
                above=above,
                title=found[0].title,
                listed=listed,
            )
            return (text,) if listed else ()
    return ()


def _missing_footnote(query: Query, library: Library) -> Draft | None:
    catalog = library.catalog
    missing = [
        number
        for number in query.mentions.footnotes
        if not catalog.footnotes(number, within=query.documents or None)
    ]
    if not missing:
        return None
    names = joined("・", (phrase("脚注{number}", number=number) for number in missing))
    return _refusal(
        Status.PREMISE_WRONG, phrase("{names}は、収録している文書にありません。", names=names)
    )


_CHECKS: tuple[Callable[[Query, Library], Draft | None], ...] = (
    wrong_body,
    _missing_meeting,
    wrong_date,
    _missing_year,
    _missing_comment,
    wrong_meeting_of_comment,
    wrong_submitter,
    missing_title,
    later_than_held,
    undated_decision,
    wrong_outcome,
    wrong_figure,
    not_met,
    nobody_opposed,
    not_turned_down,
    not_absent,
    _missing_section,
    _missing_footnote,
    missing_person,
    missing_role,
    missing_submitter,
)
