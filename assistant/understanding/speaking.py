"""The words by which a question asks who said something.

People ask it with an interrogative (「…と言ったのは誰か」, 「誰の発言ですか」), by the name of
whoever it was (「…と言った委員の名前は」) or by that person alone (「…と訴えた方は？」).
"""

from __future__ import annotations

import re

_SAYING = (
    r"(?:言(?:って(?:い)?|っ|い出し|われ|及し)|述べ(?:て(?:い)?|られ)?|話し(?:て(?:い)?)?|語っ(?:て(?:い)?)?"
    r"|(?:発言|提案|提起|提言|指摘|主張|要望|要請|質問|説明|報告|紹介|表明|強調|言及|反論|賛成|反対|発案)"
    r"(?:し(?:て(?:い)?)?|され(?:て(?:い)?)?)"
    r"|(?:話|質問|発言|提案|指摘|説明|報告|紹介|要望|お願い|苦言|注文)を"
    r"(?:し(?:て(?:い)?)?|出し(?:て(?:い)?)?|呈し|付け)"
    r"|求め(?:て(?:い)?)?|訴え(?:て(?:い)?)?|尋ね(?:て(?:い)?)?|願っ(?:て(?:い)?)?|唱え(?:て(?:い)?)?"
    r"|問い(?:かけ|掛け|ただし)|呼び?(?:かけ|掛け)|切り出し|持ち出し|挙げ(?:て(?:い)?)?|触れ(?:て(?:い)?)?|迫っ|促し(?:て(?:い)?)?)"
    r"(?:まし)?た"
)
_PERSON = (
    r"(?:委員(?!会)|構成員|有識者|出席者|参加者|議員|大臣|政務官|教授|先生"
    r"|局長|部長|課長|人物?|方|者)"
)
_WHO = (
    r"(?:誰|だれ|どなた|何者|どこの(?!節|章)|どの(?:委員|構成員|有識者|大臣|省|出席者|人|方|立場))"
)

#: Somebody is asked for by what that person said, and not by an interrogative.
NAME_OF_SPEAKER = re.compile(
    rf"{_SAYING}{_PERSON}(?:の(?:お?名前|氏名|名)|は(?:[?？。]|$)|(?:は|を)(?:教え|挙げ|示し|知り)|[?？。]?$)"
    rf"|{_SAYING}の(?:は|って)(?:[?？。]|$)"
)

#: The question is who said or sent something.
ASKS_WHO_SAID = re.compile(
    rf"{NAME_OF_SPEAKER.pattern}"
    r"|(?:た|ている|る|う)の(?:は|って|が)、?[^、。は]{0,12}?(?:誰|だれ|どなた|どこ|どの|どんな)"
    r"|(?:発言|提案|提出|要望|指摘)者"
    r"|(?:発言|意見|提案|指摘)は、?(?:誰|だれ|どなた)"
    r"|(?:誰|だれ|どなた)が、?(?:最初に|初めに|そう|こう|それを)?"
    r"(?:述べ|言|発言|提案|求め|指摘|尋ね|提出|主張|紹介|報告|話(?!し合)|訴え|説明|触れ|要望|質問|挙げ)"
    rf"|{_SAYING}{_PERSON}は、?{_WHO}"
    r"|(?:誰|だれ|どなた)(?:による|の)(?:発言|意見|提案|指摘|主張|言葉|要望|質問|話|説明|報告)"
    r"|(?:誰|だれ|どなた)から(?:出|の|あっ|挙が|上が|寄せ)"
    r"|\bwho (?:said|asked|proposed|suggested|requested|submitted|pointed|argued|called|warned)",
    re.IGNORECASE,
)

#: The asking itself, which no turn needs to hold: 「…と訴えた構成員」.
SAID_BY = re.compile(
    rf"(?:という(?:こと|点|話)?を|ように|よう|と|を)?、?{_SAYING}(?:の|{_PERSON})"
    r"(?=は|って|を|の(?:お?名前|氏名|名)|[?？。]|$)(?:の(?:お?名前|氏名|名))?"
)
