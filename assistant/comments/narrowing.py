"""Answers about some of the comments that an earlier answer listed: 「そのうち修正は？」."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.answers import Claim, Draft, Reference, Status
from assistant.comments.counts import by_outcome, row
from assistant.comments.groups import COLUMNS, of_groups
from assistant.comments.ranking_words import GROUPING
from assistant.comments.selection import Selection, read_selection
from assistant.comments.totals import consultations, first_of_each
from assistant.lookup import quote_start, quoted, words_in
from assistant.query import Query, QuestionKind
from assistant.understanding.followups.sets import asked_of_the_set
from assistant.understanding.mentions import find_mentions, fold
from assistant.wording.phrases import joined, phrase
from index.documents import Comment
from index.library import Library

_BREAKDOWN = re.compile(r"内訳|結果別|対応別|ごと")
_SUBMITTERS = re.compile(r"提出者|誰|どなた|どこが")
_CONTENT = re.compile(r"内容|概要|どんな|どのよう|何を|何と|要旨")
_REPLY = re.compile(r"回答|返答|考え方|理由|なぜ|どう答")
_ASKING = re.compile(
    r"意見|コメント|もの|どれ|どちら|何件|いくつ|件数|番号|一覧|教え|示し|挙げ|ありま|あり|ある"
    r"|つなが|受け止め|扱|返|とされ|とした|対応|結果"
    r"|に?(?:触れ|関す|関係|対す|ついて|言及)[一-鿿ぁ-ん]{0,4}|該当|案|文|原案|の|は|から|節|項|章"
)
_QUOTED = 160  # characters of an opinion or reply in a list


def answer_within(query: Query, library: Library) -> Draft | None:
    """The comments among those listed before that meet what is asked; None for other units."""
    units = library.catalog.units(query.among)
    listed = tuple(unit for unit in units if isinstance(unit, Comment))
    if query.apart_from and not query.among and _are_comments(query.apart_from, library):
        note = phrase("先に挙げたもののほかに、当てはまる意見はありません。")
        return Draft(Status.ANSWERED, (_rest_is_empty(note, query, library),))
    if not listed or len(listed) < len(units):
        return None
    asked = fold(asked_of_the_set(query.completed))
    part = _selection(query, asked, library)
    chosen = tuple(filter(part.holds, listed))
    if part.speaks and not chosen:
        return None
    claims = _claims(query, asked, listed, chosen, part, library)
    return Draft(Status.ANSWERED, tuple(claims))


def _selection(query: Query, asked: str, library: Library) -> Selection:
    """What the question confines itself to, of those listed before."""
    own = replace(
        query,
        completed=asked,
        submitters=tuple(name for name in query.submitters if fold(name) in asked),
        mentions=find_mentions(asked),
    )
    patterns = (*GROUPING, *COLUMNS, _BREAKDOWN, _SUBMITTERS, _REPLY, _CONTENT, _ASKING)
    return read_selection(own, library, patterns)


def _are_comments(ids: tuple[str, ...], library: Library) -> bool:
    return all(isinstance(unit, Comment) for unit in library.catalog.units(ids))


def _rest_is_empty(text: str, query: Query, library: Library) -> Claim:
    shown = library.catalog.units(query.apart_from[:1])
    return Claim(text, tuple(Reference(unit, quote_start(unit.passage, 60)) for unit in shown))


def _claims(
    query: Query,
    asked: str,
    listed: tuple[Comment, ...],
    chosen: tuple[Comment, ...],
    part: Selection,
    library: Library,
) -> list[Claim]:
    what = part.phrase
    if not chosen:
        text = phrase(
            "先に挙げた{count}件の中に、{what}はありません（0件）。", count=len(listed), what=what
        )
        lead = Claim(text, _evidence(listed), counted=listed, tallies=((),))
        return [lead, *map(row, listed)]
    if _BREAKDOWN.search(asked):
        return by_outcome(chosen)
    table = next(table for table in consultations((), library) if chosen[0] in table.comments)
    grouped = of_groups(what, chosen, asked, table, library, of_all=False)
    if grouped is not None:
        return grouped
    text = phrase(
        "先に挙げた{all}件のうち、{what}は{count}件です。",
        all=len(listed),
        what=what,
        count=len(chosen),
    )
    if query.apart_from:
        text = phrase(
            "先に挙げたもののほかに、{what}は{count}件です。", what=what, count=len(chosen)
        )
    elif len(chosen) == len(listed):
        text = phrase("{what}は{count}件です。", what=what, count=len(chosen))
    if _SUBMITTERS.search(asked) and query.kind is not QuestionKind.COUNT:
        senders = joined("、", (comment.submitter for comment in first_of_each(chosen)))
        text = phrase("{text}提出者は{senders}です。", text=text, senders=senders)
    lead = Claim(text, _evidence(chosen), counted=chosen, tallies=(listed,))
    return [lead, *(claim for comment in chosen for claim in _shown(comment, asked))]


def _shown(comment: Comment, asked: str) -> list[Claim]:
    """One comment, with its words where they are asked for."""
    if _REPLY.search(asked) and comment.reply:
        return [row(comment), quoted(comment, quote_start(comment.reply, _QUOTED))]
    if _CONTENT.search(asked) and comment.opinion:
        return [row(comment), quoted(comment, quote_start(comment.opinion, _QUOTED))]
    return [row(comment)]


def _evidence(comments: tuple[Comment, ...]) -> tuple[Reference, ...]:
    first = comments[0]
    return (Reference(first, words_in(first, first.outcome_evidence or first.submitter)),)
