"""Whether what was found is of the year, or of the time in a row, that a question asks about."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.passages.evidence import Evidence
from assistant.passages.values import MONEY, AskedValue
from assistant.understanding.mentions import events_in_a_row, fold
from assistant.wording.phrases import phrase
from index.text.eras import find_dates

_NEARLY_AS_CLOSE = 0.8  # share of the best sentence's closeness
_TIME = "時期や期間"


def is_of_another_year(question: str, value: AskedValue, ranked: Sequence[Evidence]) -> bool:
    """Whether the figures that come close are all printed for other years.

    「令和8年度の予算はいくら」 is not answered by a sum that the text gives for 令和7年度.
    A sentence without a year may be about any.

    Args:
        question: The question as understood.
        value: The kind of value that it asks for.
        ranked: The sentences found, best first.
    """
    asked = _years(question)
    given = [evidence for evidence in ranked if value.stands_in(evidence.sentence.text)]
    if len(asked) != 1 or not given or value.name == _TIME:
        return False
    if value.name == MONEY and "年度" in question:  # a budget is one of its year
        return not any(asked & _years(evidence.unit.text) for evidence in given)
    best = max(evidence.closeness for evidence in given)
    close = [one for one in given if one.closeness >= _NEARLY_AS_CLOSE * best]
    return all(
        _years(evidence.sentence.text) and not asked & _years(evidence.unit.text)
        for evidence in close
    )


def other_ordinal(question: str, ranked: Sequence[Evidence]) -> str:
    """The 第2回 of an event (合同訓練) that no sentence found speaks of; "" where none is asked.

    Args:
        question: The question as understood.
        ranked: The sentences found, best first.
    """
    for event in events_in_a_row(question):
        number = re.compile(rf"第\s*{event}\s*回|{event}\s*回目")
        if not any(number.search(fold(evidence.unit.text)) for evidence in ranked):
            return phrase("第{number}回", number=event)
    return ""


def _years(text: str) -> frozenset[str]:
    """The years that a text names, Western; fiscal years (令和8年度) by the year they begin in."""
    named = find_dates(text.replace("年度", "年"))
    dates = (mention.iso[:4] for mention in named if not mention.relative)
    return frozenset(year for year in dates if year.isdigit())
