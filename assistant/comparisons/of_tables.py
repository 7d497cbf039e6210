"""Sets sections, and senders of comments, side by side by what can be counted or listed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answers import Claim, Draft, Reference, Status
from assistant.comments.changes import is_below
from assistant.comments.column_words import KIND_WORDS, OUTCOME_WORDS
from assistant.comments.counts import count_all
from assistant.comments.residue import left_over
from assistant.comments.totals import KIND_NAMES, consultations
from assistant.comments.unexplained import unexplained
from assistant.comparisons.comparing import COMPARING, MORE_OR_LESS
from assistant.comparisons.of_meetings import which_has_more
from assistant.lookup import child_heading, quote_start, quoted, words_in
from assistant.query import Query
from assistant.tabular import named, nothing, table_claim
from assistant.understanding.mentions import fold
from assistant.understanding.names import submitter_core
from assistant.wording import frames as wording
from assistant.wording.phrases import joined, phrase
from index.documents import Comment, Section
from index.library import Library

_LONGEST = 200  # characters of a section's text in a cell
_NUMBERS = re.compile(r"(?:提出者|件|意見|人|者)の?数|何件|何者|の差|な差")
_OPINIONS = re.compile(r"意見(?!交換)|コメント|パブコメ")
_KNOWN = (
    COMPARING,
    MORE_OR_LESS,
    re.compile(r"節|章|項|内容|記載|記述|構成|題名|見出し|位置付け|件数|数|何件|方|点|本文|対象"),
    re.compile(
        r"提出者|提出|出し|意見|コメント|企業|団体|個人|対応|結果|回答|修正|採用|反映|主張|立場"
    ),
)


def compare_sections(query: Query, library: Library) -> Draft | None:
    """Title, text, sections below and comments of the sections named; None for a topic."""
    text = fold(query.completed)
    mentions = query.mentions
    if len(mentions.sections) < 2 or mentions.comments or mentions.meetings:
        return None
    if not COMPARING.search(text) or query.submitters:
        return None
    found = [
        library.catalog.sections(number, within=query.documents or None)[:1]
        for number in mentions.sections
    ]
    sections = [section for sections in found for section in sections]
    titles = [re.compile(re.escape(fold(section.title).strip())) for section in sections]
    if len(sections) < 2 or left_over(query, library, (*titles, *_KNOWN)):
        return None
    aimed = [_aimed(section, library) for section in sections]
    names = [section.label for section in sections]
    rows = [
        (
            named(phrase("題名")),
            *(Claim(s.title.strip(), child_heading(s).references) for s in sections),
        ),
        (named(phrase("本文（冒頭）")), *map(_body, sections)),
        (named(phrase("下の節")), *(_children(section, library) for section in sections)),
        (named(phrase("意見の数")), *map(_number, aimed)),
    ]
    if not any(aimed):
        rows.pop()
    counted = _OPINIONS.search(text) and (MORE_OR_LESS.search(text) or _NUMBERS.search(text))
    if counted and any(aimed):
        references = [
            (*child_heading(s).references, *map(_evidence, comments[:1]))
            for s, comments in zip(sections, aimed, strict=True)
        ]
        what = phrase("該当箇所にその節又は下の節を挙げている意見の数")
        lead = which_has_more(what, names, aimed, references, phrase("件"))
    else:
        listed = joined("と", names)
        sentence = phrase("{names}を並べると、次のとおりです。", names=listed)
        lead = Claim(sentence, tuple(child_heading(s).references[0] for s in sections))
    return Draft(Status.ANSWERED, (lead, table_claim(("", *names), rows)))


def _aimed(section: Section, library: Library) -> tuple[Comment, ...]:
    return tuple(
        comment
        for comment in library.catalog.all_comments()
        if any(is_below(target, section.number) for target in comment.targets)
    )


def _body(section: Section) -> Claim:
    heading = section.text.find("\n") % (len(section.text) + 1)
    body = section.passage.slice(heading, len(section.text)).strip()
    return quoted(section, quote_start(body, _LONGEST)) if body else nothing()


def _children(section: Section, library: Library) -> Claim:
    children = library.catalog.children(section.id)
    if not children:
        return nothing()
    headings = [child_heading(child) for child in children]
    text = " ／ ".join(" ".join(heading.text.split()) for heading in headings)
    return Claim(text, tuple(heading.references[0] for heading in headings))


def _number(comments: tuple[Comment, ...]) -> Claim:
    if not comments:
        return named(phrase("0件"))
    text = phrase("{number}件", number=len(comments))
    return Claim(text, (_evidence(comments[0]),), counted=comments)


def _evidence(comment: Comment) -> Reference:
    return Reference(comment, words_in(comment, comment.submitter))


def compare_senders(query: Query, library: Library) -> Draft | None:
    """How many comments several submitters, or both kinds of them, sent, and what came of them."""
    text = fold(query.completed)
    mentions = query.mentions
    if mentions.comments or mentions.meetings or mentions.sections:
        return None
    both_kinds = all(words.search(text) for _, words in KIND_WORDS)
    compares = COMPARING.search(text) or (both_kinds and MORE_OR_LESS.search(text))
    if not compares or not (_OPINIONS.search(text) or query.submitters or both_kinds):
        return None
    if not query.submitters and not (
        MORE_OR_LESS.search(text) or _NUMBERS.search(text) or both_kinds
    ):
        return None
    groups = _groups(query, text, library)
    columns = (w for column in (KIND_WORDS, OUTCOME_WORDS) for _, w in column)
    if len(groups) < 2 or unexplained(query, library, (*_KNOWN, *columns)):
        return None
    asked = next((outcome for outcome, words in OUTCOME_WORDS if words.search(text)), None)
    counts = [
        tuple(c for c in comments if asked is None or c.outcome is asked) for _, comments in groups
    ]
    names = [name for name, _ in groups]
    references = [
        tuple(map(_evidence, (found or comments)[:1]))
        for found, (_, comments) in zip(counts, groups, strict=True)
    ]
    what = phrase("意見の数")
    if asked is not None:
        what = phrase("「{outcome}」に当たる意見の数", outcome=wording.OUTCOME_NAMES[asked])
    lead = which_has_more(what, names, counts, references, phrase("件"))
    printed = _printed(query, text, library) if asked is None else []
    return Draft(Status.ANSWERED, (lead, *printed, _table(groups)))


def _printed(query: Query, text: str, library: Library) -> list[Claim]:
    """The printed numbers of each kind of submitter, compared with those counted."""
    if query.submitters:
        return []
    kinds = [kind for kind, words in KIND_WORDS if words.search(text)]
    tables = consultations(query.documents, library)
    return [claim for table in tables for claim in count_all(kinds, table, library)]


def _groups(query: Query, text: str, library: Library) -> list[tuple[str, tuple[Comment, ...]]]:
    """The comments of each submitter that is named, else of each kind that is."""
    if query.submitters:
        ordered = sorted(query.submitters, key=lambda name: text.find(submitter_core(name)))
        return [(name, library.catalog.comments_by(name)) for name in ordered]
    comments = library.catalog.all_comments()
    return [
        (KIND_NAMES[kind], tuple(c for c in comments if c.submitter_kind is kind))
        for kind, words in KIND_WORDS
        if words.search(text)
    ]


def _table(groups: Sequence[tuple[str, tuple[Comment, ...]]]) -> Claim:
    rows = [
        (named(phrase("意見の数")), *(_number(comments) for _, comments in groups)),
        *(
            (
                named(phrase("対応: {outcome}", outcome=name)),
                *(_number(tuple(c for c in found if c.outcome is outcome)) for _, found in groups),
            )
            for outcome, name in wording.OUTCOME_NAMES.items()
            if any(c.outcome is outcome for _, found in groups for c in found)
        ),
    ]
    single = all(len({c.submitter for c in found}) == 1 for _, found in groups)
    if single:
        rows.append((named(phrase("番号と該当箇所")), *(_targets(found) for _, found in groups)))
    return table_claim(("", *(name for name, _ in groups)), rows)


def _targets(comments: Sequence[Comment]) -> Claim:
    """The comments of one submitter, each with its place and outcome."""
    parts = [
        phrase(
            "{name} {target}（{outcome}）",
            name=wording.comment_name(comment),
            target=comment.target_text.strip("-－ ") or phrase("該当箇所の記載なし"),
            outcome=wording.OUTCOME_NAMES[comment.outcome],
        )
        for comment in comments
    ]
    return Claim(joined(" ／ ", parts), tuple(map(_evidence, comments)))
