"""What an answering sentence should hold, by the interrogatives of a question."""

from __future__ import annotations

import re

from assistant.query import QuestionKind
from assistant.understanding.counters import KA, counter_pattern
from index.text.keys import search_key

_COUNTER = re.compile(
    rf"何\s*(?P<unit>件|者|人|名|社|分野|回線|回|項目|{KA}[国所月]|割|年|月|日|円|万人|%|パーセント"
    r"|秒|時間|分(?!野)|校|世帯|台|点|種類|施設|機関|省庁|自治体|都市|週間|歳|倍|ページ|章|節)"
    r"|(?P<noun>[一-鿿ァ-ヶー]{2,})の?(?:数)?(?:は|が|を|って)?いくつ|いくつの(?P<kind>[一-鿿ァ-ヶー]{2,})"
)
_DATE = re.compile(
    r"(?:明治|大正|昭和|平成|令和)\s*(?:\d+|元)\s*年(?:\s*度)?(?:\s*\d+\s*月(?:\s*\d+\s*日)?)?"
    r"|\d{4}\s*年(?:\s*度)?(?:\s*\d+\s*月(?:\s*\d+\s*日)?)?|\d+\s*月(?:\s*\d+\s*日)?|年度"
)
_TERM_OF_TIME = re.compile(rf"{_DATE.pattern}|\d+\s*(?:時間|日|週間|か月)(?:以内|まで)")
_DAY = re.compile(r"\d+\s*月\s*\d+\s*日")
_YEAR = re.compile(r"(?:(?:明治|大正|昭和|平成|令和)\s*(?:\d+|元)|\d{4})\s*年(?:\s*度)?")
_AMOUNT = re.compile(
    r"\d[\d,.]*\s*(?:(?:億|万|千)\s*[\d,.]*)*\s*"
    r"(?:円|人|名|者|件|%|パーセント|割|倍|台|社|か所|箇所|世帯|校|回線|秒|時間|分(?![の野])|週間"
    r"|か月|か国|項目|分野|種類|団体|歳)|\d+\s*分の\s*\d+"
)
_DURATION = re.compile(r"(?<!\d)\d{1,2}\s*(?:か年|年(?:間|程度|ごと|以内|後|という))")
_AIM = re.compile(r"目的(?:は|:|とする|として)|を目指す|(?:こと|の)を(?:目的|狙い|ねらい)")
_INCIDENT = re.compile(
    r"(?:漏え?い|漏れ|流出|侵入|不正(?:に|な|アクセス)|感染|停止|止ま|盗ま|被害|改ざん|故障|攻撃|だまし取)"
    r"[^。]{0,40}(?:た|事案|事件|事故)"
)
_REASON = re.compile(r"ため|から|ので|理由|により|ことから|背景")
_SCHOOL = re.compile(r"[一-鿿ァ-ヶー]{2,}大学(?!院)")
#: Countries that texts name.
COUNTRY = re.compile(
    r"日本|我が国|米国|アメリカ|英国|イギリス|ドイツ|フランス|仏国|ロシア|中国|韓国|北朝鮮|インド|カナダ"
    r"|オーストラリア|豪州|イスラエル|エストニア|シンガポール|ブラジル|イタリア|スペイン|オランダ"
    r"|スウェーデン|フィンランド|ノルウェー|ウクライナ|台湾|タイ|ベトナム|インドネシア|マレーシア"
)
_ORGANISATION = re.compile(
    r"[一-鿿ァ-ヶーA-Za-z]{2,}(?:本部|会議|省|庁|委員会|センター|機構|機関|局)"
)
# one or more by their names: 「電気、ガスの各分野」
_FIELDS = re.compile(
    r"[一-鿿ァ-ヶーA-Za-z]{2,}(?:[、・]|及び)[一-鿿ァ-ヶーA-Za-z]{2,}(?:など|等)?の(?:各|\d+)?(?:つの)?分野"
    r"|分野(?:は|として|に)[^。]{0,20}[一-鿿ァ-ヶー]{2,}(?:[、・]|及び)[一-鿿ァ-ヶー]{2,}"
)
_SITE = re.compile(r"[一-鿿ァ-ヶー]{2,}\s*(?:\d+\s*階|会議室|庁舎|会館|会場|ホール|公民館|図書館)")
_INTERROGATIVES: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = tuple(
    (re.compile(asked, re.IGNORECASE), expected)
    for asked, expected in (
        (r"何月何日", _DAY),
        (
            (
                r"(?:期間|任期|年限|周期|間隔)[^。]{0,8}何年|何年間|何年(?:ごと|おき|程度)"
                r"|(?:どの?|どれ)くらいの(?:期間|年数|スパン)|(?:計画|対象)期間は"
            ),
            _DURATION,
        ),
        (r"(?:目的|ねらい|狙い)(?:は|って)", _AIM),
        (r"何が(?:あっ|起き|起こっ|生じ)|どんな(?:事件|事故|事案|トラブル|被害)", _INCIDENT),
        (r"(?<!期間は)(?<!任期は)何年(?!間|ごと|おき|程度)度?", _YEAR),
        (r"いつまで|期限は|締め?切", _TERM_OF_TIME),
        (r"いつ(?!まで)|時期|何月(?!何日)|[うくぐすつぬぶむる]日(?=は|と|や|を)", _DATE),
        (r"いくら|(?:どの?くらい|どれ(?:くらい|だけ))(?!の期間)|割合は", _AMOUNT),
        (r"(?:率|数|額|割合)は[^。]{0,24}(?:どう(?!い)|比べ|増え|減っ|推移)", _AMOUNT),
        (r"なぜ|理由|どうして", _REASON),
        (
            r"大学(?:は|が)?(?:どこ|何)|(?:どこの|どの|何という)大学|大学の?名(?![一-鿿])|大学の名前",
            _SCHOOL,
        ),
        (r"国(?:は|が)?(?:どこ|何と)|(?:どこの|どの|何という)国(?!会)|国(?:名|の名前)", COUNTRY),
        (
            (
                r"(?:どの|何の|なんの)分野|分野(?:の名前?)?を[^。、]{0,10}(?:挙げ|列挙|並べ|教え|示し|答え)"
                r"|分野(?:は|が|って|とは|に(?:は)?|として(?:は)?)?、?(?:どれ|何|どこ|どんな)"
            ),
            _FIELDS,
        ),
        (r"(?:どこの|どの)(?:組織|機関|官庁|省庁)|(?:組織|機関|省庁)(?:は|が)どこ", _ORGANISATION),
        (r"どこ(?:に|で)(?:開|設|置|行)|日(?:や|と|及び)場所", _SITE),
    )
)
_TERM = re.compile(
    r"「(?P<quoted>[^「」]+)」"
    r"|^(?:[^「」?？]{0,30}[、。])?(?P<topic>[^、。「」]{2,30}?)(?:(?<!こ)とは|の定義|の意味|は?何の略|の正式名称|の略称|って)"
    r"|what (?:is|does)(?: an?| the)? (?P<english>[\w -]+?)(?: mean| stand for)?\??$",
    re.IGNORECASE,
)


def expected_forms(question: str, kind: QuestionKind) -> tuple[re.Pattern[str], ...]:
    """What an answering sentence should hold, by the interrogatives: one each."""
    counter = _COUNTER.search(question)
    counted = kind is QuestionKind.COUNT
    if counter and kind is QuestionKind.FACT:  # 「何台」, while 「何年」 asks for a date
        counted = (counter["unit"] or "年") not in ("年", "月", "日")
    counted = counted or kind is QuestionKind.WHO  # 「何年前から…と、誰が」 asks for both
    if counter and counted:
        unit = counter_pattern(counter["unit"] or (counter["kind"] or counter["noun"])[-2:])
        return (re.compile(rf"\d[\d,.]*\s*(?:万|億)?\s*{unit}"),)
    if kind is QuestionKind.DEFINE:
        return (_definition_of(asked_term(question)),)
    if kind is QuestionKind.WHO:
        return ()
    return tuple(expected for asked, expected in _INTERROGATIVES if asked.search(question))


def asked_term(question: str) -> str | None:
    """The term whose meaning a question asks for."""
    match = _TERM.search(question.strip())
    return next((group for group in match.groups() if group), None) if match else None


def _definition_of(term: str | None) -> re.Pattern[str]:
    """The forms in which official texts define a term, in half-width letters."""
    if term is None:
        return re.compile(r"をいう|とは|の略|すなわち|以下「")
    name = re.escape(search_key(term))
    return re.compile(
        rf"「{name}」(?:と|を|が|の|\)|\()|{name}」?とは|\({name}[)、,]|{name}\((?!案)"
        rf"|以下「{name}",
        re.IGNORECASE,
    )
