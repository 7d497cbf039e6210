"""Answers to when comments could be sent: the period that the table of comments prints."""

from __future__ import annotations

import re

from assistant.answers import Claim, Draft, Reference, Status
from assistant.comments.residue import left_over
from assistant.comments.totals import Consultation, consultations
from assistant.lookup import quoted
from assistant.query import Query
from assistant.understanding.mentions import fold
from assistant.wording import frames as wording
from assistant.wording.phrases import phrase
from index.documents import Passage, Unit
from index.library import Library

_CALL = re.compile(
    r"(?:意見|コメント|パブコメ|パブリック|パプコメ)[^。]{0,14}?(?:募集|公募|募[るっ]|受け?付|提出|出せ|送れ|応募|寄せ)"
    r"|(?:募集|公募|受付)期間|パブコメ|パブリック・?コメント|意見(?:募集|公募)"
)
_WHEN = re.compile(
    r"期間|いつ|何日|何月|日程|スケジュール|締め?切|〆切|期限|始期|終期|開始|終了|始ま|終わ|初日|最終日|日付|何週間"
)
_RESULT = re.compile(r"公表|公開|発表|結果[^。、]{0,4}(?:出|まとま|日付|いつ)")
_KNOWN = (
    re.compile(r"(?:(?:平成|令和)?(?:\d+|元)年)?\d+月\d+日"),
    _CALL,
    _WHEN,
    re.compile(
        r"実施|行わ|行[っい]|受け?付け?|募集|公募|提出|締め?切り?|可能|でき|間|日|月|年|曜|週|時|始|終"
        r"|最初|最後|対象|戦略|案|いつから|いつまで|まで|から|続い|開か|開催|日時|答え"
    ),
)
_DAY = re.compile(r"\d+月\d+日")
_PRINTED = re.compile(
    r"[^\n。]*(?:実施|募集|公募|受付|提出|意見提出)(?:の)?(?:期間|期限)[^\n。]*?\d+\s*月\s*\d+\s*日[^\n。]*"
)


def when_comments_were_taken(query: Query, library: Library) -> Draft | None:
    """The printed period of the consultation; None where something else is asked."""
    text = fold(query.completed)
    mentions = query.mentions
    asks = _CALL.search(text) and _WHEN.search(text) and not _RESULT.search(text)
    if not asks or mentions or query.submitters:
        return None
    if left_over(query, library, _KNOWN):
        return None
    claims = [
        claim
        for table in consultations(query.documents, library)
        for claim in _printed(table, library)
    ]
    days = _DAY.findall(text)
    printed = "".join("".join(claim.text.split()) for claim in claims)
    if any(day not in printed for day in days):
        return None  # it is another day that is asked about
    return Draft(Status.ANSWERED, tuple(claims)) if claims else None


def _printed(table: Consultation, library: Library) -> list[Claim]:
    """Where the file of a table prints the period, each wording once."""
    found: dict[str, tuple[Claim, ...]] = {}
    for record in library.catalog.documents():
        if record.path != table.record.path:
            continue
        for unit in library.catalog.units_of(record.id):
            line = _line(unit)
            if line is not None:
                text = phrase(
                    "{place}に、意見募集の期間が次のとおり記載されています。",
                    place=wording.document_place(record),
                )
                lead = Claim(text, (Reference(unit, line),))
                found.setdefault(line.text, (lead, quoted(unit, line)))
    return [claim for claims in found.values() for claim in claims]


def _line(unit: Unit) -> Passage | None:
    match = _PRINTED.search(unit.text)
    return unit.passage.slice(match.start(), match.end()).strip() if match else None
