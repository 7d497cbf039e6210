"""What came of a comment, told by the words of the reply.

A reply often says several things ("already written in 5.1; for reference from now on").
The outcome is the first of this list that the reply states:

1. revised: the text is changed, wherever the reply says so;
2. unchanged: 原案のとおり;
3. agreement: the comment is received as support;
4. for_reference: taken along for later work;
5. already_covered: the text, or a named other one, already says it;
6. explained: anything else.

Quoted words decide nothing (a quoted draft may hold 推進する or 修正する). A sentence
opened by なお is an aside: it decides only where no other sentence does, and that another
text happens to mention the subject (already_covered) is never decided by an aside.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.documents import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator

_CHANGE = r"(?:修正|修文|追記|加筆|追加|削除|変更|訂正|改訂|補記)"
_DONE = (
    r"(?:(?:を?(?:行い|いたし|致し|させていただき)|し|を行うことと(?:し|いたし)"
    r"|することと(?:し|いたし))ま(?:す|した)|した(?=[ところ。])|済み)"
)
_ARE = r"(?:い|お)(?:ます|る(?!わけ)|り(?!ません)(?:ます)?)"
_RULES: tuple[tuple[Outcome, re.Pattern[str]], ...] = (
    (
        Outcome.REVISED,
        re.compile(
            rf"(?:(?:以下|次)の(?:とおり|通り|ように)、?)?(?:{_CHANGE}(?:・|及び)?)+{_DONE}"
            r"|[にと](?:書き)?改めま(?:す|した)"
            r"|案(?:文)?に反映(?:しま|いたしま|させていただきま)(?:す|した)"
        ),
    ),
    (
        Outcome.UNCHANGED,
        re.compile(
            r"(?:原案|原文|案文)(?:の)?(?:とおり|通り|どおり)(?:と(?:し|させ|いた)[^。、]{0,12})?"
            r"|原案を維持|修正(?:は|を)?(?:行いません|しません|いたしません|行わない|不要)"
        ),
    ),
    (
        Outcome.AGREEMENT,
        re.compile(
            r"[^。、]{0,12}(?:賛同|賛成|支持)[^。、]{0,12}"
            r"(?:として|ものと|と)(?:承り|受け止め|理解)(?:ま(?:す|した))?"
            r"|(?:賛同|賛成|支持|評価)[^。]{0,20}(?:感謝|ありがと|御礼|お礼)"
        ),
    ),
    (
        Outcome.FOR_REFERENCE,
        re.compile(
            r"参考(?:と(?:し|いたし|致し|させ)|に(?:し|いたし|致し|させ))(?:(?!ない)[^。、]){0,12}"
        ),
    ),
    (
        Outcome.ALREADY_COVERED,
        re.compile(
            rf"(?:記載|記述|明記|明示|規定|言及|位置付け|位置づけ)(?:を)?(?:し|され)?て{_ARE}"
            rf"|(?:盛り込|組み込)(?:んで|まれて){_ARE}|掲げ(?:られ)?て{_ARE}|示して{_ARE}"
            rf"|含まれて{_ARE}|含まれる(?:もの)?と|」と(?:して|記して|述べて){_ARE}"
        ),
    ),
)
_ASIDE = re.compile(r"\s*(?:なお|尚|おって)")
_SENTENCE = re.compile(r"[^。]*。?")
_HIDDEN = "\x00"


@dataclass(frozen=True, slots=True)
class Verdict:
    """An outcome and the words of the reply that decide it ("" for explained)."""

    outcome: Outcome
    evidence: str


def classify_reply(reply: str) -> Verdict:
    """What a reply says came of the comment.

    Args:
        reply: The whole reply, tags out.
    """
    sentences = [match.span() for match in _SENTENCE.finditer(_without_quotes(reply))]
    bare = _without_quotes(reply)
    asides = [span for span in sentences if _ASIDE.match(bare, span[0])]
    main = [span for span in sentences if span not in asides]
    passes = (
        ((Outcome.REVISED,), sentences),
        (tuple(rule[0] for rule in _RULES), main),
        ((Outcome.UNCHANGED, Outcome.AGREEMENT, Outcome.FOR_REFERENCE), asides),
    )
    for outcomes, spans in passes:
        for outcome, start, end in _matches(bare, outcomes, spans):
            return Verdict(outcome, reply[start:end].strip())
    return Verdict(Outcome.EXPLAINED, "")


def _matches(
    bare: str, outcomes: tuple[Outcome, ...], spans: list[tuple[int, int]]
) -> Iterator[tuple[Outcome, int, int]]:
    for outcome, pattern in _RULES:
        if outcome not in outcomes:
            continue
        for start, end in spans:
            match = pattern.search(bare, start, end)
            if match:
                yield outcome, match.start(), match.end()


def _without_quotes(text: str) -> str:
    """The text with every character inside 「」 or 『』 hidden; the length stays."""
    depth = 0
    bare: list[str] = []
    for character in text:
        closes = character in "」』" and depth > 0
        depth -= closes
        bare.append(_HIDDEN if depth else character)
        depth += character in "「『"
    return "".join(bare) if depth == 0 else text
