"""What a question is about: its telling words and the form of the expected answer."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from dataclasses import dataclass

from index.library import Library

from assistant.mentions import fold
from assistant.query import Query, QuestionKind
from index.text.keys import search_key
from index.text.morphology import tokens

# Words of asking, which no document needs to hold.
_ASKING = re.compile(
    r"(?:について)?(?:教えて|説明して|示して|挙げて|知りたい)\S*|ですか|でしょうか|でしたか|ますか|ましたか"
    r"|のか|何と|誰|だれ|どなた|なぜ|どの(?:ように|ような|くらい|程度)?|どこ|いつ|いくつ|いくら|何"
    r"|\b(?:what|who|which|when|where|how|many|much|why|did|does|is|are|was|were|the|of|a|an|in"
    r"|to|for|on|by|about|that|say|said|do|it|and|or|with|at|from)\b",
    re.IGNORECASE,
)
_GENERIC = frozenset(
    (
        *("為る", "有る", "居る", "成る", "言う", "書く", "述べる", "示す", "行う", "出す"),
        *("求める", "場合", "もの", "こと", "内容", "記載", "意見", "発言", "文書", "資料"),
        *("会議", "会合", "政府", "理由", "目的", "名前", "氏名", "人", "件", "数", "回", "つ"),
        *("的", "等", "年", "月", "日", "教える", "説明"),
    )
)
_COUNTER = re.compile(
    r"何\s*(件|者|人|名|社|分野|回|項目|か所|箇所|割|年|月|日|円|万人|%|パーセント)"
)
_DATE = re.compile(
    r"(?:明治|大正|昭和|平成|令和)\s*(?:\d+|元)\s*年|\d{4}\s*年|\d+\s*月(?:\s*\d+\s*日)?|年度"
)
_AMOUNT = re.compile(r"\d[\d,.]*\s*(?:億|万|千)?\s*(?:円|人|件|%|パーセント|割|倍|台|名|社|か所)")
_REASON = re.compile(r"ため|から|ので|理由|により|ことから|背景")
_NOTHING = re.compile(r"(?!)")


def _expected(question: str, kind: QuestionKind) -> re.Pattern[str]:
    """What an answering sentence should hold, by the interrogative."""
    counter = _COUNTER.search(question)
    if counter:
        return re.compile(rf"\d[\d,.]*\s*(?:万|億)?\s*{re.escape(counter[1])}")
    if re.search(r"いつ|何年|期限|時期|\bwhen\b", question, re.IGNORECASE):
        return _DATE
    if re.search(
        r"いくら|どのくらい|どれ(?:くらい|だけ)|割合|how (?:many|much)", question, re.IGNORECASE
    ):
        return _AMOUNT
    if re.search(r"なぜ|理由|どうして|\bwhy\b", question, re.IGNORECASE):
        return _REASON
    if kind is QuestionKind.DEFINE:
        return re.compile(r"をいう|とは|のこと|の略|略称|定義|すなわち|以下「")
    return _NOTHING


@dataclass(frozen=True)
class Focus:
    """What a question is about.

    Attributes:
        question: The completed question without words of asking.
        words: Its telling words (search forms) with their weights.
        expected: What the answering sentence should hold.
        rarest: Words of the question that no indexed text holds.
    """

    question: str
    words: tuple[tuple[str, float], ...]
    expected: re.Pattern[str]
    rarest: tuple[str, ...]
    forms: Callable[[str], frozenset[str]]

    def coverage(self, text: str) -> float:
        """Share of the weighted words that `text` holds, 0 to 1."""
        total = sum(weight for _, weight in self.words)
        if not total:
            return 0.0
        held, key = self.forms(text), search_key(text)
        return sum(w for word, w in self.words if word in held or word in key) / total

    def fit(self, text: str) -> float:
        """1 where `text` has the form of the expected answer, else 0."""
        return 1.0 if self.expected.search(fold(text)) else 0.0


def _forms(text: str) -> frozenset[str]:
    return frozenset(tokens(text))


def focus_on(query: Query, library: Library) -> Focus:
    """Find the telling words of a question, weighted by how rare they are.

    A word's weight is its inverse document frequency over all chunks
    (Spärck Jones 1972); words of asking have none.
    """
    folded = fold(query.completed)
    bare = " ".join(_ASKING.sub(" ", folded).split())
    forms = dict.fromkeys(word for word in tokens(bare) if word not in _GENERIC)
    total = max(library.chunk_count, 1)
    frequencies = library.document_frequencies(tuple(forms))
    weights = tuple(
        (form, math.log(1 + total / (1 + frequency)))
        for form, frequency in zip(forms, frequencies, strict=True)
    )
    return Focus(
        question=bare or folded,
        words=weights,
        expected=_expected(folded, query.kind),
        rarest=tuple(
            form for form, frequency in zip(forms, frequencies, strict=True) if not frequency
        ),
        forms=_forms,
    )
