"""Completes 「第39回と比べると？」 and 「修正前後は？」 with what was spoken of before."""

from __future__ import annotations

import re

from assistant.comparisons.comparing import BEFORE_AND_AFTER, COMPARING, IN_COMMON, MORE_OR_LESS
from assistant.comparisons.meeting_aspects import ASPECTS
from assistant.understanding.followups.nouns import replaced_noun
from assistant.understanding.followups.short import Short
from assistant.understanding.followups.turns import Conversation
from assistant.understanding.mentions import find_mentions

_AGAINST = re.compile(
    r"[^、。]{1,40}?(?:の場合)?(?:と|とは|に対して|より)[、,]?(?:は|も)?"
    r"(?:比べ|比較|どう|どちら|どっち|の?違い|何が|どこが|同じ|多い|少ない)"
)
_OPINIONS = "意見の数"
# 「どちらが多いですか」 after each of two meetings was asked about
_WHICH = re.compile(
    r"^(?:どちら|どっち|どの回)(?:の(?:回|会合|会議|ほう|方))?が、?[^、。]{1,14}[?？。]*$"
)
_SAME_ONE = re.compile(r"^(?:同じ(?:人|場所|方|顔ぶれ)|一緒)(?:です|でし|なの|だっ)")
# 「英国と並べて見せて」
_BESIDE = re.compile(
    r"^(?!その|この|それ|これ|以前|前|昨|去|先|当時|現|\d)(?P<other>[^、。はがを]{1,30}?)(?:の(?:場合|ほう|方|取組|例|状況|動き|対応|それ))?と(?:も|は)?、?(?:並べて|見)?、?"
    r"(?:比べ|比較|対比|対照|並べ|どう違|何が違|どこが違|の?違い)"
)


def compared(question: str, talk: Conversation) -> str | None:
    """The question with the other side of its comparison; None where it compares nothing.

    Args:
        question: As asked, without the words before it.
        talk: The turns before it.
    """
    if BEFORE_AND_AFTER.search(question) and not find_mentions(question):
        return _of_the_place(question, talk)
    if not COMPARING.search(question):
        return None
    mentions = find_mentions(question)
    submitters = _submitters(question, talk)
    which = _WHICH.match(question)
    if (IN_COMMON.search(question) or which) and not mentions and not submitters:
        of_aspect = which or _SAME_ONE.match(question)
        return _of_both(f"{_aspects(talk)}は{question}" if of_aspect else question, talk)
    if not _AGAINST.search(question):
        return _against_thing(question, talk)
    if len(mentions.meetings) == 1:
        return _against_meeting(question, mentions.meetings[0], talk)
    if len(mentions.comments) == 1:
        key = str(mentions.comments[0])
        others = [comment.key for comment in talk.comments() if comment.key != key]
        return f"意見{others[0]}と意見{key}の違いは何ですか" if len(others) == 1 else None
    if len(mentions.sections) == 1:
        return _against_section(mentions.sections[0], talk)
    if len(submitters) == 1:
        return _against_submitter(question, submitters[0], talk)
    return _against_thing(question, talk)


def _submitters(question: str, talk: Conversation) -> tuple[str, ...]:
    """Those the question names, by a short name too where one was spoken of before."""
    vocabulary = talk.vocabulary
    if not talk.submitters():
        return ()
    in_full = vocabulary.places.in_plain_notation(f"{question} {_OPINIONS}")
    return vocabulary.submitters_named(in_full)


def _against_meeting(question: str, number: int, talk: Conversation) -> str | None:
    before = [meeting for meeting in talk.meetings() if meeting != number]
    if not before:
        return None
    aspects = [aspect.name for aspect in ASPECTS if aspect.asked.search(question)]
    names = "と".join(aspects) or _aspects(talk)
    of = f"の{names}" if names else ""
    return f"第{before[-1]}回と第{number}回{of}を比べてください"


def _aspects(talk: Conversation) -> str:
    """The aspects of a meeting that the last question asked for."""
    asked = talk.last.query.completed
    return "と".join(aspect.name for aspect in ASPECTS if aspect.asked.search(asked))


def _against_submitter(question: str, name: str, talk: Conversation) -> str | None:
    before = [known for known in talk.submitters() if known != name]
    if len(before) != 1:
        return None
    if MORE_OR_LESS.search(question):
        return f"{before[0]}と{name}では{_OPINIONS}はどちらが多いですか"
    return f"{before[0]}と{name}の意見の違いは何ですか"


def _against_section(number: str, talk: Conversation) -> str | None:
    before = [s.locator.section for s in talk.sections() if s.locator.section != number]
    return f"{before[0]}と{number}の違いは何ですか" if len(before) == 1 and before[0] else None


def _against_thing(question: str, talk: Conversation) -> str | None:
    """What the question names, beside what it takes the place of in the last one."""
    match, topic = _BESIDE.match(question), talk.topic()
    if match is None or find_mentions(question):
        return None
    other = match["other"]
    noun = replaced_noun(Short(other, ""), topic, talk) if topic else ""
    return f"{topic.replace(noun, f'{noun}と{other}', 1)}を比べてください" if noun else None


def _of_both(question: str, talk: Conversation) -> str | None:
    """The two meetings that were asked about last."""
    asked = [number for turn in talk.turns for number in turn.query.mentions.meetings]
    latest = list(dict.fromkeys(reversed(asked)))[:2]
    if len(latest) < 2:
        return None
    names = "と".join(f"第{number}回" for number in sorted(latest))
    return f"{names}の{question}"


def _of_the_place(question: str, talk: Conversation) -> str | None:
    """The comment or the section that was asked about last."""
    mentions = talk.last.query.mentions
    if mentions.comments:
        return f"意見{mentions.comments[-1]}の{question}"
    if mentions.sections:
        return f"{mentions.sections[-1]}の{question}"
    comments = talk.comments()
    return f"意見{comments[0].key}の{question}" if len(comments) == 1 else None
