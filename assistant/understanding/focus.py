"""What a question is about: its telling words and the form of the expected answer."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from assistant.query import Query, QuestionKind
from assistant.understanding.asking_words import GENERIC, OF_ASKING
from assistant.understanding.counters import KA, counter_pattern
from assistant.understanding.idioms import plainly
from assistant.understanding.mentions import fold
from assistant.understanding.named_policy import named_policy
from assistant.understanding.speaking import what_was_said
from index.library import Library
from index.text.keys import search_key
from index.text.morphology import concepts, meanings, tokens

# Words of asking, which no document needs to hold.
_ASKING = re.compile(
    # where it was said, not what about: 「パブコメで、…を求めたのは」
    r"(?:パブコメ|パブリック・?コメント|意見(?:の?募集|公募))(?:の(?:結果|中|場|際|時|とき))?"
    r"(?:で(?:は|も)?|に(?!つい|関)(?:は|も)?|へ(?:の)?|において|における|(?:の)?(?=意見|声|回答))、?"
    r"|先に挙げたもののほかに|\bBesides those named:"
    r"|(?:どのような|どんな)(?:議論|意見|考え|内容|発言|記載|記述|指摘|要望)|それぞれ"
    r"|(?:が|を)?(?:出(?:され)?|話され|話し合われ|交わされ)(?:まし|てい|た)[^、]{0,6}$"
    r"|(?:について)?(?:教えて|説明して|示して|挙げて|知りたい|まとめて|要約して)\S*"
    r"|(?:と|を|よう)?(?:述べ|言っ|求め|提案し|指摘し|主張し|発言し)(?:た|て(?:いる|いた))の(?=は)"
    r"|(?:ですか|でしょうか|でしたか|ますか|ましたか|のか)"
    r"|何の略(?:称)?|正式名称|の(?:意味|定義)|(?<!こ)とは(?=何|$|[?。、])"
    r"|何と|誰|だれ|どなた|なぜ|どの(?:ように|ような|くらい|程度)?|どこ|いつ|いくつ(?!もり)|いくら|何"
)
_MEETING = re.compile(r"第\d+回(?:の?(?:会合|会議))?(?:では|で|に(?:おいて)?は?|は|の)?、?")
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
_NAMED_DAY = re.compile(r"(?<!\d)(\d{1,2})\s*月\s*(\d{1,2})\s*日")
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
_COUNTRY = re.compile(
    r"日本|我が国|米国|アメリカ|英国|イギリス|ドイツ|フランス|ロシア|中国|韓国|北朝鮮|インド|カナダ"
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
        (r"いつ(?!まで)|時期|何月(?!何日)", _DATE),
        (r"いくら|(?:どの?くらい|どれ(?:くらい|だけ))(?!の期間)|割合は", _AMOUNT),
        (r"(?:率|数|額|割合)は[^。]{0,24}(?:どう(?!い)|比べ|増え|減っ|推移)", _AMOUNT),
        (r"なぜ|理由|どうして", _REASON),
        (r"大学(?:は|が)?(?:どこ|何)|(?:どこの|どの)大学", _SCHOOL),
        (r"国(?:は|が)?(?:どこ|何と)|(?:どこの|どの)国(?!会)", _COUNTRY),
        (
            (
                r"(?:どの|何の|なんの)分野|分野(?:の名前?)?を[^。、]{0,10}(?:挙げ|列挙|並べ|教え|示し|答え)"
                r"|分野(?:は|が|って|とは|に(?:は)?|として(?:は)?)?、?(?:どれ|何|どこ|どんな)"
            ),
            _FIELDS,
        ),
        (r"(?:どこの|どの)(?:組織|機関|官庁|省庁)|(?:組織|機関|省庁)(?:は|が)どこ", _ORGANISATION),
        (r"どこ(?:に|で)(?:開|設|置|行)", _SITE),
    )
)
_TERM = re.compile(
    r"「(?P<quoted>[^「」]+)」"
    r"|^(?:[^「」?？]{0,30}[、。])?(?P<topic>[^、。「」]{2,30}?)(?:(?<!こ)とは|の定義|の意味|は?何の略|の正式名称|の略称|って)"
    r"|what (?:is|does)(?: an?| the)? (?P<english>[\w -]+?)(?: mean| stand for)?\??$",
    re.IGNORECASE,
)
# What the asked matter is done with a view to: 「大会に向けて、…をどう育てるか」.
BACKGROUND = re.compile(
    r"^[^、。「」]{3,30}に(?:向けて?|備えて?|際して|当たって|あたって|伴って|伴い|合わせて)は?、(?=.{6})"
)
_IN_BACKGROUND = 0.4  # what a word there counts
_TOLD = (QuestionKind.WHO, QuestionKind.REPLIED, QuestionKind.OUTCOME)
_ASKED_WITH = 0.3  # what such a word counts
_RAREST = 1e-3  # a word that no text holds weighs as one in a thousand
_SAME_MEANING = 0.8  # what a word of the same meaning counts
CONTEXT_END = "\n"  # stands between what a sentence is about and the sentence


def _expected(question: str, kind: QuestionKind) -> tuple[re.Pattern[str], ...]:
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


def _named_day(question: str) -> re.Pattern[str] | None:
    """The one day that a question names, in the forms in which texts write it."""
    days = dict.fromkeys(_NAMED_DAY.findall(question))
    if len(days) != 1:
        return None
    ((month, day),) = days
    return re.compile(rf"(?<!\d){month}\s*月\s*{day}\s*日")


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


_SUBJECT = re.compile(r"(?P<noun>[一-鿿々ァ-ヶーA-Za-z0-9]{2,})(?:は|って)")


def _subject(question: str) -> re.Pattern[str] | None:
    """The noun of which something is asked, where a sentence says something of it."""
    nouns = [match["noun"] for match in _SUBJECT.finditer(question)]
    if not nouns:
        return None
    return re.compile(rf"{re.escape(search_key(nouns[-1]))}(?:\([^()]*\))?(?:は|が)")


@dataclass(frozen=True)
class Focus:
    """What a question is about.

    Attributes:
        question: The completed question without words of asking.
        words: Its telling words (search forms) with their weights.
        expected: What the answering sentence should hold, a form for each thing asked.
        term: The term whose meaning is asked for, as it is searched; "" where none is.
        forms: Gives the search forms of a text.
        sums_up: Whether all that is said of a matter is asked for, not one fact.
        day: The day of which the question asks something; None where it names none.
        subject: The noun that is asked about, where a sentence says something of it.
    """

    question: str
    words: tuple[tuple[str, float], ...]
    expected: tuple[re.Pattern[str], ...]
    term: str
    forms: Callable[[str], frozenset[str]]
    sums_up: bool = False
    day: re.Pattern[str] | None = None
    subject: re.Pattern[str] | None = None

    @property
    def unknown(self) -> float:
        """Share of the telling words that no indexed text holds, 0 to 1."""
        rarest = -math.log(_RAREST)
        return sum(weight >= rarest for _, weight in self.words) / max(len(self.words), 1)

    def coverage(self, text: str) -> float:
        """Share of the weighted words that `text` holds, 0 to 1."""
        total = sum(weight for _, weight in self.words)
        if not total:
            return 0.0
        held, key = self.forms(text), search_key(text)
        return sum(w * self._held(word, held, key) for word, w in self.words) / total

    def held(self, text: str) -> dict[str, float]:
        """The telling words that `text` holds, or holds the meaning of, with their weights.

        Unlike in `coverage`, what a part of a word means does not do for the word.
        """
        forms, key = self.forms(text), search_key(text)
        return {
            word: weight
            for word, weight in self.words
            if word in forms or word in key or forms & meanings(word)
        }

    def _held(self, word: str, held: frozenset[str], key: str) -> float:
        """1 where a text has the word, less where it has one of the same meaning, else 0."""
        if word in held or word in key:
            return 1.0
        return _SAME_MEANING if held.intersection(_concepts_of(word)) else 0.0

    def fit(self, context: str, sentence: str) -> float:
        """Share of the expected forms that a sentence has, 0 to 1.

        Args:
            context: The heading or the noted words it stands under.
            sentence: The sentence.
        """
        if self.term and search_key(context).endswith(self.term):
            return 1.0
        key = search_key(fold(sentence))
        if self.day and self.day.search(key):
            return 1.0
        found = sum(bool(form.search(key)) for form in self.expected)
        return found / max(len(self.expected), 1)


@lru_cache(maxsize=8192)  # the same sentences come up for one question after another
def _forms(text: str) -> frozenset[str]:
    return frozenset((*tokens(text), *concepts(text)))


@lru_cache(maxsize=8192)
def _concepts_of(word: str) -> frozenset[str]:
    return frozenset(concepts(word))


def focus_on(query: Query, library: Library) -> Focus:
    """Find the telling words of a question, weighted by how rare they are.

    A word's weight is its inverse document frequency over all chunks
    (Spärck Jones 1972); words of asking have none.
    """
    folded = plainly(fold(query.completed))
    told = named_policy(library).sub(" ", what_was_said(folded, query.kind))
    if query.mentions.meetings:  # where to look, which the search keeps to
        told = _MEETING.sub(" ", told)
    bare = " ".join(_ASKING.sub(" ", told).split())
    forms = dict.fromkeys(word for word in tokens(bare) if word not in GENERIC)
    frequencies = library.word_frequencies(tuple(forms))
    matter = tokens(BACKGROUND.sub("", bare))
    # what somebody said or wished for is told in such words too
    faint = frozenset() if query.kind in _TOLD else OF_ASKING
    weights = tuple(
        (
            form,
            -math.log(max(frequency, _RAREST))
            * (1 if form in matter else _IN_BACKGROUND)
            * (_ASKED_WITH if form in faint else 1),
        )
        for form, frequency in zip(forms, frequencies, strict=True)
    )
    return Focus(
        question=bare or folded,
        words=weights,
        expected=_expected(folded, query.kind),
        term=search_key((query.kind is QuestionKind.DEFINE and asked_term(folded)) or ""),
        forms=_forms,
        sums_up=query.kind is QuestionKind.SUMMARY,
        subject=_subject(bare),
        day=None if query.mentions.meetings or query.documents else _named_day(folded),
    )
