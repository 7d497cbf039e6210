"""Sets comments side by side: with their replies, with one another, before and after."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from assistant.answers import Claim, Draft, Layout, Reference, Status
from assistant.comments.changed_words import where_changed
from assistant.comments.changes import Standing, is_below, policies_of, standings
from assistant.comments.selection import STATED
from assistant.comments.unexplained import share_held, unexplained
from assistant.comparisons.comparing import BEFORE_AND_AFTER, COMPARING, SIDE_BY_SIDE
from assistant.lookup import quote_start, quoted, words_in
from assistant.query import Query, QuestionKind
from assistant.tabular import named, nothing, table_claim
from assistant.understanding.mentions import fold
from assistant.understanding.vocabulary import title_core
from assistant.wording import frames as wording
from assistant.wording.phrases import joined, phrase
from index.documents import Comment, DocumentKind, Outcome, Passage
from index.library import Library

_TELLS = 0.6  # share of the words of a question that a comment on its matter holds
_LONGEST = 300  # characters of an opinion or reply in a cell
_OPINION_AND_REPLY = re.compile(
    r"意見(?:の内容)?(?:と|及び|に対する|、)[^。]{0,8}(?:回答|考え方|返答)"
)
_TABULAR = re.compile(r"並べ|対照|対比|比べ|比較|表に|表で|表形式|対応させ|対応表")
#: What was wished for beside what was made of it.
_WISHED_AND_MADE = re.compile(
    r"(?:要望|要求|求め|提案|希望|望)[^。]{1,16}(?:採用|採ら|採った|実際|結果|修正|反映|回答|なっ|入っ)[^。]*"
    r"(?:違|差|異な|同じ|一致|ずれ|比べ|比較|対比|どう変)"
)
_CHANGED = re.compile(
    r"変わ(?:っ|り)|変更|修正|修文|直(?:さ|し|っ)|加筆|追記|書き(?:換|替|加)|改め"
)
_DRAFT_AND_FINAL = re.compile(
    r"(?:素案|原案|案)(?:の段階)?(?:と|から)、?[^。、]{0,16}?(?:決定版|最終版|最終案|成案|確定版|完成版|本決定"
    r"|決定された|最終的|どう(?:変わ|修正)|何が(?:変わ|修正)|どこが(?:変わ|修正)|の変更点|の修正点)"
    r"|(?:決定版|最終版|成案|確定版)(?:と|は)[^。、]{0,8}案|意見募集の?(?:前(?:後|と後)|を(?:経て|受けて))[^。]*"
    r"(?:変わ|変更|修正|違)"
)


def compare_comments(query: Query, library: Library) -> Draft | None:
    """A table of the numbered comments that a question sets side by side."""
    text = fold(query.completed)
    comments = [
        comment
        for key in query.mentions.comments
        for comment in library.catalog.comments(key.number, key.branch)
    ]
    if comments and BEFORE_AND_AFTER.search(text):
        return _before_and_after(comments, library)
    if len(comments) > 1 and SIDE_BY_SIDE.search(text):
        return beside_one_another(comments)
    if comments and _WISHED_AND_MADE.search(text):
        beside = _with_replies(comments)
        stands = tuple(claim for comment in comments for claim in where_changed(comment, library))
        return Draft(beside.status, (*beside.claims, *stands))
    if comments and (_OPINION_AND_REPLY.search(text) or len(comments) == 1):
        return _with_replies(comments) if _TABULAR.search(text) else None
    return None


def compare_versions(query: Query, library: Library) -> Draft | None:
    """The words that the consultation changed in a text, or in a section of it."""
    text = fold(query.completed)
    mentions = query.mentions
    if mentions.comments or mentions.meetings or query.people:
        return None
    if query.kind is QuestionKind.DEFINE:
        return None
    if mentions.footnotes:
        return _versions_of_footnotes(mentions.footnotes, text, library)
    whole = _DRAFT_AND_FINAL.search(text) is not None
    if not (whole or BEFORE_AND_AFTER.search(text)):
        return None
    revised = [
        comment
        for comment in library.catalog.all_comments()
        if comment.outcome is Outcome.REVISED
        and (not query.submitters or comment.submitter in query.submitters)
        and (not mentions.sections or _touches(comment, mentions.sections, library))
    ]
    revised = _on_the_matter(revised, query, library)
    if not revised:
        return None
    notes = _one_version_only(library) if whole else []
    claims = [*notes, *_changes(revised, library)]
    return Draft(Status.ANSWERED, tuple(claims))


def _on_the_matter(comments: list[Comment], query: Query, library: Library) -> list[Comment]:
    """Those that hold most of what else the question says; all where it says nothing else.

    Where it names a section and none holds much of it, that tells enough.
    """
    known = (BEFORE_AND_AFTER, _DRAFT_AND_FINAL, _CHANGED, COMPARING, SIDE_BY_SIDE, STATED)
    words = unexplained(query, library, known)
    shares = [share_held(comment.text, words) for comment in comments if words]
    most = max(shares, default=0.0)
    if not words or most < _TELLS:
        return comments if query.mentions.sections or not words else []
    return [comment for comment, share in zip(comments, shares, strict=True) if share == most]


def _versions_of_footnotes(numbers: Sequence[int], text: str, library: Library) -> Draft | None:
    """The words of a footnote before and after the comments that speak of it."""
    if not (BEFORE_AND_AFTER.search(text) or _CHANGED.search(text)):
        return None
    named = re.compile(rf"脚注\s*(?:{'|'.join(map(str, numbers))})(?!\d)")
    comments = [
        comment
        for comment in library.catalog.all_comments()
        if named.search(fold(f"{comment.target_text} {comment.text}"))
    ]
    if not comments:
        return None
    draft = _before_and_after(comments, library)
    kept = [
        quoted(footnote, quote_start(footnote.passage))
        for number in numbers
        for footnote in library.catalog.footnotes(number)
        if footnote.id.partition("#")[0] in _policies(comments, library)
    ]
    return Draft(draft.status, (*draft.claims, *kept))


def _policies(comments: Sequence[Comment], library: Library) -> frozenset[str]:
    """Ids of the policies that the tables of these comments are about."""
    tables = dict.fromkeys(comment.id.partition("#")[0] for comment in comments)
    return frozenset(
        policy.id
        for table in tables
        for policy in policies_of(library.catalog.document(table), library)
    )


def _touches(comment: Comment, sections: Sequence[str], library: Library) -> bool:
    """Whether a comment is about one of the sections, or its words stand there."""
    places = [
        place.unit.locator.section or ""
        for standing in standings(comment, library)
        for place in standing.places
    ]
    touched = places or comment.targets
    return any(is_below(place, section) for place in touched for section in sections)


def _one_version_only(library: Library) -> list[Claim]:
    """That no text is held both as draft and as decided, where that is so."""
    held = library.catalog.find_documents(kind=DocumentKind.POLICY)
    cores = [title_core(record.title) for record in held]
    if len(set(cores)) < len(cores):
        return []
    text = phrase(
        "案と決定された版の両方を収録している文書はないため、"
        "意見募集の結果に示された修正を並べます。"
    )
    return [Claim(text, (), Layout.NOTE)]


def _changes(revised: Sequence[Comment], library: Library) -> list[Claim]:
    rows = [row for comment in revised for row in _change_rows(comment, library)]
    lead = phrase("回答で「修正」とされた意見は{number}件です。", number=len(revised))
    evidence = tuple(map(_evidence, revised))
    columns = (phrase("意見"), phrase("修正前"), phrase("修正後"), phrase("収録している本文"))
    return [Claim(lead, evidence, counted=tuple(revised)), table_claim(columns, rows)]


def _before_and_after(comments: Sequence[Comment], library: Library) -> Draft:
    revised = [comment for comment in comments if comment.outcome is Outcome.REVISED]
    others = [comment for comment in comments if comment not in revised]
    claims = [Claim(wording.outcome(c), (_evidence(c),)) for c in comments]
    if revised:
        rows = [row for comment in revised for row in _change_rows(comment, library)]
        columns = (phrase("意見"), phrase("修正前"), phrase("修正後"), phrase("収録している本文"))
        claims.append(table_claim(columns, rows))
    claims += [quoted(comment, quote_start(comment.reply)) for comment in others if comment.reply]
    return Draft(Status.ANSWERED, tuple(claims))


def _change_rows(comment: Comment, library: Library) -> Iterable[tuple[Claim, ...]]:
    """A row for each rewording; one with the reply where it quotes no new words."""
    name = Claim(_name(comment), (Reference(comment, words_in(comment, comment.submitter)),))
    found = standings(comment, library)
    if not found:
        after = _quote(comment, comment.reply)
        yield name, named(phrase("回答に引用なし")), after, nothing()
    for standing in found:
        old = standing.rewording.old
        before = _quote(comment, old) if old else named(phrase("回答に引用なし"))
        yield name, before, _quote(comment, standing.rewording.new), _standing(standing)


def _standing(standing: Standing) -> Claim:
    if not standing.places:
        return named(phrase("見当たりません"))
    labels = joined("、", dict.fromkeys(place.unit.label for place in standing.places))
    whole = all(place.whole for place in standing.places)
    how = phrase("{labels}に記載", labels=labels)
    if not whole:
        how = phrase("{labels}に、字句の一部が異なる形で記載", labels=labels)
    return Claim(how, tuple(Reference(place.unit, place.words) for place in standing.places))


def _with_replies(comments: Sequence[Comment]) -> Draft:
    rows = [
        (
            Claim(_name(comment), (Reference(comment, words_in(comment, comment.submitter)),)),
            _quote(comment, comment.opinion),
            _quote(comment, comment.reply),
            _outcome(comment),
        )
        for comment in comments
    ]
    columns = (phrase("意見"), phrase("意見の内容"), phrase("回答"), phrase("対応"))
    leads = [Claim(wording.outcome(comment), (_evidence(comment),)) for comment in comments[:1]]
    return Draft(Status.ANSWERED, (*leads, table_claim(columns, rows)))


def beside_one_another(comments: Sequence[Comment]) -> Draft:
    """Comments in the columns of one table, with what they have in common."""
    columns = ("", *map(wording.comment_name, comments))
    target = (_target(comment) for comment in comments)
    rows = [
        (named(phrase("提出者")), *map(submitter_cell, comments)),
        (named(phrase("該当箇所")), *target),
        (named(phrase("意見の内容")), *(_quote(c, c.opinion) for c in comments)),
        (named(phrase("回答")), *(_quote(c, c.reply) for c in comments)),
        (named(phrase("対応")), *map(_outcome, comments)),
    ]
    return Draft(Status.ANSWERED, (_same_or_not(comments), table_claim(columns, rows)))


def _same_or_not(comments: Sequence[Comment]) -> Claim:
    """Whether the comments have one outcome, and one submitter."""
    references = tuple(map(_evidence, comments))
    names = joined("・", map(wording.comment_name, comments))
    if len({comment.outcome for comment in comments}) == 1:
        outcome = wording.OUTCOME_NAMES[comments[0].outcome]
        text = phrase("{names}の対応は、いずれも「{outcome}」です。", names=names, outcome=outcome)
        return Claim(text, references)
    each = joined(
        "、",
        (
            phrase(
                "{name}が「{outcome}」",
                name=wording.comment_name(comment),
                outcome=wording.OUTCOME_NAMES[comment.outcome],
            )
            for comment in comments
        ),
    )
    return Claim(phrase("対応は、{each}で、異なります。", each=each), references)


def _name(comment: Comment) -> str:
    return phrase(
        "{name}（{submitter}）", name=wording.comment_name(comment), submitter=comment.submitter
    )


def submitter_cell(comment: Comment) -> Claim:
    """Who sent a comment."""
    return Claim(comment.submitter, (Reference(comment, words_in(comment, comment.submitter)),))


def _target(comment: Comment) -> Claim:
    target = comment.target_text.strip("-－ ")
    if not target:
        return nothing()
    return Claim(target, (Reference(comment, words_in(comment, target)),))


def _quote(comment: Comment, words: Passage) -> Claim:
    return quoted(comment, quote_start(words, _LONGEST)) if words else nothing()


def _outcome(comment: Comment) -> Claim:
    return Claim(wording.OUTCOME_NAMES[comment.outcome], (_evidence(comment),))


def _evidence(comment: Comment) -> Reference:
    return Reference(comment, words_in(comment, comment.outcome_evidence or comment.submitter))
