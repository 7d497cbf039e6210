"""Refuses what takes a wrong outcome or a wrong figure of comments, or of a vote, for granted.

「意見5が採用された理由」 presupposes that comment 5 was adopted. Whether it was, the table
tells; the refusal shows what it says. A plain 「採用されましたか」 presupposes nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.answers import Claim, Draft, Layout, Reference, Status
from assistant.comments.counts import count_all, listed, row
from assistant.comments.totals import Consultation, consultations
from assistant.lookup import answer_about_comments, quoted
from assistant.query import Query, QuestionKind
from assistant.understanding.mentions import fold
from assistant.wording import frames as wording
from assistant.wording.phrases import joined, phrase
from index.documents import Comment, OfficialTotal, Outcome, UnitKind
from index.library import Library
from index.text.sentences import split_sentences

_CHANGED = r"(?:採用|反映|修正|変更|追加|追記|採り入れ|取り入れ|受け入れ|改め|書き加え|盛り込)"
_ADOPTED = re.compile(
    rf"{_CHANGED}(?![^。、]{{0,3}}な[かい])[^。、]{{0,6}}(?:た|る|ている)(?:の(?=は(?!、?(?:何[件個]|いくつ|幾つ)))"
    r"|理由|根拠|決め手|背景|経緯)"
    rf"|を(?:採り入れ|取り入れ|受け入れ|反映し|採用し)て?[^。]{{0,24}}?(?:加わ|加え|入っ|変わ|直|改め|{_CHANGED})[^。、]{{0,4}}た"
    r"[^。]{0,14}?(?:文|箇所|部分|記述|表現|節|項|語|くだり|ところ|条文)(?!か)"
    rf"|を受けて{_CHANGED}[^。、]{{0,4}}た(?:箇所|部分|ところ|文章?|文言|節)は(?:どこ|何|どの)"
    rf"|(?:なぜ|何故|どうして)[^。]*{_CHANGED}(?:さ?れ|に(?:つなが|至|な)|し)(?!な)"
    rf"|(?:どこ|何|どの(?:節|章|部分|箇所|文))[がを]?(?:どう|どのように)?{_CHANGED}さ?れ(?:た|まし|てい)"
    r"|(?:どう|どのように)(?:修正|変更)さ?れ(?:た|まし)"
    r"|\bwhy (?:was|were|did)\b[^?]*\b(?:adopted|accepted|revised|changed|incorporated)",
    re.IGNORECASE,
)
_NOT_ADOPTED = re.compile(
    rf"(?:なぜ|何故|どうして)[^。]*{_CHANGED}(?:さ?れ|し)な|{_CHANGED}(?:ら?れ|さ?れ|し)?な[かい][^。]{{0,4}}(?:理由|の(?=は(?:なぜ|何故|どうして)))"
    r"|(?:見送られ|却下され|退けられ)た理由|(?:なぜ|どうして)[^。]*(?:見送ら|却下さ|退けら)れ"
    r"|\bwhy (?:was|were|did)\b[^?]*\b(?:not|rejected|turned down|declined)\b",
    re.IGNORECASE,
)
_REVISED_COUNT = re.compile(
    rf"{_CHANGED}さ?れた(?P<first>\d+)件|(?P<second>\d+)件の(?:修正|反映)|(?!1件も)(?P<third>\d+)件(?:が|を|も)修正"
)
_TOTAL_COUNT = re.compile(
    r"(?:寄せられ|提出され|集まっ|届い|出され|出)た(?P<first>\d+)件|(?:全|計)(?P<second>\d+)件の意見"
    r"|(?P<third>\d+)件の意見の(?:うち|中)"
)
_ALL_OF_THEM = re.compile(r"(?:意見|提案|要望|もの)(?:が|は|を)?(?:全て|すべて|全部|いずれも|みな)")
_FEW = 3  # comments that are shown with the replies
_OPPOSED = re.compile(
    r"(?:採決|決定|議決|可決|賛否)[^。]*(?:反対し|異議を)|反対票"
    r"|第\d+回(?:の?会[合議])?(?:の場)?で?は?、?(?:(?:誰|だれ|どなた)が|どの委員が)?(?:[^、。は]{1,16}に)?(?:反対(?:し|意見|の声|者)|異議を唱え)"
)
_WHETHER = re.compile(
    r"(?:いま|いらっしゃいま|ありま|出ま)した(?:か|でしょうか)|(?:いた|あった|出た)(?:の(?:です)?)?か"
)
_UNANIMOUS = re.compile(r"全員(?:の|が)?賛成|全会一致|異議(?:なし|は?な[いく]|がな)|満場一致")


def wrong_outcome(query: Query, library: Library) -> Draft | None:
    """A refusal where a comment is said to have been adopted that was not, or not to have been."""
    comments = _comments_named(query, library)
    # what is negated is plain in the words of the question alone
    text = fold(query.english or query.completed)
    if not comments:
        return None
    if _NOT_ADOPTED.search(text):
        wrong = all(comment.outcome is Outcome.REVISED for comment in comments)
        note = phrase("{comments}は、見送られた意見ではありません。", comments=_names(comments))
    elif _ADOPTED.search(text):
        unchanged = [comment for comment in comments if comment.outcome is not Outcome.REVISED]
        all_said = _ALL_OF_THEM.search(text) is not None
        wrong = bool(unchanged) and (all_said or len(unchanged) == len(comments))
        note = phrase(
            "{comments}を受けて修正したという記載はありません。", comments=_names(unchanged)
        )
    else:
        return None
    if not wrong:
        return None
    few = len(comments) <= _FEW
    asked = _asking_for_the_reply(query)
    facts = answer_about_comments(asked, comments, library).claims if few else map(row, comments)
    return Draft(Status.PREMISE_WRONG, (Claim(note, (), Layout.NOTE), *facts))


def _comments_named(query: Query, library: Library) -> list[Comment]:
    """The comments that are named by key, else those of the one submitter that is named."""
    catalog = library.catalog
    found = [c for key in query.mentions.comments for c in catalog.comments(key.number, key.branch)]
    if found or len(query.submitters) != 1:
        return found
    return list(catalog.comments_by(query.submitters[0]))


def _names(comments: Sequence[Comment]) -> str:
    return joined("・", map(wording.comment_name, comments))


def _asking_for_the_reply(query: Query) -> Query:
    return replace(query, kind=QuestionKind.REPLIED)


def wrong_figure(query: Query, library: Library) -> Draft | None:
    """A refusal where a number of comments, or of revisions, is taken for granted that is wrong."""
    if query.submitters or query.mentions or query.among:
        return None
    text = fold(query.completed)
    tables = consultations(query.documents, library)
    if len(tables) != 1:
        return None
    (table,) = tables
    revised = _number(_REVISED_COUNT, text)
    if revised is not None:
        comments = tuple(c for c in table.comments if c.outcome is Outcome.REVISED)
        return _not_so_many(revised, phrase("修正することとされた意見"), comments, table, library)
    total = _number(_TOTAL_COUNT, text)
    if total is None or _is_counted(total, len(table.comments), table.totals):
        return None
    note = phrase("提出された意見を{count}件とする記載はありません。", count=total)
    return Draft(
        Status.PREMISE_WRONG, (Claim(note, (), Layout.NOTE), *count_all([None], table, library))
    )


def _number(pattern: re.Pattern[str], text: str) -> int | None:
    match = pattern.search(text)
    return next(int(group) for group in match.groups() if group) if match else None


def _is_counted(number: int, counted: int, totals: Sequence[OfficialTotal]) -> bool:
    """Whether a number is the one counted or one that is printed."""
    return number == counted or any(total.count == number for total in totals)


def _not_so_many(
    number: int, what: str, comments: tuple[Comment, ...], table: Consultation, library: Library
) -> Draft | None:
    if _is_counted(number, len(comments), table.printed_where(lambda label: "修正" in label)):
        return None
    note = phrase("{what}を{count}件とする記載はありません。", what=what, count=number)
    pattern = re.compile("修正")
    claims = listed(what, comments, table, library, outcome=pattern)
    return Draft(Status.PREMISE_WRONG, (Claim(note, (), Layout.NOTE), *claims))


def nobody_opposed(query: Query, library: Library) -> Draft | None:
    """A refusal where a vote is asked for its opponents that was unanimous."""
    if not query.mentions.meetings or not _OPPOSED.search(fold(query.completed)):
        return None
    quotes = [
        quoted(unit, sentence.strip())
        for document in query.documents
        for unit in library.catalog.units_of(document)
        if unit.kind in (UnitKind.SECTION, UnitKind.UTTERANCE)
        for sentence in split_sentences(unit.passage)
        if _UNANIMOUS.search(sentence.text)
    ]
    if not quotes:
        return None
    places = joined(
        "・", (wording.document_place(library.catalog.document(d)) for d in query.documents)
    )
    note = phrase("{place}に、反対した人の記載はありません。", place=places)
    asks_whether = _WHETHER.search(fold(query.completed)) is not None
    reference: tuple[Reference, ...] = quotes[0].references
    lead = phrase("決定については、次のように記載されています。")
    status = Status.ANSWERED if asks_whether else Status.PREMISE_WRONG
    return Draft(status, (Claim(note, (), Layout.NOTE), Claim(lead, reference), *quotes))
