"""The policy in which a question says that its answer stands."""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.understanding.mentions import fold
from assistant.understanding.names import title_core
from index.documents import DocumentKind
from index.library import Library

_KINDS = ("戦略", "方針", "計画", "指針", "大綱", "条例", "取組方針")
_DRAFT = r"(?:\((?:案|素案)\)|素案|案)?"
_PART = r"の(?:本文|中|文章|記述|記載|内容|脚注|注|注釈|概要)"
_PLACE = (
    rf"(?:{_PART}(?:で|から|に)は?"
    r"|に(?:よれば|よると|照らすと|基づ(?:いて|くと|けば))|(?:を(?:読む|見る)|からする)と|上(?:は|では|で)"
    rf"|(?:{_PART})?(?:は|では|で(?![すしきあ])|には|に|において|における|としては|って"
    r"|の(?=\s*$|\s*[?。]))(?![一-鿿])"
    r")、?"
)
_GROUND = (
    r"(?:を(?:もと|基)に|に沿って|を参照して|から)(?=、?(?:要約|まとめ|説明|教え|整理|示し|答え))"
)
_DATED = (
    r"(?:(?:平成|令和)?(?:\d+|元)年(?:\d+月)?(?:\d+日)?(?:付け?)?の)?(?:(?:資料|文書|スライド)の?)?"
)
_SLIDES = (
    r"(?:\d{4}年(?:\d+月)?の|(?:説明|概要)(?:の|資料の?))?"
    r"(?:スライド(?:資料)?|(?:説明|概要|要約)資料)"
)


def named_policy(library: Library) -> re.Pattern[str]:
    """A policy or slides where a question says that it stands there: 「戦略案では」."""
    policies = library.catalog.find_documents(kind=DocumentKind.POLICY)
    titles = {fold(title_core(record.title)) for record in policies}
    slides = library.catalog.find_documents(kind=DocumentKind.SLIDES)
    titles_in_brackets = titles | {fold(title_core(record.title)) for record in slides}
    names = _one_of((*titles, *_KINDS))
    return re.compile(
        rf"(?<![一-鿿ァ-ヶー々「])(?:{names}){_DRAFT}(?:{_PLACE}|{_GROUND})"
        rf"|{_SLIDES}(?:「[^「」]+」)?{_PLACE}"
        rf"|{_DATED}「(?:{_one_of(titles_in_brackets)}){_DRAFT}」(?:という(?:資料|文書))?{_PLACE}"
    )


def _one_of(names: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(names, key=len, reverse=True)))


def without_place(question: str, library: Library) -> str:
    """The question without the policy that stands apart from it: 「方針では、…」, 「…を、方針で…」.

    In 「素案と戦略ではどう違うか」 it is one of two things.
    """

    def kept(match: re.Match[str]) -> str:
        return "" if match.start() == 0 or question[match.start() - 1] in "、。" else match.group()

    return named_policy(library).sub(kept, question)
