"""Takes out of a question what is said for politeness only: it asks nothing."""

from __future__ import annotations

import re

from index.text.morphology import content_words

_PAUSE = r"[、。，．,.!！\s]*"
_OPENINGS = (
    r"こんにちは|こんばんは|おはようございます|(?:初|はじ)めまして|(?:いつも)?お世話になっ(?:ております|ています)",
    r"もしもし|お忙しい(?:ところ|中)(?:を|に)?|突然(?:で|のご連絡)[^、。]{0,8}|度々|たびたび",
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
# A sentence of such words alone, with endings and particles between them, asks nothing.
_POLITE_WORDS = re.compile(
    r"世話|疲れ様|疲れさま|忙しい|初めて|はじめまして|失礼|恐縮|恐れ入|突然|申し訳|すみません"
    r"|すいません|ごめん|こんにち[はわ]|こんばん[はわ]|おはよう|もしもし|どうも|有難|有り難"
    r"|ありがと|感謝|助か|幸い|嬉し|うれし|よろし|宜し|願い|以上|急ぎ|至急|手数|教え|質問|確認"
    r"|尋ね|伺|聞きたい|聞いても|聞かせ|困って|待ち|待って|返事|連絡|利用|何卒|一[つ点件]|少し"
    r"|m\(_+ _*\)m|m\(__\)m|[(（][^()（）]{0,6}[)）]"
)
_INTRODUCED = re.compile(
    r"[^。、？?「」]{0,20}(?:の者|新人|初心者|職員|社員|公務員|研究者|担当(?:者)?|学生|生徒|記者|市民|と申し)(?:です|ます|でございます)"
)
_ASKING = re.compile(
    r"誰|だれ|どなた|何|なに|なん|どこ|どれ|どの|どう(?!ぞ|か|も)|どん|どち|いつ(?!も)|いく|なぜ|とは"
    r"|もっと|詳し|くわし"
)
_LEFT_OVER = re.compile(r"[ぁ-ゖー、。，．,.!！〜~…♪\s]*")
_SENTENCE = re.compile(r"[^。！!？?\n]+[。！!？?\n\s]*")
_STATEMENT = re.compile(r"(?:です|ます|ました|ません|でした|ー|[〜~])$")
_PLACE = re.compile(
    r"[0-9０-９A-Za-z「」『』]|[ァ-ヶー]{3,}|全[部て]|すべて|まとめ|一覧|比べ|短く|簡単"
)
_ENGLISH_SENTENCE = re.compile(r"[^.?!]+(?:[.?!]+(?=\s|$)|$|[.?!](?=\S)[^.?!]*)+")
# at most eight words without a figure, a question mark or a name, of us, you and thanks
_ENGLISH_REMARK = re.compile(
    r"(?=.*\b(?:i|i'm|me|my|you|your|we|us|our|thank(?:s|ful)?|appreciated?|help|everyone|all"
    r"|hope|sorry|greetings|morning|afternoon|evening|regards)\b)"
    r"(?!.*\b(?:list|compare|name|give|show|explain|summari[sz]e|quote|cite|describe|tell)\b)"
    r"(?:[^\s\d?]+\s?){1,8}(?<=[.!])",
    re.IGNORECASE,
)
_LED_UP = re.compile(r"^[^。？?「」]{0,24}?(?:んですが|のですが|ますが|ですが|けど|ので)、")
_REQUEST = re.compile(
    r"(?:、?(?:両方|それぞれ|双方)?の?(?:議事要旨|議事録|資料|文書|本文|原文)の(?:記載|記述|該当箇所|文言)"
    r"を(?:示|引用|挙げ|添え)(?:して|した上で|て|えて)、?)?"
    r"(?:教えて|お教え|説明して|御教示|ご教示|お答え|お示し|ご提示|御提示)"
    r"(?:いただけ(?:ます|ません)(?:でしょう)?か|もらえ(?:ます|ません)か|ください(?!ませんか)|(?:いただけ|もらえ)(?:る|ます)と"
    r"(?:幸い|嬉しい|うれしい|助か)[^。]*|くださいませんか|ほしい(?:です|のですが)?|いただきたい(?!、?(?:と|旨))[^。]*)"
    # somebody else's request is what the question is about: 「説明してほしい、と述べたのは」
    r"(?!、?(?:と|って|旨))"
)
# Words by which people lead up to what they ask for.
_LEADING_UP = re.compile(
    r"(?P<before>^|[、。はが]|って|とは)(?:要するに|要は|つまり(?:は|、)|結局(?:のところ)?|そもそも|ぶっちゃけ|ざっくり"
    r"(?:言うと|言えば)?|(?:簡単|簡潔|端的|手短)に(?:言うと|言えば|言って)|(?:一言|ひとこと)で(?:言うと|言えば|言って))、?"
    r"(?=[^「」]*$)"
)
_INTERROGATIVE = (
    r"(?:who|whom|whose|what|when|where|which|how|why|did|does|do|is|are|was|were|has"
    r"|have|can|could|in|at|on|during)\b"
)
_GREETING = (
    r"hi|hello|hey|greetings|good (?:morning|afternoon|evening|day)|dear [a-z]+(?: [a-z]+)?"
    r"|excuse me|sorry(?: to \w+ you)?|please"
    r"|(?:i have )?(?:just )?(?:a |one )?(?:quick )?question"
)
_PURPOSE = r"for (?:our|my|the) (?:records?|information|files?|notes?|reports?|reference), "
_ENGLISH_OPENING = re.compile(
    rf"^(?:(?:{_GREETING})(?: there| all| everyone| team)?[,.!:\s]+)*"
    r"(?:(?:(?:could|can|would|will) you (?:please |kindly )?(?:tell me|let me know|explain)"
    r"|(?:please )?(?:tell me|let me know)|i(?:'d| would) like to (?:know|ask)|i was wondering)"
    rf"(?::\s*|[,\s]+(?={_INTERROGATIVE}|{_PURPOSE})))?"
    rf"(?:{_PURPOSE}(?={_INTERROGATIVE}))?",
    re.IGNORECASE,
)
_ENGLISH_CLOSING = re.compile(
    r"(?:(?<=[.?!,\s])\s*(?:please|cheers|(?:best|kind|warm) regards|regards|sincerely|yours \w+"
    r"|(?:many )?thanks?(?: you)?(?: so much| very much| a lot)?(?: in advance)?"
    r"|i (?:would |really )?appreciate [^.?!]{2,30})[.!,\s]*)+$",
    re.IGNORECASE,
)


def without_courtesies(question: str) -> str:
    """The question without greetings and thanks; as it was where nothing else is left."""
    bare = _without_polite_sentences(_JAPANESE_OPENING.sub("", question.strip()))
    bare = _JAPANESE_OPENING.sub("", bare)
    bare = _JAPANESE_CLOSING.sub("", bare)
    bare = _LEADING_UP.sub(r"\g<before>", _REQUEST.sub("教えてください", bare))
    bare = _without_english_remarks(bare)
    bare = _ENGLISH_CLOSING.sub("", _ENGLISH_OPENING.sub("", bare)).strip(" 　\n、,")
    return bare or question.strip()


def _without_polite_sentences(question: str) -> str:
    """The question without the sentences before and after it that are politeness only."""
    led_up = _LED_UP.match(question)
    if led_up and _is_polite(led_up.group()):
        question = question[led_up.end() :]
    sentences = _SENTENCE.findall(question)
    while sentences[1:] and _is_polite(sentences[0]):
        sentences = sentences[1:]
    while sentences[1:] and _is_polite(sentences[-1]):
        sentences = sentences[:-1]
    return "".join(sentences).strip() or question


def _is_polite(sentence: str) -> bool:
    bare = sentence.strip("。、！!？? 　\n")
    if _INTRODUCED.fullmatch(bare):
        return True
    rest, polite_words = _POLITE_WORDS.subn("", bare)
    if _ASKING.search(rest) or sentence.rstrip().endswith(("？", "?")):
        return False
    if polite_words and _LEFT_OVER.fullmatch(rest):
        return True
    return _STATEMENT.search(bare) is not None and not _names_something(rest)


def _names_something(text: str) -> bool:
    """Whether a text names a thing or a place in a document."""
    words = content_words(text)
    return bool(_PLACE.search(text)) or any(word.part_of_speech == "名詞" for word in words)


def _without_english_remarks(question: str) -> str:
    """The question without short sentences before and after it by which people address us."""
    sentences = [one.strip() for one in _ENGLISH_SENTENCE.findall(question)]
    if not any(one.endswith("?") for one in sentences):
        return question
    while _ENGLISH_REMARK.fullmatch(sentences[0]):
        sentences = sentences[1:]
    while _ENGLISH_REMARK.fullmatch(sentences[-1]):
        sentences = sentences[:-1]
    return " ".join(sentences)
