"""What a question takes for an office, a body or a name of attendees and no roster prints.

「法務大臣はいましたか」 is answered by a roster that has ministers and none of justice: it has
none. Whether 「女性」 applies to somebody it does not tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from index.text.morphology import content_words

_RANK = (
    r"(?:副大臣|大臣政務官|大臣|政務官|副長官|長官|補佐官|委員長|副知事|知事|副?市長|町長|村長|区長|局長"
    r"|部長|課長|室長|次官|署長|所長|審議官|参事官|秘書官|報道官|統括官|事務官|会長|会頭|座長|部会長|総裁|社長|理事長|学長|教授|教育長|消防長|警察官)"
)
_OF_BODY = (
    r"(?:関係者|側?から(?:の(?:出席|参加|人|方)|は?(?:誰|来|出|参加))"
    r"|の(?:人|方|社員|職員|代表者?)(?![一-鿿]))"
)
_ENDS_IN_A_RANK = re.compile(rf"{_RANK}$")
_PROFESSION = re.compile(r"(?:[士師家者員人]|女性?|男性?)$")


def strangers(question: str, unknown: Iterable[str]) -> tuple[str, ...]:
    """The unknown words that name a person, an office or a body.

    Args:
        question: The question.
        unknown: Its words that no roster accounts for.
    """
    found = []
    for word in unknown:
        if word.isascii():
            continue  # NEC may stand there by its full name
        # what is left of a question is in small letters
        ranked = re.search(rf"{re.escape(word)}[一-鿿ァ-ヶー]{{0,6}}?{_RANK}", question, re.I)
        ranked = ranked or re.fullmatch(rf".*{_RANK}", word)
        body = re.search(rf"({re.escape(word)}){_OF_BODY}", question, re.I)
        if ranked or body:
            found.append(ranked.group() if ranked else body[1] if body else "")
        elif any(part.is_name for part in content_words(word)):
            found.append(word)
    return tuple(dict.fromkeys(found))


def ranks_of_nobody(question: str, unknown: Iterable[str]) -> tuple[str, ...]:
    """The unknown words as ranks, where all of them are: 会長 of a council that has none."""
    words = tuple(unknown)
    found = strangers(question, words)
    ranks = all(map(_ENDS_IN_A_RANK.search, found)) and len(found) == len(words)
    return found if ranks else ()


def tell_of_people(question: str, unknown: Iterable[str]) -> bool:
    """Whether all these words say what somebody is or whom somebody belongs to: 女性, 与党の人."""
    words = tuple(unknown)
    missing = strangers(question, words)
    return all(
        _PROFESSION.search(word) or any(word in called for called in missing) for word in words
    )
