"""Puts a follow-up in the form that the rules know: corrections, and turns by their order.

「いえ、第39回ではなく第22回のほうです」 is 「では第22回は？」, and 「最初に聞いた意見の回答は」 is
「その意見の回答は」 after the first turn.
"""

from __future__ import annotations

import re

from assistant.understanding.followups.turns import Conversation
from assistant.understanding.mentions import find_mentions, fold
from assistant.understanding.numerals import value_of

_SORRY = re.compile(
    r"^(?:(?:いい?え|いや|あっ?|ああ|あれ|違(?:い|う)[^、。,\s]{0,6}|間違(?:え|い)[^、。,\s]{0,6}"
    r"|そう(?:では|じゃ)なく(?:て)?|失礼[^、。,\s]{0,8}|すみません|すいません|ごめん(?:なさい)?"
    r"|訂正[^、。,\s]{0,6}|no|sorry|oops|actually|my mistake)(?:[、。,.!\s]+|$))+",
    re.IGNORECASE,
)
_ASKED_FOR = re.compile(
    r"^(?:(?:聞き|尋ね|知り|伺い|お聞きし|お尋ねし)た(?:い|かった)の(?:は|が)、?"
    r"|i (?:meant|mean|was asking about|wanted to (?:know|ask) about)\s+)",
    re.IGNORECASE,
)
_NOT_THAT = re.compile(
    r"^(?P<not>[^、。]{1,40}?)(?:の(?:ほう|方|こと|話|件))?(?:では|じゃ)な(?:くて?|い(?:ほう|方)の?)[、,]?"
)
# what is said of the one thing that is meant
_MEANT = re.compile(
    r"(?:の(?:ほう|方|こと|話|件|分|場合|間違い|つもり))?"
    r"(?P<said>(?:を|について|に関して|で)(?:聞い|聞き|知り|尋ね|伺|質問|お願い|願い|教え|見せ)[^、。?]*"
    r"|(?:なん)?(?:です|でした|だ)(?:ね|よ|が|けど)?|ね|instead)?[。.!]*$"
)
_MISTAKEN = re.compile(r"間違い|つもり|を(?:聞い|聞き|知り|尋ね|伺)")
_ASKS = re.compile(
    r"[をがは、。?]|何|誰|どこ|どの|どれ|いつ|なぜ|どう|^(?:それ|これ|その|この)|[ぁ-ん]{4}"
)

_ASKED = (
    r"(?:(?:私|こちら)が)?(?:(?:聞い|きい|尋ね|質問し|伺っ|お聞きし|お尋ねし|挙げ)(?:てい?)?た"
    r"|の(?:質問|問い)(?!者)|の(?:意見|話|件|節|項目?|脚注|発言|会[合議]|回)(?=に戻))"
)
#: An earlier turn by its order: 「最初に聞いたほうの」「1つ目の質問の」「一つ前に聞いた」.
_EARLIER = re.compile(
    r"^(?:(?P<first>[一1]番?(?:最初|初め|はじめ|前)|最初|初め|はじめ|先|元)"
    r"|(?P<number>\d|[一二三四五])(?:つ|番|個|回)目|(?P<before>(?:[一1]つの?|ひとつの?)?前))"
    rf"に?{_ASKED}(?P<tail>(?:の?(?:ほう|方|もの|件))?(?:に(?:戻|関し|つい)[^、。]*[、。])?)"
)
_PARTICLE = re.compile(r"^(?:の(?!節|会|意|脚|人|発)|[はがをにもへで、?。]|から|と)")


def corrected(question: str, talk: Conversation) -> str:
    """`では第22回は？` for 「いえ、第39回ではなく第22回のほうです」; else the question as it is."""
    text = fold(question).strip()
    rest = _ASKED_FOR.sub("", _SORRY.sub("", text))
    rejected = _NOT_THAT.match(rest)
    if rejected and not _was_asked(rejected["not"], talk):
        rejected = None
    rest = rest[rejected.end() :] if rejected else rest
    meant = _MEANT.search(rest)
    name = rest[: meant.start()].strip("、, ") if meant else ""
    if meant is None or not name or _ASKS.search(name):
        return rest if rejected else question
    is_told = rejected or rest != text or _MISTAKEN.search(meant.group())
    if is_told or (meant["said"] and _is_a_place(name)):
        return f"what about {name}?" if question.isascii() else f"では{name}は？"
    return question


def _was_asked(name: str, talk: Conversation) -> bool:
    """Whether what is rejected was spoken of: 「政務官ではなく大臣は」 may begin anew."""
    said = fold(talk.last.query.completed + talk.last.answer)
    return fold(name) in said or bool(find_mentions(name))


def _is_a_place(name: str) -> bool:
    mentions = find_mentions(name)
    return bool(mentions.meetings or mentions.comments or mentions.sections) and len(name) < 10


def after_turn(question: str, talk: Conversation) -> tuple[str, Conversation]:
    """The question with その for an earlier turn it names by its order, and the talk so far."""
    match = _EARLIER.match(fold(question))
    if match is None:
        return question, talk
    length = len(talk.turns)
    until = 1 if match["first"] else value_of(match["number"]) if match["number"] else length - 1
    if not 0 < until <= length:
        return question, talk
    rest = fold(question)[match.end() :]
    if not match["tail"].endswith(("、", "。")):
        rest = f"それ{rest}" if _PARTICLE.match(rest) else f"その{rest.removeprefix('の')}"
    return rest, Conversation(talk.turns[:until], talk.vocabulary)
