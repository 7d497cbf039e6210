"""What kind of answer a question asks for, by its interrogative words."""

from __future__ import annotations

import re

from assistant.query import Language, QuestionKind
from assistant.understanding.reply_asking import (
    EXPLAINED_TO_OPINION,
    OPINION_BESIDE_REPLY,
    WHY_NOT,
)
from assistant.understanding.speaking import (
    NAME_OF_SPEAKER,
    SAYING,
    TOLD_THEN_WHERE,
    VIEW_OF_SOMEBODY,
    WHICH_BODY_SAID,
)

_LATIN_WORD = re.compile(r"\b(?![ivx]+\b)[A-Za-z]{2,}", re.IGNORECASE)
_JAPANESE_LETTER = re.compile(r"[\u3040-\u30ff\u3400-\u9fff々]")

_HIRAGANA = re.compile(r"[\u3041-\u309f]")
_QUOTED = re.compile(r"「[^」]*」|『[^』]*』|[(（][^()（）]*[)）]|\"[^\"]*\"")
_ENGLISH_WORD = re.compile(r"(?<![A-Za-z])[a-z]{2,}(?![A-Za-z])|^[A-Z][a-z]+\b")
_SENTENCE = 3  # words
# 「Who complained that the phrase … could not be understood?」 quotes words without marks
_ENGLISH_AT_BOTH_ENDS = re.compile(r"^\s*[A-Za-z']+,? [a-z].*[a-z\d][\s?.!]*$", re.DOTALL)

# Tried in this order: the first kind with a word in the question decides. So
# 「提出者は何人か」 counts, and 「何と回答したか」 asks for the reply, not for a thing.
_WORDS: tuple[tuple[QuestionKind, tuple[str, ...]], ...] = (
    (
        QuestionKind.COUNT,
        (
            r"何(?:[百千万億]+)?(?:件|者|人|名|社|つ|個|分野|回|項目|か所|箇所|割)",
            r"(?<!て)いくつ(?!もり)",
            "how many",
        ),
    ),
    (
        QuestionKind.WHO,
        (
            r"(?<!とは)(?:誰|だれ|どなた)",
            r"(?:提出|発言|提案|提起|要望|指摘)者",
            "提出元",
            r"どんな(?:立場|肩書|役職)の(?:人|方)",
            (
                r"(?:(?:意見|要望|提案|コメント|指摘)を[^。、]{0,10}?(?:出し|送っ|書い)|提出し|寄せ|求め|訴え|提案し"
                r"|要望し|要求し|指摘し|主張し|尋ね|質問し)(?:てい|てき)?た(?:の|ところ|相手|会社|企業|団体|法人)は、?(?:(?:どこ|どちら)(?!に|で(?!す|しょ)|の[節章])|[?？。]?$)"
            ),
            r"(?:どこの|どの)(?:会社|企業|団体|大臣|省|役所|官庁|委員|構成員|出席者|参加者|有識者|議員|方|人)",
            (
                r"\bwho\b|\bwhich (?:attendee|participant|member|minister|person|speaker|official"
                r"|guest|delegate|professor|expert)\b"
            ),
            NAME_OF_SPEAKER.pattern,
            WHICH_BODY_SAID,
        ),
    ),
    (
        QuestionKind.DEFINE,
        (r"(?:正式|英語|日本語)(?:な|の)?(?:名|表記)|略称|何の略|英語名",),
    ),
    (
        QuestionKind.OUTCOME,
        (
            r"(?:反映|修正|変更|採用|取り入れら|採り入れら|盛り込ま)(?:され)?れ?(?:た|まし|てい|る)",
            "結果どう",
            r"どうな(?:った|りました|っています|ったの)",
            r"(?:どう|どのように)(?:書き(?:改|換|直)|改め|言い換|変(?!え(?:る|て|よう|ま))|修正|直|(?:取り?)?扱|反映|処理)",
            r"(?:通り|通っ|認められ|受け入れられ|聞き入れられ|採択され)(?:まし)?た(?:の)?(?:です)?か",
            r"(?:直さ|改めら|書き換えら|修正さ|変更さ|加えら|書き加えら)れた(?:文|箇所|節|ところ|部分|言葉|表現)",
            r"(?:どこ|どの(?:節|章|項|箇所|部分|文|くだり))[がをは]、?(?:直[さしっり]|書き換|差し替え|修正|改ま)",
            r"何から何[にへ]|(?:加筆|修正|修文|追記|反映)先",
            r"(?:修正|変更|追記|加筆|修文|手直し)[がをは](?:入|加え|加わ|施|なさ|行わ|行っ|あ[りっ])|付け加わ",
            (
                r"(?:改まっ|変わっ|直っ|差し替わっ|置き換わっ|加わっ|修正され|修文され)た"
                r"(?:文|箇所|節|ところ|部分|言葉|表現|言い回し|語句)"
            ),
            r"(?:修正|反映|採用|変更)(?:に?は)?(?:なら|され|し)(?:なかった|ません)|修正後の(?:文|記述|表現|本文)",
            r"対応結果|結末|顛末|てん末|採否|可否|首尾|行く末",
            (
                r"(?:案|意見[\d-]*|要望|提案|指摘|注文|求め|訴え|主張|コメント|声)の(?:最終的な)?"
                r"(?:扱い|取扱い|取り扱い|処遇|処理|落着|行方|結果|結論)(?:は|って|を|について|$|[？?。])"
            ),
            r"意見[^。]*(?:どんな文[^。]{0,6}入っ|加え|加わ[っり]|追加さ|追記さ|盛り込)(?:られ|れ|ま)?(?:まし)?た",
            (
                r"\b(?:outcome|revised|adopted|accepted|rejected|reflected|incorporated|result"
                r"|taken (?:up|on board|into account)|turned down|declined|refused|dismissed)\b"
            ),
            r"\bchanged? (?:its|the|their|any) (?:draft|text|mind|wording|strategy|plan|policy)\b",
        ),
    ),
    (
        QuestionKind.REPLIED,
        (
            r"(?:回答|返答|答え|返事|応答)(?:(?:の?内容|の?中身|の?要旨|文))?(?:は|を|が|に|し|$)",
            VIEW_OF_SOMEBODY,
            r"(?:回答|返答|返事)(?:の中)?(?:では|には|で)、?[^。]*(?:説明|述べ|言っ|言い|答え|示)",
            (
                r"(?:どう|何[とて]|なん[とて]|どのように|どんなふうに)(?:[、,]|の|い[うい])?"
                r"(?:答え|回答|返し|返さ|返って|返答|返事|応じ|応え|反論|反応)"
            ),
            r"(?<!とは)(?<!とは、)(?:どんな|どのような|どういう)(?:回答|答え|返答|返事|見解|考え方)",
            # who answered a survey got no reply: 「いないと答えた会社の割合」
            r"(?:役所|政府|市|行政|事務局|当局|国|県)(?:側)?(?:から)?の返し(?:は|って|$|[?？。])",
            WHY_NOT,
            EXPLAINED_TO_OPINION,
            OPINION_BESIDE_REPLY,
            r"(?:注文|意見|要望|提案|指摘|コメント)(?:に|へ)(?:対し(?:て|、)?)?、?[^。、]{1,16}(?:理由|わけ)",
            r"(?:と|を)(?:答え|回答し|返答し|返し)(?:た(?!会社|企業|事業|世帯|市民|職員|人|者|方)|まし|てい)",
            (
                r"\b(?:repl(?:y|ied)|respond(?:ed)?|answer(?:ed)?"
                r"|(?<!incident )(?<!emergency )response(?! (?:team|plan|cent|capab|unit|time)))"
            ),
        ),
    ),
    (
        QuestionKind.WHERE,
        (
            r"どこ(?:に|で|へ)[^。、]{0,8}(?:書|載|記|規定|定め|出て|登場|触れ|言及|盛り込|見つか|ある)",
            r"(?:書|載|記|規定|定め|出て|出る|登場|触れ|言及|盛り込|見つか)[^。、]{0,8}(?:の|箇所|場所)は?どこ",
            r"どの(?:節|章|項|箇所|部分|文書|資料|くだり|あたり|辺)",
            r"何(?:章|節|ページ)|何番目?の?(?:項目?|節|章|見出し)",
            (
                r"(?:戦略|方針|計画|案|文書|資料|議事(?:要旨|録)|本文|スライド|注)(?:の(?:中|うち))?の?"
                r"どこ(?=です|でしょ|だ|か|に|で|$|[?？。])"
            ),
            r"どこ(?:を|で)(?:見れ|見られ|読め|読ま|読む|確認|参照|確かめ|探)",
            "記載箇所",
            r"(?:記述|記載|くだり|一節|文言|言葉|用語|文|表現|定め|決まり|規定|約束)(?:は|が|って)、?どこにあ",
            r"\b(?:which section|where)\b",
        ),
    ),
    (
        QuestionKind.DEFINE,
        (
            r"(?<!こ)とは(?:何|なに|どう(?:いう|いった|定義|説明|書|述べ|$|[？?。])|どの|誰|だれ|どなた|$|[？?。])",
            r"」(?:と(?:言う|いう|ある)(?:とき|場合|の)?)?(?:は|って|、)+(?:誰|だれ|どなた|何|どこ)(?:を|のこと)",
            r"定義(?!に(?:入ら|当たら|当ては|含まれな))",
            "意味",
            r"(?:って|というのは)[、,]?(?:何|なに|どう|どんな|どういう)",
            r"どういう(?:意味|こと|もの)",
            r"をどのような(?:もの|こと)だ?と(?:説明|定義|述べ|書)",
            "略称",
            "何の略",
            r"何(?:と|て)略|略して|略すと|略さず|略語|頭文字|フル(?:スペル|ネーム)",
            r"の短縮|を縮めた|縮め(?:ると|て)|短く(?:言|い[うえっ]|呼)",
            r"(?:とは|[はがを]|って|に)、?どこ(?:まで|から)[^。、]{0,8}(?:含|入[らるり]|指|言|い[うい]|範囲)",
            (
                r"どこ(?:まで|から)が[^、。]{2,20}?"
                r"(?:なの|です|に(?:入|含|当た)|と(?:言|い[うえ]|呼)|でしょ|か?$)"
            ),
            r"の(?:指す|示す)?範囲(?:は|を(?:教|示|説)|って|とは)",
            r"(?:何|なに|どこまで|とは[^。]{0,16}(?:どんな|どういう)[^、。]{1,9})を(?:指し|さし|もっ)て",
            r"って(?:何|なに)",
            r"(?:とは|は)(?:どんな|どういう)(?:意味|もの|こと|言葉|用語)(?![をがにも])",
            # 「…とは、どのような社会ですか」: a noun, and nothing said of it
            (
                r"(?:とは|という(?:のは|[^、。]{1,4}は))、?(?:どんな|どういう|どのような)"
                r"[^、。をがはに]{1,8}(?:です|でしょう|なの|を(?:指|いう|言う|意味)|のこと|か?[?？。]|か?$)"
            ),
            "正式名称",
            r"正式に(?:は|言|い[うえ]|呼|表)",
            r"\bstands? for\b",
            r"\bdefin",
            r"\bwhat is (?:a |an |the )?[\w-]+\??$",
            r"\bmeans?\b",
        ),
    ),
    (
        QuestionKind.LIST,
        (
            "一覧",
            "すべて",
            "全て",
            "列挙",
            r"挙げ(?!(?:てい|られ(?:てい)?)?[たる][一-鿿])",  # 「例に挙げていた大学」 lists nothing
            "リスト",
            "出席者",
            r"(?:議題|決定事項|討議事項|報告事項)",
            r"決定された(?:もの|事項)",
            r"(?:\d+|[一二三四五六七八九])つの",
            "どのようなものが",
            "構成",
            r"\b(?:list|all the|which items)\b",
        ),
    ),
    (
        QuestionKind.SUMMARY,
        (
            r"(?:どのような|どんな)(?:議論|意見|考え|取組|方針|内容|施策|課題|発言|記載|記述|指摘|要望)",
            r"(?:どのような|どんな)(?:こと|もの|ふう|話)(?:が|を|に)?(?:書|述べ|言|記|挙げ|示|載|話|議論|論じ|語|掲げ|定め|うた|出(?:ま|て|た))",
            "概要",
            "要約",
            "まとめ",
            r"について(?:の(?:記述|記載|方針|施策|取り?組み?|考え方?))?(?:は|を)?(?:教えて|説明|述べ|知りたい)",
            r"(?:について|に関して)(?:の(?:記述|記載|方針|施策|取り?組み?|考え方?))?は?\s*[?？。]?$",
            r"(?:の|という)(?:記述|記載)は\s*[?？。]?$",
            r"(?:何と|どう|どのように)(?:書|述べ|言)|何を述べ",
            r"(?:について|に関して)、?(?:[^。、]{0,14}[はで]、?)?何を(?:行|す|し|講|定|挙)",
            r"(?:求められ|期待され)(?:る|ている)(?:の|もの|こと|役割|取組|対応)(?:は|って|とは)",
            # 「どう育てるのか」 asks what is going to be done
            (
                r"(?:どう|どのように)(?!な|す|や|い|違|変|し)[一-鿿][^。、?？]{0,6}[うくすつぬぶむる]"
                r"(?:のか|の[?？]|つもり|方針|予定|ことに|と(?:書|言|し)|って)"
            ),
            r"\b(?:summar|describe\b|explain\b)",
        ),
    ),
)
# 「加わった分野って何」 asks which one it is, not what the word means
_DESCRIBED = re.compile(
    r"(?:た|ている|てる|ない|[うくすつぬむる])(?:\d+つの|[一二三四五六七八九]つの)?"
    r"(?:分野|国|会社|企業|団体|機関|組織|人|もの|こと|ところ|施策|項目|理由|課題|問題|点|場所"
    r"|[\d一]つ|ひとつ)"
    r"(?:って|とは|というのは)、?(?:何|なに|どれ|どこ)"
)
_SAID_BEFORE = re.compile(
    r"^[^。]*?(?:です|ます|ました|でした|あった|いた|れた|らしい)(?:が|けれども|けれど|けど)、"
    r"(?=[^。]*(?:誰|だれ|どなた|何|どう|どこ|いつ|どの|どんな|なぜ|いくつ))"
)
# 「どんな内容で、どう扱われたか」: the opinion as well as what came of it
_OPINION_ITSELF = re.compile(
    r"(?:どんな|どのような|どういう|何という)(?:内容|意見|提案|要望|趣旨|指摘|こと)[^。]{0,12}(?:で|と|を|、)"
    r"|(?:意見|提案|要望)[\d\-]*の?(?:内容|趣旨|中身)(?:と|、|及び|や)"
    rf"|{OPINION_BESIDE_REPLY}"
)
_PATTERNS = tuple((kind, re.compile("|".join(words), re.IGNORECASE)) for kind, words in _WORDS)


def question_language(question: str) -> Language:
    """English where the sentence is: its Latin words are more than names in a Japanese one."""
    if not _JAPANESE_LETTER.search(question):
        # a bare number such as 「5.2.3 (1) ii.」 is no sentence of any language
        return Language.ENGLISH if _LATIN_WORD.search(question) else Language.JAPANESE
    sentence = _QUOTED.sub(" ", question)
    words = len(_ENGLISH_WORD.findall(sentence)) >= _SENTENCE
    english = not _HIRAGANA.search(sentence) or _ENGLISH_AT_BOTH_ENDS.search(sentence)
    return Language.ENGLISH if words and english else Language.JAPANESE


def asks_who_and_what_came_of_it(question: str) -> bool:
    """Whether a question asks who sent an opinion, or what it says, and besides what came of it."""
    asked = {kind for kind, pattern in _PATTERNS if pattern.search(question)}
    says_what = _OPINION_ITSELF.search(question) is not None
    came_of_it = bool(asked & {QuestionKind.REPLIED, QuestionKind.OUTCOME})
    return came_of_it and (QuestionKind.WHO in asked or says_what)


# 「…は何人かと質問した出席者は誰ですか」
_ENDS_IN_WHO = re.compile(
    rf"と(?:いう)?[^。、]{{0,12}}?{SAYING}[^。、]{{0,12}}?(?:は|って)、?(?:誰|だれ|どなた)[^、。]{{0,8}}[。?？]?$"
)


def question_kind(question: str) -> QuestionKind:
    """The kind of answer asked for; a fact where no interrogative tells.

    What a clause before it says (「誰がやるのか分からないと苦情が来たそうですが、…」) asks nothing,
    unless it says that an opinion was sent of which the rest asks what came.
    """
    if TOLD_THEN_WHERE.search(question):
        return QuestionKind.WHERE
    kind = _kind_of(question)
    if kind in (QuestionKind.FACT, QuestionKind.OUTCOME, QuestionKind.REPLIED):
        return kind
    asked = _kind_of(_SAID_BEFORE.sub("", question))
    return kind if asked is QuestionKind.FACT else asked


def _kind_of(question: str) -> QuestionKind:
    if _ENDS_IN_WHO.search(question):
        return QuestionKind.WHO
    for kind, pattern in _PATTERNS:
        if pattern.search(question):
            described = kind is QuestionKind.DEFINE and _DESCRIBED.search(question)
            return QuestionKind.FACT if described else kind
    return QuestionKind.FACT
