"""Numbers that name a place: sections, comments, meetings, footnotes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answers import Fault
from assistant.sentence_checks.grounds import Finding, Ground

_SECTION = r"\d+(?:\.\d+)+(?:\(\d+\))?(?:[ivx]+(?![a-z]))?|\d+\(\d+\)(?:[ivx]+(?![a-z]))?"
_NAMED = (
    r"(?:意見|脚注|注|発言|資料|別添|別紙|別表|様式|項目|論点|参考|議題|スライド|図|表|no\.|番号|コメント|個人)"
    r"(?:\d+(?:-\d+)*|\(\d+\))"
)
_ORDINAL = r"第[\d一二三四五六七八九十百]+(?:回|章|節|条|項|号|部|版|期|次|款|編|案)"
_ENGLISH = (
    r"(?:comment|footnote|section|chapter|article|utterance|slide|meeting|no\.)s?\s+"
    r"\d+(?:[.-]\d+)*"
    r"|\d+(?:st|nd|rd|th)\b"
)
#: `1.5億円` and `93.7%` are figures, though they look like sections.
_NO_FIGURE = r"(?!\d*\s*(?:[十百千万億兆%倍円人件割点台度秒分]|パーセント|ポイント|時間))"
_ITEM = r"\(\d{1,2}\)(?!\s*[件人者名社回年月日%円])"  # 上記(1)
#: An id in a folded text.
ID = re.compile(
    rf"{_NAMED}|{_ORDINAL}|{_ENGLISH}|(?:{_SECTION}){_NO_FIGURE}|{_ITEM}|\d+(?:-\d+)+",
    re.IGNORECASE,
)
_KANJI_ORDINAL = re.compile(r"(?<=第)[一二三四五六七八九十]+")
_DIGITS = {character: value for value, character in enumerate("一二三四五六七八九", start=1)}
_WESTERN = re.compile(r"\d+(?:[.-]\d+)*(?:\(\d+\))?")
#: What an English word for a kind of place is in the documents.
_IN_JAPANESE = {
    "comment": "意見{0}", "footnote": "脚注{0}", "meeting": "第{0}回", "utterance": "発言{0}",
    "chapter": "第{0}章", "article": "第{0}条",
}  # fmt: skip


def id_fault(text: str, grounds: Sequence[Ground]) -> Finding | None:
    """An id that stands in no cited unit.

    Args:
        text: The sentence, folded by `search_key`.
        grounds: The cited units.
    """
    for match in ID.finditer(text):
        if not any(_stands(match.group(), ground) for ground in grounds):
            return Finding(Fault.ID_NOT_FOUND, match.group())
    return None


def _stands(found: str, ground: Ground) -> bool:
    wanted = _arabic(_japanese(found))
    # `意見2` must not be found in `意見27-2`, nor `2.3` in `5.2.3`.
    pattern = rf"(?<!\d)(?<!\d[.-]){re.escape(wanted)}(?![\d-]|\.\d)"
    return re.search(pattern, _arabic(ground.words)) is not None


def _japanese(found: str) -> str:
    """`comment 27-2` as 意見27-2, `39th` as 第39回; others as they are."""
    word = re.match(r"[a-z]+", found)
    number = _WESTERN.search(found)
    if number is None:
        return found
    if word and (name := word.group().removesuffix("s")) in _IN_JAPANESE:
        return _IN_JAPANESE[name].format(number.group())
    if re.fullmatch(r"\d+(?:st|nd|rd|th)", found):
        return f"第{found[:-2]}"
    return number.group() if word else found


def _arabic(text: str) -> str:
    """第三回 as 第3回."""
    return _KANJI_ORDINAL.sub(lambda match: str(_kanji(match.group())), text)


def _kanji(numeral: str) -> int:
    tens, has_tens, rest = numeral.rpartition("十")
    value = 10 * (_DIGITS.get(tens, 1) if has_tens else 0)
    return value + (_DIGITS[rest[-1]] if rest else 0)
