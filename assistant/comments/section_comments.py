"""Answers about the comments on a section and all below it, and which of them changed it."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.answers import Claim, Draft, Layout, Reference, Status
from assistant.comments.changed_words import where_changed
from assistant.comments.changes import Place, is_below, policies_of, tables_named
from assistant.comments.column_words import HOW_CHANGED
from assistant.comments.comment_table import (
    Told,
    comment_row,
    comment_table,
    first_words,
    is_long,
    new_places,
)
from assistant.comments.section_asking import Wanted, comments_wanted
from assistant.comments.section_totals import printed_totals
from assistant.lookup import answer_about_comments, child_heading, quote_start, quoted, words_in
from assistant.query import Query, QuestionKind
from assistant.wording import frames as wording
from assistant.wording.phrases import joined, phrase
from index.documents import (
    Comment,
    DocumentKind,
    Outcome,
    Section,
    SubmitterKind,
)
from index.library import Library
from index.stores.records import DocumentRecord
from index.text.keys import search_key

_CONTENT = re.compile(r"どのような|どんな|どういう|どういった|内容|概要")
_KIND_NAMES = {
    SubmitterKind.INDIVIDUAL: phrase("個人"),
    SubmitterKind.ORGANISATION: phrase("企業・団体"),
    SubmitterKind.UNKNOWN: phrase("提出者名のない"),
}
_QUOTED_CHANGES = 3  # so many changes are shown with their words


def list_comments_on_sections(query: Query, library: Library) -> Draft | None:
    """The comments on the sections that a question names, or those that changed them."""
    wanted = comments_wanted(query, library)
    if wanted is None:
        return None
    tables = tables_named(query, library)
    if not tables:
        return _not_held(query, library)
    found = [
        (section, _comments_of(query, wanted, table, library))
        for number in query.mentions.sections
        for table in tables
        for section in _sections(number, table, library)
    ]
    if wanted.words and found:
        among = [
            comment
            for section, comments in found
            for comment in _aimed(comments, section)
            if not wanted.changing or comment.outcome is Outcome.REVISED
        ]
        return _answer_among(query, wanted, among, library)
    claims = [
        claim
        for section, comments in found
        for claim in _about_section(query, wanted, section, comments, library)
    ]
    return Draft(Status.ANSWERED, tuple(claims)) if claims else None


def _sections(number: str, table: DocumentRecord, library: Library) -> tuple[Section, ...]:
    """The section that the comments of a table mean by a number."""
    policies = [policy.id for policy in policies_of(table, library)]
    return library.catalog.sections(number, within=policies)[:1]


def _not_held(query: Query, library: Library) -> Draft | None:
    """That the policies which the question names have no table of comments here."""
    named = [library.catalog.document(document) for document in query.documents]
    if not named or any(record.kind is not DocumentKind.POLICY for record in named):
        return None
    titles = joined("・", map(wording.document_place, named))
    note = Claim(
        phrase("{titles}に対する意見募集の結果は収録されていません。", titles=titles),
        (),
        Layout.NOTE,
    )
    return Draft(Status.NOT_IN_DOCUMENTS, (note,))


def _answer_among(query: Query, wanted: Wanted, comments: list[Comment], library: Library) -> Draft:
    """The comments on a section that hold the words asked about, or that none of them does."""
    held = {
        comment.id: sum(search_key(word) in search_key(comment.text) for word in wanted.words)
        for comment in comments
    }
    most = max(held.values(), default=0)
    if 2 * most < len(wanted.words) or not most:
        words = joined("」「", wanted.words)
        text = phrase(
            "この節に対する意見{count}件の中に、「{words}」に触れたものはありません。",
            count=len(comments),
            words=words,
        )
        note = Claim(text, (), Layout.NOTE)
        ids = tuple(comment.id for comment in comments)
        return Draft(Status.NOT_IN_DOCUMENTS, (note,), ids)
    found = [comment for comment in comments if held[comment.id] == most]
    return answer_about_comments(query, found, library)


def _comments_of(
    query: Query, wanted: Wanted, table: DocumentRecord, library: Library
) -> list[Comment]:
    return [
        comment
        for comment in library.catalog.all_comments(within=[table.id])
        if comment.submitter_kind in wanted.kinds
        and (not query.submitters or comment.submitter in query.submitters)
    ]


def _about_section(
    query: Query, wanted: Wanted, section: Section, comments: list[Comment], library: Library
) -> list[Claim]:
    aimed = _aimed(comments, section)
    if wanted.changing:
        return _changes(query, section, comments, aimed, library)
    listed = [comment for comment in aimed if comment.outcome in wanted.outcomes]
    claims = _list(query, wanted, section, listed, library)
    if wanted.both_counts and wanted.called:
        everything = replace(wanted, called="")
        claims.insert(0, _total(query, everything, section, aimed, library))
    if not _whose(query, wanted) and not wanted.called:
        claims[1:1] = printed_totals(section, comments, len(aimed), library)
    return [*claims, *_uncounted(comments)]


def _list(
    query: Query, wanted: Wanted, section: Section, listed: list[Comment], library: Library
) -> list[Claim]:
    claims = [_total(query, wanted, section, listed, library)]
    revised = tuple(comment for comment in listed if comment.outcome is Outcome.REVISED)
    if revised:
        text = phrase("このうち、対応が「修正」とされたものは{count}件です。", count=len(revised))
        claims.append(Claim(text, tuple(map(_evidence, revised)), counted=revised))
    elif wanted.both_counts and listed and not wanted.called:
        text = phrase("このうち、対応が「修正」とされたものはありません（0件）。")
        claims.append(Claim(text, tuple(map(_evidence, listed))))
    if is_long(listed) and not any(_content(query, comment, library) for comment in listed):
        places = {comment.id: new_places(comment, library) for comment in listed}
        return [*claims, comment_table(listed, places)]
    for comment in listed:
        claims += [
            comment_row(comment, new_places(comment, library)),
            *_content(query, comment, library),
        ]
    return claims


def _aimed(comments: list[Comment], section: Section) -> list[Comment]:
    return [comment for comment in comments if _aims_at(comment, section)]


def _aims_at(comment: Comment, section: Section) -> bool:
    return any(is_below(target, section.number) for target in comment.targets)


def _heading(section: Section) -> Reference:
    return child_heading(section).references[0]


def _with_below(section: Section, library: Library) -> str:
    """The section by number and title, with what stands below it where something does."""
    name = wording.named_section(section)
    if not library.catalog.children(section.id):
        return name
    return phrase("{section}とその下の節", section=name)


def _total(
    query: Query, wanted: Wanted, section: Section, listed: list[Comment], library: Library
) -> Claim:
    place, whose, count = _with_below(section, library), _whose(query, wanted), len(listed)
    text = phrase(
        "{place}に対する{whose}意見は{count}件です。", place=place, whose=whose, count=count
    )
    if wanted.called:
        text = phrase(
            "{place}に対する{whose}意見で、{called}ものは{count}件です。",
            place=place,
            whose=whose,
            called=wanted.called,
            count=count,
        )
    first = tuple(map(_evidence, listed[:1]))
    return Claim(text, (_heading(section), *first), counted=tuple(listed))


def _whose(query: Query, wanted: Wanted) -> str:
    if query.submitters:
        return phrase("{submitters}の", submitters=joined("・", query.submitters))
    if len(wanted.kinds) == 1:
        return phrase("{kind}の", kind=_KIND_NAMES[next(iter(wanted.kinds))])
    return ""


def _evidence(comment: Comment) -> Reference:
    return Reference(comment, words_in(comment, comment.outcome_evidence or comment.submitter))


def _content(query: Query, comment: Comment, library: Library) -> list[Claim]:
    """The opinion's or the reply's first words or the new wording, where they are asked for."""
    revised = query.submitters and comment.outcome is Outcome.REVISED
    if revised and HOW_CHANGED.search(query.completed):
        return [quoted(comment, quote_start(comment.reply)), *where_changed(comment, library)]
    told = Told.OPINION if _CONTENT.search(query.completed) else Told.NOTHING
    return [*first_words(comment, Told.REPLY if query.kind is QuestionKind.REPLIED else told)]


def _uncounted(comments: list[Comment]) -> list[Claim]:
    if all(comment.targets for comment in comments):
        return []
    note = phrase("該当箇所を全般とする意見など、節の番号を挙げていない意見は数えていません。")
    return [Claim(note, (), Layout.NOTE)]


def _changes(
    query: Query, section: Section, comments: list[Comment], aimed: list[Comment], library: Library
) -> list[Claim]:
    """The comments whose new words stand in a section, and those on it that changed another."""
    revised = [comment for comment in comments if comment.outcome is Outcome.REVISED]
    places = {comment.id: new_places(comment, library) for comment in revised}
    changed = [comment for comment in revised if _changed(comment, places[comment.id], section)]
    elsewhere = [comment for comment in revised if comment in aimed and comment not in changed]
    nowhere = [comment for comment in revised if not comment.targets and not places[comment.id]]
    claims = [_lead(section, changed, library)]
    for comment in changed:
        claims.append(comment_row(comment, places[comment.id]))
        if len(changed) <= _QUOTED_CHANGES:
            claims += [quoted(place.unit, quote_start(place.words)) for place in places[comment.id]]
    if elsewhere:
        text = phrase(
            "次の意見はこの節に対するもので「修正」とされていますが、"
            "修正後の文言は別の箇所にあります。"
        )
        claims.append(Claim(text, tuple(map(_evidence, elsewhere))))
        claims += [comment_row(comment, places[comment.id]) for comment in elsewhere]
    if not changed and not elsewhere and aimed:
        claims += _list(query, Wanted(), section, aimed, library)
    if nowhere:
        names = joined("・", map(wording.comment_name, nowhere))
        text = phrase(
            "{names}も「修正」とされていますが、変わった箇所を特定できないため含めていません。",
            names=names,
        )
        claims.append(Claim(text, tuple(map(_evidence, nowhere))))
    return claims


def _lead(section: Section, changed: list[Comment], library: Library) -> Claim:
    place = _with_below(section, library)
    if changed:
        text = phrase(
            "{place}の修正につながった意見は{count}件です。", place=place, count=len(changed)
        )
        evidence = tuple(map(_evidence, changed))
        return Claim(text, (_heading(section), *evidence), counted=tuple(changed))
    text = phrase(
        "{place}の修正につながった意見は、収録している意見募集の結果にはありません。", place=place
    )
    return Claim(text, (_heading(section),))


def _changed(comment: Comment, places: tuple[Place, ...], section: Section) -> bool:
    """Whether the new words stand below a section; where they stand nowhere, its target tells."""
    if not places:
        return _aims_at(comment, section)
    return any(is_below(place.unit.locator.section or "", section.number) for place in places)
