"""Counters as texts write them: か国 is also ヶ国, people are 人, 名 or 者."""

from __future__ import annotations

import re

#: How the か of か国, か所 and か月 is written, as one character of a pattern.
KA = "[かカヵケヶ箇]"
_PEOPLE = frozenset({"人", "名", "者"})


def counter_pattern(counter: str) -> str:
    """A pattern for a counter in all its spellings.

    Args:
        counter: As a question writes it: か国, 名, 台.
    """
    if counter in _PEOPLE:
        return "(?:人|名|者)"
    return re.sub(rf"^{KA}(?=[国所月年])", KA, re.escape(counter))
