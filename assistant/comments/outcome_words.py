"""The words by which a question means comments of one outcome, or of one kind of submitter."""

from __future__ import annotations

import re

from assistant.wording import frames as wording
from assistant.wording.phrases import Phrase, phrase
from index.documents import Outcome, SubmitterKind

_CHANGE = (
    r"(?:修正|反映|採用|変更|修文|(?<!見)直|取り入れ|採り入れ|取り上げ|改め|書き換え|書き直"
    r"|変え|変わ|追記|加筆)"
)
#: Comments that changed nothing: 「修正されなかったもの」.
NOT_REVISED = re.compile(rf"{_CHANGE}\S{{0,4}}?(?:なかった|ていない|ない|なし|ず)")
_COVERED = r"(?:記載|対応|盛り込|書|入って|触れ|含|載)"
_WORDS = (
    (Outcome.UNCHANGED, r"原案の?(?:まま|とおり|どおり|通り)|(?:案|文)は?(?:そのまま|変わらな)"),
    (Outcome.AGREEMENT, r"賛成|賛同|支持"),
    (Outcome.FOR_REFERENCE, r"(?:今後の?)?参考"),
    (
        Outcome.ALREADY_COVERED,
        rf"(?:既に|すでに|もう)\S{{0,8}}?{_COVERED}|記載・?対応済み?|(?:記載|対応)済み?",
    ),
    (Outcome.EXPLAINED, r"考え方の?(?:説明|み)|説明(?:のみ|だけ|された|した)"),
    (Outcome.REVISED, rf"{_CHANGE}|つながった"),
)
OUTCOME_WORDS = {outcome: re.compile(words) for outcome, words in _WORDS}
KIND_WORDS = {
    SubmitterKind.INDIVIDUAL: re.compile(r"個人(?!情報|データ|番号|の情報|\()"),
    SubmitterKind.ORGANISATION: re.compile(
        r"(?:企業|会社|法人|組織)(?:[・、や]|又は|及び|と)?団体|企業|団体|会社|法人"
    ),
}


def outcome_asked(text: str) -> tuple[Outcome | None, bool]:
    """The outcome that a question means, and whether it means all others instead."""
    if NOT_REVISED.search(text):
        return Outcome.REVISED, True
    found = (outcome for outcome, words in OUTCOME_WORDS.items() if words.search(text))
    return next(found, None), False


def kinds_asked(text: str) -> tuple[SubmitterKind, ...]:
    """The kinds of submitters that a question names."""
    return tuple(kind for kind, words in KIND_WORDS.items() if words.search(text))


def comments_of(outcome: Outcome | None, *, negated: bool) -> Phrase:
    """What comments of an outcome are called, e.g. 「修正」に当たらない意見."""
    if outcome is None:
        return phrase("意見")
    name = wording.OUTCOME_NAMES[outcome]
    if negated:
        return phrase("「{outcome}」に当たらない意見", outcome=name)
    return phrase("「{outcome}」に当たる意見", outcome=name)
