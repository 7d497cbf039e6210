"""The words by which a question asks who was at a meeting.

出席 and 参加 say it plainly. 来る, 出る, 顔を出す, 務める say many things, so that they count
only where somebody is asked for and nothing but offices and bodies stands beside them.
"""

from __future__ import annotations

import re

_PLAIN = re.compile(
    r"出席|欠席|休んだ(?!日)|参加(?:者|した)|メンバー|(?<![議座会員]長)代理|代役|attend|(?:誰|だれ|どなた)が(?:出[たてまる]|来)"
    r"|(?:委員|構成員)は(?:何[人名]|誰|だれ|どなた)",
    re.IGNORECASE,
)
_THERE = (
    r"(?<![出由従将本未以往])来(?:て|た|られ|まし|る)|いらし|いらっしゃ|おられ|おりまし|居合わせ|居た|居まし"
    r"|(?<=[にはもか])い(?:た|まし)|いた(?=の|人|方|者)|(?<![話見])(?:に|で|は|から|も|て)出(?:て(?:い|お|き)|た(?!意見|話|案)|まし)"
    r"|顔を(?:出|見せ|揃え|そろえ)|同席|列席|臨席|陪席|加わ|名を連ね|座(?:って|った|る)|集ま|招かれ|呼ばれ"
    r"|務め(?:て|た|まし)|だった(?=の|人|方)|代表して|参加し|からは?(?:誰|だれ|どなた)が?(?=[?？。]*$)"
)
_SOMEBODY = (
    r"誰|だれ|どなた|何[人名]|どの(?:省|庁|会社|団体|人|方)|どこの|どんな(?:人|方|顔ぶれ)|名前|氏名|全員"
    r"|(?:の|人|方|者|官|員|長|授|臣)は(?:[?？。]|$)|(?:い|来|出|いらっしゃい|おられ)(?:て)?(?:い)?(?:まし)?た(?:の|ん)?(?:です|でしょう)?か"
    r"|顔ぶれ|面々"
)
_LOOSE = re.compile(rf"(?=.*(?:{_SOMEBODY})).*(?:{_THERE})")

_AWAY = re.compile(
    r"欠席|不在|休(?:んだ|んで|みだっ)|(?:来|出|出席し|参加し|顔を出し|い)(?:て)?(?:い|お)?"
    r"(?:なかった|なかっ|ませんでし|ない(?=の|人|方|者|委員|構成員|大臣|メンバー))"
)

#: Words of asking for attendees, besides their offices and bodies.
KNOWN = (
    re.compile(r"[一-鿿ァ-ヶーA-Za-z]{2,20}会議(?![所室])"),
    re.compile(r"(?<!\d)\d+年前の?|あの時|当時|その際"),
    _AWAY,
    re.compile(_THERE),
    re.compile(
        r"出席|参加|メンバー|名簿|代理|代わ[りっ]|代役|名代|本人|自身|自ら|構成員|会合|会議(?![所室])|その他|いつ|どこ|議事要旨|議事録"
    ),
    re.compile(
        r"(?:[一1]番)?(?:上(?!記)|(?<!以)下(?!記)|後ろ|(?<!冒)頭|最初|最後|先頭|末尾)(?:から|の|に|は)?(?:[一二三四五六七八九十\d]+[人名]目?)?"
    ),
    re.compile(
        r"年|月|日(?!本)|開催|開か?|役職|肩書|職名?(?!員)|被(?![害災])|所属|名乗|居|来|出(?=[たてまる])|側|立場|関係者?|代表|人々|方々"
        r"|席|全員|顔ぶれ|面々|それぞれ|各々|省庁?|庁|どの(?:会社|団体)|先生|どんな|お?名前|呼|勤め|務め|座(?!長)|順"
        r"|持[ちっつ]|付[きいけ]|立て|並べ|載[っせ]|知[りっ]|就[いき]|占め|含[みま]|残[りっら]|合わせ|含め|揃"
        r"|(?:第?\d+|[一二三四五六七八九十])(?:番目?|人目)|最初|最後|先頭|筆頭|末尾|一番[上下]"
        r"|一人|二人|\d+[人名]|うち|存在|該当|ひとり|実際|ケース|場合|状況|整理|分類|仕分け|欄|上記|以下"
    ),
)
_SAID = re.compile(
    r"発言|意見|述べ|言及|指摘|提案|主張|要望|懸念|議論|について|に関し|説明|紹介し|挨拶|指示|求め|賛成|反対"
    r"|話(?=[をがはにもし]|の(?:内容|中))|言(?:って|い|っ|う|わ|葉)|語[っりる]|触れ|訴え|論じ|唱え|尋ね"
    r"|質問|要請|お願い(?!し|いた|致|でき|申)|懸念|見解|考え|答え"
)
_PEOPLE = re.compile(
    r"誰|だれ|どなた|何[人名]|人数|[\d一二三四五六七八九十]人目"
    r"|どの(?:省|庁|会社|団体|人|方|大学|組織|機関)|(?:どこの|どんな)(?:人|方)|顔ぶれ|面々"
    r"|(?:[一-鿿ァ-ヶー][者員官長授臣監師士補]|(?:企業|会社|大学|団体|省庁?)(?:の数|は|の名)|[^一-鿿](?:人|方|[一二三四五六七八九十]+[人名])|先生|メンバー|名前|氏名)(?![一-鿿])"
)
# what a meeting deals with, and no person
_MATTER = re.compile(r"資料|文書|提出|戦略|計画|方針|案|コメント|回答|議題|事項|発足|設置")
_EXCEPT = re.compile(
    r"[（(]?(?P<what>(?:(?:政府|行政|国|市|県|民間|大学|企業)の)?[一-鿿ァ-ヶーA-Za-z]{1,12})"
    r"(?<!代理)(?<!本人)"
    r"(?:(?:は|を)?(?:除[いくき]|含[まめ]な|数えな|入れな)|(?:で|では|じゃ)な[いく]|以外)"
    r"[^、。)）]{0,6}[)）、]?"
)


def asks_who_attended(question: str) -> bool:
    """Whether a question asks for the people at a meeting in so many words."""
    return _PLAIN.search(question) is not None


def may_ask_who_attended(question: str) -> bool:
    """Whether it may ask that, if it speaks of nothing but people and their offices."""
    return _LOOSE.search(question) is not None


def asks_what_was_said(question: str) -> bool:
    """Whether a question is about words and not about who was there to say them."""
    return _SAID.search(question) is not None


def speaks_of_people(question: str) -> bool:
    """Whether a question asks for people; of a meeting, if no other word is left in it."""
    asks = _PEOPLE.search(question) or _LOOSE.search(question)
    return asks is not None and _MATTER.search(question) is None


def asks_who_was_away(question: str) -> bool:
    """Whether it asks for those who were not there."""
    return _AWAY.search(question) is not None


def without_exceptions(question: str) -> tuple[str, tuple[str, ...]]:
    """The question without 「(…は除く)」, and what is to be left out."""
    left_out = tuple(match["what"] for match in _EXCEPT.finditer(question))
    return _EXCEPT.sub("、", question), left_out
