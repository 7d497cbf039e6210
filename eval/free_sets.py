"""Two sets that any library with a table of public comments brings with it.

* `comment_section_set`: the text of a comment is the question, the section of the policy it
  is about (該当箇所) is the answer, or any section below that one. Comments on the whole
  policy, or on a chapter that holds a good part of it, are left out.
* `opinion_reply_set`: an opinion is the question, the comment whose reply answers it is the
  answer, or any comment with the same reply word for word.

The questions are taken from the catalog each time and are stored nowhere. They are answered
by retrieval alone (`answer_free_set`): no text is written, so that a change of embedder,
chunks or search shows by itself. The best hit is cited, ten are `retrieved`; opinions are
compared with the replies only, never with the opinions the same units hold.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from time import perf_counter

import numpy as np

from eval.cases import Answerable, Case, CaseSet, GoldCitations
from eval.records import Result, ResultCitation, ResultTimings
from index.documents import Comment, DocumentKind, Passage, Section, Unit, UnitKind
from index.ids import document_slug
from index.library import Library
from index.stores.records import DocumentRecord
from index.text.keys import quote_key

COMMENT_SECTIONS = "comment_sections"
OPINION_REPLIES = "opinion_replies"

_DEEP = 10
_WIDEST = 0.25  # share of the sections above which a target says nothing: 第5章 of five
_ANSWERED = "answered"


def comment_section_set(library: Library) -> CaseSet:
    """Each comment that names a section: its text, and that section with all below it."""
    tables = _documents(library, DocumentKind.COMMENTS)
    policies = _documents(library, DocumentKind.POLICY)
    cases: list[Case] = []
    used: list[DocumentRecord] = []
    for table in tables:
        comments = _comments(library, table.id)
        policy = _policy_of(table, comments, policies, library)
        if policy is None:
            continue
        used += [table, policy]
        sections = _sections(library, policy.id)
        cases += filter(None, (_section_case(comment, sections) for comment in comments))
    return CaseSet(set=COMMENT_SECTIONS, documents=_hashes(used), cases=tuple(cases))


def opinion_reply_set(library: Library) -> CaseSet:
    """Each comment that was replied to: its opinion, and whose reply answers it."""
    tables = _documents(library, DocumentKind.COMMENTS)
    cases = [case for table in tables for case in _reply_cases(_comments(library, table.id))]
    return CaseSet(set=OPINION_REPLIES, documents=_hashes(tables), cases=tuple(cases))


def answer_free_set(library: Library, case_set: CaseSet) -> tuple[Result, ...]:
    """Answer one of the two sets by retrieval; results in the order of its cases.

    Raises:
        ValueError: The set is another one.
    """
    if case_set.set == COMMENT_SECTIONS:
        return tuple(_by_section(library, case_set))
    if case_set.set == OPINION_REPLIES:
        return tuple(_by_reply(library, case_set))
    raise ValueError(f"not a free set: {case_set.set}")


def _by_section(library: Library, case_set: CaseSet) -> Iterator[Result]:
    """The sections of the policy a case is about, best first."""
    policies = {_document_of(case.citations.required[0][0]) for case in case_set.cases}
    within = {policy: [one.id for one in _sections(library, policy)] for policy in policies}
    for case in case_set.cases:
        start = perf_counter()
        policy = _document_of(case.citations.required[0][0])
        hits = library.search(case.question, within=within[policy], limit=_DEEP)
        unit = library.catalog.unit(hits[0].unit_id) if hits else None
        passage = hits[0].passage if hits else None
        yield _result(case, tuple(hit.unit_id for hit in hits), unit, passage, start)


def _by_reply(library: Library, case_set: CaseSet) -> Iterator[Result]:
    """The comments of a table by how close their replies come, best first."""
    tables = {_document_of(case.id) for case in case_set.cases}
    replied = {table: [one for one in _comments(library, table) if one.reply] for table in tables}
    for case in case_set.cases:
        start = perf_counter()
        comments = replied[_document_of(case.id)]
        replies = [comment.reply.text for comment in comments]
        closeness = library.similarities(case.question, replies)
        best = [comments[place] for place in np.argsort(-closeness, kind="stable")[:_DEEP]]
        ranking = tuple(comment.id for comment in best)
        yield _result(case, ranking, best[0], best[0].reply, start)


def _result(
    case: Case,
    ranking: tuple[str, ...],
    unit: Unit | None,
    passage: Passage | None,
    start: float,
) -> Result:
    """The best hit as an answer; its words are in the citation only."""
    timings = ResultTimings(gather_ms=1000 * (perf_counter() - start))
    if unit is None or passage is None:
        return Result(id=case.id, question=case.question, status="not_in_documents")
    return Result(
        id=case.id,
        question=case.question,
        status=_ANSWERED,
        answer=f"{unit.label} [1]",
        citations=(
            ResultCitation(n=1, id=unit.id, label=unit.label, quote=passage.text, text=unit.text),
        ),
        retrieved=ranking,
        timings=timings,
    )


def _section_case(comment: Comment, sections: tuple[Section, ...]) -> Case | None:
    gold = tuple(section.id for section in sections if _aimed_at(section, comment.targets))
    telling = 0 < len(gold) <= _WIDEST * len(sections)
    return _case(comment, gold) if telling and comment.opinion else None


def _reply_cases(comments: tuple[Comment, ...]) -> Iterator[Case]:
    same: dict[str, list[str]] = {}
    for comment in comments:
        same.setdefault(quote_key(comment.reply.text), []).append(comment.id)
    for comment in comments:
        if comment.reply and comment.opinion:
            yield _case(comment, tuple(same[quote_key(comment.reply.text)]))


def _case(comment: Comment, gold: tuple[str, ...]) -> Case:
    return Case(
        id=comment.id,
        question=comment.opinion.text,
        answerable=Answerable.YES,
        status=_ANSWERED,
        citations=GoldCitations(required=(gold,)),
    )


def _aimed_at(section: Section, targets: tuple[str, ...]) -> bool:
    """Whether a section is one of the targets, or stands below one: `5.2` holds `5.2.3(1)`."""
    return any(re.match(rf"{re.escape(target)}(?![0-9])", section.number) for target in targets)


def _policy_of(
    table: DocumentRecord,
    comments: tuple[Comment, ...],
    policies: tuple[DocumentRecord, ...],
    library: Library,
) -> DocumentRecord | None:
    """The policy a table of comments is about: named in its title, else the best fitting."""
    targets = {target for comment in comments for target in comment.targets}

    def fit(policy: DocumentRecord) -> tuple[int, int]:
        slug = document_slug(policy.title)
        named = len(slug) if slug in document_slug(table.title) else 0
        numbers = {section.number for section in _sections(library, policy.id)}
        return named, len(targets & numbers)

    fits = {policy: fit(policy) for policy in policies}
    best = max(policies, key=fits.__getitem__, default=None)
    return best if best is not None and any(fits[best]) else None


def _documents(library: Library, kind: DocumentKind) -> tuple[DocumentRecord, ...]:
    return tuple(record for record in library.catalog.documents() if record.kind is kind)


def _comments(library: Library, document_id: str) -> tuple[Comment, ...]:
    return library.catalog.all_comments([document_id])


def _sections(library: Library, document_id: str) -> tuple[Section, ...]:
    units = library.catalog.units_of(document_id, UnitKind.SECTION)
    return tuple(unit for unit in units if isinstance(unit, Section))


def _hashes(records: tuple[DocumentRecord, ...] | list[DocumentRecord]) -> dict[str, str]:
    return {record.id: record.sha256 for record in records}


def _document_of(unit_id: str) -> str:
    return unit_id.partition("#")[0]
