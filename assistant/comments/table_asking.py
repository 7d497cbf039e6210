"""Whether a question asks for rows of the table of comments, and what is to be told of each."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.comments.column_words import kinds_asked, outcomes_asked
from assistant.comments.comment_table import Told
from assistant.comments.groups import column_asked
from assistant.comments.ranking_words import GROUPING
from assistant.comments.selection import STATED, Selection
from assistant.comments.unexplained import share_meant
from assistant.passages.closeness import is_known
from assistant.passages.things_named import ONE_WORDING
from assistant.query import Query, QuestionKind
from index.library import Library

WHOLE = re.compile(
    r"すべて|全て|全部|一覧|列挙|挙げ|どれ|何件|何者|何社|何団体|何人|何名|いくつ|幾つ|番号|リスト|件数"
    r"|(?:うち|中で|中の)[^、。]{0,20}(?:もの|の)(?:は|って)[?？。\s]*$|数え|漏れなく|もれなく|内訳|割合|何割|比率|何(?:%|パーセント)|ごとの|別の|どちら|ものは(?:何|ありま|$|[？?。])"
    r"|(?:何番|どの番号)の?(?:脚注|注)|どの(?:脚注|注)"
    r"|(?:意見|コメント|もの)(?:は|って|が)(?:あ(?!(?:りま[しす]|っ|る)た?(?:が|けど|けれど|よね))|いく|出て|どの|[?？。\s]*$)|いますか|どのもの|以外(?:は|の(?:もの|意見))|だけ(?:を)?見せ"
    r"|どの(?:箇所|部分|節|項目?|章|くだり|ところ|記[載述]|辺り?)(?:に(?:対|つい|関|向け)|への|を(?:対象|指))"
    r"|どこに(?:対|つい|関|向け)|どこへの|どこを(?:対象|指)|(?:対象|該当)(?:箇所|部分|の?節)?(?:は|って|が)、?(?:どこ|どの|何)"
    r"|how many|list|\ball\b|\bwhich\b|\bwhat comments\b",
    re.IGNORECASE,
)
_SAYING = r"(?:内容|中身|概[要略]|要[点旨約]|趣旨|ポイント|骨子|論点)"
_WHAT = r"(?:どのような|どんな|どういう|どういった)"
#: What the comments say is asked.
OF_WHAT_THEY_SAY = re.compile(
    rf"{_WHAT}(?:御|ご)?(?:意見|声|コメント|要望)|何を求め|何と述べ|(?:意見|コメント)は、?{_WHAT}"
    rf"|(?:意見|コメント)(?:の[^、。]{{0,4}}?{_SAYING}|を(?:教えて|見せ)|は何で)"
)
#: The same, of comments that the question otherwise tells.
_OF_WHAT_THESE_SAY = re.compile(rf"{OF_WHAT_THEY_SAY.pattern}|{_WHAT}(?:もの|こと)|{_SAYING}")
_ABOUT_COMMENTS = re.compile(
    r"意見(?!交換)|コメント|パブコメ|パブリック|回答|提出(?:者|した|され)|応募者|寄せられ|声[をがはで]|comment|submi",
    re.IGNORECASE,
)
_SPOKEN = re.compile(r"会合|会議|議事|発言|構成員|出席|委員|席上|\bmeeting", re.IGNORECASE)
SUBMITTERS = re.compile(
    r"(?:提出|応募)者(?:名)?の?(?:は|を|一覧|全|すべて|リスト|名|とその)|(?:企業|団体|個人|会社|法人)(?:は|を|の?(?:名前|名称|一覧|リスト)|名(?:を|の一覧))"
    r"|社名"
)
COUNTED = re.compile(r"何(?:件|個)|いくつ|幾つ|件数|どれ(?:くらい|だけ)|how many", re.IGNORECASE)
#: A part of what is counted, asked for in the same question.
_OF_THEM = re.compile(
    r"(?:その|この|これらの)?(?:うち|中で|内で|中の)|(?:あ(?:って|り)|出(?:て|し)[^、。]{0,6}|です(?:か|が))?[、。]"
)
_WHO = re.compile(
    r"誰|だれ|どなた|(?:どの|どこの)(?:提出|企業|団体|会社|個人|人|者)|提出者|\bwho\b"
)
_QUOTED = re.compile(r"「[^「」]{2,40}」")
_OPINION = re.compile(r"意見(?!交換|募集)|コメント(?!募集)|パブコメ|回答")
#: What makes an opinion one of a sort, for which the table has no column.
_CHARACTER = re.compile(r"反対|批判|懸念|心配|苦情|疑問|質問|要望|要請|提案|希望|異論|否定")
CONTENT = re.compile(
    rf"何(?:を|と|で[しす])|どのような|どんな|どういう|どういった|{_SAYING}|意見を(?:教えて|見せ)"
    r"|言葉|文言|語句|[つ件方]とも"
)
_SHARE = re.compile(r"割合|何割|比率|何(?:%|パーセント)")
_TELLING_WORDS = 2  # so many words tell whose opinion is asked for
_SPEAKS_OF = re.compile(r"に(?:関する|関して|ついて(?:の)?|触れ(?:た|る|て)|言及)")
_ON_IT = re.compile(r"(?:について(?:の)?|に関する|に触れた)(?:、+の)?(?:御|ご)?(?:意見|コメント)")
_OF_A_WORD = re.compile(
    r"[^、。はがをにでのと]{2,}の(?:御|ご)?(?:意見|コメント|提案|要望|指摘)(?:に|へ|は)"
)
_FIRST_OF_ALL = re.compile(r"最も|もっとも|一番|いちばん|1番")
_QUALITIES = ("形容詞", "形状詞")
_BY_NUMBER = re.compile(r"[多少]")


def is_about_comments(query: Query, text: str, rest: str) -> bool:
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


def asks_for_rows(selection: Selection, query: Query, text: str, rest: str) -> bool:
    """Whether the question counts, lists or ranks comments, or asks what they say.

    Args:
        selection: Which comments it means.
        query: The question as understood.
        text: The question, folded.
        rest: The same without the names it holds.
    """
    if selection.is_by_columns:
        return True
    grouped = any(pattern.search(rest) for pattern in GROUPING)
    if grouped or WHOLE.search(rest) or SUBMITTERS.search(rest):
        return True
    if query.submitters and len(_QUOTED.findall(rest)) > 1:
        return True
    of_reply = _asks_what_came_of_it(selection, query, rest)
    told = told_of_each(query, text)
    of_kind = kinds_asked(rest) and (told or query.kind is QuestionKind.OUTCOME)
    of_sender = query.submitters and told is Told.OPINION
    what = OF_WHAT_THEY_SAY.search(text) or of_kind or of_sender
    return bool(of_reply or _WHO.search(rest) or what)


def _asks_what_came_of_it(selection: Selection, query: Query, rest: str) -> bool:
    """Whether it is asked what came of the comments on a thing: 「監査の意見への回答は」."""
    told = selection.topic or selection.terms
    on_it = _ON_IT.search(rest) or (told and _OF_A_WORD.search(rest))
    return bool(on_it) and query.kind in (QuestionKind.REPLIED, QuestionKind.OUTCOME)


def named_in_no_comment(selection: Selection, query: Query, rest: str, library: Library) -> str:
    """The loanword or acronym on which comments are asked for, which other documents alone have."""
    if not _asks_what_came_of_it(selection, query, rest):
        return ""
    words = [word for word in selection.topic if ONE_WORDING.fullmatch(word.surface)]
    comments = library.catalog.all_comments()
    return next(
        (
            word.surface
            for word in words
            if is_known(word.normal, library)
            and not any(share_meant(comment.text, (word,)) for comment in comments)
        ),
        "",
    )


def told_of_each(query: Query, text: str) -> Told | None:
    """What of each comment a question asks for, beside its row."""
    if query.kind is QuestionKind.REPLIED:
        return Told.REPLY
    return Told.OPINION if _OF_WHAT_THESE_SAY.search(text) else None


def quality_ranked(selection: Selection, text: str) -> str:
    """The quality of which a question asks for the most: 「一番重要」; "" for none."""
    first = _FIRST_OF_ALL.search(text)
    if first is None or _BY_NUMBER.search(text, first.end()):
        return ""
    behind = (word for word in selection.topic if word.start >= first.end())
    return next((word.surface for word in behind if word.part_of_speech in _QUALITIES), "")


def stance_asked(selection: Selection, text: str) -> str:
    """The stance by which a question tells comments apart (反対), where it says nothing else."""
    words = [word.surface for word in selection.topic]
    is_stance = words and all(_CHARACTER.fullmatch(word) for word in words)
    return words[0] if is_stance and _OPINION.search(text) else ""


def may_be_of_a_topic(selection: Selection, query: Query, text: str) -> bool:
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


def counts_a_part(selection: Selection, text: str) -> bool:
    """Whether a question counts the comments, and of them those of an outcome."""
    asked = next(iter(outcomes_asked(text)), None)
    if selection.outcome is None or asked is None:
        return False
    if _SHARE.search(text):
        return True
    counted = COUNTED.search(text[: asked.start])
    return counted is not None and _OF_THEM.search(text, counted.end(), asked.start) is not None
