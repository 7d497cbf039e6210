"""What came of a comment: revised, or left as it was; a sentence must not turn it round."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answers import Fault
from assistant.sentence_checks.grounds import Finding, Ground
from assistant.sentence_checks.quotes import outside_quotes
from index.documents import Comment, Outcome

_WORD = r"(?:修正|反映|変更|追記|追加|削除|採用|改め|改訂|見直)"
#: 修正すべき, 修正を求め and the like are what somebody wants, not what came of it.
_WANTED = re.compile(
    rf"{_WORD}(?:され|す|し|し?て|を|が|の|に|など|等)*(?:べき|ほしい|欲しい|頂きたい|いただきたい|求め|"
    r"要望|提案|要請|希望|必要|よう|主張|意見|検討)"
)
_KEPT = re.compile(
    rf"原案の(?:とおり|通り|まま)|{_WORD}(?:は|が|を|も)?(?:され|し|行われ|行わ|行っ|なさ)?(?:て)?(?:い)?"
    r"(?:ず|ない|なかった|ません|ていない|ていません|れていません|れません)"
    rf"|{_WORD}(?:する|した|される|された)?(?:と|こと)?(?:は|の)?(?:記載|書|示|回答|方針)?(?:か|さ|し)?(?:れて|て)?"
    r"(?:は)?(?:いない|いません|ありません|ない|なし)"
    r"|見送|不採用|\b(?:not|without) (?:be(?:ing)? )?(?:revis|adopt|chang|amend|modif)\w+"
    r"|\bleft (?:as it was|unchanged)|\bunchanged\b|\brejected\b",
    re.IGNORECASE,
)
_REVISED = re.compile(
    rf"{_WORD}(?:いた|致)?(?:し(?:た|ます|まし|て(?:い|お)|、)|す(?:と|。)"
    r"|する(?:こと|と(?:の|回答|し|され)|方針|。|$)"
    r"|され(?:た|る|まし|ます|て(?:い|お)|、)|が(?:行|加え|なさ)|を(?:行(?:う|い|っ)|加え))"
    r"|改め(?:られ|る|た|まし|ます)|取り(?:入れ|込)(?:られ|む|まれ|ん)|盛り込(?:まれ|む|み)"
    r"|\b(?:was|were|is|are|been|be) (?:revised|changed|amended|adopted|modified|reflected)",
    re.IGNORECASE,
)


def outcome_fault(sentence: str, grounds: Sequence[Ground]) -> Finding | None:
    """Words for an outcome that a cited comment did not have."""
    comments = [ground.unit for ground in grounds if isinstance(ground.unit, Comment)]
    text = _WANTED.sub("", outside_quotes(sentence))
    if not comments:
        return None
    kept = _KEPT.search(text)
    revised = _REVISED.search(_KEPT.sub("", text))
    for comment in comments:
        if comment.outcome is Outcome.REVISED and kept and not revised:
            return Finding(Fault.OUTCOME_CONTRADICTED, kept.group())
        if comment.outcome is not Outcome.REVISED and revised:
            return Finding(Fault.OUTCOME_CONTRADICTED, revised.group())
        if comment.outcome is Outcome.REVISED and "原案の" in text:
            return Finding(Fault.OUTCOME_CONTRADICTED, "原案の")
    return None
