"""Brings the ends of spoken questions into the form that the rules read.

「何章なの？」 and 「何章だっけ」 ask what 「何章ですか」 does, 「章を示されたい」 what
「章を教えてください」 does; 「採用され」 broke off before 「ましたか」.
"""

from __future__ import annotations

import re

from index.text.morphology import words_of

_ASKED = (
    r"(?:誰|だれ|どなた|何|なに|なん|どこ|どれ|どちら|どっち|いつ|いくつ|いくら|なぜ|どう"
    r"|(?:何|どの)[一-鿿]{1,3})"
)
_CASUAL = re.compile(
    rf"(?<![一-鿿])(?P<asked>{_ASKED})"
    r"(?:なの(?:かな?)?|なん(?:だ(?:っけ|ろう)?)?|(?:だっ?た?|でし?た?)っけ|か[なね]|だろうか?)"
    r"[ー〜~?？。]*$"
)
_WONDERED = re.compile(r"(?<=[たるい])の[?？]$")
_REQUEST = re.compile(r"お(?:答え|示し|教え|聞かせ)$")
# 「…を示されたい」 of reports, 「…を示せ」 of examinations, 「…をお願いします」 of conversation
_END = r"(?=[。.!！]|$)"
_TELL = r"(?:御|ご)?(?:示|教示|明示|提示|回答|説明|明らかに)"
_DEMANDS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), words)
    for pattern, words in (
        (rf"{_TELL}(?:さ?れたい|(?:し|さ)?せ?よ|せ|願いたい|願います){_END}", "教えてください"),
        (rf"(?<=[一-鿿])(?:されたい|せよ){_END}", "してください"),
        (rf"(?<=[えべげ])(?:られたい|よ){_END}", "てください"),
        (rf"が知りたい(?:です|の?ですが?|んです(?:が|けど)?|んだけど)?{_END}", "を教えてください"),
        (rf"知りたい(?:です|の?ですが?|んです(?:が|けど)?|んだけど)?{_END}", "教えてください"),
        (
            rf"(?<=を)(?:お願い(?:し|いたし|致し)ます|お願い|頼みます?|(?:くだ|下)さい){_END}",
            "教えてください",
        ),
    )
)
_BROKEN_OFF = re.compile(r"(?:あり|おり|なり|[一-鿿]わり|され|られ|でき)$")
_STEM = re.compile(r"[いきしちにみりぎびえけせてねめれげべ]$")
_ENDED = re.compile(r"(?:[たな]|らし|ま)い$")


def with_plain_ending(question: str) -> str:
    """The question with an end that is complete and polite."""
    mended = _REQUEST.sub(r"\g<0>ください", _CASUAL.sub(r"\g<asked>ですか", question))
    mended = _WONDERED.sub("のですか", mended)
    for demand, words in _DEMANDS:
        mended = demand.sub(words, mended)
    if mended != question:
        return mended
    if question.endswith("あり"):
        return f"{question}ますか"
    return f"{question}ましたか" if _breaks_off(question) else question


def _breaks_off(question: str) -> bool:
    """Whether the question ends in a verb's stem, to which an ending belongs."""
    if _ENDED.search(question):
        return False
    if _BROKEN_OFF.search(question):
        return True
    words = words_of(question)
    before, last = words[-2:] if words[1:] else (None, None)
    if before is None or last is None or last.part_of_speech not in ("動詞", "助動詞"):
        return False
    return bool(_STEM.search(question)) and before.part_of_speech not in ("接頭辞", "助詞")
