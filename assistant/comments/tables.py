"""Which comments a question asks to be counted, listed or ranked: complete and exact.

A question is read as a filter over the columns of the table (who sent a comment, on what,
what was replied, what came of it, which words it holds) and an operation on what meets it.
"""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.answers import Claim, Draft, Layout, Status
from assistant.comments.changed_words import where_changed
from assistant.comments.column_words import HOW_CHANGED, NOW_STANDS, OUTCOME_WORDS, kinds_asked
from assistant.comments.comment_table import Told, comment_rows
from assistant.comments.counts import (
    by_outcome,
    count_all,
    list_submitters,
    listed,
    of_senders,
    part_of_them,
    same_outcome,
    zero,
)
from assistant.comments.counts_by_part import (
    all_parts,
    part_counts,
    part_title,
    parts_called,
    parts_named,
)
from assistant.comments.groups import COLUMNS, of_groups
from assistant.comments.ranking_words import GROUPING
from assistant.comments.selection import Selection, read_selection
from assistant.comments.table_asking import (
    CONTENT,
    COUNTED,
    OF_WHAT_THEY_SAY,
    SUBMITTERS,
    WHOLE,
    asks_for_rows,
    counts_a_part,
    is_about_comments,
    may_be_of_a_topic,
    named_in_no_comment,
    quality_ranked,
    stance_asked,
    told_of_each,
)
from assistant.comments.totals import Consultation, consultations
from assistant.comments.unexplained import without_names
from assistant.lookup import answer_about_comments
from assistant.query import Query, QuestionKind
from assistant.understanding.mentions import fold
from assistant.wording.phrases import phrase
from index.documents import Comment, Outcome
from index.library import Library

_AMONG = re.compile(
    r"うち|内訳|それぞれ|全部で|全体で|合計|割合|比率|何割|何(?:%|パーセント)"
    r"|(?:件数|者数|何件|何者)[^。]{0,6}[、と](?=個人|企業|団体)"
)
_COMMENTS_COUNTED = re.compile(r"何件|いくつ|件数|意見(?:は|を|の)(?:全|すべて|一覧|番号)|意見番号")
_SUBMITTERS_COUNTED = re.compile(r"何(?:者|社|団体|人|名)")
_LISTED = re.compile(r"一覧|リスト|列挙|挙げ|すべて|全て|番号|\blist\b", re.IGNORECASE)
#: All comments are to be shown, one by one.
_ALL = re.compile(
    r"(?:意見|コメント|パブコメ)(?:を|の)(?:全(?:部|て|件|容)|すべて|一覧|リスト)|(?:全て|すべて|全部)の(?:意見|コメント)"
    r"|意見(?:を|の)[^、。]{0,4}(?:列挙|見せ|並べ)"
)
_BY_SUBMITTER = re.compile(r"(?:提出|応募)者(?:別|ごと)")
_BREAKDOWN = re.compile(r"内訳|別(?:の|に)|ごと|どう(?:扱わ|処理さ|なっ|なり)")
_BY_OUTCOME = re.compile(r"対応|結果|回答|反映|扱[いわ]|処理|なっ|なり")
_SAME = re.compile(r"同じ|違い|違う|異な|共通|同一")
_FEW = 3  # comments that are shown with their words
_NEARLY_ALL = 0.75  # share of the words of opinions that are said to be the same
_TEXT_AND_NOTES = re.compile(r"本文(?:又は|や|及び|・|、|と)脚注")
_KNOWN = (_TEXT_AND_NOTES, WHOLE, _AMONG, *GROUPING)


def list_comments(query: Query, library: Library) -> Draft | None:
    """Counts and lists of comments, where the question asks for those and for nothing else."""
    text = fold(query.completed)
    mentions = query.mentions
    if mentions.comments or mentions.meetings or mentions.sections or mentions.footnotes:
        return None
    rest = without_names(query, library)
    if not is_about_comments(query, text, rest):
        return None
    groups = any(words.search(text) for words in GROUPING) or _BREAKDOWN.search(text)
    selection = read_selection(query, library, (*_KNOWN, *(COLUMNS if groups else ())))
    if not asks_for_rows(selection, query, text, rest):
        return None
    tables = consultations(query.documents, library)
    if quality := quality_ranked(selection, text):
        note = phrase(
            "収録している資料に、意見を「{quality}」かどうかで順位付けた記載はありません。",
            quality=quality,
        )
        return _not_told(note)
    if _SAME.search(text):
        selection = replace(selection, least=_NEARLY_ALL)
    claims = [claim for table in tables for claim in _of_parts(selection, text, table, library)]
    if not claims and may_be_of_a_topic(selection, query, text):
        for table in tables:
            claims += _about(selection, query, text, table, library)
    if not claims and (word := named_in_no_comment(selection, query, rest, library)):
        note = phrase(
            "「{word}」に触れた意見は、収録している意見募集の結果にありません。", word=word
        )
        return _not_told(note)
    if not claims and (stance := stance_asked(selection, text)):
        note = phrase(
            "「{stance}」という語を含む意見は収録されておらず、"
            "意見をそのように分けた記載もありません。",
            stance=stance,
        )
        return _not_told(note)
    return Draft(Status.ANSWERED, tuple(claims)) if claims else None


def _not_told(note: str) -> Draft:
    return Draft(Status.NOT_IN_DOCUMENTS, (Claim(note, (), Layout.NOTE),))


def _of_parts(
    selection: Selection, text: str, table: Consultation, library: Library
) -> list[Claim]:
    """Printed totals of parts named by title, where the question says nothing else."""
    totals = parts_named(table, text)
    titles = "\n".join(part_title(total.label) for total in totals)
    beside = [word for word in selection.topic if part_title(word.surface) not in titles]
    if selection.submitters or selection.replied:
        return []
    if selection.on_the_whole and not COUNTED.search(text):
        return []
    if beside or not totals:
        topic = tuple(word.surface for word in selection.topic)
        totals = parts_called(table, text, topic) if topic and COUNTED.search(text) else ()
    claims = part_counts(totals, table, library)
    selection = replace(selection, topic=(), terms=())
    if not counts_a_part(selection, text):
        return claims
    aimed = tuple(unit for claim in claims for unit in claim.counted if isinstance(unit, Comment))
    part = tuple(filter(selection.holds, aimed))
    return [*claims, part_of_them(selection.phrase, aimed, part)] if aimed else claims


def _about(
    selection: Selection, query: Query, text: str, table: Consultation, library: Library
) -> list[Claim]:
    selection = _in_their_words(selection, table)
    whole = selection.of_all_outcomes
    considered = tuple(filter(whole.holds, table.comments))
    if not considered:
        return [] if whole.speaks else zero(whole.phrase, (), table, library)
    if len(selection.terms) > 1:  # what came of each is asked
        selection = whole
    chosen = tuple(filter(selection.holds, table.comments))
    if selection.speaks and not chosen:
        return []
    if counts_a_part(selection, text):
        return _with_part(selection, considered, chosen, table, library)
    if not chosen:
        return zero(selection.phrase, considered if selection.submitters else (), table, library)
    plain = replace(selection, least=1.0) == Selection()
    grouped = of_groups(selection.phrase, chosen, text, table, library, of_all=plain)
    if grouped is not None:
        return grouped
    if selection.speaks:
        return _on_topic(selection, query, text, chosen, table, library)
    if selection.form:
        return of_senders(selection.phrase, chosen)
    if selection.is_narrow:
        placed = NOW_STANDS.search(text) is not None
        contents = _contents(selection, query, chosen, library)
        claims = listed(
            selection.phrase,
            chosen,
            table,
            library,
            outcome=_pattern(selection),
            placed=placed,
            told=(not contents and told_of_each(query, text)) or Told.NOTHING,
        )
        return [*claims, *contents]
    told = told_of_each(query, text) if selection.kind else None
    return _of_all(selection, chosen, text, told, table, library)


def _in_their_words(selection: Selection, table: Consultation) -> Selection:
    """The topic as some comment tells it, where none has all its words.

    By their meaning (リスクマネジメント, リスク管理), else by its names alone (X庁の事案, X庁).
    """
    names = tuple(word for word in selection.topic if word.is_name)
    names = names if len(selection.topic) == len(names) + 1 else ()
    for told in (
        selection,
        replace(selection, by_meaning=0 < len(selection.topic) <= _FEW),
        replace(selection, topic=names or selection.topic),
    ):
        if any(map(told.of_all_outcomes.holds, table.comments)):
            return told
    return selection


def _contents(
    selection: Selection, query: Query, chosen: tuple[Comment, ...], library: Library
) -> tuple[Claim, ...]:
    """What a few comments of one submitter say, or how they changed the text, where asked."""
    if not selection.submitters or len(chosen) > _FEW:
        return ()
    if HOW_CHANGED.search(query.completed) and any(c.outcome is Outcome.REVISED for c in chosen):
        return tuple(claim for c in chosen for claim in where_changed(c, library))
    if not CONTENT.search(query.completed):
        return ()
    return answer_about_comments(query, chosen, library).claims


def _on_topic(
    selection: Selection,
    query: Query,
    text: str,
    chosen: tuple[Comment, ...],
    table: Consultation,
    library: Library,
) -> list[Claim]:
    """The comments that hold certain words; a few of them with what they say."""
    few = len(chosen) <= _FEW and query.kind is not QuestionKind.COUNT
    told = (not few and told_of_each(query, text)) or Told.NOTHING
    claims = listed(selection.phrase, chosen, table, library, told=told)
    if len(chosen) > 1 and _SAME.search(text):
        claims.insert(1, same_outcome(chosen))
    return [*claims, *(answer_about_comments(query, chosen, library).claims if few else ())]


def _with_part(
    selection: Selection,
    considered: tuple[Comment, ...],
    part: tuple[Comment, ...],
    table: Consultation,
    library: Library,
) -> list[Claim]:
    """Both figures: all comments that are meant, then those of the outcome among them."""
    whole = selection.of_all_outcomes
    if whole.submitters or whole.apart_from or whole.speaks:
        lead, *rows = listed(whole.phrase, considered, table, library)
        of_outcome = Selection(outcome=selection.outcome, negated=selection.negated)
        return [lead, part_of_them(of_outcome.phrase, considered, part), *rows]
    claims = count_all([selection.kind], table, library)
    if not part:
        return [*claims, *zero(selection.phrase, (), table, library)]
    return [*claims, *listed(selection.phrase, part, table, library, outcome=_pattern(selection))]


def _of_all(
    selection: Selection,
    chosen: tuple[Comment, ...],
    text: str,
    told: Told | None,
    table: Consultation,
    library: Library,
) -> list[Claim]:
    """What is asked of all comments, or of all comments of one kind of submitter."""
    named = list(kinds_asked(text))
    counts_comments = _COMMENTS_COUNTED.search(text)
    if OF_WHAT_THEY_SAY.search(text):
        told = told or Told.OPINION
    if (told or _ALL.search(text)) and len(named) < 2 and not _SUBMITTERS_COUNTED.search(text):
        parts = [] if named else all_parts(table, library)
        figures = count_all([selection.kind], table, library)
        return [*figures, *parts, *comment_rows(chosen, {}, told or Told.NOTHING)]
    if _BY_SUBMITTER.search(text):
        return list_submitters(selection.kind, table, library)
    if _BREAKDOWN.search(text) and not named and not SUBMITTERS.search(text):
        return by_outcome(chosen) if _BY_OUTCOME.search(text) else all_parts(table, library)
    if _BREAKDOWN.search(text) and _BY_OUTCOME.search(text):
        return by_outcome(chosen)
    if (
        len(named) < 2
        and SUBMITTERS.search(text)
        and not (_SUBMITTERS_COUNTED.search(text) or counts_comments)
    ):
        return list_submitters(selection.kind, table, library)
    if named and _LISTED.search(text):
        return listed(selection.phrase, chosen, table, library)
    kinds = named if len(named) == 1 and not _AMONG.search(text) else [None, *named]
    return count_all(kinds, table, library)


def _pattern(selection: Selection) -> re.Pattern[str] | None:
    """The words of the outcome, where nothing else confines the comments."""
    if selection.submitters or selection.apart_from or selection.kind or selection.negated:
        return None
    return dict(OUTCOME_WORDS).get(selection.outcome) if selection.outcome else None
