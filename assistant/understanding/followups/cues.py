"""The words by which a question shows that it follows another, or that it does not."""

from __future__ import annotations

import re

#: A new topic: nothing of the history belongs to what follows.
NEW_TOPIC = re.compile(
    r"^(?:(?:すみません|失礼ですが)[、,\s]*)?(?:"
    r"(?:少し|ちょっと)?話(?:題)?(?:は|が|を)?(?:少し)?(?:変わ|変え|かわ|かえ|替え)[^、。,]{0,12}[、。,]"
    r"|(?:ところで、?)?(?:全く|まったく|全然)?(?:別の?|違う)(?:件|話|質問|こと)[^、。,]{0,10}[、。,]"
    r"|(?:全く|全然)?関係(?:は|の)?(?:ない|ありません)[^、。,]{0,8}[、。,]"
    r"|(?:それとは|これとは)?別に[、,]|次の質問[^、。,]{0,8}[、。,]"
    r"|(?:on|to) (?:an)?other (?:note|topic|matter|subject)s?\b[,:]?"
    r"|changing (?:the )?(?:subject|topic)s?\b[,:]?"
    r"|(?:a )?(?:different|new|unrelated) (?:question|topic|matter)\b[,:]?|unrelated(?:ly)?[,:]"
    r")\s*",
    re.IGNORECASE,
)
#: A step aside, after which a pronoun may still point back.
ASIDE = re.compile(
    r"^(?:ところで|それはそうと|ちなみに|by the way|incidentally)[、,\s]*", re.IGNORECASE
)
#: Words before an elliptical question.
LEAD = re.compile(
    r"^(?:(?:それでは|それで(?!は|も|す|き|あ|の)|それじゃあ?|それなら|では|じゃあ?|そして|なるほど|ありがとう(?:ございます)?"
    r"|わかりました|分かりました|了解です)[、,。\s]*"
    r"|(?:で|また|あと|なら|その結果|結果として|結果的に|結局|結局のところ|反対に|逆に|反面|一方(?:で)?|他方)[、,]\s*)+"
)
#: What is told of those who are asked for anyway: 「では第22回は？代理の人がいればそれも」.
PROXIES_TOO = re.compile(
    r"(?<=は)[?？。、]?\s*代理(?:出席)?(?:の?(?:人|方|者))?が(?:い|居|あ)(?:れば|たら|るなら)[^。]{0,16}。?$"
)
_POINTER = (
    r"(?:その|この|これらの|それらの|上記の|以上の|今の|先ほどの|さっきの|挙げ(?:た|られた)"
    r"|挙がった)"
)
_MEMBERS = r"(?:意見|コメント|もの|人|方々?|会社|団体|提出者|節|項目?|発言|出席者)?"
#: All of what was listed, called by its number: 「その5件は何ですか」.
COUNTED = re.compile(
    rf"^(?:{_POINTER}の?(?:\d+(?:件|つ|個|人|名|社|点|項目)|全部|すべて|全て)|\d+(?:件|つ|個|点)(?:全部|すべて|全て))"
    r"(?!の?(?:うち|中|なか)(?![一-鿿]))(?:の(?:意見|コメント|項目|もの))?(?=[はがをにの])"
)
#: Both or all of what was listed: 「両方の回答」, 「二つとも」.
BOTH = re.compile(
    r"^(?:両方|双方|両者|(?:[2-9]|[二三四五六七])[つ件人])(?P<too>とも(?:に|、)*)"
    r"|^(?:両方|双方|両者)(?=の|を|に|は|へ)|^(?:どちら|どれ|いずれ)(?P<any>も)、?"
)
#: Who spoke next: 「次に話したのは誰ですか」.
SPOKE_NEXT = re.compile(
    r"^(?:その)?(?P<way>次|前)に(?:話し|発言し|述べ|口を開い|発言され|話され)た(?:の|人|方|者)(?=は|が)"
)
#: A part of what was listed before.
AMONG = re.compile(
    rf"^{_POINTER}(?:\d+[件個つ人者社]の?)?{_MEMBERS}の?(?:うち|(?:中|なか)(?![一-鿿]))"
    r"(?:で(?:は|も)?|に(?:は|も)?|から(?:は)?|の)?[、,\s]*"
    r"|^(?:うち|内)(?:[、,]\s*|(?=[一-鿿ァ-ヶ])(?!わけ|訳|閣|容|部|側|外|々))",
)
#: What was listed before, called もの: 「修正されたものは？」
BARE_MEMBER = re.compile(
    r"(?:もの|の|意見|やつ)は、?(?:どれ|どちら|何[件番]|いくつ|ありま|ある|[?？。]*$)|^(?:何番|どれ)が(?!一番)|(?:もの|意見)(?:だけ|を(?:全て|すべて|全部)?(?:挙|教|示|見せ|列|リスト))"
    r"|^(?:最も|一番|いちばん)(?:多|少な)いのは"
)
_OTHERS = r"(?:もの|意見|人|方|節|項目|箇所|発言|会社|団体|提出者)"
#: All but what was named before.
REST = re.compile(
    rf"^(?:それ|これ|それら|これら|上記|今の)以外(?:の{_OTHERS}?)?(?:に)?(?:は|で(?:は|も)?|も)?[、,\s]*"
    rf"|^(?:その)?(?:ほか|他)(?:の{_OTHERS})?(?:に(?:は|も)?|は|も|[?？。]*$)[、,\s]*"
    rf"|^残り(?:の(?:{_OTHERS}|\d+件))?(?:に?は|も)?[、,\s]*"
)
_MEMBER = (
    r"(?:の?(?:もの|意見|コメント|(?:項目|項(?!目))(?!名)|節|やつ|方|ほう|[1一]?件|発言|人|箇所"
    r"|提案))?"
)
# 「3番目の原則の中身」: the noun only says what was listed, unless it is what is asked for
_CLASS_NOUN = (
    r"の(?!提出|応募|回答|返[答事し]|答え|見解|反応|理由|根拠|内容|中身|意味|結果|対応|発言者|扱い|全文|原文|詳細|番号)"
    r"(?!意見|コメント)[一-鿿ァ-ヶー]{1,8}(?=の|は(?!誰|だれ|どこ|いつ|何|ど)|を|に(?:対|つい))"
)
#: One of what was listed before, by its place in the list.
ORDINAL = re.compile(
    r"(?:^(?:その|この|それらの|これらの|上の|挙げた)|(?<![のに\d.第]))(?:"
    r"(?P<number>\d+|[一二三四五六七八九十])\s*(?:番目|つ目|つめ|個目|件目|人目)"
    r"(?!に[多少大小高低])"
    r"|(?P<first>前者(?=[のはをがにへも])|(?:(?:[一1]番)?(?:最初|初め|はじめ)|前者|[一1]番上|[前先]の(?:ほう|方))(?=[のはをが]))"
    r"|(?P<last>後者(?=[のはをがにへも])|(?:[一1]番)?最後|末尾|後者|[一1]番下|[後あ]と?の(?:ほう|方))(?!に|まで))"
    rf"(?:{_CLASS_NOUN}|{_MEMBER})"
)
#: All of what was listed.
MANY = re.compile(r"^(?:それら|これら)(?=への|に|の|は)")
#: What else a submitter sent.
OTHERS_OF = re.compile(
    r"^(?P<who>.{1,40}?)(?:の(?:ほか|他|別|もう(?:一つ|ひとつ|1つ|一件|1件))の(?=意見)|(?:は|から(?:は)?)、?(?:その)?(?:ほか|他)に(?:は|も)?)(?P<asked>.*(?:意見|何|どんな|件|あり).*)$"
)
#: The second of two.
THE_OTHER = re.compile(
    r"(?:(?:同じ|その|この|当該)\S{1,6}(?:の|が(?:出し|寄せ)た|から(?:の|出た))、?)?"
    r"(?:もう(?:一つ|ひとつ|1つ|一方|片方|一件|1件|一個)|別|他|ほか|残り)(?:の(?:意見|もの|ほう|方|項目|節|件|1件|一つ))"
    r"|(?:(?:同じ|その|この)\S{1,6}(?:の|が(?:出し|寄せ)た))?もう(?:一つ|ひとつ|1つ|一方|片方|一件|1件)"
)
#: Whose or where what is asked about is, too: 「同じ会社の次の意見」「その章の5.1.3」.
_SAME = r"(?:同じ|その|この|当該)"
SAME_SENDER = (
    rf"(?:{_SAME}(?:会社|企業|団体|法人|社|組織|協会|提出者|応募者|人|方)|同(?:社|団体|協会|氏))"
    r"(?:の|が(?:出し|寄せ)た)"
)
#: A comment's number without the word, in a talk of comments: 「22-2のほうの回答は？」.
BARE_KEY = re.compile(r"(?<![\d.\-第])\d+-\d+(?![\d.\-]|年|月|日|号|回|節|章)")
#: A meeting without the word, in a talk of meetings: 「23回目は？」「23回は？」.
NTH_MEETING = re.compile(
    r"^(?P<number>\d+)回(?:目(?=の?会|[はでに]|[?？]|$)|(?=(?:の?(?:ほう|方|会[合議]))?(?:では|には|は)?[?？。]*$"
    r"|(?:は|でも?|にも|も)、?(?:同じ|一緒|同様|どう|いかが)[^、。]{0,6}$))"
)
#: Such words before a whole number add nothing to it.
SAME_AND_NUMBERED = re.compile(
    rf"^(?:{SAME_SENDER}|{_SAME}(?:章|節|項|文書|会合|回)の)(?=(?:意見|第)?\d+(?:[.\-]\d|章))"
    r"|^(?:さっき|先ほど|今|上|前)の(?=(?:意見|第|脚注)?\d)"
)
#: What stands next to what was spoken of.
NEIGHBOUR = re.compile(
    rf"^(?P<same>{SAME_SENDER})?(?:(?:その|この)(?:意見|節|項目?|脚注|発言|会[合議]|議題)の|(?:それ|これ)[にの])?"
    r"(?:(?:その|この)?(?:すぐ|直)?)"
    r"(?P<way>次|後ろ?|あと|前|続く|(?:(?P<steps>[1-9一二三四五])[つ個]|ひとつ|(?P<two>ふたつ))の?(?:次|後ろ?|前|先))"
    r"(?:(?:の番号)?(?:(?<=続く)|の|に(?:ある|載っている|付いている|続く|来る|出てくる)|にあたる)"
    r"(?P<what>発言|意見|コメント|脚注|注釈?|節|項目?|回|会合|会議|スライド|議題|案件|部分|箇所)(?!予定|意|目)"
    r"|(?=(?:は|には)?(?:何)?(?:です)?か?[?？。]*$))"
)
#: The same answer in another language.
IN_ENGLISH = re.compile(
    r"^(?:(?:それ|これ|今の|同じこと|回答|答え)?(?:を|は|の)?)?英語(?:で|に|版)\S{0,16}$"
    r"|^(?:please )?(?:in english|(?:say|answer|repeat|write|give|translate)\b.{0,20}\b"
    r"in(?:to)? english)\b.{0,10}$",
    re.IGNORECASE,
)
IN_JAPANESE = re.compile(
    r"^(?:それ|これ|今の)?(?:を|は)?日本語(?:で|に|版)\S{0,16}$|^in japanese\b.{0,10}$",
    re.IGNORECASE,
)
#: More of the words that were quoted.
MORE = re.compile(
    r"原文|全文|元の文|もう少し|もっと|詳し[くい]|詳細|具体的に|続き|前後の?(?:文|文脈)|そのまま(?:引用|見せ)"
)
#: 「いちばん多く出したのは」 in a talk of comments, which it does not name.
MOST_SENT = re.compile(
    r"^(?:いちばん|一番|最も|もっとも|\d番目に)(?:多く|たくさん|少なく)、?(?:出し|寄せ|送っ|提出し)"
)
#: What is asked of a comment and of nothing else.
OF_COMMENT = re.compile(
    r"回答|返[答事しさっ]|答え|応じ|反応|言い分|受け入れ|聞き入れ|取り入れ|採り入れ|取り上げ|認め|却下|退け|採[らっり]"
    r"|通(?:っ|り(?:ま|そ))|提出|応募者|出したの(?:は|が)|対応|反映|採用|扱わ|扱い|修正|意見の|見解|どうなり"
    r"|(?:書き換わ|書き換え|変わ|変え|直|改め|改ま)(?:っ|り|ら|ま|し|さ|え)*(?:た|ました|ない|ません)"
)
