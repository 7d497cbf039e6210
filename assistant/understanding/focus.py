"""What a question is about: its telling words and the form of the expected answer."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from assistant.query import Query, QuestionKind
from assistant.understanding.asking_words import GENERIC, OF_ASKING
from assistant.understanding.expected_forms import asked_term, expected_forms
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
# 「出身国がどこかによって」 asks nothing
_IN_A_CLAUSE = re.compile(
    r"(?:誰|だれ|どこ|何|いつ|どれ)か(?=に(?:よ|関わ|かかわ)|を問わ|で(?:差|区別|変))"
)
_NAMED_DAY = re.compile(r"(?<!\d)(\d{1,2})\s*月\s*(\d{1,2})\s*日")
_MEETING = re.compile(r"第\d+回(?:の?(?:会合|会議))?(?:では|で|に(?:おいて)?は?|は|の)?、?")
# What the asked matter is done with a view to: 「大会に向けて、…をどう育てるか」.
_BACKGROUND = re.compile(
    r"^[^、。「」]{3,30}に(?:向けて?|備えて?|際して|当たって|あたって|伴って|伴い|合わせて)は?、(?=.{6})"
)
_OF_MEASURES = frozenset(("取り組み", "施策", "対策", "措置", "方策", "戦略", "方針", "計画", "案"))
_IN_BACKGROUND = 0.4  # what a word there counts
_TOLD = (QuestionKind.WHO, QuestionKind.REPLIED, QuestionKind.OUTCOME)
_ASKED_WITH = 0.3  # what such a word counts
_RAREST = 1e-3  # a word that no text holds weighs as one in a thousand
_SAME_MEANING = 0.8  # what a word of the same meaning counts
CONTEXT_END = "\n"  # stands between what a sentence is about and the sentence


def _named_day(question: str) -> re.Pattern[str] | None:
    """The one day that a question names, in the forms in which texts write it."""
    days = dict.fromkeys(_NAMED_DAY.findall(question))
    if len(days) != 1:
        return None
    ((month, day),) = days
    return re.compile(rf"(?<!\d){month}\s*月\s*{day}\s*日")


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


def without_background(question: str) -> str:
    """The question without what its matter is done for, where any matter is left."""
    rest = _BACKGROUND.sub("", question)
    is_told = any(word not in GENERIC | OF_ASKING | _OF_MEASURES for word in tokens(rest))
    return rest if is_told else question


def focus_on(query: Query, library: Library) -> Focus:
    """Find the telling words of a question, weighted by how rare they are.

    A word's weight is its inverse document frequency over all chunks
    (Spärck Jones 1972); words of asking have none.
    """
    folded = _IN_A_CLAUSE.sub(" ", plainly(fold(query.completed)))
    told = named_policy(library).sub(" ", what_was_said(folded, query.kind))
    if query.mentions.meetings:  # where to look, which the search keeps to
        told = _MEETING.sub(" ", told)
    bare = " ".join(_ASKING.sub(" ", told).split())
    forms = dict.fromkeys(word for word in tokens(bare) if word not in GENERIC)
    frequencies = library.word_frequencies(tuple(forms))
    matter = tokens(without_background(bare))
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
        expected=expected_forms(folded, query.kind),
        term=search_key((query.kind is QuestionKind.DEFINE and asked_term(folded)) or ""),
        forms=_forms,
        sums_up=query.kind is QuestionKind.SUMMARY,
        subject=_subject(bare),
        day=None if query.mentions.meetings or query.documents else _named_day(folded),
    )
