"""Answers about some of the comments that an earlier answer listed: 「そのうち修正は？」."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.answers import Claim, Draft, Reference, Status
from assistant.comments.counts import by_outcome, most_of_all, row
from assistant.comments.outcome_words import NOT_REVISED, OUTCOME_WORDS, outcome_asked
from assistant.comments.residue import left_over
from assistant.comments.totals import KIND_NAMES, first_of_each
from assistant.lookup import quote_start, quoted, words_in
from assistant.query import Query, QuestionKind
from assistant.understanding.followups.sets import asked_of_the_set
from assistant.understanding.mentions import find_mentions, fold
from assistant.wording import frames as wording
from assistant.wording.phrases import joined, phrase
from index.documents import Comment, SubmitterKind
from index.library import Library
from index.text.keys import search_key
from index.text.morphology import content_words

_KINDS = (
    (
        SubmitterKind.INDIVIDUAL,
        re.compile(r"個人(?!情報|データ|\()"),
    ),
    (
        SubmitterKind.ORGANISATION,
        re.compile(r"(?:企業|会社|法人)(?:[・、や]|及び|と)?団体|企業|団体|会社|法人"),
    ),
)
_MOST = re.compile(r"最も多|一番多|最多|いちばん多")
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
    chosen = tuple(comment for comment in listed if _holds(comment, query, asked))
    words = _topic(query, asked, library)
    if words:
        about = tuple(comment for comment in chosen if _speaks_of(comment, words))
        if not about:
            return None
        chosen = about
    return Draft(Status.ANSWERED, tuple(_claims(query, asked, listed, chosen, words)))


def _are_comments(ids: tuple[str, ...], library: Library) -> bool:
    return all(isinstance(unit, Comment) for unit in library.catalog.units(ids))


def _rest_is_empty(text: str, query: Query, library: Library) -> Claim:
    shown = library.catalog.units(query.apart_from[:1])
    return Claim(text, tuple(Reference(unit, quote_start(unit.passage, 60)) for unit in shown))


def _holds(comment: Comment, query: Query, asked: str) -> bool:
    """Whether a comment is of the outcome, kind, sender and place that are asked for."""
    outcome, negated = outcome_asked(asked)
    kinds = [kind for kind, words in _KINDS if words.search(asked)]
    submitters = [name for name in query.submitters if fold(name) in asked]
    sections = find_mentions(asked).sections
    return (
        (outcome is None or (comment.outcome is outcome) is not negated)
        and (len(kinds) != 1 or comment.submitter_kind is kinds[0])
        and (not submitters or comment.submitter in submitters)
        and (not sections or any(target.startswith(sections) for target in comment.targets))
    )


def _topic(query: Query, asked: str, library: Library) -> tuple[str, ...]:
    """The words of the question that no column of the table knows: what a comment is about."""
    known = (*(words for _, words in _KINDS), NOT_REVISED, *(words for _, words in OUTCOME_WORDS))
    patterns = (*known, _MOST, _BREAKDOWN, _SUBMITTERS, _REPLY, _CONTENT, _ASKING)
    rest = left_over(replace(query, completed=asked), library, patterns)
    return tuple(search_key(word.surface) for word in content_words(" ".join(rest)))


def _speaks_of(comment: Comment, words: tuple[str, ...]) -> bool:
    key = search_key(f"{comment.text} {comment.target_text}")
    return all(word in key for word in words)


def _claims(
    query: Query,
    asked: str,
    listed: tuple[Comment, ...],
    chosen: tuple[Comment, ...],
    words: tuple[str, ...],
) -> list[Claim]:
    what = _described(asked, words)
    if not chosen:
        text = phrase(
            "先に挙げた{count}件の中に、{what}はありません（0件）。", count=len(listed), what=what
        )
        lead = Claim(text, _evidence(listed), counted=listed, tallies=((),))
        return [lead, *map(row, listed)]
    if _BREAKDOWN.search(asked):
        return by_outcome(chosen)
    if _MOST.search(asked):
        return most_of_all(what, chosen)
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


def _described(asked: str, words: tuple[str, ...]) -> str:
    """The comments meant, e.g. 個人の「修正」に当たる意見."""
    outcome, negated = outcome_asked(asked)
    what = phrase("意見")
    if outcome is not None:
        name = wording.OUTCOME_NAMES[outcome]
        what = phrase("「{outcome}」に当たる意見", outcome=name)
        if negated:
            what = phrase("「{outcome}」に当たらない意見", outcome=name)
    if words:
        what = phrase("「{words}」に触れた{what}", words=joined("」「", words), what=what)
    kinds = [kind for kind, pattern in _KINDS if pattern.search(asked)]
    if len(kinds) == 1:
        return phrase("{whose}の{what}", whose=KIND_NAMES[kinds[0]], what=what)
    return what
