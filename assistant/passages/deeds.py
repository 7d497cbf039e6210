"""What a question says is done, or how something is: in other words than documents have."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.query import Query, QuestionKind
from index.text.morphology import ContentWord

# Who did something is asked for by what was done: 落札した会社はどこ.
_DOER = re.compile(
    r"(?P<deed>[一-鿿]{2})(?:し|され)(?:た|ている)(?:会社|企業|業者|団体|組織|機関|国|人|者|方)は"
    r"(?:どこ|誰|だれ|どなた|何)"
)
_DONE = re.compile(r"(?:でき|出来|す[るれべ]|し(?:た|て|な|ま|よう|つつ)|され|させ|せず)")
_LONGEST_ENDING = 4  # letters between what is done and the end of the question: されてい
# Nouns of verbs: 遅れ, 騒ぎ, 触れ込み
_DEED = re.compile(r"(?:[一-鿿][ぁ-ゖ]?){1,2}(?<=[一-鿿])[いえきぎけげしせちてびべみめりれ]")
_QUALITY = re.compile(r"(?:で(?=[、。]|ある|す|し|は|も|$|[一-鿿]{2,}[、。])|だ|な(?=の))")
_BEYOND = re.compile(r"もな[いくかさ]")  # 途方もない
# Whether something was done is answered by what says that it was: 犯人は逮捕されましたか.
_WHETHER = re.compile(r"(?:まし)?た(?:の|ん)?(?:です|でしょう)?か[。?？]?$")
_OPEN = re.compile(r"誰|だれ|どなた|何|なに|なん|どこ|どれ|どの|どう|どん|どち|いつ|いく|なぜ")


def deeds_asked_for(query: Query, words: Sequence[ContentWord]) -> tuple[ContentWord, ...]:
    """What somebody is asked for by who did it, or what is asked whether it was done.

    Args:
        query: The question as understood.
        words: Its words.
    """
    text = query.completed
    doing = _DOER.search(text)
    if doing:
        return tuple(word for word in words if word.surface == doing["deed"])
    end = _WHETHER.search(text)
    if end is None or query.kind is not QuestionKind.FACT or _OPEN.search(text) or not words:
        return ()
    last = words[-1]
    is_done = last.part_of_speech == "動詞" or _DONE.match(text, last.end)
    return (last,) if is_done and last.end >= end.start() - _LONGEST_ENDING else ()


def is_said_of(question: str, start: int, end: int) -> bool:
    """Whether a noun is what is done or how something is (先延ばしできる), not a thing.

    Args:
        question: The question.
        start: The noun's first character in it.
        end: One past its last character.
    """
    if _DONE.match(question, end) or _DEED.fullmatch(question[start:end]):
        return True
    if _BEYOND.match(question, end):
        return True
    before = question[:start]
    subject = before.endswith(("は", "が")) and not before.endswith(("には", "では"))
    return subject and _QUALITY.match(question, end) is not None
