"""Takes apart a question that asks one thing after another: 「…は誰で、それに何と答えたか」.

Each part is made a question of its own; what a later one leaves unsaid (それ, そのうち) is for
the conversation to complete, in which it follows the answer to the part before it.
"""

from __future__ import annotations

import re

from assistant.understanding.mentions import fold

_MOST = 3
_ANY = r"(?!か[^、。?])"  # 誰か, いつか: somebody, some day
_INTERROGATIVE = (
    rf"(?:何(?!らか|とか)|なん(?=の|で|と)|誰{_ANY}|だれ{_ANY}|どなた|(?<![なほ])ど(?:こ{_ANY}|の|れ{_ANY}|う{_ANY}|ん|ちら)"
    rf"|いつ(?!も){_ANY}|いくつ|いくら|幾つ|なぜ)"
)
_ASKS = re.compile(
    rf"{_INTERROGATIVE}|(?:教え|示し|挙げ|列挙し|並べ|説明し|まとめ|添え|お願い)(?:て|ます|い|$)|か[。?]*$"
)
_IS_ASKED = re.compile(
    r"[?]$|(?<!だろう)(?<!はどう)か(?:ね|な)?。?$|っけ。?$|(?:ください|下さい|ほしい|欲しい|たい|教えて|挙げて|示して)。?$"
)
_PAST = re.compile(r"(?:た|でした)(?:の?(?:です)?か)?[。?]*$")
# 「…してほしいと言ったのは誰で、それは戦略のどこに書かれているか」
_WHO_WISHED = re.compile(
    r"^(?:第\d+回(?:の?会合)?で、?)?(?P<wish>.{6,}?)(?:と|を|よう(?:に)?)(?:第\d+回(?:の?会合)?で、?)?"
    r"[^、。]{1,12}(?:の|人|方|委員|出席者)は(?:誰|だれ|どなた)"
)
_WHERE_IT_STANDS = re.compile(
    r"^それは、?(?P<where>[^。]*(?:どこ|どの(?:節|項目?|箇所|部分|章))[^。]*)$"
)
# 「AとBの代理はそれぞれ誰か」
_EACH_OF_TWO = re.compile(
    r"^(?P<place>(?:第\d+回(?:の?会合)?で(?:は)?、?)?)(?P<one>[^、。と]{2,24})と、?(?P<other>[^、。と]{2,24}?)"
    r"(?P<what>(?:の[^、。]{1,16}?)?)(?:は|、)、?それぞれ(?P<rest>(?![^。]*(?:違|比べ|比較|異な|差))[^。]*)$"
)
_REPLY = r"(?:回答|答え|返答|返事|見解|考え方|対応)"
# 「Xと言った人の名前と、返ってきた答え」
_REPLY_TOO = re.compile(
    r"^(?P<first>[^。]{4,}?(?:名前|氏名|人|方|者|意見|内容|要望|提案|発言))と、?"
    rf"(?:それに対する|それへの)?(?P<reply>(?:返ってきた|(?:[^、。とはがを]{{1,12}}の))?{_REPLY})"
    r"(?:(?:は|を|も)[^、。]{0,12})?$"
)
# 「市の返事もあわせて教えてください」
_REPLY_ALONE = re.compile(rf"^(?P<reply>[^、。はがをのと]{{1,8}}の{_REPLY})(?:も|を|は)")
# two things named side by side: 「…の理由と、…の節をそれぞれ」
_SIDE_BY_SIDE = re.compile(
    r"^(?P<first>[^。、]{6,}?)と、(?P<second>(?![^。]*(?:違い|比較|比べ|差|異な|どちら|関係|とで))[^。、]{6,}?[一-鿿ァ-ヶー])"
    r"(?:を|は)?(?:それぞれ)?(?:(?:教え|示し|挙げ|知り|お願い)[^。、]*)?$"
)
# a count lists what it counts anyhow
_WHICH_ONES = re.compile(
    r"(?:その|それらの|それぞれの)(?:各|全)?(?:題名|題|名称?|番号|名前|氏名|見出し|一覧|内訳)"
    r"(?:(?:も|を|は)[^、。]*)?$"
)
# 「市はそれにどう答えたか」
_ANSWER_TO_IT = re.compile(
    r"^(?:それ(?:に対して|に)、?(?P<who>[^、。はが]{1,16})(?:は|が)"
    r"|(?P<answerer>[^、。はが]{1,16})(?:は|が)それ(?:に対して|に|を受けて)"
    # the government or the city is asked for comments, and answers them
    r"|(?P<asker>(?:政府|国|県|市|町|村|役所|行政|当局|事務局)側?)(?:は|が))、?"
    r"(?:どう|何と|どのように|どんな|なぜ)[^。]{0,16}?(?:応じ|応え|答え|返|回答|説明)[^。]*$"
)
_BY_THEM = re.compile(
    r"^それら?に(?:よって|より)、?(?=[^。]*(?:直|修正|変わ|変え|改)[^。]*(?:件|番号|どれ))"
)
# what is joined by a word that points back: 「…の件数と、そのうち…」, 「…を挙げ、そのうち…」
_BACK = (
    r"(?:(?:そ|こ)のうち|うち、?|その中で|それ(?:ら|ぞれ)?(?:に|の|は|を|が)|そこ|それによ"
    r"|その(?!他|ほか|上|後|際|場合|ため|時|とき|[一-鿿]{0,4}日))"
)
_LISTED = re.compile(
    r"^(?P<first>[^。]{4,}?)を、?(?:すべて|全て|全部|残らず|一つずつ)?、?"
    rf"(?:挙げ|列挙し|示し|並べ|教え|述べ)(?:て|た上で|たうえで)?、(?P<second>(?:また、?)?{_BACK}[^。]+)$"
)
_NAMED = re.compile(
    rf"^(?P<first>[^。]{{4,}}?[一-鿿ァ-ヶー])(?:と|、?(?:及び|並びに|および))、?(?P<second>{_BACK}[^。]+)$"
)
#: Words that join another question.
BESIDES = (
    r"(?:また|あと|それと|それから|そして|さらに|ついでに|その上で"
    r"|(?:加え|併せ|あわせ|合わせ)て|(?:逆|次)に(?=、))"
)
_SENTENCES = re.compile(rf"(?<=[。?])\s*(?:{BESIDES}、?)?\s*")
# 「…は何台か、そして…」: the first is a question as it stands
_INDIRECT = re.compile(rf"{_INTERROGATIVE}[^、。]{{0,12}}?(?<!どう)(?:の|だった)?か$")
# 「…したのは誰、…したのは誰」
_WHO_AND_WHO = re.compile(r"のは(?:誰|だれ|どなた|どこ)$")
_COPULA = re.compile(
    r"(?:(?:誰|だれ|どなた|いつ|いくつ|幾つ|いくら|どれ(?:だけ|くらい|ほど)?|どのくらい|どちら"
    r"|何(?:[一-鿿ァ-ヶー%]{1,4})?)|(?<=[はが])どこ|(?:は|が)(?:誰|どこ|どの|何)[^、。はがをに]{1,8}"
    rf"|{_INTERROGATIVE}[^、。]{{2,30}}(?:意見|要望|提案|指摘|もの|内容|発言|人(?:たち|々)?|層|方|会社|団体|取組|事業|制度))で(?:あり)?$"
)
_TELL = re.compile(
    r"を、?(?:それぞれ|すべて|全て|全部)?、?(?:挙げ|示し|教え|述べ|説明し|列挙し|並べ|まとめ)(?:て)?$"
)
# the stem on which a clause ends, not a particle, nor a word of asking itself
_STEM = re.compile(
    r"(?:[一-鿿ぁ-ゖ][いきぎしちびみりえけげせねべめれ]|(?<=[はがをに])[得経見来出])$"
)
_NO_STEM = re.compile(
    rf"(?:{_INTERROGATIVE}|くらい|ぐらい|ぞれ|ほど|だけ|により|に際し|すべて|全て|ほしい|欲しい|たい|ない|しい)$"
)
# a clause may end on て as well: 求めて, して, 略されていて; of っ the verb cannot be told
_ON_TE = (
    (re.compile(r"ていて$"), "てい"),
    (re.compile(r"(?<=[えけげせてねべめれし])て$"), ""),
    (re.compile(r"いて$"), "いてい"),
    (re.compile(r"(?P<verb>あ|な)って$"), r"\g<verb>り"),
    (re.compile(r"言って$"), "言い"),
)
_NO_CLAUSE = re.compile(
    r"初めて$|くて$|(?:に|と)(?:つい|対し|関し|し|よっ|とっ|向け)て$|を通じて$|において$"
)
_ASKS_MORE = re.compile(
    rf"{_INTERROGATIVE}|[^、]も、?(?:(?:あわ|併|合わ)せて|一緒に)?、?(?:(?:教え|示し|挙げ|お願い)[^。]*)?$"
    r"|(?:のほう|の方|の場合)は[?。]?$"
)
# what somebody asked is not asked here: 「どれだけいるのか数字がない、と問題にした」
_ASKED_BY_SOMEBODY = re.compile(
    r"[かいだるた」]、?と(?:問題|いう|言う|言っ|指摘|述べ|発言|主張|求め|尋ね|質問|訴え|聞い|問)"
)
_GOES_ON = re.compile(r"^(?:と(?:いう|の|いった|、|$)|って)")


def clauses_asked(completed: str) -> tuple[str, ...]:
    """The questions that one joins, in their order; the whole where it is but one.

    Args:
        completed: A question in Japanese, completed from the history.

    Returns:
        Them without what the answer to the first tells anyhow (「…の件数と、その番号」).
    """
    question = fold(completed).strip().removesuffix("。")
    first, second = _two(question)
    if not second or _WHICH_ONES.match(second):
        return (first,)
    second = _BY_THEM.sub("そのうち、", re.sub(rf"^{BESIDES}、?", "", second))
    wished, stands = _WHO_WISHED.search(first), _WHERE_IT_STANDS.search(second)
    if wished and stands:
        second = f"{wished['wish']}ことは、{stands['where']}"
    if reply := _REPLY_ALONE.match(second):
        second = f"それに対する{reply['reply']}を教えてください"
    if answer := _ANSWER_TO_IT.match(second):
        who = answer["who"] or answer["answerer"] or answer["asker"]
        second = f"それに対する{who}の答えを教えてください"
    return (*clauses_asked(first), *clauses_asked(second))[:_MOST]


def points_back(clause: str) -> bool:
    """Whether a clause speaks of what was told before it: 「そのうち…」, 「それに…」."""
    return re.match(rf"(?:また、?)?{_BACK}", clause) is not None


def sentences_asked(question: str) -> tuple[str, str]:
    """The first sentence that asks something, and the rest that asks more; "" where none does."""
    sentences = [one for one in _SENTENCES.split(question) if one]
    last = sentences[-1]
    more = points_back(last) or _ASKS_MORE.search(last)
    goes_on = any(_GOES_ON.search(one) for one in sentences[1:])
    asks = len(sentences) > 1 and all(_IS_ASKED.search(one) for one in sentences[:-1])
    if not (more and asks) or goes_on:
        return question, ""
    return sentences[0], "".join(sentences[1:])


def _two(question: str) -> tuple[str, str]:
    if _SENTENCES.search(question.rstrip("。? ")):
        return sentences_asked(question)
    reply = _REPLY_TOO.search(question)
    if reply and reply["first"].count("「") == reply["first"].count("」"):
        return f"{reply['first']}を教えてください", f"それに対する{reply['reply']}を教えてください"
    if each := _EACH_OF_TWO.search(question):
        return _asked_of(each["one"], each), _asked_of(each["other"], each)
    for pattern in (_LISTED, _NAMED, _SIDE_BY_SIDE):
        match = pattern.search(question)
        if match and match["first"].count("「") == match["first"].count("」"):
            return f"{match['first']}を教えてください", match["second"]
    return _two_clauses(question)


def _asked_of(thing: str, each: re.Match[str]) -> str:
    """What is asked of each of two things, of one of them."""
    what = "" if thing.endswith(each["what"]) else each["what"]
    joint = "" if each["rest"].startswith("の") else "は、"
    return f"{each['place']}{thing}{what}{joint}{each['rest'].removeprefix('、')}"


def _two_clauses(question: str) -> tuple[str, str]:
    """The clauses of a sentence, each of which has a word of asking."""
    for comma in re.finditer("、", question):
        first, second = question[: comma.start()], question[comma.end() :]
        first = re.sub(r"\([^()\d]{1,6}\)$", "", first)  # 「どんなときか(二つ)、また…」
        if _GOES_ON.search(second):
            continue
        told = _TELL.search(first) is not None
        asked = (told or re.search(_INTERROGATIVE, first)) and _ASKS.search(second)
        if _ASKED_BY_SOMEBODY.search(second) or not asked or first.count("「") != first.count("」"):
            continue
        was = _PAST.search(second) is not None
        if _INDIRECT.search(first) and re.search(_INTERROGATIVE, second):
            return first, second
        if _WHO_AND_WHO.search(first) and re.search(rf"は[^、。]*{_INTERROGATIVE}", second):
            return f"{first}ですか", second
        if _COPULA.search(first):
            return f"{re.sub('で(?:あり)?$', '', first)}{'でした' if was else 'です'}か", second
        if told:
            return f"{_TELL.sub('', first)}を教えてください", second
        if stem := _stem(first):
            return f"{stem}{'ました' if was else 'ます'}か", second
    return question, ""


def _stem(clause: str) -> str:
    """The clause on the stem of its verb; "" where it ends on something else."""
    if _NO_CLAUSE.search(clause):
        return ""
    for ending, stem in _ON_TE:
        if ending.search(clause):
            return ending.sub(stem, clause)
    return clause if _STEM.search(clause) and not _NO_STEM.search(clause) else ""
