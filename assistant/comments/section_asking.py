"""Recognises questions about the comments on a section, and which of them they ask for."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from assistant.comments.column_words import (
    KIND_WORDS,
    NOT_REVISED,
    OUTCOME_WORDS,
    kinds_asked,
    outcomes_asked,
)
from assistant.comments.selection import STATED
from assistant.comments.unexplained import compounds, unexplained
from assistant.query import Query
from assistant.understanding.mentions import fold
from assistant.wording.frames import OUTCOME_NAMES
from assistant.wording.phrases import phrase
from index.documents import Outcome, SubmitterKind
from index.ids import document_slug
from index.library import Library

_OPINION = r"(?:意見(?!交換|集約|書)|コメント|パブコメ|注文|苦言|声(?=[はがを]))"
_ABOUT_COMMENTS = re.compile(_OPINION)
_SENT_ABOUT = re.compile(
    rf"(?:対する|への|(?:あて|宛て?)の|ついての|関する|係る|寄せられた|出された|提出された){_OPINION}"
    rf"|{_OPINION}(?:を|が|は)[^、。]{{0,12}}(?:出し|出され|提出|寄せ)"
)
_SENT = r"(?:の|人|方|者|企業|団体|会社|法人|意見|コメント|もの)"
#: How an opinion is tied to the place that stands before it: 「5.2.3を名指しした意見」.
_TIED_TO_PLACE = re.compile(
    r"(?:\d[\d.()ivx]*|章|節|項)(?:の?(?:箇所|部分|くだり|ところ))?[」』)]?\s*[をにへ]"
    r"(?:[^、。をがはにへとも]{1,6}(?:に(?=[挙上]げ|取り上)|を(?=つけ|付け|出し|差し挟|入れ)))?[^、。をがはにへとも]{1,10}?"
    rf"(?:た|る|の|という)(?=(?:御|ご)?{_OPINION}|{_SENT})",
    re.IGNORECASE,
)
#: An opinion is asked for as what brought a change about: 「どの意見をきっかけに」.
_CAUSED = re.compile(
    rf"(?:どの|何番の|誰の|だれの|どなたの|どんな){_OPINION}(?:が|を|に|で|の|から)[^。]{{0,14}}?"
    r"(?:きっかけ|契機|発端|もと|受け|踏まえ|よって|より|反映|つなが|結び|変|直|修|改|書き)"
)
_SENDER = re.compile(
    r"提出(?:者|元)|(?:求め|要望し|提案し|主張し|指摘し|訴え|要請し|提起し|述べ)て?い?た"
    rf"{_SENT}(?:は|が|を|って|[?？。]|$)"
    rf"|{_OPINION}(?:は|って|が|を(?:出し|寄せ|送っ)たのは)?、?(?:誰|だれ|どなた|どこの|どの(?:企業|団体|会社|人))"
)
#: What a submitter says of a place: 「X社は5.1.2について何と言っていますか」.
_SAID = re.compile(
    r"(?:何[とをか]|どう|どのように|どんな|どのような)[^。]{0,12}?(?:言|いっ|述べ|主張|指摘|提案|求め|要望|考え|訴え|書)"
    r"|(?:言い分|主張|要望|提案|指摘|見解|考え)(?:は|を|$)"
)
#: Who did something to a place: no text of a policy tells that.
_WHO_DID = re.compile(rf"た{_SENT}(?:は|って)、?(?:誰|だれ|どなた|どこ)")
_SPOKEN = re.compile(r"会合|会議|議事|発言|構成員|委員")
_WAS_CHANGED = re.compile(
    r"(?:変え|変更|修正|修文|追記|加筆)(?:が|を)?(?:さ|加え)?(?:れ|られ)|変わ[っり]"
)
_COUNTED_THEN_A_PART = re.compile(r"(?:何件|いくつ|幾つ|件数).*?(?:うち|中で|内で|で、)")
# Words of asking for comments on a place; what else a question holds asks for some of them.
_ASKING = re.compile(
    r"意見|コメント|パブリック|パブコメ|募集|提出(?:者|元)?|寄せ(?:られ)?|結果|対応|回答|理由|内容|概要"
    r"|対(?:する|して|し)|(?:関|係)(?:する|して|し|る)|つい(?:て)?|向け(?:た|て)?|受け(?:て)?"
    r"|踏まえ(?:て)?|よる|よって|もと|きっかけ|該当|箇所|部分|本文|記載|記述|文言|節|章|項|案|下|以下"
    r"|含め(?:て)?|すべて|全て|全部|一覧|列挙|挙げ|リスト|教え|示し|下さい|お願い(?:します)?|知りたい"
    r"|どの(?:よう)?|どれ|どんな|どういう|どういった|何|誰|どなた|番号|いくつ|件|者|数|名前|現在|今"
    r"|(?<![一-鿿々])(?:手数|失礼|忙し|確認|質問|恐縮|申し訳|案内|教示|承知|御|頂|戴|致し|関連|主な|代表的"
    r"|存在|合計|総数|件数|内訳|国民|市民|市役所|政府|企業|団体|法人|会社|個人|全体|全員|具体的|詳細|簡潔"
    r"|説明|皆様|方々|我が国)(?![一-鿿々])|御教示|ご教示"
    r"|出(?:した|された|ている|ています)|つながっ(?:た)?|原因|元|戦略|方針"
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which comments on a section a question asks for.

    Attributes:
        words: What else the question says that the comment is about.
        changing: Only those that changed the section.
        both_counts: All of them counted, then those of one outcome.
        outcomes: Only those of these outcomes.
        called: How comments of these outcomes are called, "" for all.
        kinds: Only those of these kinds of submitters.
    """

    words: tuple[str, ...] = ()
    changing: bool = False
    both_counts: bool = False
    outcomes: frozenset[Outcome] = frozenset(Outcome)
    called: str = ""
    kinds: frozenset[SubmitterKind] = frozenset(SubmitterKind)


def comments_wanted(query: Query, library: Library) -> Wanted | None:
    """Which comments on its sections a question asks for; None where it asks for none."""
    text = fold(query.completed)
    mentions = query.mentions
    if not mentions.sections or mentions.comments or mentions.meetings or mentions.footnotes:
        return None
    sender = _SENDER.search(text) or (_TIED_TO_PLACE.search(text) and _WHO_DID.search(text))
    said = query.submitters and _SAID.search(text)
    about_comments = sender or said or _ABOUT_COMMENTS.search(text) or _WAS_CHANGED.search(text)
    if _SPOKEN.search(text) or not about_comments:
        return None
    by_column = (words for _, words in (*OUTCOME_WORDS, *KIND_WORDS))
    special = (*by_column, NOT_REVISED, _ASKING, _TIED_TO_PLACE, STATED)
    found = dict.fromkeys(compounds(unexplained(query, library, special)))
    words = _not_in_titles(tuple(found), query, library)
    wanted = replace(_of_an_outcome(text), words=words, kinds=_kinds(text))
    if words and not (sender or _SENT_ABOUT.search(text) or _CAUSED.search(text)):
        return None
    return wanted


def _not_in_titles(words: tuple[str, ...], query: Query, library: Library) -> tuple[str, ...]:
    """The words that are no part of a section's own title: 「相談窓口の項（4.1.1）」."""
    titles = "\n".join(
        document_slug(section.title)
        for number in query.mentions.sections
        for section in library.catalog.sections(number)
    )
    return tuple(word for word in words if word not in titles)


def _of_an_outcome(text: str) -> Wanted:
    asked = next(iter(outcomes_asked(text)), None)
    if asked is None:
        return Wanted()
    both = _COUNTED_THEN_A_PART.search(text) is not None
    if asked.outcome is Outcome.REVISED and not asked.negated:
        return Wanted(changing=not both, both_counts=both)
    name = OUTCOME_NAMES[asked.outcome]
    if asked.negated:
        others = frozenset(Outcome) - {asked.outcome}
        return Wanted(outcomes=others, called=phrase("「{name}」に当たらない", name=name))
    called = phrase("「{name}」に当たる", name=name)
    return Wanted(outcomes=frozenset({asked.outcome}), called=called, both_counts=both)


def _kinds(text: str) -> frozenset[SubmitterKind]:
    return frozenset(kinds_asked(text)) or frozenset(SubmitterKind)
