"""Sentences and rows that count comments, each figure beside the printed one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from assistant.answers import Claim, Layout, Reference
from assistant.comments.comment_table import Told, comment_rows, new_places
from assistant.comments.totals import (
    COMMENTS,
    KIND_NAMES,
    SUBMITTERS,
    Consultation,
    differences,
    figure,
    first_of_each,
    total_reference,
)
from assistant.lookup import quote_start, words_in
from assistant.wording import frames as wording
from assistant.wording.phrases import joined, phrase
from index.documents import (
    Comment,
    OfficialTotal,
    SubmitterKind,
)
from index.library import Library


def count_all(
    kinds: Sequence[SubmitterKind | None], table: Consultation, library: Library
) -> list[Claim]:
    """How many submitters of each kind (None: all) sent how many comments."""
    claims = [_figures(kind, table, library) for kind in kinds]
    return [*claims, *_check(kinds, table, library)]


def _figures(kind: SubmitterKind | None, table: Consultation, library: Library) -> Claim:
    """Printed figures where the document prints them, else those counted."""
    printed = [table.printed(kind, counter)[:1] for counter in (SUBMITTERS, COMMENTS)]
    totals = [total for found in printed for total in found]
    comments = table.of_kind(kind)
    if not totals:
        opening = _evidence(comments[0]) if comments else _opening(table, library)
        return Claim(_counted(kind, len(comments)), (opening,), counted=comments)
    parts = tuple(figure(total.count, total.counter) for total in totals)
    figures: str = joined("、", parts)
    if len(totals) == len(printed):
        figures = phrase("{senders}から{comments}", senders=parts[0], comments=parts[1])
    text = (
        phrase("意見募集には、{figures}の意見が提出されています。", figures=figures)
        if kind is None
        else phrase(
            "{kind}については、{figures}の意見が提出されています。",
            kind=KIND_NAMES[kind],
            figures=figures,
        )
    )
    references = dict.fromkeys(total_reference(total, library) for total in totals)
    return Claim(text, tuple(references))


def _counted(kind: SubmitterKind | None, count: int) -> str:
    if kind is None:
        return phrase("意見募集に提出された意見は、一覧から数えると{count}件です。", count=count)
    return phrase(
        "{kind}からの意見は、一覧から数えると{count}件です。", kind=KIND_NAMES[kind], count=count
    )


def _check(
    kinds: Sequence[SubmitterKind | None], table: Consultation, library: Library
) -> list[Claim]:
    warnings, compared = differences(table, kinds, library)
    if warnings or not compared:
        return warnings
    total = next(
        total
        for kind in kinds
        for counter in (COMMENTS, SUBMITTERS)
        for total in table.printed(kind, counter)
    )
    text = phrase("収録している意見の一覧から数えた数も、資料に印刷された上の数と一致します。")
    return [Claim(text, (total_reference(total, library),))]


def _opening(table: Consultation, library: Library) -> Reference:
    first = library.catalog.units_of(table.record.id)[0]
    return Reference(first, quote_start(first.passage, 60))


def _evidence(comment: Comment) -> Reference:
    return Reference(comment, words_in(comment, comment.outcome_evidence or comment.submitter))


def zero(
    wanted: str, considered: tuple[Comment, ...], table: Consultation, library: Library
) -> list[Claim]:
    """That the table holds none of these; what the submitter did send stands below."""
    text = phrase("収録している意見の一覧に、{wanted}はありません（0件）。", wanted=wanted)
    references = tuple(map(_evidence, considered)) or (_opening(table, library),)
    return [Claim(text, references), *comment_rows(considered)]


def listed(
    wanted: str,
    comments: tuple[Comment, ...],
    table: Consultation,
    library: Library,
    outcome: re.Pattern[str] | None = None,
    *,
    placed: bool = False,
    told: Told = Told.NOTHING,
) -> list[Claim]:
    """How many comments, and each of them; beside it the printed number of that outcome.

    Where it is asked for, `placed` says of each where its new words stand, `told` what it says.
    """
    places = {comment.id: new_places(comment, library) for comment in comments if placed}
    text = phrase("{wanted}は{count}件です。", wanted=wanted, count=len(comments))
    claims = [Claim(text, (_evidence(comments[0]),), counted=comments)]
    if outcome is not None:
        printed = table.printed_where(lambda label: outcome.search(label) is not None)
        claims += [_beside(total, comments, library) for total in printed]
    return [*claims, *comment_rows(comments, places, told)]


def part_of_them(wanted: str, considered: tuple[Comment, ...], part: tuple[Comment, ...]) -> Claim:
    """How many of the comments just counted are of an outcome, shown by each of these."""
    if not part:
        text = phrase("このうち、{wanted}はありません（0件）。", wanted=wanted)
        return Claim(text, tuple(map(_evidence, considered)))
    text = phrase("このうち、{wanted}は{count}件です。", wanted=wanted, count=len(part))
    return Claim(text, tuple(map(_evidence, part)), counted=part)


def same_outcome(comments: tuple[Comment, ...]) -> Claim:
    """Whether the same came of all these comments."""
    outcomes = dict.fromkeys(comment.outcome for comment in comments)
    names = joined("」「", (wording.OUTCOME_NAMES[outcome] for outcome in outcomes))
    text = phrase("対応は分かれており、「{names}」です。", names=names)
    if len(outcomes) == 1:
        text = phrase("対応は、いずれも「{names}」です。", names=names)
    return Claim(text, tuple(map(_evidence, comments)))


def _beside(total: OfficialTotal, comments: tuple[Comment, ...], library: Library) -> Claim:
    text = phrase(
        "{label}は、資料にも{count}件と印刷されています。", label=total.label, count=total.count
    )
    if total.count != len(comments):
        text = phrase(
            "ご注意ください。{label}は、資料には{count}件と印刷されており、"
            "一覧から数えた{counted}件と一致しません。",
            label=total.label,
            count=total.count,
            counted=len(comments),
        )
    return Claim(text, (total_reference(total, library),), counted=comments)


def row(comment: Comment) -> Claim:
    """One comment as an item: its key, submitter, place and outcome."""
    return Claim(wording.comment_row(comment), (_evidence(comment),), Layout.ITEM)


def _by_submitter(comments: Sequence[Comment]) -> list[tuple[Comment, ...]]:
    """The comments of each submitter, those of the busiest first."""
    groups = groupby(sorted(comments, key=lambda c: c.submitter), key=lambda c: c.submitter)
    order = {comment.submitter: place for place, comment in reversed(list(enumerate(comments)))}
    found = [tuple(sorted(group, key=lambda c: c.locator.order)) for _, group in groups]
    return sorted(found, key=lambda group: (-len(group), order[group[0].submitter]))


def most_of_all(wanted: str, comments: tuple[Comment, ...]) -> list[Claim]:
    """Who sent most; all of them where several sent as many; then the number after that."""
    groups = _by_submitter(comments)
    most = len(groups[0])
    first = [group for group in groups if len(group) == most]
    claims = [
        Claim(
            phrase(
                "{wanted}が最も多い提出者は{submitter}で、{most}件です。",
                wanted=wanted,
                submitter=group[0].submitter,
                most=most,
            ),
            (Reference(group[0], words_in(group[0], group[0].submitter)),),
            counted=group,
        )
        for group in first
    ]
    if len(groups) > len(first):
        after = groups[len(first)]
        text = phrase(
            "次に多いのは{submitter}の{count}件です。",
            submitter=after[0].submitter,
            count=len(after),
        )
        reference = Reference(after[0], words_in(after[0], after[0].submitter))
        claims.append(Claim(text, (reference,), counted=after))
    return [*claims, *(row(comment) for group in first for comment in group)]


def list_submitters(
    kind: SubmitterKind | None, table: Consultation, library: Library
) -> list[Claim]:
    """Everyone who sent a comment, with the number each sent."""
    comments = table.of_kind(kind)
    submitters = first_of_each(comments)
    count = len(submitters)
    lead = Claim(
        phrase("意見の提出者（{kind}）は、次の{count}者です。", kind=KIND_NAMES[kind], count=count)
        if kind
        else phrase("意見の提出者は、次の{count}者です。", count=count),
        (Reference(submitters[0], words_in(submitters[0], submitters[0].submitter)),),
        counted=submitters,
    )
    return [lead, *_check((kind,), table, library), *map(_sender, _by_submitter(comments))]


def of_senders(wanted: str, comments: tuple[Comment, ...]) -> list[Claim]:
    """How many comments from how many senders, and each sender with the number sent."""
    groups = _by_submitter(comments)
    text = phrase(
        "{wanted}は{count}件で、提出者は{senders}者です。",
        wanted=wanted,
        count=len(comments),
        senders=len(groups),
    )
    first = tuple(group[0] for group in groups)
    lead = Claim(text, (_evidence(comments[0]),), counted=comments, tallies=(first,))
    return [lead, *map(_sender, groups)]


def _sender(group: tuple[Comment, ...]) -> Claim:
    return Claim(
        phrase("{submitter}　{count}件", submitter=group[0].submitter, count=len(group)),
        (Reference(group[0], words_in(group[0], group[0].submitter)),),
        Layout.ITEM,
        counted=group,
    )


def by_outcome(comments: tuple[Comment, ...]) -> list[Claim]:
    """How many comments had which outcome."""
    lead = Claim(
        phrase("意見{count}件の対応は、回答の文言によると次のとおりです。", count=len(comments)),
        (_evidence(comments[0]),),
        counted=comments,
    )
    claims = [lead]
    for outcome, name in wording.OUTCOME_NAMES.items():
        chosen = tuple(comment for comment in comments if comment.outcome is outcome)
        if chosen:
            text = phrase("{name}　{count}件", name=name, count=len(chosen))
            claims.append(Claim(text, (_evidence(chosen[0]),), Layout.ITEM, chosen))
    return claims
