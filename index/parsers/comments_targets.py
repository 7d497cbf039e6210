"""The places of a draft that a comment is about, as normalised section numbers."""

from __future__ import annotations

import re

from index.ids import normalise_section
from index.parsers.lines import half_width

_NUMERAL = r"[0-9一二三四五六七八九十]{1,3}"
_SPACED_NUMBER = re.compile(r"(?<=[0-9])\s*\.\s*(?=[0-9]{1,2}(?![0-9年月日]))")
_ROMAN = r"[ivx]{1,4}(?=[.)、\s]|$)"
_PLACE = re.compile(
    rf"""
    (?P<base>
        第{_NUMERAL}[章節条編部](?:\s*第?{_NUMERAL}[節条項])*
        (?:\s*[0-9]{{1,2}}(?:\.[0-9]{{1,2}})*(?=[\s(.]|$))?
      | (?<![0-9.p])[0-9]{{1,2}}(?:\.[0-9]{{1,2}})+(?![0-9])
      | (?:^|(?<=[\s「『、,;]))[0-9]{{1,2}}
        (?=[.、]?(?:[^0-9年月日次回件点つ頁ペ行]|$))(?!\s*(?:頁|ペ|行))
    )?
    (?P<paren>(?:\.?\s*\([0-9]{{1,2}}\))+)?
    (?P<roman>\.?\s*{_ROMAN})?
    """,
    re.VERBOSE,
)


def targets_of(printed: str) -> tuple[str, ...]:
    """Section numbers in a 該当箇所 cell, as precise as the cell prints them.

    A bare `(3)` belongs to the last section number before it; titles are ignored, so a
    level that only the title tells stays out. 全般 gives no number.

    Args:
        printed: The cell, e.g. `5.1.1 安全な…(2)…の整備 (3)…`.

    Returns:
        E.g. `("5.1.1(2)", "5.1.1(3)")`, each once, in printed order.
    """
    text = _SPACED_NUMBER.sub(".", half_width(printed))
    found: list[str] = []
    base = paren = ""
    for match in _PLACE.finditer(text):
        if not match.group():
            continue
        if match["base"]:
            base, paren = match["base"], match["paren"] or ""
            found.append(base + paren)
        elif match["paren"] and base:
            if not paren:
                found.pop()
            paren = match["paren"]
            found.append(base + paren)
        if match["roman"] and paren and found:
            found[-1] = base + paren + match["roman"].strip(" .")
    return tuple(dict.fromkeys(normalise_section(place) for place in found))
