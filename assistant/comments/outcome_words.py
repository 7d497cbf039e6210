"""The words by which a question means comments of one outcome."""

from __future__ import annotations

import re

from index.documents import Outcome

_CHANGE = r"(?:修正|反映|採用|変更|修文|直|取り入れ|採り入れ|取り上げ|改め|書き換え|書き直)"
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
OUTCOME_WORDS = tuple((outcome, re.compile(words)) for outcome, words in _WORDS)


def outcome_asked(text: str) -> tuple[Outcome | None, bool]:
    """The outcome that a question means, and whether it means all others instead."""
    if NOT_REVISED.search(text):
        return Outcome.REVISED, True
    return next((outcome for outcome, words in OUTCOME_WORDS if words.search(text)), None), False
