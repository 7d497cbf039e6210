"""Recognises questions about the comments on a section, and which of them they ask for."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from assistant.comments.unexplained import compounds, unexplained
from assistant.query import Query
from assistant.understanding.mentions import fold
from assistant.wording.phrases import phrase
from index.documents import Outcome, SubmitterKind
from index.ids import document_slug
from index.library import Library

_OPINION = r"(?:意見(?!交換|集約|書)|コメント|パブコメ)"
_ABOUT_COMMENTS = re.compile(_OPINION)
_SENT_ABOUT = re.compile(
    rf"(?:対する|への|ついての|関する|係る|寄せられた|出された|提出された){_OPINION}"
    rf"|{_OPINION}(?:を|が|は)[^、。]{{0,12}}(?:出し|出され|提出|寄せ)"
)
_SENDER = re.compile(
    r"提出(?:者|元)|(?:求め|要望し|提案し|主張し|指摘し|訴え|要請し|提起し|述べ)て?い?た"
    r"(?:の|者|企業|団体|会社|法人)(?:は|が)"
)
_SPOKEN = re.compile(r"会合|会議|議事|発言|構成員|委員")
_CHANGE = re.compile(
    r"変え|変わ|変更|修正|修文|改め|反映|追記|加筆|採用|採択|[取採]り入れ|盛り込|受け入れ(?!態勢|体制)"
)
_WAS_CHANGED = re.compile(
    r"(?:変え|変更|修正|修文|追記|加筆)(?:が|を)?(?:さ|加え)?(?:れ|られ)|変わ[っり]"
)
_NOT_CHANGED = re.compile(
    r"(?:変更|修正|反映)(?:は|が|を)?(?:(?:され|し)(?:なかった|ていない|ない|ず)|なし)"
    r"|(?:変え|変わ)(?:られ)?(?:なかった|らなかった)"
)
_COUNTED_THEN_A_PART = re.compile(r"(?:何件|いくつ|幾つ|件数).*?(?:うち|中で|内で)")
_BY_OUTCOME = (
    (
        Outcome.UNCHANGED,
        phrase("原案のとおりとされた"),
        re.compile(r"原案の?(?:とおり|通り|どおり)(?:と(?:した|された|する))?"),
    ),
    (Outcome.AGREEMENT, phrase("賛同の"), re.compile(r"賛同|賛成")),
    (
        Outcome.FOR_REFERENCE,
        phrase("今後の参考とされた"),
        re.compile(r"(?:今後の)?参考(?:と(?:した|された|する))?"),
    ),
)
_BY_KIND = (
    (
        SubmitterKind.INDIVIDUAL,
        re.compile(r"(?<![一-鿿々])個人(?:から|の|による|[がは]|って|[?？。]|$)"),
    ),
    (
        SubmitterKind.ORGANISATION,
        re.compile(
            r"(?<![一-鿿々])(?:企業|団体|法人|会社)(?:(?:・|や|、)?(?:企業|団体))?(?:から|の|による|[がは]|って|[?？。]|$)"
        ),
    ),
)
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
    about_comments = _ABOUT_COMMENTS.search(text)
    sender = _SENDER.search(text)
    if _SPOKEN.search(text) or not (about_comments or sender or _WAS_CHANGED.search(text)):
        return None
    special = (*(words for *_, words in (*_BY_OUTCOME, *_BY_KIND)), _NOT_CHANGED, _CHANGE, _ASKING)
    found = dict.fromkeys(compounds(unexplained(query, library, special)))
    words = _not_in_titles(tuple(found), query, library)
    if words and not (sender or _SENT_ABOUT.search(text)):
        return None
    return replace(_of_an_outcome(text), words=words, kinds=_kinds(text))


def _not_in_titles(words: tuple[str, ...], query: Query, library: Library) -> tuple[str, ...]:
    """The words that are no part of a section's own title: 「相談窓口の項（4.1.1）」."""
    titles = "\n".join(
        document_slug(section.title)
        for number in query.mentions.sections
        for section in library.catalog.sections(number)
    )
    return tuple(word for word in words if word not in titles)


def _of_an_outcome(text: str) -> Wanted:
    if _NOT_CHANGED.search(text):
        others = frozenset(Outcome) - {Outcome.REVISED}
        return Wanted(outcomes=others, called=phrase("修正とされていない"))
    for outcome, called, pattern in _BY_OUTCOME:
        if pattern.search(text):
            both = _COUNTED_THEN_A_PART.search(text) is not None
            return Wanted(outcomes=frozenset({outcome}), called=called, both_counts=both)
    changing = _CHANGE.search(text) is not None
    both = changing and _COUNTED_THEN_A_PART.search(text) is not None
    return Wanted(changing=changing and not both, both_counts=both)


def _kinds(text: str) -> frozenset[SubmitterKind]:
    named = frozenset(kind for kind, pattern in _BY_KIND if pattern.search(text))
    return named or frozenset(SubmitterKind)
