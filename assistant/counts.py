"""Sentences and rows that count comments, each figure beside the printed one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from assistant import wording
from assistant.answers import Claim, Layout, Reference
from assistant.changes import is_below
from assistant.lookup import child_heading, quote_start, words_in
from assistant.mentions import fold
from assistant.totals import (
    COMMENTS,
    KIND_NAMES,
    SUBMITTERS,
    Consultation,
    differences,
    first_of_each,
    total_reference,
)
from index.documents import (
    Comment,
    DocumentKind,
    OfficialTotal,
    Section,
    SubmitterKind,
    UnitKind,
)
from index.library import Library

_SHORTEST_TITLE = 3  # a title as short as 全体 is named only together with に係る
_OF_A_PART = re.compile(r"に(?:係る|関する|対する|ついての)意見$")


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
    whose = f"{KIND_NAMES[kind]}から" if kind else "意見募集に"
    if not totals:
        opening = _evidence(comments[0]) if comments else _opening(table, library)
        name = f"{whose}提出された意見" if kind is None else f"{whose}の意見"
        text = f"{name}は、一覧から数えると{len(comments)}件です。"
        return Claim(text, (opening,), counted=comments)
    figures = "、".join(f"{total.count}{total.counter}" for total in totals)
    if len(totals) == len(printed):
        figures = f"{totals[0].count}{SUBMITTERS}から{totals[1].count}{COMMENTS}"
    text = (
        f"意見募集には、{figures}の意見が提出されています。"
        if kind is None
        else f"{KIND_NAMES[kind]}については、{figures}の意見が提出されています。"
    )
    references = dict.fromkeys(total_reference(total, library) for total in totals)
    return Claim(text, tuple(references))


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
    text = "収録している意見の一覧から数えた数も、資料に印刷された上の数と一致します。"
    return [Claim(text, (total_reference(total, library),))]


def _opening(table: Consultation, library: Library) -> Reference:
    first = library.catalog.units_of(table.record.id)[0]
    return Reference(first, quote_start(first.passage, 60))


def _evidence(comment: Comment) -> Reference:
    return Reference(comment, words_in(comment, comment.outcome_evidence or comment.submitter))


def zero(
    phrase: str, considered: tuple[Comment, ...], table: Consultation, library: Library
) -> list[Claim]:
    """That the table holds none of these; what the submitter did send stands below."""
    text = f"収録している意見の一覧に、{phrase}はありません（0件）。"
    references = tuple(map(_evidence, considered)) or (_opening(table, library),)
    return [Claim(text, references), *map(row, considered)]


def listed(
    phrase: str,
    comments: tuple[Comment, ...],
    table: Consultation,
    library: Library,
    outcome: re.Pattern[str] | None = None,
) -> list[Claim]:
    """How many comments, and each of them; beside it the printed number of that outcome."""
    text = f"{phrase}は{len(comments)}件です。"
    claims = [Claim(text, (_evidence(comments[0]),), counted=comments)]
    if outcome is not None:
        printed = table.printed_where(lambda label: outcome.search(label) is not None)
        claims += [_beside(total, comments, library) for total in printed]
    return [*claims, *map(row, comments)]


def _beside(total: OfficialTotal, comments: tuple[Comment, ...], library: Library) -> Claim:
    text = f"{total.label}は、資料にも{total.count}件と印刷されています。"
    if total.count != len(comments):
        text = (
            f"ご注意ください。{total.label}は、資料には{total.count}件と印刷されており、"
            f"一覧から数えた{len(comments)}件と一致しません。"
        )
    return Claim(text, (total_reference(total, library),), counted=comments)


def row(comment: Comment) -> Claim:
    """One comment as an item: its key, submitter, place and outcome."""
    place = f"　{comment.target_text}" if comment.target_text.strip("-－ ") else ""
    name = wording.OUTCOME_NAMES[comment.outcome]
    text = f"{wording.comment_name(comment)}（{comment.submitter}）{place}　対応: {name}"
    return Claim(text, (_evidence(comment),), Layout.ITEM)


def _by_submitter(comments: Sequence[Comment]) -> list[tuple[Comment, ...]]:
    """The comments of each submitter, those of the busiest first."""
    groups = groupby(sorted(comments, key=lambda c: c.submitter), key=lambda c: c.submitter)
    order = {comment.submitter: place for place, comment in reversed(list(enumerate(comments)))}
    found = [tuple(sorted(group, key=lambda c: c.locator.order)) for _, group in groups]
    return sorted(found, key=lambda group: (-len(group), order[group[0].submitter]))


def most_of_all(phrase: str, comments: tuple[Comment, ...]) -> list[Claim]:
    """Who sent most; all of them where several sent as many; then the number after that."""
    groups = _by_submitter(comments)
    most = len(groups[0])
    first = [group for group in groups if len(group) == most]
    claims = [
        Claim(
            f"{phrase}が最も多い提出者は{group[0].submitter}で、{most}件です。",
            (Reference(group[0], words_in(group[0], group[0].submitter)),),
            counted=group,
        )
        for group in first
    ]
    if len(groups) > len(first):
        after = groups[len(first)]
        text = f"次に多いのは{after[0].submitter}の{len(after)}件です。"
        reference = Reference(after[0], words_in(after[0], after[0].submitter))
        claims.append(Claim(text, (reference,), counted=after))
    return [*claims, *(row(comment) for group in first for comment in group)]


def list_submitters(
    kind: SubmitterKind | None, table: Consultation, library: Library
) -> list[Claim]:
    """Everyone who sent a comment, with the number each sent."""
    comments = table.of_kind(kind)
    submitters = first_of_each(comments)
    whose = f"（{KIND_NAMES[kind]}）" if kind else ""
    lead = Claim(
        f"意見の提出者{whose}は、次の{len(submitters)}者です。",
        (Reference(submitters[0], words_in(submitters[0], submitters[0].submitter)),),
        counted=submitters,
    )
    items = [
        Claim(
            f"{group[0].submitter}　{len(group)}件",
            (Reference(group[0], words_in(group[0], group[0].submitter)),),
            Layout.ITEM,
            counted=group,
        )
        for group in _by_submitter(comments)
    ]
    return [lead, *_check((kind,), table, library), *items]


def part_counts(table: Consultation, text: str, library: Library) -> list[Claim]:
    """The printed numbers of comments on the parts that the question names by title."""
    claims: list[Claim] = []
    for total in parts_named(table, text):
        reference = total_reference(total, library)
        claims.append(
            Claim(f"{total.label}は、資料に{total.count}件と印刷されています。", (reference,))
        )
        claims += _counted_by_place(total, reference, table, library)
    return claims


def parts_named(table: Consultation, text: str) -> tuple[OfficialTotal, ...]:
    """The printed totals of parts whose title the question holds."""
    flat = _flat(text)

    def is_named(label: str) -> bool:
        core = part_title(label)
        shown = [core] if len(core) > _SHORTEST_TITLE else [f"{core}に係る", f"{core}に関する"]
        return bool(core) and core != _flat(label) and any(form in flat for form in shown)

    return table.printed_where(is_named)


def all_parts(table: Consultation, library: Library) -> list[Claim]:
    """Every printed number of comments on a part."""
    totals = table.printed_where(lambda label: part_title(label) != _flat(label))
    if not totals:
        return []
    references = [total_reference(total, library) for total in totals]
    lead = Claim("意見の内容の内訳は、資料に次のとおり印刷されています。", (references[0],))
    return [
        lead,
        *(
            Claim(f"{total.label}　{total.count}件", (reference,), Layout.ITEM)
            for total, reference in zip(totals, references, strict=True)
        ),
    ]


def by_outcome(comments: tuple[Comment, ...]) -> list[Claim]:
    """How many comments had which outcome."""
    lead = Claim(
        f"意見{len(comments)}件の対応は、回答の文言によると次のとおりです。",
        (_evidence(comments[0]),),
        counted=comments,
    )
    claims = [lead]
    for outcome, name in wording.OUTCOME_NAMES.items():
        chosen = tuple(comment for comment in comments if comment.outcome is outcome)
        if chosen:
            text = f"{name}　{len(chosen)}件"
            claims.append(Claim(text, (_evidence(chosen[0]),), Layout.ITEM, chosen))
    return claims


def _counted_by_place(
    total: OfficialTotal, printed: Reference, table: Consultation, library: Library
) -> list[Claim]:
    """The comments whose 該当箇所 names the section of that title, or one below it."""
    core = part_title(fold(total.label))
    for record in library.catalog.find_documents(kind=DocumentKind.POLICY):
        for unit in library.catalog.units_of(record.id, UnitKind.SECTION):
            if isinstance(unit, Section) and _flat(fold(unit.title)) == core:
                aimed = tuple(
                    comment
                    for comment in table.comments
                    if any(is_below(target, unit.number) for target in comment.targets)
                )
                return [_by_place(unit, aimed, total, printed), *map(row, aimed)]
    return []


def _by_place(
    section: Section, aimed: tuple[Comment, ...], total: OfficialTotal, printed: Reference
) -> Claim:
    text = (
        f"一覧の該当箇所に{section.label}「{section.title}」又はその下の節を挙げている意見も、"
        f"{len(aimed)}件です。"
    )
    if len(aimed) != total.count:
        text = (
            f"ご注意ください。一覧の該当箇所に{section.label}「{section.title}」又はその下の節を"
            f"挙げている意見を数えると{len(aimed)}件で、印刷された{total.count}件と一致しません。"
        )
    return Claim(text, (printed, *child_heading(section).references), counted=aimed)


def part_title(label: str) -> str:
    """A label without the words that make it one: 国際協力に係る意見 → 国際協力."""
    return _flat(_OF_A_PART.sub("", fold(label)))


def _flat(text: str) -> str:
    return re.sub(r"[\s、。・「」()]", "", text)
