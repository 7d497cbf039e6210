"""Brings what is asked of tables and places into the words that the rules read.

「意見の提出総数」 asks what 「意見の件数」 does, and 「…は誰ですか。第22回の話です。」 what
「第22回で、…は誰ですか」 does. Nothing is left out but such words of asking.
"""

from __future__ import annotations

import re

from assistant.understanding.idioms import rewritings

_PLACE = (
    r"(?P<place>[^。、？?「」]{0,20}?(?:第?\s*[\d０-９一二三四五六七八九十]+\s*回目?"
    r"(?:の?(?:会合|会議|部会|協議会))?"
    r"|会合|会議|議事(?:要旨|録)|名簿|意見の?募集(?:の結果)?|パブコメ|パブリック・?コメント"
    r"|戦略|方針|計画|案|概要)[)）]?)"
)
_OF_IT = (
    r"(?:(?:での?|に(?:ついて|関して|関する)の?|における|の)"
    r"(?:話|件|こと|質問|お尋ね|確認|方|ほう|中|中身|ところ|とき|時|場合|使われ方|意味|用語|記載|記述)?)?"
)
_IS = r"(?:(?:なの|なん)?(?:です|だ)(?:が|けど|けれども?)?|で)?"
_TOLD_FIRST = re.compile(
    rf"^{_PLACE}{_OF_IT}(?:{_IS}。|(?:なの|なん)?(?:です|だ)(?:が|けど|けれども?)、)\s*(?=[^。])"
)
_TOLD_LAST = re.compile(
    rf"(?<=[。？?])\s*(?:対象は|資料は)?{_PLACE}"
    rf"(?:{_OF_IT}{_IS}|の(?:該当|関係|関連)(?:箇所|部分)を[^。、]{{2,12}})。?$"
)
_NUMBERED = re.compile(r"第?\s*[\d０-９]+\s*回")


def asked_plainly(question: str) -> str:
    """A Japanese question in the words of the tables, with its place where it begins."""
    question = _with_place_first(question)
    for pattern, words in rewritings("asking.tsv"):
        question = pattern.sub(words, question)
    return question


def _with_place_first(question: str) -> str:
    """The question with the place that a sentence of its own tells, at its beginning."""
    for told in (_TOLD_FIRST, _TOLD_LAST):
        match = told.search(question)
        rest = told.sub("", question).strip() if match else ""
        if match and rest and not (_NUMBERED.search(rest) and _NUMBERED.search(match["place"])):
            return f"{match['place']}で、{rest}"
    return question
