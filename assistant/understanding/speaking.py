"""The words by which a question asks who said something.

People ask it with an interrogative (「…と言ったのは誰か」, 「誰の発言ですか」), by the name of
whoever it was (「…と言った委員の名前は」) or by that person alone (「…と訴えた方は？」).
"""

from __future__ import annotations

import re

from assistant.query import QuestionKind

#: To have said something, in the verbs with which people ask.
SAYING = (
    r"(?:言(?:って(?:い)?|っ|い出し|われ|及し)|述べ(?:て(?:い)?|られ)?|話し(?:て(?:い)?)?|語っ(?:て(?:い)?)?"
    r"|(?:発言|提案|提起|提言|指摘|主張|要望|要請|質問|説明|報告|紹介|表明|強調|言及|反論|賛成|反対|発案)"
    r"(?:し(?:て(?:い)?)?|され(?:て(?:い)?)?)"
    r"|(?:話|質問|発言|提案|指摘|説明|報告|紹介|要望|お願い|苦言|注文)を"
    r"(?:し(?:て(?:い)?)?|出し(?:て(?:い)?)?|呈し|付け)"
    r"|求め(?:て(?:い)?)?|訴え(?:て(?:い)?)?|尋ね(?:て(?:い)?)?|願っ(?:て(?:い)?)?|唱え(?:て(?:い)?)?"
    r"|(?:問い|呼び|投げ)(?:かけ|掛け)|問いただし|切り出し|持ち出し|挙げ(?:て(?:い)?)?|触れ(?:て(?:い)?)?|迫っ"
    r"|促し(?:て(?:い)?)?|説(?:い(?:て(?:い)?)?|かれ)|論じ(?:て(?:い)?)?|嘆い(?:て(?:い)?)?|評し(?:て(?:い)?)?"
    r"|(?:力説|解説|披露|断言|批判|警告|評価|感謝|約束)(?:し(?:て(?:い)?)?|され(?:て(?:い)?)?)"
    r"|口にし|打ち明け|(?:疑問|懸念|考え|見方)を(?:示し|呈し|投げかけ|口にし)|釘を刺し|警鐘を鳴らし)"
    r"(?:まし)?た"
)
_OFFICE_HOLDER = (
    r"(?:委員(?!会)|構成員|有識者|出席者|参加者|来賓|議員|大臣|政務官|教授|先生"
    r"|局長|部長|課長|人物)"
)
_PERSON = rf"(?:{_OFFICE_HOLDER}|人|方|者)"
_WHO = (
    r"(?:誰|だれ|どなた|何者|どこの(?!節|章)|どんな(?:立場|肩書|役職)?の?(?:人|方)"
    r"|どの(?:委員|構成員|有識者|大臣|省|役所|官庁|出席者|人|方|立場))"
)

# Whatever the verb: 「…と釘を刺した人」, 「…を説いていた委員」; to be at a meeting says nothing.
_TOLD = (
    r"(?:(?:と|って|旨を?|よう(?:に)?)、?[^。「」]{1,24}?|[をに][^、。「」]{1,10}?)"
    r"(?<!出席し)(?<!参加し)(?<!欠席し)(?<!同席し)(?<!代わって)(?<!務め)(?<!来)(?<!出)(?<!載っ)(?<!い)"
    r"(?:てい|て)?(?:(?:まし)?た|んだ)"
)
_REMARK = r"(?:発言|言葉|意見|提案|主張|指摘|話|訴え|要望|質問|台詞|セリフ|一言|コメント)"
_NAMED = (
    r"(?:の(?:お?名前|氏名|名)|は(?:[?？。]|$)|(?:は|を)(?:教え|挙げ|示し|知り|特定|割り出|突き止め)|[?？。]?$"
    r"|が(?:い|おられ|いらっしゃい)[^。]{0,12}。?[^。]{0,6}(?:お?名前|氏名))"
)

#: Somebody is asked for by what that person said, and not by an interrogative.
NAME_OF_SPEAKER = re.compile(
    rf"{SAYING}{_PERSON}{_NAMED}|{_TOLD}{_OFFICE_HOLDER}{_NAMED}"
    rf"|(?:と|って|旨を?|よう(?:に)?)、?[^。「」]{{1,24}}?(?<!出席し)(?<!参加し)(?:た|んだ){_PERSON}{_NAMED}"
    rf"|(?:{SAYING}|、と、?[^。「」、]{{1,12}}?た)の(?:は|って)(?:[?？。]|$)"
    rf"|{_REMARK}の主(?![一-鿿])"
)

#: A body is asked for by what it said: 「…と尋ねた団体はどこか」.
WHICH_BODY_SAID = (
    rf"{SAYING}(?:団体|会社|企業|組織|事業者|業者|法人)(?:は|って)、?(?:どこ|何という|誰)"
    r"|(?<=[ぁ-ゖ、])(?:と|って)、?(?:(?!書|記|定|示|載|述べ)[^。、「」]){1,12}?(?<!れ)(?<!ってい)[ただ]"
    r"(?:の|ところ)(?:は|って)、?(?:どこ|どちら)(?=です|でしょ|だ|か|[?？。]|$)"
)

#: The question speaks of those who sit at meetings, or of their talk.
OF_MINUTES = re.compile(
    r"委員(?!会)|構成員|有識者|出席者|大臣|政務官|教授|先生|会合|会議(?:で|の[場席中])|議事(?:要旨|録)|(?:という|の|た)発言|発言(?:の主|が|は)|局長|課長"
    r"|(?:説明|報告|答弁|挨拶)(?:を)?し(?:て(?:い)?)?(?:まし)?た(?:の|人|方|者)(?:は|って)|(?:誰|だれ|どなた)が[^。、]{0,8}(?:説明|報告|答弁|挨拶)し"
)

#: A body is asked for, which sends opinions and does not sit at meetings.
ASKS_FOR_SENDER = re.compile(
    r"(?:会社|企業|団体|法人|事業者|業者)(?:は|って)、?(?:どこ|何という|誰)"
    r"|(?:どこの|どの|なんという|何という)(?:会社|企業|団体|法人|事業者|業者)"
    r"|(?:た|んだ)の(?:は|って)、?(?:どこ|どちら)(?!の)"
    r"|意見を[^。、]{0,8}(?:出し|寄せ|送っ)|提出し|提出者|応募|意見の?(?:募集|公募)|パブリック・?コメント|パブコメ"
)

#: The question is who said or sent something.
ASKS_WHO_SAID = re.compile(
    rf"{NAME_OF_SPEAKER.pattern}"
    r"|(?:た|んだ|ている|る|う)の(?:は|って|が)、?[^、。は]{0,12}?(?:誰|だれ|どなた|どこ|どの|どんな)"
    r"|(?:発言|提案|提出|要望|指摘)者"
    r"|話(?:は|を|って)、?(?:誰|だれ|どなた)が(?:し|され|なさ|出|持ち出)"
    rf"|{WHICH_BODY_SAID}"
    rf"|{_REMARK}(?:は|が[^?？]{{0,16}}?は?)、?(?:誰|だれ|どなた)"
    r"|(?:誰|だれ|どなた)が、?(?:最初に|初めに|そう|こう|それを)?"
    r"(?:述べ|言|発言|提案|求め|指摘|尋ね|提出|主張|紹介|報告|話(?!し合)|訴え|説明|触れ|要望|質問|挙げ)"
    rf"|(?:{SAYING}|{_TOLD}){_PERSON}(?:は|って|とは|、)、?{_WHO}"
    rf"|(?:誰|だれ|どなた)が、?[^。]{{1,30}}?(?:を|と|について|に関して|旨|よう(?:に)?)、?{SAYING}"
    r"|(?:誰|だれ|どなた)(?:による|の)(?:発言|意見|提案|指摘|主張|言葉|要望|質問|話|説明|報告)"
    r"|(?:誰|だれ|どなた)から(?:出|の|あっ|挙が|上が|寄せ)"
    r"|\bwho (?:said|asked|proposed|suggested|requested|submitted|pointed|argued|called|warned)",
    re.IGNORECASE,
)

#: The asking itself, which no turn needs to hold: 「…と訴えた構成員」.
SAID_BY = re.compile(
    rf"という(?:趣旨|意味|内容)?の?{_REMARK}が(?:あ|出)[^。]{{0,8}}。?"
    rf"|(?:この|その|という)?{_REMARK}の主(?![一-鿿])|(?:気|覚え|記憶)が(?:する|あ[るり][^。]{{0,4}})。?"
    rf"|、?と、?(?:[^。「」、]{{0,16}}で)?(?:[^。「」、を]{{1,6}}を)?[^。「」、をでが]{{1,8}}(?:た|んだ){_PERSON}"
    rf"(?:(?:は|って|を)、?(?:{_WHO}|特定|教え|挙げ)[^。]*|{_NAMED})"
    rf"|(?:という(?:こと|点|話)?を|ように|よう|と|を)?、?{SAYING}(?:の|{_PERSON})"
    r"(?=は|って|を|の(?:お?名前|氏名|名)|[?？。]|$)(?:の(?:お?名前|氏名|名))?"
)

#: What an opinion says, up to the words that call it one; who is named there did not say it:
#: 「副市長の指示を待てないという質問への回答」.
OPINION_TOLD = re.compile(
    r"^.*(?:(?:という|との|といった|っていう)(?:御|ご)?"
    r"|と(?:尋ね|聞い|質問し|問う|訴え|求め|指摘し|述べ|言っ|書い|要望し|提案し)(?:て(?:いる|い|き))?た?)"
    r"(?:意見|質問|問い(?!掛け)|疑問|コメント|要望|要求|提案|指摘|声|訴え|注文|懸念|苦情)(?=に|へ|は|を|が|って)"
)
#: What a document says is told, then where it says so is asked: 「…、というのは何番の項目か」
TOLD_THEN_WHERE = re.compile(
    r"^[^。]{8,}?(?:という|とある|と(?:書|記|定め|述べ|示)[^、。]{0,8}?)(?:の|くだり|記[載述]|文言?|話|方針|施策)"
    r"(?:は|って|が)、?(?=[^。]*(?:どこ|何(?:番|章|節|項|ページ)|どの(?:節|章|項|文書|資料|箇所|部分)))"
)
#: Who holds a view has it stated (「政府の考え方は」); what something rests on is no reply:
#: 「対策の考え方は」.
VIEW_OF_SOMEBODY = (
    r"(?:^|[、。]|政府|役所|行政|当局|事務局|国|県|市|[省庁局]|側|意見|指摘|提案|要望|注文|主張|声|コメント"
    r"|回答|(?:へ|から)の|に対する|それ|これ|[そこ]の|\d)(?:の|としての)?(?:考え方|見解)(?:は|を|が|に|し|$)"
)

#: What is asked about an opinion that was told before: 「…という意見への回答は？」.
_ASKED_OF_OPINION = re.compile(
    r"(?:という|といった|っていう|との|って|(?<=[てにへ、])の|に(?:関する|ついての?)"
    r"|(?:よう(?:に)?|と|を|が|も)?"
    r"(?:求め|訴え|指摘し|主張し|提案し|要望し|述べ|尋ね|問う|案じ|心配し|頼ん)(?:てい|でい)?[るただ]?)"
    r"(?:趣旨|内容|旨|方向|個人|企業|団体|会社)?の?(?:御|ご|お)?"
    r"(?:意見|コメント|提案|要[望求請]|注文|指摘|疑問|質問|声|訴え|懸念|苦情|批判|主張|助言|提言|願い|希望|心配)"
    r"(?:が[^。?？]{2,14}[たすん](?:が|けど|けれど|ね|よね)?[、。])?(?=[、はがをにへものでと。?？]|$)[^」]*$"
)
_LEAST_TOLD = 4  # characters; what is shorter tells no opinion


def what_was_said(question: str, kind: QuestionKind) -> str:
    """The question without what it asks about the words that somebody said or sent."""
    if kind is QuestionKind.WHO:
        return SAID_BY.sub(" ", question)
    if kind not in (QuestionKind.REPLIED, QuestionKind.OUTCOME):
        return question
    told = _ASKED_OF_OPINION.sub(" ", question)
    return told if len(told.strip()) >= _LEAST_TOLD else question
