"""Takes out of a question what is said for politeness only: it asks nothing."""

from __future__ import annotations

import re

_PAUSE = r"[、。，．,.!！\s]*"
_OPENINGS = (
    r"こんにちは|こんばんは|おはようございます|(?:初|はじ)めまして|(?:いつも)?お世話になっ(?:ております|ています)",
    r"お忙しい(?:ところ|中)(?:を|に)?|突然(?:で|のご連絡)[^、。]{0,8}|度々|たびたび",
    r"(?:恐れ入り|おそれいり)ます(?:が|けれど)?|恐縮(?:です|ではございます)(?:が)?|失礼(?:します|いたします|ですが)",
    r"(?:大変)?(?:申し訳(?:ありません|ございません|ない(?:です|の(?:です|ん))?)|すみません|すいません)(?:が|けど)?",
    r"お手数(?:です|を(?:お)?かけ(?:し|いたし)ます)(?:が|けど)?",
    (
        r"(?:一つ|ひとつ|ちょっと|少し|一点)?(?:お聞き|お伺い|お尋ね|質問|確認)"
        r"(?:です|があるの|(?:し|させ|いた|をし)[^、。]{0,14}?)(?:が|けど|けれど)"
    ),
    r"(?:もし)?(?:よろしければ|よければ|可能であれば|差し支えなければ)",
)
_CLOSINGS = (
    (
        r"(?:どうぞ|どうか|何卒|なにとぞ)?(?:よろしく|宜しく)"
        r"(?:(?:お願い|御願い)(?:いた|致)?(?:します|申し上げます)|どうぞ|です)?"
    ),
    r"(?:お願い|御願い)(?:いた|致)?します",
    r"(?:ありがとう|有難う|有り難う)(?:ございます|ございました)?|助かります",
)
_JAPANESE_OPENING = re.compile(rf"^(?:(?:{'|'.join(_OPENINGS)}){_PAUSE})+")
_JAPANESE_CLOSING = re.compile(rf"(?<=[。？?！!、\s])(?:{'|'.join(_CLOSINGS)}){_PAUSE}$")
_REQUEST = re.compile(
    r"(?:、?(?:両方|それぞれ|双方)?の?(?:議事要旨|議事録|資料|文書|本文|原文)の(?:記載|記述|該当箇所|文言)"
    r"を(?:示|引用|挙げ|添え)(?:して|した上で|て|えて)、?)?"
    r"(?:教えて|お教え|説明して|御教示|ご教示|お答え|お示し|ご提示|御提示)"
    r"(?:いただけ(?:ます|ません)(?:でしょう)?か|もらえ(?:ます|ません)か|ください(?!ませんか)|(?:いただけ|もらえ)(?:る|ます)と"
    r"(?:幸い|嬉しい|うれしい|助か)[^。]*|くださいませんか|ほしい(?:です|のですが)?|いただきたい[^。]*)"
)
# Words by which people lead up to what they ask for.
_LEADING_UP = re.compile(
    r"(?P<before>^|[、。はが]|って|とは)(?:要するに|要は|つまり(?:は|、)|結局(?:のところ)?|そもそも|ぶっちゃけ|ざっくり"
    r"(?:言うと|言えば)?|(?:簡単|簡潔|端的|手短)に(?:言うと|言えば|言って)|(?:一言|ひとこと)で(?:言うと|言えば|言って))、?"
    r"(?=[^「」]*$)"
)
_ENGLISH_OPENING = re.compile(
    r"^(?:(?:hi|hello|good (?:morning|afternoon)|excuse me|sorry(?: to bother you)?|please)"
    r"(?: there)?[,.!:\s]+)*"
    r"(?:(?:(?:could|can|would|will) you (?:please |kindly )?(?:tell me|let me know|explain)"
    r"|(?:please )?(?:tell me|let me know)|i(?:'d| would) like to (?:know|ask)|i was wondering)"
    r"[:,\s]+(?=(?:who|whom|whose|what|when|where|which|how|why|did|does|do|is|are|was|were|has"
    r"|have|can|could|in|at|on|during)\b))?",
    re.IGNORECASE,
)
_ENGLISH_CLOSING = re.compile(
    r"(?<=[.?!,\s])\s*(?:please|thank you(?: very much)?|thanks(?: a lot)?|many thanks)[.!\s]*$",
    re.IGNORECASE,
)


def without_courtesies(question: str) -> str:
    """The question without greetings and thanks; as it was where nothing else is left."""
    bare = _JAPANESE_OPENING.sub("", question.strip())
    bare = _JAPANESE_CLOSING.sub("", bare)
    bare = _LEADING_UP.sub(r"\g<before>", _REQUEST.sub("教えてください", bare))
    bare = _ENGLISH_CLOSING.sub("", _ENGLISH_OPENING.sub("", bare)).strip(" 　\n、,")
    return bare or question.strip()
