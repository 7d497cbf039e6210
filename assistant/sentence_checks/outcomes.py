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
_DONE = r"(?:(?:受け|取り|採り)入れ(?:ら)?|認めら|盛り込ま|改めら)れ?"
_KEPT = re.compile(
    rf"原案の(?:とおり|通り|まま)|{_WORD}(?:は|が|を|も)?(?:され|し|行われ|行わ|行っ|なさ)?(?:て)?(?:い)?"
    r"(?:ず|ない|なかった|ません|ていない|ていません|れていません|れません)"
    rf"|{_WORD}(?:する|した|される|された)?(?:と|こと)?(?:は|の)?(?:記載|書|示|回答|方針)?(?:か|さ|し)?(?:れて|て)?"
    r"(?:は)?(?:いない|いません|ありません|ない|なし)"
    rf"|{_DONE}(?:て(?:は)?い)?(?:ず|な(?:い|かっ)|ませ)"
    r"|(?:案|本文|記載|記述|文言|戦略|方針)(?:は|が|を|に)?[^。、]{0,6}(?:変わ(?:ら|りま?せ?ん)|維持|据え置)"
    r"|現行のまま|そのまま(?:と|維持)|見送|不採用|却下"
    r"|\b(?:not|without|never|refused to|declined to) (?:be(?:ing)? )?"
    r"(?:revis|adopt|chang|amend|modif|accept|reflect|updat)\w*"
    r"|\bleft (?:as it was|as it is|unchanged)|\bunchanged\b|\brejected\b",
    re.IGNORECASE,
)
_NO_NEED = re.compile(rf"{_WORD}(?:を)?(?:する|の)?必要(?:は|が|も)?(?:ない|なし|なく|ありません)")
_REVISED = re.compile(
    rf"{_WORD}(?:いた|致)?(?:し(?:た(?!い)|ます|まし|て(?:い|お)|、)|す(?:と|。)"
    r"|する(?:こと(?:と|に)(?:され|し|な)|と(?:の(?:回答|方針)|回答|し|され)|方針|。|$)"
    r"|され(?:た(?!い)|まし|ます|て(?:い|お)|、|る(?:。|$|こと|予定))|が(?:行|加え|なさ)|を(?:行(?:う|い|っ)|加え)|済)"
    rf"|{_DONE}(?:た|る|まし|ます|て(?:い|お))|改め(?:る|た|まし|ます)|(?:取り|採り|受け)入れ(?:た|まし|る)"
    r"|(?:取り|盛り)込(?:む|み|ん)"
    r"|\b(?:was|were|is|are|has|have|had|will|been|be|duly) (?:been |be |duly )?"
    r"(?:revised|changed|amended|adopted|modified|reflected|updated|rewritten|altered|incorporated"
    r"|accepted)\b|\b(?:city|government|council|office|it|they) "
    r"(?:revised|changed|amended|adopted|modified|rewrote|accepted|incorporated)\b",
    re.IGNORECASE,
)
_ENGLISH_WISH = re.compile(r"\b(?:should|must|asks?|asked|requests?|wants?)\b[^.]*", re.IGNORECASE)


def outcome_fault(sentence: str, grounds: Sequence[Ground]) -> Finding | None:
    """Words for an outcome that a cited comment did not have."""
    comments = [ground.unit for ground in grounds if isinstance(ground.unit, Comment)]
    if not comments:
        return None
    whole = outside_quotes(sentence)
    text = _ENGLISH_WISH.sub("", _WANTED.sub("", whole))
    kept = _KEPT.search(text) or _NO_NEED.search(whole)
    revised = _REVISED.search(_KEPT.sub("", text))
    for comment in comments:
        if comment.outcome is Outcome.REVISED and kept and not revised:
            return Finding(Fault.OUTCOME_CONTRADICTED, kept.group())
        if comment.outcome is not Outcome.REVISED and revised:
            return Finding(Fault.OUTCOME_CONTRADICTED, revised.group())
        if comment.outcome is Outcome.REVISED and "原案の" in text:
            return Finding(Fault.OUTCOME_CONTRADICTED, "原案の")
    return None
