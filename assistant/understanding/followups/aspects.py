"""Tells whether a question says what it is about, or asks for a side of something: 「理由は？」."""

from __future__ import annotations

import re

from assistant.understanding.followups.turns import Conversation
from assistant.understanding.mentions import find_mentions, fold

# Words that ask for a side of something and never say of what.
_ASPECT = re.compile(
    r"特定|話し手|何[回件人名社者番]|回数|理由|根拠|背景|目的|経緯|狙い|趣旨|意図|回答|返[答事しさっ]|答え|応じ|反応|言い分|見解|考え方|考え|提出者?|提出元|応募者|対応|結果|反映|修正|採用|変更|扱い|扱わ"
    r"|出席者|参加(?!型|国)者?|欠席者?|代わ[りっ]|副?議長|座長|司会|次回|前の?年(?!度)|昨年|去年|比べ|(?<!と)同じ(?!く)|肩書き?|代理|議題|決定事項|報告|討議|審議|案件|日時|日付|場所|会場|開催|時間|発言者?|提案者?|提案|指摘|主張|述べ|言(?:っ|い|わ)|話|喋|語[っり]|触れ"
    r"|原文|全文|本文|文面|文言|表現|記述|記載|内容|概要|要点|要約|詳細|詳し|具体|例|続き|引用|出典|典拠|的(?=に|な)|題名|文書|資料|ページ|箇所|(?:対|関)する|節|章|(?<!事)項(?!目)|該当"
    r"|件数|人数|数字|数|期間|担当|総数|合計|一覧|リスト|列挙|内訳|表|並べ|意味|定義|略称|略|英語(?=の|名)|正式名称|名前|氏名|役職|肩書|所属|担当|主体|実施"
    r"|通[りっら]|受け入れ|聞き入れ|取り入れ|採り入れ|取り上げ|認め|却下|退け|蹴ら|採[らっり]|載[っせ]"
    r"|始[めま]|終[えわ]|続[いけ]|掛か|済[みん]|間に合"
    r"|変わ|変え|直[しっさりる]|書き換|改め|改ま|加え|加わ|言葉|足し|新し|入っ|入れ|残[りるっ]|予定(?!価格)|報告|討議|審議"
    r"|期限|時[期刻]|年度|予算|金額|お金|費用|割合|単位|対象|範囲|方法|手段|条件|今後|現在|最新|現状|最終|案|戦略|方針|決定|完了|終了|開始"
    r"|いつ|どこ|誰|だれ|どなた|何|なん|なぜ|どうして|どう|どの|どれ|どちら|いくつ|いくら|ほか|最[初後]|後|前(?=の|は)|文|他|面(?![一-鿿])|約束|もう少し|もっと|簡単|短|前後"
    r"|電話番号|連絡先|住所|番号|料金|分か|判明|教え|示し|見せ|読ま|知り|お願い|下さ|願|頂|説明|まとめ|書|載|挙げ|出|開|行|有|在|成|致|居|今|全部|全て|意見|コメント|人|者|方|際|時|所|点|物|会社|団体|組織"
)
# who replies to comments, whoever that is
_REPLIER = re.compile(
    r"(?:政府|役所|行政|当局|事務局|官庁|省庁|自治体|相手|先方|向こう|お?国|市|県|町|村|都|府)(?:の?側|のほう|の方)?"
    r"(?=(?:の|から(?:は|の)?|は|が|も|って)(?:[、]|何|ど[うんの]|なん|回答|返|答|応|見解|考え|反応|対応|判断|言い分|認|受|採|聞|取))"
)
_TELLING = re.compile(r"[一-鿿々]{1,}|[ァ-ヶー]{2,}|[A-Za-z]{2,}")
_OWN_SET = re.compile(
    r"意見(?:募集)?(?:は|が|の(?:総数|件数|提出者))|コメント(?:は|の)|(?:議事要旨|文書|資料)は(?:何|どれ|どの|いくつ)|何が収録"
)
_ONE_NOUN = re.compile(
    r"^[一-鿿々]{2,4}(?:日|者|先|額|率)?(?:の(?:予定|見通し|計画|状況|時期))?は(?:(?:いつ|何|いくら|ど(?:の|れ)(?:くらい|ぐらい|ほど)|何円)(?:です(?:か)?)?)?[?。]*$"
)
# 「いつ拡大されましたか」 says neither what nor who
_ONLY_A_VERB = re.compile(
    r"^(?:いつ|なぜ|どうして|どこで|どこに|どこが|何が|誰が|だれが|どのように|どうやって"
    r"|何(?:時|日|月|年|分|回|件|人|名)(?:間|か月)?(?:に|で)?|どの?(?:くらい|ぐらい))(?:から|まで)?、?"
    r"[一-鿿]{1,4}[ぁ-ん]{1,12}(?:(?:予定|見込み?|計画)[ぁ-ん]{0,8})?か?[?。]*$"
)
_KIND_ALONE = re.compile(r"^(?:個人|企業|団体|会社|法人|企業・団体)(?:は|では|から|の|だと)")
_POINTED = re.compile(
    r"^(?:それ|これ)(?:は|って|、)?(?=(?:誰|だれ|どなた)(?:です|でし|[?？。]|$)|(?:なぜ|どうして)|(?:[^、。は]{1,12}の)?どこに|いつの数|何ページ|どの(?:文書|資料|節|章|項)|いつの)|^(?:その|この|それの)(?=理由|根拠|背景|目的|経緯|狙い|趣旨|意図|回答|返答|結果|対応|内容|概要|原文|全文|出典|期限|時期|詳細|文面|文言"
    r"|扱い|反応|返事|返答|見解|言い分|出席者|議題|日時|場所|意味|定義|正式名称|件数|内訳|一覧|ページ|人数|数(?!字)|金額|費用|割合|担当|期間|予算|開始|終了|対象|範囲|方法|条件|例)"
)
_THAT_SIDE = re.compile(r"(?<=[一-鿿])の(?:ほう|方)(?=は|が|も|について|[?？]|$)")


def aspect_alone(question: str) -> str:
    """`理由は？` for 「その理由は？」: what belongs to the last subject, which is not named."""
    return _THAT_SIDE.sub("", _POINTED.sub("", question))


def adds_an_aspect(question: str) -> bool:
    """Whether a question is one noun and nothing of which it would be: 「施行は？」."""
    return _ONE_NOUN.match(fold(question)) is not None


def has_no_subject(question: str, talk: Conversation) -> bool:
    """Whether a question asks for a side of something and does not say of what."""
    text = fold(question)
    vocabulary = talk.vocabulary
    mentions = find_mentions(text)
    if mentions or re.search(r"\d", text) or _OWN_SET.search(text) or _KIND_ALONE.match(text):
        return False
    if vocabulary.submitters_named(text) or vocabulary.people_named(text):
        return False
    if _ONLY_A_VERB.match(text):
        return True
    return not _TELLING.findall(_ASPECT.sub("、", _REPLIER.sub("", text)))
