"""Which comments a question asks to be counted or listed, complete and exact."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from assistant.answers import Claim, Draft, Status
from assistant.comments.counts import (
    by_outcome,
    count_all,
    list_submitters,
    listed,
    most_of_all,
    part_of_them,
    zero,
)
from assistant.comments.counts_by_part import all_parts, part_counts, part_title, parts_named
from assistant.comments.residue import left_over
from assistant.comments.totals import KIND_NAMES, Consultation, consultations
from assistant.query import Query
from assistant.understanding.mentions import fold
from assistant.wording import frames as wording
from assistant.wording.phrases import joined, phrase
from index.documents import Comment, Outcome, SubmitterKind
from index.library import Library

_WHOLE = re.compile(
    r"すべて|全て|全部|一覧|列挙|挙げ|どれ|何件|何者|何社|何団体|何人|何名|いくつ|番号|リスト|件数"
    r"|内訳|ごとの|別の|どちら|ものは(?:何|ありま|$|[？?。])"
    r"|how many|list|\ball\b|\bwhich\b|\bwhat comments\b",
    re.IGNORECASE,
)
_OF_SOMEBODY = re.compile(r"(?:どのような|どんな)意見|意見の内容|意見を教えて|何を求め|何と述べ")
_ABOUT_COMMENTS = re.compile(
    r"意見(?!交換)|コメント|パブコメ|パブリック|回答|提出(?:者|した|され)|comment|submi",
    re.IGNORECASE,
)
_SPOKEN = re.compile(r"会合|会議|議事|発言|構成員|出席|委員|席上|脚注|\bmeeting", re.IGNORECASE)
_INDIVIDUAL = re.compile(r"個人(?!情報|データ|番号|の情報|\()|\bindividuals?\b", re.IGNORECASE)
_ORGANISATION = re.compile(
    r"(?:企業|会社|法人|組織)(?:[・、や]|又は|及び|と)?団体|企業|団体|会社|法人"
    r"|\b(?:organi[sz]ations?|compan(?:y|ies))\b",
    re.IGNORECASE,
)
_MOST = re.compile(r"最も|一番|最多|いちばん|\bmost\b", re.IGNORECASE)
_SUBMITTERS = re.compile(
    r"(?:提出|応募)者(?:名)?の?(?:は|を|一覧|全|すべて|リスト|名|とその)|(?:企業|団体|個人)(?:は|を)"
)
_COMMENTS_COUNTED = re.compile(r"何件|いくつ|件数|意見(?:は|を|の)(?:全|すべて|一覧|番号)|意見番号")
_SUBMITTERS_COUNTED = re.compile(r"何(?:者|社|団体|人|名)")
_NEGATED = re.compile(
    r"(?:修正|反映|採用|変更)(?:が|は|に)?(?:され|し|に)?(?:て?い)?(?:なかった|ない|なし|ず)"
)
OUTCOME_WORDS = (
    (Outcome.UNCHANGED, re.compile(r"原案の?(?:とおり|どおり|通り)|\bunchanged\b")),
    (Outcome.AGREEMENT, re.compile(r"賛成|賛同|\bagree\w*")),
    (Outcome.FOR_REFERENCE, re.compile(r"(?:今後の?)?参考(?:と|に|意見)")),
    (
        Outcome.ALREADY_COVERED,
        re.compile(r"(?:既に|すでに)(?:記載|対応|盛り込)|記載・対応済み?|記載済み?"),
    ),
    (Outcome.EXPLAINED, re.compile(r"考え方の?(?:説明|み)|説明(?:のみ|だけ)")),
    (
        Outcome.REVISED,
        re.compile(r"修正|反映|変更|採用|採り入れ|取り入れ|改め|\brevis\w*|\bchanged\b"),
    ),
)
KIND_WORDS = (
    (SubmitterKind.INDIVIDUAL, _INDIVIDUAL),
    (SubmitterKind.ORGANISATION, _ORGANISATION),
)
_AMONG = re.compile(r"うち|内訳|それぞれ|全部で|全体で|合計")
_LISTED = re.compile(r"一覧|リスト|列挙|挙げ|すべて|全て|\blist\b", re.IGNORECASE)
_BY_SUBMITTER = re.compile(r"(?:提出|応募)者(?:別|ごと)")
_BREAKDOWN = re.compile(r"内訳|別(?:の|に)|ごと")
_BY_OUTCOME = re.compile(r"対応|結果|回答|反映|扱い")
#: A part of what is counted, asked for in the same question.
_OF_THEM = re.compile(r"(?:その|この|これらの)?(?:うち|中で|内で|中の)")
_COUNTED = re.compile(r"何(?:件|個)|いくつ|幾つ|件数|どれ(?:くらい|だけ)|how many", re.IGNORECASE)
_RESULTING = re.compile(
    r"至[っりるら]|つなが[っりるら]|結び付|結びつ|なっ[たて]|原案|案|本文|実際|最終的"
)
_KNOWN = (
    *(_OF_THEM, _COUNTED, _RESULTING),
    *(_AMONG, _BREAKDOWN, _BY_OUTCOME),
    *(_NEGATED, _WHOLE, _OF_SOMEBODY, _MOST, _INDIVIDUAL, _ORGANISATION, _ABOUT_COMMENTS),
    *(words for _, words in OUTCOME_WORDS),
)


@dataclass(frozen=True, slots=True)
class Selection:
    """Which comments: those that meet all that is not None or empty."""

    submitters: tuple[str, ...]
    kind: SubmitterKind | None
    outcome: Outcome | None
    negated: bool

    def holds(self, comment: Comment) -> bool:
        """Whether a comment is one of those meant."""
        return (
            (not self.submitters or comment.submitter in self.submitters)
            and (self.kind is None or comment.submitter_kind is self.kind)
            and (self.outcome is None or (comment.outcome is self.outcome) is not self.negated)
        )

    @property
    def phrase(self) -> str:
        """The comments meant, e.g. 個人の「修正」に当たる意見."""
        what = phrase("意見")
        if self.outcome is not None:
            outcome = wording.OUTCOME_NAMES[self.outcome]
            what = phrase("「{outcome}」に当たる意見", outcome=outcome)
            if self.negated:
                what = phrase("「{outcome}」に当たらない意見", outcome=outcome)
        whose = joined("・", self.submitters) or (KIND_NAMES[self.kind] if self.kind else "")
        return phrase("{whose}の{what}", whose=whose, what=what) if whose else what


def list_comments(query: Query, library: Library) -> Draft | None:
    """Counts and lists of comments, where the question asks for those and for nothing else."""
    text = fold(query.completed)
    mentions = query.mentions
    if mentions.comments or mentions.meetings or mentions.sections or mentions.footnotes:
        return None
    if not _asks(query, text):
        return None
    tables = consultations(query.documents, library)
    claims = [claim for table in tables for claim in _of_parts(query, text, table, library)]
    if not claims and _is_plain(query, library):
        selection = _selection(query, text)
        for table in tables:
            claims += _about(selection, text, table, library)
    return Draft(Status.ANSWERED, tuple(claims)) if claims else None


def _of_parts(query: Query, text: str, table: Consultation, library: Library) -> list[Claim]:
    """Printed totals of parts named by title, where the question says nothing else."""
    titles = [part_title(total.label) for total in parts_named(table, text)]
    loose = [r"[\s、。・「」()]*".join(map(re.escape, title)) for title in titles]
    named = [re.compile(title) for title in loose]
    if not titles or query.submitters or left_over(query, library, (*named, *_KNOWN)):
        return []
    claims = part_counts(table, text, library)
    selection = _selection(query, text)
    if not _counts_a_part(selection, text):
        return claims
    aimed = tuple(unit for claim in claims for unit in claim.counted if isinstance(unit, Comment))
    part = tuple(filter(selection.holds, aimed))
    return [*claims, part_of_them(selection.phrase, aimed, part)] if aimed else claims


def _asks(query: Query, text: str) -> bool:
    if not _ABOUT_COMMENTS.search(text) or (_SPOKEN.search(_without_titles(query, text))):
        return False
    asked = _WHOLE.search(text) or _MOST.search(text) or _SUBMITTERS.search(text)
    return bool(asked or (query.submitters and _OF_SOMEBODY.search(text)))


def _without_titles(query: Query, text: str) -> str:
    for name in query.submitters:
        text = text.replace(fold(name), "")
    return text


def _is_plain(query: Query, library: Library) -> bool:
    """Whether the question names no topic."""
    return not left_over(query, library, _KNOWN)


def _selection(query: Query, text: str) -> Selection:
    """What the question confines itself to; both kinds together confine nothing."""
    kinds = [kind for kind, words in KIND_WORDS if words.search(text) and not query.submitters]
    found = (outcome for outcome, words in OUTCOME_WORDS if words.search(text))
    negated = _NEGATED.search(text) is not None
    return Selection(
        submitters=query.submitters,
        kind=kinds[0] if len(kinds) == 1 else None,
        outcome=Outcome.REVISED if negated else next(found, None),
        negated=negated,
    )


def _about(selection: Selection, text: str, table: Consultation, library: Library) -> list[Claim]:
    of_submitters = tuple(c for c in table.comments if c.submitter in selection.submitters)
    if selection.submitters and not of_submitters:
        return []
    chosen = tuple(filter(selection.holds, table.comments))
    if _counts_a_part(selection, text):
        return _with_part(selection, of_submitters, chosen, table, library)
    if not chosen:
        return zero(selection.phrase, of_submitters, table, library)
    if _MOST.search(text):
        return most_of_all(selection.phrase, chosen)
    if selection.submitters or selection.outcome is not None:
        return listed(selection.phrase, chosen, table, library, outcome=_pattern(selection))
    return _of_all(selection, chosen, text, table, library)


def _counts_a_part(selection: Selection, text: str) -> bool:
    """Whether a question counts the comments, and of them those of an outcome."""
    of_them = _OF_THEM.search(text)
    before = text[: of_them.start()] if of_them else ""
    return selection.outcome is not None and _COUNTED.search(before) is not None


def _with_part(
    selection: Selection,
    of_submitters: tuple[Comment, ...],
    part: tuple[Comment, ...],
    table: Consultation,
    library: Library,
) -> list[Claim]:
    """Both figures: all comments that are meant, then those of the outcome among them."""
    whole = replace(selection, outcome=None, negated=False)
    if selection.submitters:
        lead, *rows = listed(whole.phrase, of_submitters, table, library)
        of_outcome = replace(selection, submitters=(), kind=None).phrase
        return [lead, part_of_them(of_outcome, of_submitters, part), *rows]
    claims = count_all([selection.kind], table, library)
    if not part:
        return [*claims, *zero(selection.phrase, of_submitters, table, library)]
    return [*claims, *listed(selection.phrase, part, table, library, outcome=_pattern(selection))]


def _of_all(
    selection: Selection,
    chosen: tuple[Comment, ...],
    text: str,
    table: Consultation,
    library: Library,
) -> list[Claim]:
    """What is asked of all comments, or of all comments of one kind of submitter."""
    named = [kind for kind, words in KIND_WORDS if words.search(text)]
    counts_comments = _COMMENTS_COUNTED.search(text)
    if _BY_SUBMITTER.search(text):
        return list_submitters(selection.kind, table, library)
    if _BREAKDOWN.search(text) and not named and not _SUBMITTERS.search(text):
        return by_outcome(chosen) if _BY_OUTCOME.search(text) else all_parts(table, library)
    if _SUBMITTERS.search(text) and not (_SUBMITTERS_COUNTED.search(text) or counts_comments):
        return list_submitters(selection.kind, table, library)
    if named and _LISTED.search(text):
        return listed(selection.phrase, chosen, table, library)
    kinds = named if len(named) == 1 and not _AMONG.search(text) else [None, *named]
    return count_all(kinds, table, library)


def _pattern(selection: Selection) -> re.Pattern[str] | None:
    """The words of the outcome, where nothing else confines the comments."""
    if selection.submitters or selection.kind or selection.negated:
        return None
    return dict(OUTCOME_WORDS).get(selection.outcome) if selection.outcome else None
