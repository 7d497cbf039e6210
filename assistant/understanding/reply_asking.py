"""The words by which a question asks for the reply to an opinion without naming one."""

from __future__ import annotations

import re

# Why a wish was not met is said in the reply to it: 「なぜ採り入れられなかったのか」.
_MET = (
    r"(?:採(?:用|択|り入れ|り上げ)|取り(?:入れ|上げ|込)|受け(?:入れ|容れ)|聞き(?:入れ|届け)|認め|反映|盛り込"
    r"|書き(?:加え|足|込|入れ)|(?:付け)?加え|追[加記]|修[正文]|応じ|通[らっ]|叶[えわ]|かな[えわ]|明記|実現)"
)
_REFUSED = (
    r"(?:見送[らっりる]|却下|退け|突っぱね|はね(?:られ|つけ)|断[らっ]|拒[否ま]|不採用|ボツ|没(?=に|と)"
    r"|門前払い|一蹴)"
)
_WHY = (
    r"(?:なぜ|何故|どうして|なんで|どういう(?:理由|わけ)|理由|わけ|訳(?=は|を|$)|根拠"
    r"|何が(?:まず|いけな|問題))"
)
_NOT_MET = rf"(?:{_MET}[^、。]{{0,6}}?(?:な(?:い|かっ|く)|ませ|ず(?=[、に]))|{_REFUSED})"
WHY_NOT = rf"{_WHY}[^。]*{_NOT_MET}|{_NOT_MET}[^。]*{_WHY}"
_ASKS_WHY_NOT = re.compile(WHY_NOT)
# An opinion beside the reply to it: 「協会の主張と市の考え方を対比して」.
OPINION_BESIDE_REPLY = (
    r"(?:主張|意見|要望|要求|提案|指摘|言い分|注文|訴え|声)[^。、]{0,12}?(?:と|、)、?[^。、]{0,16}?"
    r"(?:考え方?|回答|返答|返事|答え|見解|反応|対応|立場|言い分)[^。]{0,8}?"
    r"(?:対比|対照|比べ|比較|並べ|違|差|食い違|ずれ|両方|双方|それぞれ|セット|合わせ|併せ)"
)
#: How those who were asked explain it: 「…という意見が出ていますが、市はどう説明していますか」.
EXPLAINED_TO_OPINION = (
    r"(?:意見|要望|提案|指摘|コメント|声|注文|疑問)[^。]*?(?:政府|国|市|県|役所|行政|事務局|当局|[省庁])側?(?:として)?は"
    r"[^。、]{0,8}?(?:どう|何[とて]|どのように|どういうふうに)[^。、]{0,4}?"
    r"(?:説明|釈明|弁明|述べ|言[いっ]|考え|応対|受け止め)"
)


def asks_why_not(question: str) -> bool:
    """Whether a question asks why a wish was not met."""
    return _ASKS_WHY_NOT.search(question) is not None
