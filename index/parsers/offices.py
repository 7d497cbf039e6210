"""Offices as rosters print them, and the organisations that they speak for.

Nothing here names an office of one particular government: 総務大臣 stands for 総務省
because X大臣 stands for X省, 消防局長 for 消防局 because X局長 stands for X局.
"""

from __future__ import annotations

import re
import unicodedata

_BRACKETS = re.compile(r"[(（]([^()（）]*)[)）]")
_RULES: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = tuple(
    (re.compile(pattern), forms)
    for pattern, forms in (
        (r"^(内閣府|復興庁|デジタル庁).*(?:大臣|大臣政務官)$", ("{}",)),
        (r"^(.+?)(?<!担当)(?<!総理)(?:副大臣|大臣|大臣政務官)$", ("{}省", "{}庁")),
        (r"^(.+?(?:委員会|審議会|会議|協議会))(?:副?委員長|議長|会長|教育長)$", ("{}",)),
        (r"^(.+?[庁房院])(?:次長|副?長官)$", ("{}",)),
        (r"^(.+?)事務局長$", ("{}", "{}事務局")),
        (r"^(.+?(?:局|部|課|室|院|所|署|班|センター|本部))(?:次|副)?長(?:代理|補佐)?$", ("{}",)),
        (r"^(?:.*[市区町村都道府県])?(教育)長$", ("{}委員会",)),
        (r"^(.+?[都道府県])知事$", ("{}",)),
        (r"^(.+?[市区町村])長$", ("{}",)),
        (r"^(.+?)(?:代表|取締役|執行役|専務|常務|社長|理事長).*$", ("{}",)),
    )
)
_LEGAL_FORM = re.compile(
    r"株式会社|有限会社|合同会社|\(株\)|(?:一般|公益)(?:社団|財団)法人|NPO法人"
)
#: A suffix match must not turn 副議長 into 議長 or 前市長 into 市長.
_NOT_THE_OFFICE = re.compile(r"[副前元次]$|代理$")


def fold_office(office: str) -> str:
    """An office for comparing: half width, no spaces, no brackets (their content stays)."""
    folded = unicodedata.normalize("NFKC", office)
    return re.sub(r"[\s()]+", "", folded)


def office_parts(office: str) -> tuple[str, ...]:
    """The whole office, and its parts in brackets or joined by ・ (`副市長（議長）`)."""
    folded = unicodedata.normalize("NFKC", re.sub(r"\s+", "", office))
    inner = _BRACKETS.findall(folded)
    outer = _BRACKETS.sub("", folded)
    parts = (fold_office(folded), outer, *inner, *outer.split("・"))
    return tuple(part for part in dict.fromkeys(parts) if part)


def is_office(wanted: str, office: str) -> bool:
    """Whether `wanted` names this very office or one of its parts."""
    return fold_office(wanted) in office_parts(office)


def ends_office(wanted: str, office: str) -> bool:
    """Whether `wanted` is the office without the organisation before it."""
    folded = fold_office(wanted)
    return any(
        part.endswith(folded) and not _NOT_THE_OFFICE.search(part[: -len(folded)])
        for part in office_parts(office)
        if folded
    )


def organisations(office: str) -> frozenset[str]:
    """The organisations for which a holder of the office says 「…としては」."""
    found: set[str] = set()
    for part in office_parts(office):
        for pattern, forms in _RULES:
            if match := pattern.match(part):
                found.update(form.format(match[1]) for form in forms)
                break
    found |= {_LEGAL_FORM.sub("", name) for name in found}
    return frozenset(name for name in found if len(name) >= 2)
