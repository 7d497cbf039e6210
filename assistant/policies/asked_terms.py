"""The terms whose meaning or long form a question asks for."""

from __future__ import annotations

import re

from assistant.understanding.expected_forms import asked_term

_QUOTED = re.compile(r"「(?P<term>[^「」]{2,40})」")
# 「第39回で話に出たSDX」: where the term was met, before the term itself.
_MET = (
    r"[^、。「」]*?(?:で|に|の中で|でも)[^、。「」]{0,10}?(?:出た|出てき(?:た|て(?:いる|いた))|出てくる|出ている"
    r"|(?:使われ|言及され|書かれ|触れられ|述べられ|挙げられ)(?:た|ている|ていた|る)|登場(?:する|した)"
    r"|話した|言(?:った|われた|われている|う)|いう|挙が(?:った|る))"
)
# 「第39回の議事要旨にあるGGE」: the document before the term itself.
_IN_A_DOCUMENT = (
    r"[^、。「」]*?(?:議事(?:要旨|録)|戦略|方針|計画|資料|文書|会[合議]|スライド|概要|脚注\d*|本文|節|章)"
    r"(?:\(?案\)?)?(?:に(?:ある|いう|おける)|で(?:いう|言う)|の中の)"
)
_TERM = re.compile(
    rf"(?:{_MET}|{_IN_A_DOCUMENT}|^|.*?(?:でいう|における|の中の|にある|では、|で、|に出てくる|に登場する|、))?"
    r"「?(?P<term>[^、。「」]{2,40}?|[A-Za-z][A-Za-z -]{2,90})」?"
    r"(?:という(?:[^、。「」]{0,4})(?:言葉|用語|語|略語|略称)|とは|の定義|の意味|の略称|の略語|の正式|の英語|の日本語"
    r"|は?、?(?:それぞれ)?(?:英語の)?(?:何|なに|どの語|どんな語)の(?:略|こと|頭文字)|って(?:何|なに|どう)|(?:は|を)(?:何と|どう)(?:略|呼)"
    r"|(?:は|を)、?略(?:して|すと)|を、?(?:どのような|どういう)(?:もの|こと)だ?と(?:説明|定義|述べ|書)|は、?どう(?:定義|説明)|は、?(?:何|なに)を(?:指|意味)|を正式に)"
)
# 「ISAC 正式な英語名は」: a space stands where a particle could.
_APART = re.compile(
    r"(?<=[^\s、。])\s+(?=(?P<noun>(?:英語|日本語|正式|略称|略語|意味|定義))|とは|って|何の)"
)
_LONGEST_TERM = 40
_ABBREVIATION = re.compile(r"(?<![A-Za-z0-9])[A-Z][A-Za-z0-9/\-]{1,11}(?![A-Za-z0-9])")
_TIME_OF_NAME = re.compile(r"(?:前|後|今|以前|現在|昔|元|当時)(?:は|の)?")
_NAME = re.compile(r"(?:[A-Za-z]+\s)?[一-鿿々ァ-ヶーA-Za-z0-9・/\-]{2,40}")
# What a question calls its own matter, or the place where the term was met.
_OF_ASKING = re.compile(
    r"フルネーム|フルスペル|短縮形?|省略形?|略[称語]|正式(?:名称?)?|日本語名?|英語名?|言葉|用語|単語|名[前称]"
    r"|範囲|意味|定義|対象|説明|何.+|具体的|文書|資料|脚?注|戦略案?|方針案?|本文|スライド"
)
#: A name that people gave to one body and then to another: 「改組の前後で」.
BEFORE_AND_AFTER = re.compile(
    r"前(?:と|及び|や)[^、。]{0,8}後|前後|新旧|前[はの][^。]{0,14}[今後]|今[^。]{0,12}(?:以前|昔)|(?:かつて|昔|もともと|元々)"
    r"|(?:ど(?:う|のように)|何に|何から)変わ|改組|改称|再編|(?:時点|当時)[^。]{0,16}(?:新し|新た|今|現在|後)|(?:新し|新た|今|現在)[^。]{0,16}(?:時点|当時)"
)
#: The question asks in so many words for a definition or for another name.
EXPLICIT = re.compile(
    r"定義|(?<![戦策攻侵簡省概])略|正式(?:名|な)|(?:英|日本)語(?:名|の名)|頭文字|縮め|短縮|短く(?:言|い[うえっ]|呼)"
)


def asked_terms(question: str) -> tuple[str, ...]:
    """The terms whose meaning a question asks for."""
    question = _APART.sub(lambda space: "の" if space["noun"] else "", question)
    several = _QUOTED.findall(question)
    if several:
        return tuple(dict.fromkeys(several))
    match = _TERM.search(question)
    term = (match["term"] if match else asked_term(question)) or ""
    abbreviations = dict.fromkeys(_ABBREVIATION.findall(question))
    if EXPLICIT.search(question) and len(abbreviations) == 1 and not term.isascii():
        (abbreviation,) = abbreviations
        of_time = _TIME_OF_NAME.fullmatch(term)
        return (abbreviation,) if not term or of_time or abbreviation in term else (term,)
    term = term or _only_name(question)
    parts = re.split(r"(?<=[A-Za-z])(?:と|、|及び|や)(?=[A-Za-z])", term.strip())
    return tuple(
        part.strip(" 、は") for part in parts if len(part) <= _LONGEST_TERM or part.isascii()
    )


def _only_name(question: str) -> str:
    """The one name that is left of a question when its words of asking are taken out."""
    names = [name for name in _NAME.findall(question) if not _OF_ASKING.fullmatch(name)]
    return names[0] if len(dict.fromkeys(names)) == 1 else ""
