"""Brings the many ways of writing a place into the one that `mentions` reads.

`5-2-3`, `3章の2の(1)` and 「取組方針の2」 name sections, `27番の2つ目` and `意見番号27枝番2` a
comment, `三十九回目` and `第22・39回` meetings. Only the spelling is changed here; whether
such a place is held decides the catalog.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

_KANJI = "〇一二三四五六七八九十百"
_DIGITS = {digit: value for value, digit in enumerate("〇一二三四五六七八九")}
_TENS = {"十": 10, "百": 100}
_CIRCLED = re.compile(r"[①-⑳]")
_HELD_BACK = 0xE000  # private use: NFKC would turn ② into 2
_KANJI_NUMBER = re.compile(
    rf"(?<![{_KANJI}一-鿿])(?!一番(?!目|の(?:御|ご)?(?:意見|コメント)))"  # 「一番多い」
    rf"[{_KANJI}]+(?=\s*(?:回|章|節|条|項|番|[つ件個]目))"
    rf"|(?<=第)[{_KANJI}]+(?=[回章節条項番])"
    rf"|(?<=意見)[{_KANJI}]+(?=[のはへを、\-]|$)"
    rf"|(?<=[{_KANJI}]の)[{_KANJI}]+(?=[のはへを、]|つ目|番目|$)"
)
#: After a number: what makes it a count or a date rather than the name of a place.
_COUNTED = (
    r"\s*(?:つの|つ(?!目)|個(?!目)|件|者|人|名|社|点|か所|箇所|項目|種類|回|年|月|日|%|割|倍|万|億)"
)
_NOT_COUNTED = rf"(?!{_COUNTED}|[\d.])"
_OPINION = (
    r"(?:意見|コメント|パブコメ|comment|(?<![A-Za-z])No\.?|#)"
    r"\s*(?:の?(?:整理)?番号|No\.?|#)?\s*(?:は|が|:)?\s*"
)
_CONSULTATION = (
    r"(?:(?:意見|コメント)(?:の?(?:募集|公募))?|パブコメ|パブリック・?コメント)"
    r"(?:の?(?:結果|一覧|表|中|うち))*"
)
# What only a comment has, behind its number: 「28番への回答」, 「28番を出したのは」.
_OF_A_COMMENT = (
    r"(?=(?:へ|に対する|に寄せ|に付|についての|の)(?:の|御|ご|[ぁ-ん]{0,4}た)?(?:回答|返答|返事|答え|考え方|提出|応募|採否"
    r"|対応結果|枝)|を(?:出し|提出|寄せ|送)|は(?:、?(?:誰|だれ|どなた)が?[^。]{0,6}(?:出|提出|寄せ|送)"
    r"|修正|採用|反映|採り|取り入れ|受け入れ|ボツ|却下))"
)
_BRANCH = r"\s*(?:番|号)?\s*(?:の?\s*枝(?:番号?)?(?:の|は)?|[-の]|\()\s*"
_TEXT_NAME = (
    r"(?:方針|戦略|計画|指針|大綱|要綱|骨子|ガイドライン|プログラム|本文|報告書|素案|原案|案)"
    r"\)?[」』]?"
)
_LONGEST_RANGE = 30  # comments
_ORDINAL = r"\d+(?:st|nd|rd|th)"

_Rewriting = str | Callable[[re.Match[str]], str]


def _joined(match: re.Match[str]) -> str:
    """第5章第2節3項 as 第5章2.3."""
    chapter, *below = (group for group in match.groups() if group)
    return f"第{chapter}章{'.'.join(below)}"


def _numbered(match: re.Match[str]) -> str:
    """戦略の3番 as 戦略の第3節; a chapter stays one."""
    return f"{match[1]}の第{match[2]}{match['called'] or '節'}"


def _every_meeting(match: re.Match[str]) -> str:
    if re.fullmatch(r"(?:第\s*\d+\s*回[^\d第]*)+", match.group()):
        return match.group()
    return "、".join(f"第{number}回" for number in re.findall(r"\d+", match.group()))


def _every_ordinal(match: re.Match[str]) -> str:
    return ", ".join(f"meeting {number}" for number in re.findall(r"\d+", match.group()))


def _every_branch(match: re.Match[str]) -> str:
    """意見11-1から11-3まで as 意見11-1、意見11-2、意見11-3."""
    number, first, other, last = match.groups()
    if (other and other != number) or not 0 <= int(last) - int(first) < _LONGEST_RANGE:
        return match.group()
    branches = range(int(first), int(last) + 1)
    return "、".join(f"意見{number}-{branch}" for branch in branches)


_REWRITINGS: tuple[tuple[re.Pattern[str], _Rewriting], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), rewriting)
    for pattern, rewriting in (
        (r"幾(?=[らつ])|何処", lambda m: "どこ" if m[0] == "何処" else "いく"),
        (r"(?<=\d)\s*[‐‑–—−ーｰ]\s*(?=\d)", "-"),
        (r"(?<![A-Za-z])(?:[A-Za-z] ){2,}[A-Za-z](?![A-Za-z])", lambda m: m[0].replace(" ", "")),
        # comments
        (r"(意見\s*\d+)の(\d+)(と|、|・|及び|や)(\d+)(?=[をのはで]|$)", r"\1-\2\3\1-\4"),
        (
            (
                r"(?<![\d.一-鿿ァ-ヶー])(\d+)番(と|、|・|や|及び|か)(\d+)番"
                r"(?=[^。]*(?:採用|修正|反映|回答|提出者|意見|コメント))(?!の(?:意見|コメント))"
            ),
            r"意見\1\2意見\3",
        ),
        (
            rf"{_OPINION}(\d+){_BRANCH}(\d+)(?:\s*(?:つ目|番目|個目|番))?\)?{_NOT_COUNTED}",
            r"意見\1-\2",
        ),
        (
            r"(?<![\d.])(\d+)\s*番目?(?:の意見)?の?\s*(\d+)\s*(?:つ目|番目|個目)(?:の意見)?",
            r"意見\1-\2",
        ),
        (
            (
                r"(?<![\d.])(\d+)\s*番の\s*(?:枝番号?\s*)?(\d+)番?"
                r"(?=の(?:御|ご)?(?:意見|コメント|回答|提出)|へ|に|[をはがも]|$)"
            ),
            r"意見\1-\2",
        ),
        (
            (
                rf"{_CONSULTATION}(?:で(?:は)?|の|に(?:ある)?)?、?(?:第|(?:整理)?番号(?:が|は|の)?)?\s*(\d+)"
                r"\s*(?:番|号)(?!目|の(?:\s*\d|枝)|[上下多少一-鿿])(?:の(?:御|ご)?(?:意見|コメント|もの))?"
            ),
            r"意見\1",
        ),
        (
            (
                rf"(?:{_CONSULTATION}の?)?(?:整理)?番号(?:が|は|の)?\s*(\d+)番?(?!\d|目)"
                r"の(?:(?:御|ご)?(?:意見|コメント)|もの)"
            ),
            r"意見\1",
        ),
        (rf"{_CONSULTATION}の(?:整理)?番号(?:が|は|の)?\s*(\d+)番?(?!\d|目)", r"意見\1"),
        (
            r"(意見\d+-\d+)((?:\s*(?:と|、|,|・|及び|や)\s*\d+-\d+)+)",
            lambda m: m[1] + re.sub(r"(\d+-\d+)", r"意見\1", m[2]),
        ),
        (
            r"(意見\s*\d+)\s*(と|、|・|及び|や)\s*(\d+)(?=番?(?:の|は|へ|に|を|で|$))",
            r"\1\2意見\3",
        ),
        (
            r"意見(\d+)-(\d+)\s*(?:から|~|〜)\s*(?:意見)?(?:(\d+)-)?(\d+)(?:\s*まで)?",
            _every_branch,
        ),
        # sections
        (r"(?<![\d-])(\d{1,2})-(\d{1,2})-(\d{1,2})(?![\d-])", r"\1.\2.\3"),
        (rf"({_TEXT_NAME})の\s*(\d{{1,2}})-(\d{{1,2}})(?![\d-])", r"\1の\2.\3"),
        (r"(?<![\d-])(\d{1,2})-(\d{1,2})(?=\s*(?:節|章|項))", r"\1.\2"),
        (r"第?\s*(\d+)\s*章\s*の?\s*第?\s*(\d+)\s*節\s*の?\s*(?:第?\s*(\d+)\s*項)?", _joined),
        (rf"第?\s*(\d+)\s*章\s*の?\s*第?(\d+(?:\.\d+)*){_NOT_COUNTED}", r"第\1章\2"),
        (r"(?<=[\d章])\s*の\s*(?=\(\s*\d+\s*\))", ""),
        (r"(?<=\))\s*の\s*(?=(?:viii|vii|vi|iv|ix|iii|ii|i|v|x)(?![a-z])|[\ue000-\ue013])", ""),
        (rf"(?<![\d.])(\d+\.\d+(?:\.\d+)*)\s*の\s*(\d{{1,2}}){_NOT_COUNTED}", r"\1.\2"),
        (
            (
                rf"({_TEXT_NAME})の\s*第?\s*(\d{{1,2}})(?:番|(?P<called>節|章))?{_NOT_COUNTED}"
                r"(?![(\-\d章節目]|[つ個件番]目|の(?:脚注|注(?![文意目])))"
            ),
            _numbered,
        ),
        # comments by their bare number; 「戦略の3番」 is a section
        (
            r"(?<![\d.一-鿿])(?:第\s*)?(\d+)\s*[番号]の(?:御|ご)?(?:意見|コメント|パブコメ)",
            r"意見\1",
        ),
        (r"(?<![\d.一-鿿ァ-ヶー])(?:第\s*)?(\d+)\s*番" + _OF_A_COMMENT, r"意見\1"),
        (r"(?<![\d.一-鿿])(\d+)番?(と|、|・|や|及び)(意見\d+)(?![\d\-])", r"意見\1\2\3"),
        # footnotes
        (
            r"(?:(?<![\d.])(\d+)\s*(?:番目?|個目|つ目|号)|No\.?\s*(\d+))の(?:脚注|注釈?)(?!目)",
            lambda m: f"脚注{m[1] or m[2]}",
        ),
        (
            (
                r"(?:脚注|(?<![一-鿿])注釈?)(?:の(?:うち|中)?)?、?(?:番号(?:が|は|の)?|第|No\.?)?\s*"
                r"\(?(\d+)\s*(?:番目?|号|\)|(?=[のはがをにでっと、]|$))"
            ),
            r"脚注\1",
        ),
        # meetings
        (r"第\s*\d+\s*回?(?:\s*(?:と|・|、|,|及び|や)\s*第?\s*\d+)+\s*回", _every_meeting),
        (r"(?<!第)(?<!\d)(\d+)\s*回(?=会合|会議|部会|の?議事要旨|の?議事録)", r"第\1回"),
        (
            (
                r"(?<!第)(?<!\d)(\d+)\s*回目の"
                r"(?=[^、。のでにはが]{0,8}(?:会合|会議(?!室)|部会|協議会|審議会))"
            ),
            r"第\1回の",
        ),
        (
            rf"{_ORDINAL}(?:,? (?:and|or|vs\.?|versus|to)(?: the)? {_ORDINAL})+(?: meetings?)?",
            _every_ordinal,
        ),
        (r"meetings? (\d+) and (\d+)", r"meeting \1, meeting \2"),
    )
)


def _kanji_to_digits(match: re.Match[str]) -> str:
    """Kanji number below 1,000 as digits (三十九 → 39)."""
    total = digit = 0
    for letter in match.group():
        if letter in _DIGITS:
            digit = digit * 10 + _DIGITS[letter]
        else:
            total += (digit or 1) * _TENS[letter]
            digit = 0
    return str(total + digit)


def plain_notation(question: str) -> str:
    """The question with every place in the notation that `mentions` reads.

    Half width; circled digits stay circled, since ② below a section is no 2.
    """
    held_back = _CIRCLED.sub(lambda m: chr(_HELD_BACK + ord(m.group()) - ord("①")), question)
    text = unicodedata.normalize("NFKC", held_back)
    text = _KANJI_NUMBER.sub(_kanji_to_digits, text)
    for pattern, rewriting in _REWRITINGS:
        text = pattern.sub(rewriting, text)
    return re.sub(r"[\ue000-\ue013]", lambda m: chr(ord(m.group()) - _HELD_BACK + ord("①")), text)
