"""Which comments a question asks to be counted, listed or ranked: complete and exact.

A question is read as a filter over the columns of the table (who sent a comment, on what,
what was replied, what came of it, which words it holds) and an operation on what meets it.
"""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.answers import Claim, Draft, Status
from assistant.comments.column_words import NOW_STANDS, OUTCOME_WORDS, kinds_asked, outcomes_asked
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
from assistant.comments.groups import COLUMNS, column_asked, of_groups
from assistant.comments.ranking_words import GROUPING
from assistant.comments.selection import STATED, Selection, read_selection
from assistant.comments.totals import Consultation, consultations
from assistant.comments.unexplained import without_names
from assistant.lookup import answer_about_comments
from assistant.query import Query, QuestionKind
from assistant.understanding.mentions import fold
from index.documents import Comment
from index.library import Library

_WHOLE = re.compile(
    r"すべて|全て|全部|一覧|列挙|挙げ|どれ|何件|何者|何社|何団体|何人|何名|いくつ|幾つ|番号|リスト|件数"
    r"|(?:うち|中で|中の)[^、。]{0,20}(?:もの|の)(?:は|って)[?？。\s]*$|数え|漏れなく|もれなく|内訳|割合|何割|比率|何(?:%|パーセント)|ごとの|別の|どちら|ものは(?:何|ありま|$|[？?。])"
    r"|(?:何番|どの番号)の?(?:脚注|注)|どの(?:脚注|注)"
    r"|(?:意見|コメント|もの)(?:は|って|が)(?:あ|いく|出て|どの|[?？。\s]*$)|いますか|どのもの|以外(?:は|の(?:もの|意見))|だけ(?:を)?見せ"
    r"|どの(?:箇所|部分|節|項目?|章|くだり|ところ|記[載述]|辺り?)(?:に(?:対|つい|関|向け)|への|を(?:対象|指))"
    r"|どこに(?:対|つい|関|向け)|どこへの|どこを(?:対象|指)|(?:対象|該当)(?:箇所|部分|の?節)?(?:は|って|が)、?(?:どこ|どの|何)"
    r"|how many|list|\ball\b|\bwhich\b|\bwhat comments\b",
    re.IGNORECASE,
)
_OF_SOMEBODY = re.compile(
    r"(?:どのような|どんな)意見|意見(?:の内容|を教えて|は何で)|何を求め|何と述べ"
)
_ABOUT_COMMENTS = re.compile(
    r"意見(?!交換)|コメント|パブコメ|パブリック|回答|提出(?:者|した|され)|応募者|寄せられ|声[をがはで]|comment|submi",
    re.IGNORECASE,
)
_SPOKEN = re.compile(r"会合|会議|議事|発言|構成員|出席|委員|席上|\bmeeting", re.IGNORECASE)
_SUBMITTERS = re.compile(
    r"(?:提出|応募)者(?:名)?の?(?:は|を|一覧|全|すべて|リスト|名|とその)|(?:企業|団体|個人)(?:は|を)"
)
_COMMENTS_COUNTED = re.compile(r"何件|いくつ|件数|意見(?:は|を|の)(?:全|すべて|一覧|番号)|意見番号")
_SUBMITTERS_COUNTED = re.compile(r"何(?:者|社|団体|人|名)")
_AMONG = re.compile(r"うち|内訳|それぞれ|全部で|全体で|合計")
_LISTED = re.compile(r"一覧|リスト|列挙|挙げ|すべて|全て|番号|\blist\b", re.IGNORECASE)
_BY_SUBMITTER = re.compile(r"(?:提出|応募)者(?:別|ごと)")
_BREAKDOWN = re.compile(r"内訳|別(?:の|に)|ごと")
_BY_OUTCOME = re.compile(r"対応|結果|回答|反映|扱い")
_COUNTED = re.compile(r"何(?:件|個)|いくつ|幾つ|件数|どれ(?:くらい|だけ)|how many", re.IGNORECASE)
#: A part of what is counted, asked for in the same question.
_OF_THEM = re.compile(
    r"(?:その|この|これらの)?(?:うち|中で|内で|中の)|(?:あ(?:って|り)|出(?:て|し)[^、。]{0,6}|です(?:か|が))?[、。]"
)
_WHO = re.compile(
    r"誰|だれ|どなた|(?:どの|どこの)(?:提出|企業|団体|会社|個人|人|者)|提出者|\bwho\b"
)
_QUOTED = re.compile(r"「[^「」]{2,40}」")
_OPINION = re.compile(r"意見(?!交換|募集)|コメント(?!募集)|パブコメ|回答")
_SAME = re.compile(r"同じ|違い|違う|異な|共通|同一")
#: What makes an opinion one of a sort, for which the table has no column.
_CHARACTER = re.compile(r"反対|批判|懸念|心配|苦情|疑問|質問|要望|要請|提案|希望|異論|否定")
_CONTENT = re.compile(
    r"何(?:を|と|で[しす])|どのような|どんな|どういう|内容|趣旨|要旨|意見を教えて|言葉|文言|語句"
    r"|[つ件方]とも"
)
_SHARE = re.compile(r"割合|何割|比率|何(?:%|パーセント)")
_FEW = 3  # comments that are shown with their words
_NEARLY_ALL = 0.75  # share of the words of opinions that are said to be the same
_TELLING_WORDS = 2  # so many words tell whose opinion is asked for
_SPEAKS_OF = re.compile(r"に(?:関する|関して|ついて(?:の)?|触れ(?:た|る|て)|言及)")
_ON_IT = re.compile(r"(?:について(?:の)?|に関する|に触れた)(?:御|ご)?(?:意見|コメント)")
_TEXT_AND_NOTES = re.compile(r"本文(?:又は|や|及び|・|、|と)脚注")
_KNOWN = (_TEXT_AND_NOTES, _WHOLE, _AMONG, *GROUPING)


def list_comments(query: Query, library: Library) -> Draft | None:
    """Counts and lists of comments, where the question asks for those and for nothing else."""
    text = fold(query.completed)
    mentions = query.mentions
    if mentions.comments or mentions.meetings or mentions.sections or mentions.footnotes:
        return None
    rest = without_names(query, library)
    if not _is_about_comments(query, text, rest):
        return None
    groups = any(words.search(text) for words in GROUPING) or _BREAKDOWN.search(text)
    selection = read_selection(query, library, (*_KNOWN, *(COLUMNS if groups else ())))
    if not (_asks(query, text, rest) or selection.is_by_columns):
        return None
    tables = consultations(query.documents, library)
    if _SAME.search(text):
        selection = replace(selection, least=_NEARLY_ALL)
    claims = [claim for table in tables for claim in _of_parts(selection, text, table, library)]
    if not claims and _may_be_of_a_topic(selection, query, text):
        for table in tables:
            claims += _about(selection, query, text, table, library)
    return Draft(Status.ANSWERED, tuple(claims)) if claims else None


def _of_parts(
    selection: Selection, text: str, table: Consultation, library: Library
) -> list[Claim]:
    """Printed totals of parts named by title, where the question says nothing else."""
    totals = parts_named(table, text)
    titles = "\n".join(part_title(total.label) for total in totals)
    beside = [word for word in selection.topic if part_title(word.surface) not in titles]
    if selection.submitters or selection.replied:
        return []
    if beside or not totals:
        topic = tuple(word.surface for word in selection.topic)
        totals = parts_called(table, text, topic) if topic and _COUNTED.search(text) else ()
    claims = part_counts(totals, table, library)
    selection = replace(selection, topic=(), terms=())
    if not _counts_a_part(selection, text):
        return claims
    aimed = tuple(unit for claim in claims for unit in claim.counted if isinstance(unit, Comment))
    part = tuple(filter(selection.holds, aimed))
    return [*claims, part_of_them(selection.phrase, aimed, part)] if aimed else claims


def _is_about_comments(query: Query, text: str, rest: str) -> bool:
    """Whether the question speaks of comments, by name or by columns that only they have."""
    grouped = any(pattern.search(rest) for pattern in GROUPING)
    kinds, outcomes = kinds_asked(rest), outcomes_asked(rest)
    of_columns = (
        len(kinds) > 1,
        grouped and (kinds or column_asked(rest) == "outcome"),
        outcomes and (kinds or _SHARE.search(rest) or STATED.search(rest)),
    )
    about = _ABOUT_COMMENTS.search(text) or query.submitters or any(of_columns)
    return bool(about) and _SPOKEN.search(rest) is None


def _asks(query: Query, text: str, rest: str) -> bool:
    """Whether the question has a word of counting, listing or ranking."""
    grouped = any(pattern.search(rest) for pattern in GROUPING)
    if grouped or _WHOLE.search(rest) or _SUBMITTERS.search(rest):
        return True
    if query.submitters and len(_QUOTED.findall(rest)) > 1:
        return True
    of_reply = query.kind in (QuestionKind.REPLIED, QuestionKind.OUTCOME) and _ON_IT.search(rest)
    return bool(of_reply or _WHO.search(rest) or (query.submitters and _OF_SOMEBODY.search(text)))


def _may_be_of_a_topic(selection: Selection, query: Query, text: str) -> bool:
    """Whether what else a question says can be what comments are about."""
    if not selection.speaks:
        return replace(selection, least=1.0) != Selection() or _CHARACTER.search(text) is None
    if not (selection.submitters or _OPINION.search(text)):
        return False
    if selection.topic and query.kind is QuestionKind.SUMMARY:
        return False
    words = (*selection.topic, *selection.replied)
    telling = len(words) >= _TELLING_WORDS or _SPEAKS_OF.search(text) is not None
    return bool(selection.terms or telling or not _WHO.search(text))


def _about(
    selection: Selection, query: Query, text: str, table: Consultation, library: Library
) -> list[Claim]:
    whole = selection.of_all_outcomes
    considered = tuple(filter(whole.holds, table.comments))
    if not considered:
        return [] if whole.speaks else zero(whole.phrase, (), table, library)
    if len(selection.terms) > 1:  # what came of each is asked
        selection = whole
    chosen = tuple(filter(selection.holds, table.comments))
    if selection.speaks and not chosen:
        return []
    if _counts_a_part(selection, text):
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
        claims = listed(
            selection.phrase, chosen, table, library, outcome=_pattern(selection), placed=placed
        )
        return [*claims, *_contents(selection, query, chosen, library)]
    return _of_all(selection, chosen, text, table, library)


def _contents(
    selection: Selection, query: Query, chosen: tuple[Comment, ...], library: Library
) -> tuple[Claim, ...]:
    """What a few comments of one submitter say, where that is asked."""
    asked = selection.submitters and _CONTENT.search(query.completed)
    if not asked or len(chosen) > _FEW:
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
    claims = listed(selection.phrase, chosen, table, library)
    if len(chosen) > 1 and _SAME.search(text):
        claims.insert(1, same_outcome(chosen))
    if len(chosen) <= _FEW and query.kind is not QuestionKind.COUNT:
        claims += answer_about_comments(query, chosen, library).claims
    return claims


def _counts_a_part(selection: Selection, text: str) -> bool:
    """Whether a question counts the comments, and of them those of an outcome."""
    asked = next(iter(outcomes_asked(text)), None)
    if selection.outcome is None or asked is None:
        return False
    if _SHARE.search(text):
        return True
    counted = _COUNTED.search(text[: asked.start])
    return counted is not None and _OF_THEM.search(text, counted.end(), asked.start) is not None


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
    table: Consultation,
    library: Library,
) -> list[Claim]:
    """What is asked of all comments, or of all comments of one kind of submitter."""
    named = list(kinds_asked(text))
    counts_comments = _COMMENTS_COUNTED.search(text)
    if _BY_SUBMITTER.search(text):
        return list_submitters(selection.kind, table, library)
    if _BREAKDOWN.search(text) and not named and not _SUBMITTERS.search(text):
        return by_outcome(chosen) if _BY_OUTCOME.search(text) else all_parts(table, library)
    if _BREAKDOWN.search(text) and _BY_OUTCOME.search(text):
        return by_outcome(chosen)
    if (
        len(named) < 2
        and _SUBMITTERS.search(text)
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
